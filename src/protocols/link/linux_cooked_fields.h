// The fields of Linux cooked frames of both versions, as Wireshark names and labels them.
#pragma once
#include "packet/field.h"
#include "protocols/link/hardware_type_labels.h"

namespace wiretale::linux_cooked {

inline constexpr Name packet_type_names_[] = {{0, "Unicast to us"},
                                              {1, "Broadcast"},
                                              {2, "Multicast"},
                                              {3, "Unicast to another host"},
                                              {4, "Sent by us"}};
inline constexpr Name linux_type_names_[] = {{1, "Raw 802.3"},  {3, "Ethernet"}, {4, "802.2 LLC"},
                                             {7, "PPP (HDLC)"}, {12, "CAN"},     {13, "CAN FD"},
                                             {23, "IrDA LAP"},  {245, "ISI"},    {246, "IEEE 802.15.4"}};
inline constexpr Field packet_type{"sll.pkttype", "Packet type", varies,
                                   Type::Uint16,  Show::Decimal, packet_type_names_};
inline constexpr Field hardware{"sll.hatype",  "Link-layer address type", varies, Type::Uint16,
                                Show::Decimal, hardware_type_labels};
inline constexpr Field address_length{"sll.halen", "Link-layer address length", varies, Type::Uint16};
inline constexpr Field source{"sll.src.eth", "Source", varies, Type::Ether};
inline constexpr Field source_ipv4{"sll.src.ipv4", "Source", varies, Type::Ipv4};
inline constexpr Field source_other{"sll.src.other", "Source", varies, Type::ByteArray};
inline constexpr Field unused{"sll.unused", "Unused", varies, Type::ByteArray};
inline constexpr Field linux_type{"sll.ltype",  "Protocol", varies,
                                  Type::Uint16, Show::Hex,  linux_type_names_};
inline constexpr Field gre_type{"sll.gretype", "Protocol", varies, Type::Uint16, Show::Hex};
inline constexpr Field type{"sll.etype", "Protocol", varies, Type::Uint16, Show::Hex};
inline constexpr Field trailer{"sll.trailer", "Trailer", varies, Type::ByteArray};
inline constexpr Field interface { "sll.ifindex", "Interface index", varies, Type::Uint32 };
inline constexpr const Field* fields[] = {&packet_type, &hardware,     &address_length, &source,
                                          &source_ipv4, &source_other, &unused,         &linux_type,
                                          &gre_type,    &type,         &trailer,        &interface};

}  // namespace wiretale::linux_cooked
