// BGP's field tree.
#pragma once
#include "packet/field_cursor.h"
#include "protocols/application/bgp/bgp_tree_fields.h"

namespace wiretale::bgp {

constexpr std::string_view tree_name = "BGP";

void dissect(Bytes layer, FieldWriter& out);
/// The body of an Update, and the path attributes in it up to the cursor's end.
void put_update(FieldCursor& in);
void put_attributes(FieldCursor& in);
/// The value of extended communities (RFC 4360).
void put_extended_communities(FieldCursor& in);

/// The names and values that multiprotocol attributes give to their routes.
struct RouteFields {
  std::string_view length_label;
  const Field &ipv4, &ipv6;
};
/// The routes of an address family up to the cursor's end.
void put_routes(FieldCursor& in, const RouteFields& what, unsigned family, unsigned subsequent);
/// "65000:1", "10.0.0.1:4" of the 8 bytes of a route distinguisher (RFC 4364 4.2).
[[nodiscard]] std::string route_distinguisher(Bytes eight);

}  // namespace wiretale::bgp
