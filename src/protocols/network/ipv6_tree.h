// IPv6 and its extension headers as lines of the field tree.
#pragma once
#include "packet/tree.h"
#include "protocols/network/ip_fragments_tree.h"
#include "protocols/network/ip_protocol_labels.h"
#include "protocols/network/ipv6_extension_fields.h"
#include "protocols/network/ipv6_fields.h"
#include "protocols/network/ipv6_routing_fields.h"
#include "protocols/network/service_class_labels.h"

namespace wiretale {

namespace ipv6 {
inline constexpr size_t header_length = 40;
void dissect(Bytes layer, FieldWriter& out);
}  // namespace ipv6

namespace ipv6_hop_by_hop {
inline constexpr Field next{"ipv6.hopopts.nxt", "Next Header", bytes(0, 1),
                            Type::Uint8,        Show::Decimal, ip_protocol_labels};
inline constexpr Field length{"ipv6.hopopts.len", "Length", bytes(1, 1)};
inline constexpr Field length_bytes{"ipv6.hopopts.len_oct", "Length", varies,  Type::Uint16,
                                    Show::Decimal,          {},       " bytes"};
inline constexpr const Field* header_fields[] = {&next, &length, &length_bytes};
inline constexpr auto fields = joined_fields(header_fields, ipv6_extension::fields);
void dissect(Bytes layer, FieldWriter& out);
}  // namespace ipv6_hop_by_hop

namespace ipv6_destination {
inline constexpr Field next{"ipv6.dstopts.nxt", "Next Header", bytes(0, 1),
                            Type::Uint8,        Show::Decimal, ip_protocol_labels};
inline constexpr Field length{"ipv6.dstopts.len", "Length", bytes(1, 1)};
inline constexpr Field length_bytes{"ipv6.dstopts.len_oct", "Length", varies,  Type::Uint16,
                                    Show::Decimal,          {},       " bytes"};
inline constexpr const Field* fields[] = {&next, &length, &length_bytes};
void dissect(Bytes layer, FieldWriter& out);
}  // namespace ipv6_destination

namespace ipv6_routing {
void dissect(Bytes layer, FieldWriter& out);
}  // namespace ipv6_routing

namespace ipv6_fragment {
inline constexpr Name more_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Field next{"ipv6.fraghdr.nxt", "Next header", bytes(0, 1),
                            Type::Uint8,        Show::Decimal, ip_protocol_labels};
inline constexpr Field reserved{"ipv6.fraghdr.reserved_octet", "Reserved octet", bytes(1, 1), Type::Uint8,
                                Show::Hex};
inline constexpr Field offset{"ipv6.fraghdr.offset", "Offset", bits(16, 13), Type::Uint16};
inline constexpr Field reserved_bits{"ipv6.fraghdr.reserved_bits", "Reserved bits",
                                     bits(29, 2).within(16, 16), Type::Uint16};
inline constexpr Field more{"ipv6.fraghdr.more", "More Fragments", bits(31, 1).within(16, 16),
                            Type::Boolean,       Show::Flag,       more_names_};
inline constexpr Field identification{"ipv6.fraghdr.ident", "Identification", bytes(4, 4), Type::Uint32,
                                      Show::Hex};
inline constexpr const Field* header_fields[] = {&next,          &reserved, &offset,
                                                 &reserved_bits, &more,     &identification};
inline constexpr auto fields = joined_fields(header_fields, ip_fragment::fields_6);
void dissect(Bytes layer, FieldWriter& out);
}  // namespace ipv6_fragment

}  // namespace wiretale
