// PPP's control protocols (RFC 1661 5): LCP and those of the network layers share one packet format.
#include "packet/hex_dump.h"
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/ppp.h"

namespace wiretale::ppp {
namespace {

enum Code : uint8_t {
  vendor_extension = 0,
  configure_request = 1,
  configure_reject = 4,
  terminate_request = 5,
  code_reject = 7,
  protocol_reject = 8,
  echo_request = 9,
  discard_request = 11,
  identification = 12,
  time_remaining = 13
};
constexpr Name code_name_table[] = {{configure_request, "Conf-Request"},
                                    {2, "Conf-Ack"},
                                    {3, "Conf-Nack"},
                                    {configure_reject, "Conf-Reject"},
                                    {terminate_request, "Term-Request"},
                                    {6, "Term-Ack"},
                                    {code_reject, "Code-Reject"},
                                    {protocol_reject, "Prot-Reject"},
                                    {echo_request, "Echo-Request"},
                                    {10, "Echo-Reply"},
                                    {discard_request, "Disc-Req"},
                                    {identification, "Ident"},
                                    {time_remaining, "Time-Rem"},
                                    {14, "Reset-Req"},
                                    {15, "Reset-Ack"},
                                    {vendor_extension, "Vendor-Extension"}};
constexpr Names code_names = code_name_table;

void print_magic(Line& line, View in) { line.put("\n\t  Magic-Num 0x", Hex{in.u32(4), 8}); }

void print_rejected_protocol(Line& line, View in, size_t size) {
  constexpr size_t packet_at = 6;
  if (in.length() < packet_at) return;
  const uint16_t rejected = in.u16(4);
  line.put("\n\t  Rejected ", NamedHex{protocol_names, rejected, "unknown (0x", ")", 4}, " Protocol (0x",
           Hex{rejected, 4}, ')');
  if (size <= packet_at) return;
  line.put("\n\t  Rejected Packet");
  append_hex(line, in.available(packet_at, size - packet_at), "\n\t    ");
}

void print_echo(Line& line, View in, size_t size) {
  constexpr size_t data_at = 8;
  if (in.length() < data_at) return;
  print_magic(line, in);
  if (size <= data_at) return;
  line.put("\n\t  -----trailing data-----");
  append_hex(line, in.available(data_at, size - data_at), "\n\t  ");
}

/// tcpdump takes the message to be as long as the packet less its first four bytes.
void print_identification(Line& line, std::string_view name, View in, size_t size) {
  constexpr size_t message_at = 8;
  if (in.length() < message_at) return;
  print_magic(line, in);
  if (size <= message_at) return;
  const size_t shown = size - 4;
  const Bytes message = in.available(message_at, shown);
  line.put("\n\t  Message\n\t    ", CaretNotation{message});
  if (message.size() < shown) line.put("[|", name, ']');
}

/// What follows the header, by the code; `in` is the packet and `size` what it says its length is.
void print_body(Line& line, uint16_t protocol, View from_protocol, size_t size) {
  const View in = from_protocol.from(2);
  const uint8_t code = in.u8(0);
  constexpr size_t vendor_packet = 11, time_packet = 12;
  switch (code) {
    case vendor_extension:
      if (in.length() < vendor_packet) return;
      print_magic(line, in);
      line.put(" Vendor: ", vendor_name(in.u24(8)), " (", in.u24(8), ')');
      return;
    case configure_request:
    case 2:
    case 3:
    case configure_reject: return print_options(line, protocol, in.from(4).with_length(size - 4));
    case terminate_request:
    case 6:
    case code_reject: return;
    case protocol_reject: return print_rejected_protocol(line, in, size);
    case echo_request:
    case 10:
    case discard_request: return print_echo(line, in, size);
    case identification: return print_identification(line, find_name(protocol_names, protocol), in, size);
    case time_remaining:
      if (in.length() < time_packet) return;
      print_magic(line, in);
      line.put(", Seconds-Remaining ", in.u32(8), 's');
      return;
    default:
      if (line.options.verbose < 2)
        append_hex(line, from_protocol.available(0, from_protocol.length()), "\n\t  ");
  }
}

}  // namespace

void print_control(Line& line, uint16_t protocol, View from_protocol) {
  constexpr size_t header_length = 4;
  const View in = from_protocol.from(2);
  const std::string_view name = find_name(protocol_names, protocol);
  line.put(name, ", ");
  if (in.length() < header_length || !in.has(0, 2)) {
    line.put("[|", name, ']');
    return;
  }
  const uint8_t code = in.u8(0);
  const std::string_view code_name = find_name(code_names, code);
  line.put(code_name.empty() ? "Unknown Opcode" : code_name, " (0x", Hex{code, 2}, "), id ", in.u8(1));
  line.put(", length ", in.length() + 2);
  if (line.options.verbose == 0) return;
  const size_t size = in.u16(2);
  line.put("\n\tencoded length ", size);
  if (size < header_length) {
    line.put(" (< ", header_length, "))");
    return;
  }
  if (size > in.length()) {
    line.put(" (> packet length ", in.length(), "))");
    return;
  }
  line.put(" (=Option(s) length ", size - header_length, ')');
  if (size == header_length) return;
  if (line.options.verbose > 1) append_hex(line, from_protocol.available(0, 6));
  print_body(line, protocol, from_protocol, size);
}

}  // namespace wiretale::ppp

namespace wiretale::ppp_control {
namespace {

constexpr Field code{"ppp.code", "Code", bytes(0, 1), Type::Uint8, Show::Decimal, ppp::code_names};
constexpr Field identifier{"ppp.identifier", "Identifier", bytes(1, 1)};
constexpr Field length{"ppp.length", "Length", bytes(2, 2)};
constexpr const Field* fields[] = {&code, &identifier, &length};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {
    {On::PppProtocol, ppp::lcp, Scope::Decode},    {On::PppProtocol, ppp::ipcp, Scope::Decode},
    {On::PppProtocol, ppp::ipv6cp, Scope::Decode}, {On::PppProtocol, ppp::ccp, Scope::Decode},
    {On::PppProtocol, ppp::mplscp, Scope::Decode}, {On::PppProtocol, ppp::bacp, Scope::Decode},
    {On::PppProtocol, ppp::osicp, Scope::Decode}};

constexpr size_t header_length = 4;

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (length.read(header) < header_length) return {.trouble = Trouble::Malformed};
  in.limit(length.read(header) - header_length);
  return {};
}

}  // namespace

extern constinit const Protocol protocol{.name = "lcp",
                                         .title = "PPP Control Protocols",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode};

}  // namespace wiretale::ppp_control
