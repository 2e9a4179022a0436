// PPP in HDLC-like framing (RFC 1662) as a link of its own, and Cisco's HDLC, which may come with the same
// link type.
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/link/ppp.h"

namespace wiretale::ppp_hdlc {
namespace {

constexpr Claim found_on[] = {{On::LinkType, 50, Scope::Line}};

enum Address : uint8_t { all_stations = 0xff, cisco_unicast = 0x0f, cisco_broadcast = 0x8f };
constexpr uint16_t cisco_link = 104;
constexpr size_t header_length = 4;

void print(Line& line, View in) {
  line.protocol = "ppp_hdlc";
  in.need(0, 2);
  const uint8_t address = in.u8(0), control = in.u8(1);
  if (address == cisco_unicast || address == cisco_broadcast) {
    line.child(On::LinkType, cisco_link, in);
    return;
  }
  const auto print_link_header = [&] {
    if (line.options.link_header) line.put(Hex{address, 2}, ' ', Hex{control, 2}, ' ', in.length(), ' ');
  };
  if (address == all_stations) {
    in.need(0, header_length);
    print_link_header();
    const uint16_t number = in.u16(2);
    line.put(NamedHex{ppp::protocol_names, number, "unknown PPP protocol (0x", ")", 4}, ": ");
    ppp::print_payload(line, number, in.from(header_length), in.from(2));
    if (line.outermost()) line.link_header_length = header_length;
    return;
  }
  print_link_header();
  // tcpdump takes the two bytes that follow for the address and control of somebody unknown.
  in.need(2, 2);
  line.put("unknown addr ", Hex{in.u8(2), 2}, "; ctrl ", Hex{in.u8(3), 2});
  if (line.outermost()) line.link_header_length = 2;
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "ppp_hdlc", .title = "PPP in HDLC-like Framing", .found_on = found_on, .print = print};

}  // namespace wiretale::ppp_hdlc
