// The fields of ARP, as Wireshark names and labels them.
#pragma once
#include "packet/field.h"
#include "protocols/link/hardware_type_labels.h"

namespace wiretale::arp {

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
                                     Type::Uint16,  Show::Decimal,   hardware_type_labels};
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
