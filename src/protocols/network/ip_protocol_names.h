// Names of IP protocol numbers.
#pragma once
#include "packet/names.h"

namespace wiretale {

inline constexpr Name ip_protocol_name_table[] = {
    {1, "ICMP"}, {2, "IGMP"}, {4, "IPIP"}, {6, "TCP"}, {17, "UDP"}, {41, "IPv6"}, {47, "GRE"}, {58, "ICMPv6"},
};
inline constexpr Names ip_protocol_names = ip_protocol_name_table;

}  // namespace wiretale
