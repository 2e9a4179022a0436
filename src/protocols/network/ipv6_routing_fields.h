// The fields of IPv6's routing header, as Wireshark names and labels them.
#pragma once
#include "packet/field.h"
#include "protocols/network/ip_protocol_labels.h"

namespace wiretale::ipv6_routing {

inline constexpr Name type_names_[] = {{0, "Source Route"},
                                       {1, "Nimrod"},
                                       {2, "Type 2 Routing"},
                                       {3, "RPL Source Route"},
                                       {4, "Segment Routing"},
                                       {5, "Compact Routing Header 16"},
                                       {6, "Compact Routing Header 32"},
                                       {253, "Experiment 1"},
                                       {254, "Experiment 2"}};
inline constexpr Field next{"ipv6.routing.nxt", "Next Header", bytes(0, 1),
                            Type::Uint8,        Show::Decimal, ip_protocol_labels};
inline constexpr Field length{"ipv6.routing.len", "Length", bytes(1, 1), Type::Uint8};
inline constexpr Field length_bytes{"ipv6.routing.len_oct", "Length", varies, Type::Uint16};
inline constexpr Field type{"ipv6.routing.type", "Type",        bytes(2, 1),
                            Type::Uint8,         Show::Decimal, type_names_};
inline constexpr Field segments_left{"ipv6.routing.segleft", "Segments Left", bytes(3, 1), Type::Uint8};
inline constexpr Field unknown_data{"ipv6.routing.unknown_data", "Type-Specific Data", varies,
                                    Type::ByteArray};
inline constexpr Field source_reserved{"ipv6.routing.src.reserved", "Reserved", varies, Type::ByteArray};
inline constexpr Field source_address{"ipv6.routing.src.addr", "Address", varies, Type::Ipv6};
inline constexpr Field mobility_reserved{"ipv6.routing.mipv6.reserved", "Reserved", varies, Type::ByteArray};
inline constexpr Field home_address{"ipv6.routing.mipv6.home_address", "Home Address", varies, Type::Ipv6};
inline constexpr Field last_entry{"ipv6.routing.srh.last_entry", "Last Entry", varies, Type::Uint8};
inline constexpr Field flags{"ipv6.routing.srh.flags", "Flags", varies, Type::Uint8, Show::Hex};
inline constexpr Field tag{"ipv6.routing.srh.tag", "Tag", varies, Type::ByteArray};
inline constexpr Field segment{"ipv6.routing.srh.addr", "Address", varies, Type::Ipv6};
inline constexpr Field invalid_segments_left{
    "ipv6.routing.invalid_segleft", "IPv6 Routing Header segments left field must not exceed address count",
    varies, Type::None};
inline constexpr Field undecoded{"ipv6.routing.undecoded", "Undecoded IPv6 routing header field", varies,
                                 Type::None};
inline constexpr Field deprecated{"ipv6.routing.deprecated", "Routing header type is deprecated", varies,
                                  Type::None};
inline constexpr const Field* fields[] = {&next,
                                          &length,
                                          &length_bytes,
                                          &type,
                                          &segments_left,
                                          &unknown_data,
                                          &source_reserved,
                                          &source_address,
                                          &mobility_reserved,
                                          &home_address,
                                          &last_entry,
                                          &flags,
                                          &tag,
                                          &segment,
                                          &invalid_segments_left,
                                          &undecoded,
                                          &deprecated};

}  // namespace wiretale::ipv6_routing
