// The fields of GRE, as Wireshark names and labels them.
#pragma once
#include "packet/field.h"
#include "protocols/checksum_labels.h"

namespace wiretale::gre {

inline constexpr Name protocol_type_names_[] = {{0, "Possible GRE keepalive packet"},
                                                {34827, "PPP"},
                                                {2048, "IP"},
                                                {2054, "ARP"},
                                                {254, "OSI"},
                                                {34878, "WCCP"},
                                                {8192, "CDP (Cisco)"},
                                                {8193, "NHRP"},
                                                {35006, "ERSPAN"},
                                                {8939, "ERSPAN III"},
                                                {25600, "MIKROTIK EoIP"},
                                                {65198, "AIROHIVE AP AP"},
                                                {33079, "IPX"},
                                                {25944, "Transparent Ethernet bridging"},
                                                {25945, "Frame Relay"},
                                                {34525, "IPv6"},
                                                {34887, "MPLS label switched packet"},
                                                {35151, "Network Service Header"},
                                                {34945, "CDMA2000 A10 Unstructured byte stream"},
                                                {35026, "CDMA2000 A10 3GPP2 Packet"},
                                                {35081, "CiscoMetaData"},
                                                {47082, "Huawei GRE bonding"},
                                                {33280, "ARUBA WLAN"},
                                                {33296, "ARUBA WLAN"},
                                                {33312, "ARUBA WLAN"},
                                                {33328, "ARUBA WLAN"},
                                                {33344, "ARUBA WLAN"},
                                                {33360, "ARUBA WLAN"},
                                                {33376, "ARUBA WLAN"},
                                                {33392, "ARUBA WLAN"},
                                                {33408, "ARUBA WLAN"},
                                                {33424, "ARUBA WLAN"},
                                                {33440, "ARUBA WLAN"},
                                                {33456, "ARUBA WLAN"},
                                                {33472, "ARUBA WLAN"},
                                                {33488, "ARUBA WLAN"},
                                                {33504, "ARUBA WLAN"},
                                                {33520, "ARUBA WLAN"},
                                                {33536, "ARUBA WLAN"},
                                                {33552, "ARUBA WLAN"},
                                                {33568, "ARUBA WLAN"},
                                                {33584, "ARUBA WLAN"},
                                                {33600, "ARUBA WLAN"},
                                                {33616, "ARUBA WLAN"},
                                                {33632, "ARUBA WLAN"},
                                                {33648, "ARUBA WLAN"},
                                                {36864, "ARUBA WLAN"}};
inline constexpr Name has_checksum_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Name has_routing_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Name has_key_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Name has_sequence_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Name strict_route_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Name has_acknowledgment_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Name version_names_[] = {{0, "GRE"}, {1, "Enhanced GRE"}};
inline constexpr Field protocol_type{"gre.proto",  "Protocol Type", bytes(2, 2),
                                     Type::Uint16, Show::Hex,       protocol_type_names_};
inline constexpr Field flags_and_version{"gre.flags_and_version", "Flags and Version", bytes(0, 2),
                                         Type::Uint16, Show::Hex};
inline constexpr Field has_checksum{"gre.flags.checksum", "Checksum Bit", bits(0, 1).within(0, 16),
                                    Type::Boolean,        Show::Decimal,  has_checksum_names_};
inline constexpr Field has_routing{"gre.flags.routing", "Routing Bit", bits(1, 1).within(0, 16),
                                   Type::Boolean,       Show::Decimal, has_routing_names_};
inline constexpr Field has_key{"gre.flags.key", "Key Bit",     bits(2, 1).within(0, 16),
                               Type::Boolean,   Show::Decimal, has_key_names_};
inline constexpr Field has_sequence{"gre.flags.sequence_number",
                                    "Sequence Number Bit",
                                    bits(3, 1).within(0, 16),
                                    Type::Boolean,
                                    Show::Decimal,
                                    has_sequence_names_};
inline constexpr Field strict_route{"gre.flags.strict_source_route",
                                    "Strict Source Route Bit",
                                    bits(4, 1).within(0, 16),
                                    Type::Boolean,
                                    Show::Decimal,
                                    strict_route_names_};
inline constexpr Field recursion{"gre.flags.recursion_control", "Recursion control", bits(5, 3).within(0, 16),
                                 Type::Uint16};
inline constexpr Field has_acknowledgment{"gre.flags.ack", "Acknowledgment", bits(8, 1).within(0, 16),
                                          Type::Boolean,   Show::Decimal,    has_acknowledgment_names_};
inline constexpr Field reserved{"gre.flags.reserved", "Flags (Reserved)", bits(8, 5).within(0, 16),
                                Type::Uint16};
inline constexpr Field version{"gre.flags.version", "Version",     bits(13, 3).within(0, 16),
                               Type::Uint16,        Show::Decimal, version_names_};
inline constexpr Field checksum{"gre.checksum", "Checksum", varies, Type::Uint16, Show::Hex};
inline constexpr Field checksum_status{"gre.checksum.status", "Checksum Status", varies,
                                       Type::Uint8,           Show::Decimal,     checksum_status_labels};
inline constexpr Field bad_checksum{"gre.checksum.incorrect", "Incorrect GRE Checksum", varies, Type::None};
inline constexpr Field offset{"gre.offset", "Offset", varies, Type::Uint16};
inline constexpr Field key{"gre.key", "Key", varies, Type::Uint32, Show::Hex};
inline constexpr Field payload_length{"gre.key.payload_length", "Payload Length", varies, Type::Uint16};
inline constexpr Field call{"gre.key.call_id", "Call ID", varies, Type::Uint16};
inline constexpr Field sequence{"gre.sequence_number", "Sequence Number", varies, Type::Uint32};
inline constexpr Field acknowledgment{"gre.ack_number", "Acknowledgment Number", varies, Type::Uint32};
inline constexpr Field routing{"gre.routing", "Routing", varies, Type::None};
inline constexpr Field route_family{"gre.routing.address_family", "Address Family", varies, Type::Uint16};
inline constexpr Field route_offset{"gre.routing.sre_offset", "SRE Offset", varies, Type::Uint8};
inline constexpr Field route_length{"gre.routing.src_length", "SRE Length", varies, Type::Uint8};
inline constexpr Field route_information{"gre.routing.information", "Routing Information", varies,
                                         Type::ByteArray};
inline constexpr const Field* fields[] = {&protocol_type,
                                          &flags_and_version,
                                          &has_checksum,
                                          &has_routing,
                                          &has_key,
                                          &has_sequence,
                                          &strict_route,
                                          &recursion,
                                          &has_acknowledgment,
                                          &reserved,
                                          &version,
                                          &checksum,
                                          &checksum_status,
                                          &bad_checksum,
                                          &offset,
                                          &key,
                                          &payload_length,
                                          &call,
                                          &sequence,
                                          &acknowledgment,
                                          &routing,
                                          &route_family,
                                          &route_offset,
                                          &route_length,
                                          &route_information};

}  // namespace wiretale::gre
