// Cisco's HDLC framing and its keepalives (SLARP): LINKTYPE_C_HDLC.
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/link/ethertype_names.h"

namespace wiretale::cisco_hdlc {
namespace {

constexpr Name casts[] = {{0x0f, "unicast"}, {0x8f, "bcast"}};

constexpr Field address{"chdlc.address", "Address", bytes(0, 1), Type::Uint8, Show::Hex, casts};
constexpr Field type{"chdlc.protocol", "Protocol", bytes(2, 2), Type::Uint16, Show::Hex, ethertype_names};
constexpr const Field* fields[] = {&address, &type};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::LinkType, 104}};

constexpr size_t header_length = 4;
constexpr uint16_t slarp_type = 0x8035, osi_type = 0xfefe, old_osi_type = 0x00fe, osi_sap = 0xfe;

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const auto number = static_cast<uint16_t>(type.read(header));
  if (number == slarp_type) return {};
  if (number == osi_type || number == old_osi_type) {
    const Bytes rest = in.rest();
    return {.next = rest.empty() ? ProtocolId::None : context.find(On::LlcSap, osi_sap)};
  }
  return {.next = context.find(On::EtherType, number)};
}

void put_uptime(Line& line, uint32_t milliseconds) {
  const uint32_t seconds = milliseconds / 1000;
  line.put(", link uptime=", seconds / 86400, 'd', seconds % 86400 / 3600, 'h', seconds % 3600 / 60, 'm',
           seconds % 60, 's');
}

void print_slarp(Line& line, View in) {
  enum Code : uint32_t { request = 0, reply = 1, keepalive = 2 };
  constexpr size_t shortest = 14, with_uptime = 18;
  line.protocol = "chdlc_slarp";
  line.put("SLARP (length: ", in.length(), "), ");
  if (in.length() < shortest) line.truncated();
  const uint32_t code = in.u32(0);
  switch (code) {
    // tcpdump has nothing more to say about a request.
    case request: line.put("request"); break;
    case reply: line.put("reply ", Ipv4Text{in.at_least(4, 4)}, '/', Ipv4Text{in.at_least(8, 4)}); break;
    case keepalive:
      line.put("keepalive: mineseen=0x", Hex{in.u32(4), 8}, ", yourseen=0x", Hex{in.u32(8), 8},
               ", reliability=0x", Hex{in.u16(12), 4});
      if (in.length() >= with_uptime) put_uptime(line, in.u32(14));
      break;
    default:
      line.put("0x", Hex{code, 2}, " unknown");
      if (line.options.verbose <= 1) append_hex(line, in.from(4).all());
      break;
  }
}

void print(Line& line, View in) {
  line.protocol = "chdlc";
  in.need(0, header_length);
  if (in.length() < header_length) line.truncated();
  const Bytes header = in.bytes(0, header_length);
  const auto number = static_cast<uint16_t>(type.read(header));
  if (line.options.link_header) {
    const std::string_view name = find_name(ethertype_names, number);
    line.put(NamedHex{casts, address.read(header), "0x", "", 2}, ", ethertype ",
             name.empty() ? "Unknown" : name, " (0x", Hex{number, 4}, "), length ", in.length(), ": ");
  }
  const View payload = in.from(header_length);
  line.link_header_length = header_length;
  if (number == slarp_type) return print_slarp(line, payload);
  if (number == osi_type || number == old_osi_type) {
    // Some senders pad between the type and the OSI network layer protocol identifier.
    if (payload.length() < 2) line.truncated();
    const bool is_padded = payload.u8(1) == 0x81 || payload.u8(1) == 0x82 || payload.u8(1) == 0x83;
    const View inner = is_padded ? payload.from(1) : payload;
    if (!line.child(On::LlcSap, osi_sap, inner) && !line.options.link_header)
      line.put("unknown CHDLC protocol (0x", Hex{number, 4}, ')');
    return;
  }
  if (!line.child(On::EtherType, number, payload) && !line.options.link_header)
    line.put("unknown CHDLC protocol (0x", Hex{number, 4}, ')');
}

}  // namespace

extern constinit const Protocol protocol{.name = "chdlc",
                                         .title = "Cisco HDLC",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::cisco_hdlc
