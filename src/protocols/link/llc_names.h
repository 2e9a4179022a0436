// Names in IEEE 802.2 and SNAP headers.
#pragma once
#include "packet/names.h"

namespace wiretale::llc {

inline constexpr Name sap_name_table[] = {
    {0x00, "Null"}, {0x02, "802.1B I"}, {0x04, "SNA"},     {0x06, "IP"},     {0x0e, "ProWay NM"},
    {0x42, "STP"},  {0x4e, "RS511"},    {0x7e, "ISO8208"}, {0x8e, "ProWay"}, {0xaa, "SNAP"},
    {0xe0, "IPX"},  {0xf0, "NetBeui"},  {0xfe, "OSI"},
};
inline constexpr Names sap_names = sap_name_table;

/// Unnumbered commands and responses, without the poll/final bit.
inline constexpr Name command_name_table[] = {
    {0x03, "ui"},   {0xe3, "test"}, {0xaf, "xid"},   {0x63, "ua"},
    {0x43, "disc"}, {0x0f, "dm"},   {0x6f, "sabme"}, {0x87, "frmr"},
};
inline constexpr Names command_names = command_name_table;

inline constexpr Name supervisory_name_table[] = {
    {0, "Receiver Ready"},
    {1, "Receiver not Ready"},
    {2, "Reject"},
};
inline constexpr Names supervisory_names = supervisory_name_table;

inline constexpr Name organization_name_table[] = {
    {0x000000, "Ethernet"},
    {0x00000c, "Cisco"},
    {0x00005e, "IANA"},
    {0x000081, "Nortel Networks SONMP"},
    {0x0000f8, "Cisco bridged"},
    {0x00049f, "Freescale"},
    {0x0004ea, "HP-Labs"},
    {0x001018, "Broadcom"},
    {0x00120f, "IEEE 802.3 Private"},
    {0x0012bb, "ANSI/TIA"},
    {0x0015ad, "Netronome"},
    {0x001b21, "DCBX"},
    {0x002320, "Nicira Networks"},
    {0x002481, "HP"},
    {0x0080c2, "Ethernet bridged"},
    {0x009069, "Juniper"},
    {0x00a03e, "ATM Forum"},
    {0x00e004, "PMC-Sierra"},
    {0x00e02f, "DOCSIS Spanning Tree"},
    {0x080007, "Appletalk"},
    {0x080009, "Hewlett-Packard"},
    {0x5c16c7, "Big Switch Networks"},
    {0x748771, "Infoblox Inc"},
    {0xa42305, "Open Networking Lab"},
    {0xb0d2f5, "Vello Systems"},
    {0xd0f0db, "Ericsson"},
};
inline constexpr Names organization_names = organization_name_table;

inline constexpr Name cisco_pid_name_table[] = {
    {0x010b, "PVST"}, {0x010c, "VLAN Bridge"}, {0x0111, "UDLD"},
    {0x2000, "CDP"},  {0x2003, "VTP"},         {0x2004, "DTP"},
};
inline constexpr Names cisco_pid_names = cisco_pid_name_table;

/// RFC 2684 5.3.
inline constexpr Name bridged_pid_name_table[] = {
    {0x0001, "Ethernet + FCS"},
    {0x0002, "802.4 + FCS"},
    {0x0003, "Token Ring + FCS"},
    {0x0004, "FDDI + FCS"},
    {0x0005, "802.6 + FCS"},
    {0x0007, "Ethernet w/o FCS"},
    {0x0008, "802.4 w/o FCS"},
    {0x0009, "Token Ring w/o FCS"},
    {0x000a, "FDDI w/o FCS"},
    {0x000b, "802.6 w/o FCS"},
    {0x000e, "BPDU"},
};
inline constexpr Names bridged_pid_names = bridged_pid_name_table;

}  // namespace wiretale::llc
