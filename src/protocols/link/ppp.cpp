// PPP (RFC 1661, 1662): the protocol field, compressed or not, and HDLC's address and control where they are
// there.
#include "protocols/link/ppp.h"

#include "packet/hex_dump.h"
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/ppp_labels.h"

namespace wiretale::ppp {
namespace {

constexpr Field address{"ppp.address", "Address", varies, Type::Uint8, Show::Hex};
constexpr Field control{"ppp.control", "Control", varies, Type::Uint8, Show::Hex};
constexpr Field number{"ppp.protocol", "Protocol", varies, Type::Uint16, Show::Hex, protocol_labels};
constexpr const Field* fields[] = {&address, &control, &number};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::LinkType, 9},
                              {On::LinkType, 50, Scope::Decode},
                              {On::LinkType, 166},
                              {On::LinkType, 51, Scope::Decode}};

constexpr Claim found_on_ethernet[] = {{On::EtherType, 0x880b}};

constexpr uint16_t address_and_control = 0xff03, osi_sap = 0xfe, ipx_sap = 0xe0, mpls_ethertype = 0x8847;

/// Where the protocol field lies, and how long it is: one byte when its lowest bit is set (RFC 1661 6.5).
struct Header {
  size_t protocol_at = 0, protocol_length = 0;
  uint16_t protocol = 0;
  [[nodiscard]] size_t length() const { return protocol_at + protocol_length; }
};
Header read_header(Bytes bytes) {
  Header header;
  if (bytes.size() >= 2 && be16(bytes.data()) == address_and_control) header.protocol_at = 2;
  if (bytes.size() <= header.protocol_at) return header;
  const uint8_t first = bytes[header.protocol_at];
  header.protocol_length = first % 2 == 1 ? 1 : 2;
  if (header.protocol_length == 1)
    header.protocol = first;
  else if (bytes.size() >= header.length())
    header.protocol = be16(&bytes[header.protocol_at]);
  return header;
}

template <class Finder>
ProtocolId find_payload(const Finder& finder, uint16_t protocol) {
  switch (protocol) {
    case ip:
    case uncompressed_tcp: return ids::ipv4;
    case ipv6: return ids::ipv6;
    case osi: return finder.find(On::LlcSap, osi_sap);
    case ipx: return finder.find(On::LlcSap, ipx_sap);
    case mpls_unicast:
    case mpls_multicast: return finder.find(On::EtherType, mpls_ethertype);
    default: return finder.find(On::PppProtocol, protocol);
  }
}

Step decode(Cursor& in, Context& context) {
  const Header header = read_header(in.rest());
  in.skip(header.length());
  if (!in.ok() || header.protocol_length == 0) return {.trouble = Trouble::Truncated};
  return {.next = find_payload(context, header.protocol)};
}

void dissect(Bytes layer, FieldWriter& out) {
  const Header header = read_header(layer);
  if (header.protocol_at > 0) {
    out.put(address, 0, 1);
    out.put(control, 1, 1);
  }
  out.put(number, header.protocol_at, header.protocol_length);
}

bool is_control(uint16_t protocol) {
  return protocol == lcp || protocol == ipcp || protocol == osicp || protocol == mplscp ||
         protocol == ipv6cp || protocol == ccp || protocol == bacp;
}

/// Multilink PPP (RFC 1990), which tcpdump reads as if all sequence numbers were short.
void print_multilink(Line& line, View in) {
  constexpr Name flags[] = {{0x8000, "begin"}, {0x4000, "end"}};
  line.put("MLPPP, ");
  if (in.length() < 2 || !in.has(0, 2)) {
    line.put("[|mlppp]");
    return;
  }
  line.put("seq 0x", Hex{in.u16(0) & 0x0fffu, 3}, ", Flags [", NamedBits{flags, in.u16(0)}, "], length ",
           in.length());
}

void print(Line& line, View in) {
  line.protocol = "ppp";
  const size_t whole = in.length();
  constexpr size_t usual_header = 4;  // what -x leaves out, whatever the real header's length
  if (line.outermost()) line.link_header_length = usual_header;
  if (in.length() < 2) line.truncated();
  if (in.u16(0) == address_and_control) {
    in = in.from(2);
    if (in.length() < 2) line.truncated();
  }
  const bool one_byte = in.u8(0) % 2 == 1;
  const uint16_t protocol = one_byte ? in.u8(0) : in.u16(0);
  const View payload = in.from(one_byte ? 1 : 2);
  if (line.options.link_header) {
    const std::string_view name = find_name(protocol_names, protocol);
    line.put(name.empty() ? "unknown" : name, " (0x", Hex{protocol, 4}, "), length ", whole);
    if (name.empty()) return;
    line.put(": ");
  }
  print_payload(line, protocol, payload, in);
}

void print_on_ethernet(Line& line, View in) {
  if (in.length() == 0) return;
  line.put(": ");
  print(line, in);
}

}  // namespace

void print_payload(Line& line, uint16_t protocol, View payload, View from_protocol) {
  if (is_control(protocol)) return print_control(line, protocol, from_protocol);
  switch (protocol) {
    case pap: return print_pap(line, payload);
    case chap: return print_chap(line, payload);
    case multilink: return print_multilink(line, payload);
    case bap: return;  // tcpdump writes nothing
    default: break;
  }
  if (protocol == compressed) {
    line.put("compressed PPP data");
    return;
  }
  if (line.print(find_payload(line, protocol), payload)) return;
  const std::string_view name = find_name(protocol_names, protocol);
  if (name.empty())
    line.put("unknown PPP protocol (0x", Hex{protocol, 4}, ") ");
  else
    line.put(name, ' ');
  append_hex(line, payload.all());
}

extern constinit const Protocol protocol{.name = "ppp",
                                         .title = "Point-to-Point Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .rest = Rest::Data,
                                         .print = print};

}  // namespace wiretale::ppp

namespace wiretale::ppp_on_ethernet {

extern constinit const Protocol protocol{.name = "ppp",
                                         .title = "Point-to-Point Protocol",
                                         .fields = ppp::fields,
                                         .found_on = ppp::found_on_ethernet,
                                         .decode = ppp::decode,
                                         .dissect = ppp::dissect,
                                         .print = ppp::print_on_ethernet};

}  // namespace wiretale::ppp_on_ethernet
