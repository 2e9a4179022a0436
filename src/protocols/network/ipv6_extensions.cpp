// IPv6 extension headers as layers (RFC 8200, RFC 6275).
#include "protocols/network/ipv6_extensions.h"

#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/network/ip_protocol_names.h"
#include "protocols/network/ipv6_tree.h"

namespace wiretale {

namespace {

/// Most extension headers begin with the next one's number and their length in 8-byte words, without the
/// first.
size_t extension_size(uint8_t words) { return (words + size_t{1}) * 8; }

Step decode_extension(Cursor& in, Context& context) {
  const Bytes start = in.take(8);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  in.skip(extension_size(start[1]) - 8);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = context.find(On::IpProtocol, start[0])};
}

}  // namespace

namespace ipv6_hop_by_hop {
namespace {
constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::hop_by_hop}};
}  // namespace
extern constinit const Protocol protocol{.name = "ipv6.hopopts",
                                         .title = "IPv6 Hop-by-Hop Option",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode_extension,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .nested = Nested::InCarrier};
}  // namespace ipv6_hop_by_hop

namespace ipv6_destination {
namespace {
constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::destination}};
}  // namespace
extern constinit const Protocol protocol{.name = "ipv6.dstopts",
                                         .title = "Destination Options for IPv6",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode_extension,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .nested = Nested::InCarrier};
}  // namespace ipv6_destination

namespace ipv6_routing {
namespace {
constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::routing}};
}  // namespace
extern constinit const Protocol protocol{.name = "ipv6.routing",
                                         .title = "Routing Header for IPv6",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode_extension,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .nested = Nested::InCarrier};
}  // namespace ipv6_routing

namespace ipv6_fragment {
namespace {
constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::fragment}};

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(8);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (be16(&header[2]) >> 3 != 0) return {};
  return {.next = context.find(On::IpProtocol, header[0])};
}
}  // namespace
extern constinit const Protocol protocol{.name = "ipv6.fraghdr",
                                         .title = "Fragment Header for IPv6",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .nested = Nested::InCarrier};
}  // namespace ipv6_fragment

namespace ipv6_mobility {
namespace {
constexpr Field payload_protocol{"mip6.proto", "Payload protocol", bytes(0, 1),
                                 Type::Uint8,  Show::Decimal,      ip_protocol_names};
constexpr Field length{"mip6.hlen", "Header length", bytes(1, 1)};
constexpr Field type{"mip6.mhtype", "Mobility Header Type", bytes(2, 1)};
constexpr Field reserved{"mip6.reserved", "Reserved", bytes(3, 1), Type::Uint8, Show::Hex};
constexpr Field checksum{"mip6.csum", "Checksum", bytes(4, 2), Type::Uint16, Show::Hex};
constexpr const Field* fields[] = {&payload_protocol, &length, &type, &reserved, &checksum};
static_assert(fields_are_distinct(fields));
constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::mobility}};
}  // namespace
extern constinit const Protocol protocol{.name = "mipv6",
                                         .title = "Mobile IPv6",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode_extension};
}  // namespace ipv6_mobility

const uint8_t* ipv6_final_destination(const NetworkHeader& network) {
  View in = network.header;
  if (!in.has(0, 40)) return network.destination;
  uint8_t next = in.u8(6);
  in = in.from(40);
  while (in.has(0, 8)) {
    size_t size = extension_size(in.u8(1));
    if (next == ip_protocol::routing) {
      const uint8_t kind = in.u8(2), words = in.u8(1);
      if (words < 2 || !in.has(0, size)) break;
      // Segment lists run backwards (RFC 8754 2): the first entry is the last hop.
      if (kind == 4) return in.at_least(8, 16);
      if (kind == 0 || kind == 2) return in.at_least(8 + 16 * (words / 2u - 1), 16);
      break;
    }
    if (next == ip_protocol::fragment)
      size = 8;
    else if (next != ip_protocol::hop_by_hop && next != ip_protocol::destination &&
             next != ip_protocol::mobility && next != ip_protocol::mobility_old)
      break;
    next = in.u8(0);
    in = in.from(size);
  }
  return network.destination;
}

}  // namespace wiretale
