// The parts of ICMPv6: neighbor discovery (RFC 4861), multicast listeners (RFC 2710, RFC 3810), and more.
#pragma once
#include "packet/line.h"

namespace wiretale::icmpv6 {

/// The second line of a router advertisement.
void print_router_advertisement(Line& line, View message);
/// One line for each option.
void print_neighbor_options(Line& line, View options);

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
