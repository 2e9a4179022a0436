// Names of EtherTypes, as tcpdump writes them.
#pragma once
#include "packet/names.h"

namespace wiretale {

inline constexpr Name ethertype_name_table[] = {
    {0x0800, "IPv4"},        {0x86dd, "IPv6"},   {0x0806, "ARP"},
    {0x8035, "Reverse ARP"}, {0x8100, "802.1Q"}, {0x88a8, "802.1Q-QinQ"},
};
inline constexpr Names ethertype_names = ethertype_name_table;

}  // namespace wiretale
