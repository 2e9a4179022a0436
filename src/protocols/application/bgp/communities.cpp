// Communities of BGP routes: plain (RFC 1997), extended (RFC 4360) and large (RFC 8092).
#include "protocols/application/bgp/bgp.h"
#include "protocols/application/bgp/bgp_names.h"
#include "protocols/network/l2vpn_encapsulation_names.h"

namespace wiretale::bgp {
namespace {

std::string_view or_else(std::string_view name, std::string_view otherwise) {
  return name.empty() ? otherwise : name;
}

void print_ospf_route_type(Line& line, View value) {
  const uint8_t route = value.u8(6), route_options = value.u8(7);
  line.put("area:", Ipv4Text{value.at_least(2, 4)},
           ", router-type:", NamedHex{ospf_route_names, route, "unknown (0x", ")", 2},
           ", metric-type:", (route_options & 1) != 0 ? "E2" : "", route == 5 || route == 7 ? "E1" : "");
}

void print_extended(Line& line, View value) {
  const uint16_t type = value.u16(0);
  line.put("\n\t    ", or_else(find_name(extended_names, type), "unknown extd community typecode"), " (0x",
           Hex{type, 4}, "), Flags [", NamedBits{extended_flags, type}, "]: ");
  switch (type) {
    case extended::target_as:
    case extended::origin_as:
    case extended::l2vpn_id:
      line.put(value.u16(2), ':', value.u32(4), " (= ", Ipv4Text{value.at_least(4, 4)}, ')');
      break;
    case extended::target_ip:
    case extended::origin_ip:
    case extended::vrf_route_import: line.put(Ipv4Text{value.at_least(2, 4)}, ':', value.u16(6)); break;
    case extended::target_as4:
    case extended::origin_as4:
      put_as(line, value.u32(2));
      line.put(':', value.u16(6));
      break;
    case extended::ospf_domain_as:
    case extended::ospf_domain_ip:
    case extended::ospf_domain_as4:
    case extended::ospf_router_id:
    case extended::cisco_ospf_router_id:
    case extended::cisco_ospf_domain: line.put(Ipv4Text{value.at_least(2, 4)}); break;
    case extended::ospf_route_type:
    case extended::cisco_ospf_route_type: print_ospf_route_type(line, value); break;
    case extended::layer2_info:
      line.put(or_else(find_name(l2vpn_encapsulations, value.u8(2)), "unknown encaps"), " Control Flags [0x",
               Hex{value.u8(3), 2}, "]:MTU ", value.u16(4));
      break;
    case extended::source_as: line.put("AS ", value.u16(2)); break;
    case extended::link_bandwidth:
      // Bytes per second, as a number of IEEE 754 (draft-ietf-idr-link-bandwidth).
      line.put("bandwidth: ", Fixed{static_cast<double>(std::bit_cast<float>(value.u32(4))) * 8 / 1000000, 3},
               " Mbps");
      break;
    case extended::encapsulation:
      line.put("Tunnel type: ", or_else(find_name(tunnel_names, value.u16(6)), "unknown encaps"));
      break;
    default:
      for (size_t i = 2; i < 8; ++i) line.put(Hex{value.u8(i), 2});
      break;
  }
}

}  // namespace

void print_communities(Line& line, View value, size_t length) {
  if (length % 4 != 0) {
    line.put("invalid len");
    return;
  }
  for (size_t at = 0; at < length; at += 4) {
    const uint32_t community = value.u32(at);
    if (const std::string_view name = find_name(well_known_communities, community); !name.empty())
      line.put(name);
    else
      line.put(community >> 16, ':', community & 0xffffu, at + 4 < length ? ", " : "");
  }
}

void print_extended_communities(Line& line, View value, size_t length) {
  if (length % 8 != 0) {
    line.put("invalid len");
    return;
  }
  for (size_t at = 0; at < length; at += 8) print_extended(line, value.from(at));
}

void print_large_communities(Line& line, View value, size_t length) {
  if (length == 0 || length % 12 != 0) {
    line.put("invalid len");
    return;
  }
  line.put("\n\t    ");
  for (size_t at = 0; at < length; at += 12)
    line.put(value.u32(at), ':', value.u32(at + 4), ':', value.u32(at + 8), at + 12 < length ? ", " : "");
}

}  // namespace wiretale::bgp
