// Routes of other address families in BGP (RFC 4760): next hops and what they lead to.
#include "packet/hex_dump.h"
#include "protocols/application/bgp/bgp.h"
#include "protocols/application/bgp/bgp_names.h"
#include "protocols/network/address_family_names.h"
#include "protocols/network/osi_address.h"

namespace wiretale::bgp {
namespace {

constexpr size_t distinguisher_length = 8;

bool is_vpn(uint8_t subsequent) {
  return subsequent == safi::vpn_unicast || subsequent == safi::vpn_multicast ||
         subsequent == safi::vpn_unicast_multicast;
}

/// False, with the words, when the family has no decoder.
bool print_family(Line& line, View value, size_t length) {
  const uint16_t family = value.u16(0);
  const uint8_t subsequent = value.u8(2);
  const std::string_view name = find_name(address_family_names, family),
                         subsequent_name = find_name(safi_names, subsequent);
  line.put("\n\t    AFI: ", name.empty() ? std::string_view("Unknown AFI") : name, " (", family, "), ",
           subsequent > 128 ? "vendor specific " : "",
           "SAFI: ", subsequent_name.empty() ? std::string_view("Unknown SAFI") : subsequent_name, " (",
           subsequent, ')');
  if (knows_routes(family, subsequent)) return true;
  line.put("\n\t    no AFI ", family, " / SAFI ", subsequent, " decoder");
  if (line.options.verbose <= 1) append_hex(line, value.available(0, length), "\n\t    ");
  return false;
}

/// One next hop at the start of `in`; how many of the `left` bytes it takes.
size_t print_next_hop(Line& line, View in, size_t left, uint16_t family, uint8_t subsequent) {
  const auto invalid = [&] {
    line.put("invalid len");
    return left;
  };
  const bool vpn = is_vpn(subsequent) && family != address_family::l2vpn;
  const size_t before = vpn ? distinguisher_length : 0;
  const auto put_distinguisher = [&] {
    if (!vpn) return;
    line.put("RD: ");
    put_route_distinguisher(line, in);
    line.put(", ");
  };
  if (family == address_family::nsap) {
    if (left < before + 1) return invalid();
    in.need(0, left);
    put_distinguisher();
    line.put("");
    put_nsap(line, in.available(before, left - before));
    if (vpn) {
      // An IPv4 (RFC 986) or IPv6 address (RFC 1888) inside an NSAP.
      if (in.u32(before) == 0x47000601)
        line.put(" = ", Ipv4Text{in.at_least(before + 4, 4)});
      else if (in.u24(before) == 0x350000)
        line.put(" = ", Ipv6Text{in.at_least(before + 3, 16)});
    }
    return left;
  }
  const size_t address = family == address_family::ipv6 ? 16 : 4;
  if (left < before + address) return invalid();
  put_distinguisher();
  if (address == 16)
    line.put(Ipv6Text{in.at_least(before, 16)});
  else
    line.put(Ipv4Text{in.at_least(before, 4)});
  return before + address;
}

}  // namespace

void print_reachable(Line& line, View value, size_t length) {
  if (!print_family(line, value, length)) return;
  const uint16_t family = value.u16(0);
  const uint8_t subsequent = value.u8(2);
  size_t at = 3;
  const size_t next_hops = value.u8(at++);
  if (next_hops != 0) {
    value.need(at, next_hops);
    if (length < at + next_hops) throw MessageCut{};
    for (size_t taken = 0; taken < next_hops;) {
      line.put(taken == 0 ? "\n\t    nexthop: " : ", ");
      taken += print_next_hop(line, value.from(at + taken), next_hops - taken, family, subsequent);
    }
    at += next_hops;
  }
  line.put(", nh-length: ", next_hops);
  if (length <= at) throw MessageCut{};
  const size_t attachments = value.u8(at++);
  if (attachments == 0) {
    line.put(", no SNPA");
  } else {
    line.put("\n\t    ", attachments, " SNPA");
    for (size_t i = 0; i < attachments; ++i) {
      const size_t size = value.u8(at);
      line.put("\n\t      ", size, " bytes");
      at += size + 1;
    }
  }
  if (at < length) print_routes(line, value.from(at), length - at, length, family, subsequent);
}

void print_unreachable(Line& line, View value, size_t length) {
  if (!print_family(line, value, length)) return;
  // No routes at all: every route of the family has been sent (RFC 4724 2).
  if (length == 3) line.put("\n\t      End-of-Rib Marker (empty NLRI)");
  if (length > 3) print_routes(line, value.from(3), length - 3, length, value.u16(0), value.u8(2));
}

}  // namespace wiretale::bgp
