// Names of IP protocol numbers.
#pragma once
#include <cstdint>

#include "packet/names.h"

namespace wiretale {

inline constexpr Name ip_protocol_name_table[] = {
    {6, "TCP"},
    {17, "UDP"},
    {1, "ICMP"},
    {58, "ICMPv6"},
    {0, "Options"},
    {2, "IGMP"},
    {4, "IPIP"},
    {8, "EGP"},
    {9, "IGRP"},
    {33, "DCCP"},
    {41, "IPv6"},
    {43, "Routing"},
    {44, "Fragment"},
    {46, "RSVP"},
    {47, "GRE"},
    {50, "ESP"},
    {51, "AH"},
    {55, "Mobile IP"},
    {62, "Mobile IP (old)"},
    {88, "EIGRP"},
    {89, "OSPF"},
    {103, "PIM"},
    {108, "Compressed IP"},
    {112, "VRRP"},
    {113, "PGM"},
    {132, "SCTP"},
    {135, "Mobility"},
    {143, "Ethernet"},
};
inline constexpr Names ip_protocol_names = ip_protocol_name_table;

/// The numbers that code speaks of.
namespace ip_protocol {
inline constexpr std::uint8_t hop_by_hop = 0, icmp = 1, igmp = 2, ipv4 = 4, tcp = 6, udp = 17, dccp = 33,
                              ipv6 = 41, routing = 43, fragment = 44, esp = 50, authentication = 51,
                              icmpv6 = 58, none = 59, destination = 60, mobility_old = 62, network_disk = 77,
                              compression = 108, vrrp = 112, sctp = 132, mobility = 135, udp_lite = 136,
                              ethernet = 143;
}  // namespace ip_protocol

}  // namespace wiretale
