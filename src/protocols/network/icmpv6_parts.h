// The parts of ICMPv6: neighbor discovery (RFC 4861), multicast listeners (RFC 2710, RFC 3810), and more.
#pragma once
#include "packet/line.h"
#include "packet/tree.h"

namespace wiretale::icmpv6 {

namespace neighbor_option {
inline constexpr Field type{"icmpv6.opt.type", "Type", varies, Type::Uint8};
inline constexpr Field length{"icmpv6.opt.length", "Length", varies, Type::Uint8};
inline constexpr Field link_address{"icmpv6.opt.linkaddr", "Link-layer address", varies, Type::ByteArray};
inline constexpr Field prefix{"icmpv6.opt.prefix", "Prefix", varies, Type::Ipv6};
inline constexpr Field prefix_length{"icmpv6.opt.prefix.length", "Prefix Length", varies, Type::Uint8};
inline constexpr Field valid_lifetime{"icmpv6.opt.prefix.valid_lifetime", "Valid Lifetime", varies,
                                      Type::Uint32};
inline constexpr Field preferred_lifetime{"icmpv6.opt.prefix.preferred_lifetime", "Preferred Lifetime",
                                          varies, Type::Uint32};
inline constexpr Field mtu{"icmpv6.opt.mtu", "MTU", varies, Type::Uint32};
inline constexpr Field server{"icmpv6.opt.rdnss", "Recursive DNS Servers", varies, Type::Ipv6};
inline constexpr const Field* fields[] = {&type,          &length,         &link_address,       &prefix,
                                          &prefix_length, &valid_lifetime, &preferred_lifetime, &mtu,
                                          &server};
}  // namespace neighbor_option

/// The second line of a router advertisement.
void print_router_advertisement(Line& line, View message);
/// One line for each option.
void print_neighbor_options(Line& line, View options);
void dissect_neighbor_options(Bytes message, size_t at, FieldWriter& out);

/// A version 2 query, and a version 2 report; the whole message each.
void print_listener_query(Line& line, View message);
void print_listener_report(Line& line, View message);

/// RPL's messages (RFC 6550), node information (RFC 4620) and router renumbering (RFC 2894); the whole
/// message.
void print_rpl(Line& line, View message);
void print_node_information_query(Line& line, View message);
void print_node_information_reply(Line& line, View message);
void print_router_renumbering(Line& line, View message);

}  // namespace wiretale::icmpv6
