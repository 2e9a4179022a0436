// Network layer reachability information in BGP: prefixes with labels, distinguishers and path identifiers.
#include "protocols/application/bgp/bgp.h"
#include "protocols/application/bgp/bgp_names.h"
#include "protocols/network/address_family_names.h"
#include "protocols/network/osi_address.h"

namespace wiretale::bgp {
namespace {

constexpr size_t path_id_length = 4;
constexpr Route illegal{Route::IllegalLength}, cut_off{Route::CutOff}, rest_only{Route::RestOnly};

size_t bytes_of(size_t bits) { return (bits + 7) / 8; }

/// Whether routes carry path identifiers (RFC 7911), which only the session's Open would tell: they do when
/// the bytes add up so and would not without.
bool carries_path_ids(View in, size_t length, size_t longest) {
  size_t at = 0;
  while (at < length) {
    at += path_id_length;
    if (at >= length) break;
    if (!in.has(at, 1)) return false;
    const size_t prefix = in.u8(at);
    if (prefix > longest) return false;
    at += 1 + bytes_of(prefix);
  }
  if (at > length) return false;
  at = 0;
  while (at < length) {
    if (!in.has(at, 1)) return true;
    const size_t prefix = in.u8(at);
    if (prefix < 1 || prefix > longest) return true;
    at += 1 + bytes_of(prefix);
  }
  return at > length;
}

/// An address of which only `prefix` bits are given.
void put_prefix(Line& line, View in, size_t at, size_t prefix, bool six) {
  uint8_t address[16] = {};
  const Bytes given = in.bytes(at, bytes_of(prefix));
  if (!given.empty()) std::memcpy(address, given.data(), given.size());
  if (prefix % 8 != 0) address[prefix / 8] &= static_cast<uint8_t>(0xff << (8 - prefix % 8));
  if (six)
    line.put(Ipv6Text{address});
  else
    line.put(Ipv4Text{address});
  line.put('/', prefix);
}

/// What stands before the prefix: a label of 3 bytes, a distinguisher of 8.
struct Shape {
  bool label = false, distinguisher = false;
};

Route print_prefix(Line& line, View in, size_t attribute_length, uint16_t family, Shape shape) {
  const bool six = family == address_family::ipv6, osi = family == address_family::nsap;
  const size_t before = (shape.label ? 3u : 0u) + (shape.distinguisher ? 8u : 0u);
  size_t prefix = in.u8(0);
  if (attribute_length < 1 + (shape.distinguisher ? 0 : before)) return rest_only;
  if (prefix < before * 8) return illegal;
  prefix -= before * 8;
  if (prefix > (osi ? 152u : six ? 128u : 32u)) return illegal;
  if (shape.label && !shape.distinguisher) in.need(0, 4);
  const size_t count = bytes_of(prefix);
  // Plain NSAP prefixes are read 4 bytes behind their length, as tcpdump does.
  const size_t at = osi && !shape.label ? 4 : 1 + before;
  in.need(at, count);
  if (!shape.distinguisher && attribute_length < 1 + before + count) return rest_only;
  line.put("\n\t      ");
  if (shape.distinguisher) {
    line.put("RD: ");
    put_route_distinguisher(line, in.from(4));
    line.put(", ");
  }
  if (osi) {
    put_nsap(line, in.available(at, count));
    line.put('/', prefix);
  } else {
    put_prefix(line, in, at, prefix, six);
  }
  if (shape.label) {
    line.put(", label:", in.u24(1) >> 4,
             (in.u8(3) & 1) != 0 ? " (bottom)" : " (BOGUS: Bottom of Stack NOT set!)");
  }
  return {Route::None, 1 + before + count};
}

/// RFC 4684: membership in a route target, itself shortened to a prefix.
Route print_route_target(Line& line, View in) {
  size_t prefix = in.u8(0);
  if (prefix == 0) {
    line.put("\n\t      default route target");
    return {Route::None, 1};
  }
  if (prefix < 32) return illegal;
  prefix -= 32;
  const size_t count = bytes_of(prefix);
  in.need(1, 4);
  if (prefix > 64) return illegal;
  in.need(5, count);
  uint8_t target[8] = {};
  const Bytes given = in.bytes(5, count);
  if (count != 0) std::memcpy(target, given.data(), count);
  if (prefix % 8 != 0) target[prefix / 8] &= static_cast<uint8_t>(0xff << (8 - prefix % 8));
  line.put("\n\t      origin AS: ");
  put_as(line, in.u32(1));
  if (prefix == 0) {
    line.put(", route-target: 0:0/0");
    return {Route::None, 5};
  }
  const View view{target, 8, 8};
  const auto put_bytes = [&] {
    line.put(" (");
    for (size_t i = 0; i < count; ++i) line.put(i % 2 == 0 && i != 0 ? " " : "", Hex{target[i], 2});
  };
  switch (view.u16(0)) {
    case extended::target_as: line.put(", route-target: ", view.u16(2), ':', view.u32(4)); break;
    case extended::target_ip: line.put(", route-target: ", Ipv4Text{target + 2}, ':', view.u16(6)); break;
    case extended::target_as4:
      line.put(", route-target: ");
      put_as(line, view.u32(2));
      line.put(':', view.u16(6));
      break;
    default:
      line.put(", route target: unknown-type(", Hex{view.u16(0), 4}, ')');
      put_bytes();
      line.put('/', prefix, ')');
      return {Route::None, 5 + count};
  }
  line.put('/', prefix);
  put_bytes();
  line.put(')');
  return {Route::None, 5 + count};
}

/// An address whose length is given in bits.
void put_vpn_address(Line& line, View in, size_t at, size_t bits) {
  if (bits == 32)
    line.put(Ipv4Text{in.at_least(at, 4)});
  else if (bits == 128)
    line.put(Ipv6Text{in.at_least(at, 16)});
  else
    line.put("bogus address length ", bits / 8);
}

/// Source and group, each behind its length in bits; how many bytes they take.
size_t print_source_and_group(Line& line, View in) {
  size_t at = 0;
  for (const std::string_view name : {", Source ", ", Group "}) {
    const size_t count = in.u8(at) / 8;
    in.need(++at, count);
    if (count != 0) {
      line.put(name);
      put_vpn_address(line, in, at, count * 8);
      at += count;
    }
  }
  return at;
}

/// RFC 6514 4: multicast VPN routes.
Route print_multicast_vpn(Line& line, View in) {
  const uint8_t type = in.u8(0);
  const size_t length = in.u8(1);
  const std::string_view name = find_name(multicast_routes, type);
  line.put("\n\t      Route-Type: ", name.empty() ? std::string_view("Unknown") : name, " (", type,
           "), length: ", length);
  const View value = in.from(2);
  const auto put_distinguisher = [&] {
    line.put(", RD: ");
    put_route_distinguisher(line, value);
  };
  const auto put_originator = [&](size_t at, size_t bits) {
    line.put(", Originator ");
    if (bits == 32 || bits == 128)
      put_vpn_address(line, value, at, bits);
    else
      line.put("bogus address length ", bits / 8);
  };
  switch (type) {
    case 1:
      value.need(0, 8);
      put_distinguisher();
      put_originator(8, (length - 8) * 8 & 0xff);
      break;
    case 2:
      value.need(0, 12);
      put_distinguisher();
      line.put(", Source-AS ");
      put_as(line, value.u32(8));
      break;
    case 3: {
      value.need(0, 8);
      put_distinguisher();
      const size_t at = 8 + print_source_and_group(line, value.from(8));
      put_originator(at, (length - (at - 8)) * 8 & 0xff);
      break;
    }
    case 5:
      value.need(0, 8);
      put_distinguisher();
      print_source_and_group(line, value.from(8));
      break;
    case 6:
    case 7:
      value.need(0, 12);
      put_distinguisher();
      line.put(", Source-AS ");
      put_as(line, value.u32(8));
      print_source_and_group(line, value.from(12));
      break;
    default: break;
  }
  return {Route::None, length + 2};
}

/// RFC 6037: multicast distribution trees.
Route print_distribution_tree(Line& line, View in) {
  if (in.u8(0) != 128) return illegal;
  in.need(1, 16);
  line.put("\n\t      RD: ");
  put_route_distinguisher(line, in.from(1));
  line.put(", VPN IP Address: ", Ipv4Text{in.at_least(9, 4)},
           ", MC Group Address: ", Ipv4Text{in.at_least(13, 4)});
  return {Route::None, 17};
}

/// RFC 4761 (label blocks) and RFC 6074 (auto-discovery, always 12 bytes).
Route print_layer2_vpn(Line& line, View in) {
  const size_t length = in.u16(0);
  const View value = in.from(2);
  if (length == 12) {
    value.need(0, 12);
    line.put("\n\t      RD: ");
    put_route_distinguisher(line, value);
    line.put(", BGPNH: ", Ipv4Text{value.at_least(8, 4)});
    return {Route::None, length + 2};
  }
  if (length <= 17) return cut_off;
  value.need(0, 15);
  line.put("\n\t      RD: ");
  put_route_distinguisher(line, value);
  line.put(", CE-ID: ", value.u16(8), ", Label-Block Offset: ", value.u16(10), ", Label Base ",
           value.u24(12) >> 4);
  for (size_t at = 15; at < length;) {
    if (length - at < 3) {
      line.put("\n\t\tran past the end");
      return {Route::None, length + 2};
    }
    const uint8_t type = value.u8(at);
    const uint16_t bits = value.u16(at + 1);
    at += 3;
    if (type == 1) {
      line.put("\n\t\tcircuit status vector (", type, ") length: ", bits, ": 0x");
      const size_t count = bytes_of(bits);
      for (size_t i = 0; i < count; ++i) {
        if (at >= length) {
          line.put(" (ran past the end)");
          return {Route::None, length + 2};
        }
        line.put(Hex{value.u8(at++), 2});
      }
    } else {
      line.put("\n\t\tunknown TLV #", type, ", length: ", bits);
      const size_t count = bytes_of(bits);
      if (count > length - at) {
        line.put(" (ran past the end)");
        return {Route::None, length + 2};
      }
      at += count;
    }
  }
  return {Route::None, length + 2};
}

Route print_route(Line& line, View in, size_t attribute_length, uint16_t family, uint8_t subsequent) {
  if (family == address_family::vpls || family == address_family::l2vpn) return print_layer2_vpn(line, in);
  switch (subsequent) {
    case safi::labeled_unicast: return print_prefix(line, in, attribute_length, family, {.label = true});
    case safi::vpn_unicast:
    case safi::vpn_multicast:
    case safi::vpn_unicast_multicast:
      return print_prefix(line, in, attribute_length, family, {.label = true, .distinguisher = true});
    case safi::route_target: return print_route_target(line, in);
    case safi::multicast_vpn: return print_multicast_vpn(line, in);
    case safi::mdt: return print_distribution_tree(line, in);
    default: return print_prefix(line, in, attribute_length, family, {});
  }
}

/// The same, with nothing printed of a route that is cut off.
Route print_whole_route(Line& line, View in, size_t attribute_length, uint16_t family, uint8_t subsequent) {
  const size_t start = line.size();
  try {
    return print_route(line, in, attribute_length, family, subsequent);
  } catch (const Truncated&) {
    line.shorten(start);
    throw;
  }
}

}  // namespace

bool knows_routes(uint16_t family, uint8_t subsequent) {
  const bool vpn = subsequent == safi::vpn_unicast || subsequent == safi::vpn_multicast ||
                   subsequent == safi::vpn_unicast_multicast;
  const bool plain = subsequent >= safi::unicast && subsequent <= safi::unicast_multicast;
  switch (family) {
    case address_family::ipv4:
      return plain || vpn || subsequent == safi::labeled_unicast || subsequent == safi::multicast_vpn ||
             subsequent == safi::mdt || subsequent == safi::route_target;
    case address_family::ipv6: return plain || vpn || subsequent == safi::labeled_unicast;
    case address_family::nsap: return plain || vpn;
    case address_family::l2vpn: return vpn;
    case address_family::vpls: return subsequent == safi::vpls;
    default: return false;
  }
}

void print_routes(Line& line, View in, size_t length, size_t attribute_length, uint16_t family,
                  uint8_t subsequent) {
  const bool plain = subsequent <= safi::unicast_multicast;
  const bool path_ids = plain && family != address_family::nsap &&
                        carries_path_ids(in, length, family == address_family::ipv6 ? 128 : 32);
  for (size_t at = 0; at < length;) {
    uint32_t path_id = 0;
    if (path_ids) {
      path_id = in.u32(at);
      at += path_id_length;
    }
    const Route route = print_whole_route(line, in.from(at), attribute_length, family, subsequent);
    if (route.problem == Route::CutOff) throw MessageCut{};
    if (route.problem == Route::IllegalLength)
      line.put(subsequent == safi::route_target ? "\n\t      (illegal prefix length)"
                                                : "\n\t    (illegal prefix length)");
    if (route.problem != Route::None) return;
    if (path_ids) line.put("   Path Id: ", path_id);
    at += route.size;
  }
}

size_t print_ipv4_routes(Line& line, View in, size_t length) {
  const bool path_ids = carries_path_ids(in, length, 32);
  size_t at = 0;
  while (at < length) {
    uint32_t path_id = 0;
    if (path_ids) {
      if (length - at < path_id_length) return length;
      path_id = in.u32(at);
      at += path_id_length;
    }
    const size_t prefix = in.u8(at);
    if (prefix > 32) {
      line.put("\n\t    (illegal prefix length)");
      return at;
    }
    const size_t count = bytes_of(prefix);
    in.need(at + 1, count);
    if (length - at < 1 + count) throw MessageCut{};
    line.put("\n\t    ");
    put_prefix(line, in, at + 1, prefix, false);
    if (path_ids) line.put("   Path Id: ", path_id);
    at += 1 + count;
  }
  return at;
}

}  // namespace wiretale::bgp
