// Names of EtherTypes, as Wireshark shows them in the tree.
#pragma once
#include "packet/names.h"

namespace wiretale {

inline constexpr Name ethertype_label_table[] = {
    {0x0800, "IPv4"},
    {0x86dd, "IPv6"},
    {0x0806, "ARP"},
    {0x8100, "802.1Q Virtual LAN"},
    {0x88a8, "802.1ad Provider Bridge (Q-in-Q)"},
    {0x9100, "QinQ: old non-standard 802.1ad"},
    {0x8035, "RARP"},
    {0x6558, "Transparent Ethernet bridging"},
    {0x8847, "MPLS label switched packet"},
    {0x8848, "MPLS multicast label switched packet"},
    {0x8863, "PPPoE Discovery"},
    {0x8864, "PPPoE Session"},
    {0x880b, "Point-to-Point Protocol"},
    {0x8809, "Slow Protocols"},
    {0x888e, "802.1X Authentication"},
    {0x88cc, "802.1 Link Layer Discovery Protocol (LLDP)"},
    {0x88e5, "802.1AE (MACsec)"},
    {0x88f7, "PTPv2 over Ethernet (IEEE1588)"},
    {0x8902, "IEEE 802.1Q Connectivity Fault Management (CFM) protocol"},
    {0x894f, "Network Service Header"},
    {0x88be, "ERSPAN"},
    {0x22eb, "ERSPAN Type III"},
    {0x9000, "Configuration Test Protocol (loop)"},
    {0x8137, "Netware IPX/SPX"},
    {0x809b, "AppleTalk LLAP bridging"},
    {0x80f3, "AARP"},
    {0x6003, "DEC DNA Routing Protocol"},
    {0x88a2, "ATA over Ethernet"},
    {0x88d9, "Link Layer Topology Discovery (LLTD)"},
    {0x8892, "PROFINET Real-Time Protocol"},
};
inline constexpr Names ethertype_labels = ethertype_label_table;

}  // namespace wiretale
