// The fields of ARP, as Wireshark names and labels them.
#pragma once
#include "packet/field.h"

namespace wiretale::arp {

inline constexpr Name hardware_type_names_[] = {{0, "NET/ROM pseudo"},
                                                {1, "Ethernet"},
                                                {2, "Experimental Ethernet"},
                                                {3, "AX.25"},
                                                {4, "ProNET"},
                                                {5, "Chaos"},
                                                {6, "IEEE 802"},
                                                {7, "ARCNET"},
                                                {8, "Hyperchannel"},
                                                {9, "Lanstar"},
                                                {10, "Autonet Short Address"},
                                                {11, "Localtalk"},
                                                {12, "LocalNet"},
                                                {13, "Ultra link"},
                                                {14, "SMDS"},
                                                {15, "Frame Relay DLCI"},
                                                {16, "ATM"},
                                                {17, "HDLC"},
                                                {18, "Fibre Channel"},
                                                {19, "ATM (RFC 2225)"},
                                                {20, "Serial Line"},
                                                {21, "ATM"},
                                                {22, "MIL-STD-188-220"},
                                                {23, "Metricom STRIP"},
                                                {24, "IEEE 1394.1995"},
                                                {25, "MAPOS"},
                                                {26, "Twinaxial"},
                                                {27, "EUI-64"},
                                                {28, "HIPARP"},
                                                {29, "IP and ARP over ISO 7816-3"},
                                                {30, "ARPSec"},
                                                {31, "IPsec tunnel"},
                                                {32, "InfiniBand"},
                                                {33, "TIA-102 Project 25 CAI"},
                                                {34, "Wiegand Interface"},
                                                {35, "Pure IP"},
                                                {36, "Experimental 1"},
                                                {37, "HFI"},
                                                {256, "Experimental 2"},
                                                {257, "AEthernet"},
                                                {260, "Notional KISS type"},
                                                {264, "ADAPT"},
                                                {270, "ROSE"},
                                                {271, "CCITT X.25"},
                                                {272, "Boards with X.25 in firmware"},
                                                {280, "Controller Area Network"},
                                                {512, "PPP"},
                                                {513, "Cisco HDLC"},
                                                {516, "LAPB"},
                                                {517, "Digital's DDCMP protocol"},
                                                {518, "Raw HDLC"},
                                                {519, "Raw IP"},
                                                {768, "IPIP tunnel"},
                                                {769, "IP6IP6 tunnel"},
                                                {770, "Frame Relay Access Device"},
                                                {771, "SKIP vif"},
                                                {772, "Loopback"},
                                                {774, "Fiber Distributed Data Interface"},
                                                {775, "AP1000 BIF"},
                                                {776, "sit0 device - IPv6-in-IPv4"},
                                                {777, "IP over DDP tunneller"},
                                                {778, "GRE over IP"},
                                                {779, "PIMSM register interface"},
                                                {780, "High Performance Parallel Interface"},
                                                {781, "Nexus 64Mbps Ash"},
                                                {782, "Acorn Econet"},
                                                {783, "Linux-IrDA"},
                                                {784, "Point to point fibrechannel"},
                                                {785, "Fibrechannel arbitrated loop"},
                                                {786, "Fibrechannel public loop"},
                                                {787, "Fibrechannel fabric"},
                                                {800, "Magic type ident for TR"},
                                                {801, "IEEE 802.11"},
                                                {802, "IEEE 802.11 + Prism2 header"},
                                                {803, "IEEE 802.11 + radiotap header"},
                                                {804, "IEEE 802.15.4"},
                                                {805, "IEEE 802.15.4 network monitor"},
                                                {820, "PhoNet media type"},
                                                {821, "PhoNet pipe header"},
                                                {822, "CAIF media type"},
                                                {823, "GRE over IPv6"},
                                                {824, "Netlink"},
                                                {825, "IPv6 over LoWPAN"},
                                                {826, "Vsock monitor header"},
                                                {65535, "Void type, nothing is known"},
                                                {65534, "zero header length"}};
inline constexpr Name operation_names_[] = {{1, "request"},
                                            {2, "reply"},
                                            {3, "reverse request"},
                                            {4, "reverse reply"},
                                            {5, "drarp request"},
                                            {6, "drarp reply"},
                                            {7, "drarp error"},
                                            {8, "inverse request"},
                                            {9, "inverse reply"},
                                            {10, "arp nak"},
                                            {11, "mars request"},
                                            {12, "mars multi"},
                                            {13, "mars mserv"},
                                            {14, "mars join"},
                                            {15, "mars leave"},
                                            {16, "mars nak"},
                                            {17, "mars unserv"},
                                            {18, "mars sjoin"},
                                            {19, "mars sleave"},
                                            {20, "mars grouplist request"},
                                            {21, "mars grouplist reply"},
                                            {22, "mars redirect map"},
                                            {23, "mapos unarp"},
                                            {24, "experimental 1"},
                                            {25, "experimental 2"},
                                            {0, "reserved"},
                                            {65535, "reserved"}};
inline constexpr Name dynamic_reverse_error_names_[] = {
    {1, "restricted"}, {2, "no address"}, {3, "serverdown"}, {4, "moved"}, {5, "failure"}};
inline constexpr Field hardware_type{"arp.hw.type", "Hardware type", bytes(0, 2),
                                     Type::Uint16,  Show::Decimal,   hardware_type_names_};
inline constexpr Field protocol_type{"arp.proto.type", "Protocol type", bytes(2, 2), Type::Uint16, Show::Hex};
inline constexpr Field hardware_size{"arp.hw.size", "Hardware size", bytes(4, 1), Type::Uint8};
inline constexpr Field protocol_size{"arp.proto.size", "Protocol size", bytes(5, 1), Type::Uint8};
inline constexpr Field operation{"arp.opcode", "Opcode",      bytes(6, 2),
                                 Type::Uint16, Show::Decimal, operation_names_};
inline constexpr Field gratuitous{"arp.isgratuitous", "Is gratuitous", varies, Type::Boolean};
inline constexpr Field probe{"arp.isprobe", "Is probe", varies, Type::Boolean};
inline constexpr Field announcement{"arp.isannouncement", "Is announcement", varies, Type::Boolean};
inline constexpr Field sender_mac{"arp.src.hw_mac", "Sender MAC address", varies, Type::Ether};
inline constexpr Field sender_ip{"arp.src.proto_ipv4", "Sender IP address", varies, Type::Ipv4};
inline constexpr Field target_mac{"arp.dst.hw_mac", "Target MAC address", varies, Type::Ether};
inline constexpr Field target_ip{"arp.dst.proto_ipv4", "Target IP address", varies, Type::Ipv4};
inline constexpr Field sender_hardware{"arp.src.hw", "Sender hardware address", varies, Type::ByteArray};
inline constexpr Field sender_protocol{"arp.src.proto", "Sender protocol address", varies, Type::ByteArray};
inline constexpr Field target_hardware{"arp.dst.hw", "Target hardware address", varies, Type::ByteArray};
inline constexpr Field target_protocol{"arp.dst.proto", "Target protocol address", varies, Type::ByteArray};
inline constexpr Field dynamic_reverse_error{
    "arp.dst.drarp_error_status", "DRARP error status", varies, Type::Uint16, Show::Decimal,
    dynamic_reverse_error_names_};
inline constexpr Field duplicate{"arp.duplicate-address-detected", "Duplicate IP address configured", varies,
                                 Type::None};
inline constexpr Field duplicate_frame{"arp.duplicate-address-frame",
                                       "Frame showing earlier use of IP address", varies, Type::FrameNumber};
inline constexpr Field duplicate_age{"arp.seconds-since-duplicate-address-frame",
                                     "Seconds since earlier frame seen", varies, Type::Uint32};
inline constexpr const Field* fields[] = {&hardware_type,
                                          &protocol_type,
                                          &hardware_size,
                                          &protocol_size,
                                          &operation,
                                          &gratuitous,
                                          &probe,
                                          &announcement,
                                          &sender_mac,
                                          &sender_ip,
                                          &target_mac,
                                          &target_ip,
                                          &sender_hardware,
                                          &sender_protocol,
                                          &target_hardware,
                                          &target_protocol,
                                          &dynamic_reverse_error,
                                          &duplicate,
                                          &duplicate_frame,
                                          &duplicate_age};

}  // namespace wiretale::arp
