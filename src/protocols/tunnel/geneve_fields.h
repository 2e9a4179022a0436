// The fields of Geneve, as Wireshark names and labels them.
#pragma once
#include "packet/field.h"

namespace wiretale::geneve {

inline constexpr Name gcp_direction_names_[] = {{1, "Egress"}, {0, "Ingress"}};
inline constexpr Field version{"geneve.version", "Version", varies, Type::Uint8};
inline constexpr Field flags{"geneve.flags", "Flags", bytes(1, 1), Type::Uint8, Show::Hex};
inline constexpr Field control{"geneve.flags.oam", "Operations, Administration and Management Frame",
                               bits(8, 1), Type::Boolean};
inline constexpr Field critical{"geneve.flags.critical", "Critical Options Present", bits(9, 1),
                                Type::Boolean};
inline constexpr Field reserved_flags{"geneve.flags.reserved", "Reserved", bits(10, 6), Type::Boolean};
inline constexpr Field protocol_type{"geneve.proto_type", "Protocol Type", bytes(2, 2), Type::Uint16,
                                     Show::Hex};
inline constexpr Field vni{"geneve.vni", "Virtual Network Identifier (VNI)", bytes(4, 3), Type::Uint24,
                           Show::HexDecimal};
inline constexpr Field reserved{"geneve.reserved", "Reserved", bytes(7, 1), Type::Uint8, Show::Hex};
inline constexpr Field options{"geneve.options", "Geneve Options", varies, Type::ByteArray};
inline constexpr Field option{"geneve.option", "Option", varies, Type::ByteArray};
inline constexpr Field option_class{"geneve.option.class", "Class", bytes(0, 2), Type::Uint16, Show::Hex};
inline constexpr Field option_type{"geneve.option.type", "Type", bytes(2, 1), Type::Uint8, Show::Hex};
inline constexpr Field option_type_critical{"geneve.option.type.critical", "Critical Option", bits(16, 1),
                                            Type::Boolean};
inline constexpr Field option_flags{"geneve.option.flags", "Flags", bytes(3, 1), Type::Uint8, Show::Hex};
inline constexpr Field option_reserved{"geneve.option.flags.reserved", "Reserved", bits(24, 3),
                                       Type::Boolean};
inline constexpr Field option_length{"geneve.option.length", "Length", varies, Type::Uint8};
inline constexpr Field gcp_network{"geneve.option.gcp.vnid", "GCP Virtual Network ID", varies, Type::Uint32};
inline constexpr Field gcp_reserved{"geneve.option.gcp.reserved", "GCP Reserved bits",
                                    bits(60, 3).within(32, 32), Type::Boolean};
inline constexpr Field gcp_direction{"geneve.option.gcp.direction",
                                     "GCP Traffic Direction",
                                     bits(63, 1).within(32, 32),
                                     Type::Boolean,
                                     Show::Decimal,
                                     gcp_direction_names_};
inline constexpr Field gcp_endpoint{"geneve.option.gcp.endpoint", "GCP Endpoint ID", varies, Type::ByteArray};
inline constexpr Field gcp_profile{"geneve.option.gcp.profile", "GCP Profile ID", varies, Type::Uint64};
inline constexpr Field option_data{"geneve.option.unknown.data", "Unknown Option Data", varies,
                                   Type::ByteArray};
inline constexpr Field unknown_version{"geneve.version.unknown", "Unknown version", varies, Type::None};
inline constexpr const Field* fields[] = {&version,
                                          &flags,
                                          &control,
                                          &critical,
                                          &reserved_flags,
                                          &protocol_type,
                                          &vni,
                                          &reserved,
                                          &options,
                                          &option,
                                          &option_class,
                                          &option_type,
                                          &option_type_critical,
                                          &option_flags,
                                          &option_reserved,
                                          &option_length,
                                          &gcp_network,
                                          &gcp_reserved,
                                          &gcp_direction,
                                          &gcp_endpoint,
                                          &gcp_profile,
                                          &option_data,
                                          &unknown_version};

}  // namespace wiretale::geneve
