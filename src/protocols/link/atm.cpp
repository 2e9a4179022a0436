// ATM on its links: LLC in AAL5 (RFC 2684), LAN emulation, signalling, and classical IP (RFC 2225).
#include "protocols/link/atm.h"

#include "packet/hex_dump.h"
#include "protocols/catalog.h"
#include "protocols/link/llc.h"

namespace wiretale::atm {

void print_llc(Line& line, View in) {
  const llc::Printed done = llc::print_llc(line, in);
  if (!done.known) line.unknown_data(in);
}

namespace {

constexpr Claim found_on[] = {{On::LinkType, 100}, {On::LinkType, 11}};
constexpr Claim found_on_sun[] = {{On::LinkType, 123}};
constexpr Claim found_on_classical_ip[] = {{On::LinkType, 106}, {On::LinkType, 19}};

constexpr uint32_t snap_header = 0xaaaa03, osi_header = 0xfefe03, ip_header = 0x060603;
constexpr uint8_t osi_sap = 0xfe;

/// Frames that begin with none of the usual headers have 16 or 20 bytes of another before them.
void print_frame(Line& line, View in, size_t already_skipped) {
  size_t skipped = already_skipped;
  line.protocol = "atm";
  if (in.captured() == 0 || in.length() == 0) line.truncated();
  constexpr uint8_t unnumbered_information = 3;
  if (in.u8(0) == unnumbered_information) {
    if (line.options.link_header) line.put("CNLPID ");
    (void)line.child(On::LlcSap, osi_sap, in.from(1));
    return;
  }
  in.need(0, 3);
  if (in.length() < 3) line.truncated();
  const uint32_t first = in.u24(0);
  if (first != snap_header && first != osi_header && first != ip_header) {
    constexpr size_t unknown_header = 20;
    if (in.captured() < unknown_header || in.length() < unknown_header) line.truncated();
    if (line.options.link_header)
      line.put(Hex{in.u32(0), 8}, Hex{in.u32(4), 8}, ' ', Hex{in.u32(8), 8}, Hex{in.u32(12), 8}, ' ');
    in = in.from(unknown_header);
    skipped += unknown_header;
  }
  print_llc(line, in);
  if (line.outermost()) line.link_header_length = skipped;
}

void print(Line& line, View in) { print_frame(line, in, 0); }

constexpr Name lane_operation_name_table[] = {
    {0x0001, "configure request"},   {0x0101, "configure response"}, {0x0002, "join request"},
    {0x0102, "join response"},       {0x0003, "ready query"},        {0x0103, "ready indication"},
    {0x0004, "register request"},    {0x0104, "register response"},  {0x0005, "unregister request"},
    {0x0105, "unregister response"}, {0x0006, "ARP request"},        {0x0106, "ARP response"},
    {0x0007, "flush request"},       {0x0107, "flush response"},     {0x0008, "NARP request"},
    {0x0009, "topology request"}};

/// LAN emulation: control frames, and Ethernet frames behind their sender's identifier.
void print_lan_emulation(Line& line, View in) {
  constexpr uint16_t control_marker = 0xff00;
  line.protocol = "lane";
  if (in.captured() < 2 || in.length() < 2) line.truncated();
  if (in.u16(0) == control_marker) {
    in.need(0, 6);
    line.put("lec: proto ", Hex{in.u8(2)}, " vers ", Hex{in.u8(3)}, ' ',
             Named{lane_operation_name_table, in.u16(4), "opcode-#"});
    return;
  }
  constexpr size_t identifier_length = 2, ethernet_header = 14;
  if (in.captured() < identifier_length + ethernet_header ||
      in.length() < identifier_length + ethernet_header) {
    line.protocol = "ether";
    line.truncated();
  }
  line.put("lecid:", Hex{in.u16(0)}, ' ');
  (void)line.print(ids::ethernet, in.from(2));
}

constexpr Name signal_name_table[] = {
    {0x02, "Call_proceeding"},  {0x05, "Setup"},      {0x07, "Connect"},       {0x0f, "Connect_ack"},
    {0x46, "Restart"},          {0x4d, "Release"},    {0x4e, "Restart_ack"},   {0x5a, "Release_complete"},
    {0x75, "Status_enquiry"},   {0x7d, "Status"},     {0x80, "Add_party"},     {0x81, "Add_party_ack"},
    {0x82, "Add_party_reject"}, {0x83, "Drop_party"}, {0x84, "Drop_party_ack"}};

/// Q.2931, whose protocol discriminator is 9; else SSCOP's frames.
void print_signalling(Line& line, View in) {
  constexpr uint8_t signalling = 9;
  line.protocol = "atm";
  if (in.length() == 0) line.truncated();
  if (in.u8(0) != signalling) {
    line.put("SSCOP, proto ", in.u8(0), ' ');
    return;
  }
  line.put("Q.2931");
  in.need(0, 6);
  line.put(':', Named{signal_name_table, in.u8(5), "msgtype#"}, ' ', "CALL_REF:0x", Hex{in.u24(2), 6});
}

/// Sun's driver: a byte of flags, the path and the channel.
void print_sun(Line& line, View in) {
  line.protocol = "sunatm";
  constexpr size_t header = 4;
  constexpr uint8_t sent = 0x80, protocol_mask = 0x0f, lan_emulation = 1;
  enum Channel : uint16_t {
    meta_signalling = 1,
    broadcast_signalling,
    segment,
    end_to_end,
    signals,
    local_management = 16
  };
  if (in.captured() < header || in.length() < header) {
    line.protocol = "atm";
    line.truncated();
  }
  const uint8_t flags = in.u8(0), path = in.u8(1);
  const uint16_t channel = in.u16(2);
  const View cells = in.from(header);
  if (line.options.link_header)
    line.put((flags & sent) != 0 ? "Tx: " : "Rx: ", "VPI:", path, " VCI:", channel, ' ');
  if (line.outermost()) line.link_header_length = header;
  if (path == 0) switch (channel) {
      case signals: return print_signalling(line, cells);
      case broadcast_signalling: line.put("broadcast sig: "); return;
      case segment:
      case end_to_end: return print_operations(line, cells, 1);
      case meta_signalling: line.put("meta: "); return;
      case local_management:
        line.put("ilmi: ");
        (void)line.print(ids::snmp, cells);
        return;
      default: break;
    }
  if ((flags & protocol_mask) == lan_emulation) return print_lan_emulation(line, cells);
  print_llc(line, cells);
}

/// Linux's classical IP: with an LLC and SNAP header or without.
void print_classical_ip(Line& line, View in) {
  line.protocol = "cip";
  constexpr size_t least = 7;
  constexpr uint64_t routed = 0xaaaa03000000;
  if (line.options.link_header && in.captured() < least) line.put(in.length(), ": ");
  if (in.captured() < least) line.truncated();
  if (line.options.link_header) line.put(in.length(), ": ");
  if (in.u48(0) == routed) {
    const llc::Printed done = llc::print_llc(line, in);
    if (!done.known) line.unknown_data(in.from(done.header_length));
    if (line.outermost()) line.link_header_length = done.header_length;
    return;
  }
  (void)line.print(ids::ipv4, in);
}

}  // namespace

extern constinit const Protocol protocol{.name = "atm", .title = "ATM", .found_on = found_on, .print = print};

}  // namespace wiretale::atm

namespace wiretale::sun_atm {

extern constinit const Protocol protocol{
    .name = "atm", .title = "Sun's raw ATM", .found_on = atm::found_on_sun, .print = atm::print_sun};

}  // namespace wiretale::sun_atm

namespace wiretale::classical_ip {

extern constinit const Protocol protocol{.name = "clip",
                                         .title = "Classical IP over ATM",
                                         .found_on = atm::found_on_classical_ip,
                                         .print = atm::print_classical_ip};

}  // namespace wiretale::classical_ip
