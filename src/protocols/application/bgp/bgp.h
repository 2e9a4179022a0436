// The parts of the BGP-4 printer: attributes, routes, communities.
#pragma once
#include "packet/line.h"

namespace wiretale::bgp {

/// Thrown where a length inside a message contradicts another: the message ends with "[|bgp]", the next one
/// is read all the same.
struct MessageCut {};

/// AS numbers and the 8-byte identifiers of VPNs.
void put_as(Line& line, uint32_t number);
void put_route_distinguisher(Line& line, View at);

/// The path attributes in the first `length` bytes of `in`.
void print_attributes(Line& line, View in, size_t length);

/// One route: how many bytes it takes, or why there is none.
struct Route {
  enum Problem : uint8_t { None, IllegalLength, CutOff, RestOnly } problem = None;
  size_t size = 0;
};
/// `length` bytes of IPv4 routes of an Update itself (RFC 4271 4.3); how many of them were read.
size_t print_ipv4_routes(Line& line, View in, size_t length);

/// The values of Multi-Protocol Reach and Unreach (RFC 4760).
void print_reachable(Line& line, View value, size_t length);
void print_unreachable(Line& line, View value, size_t length);
/// Routes of one address family; `in` starts at the first of them, `length` bytes of the attribute are left,
/// `attribute_length` is what the whole attribute has.
void print_routes(Line& line, View in, size_t length, size_t attribute_length, uint16_t family,
                  uint8_t subsequent);
/// Whether routes of the family are understood.
[[nodiscard]] bool knows_routes(uint16_t family, uint8_t subsequent);

void print_communities(Line& line, View value, size_t length);
void print_extended_communities(Line& line, View value, size_t length);
void print_large_communities(Line& line, View value, size_t length);

}  // namespace wiretale::bgp
