// IPv6 extension headers as layers (RFC 8200, RFC 6275).
#include "protocols/network/ipv6_extensions.h"

#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/network/ip_protocol_names.h"

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

namespace option {
constexpr Field type{"ipv6.opt.type", "Type", varies, Type::Uint8, Show::Hex};
constexpr Field length{"ipv6.opt.length", "Length", varies, Type::Uint8};
constexpr Field alert{"ipv6.opt.router_alert", "Router Alert", varies, Type::Uint16};
constexpr Field jumbo{"ipv6.opt.jumbo", "Payload Length", varies, Type::Uint32};
constexpr Field padding{"ipv6.opt.padn", "PadN", varies, Type::ByteArray};
constexpr Field tunnel_limit{"ipv6.opt.tel", "Tunnel Encapsulation Limit", varies, Type::Uint8};
constexpr Field home_address{"ipv6.opt.mipv6.home_address", "MIPv6 Home Address", varies, Type::Ipv6};
constexpr const Field* fields[] = {&type, &length, &alert, &jumbo, &padding, &tunnel_limit, &home_address};
}  // namespace option

void dissect_options(Bytes layer, FieldWriter& out) {
  if (layer.size() < 8) return;
  const size_t end = std::min(layer.size(), extension_size(layer[1]));
  for (size_t at = 2; at < end;) {
    const uint8_t kind = layer[at];
    out.put(option::type, at, 1);
    if (kind == 0) {
      ++at;
      continue;
    }
    if (at + 1 >= end) return;
    const size_t size = layer[at + 1];
    out.put(option::length, at + 1, 1);
    if (size > end - at - 2) return;
    if (kind == 1) out.put(option::padding, at + 2, size, 0);
    if (kind == 4 && size == 1) out.put(option::tunnel_limit, at + 2, 1);
    if (kind == 5 && size == 2) out.put(option::alert, at + 2, 2);
    if (kind == 0xc2 && size == 4) out.put(option::jumbo, at + 2, 4);
    if (kind == 0xc9 && size >= 16) out.put(option::home_address, at + 2, 16);
    at += size + 2;
  }
}

}  // namespace

namespace ipv6_hop_by_hop {
namespace {
constexpr Field next{"ipv6.hopopts.nxt", "Next Header", bytes(0, 1),
                     Type::Uint8,        Show::Decimal, ip_protocol_names};
constexpr Field length{"ipv6.hopopts.len", "Length", bytes(1, 1)};
constexpr const Field* header_fields[] = {&next, &length};
constexpr auto fields = joined_fields(header_fields, option::fields);
static_assert(fields_are_distinct(fields));
constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::hop_by_hop}};
}  // namespace
extern constinit const Protocol protocol{.name = "ipv6.hopopts",
                                         .title = "IPv6 Hop-by-Hop Option",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode_extension,
                                         .dissect = dissect_options};
}  // namespace ipv6_hop_by_hop

namespace ipv6_destination {
namespace {
constexpr Field next{"ipv6.dstopts.nxt", "Next Header", bytes(0, 1),
                     Type::Uint8,        Show::Decimal, ip_protocol_names};
constexpr Field length{"ipv6.dstopts.len", "Length", bytes(1, 1)};
constexpr const Field* header_fields[] = {&next, &length};
constexpr auto fields = joined_fields(header_fields, option::fields);
static_assert(fields_are_distinct(fields));
constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::destination}};
}  // namespace
extern constinit const Protocol protocol{.name = "ipv6.dstopts",
                                         .title = "Destination Options for IPv6",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode_extension,
                                         .dissect = dissect_options};
}  // namespace ipv6_destination

namespace ipv6_routing {
namespace {
constexpr Field next{"ipv6.routing.nxt", "Next Header", bytes(0, 1),
                     Type::Uint8,        Show::Decimal, ip_protocol_names};
constexpr Field length{"ipv6.routing.len", "Length", bytes(1, 1)};
constexpr Field type{"ipv6.routing.type", "Type", bytes(2, 1)};
constexpr Field segments_left{"ipv6.routing.segleft", "Segments Left", bytes(3, 1)};
constexpr Field last_entry{"ipv6.routing.srh.last_entry", "Last Entry", varies, Type::Uint8};
constexpr Field flags{"ipv6.routing.srh.flags", "Flags", varies, Type::Uint8, Show::Hex};
constexpr Field tag{"ipv6.routing.srh.tag", "Tag", varies, Type::Uint16, Show::Hex};
constexpr Field segment{"ipv6.routing.srh.addr", "Address", varies, Type::Ipv6};
constexpr Field source_address{"ipv6.routing.src.addr", "Address", varies, Type::Ipv6};
constexpr Field home_address{"ipv6.routing.mipv6.home_address", "Home Address", varies, Type::Ipv6};
constexpr const Field* fields[] = {&next,  &length, &type,    &segments_left,  &last_entry,
                                   &flags, &tag,    &segment, &source_address, &home_address};
static_assert(fields_are_distinct(fields));
constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::routing}};

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < 8) return;
  const size_t end = std::min(layer.size(), extension_size(layer[1]));
  const uint8_t kind = layer[2];
  size_t entries = (end - 8) / 16;
  if (kind == 4) {
    out.put(last_entry, 4, 1);
    out.put(flags, 5, 1);
    out.put(tag, 6, 2);
    entries = std::min(entries, layer[4] + size_t{1});
  }
  const Field* const address = kind == 4   ? &segment
                               : kind == 0 ? &source_address
                               : kind == 2 ? &home_address
                                           : nullptr;
  if (address == nullptr) return;
  for (size_t i = 0; i < entries; ++i) out.put(*address, 8 + 16 * i, 16);
}
}  // namespace
extern constinit const Protocol protocol{.name = "ipv6.routing",
                                         .title = "Routing Header for IPv6",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode_extension,
                                         .dissect = dissect};
}  // namespace ipv6_routing

namespace ipv6_fragment {
namespace {
constexpr Field next{"ipv6.fraghdr.nxt", "Next header", bytes(0, 1),
                     Type::Uint8,        Show::Decimal, ip_protocol_names};
constexpr Field reserved{"ipv6.fraghdr.reserved_octet", "Reserved octet", bytes(1, 1), Type::Uint8,
                         Show::Hex};
constexpr Field offset{"ipv6.fraghdr.offset", "Offset", bits(16, 13)};
constexpr Field reserved_bits{"ipv6.fraghdr.reserved_bits", "Reserved bits", bits(29, 2)};
constexpr Field more{"ipv6.fraghdr.more", "More Fragments", bits(31, 1), Type::Boolean, Show::Flag};
constexpr Field identification{"ipv6.fraghdr.ident", "Identification", bytes(4, 4), Type::Uint32, Show::Hex};
constexpr const Field* fields[] = {&next, &reserved, &offset, &reserved_bits, &more, &identification};
static_assert(fields_are_distinct(fields));
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
                                         .decode = decode};
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
