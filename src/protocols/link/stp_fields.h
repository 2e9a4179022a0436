// The fields of the spanning tree protocols, as Wireshark names and labels them.
#pragma once
#include "packet/field.h"

namespace wiretale::stp {

inline constexpr Name protocol_id_names_[] = {{0, "Spanning Tree Protocol"}};
inline constexpr Name version_names_[] = {{0, "Spanning Tree"},
                                          {2, "Rapid Spanning Tree"},
                                          {3, "Multiple Spanning Tree"},
                                          {4, "Shortest Path Tree"}};
inline constexpr Name kind_names_[] = {
    {0, "Configuration"}, {2, "Rapid/Multiple Spanning Tree"}, {128, "Topology Change Notification"}};
inline constexpr Name change_ack_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Name agreement_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Name forwarding_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Name learning_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Name role_names_[] = {{1, "Alternate or Backup"}, {2, "Root"}, {3, "Designated"}};
inline constexpr Name proposal_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Name change_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Name pvst_type_names_[] = {{0, "Originating VLAN"}};
inline constexpr Field protocol_id{"stp.protocol", "Protocol Identifier", bytes(0, 2), Type::Uint16,
                                   Show::Hex,      protocol_id_names_};
inline constexpr Field version{
    "stp.version", "Protocol Version Identifier", bytes(2, 1), Type::Uint8, Show::Decimal, version_names_};
inline constexpr Field kind{"stp.type", "BPDU Type", bytes(3, 1), Type::Uint8, Show::Hex, kind_names_};
inline constexpr Field flags{"stp.flags", "BPDU flags", bytes(4, 1), Type::Uint8, Show::Hex};
inline constexpr Field change_ack{"stp.flags.tcack", "Topology Change Acknowledgment",
                                  bits(32, 1),       Type::Boolean,
                                  Show::Decimal,     change_ack_names_};
inline constexpr Field agreement{"stp.flags.agreement", "Agreement",   bits(33, 1),
                                 Type::Boolean,         Show::Decimal, agreement_names_};
inline constexpr Field forwarding{"stp.flags.forwarding", "Forwarding",  bits(34, 1),
                                  Type::Boolean,          Show::Decimal, forwarding_names_};
inline constexpr Field learning{"stp.flags.learning", "Learning",    bits(35, 1),
                                Type::Boolean,        Show::Decimal, learning_names_};
inline constexpr Field role{"stp.flags.port_role", "Port Role",   bits(36, 2),
                            Type::Uint8,           Show::Decimal, role_names_};
inline constexpr Field proposal{"stp.flags.proposal", "Proposal",    bits(38, 1),
                                Type::Boolean,        Show::Decimal, proposal_names_};
inline constexpr Field change{"stp.flags.tc", "Topology Change", bits(39, 1),
                              Type::Boolean,  Show::Decimal,     change_names_};
inline constexpr Field root_priority{"stp.root.prio", "Root Bridge Priority", varies, Type::Uint16};
inline constexpr Field root_extension{"stp.root.ext", "Root Bridge System ID Extension", varies,
                                      Type::Uint16};
inline constexpr Field root_mac{"stp.root.hw", "Root Bridge System ID", varies, Type::Ether};
inline constexpr Field root_cost{"stp.root.cost", "Root Path Cost", varies, Type::Uint32};
inline constexpr Field bridge_priority{"stp.bridge.prio", "Bridge Priority", varies, Type::Uint16};
inline constexpr Field bridge_extension{"stp.bridge.ext", "Bridge System ID Extension", varies, Type::Uint16};
inline constexpr Field bridge_mac{"stp.bridge.hw", "Bridge System ID", varies, Type::Ether};
inline constexpr Field port{"stp.port", "Port identifier", varies, Type::Uint16, Show::Hex};
inline constexpr Field message_age{"stp.msg_age", "Message Age", varies, Type::Double};
inline constexpr Field max_age{"stp.max_age", "Max Age", varies, Type::Double};
inline constexpr Field hello{"stp.hello", "Hello Time", varies, Type::Double};
inline constexpr Field forward{"stp.forward", "Forward Delay", varies, Type::Double};
inline constexpr Field version_1_length{"stp.version_1_length", "Version 1 Length", varies, Type::Uint8};
inline constexpr Field pvst_type{"stp.pvst.tlvtype", "Type",    varies,
                                 Type::Uint16,       Show::Hex, pvst_type_names_};
inline constexpr Field pvst_length{"stp.pvst.tlvlen", "Length", varies, Type::Uint16};
inline constexpr Field pvst_vlan{"stp.pvst.origvlan", "Originating VLAN", varies, Type::Uint16};
inline constexpr Field version_3_length{"mstp.version_3_length", "Version 3 Length", varies, Type::Uint16};
inline constexpr Field config_selector{"mstp.config_format_selector", "MST Config ID format selector", varies,
                                       Type::Uint8};
inline constexpr Field config_name{"mstp.config_name", "MST Config name", varies, Type::String};
inline constexpr Field config_revision{"mstp.config_revision_level", "MST Config revision", varies,
                                       Type::Uint16};
inline constexpr Field config_digest{"mstp.config_digest", "MST Config digest", varies, Type::ByteArray};
inline constexpr Field internal_cost{"mstp.cist_internal_root_path_cost", "CIST Internal Root Path Cost",
                                     varies, Type::Uint32};
inline constexpr Field cist_priority{"mstp.cist_bridge.prio", "CIST Bridge Priority", varies, Type::Uint16};
inline constexpr Field cist_extension{"mstp.cist_bridge.ext", "CIST Bridge Identifier System ID Extension",
                                      varies, Type::Uint16};
inline constexpr Field cist_mac{"mstp.cist_bridge.hw", "CIST Bridge Identifier System ID", varies,
                                Type::Ether};
inline constexpr Field remaining_hops{"mstp.cist_remaining_hops", "CIST Remaining hops", varies, Type::Uint8};
inline constexpr Field instance_flags{"mstp.msti.flags", "MSTI flags", varies, Type::Uint8, Show::Hex};
inline constexpr Field instance_root{"mstp.msti.regional_root_id", "MSTI Regional Root Identifier", varies,
                                     Type::Uint16};
inline constexpr Field instance_root_mac{"mstp.msti.root.hw", "Regional Root", varies, Type::Ether};
inline constexpr Field instance_cost{"mstp.msti.root_cost", "Internal root path cost", varies, Type::Uint32};
inline constexpr Field instance_bridge_priority{"mstp.msti.bridge_priority", "Bridge Identifier Priority",
                                                varies, Type::Uint8};
inline constexpr Field instance_port_priority{"mstp.msti.port_priority", "Port identifier priority", varies,
                                              Type::Uint8};
inline constexpr Field instance_hops{"mstp.msti.remaining_hops", "Remaining hops", varies, Type::Uint8};
inline constexpr const Field* fields[] = {&protocol_id,
                                          &version,
                                          &kind,
                                          &flags,
                                          &change_ack,
                                          &agreement,
                                          &forwarding,
                                          &learning,
                                          &role,
                                          &proposal,
                                          &change,
                                          &root_priority,
                                          &root_extension,
                                          &root_mac,
                                          &root_cost,
                                          &bridge_priority,
                                          &bridge_extension,
                                          &bridge_mac,
                                          &port,
                                          &message_age,
                                          &max_age,
                                          &hello,
                                          &forward,
                                          &version_1_length,
                                          &pvst_type,
                                          &pvst_length,
                                          &pvst_vlan,
                                          &version_3_length,
                                          &config_selector,
                                          &config_name,
                                          &config_revision,
                                          &config_digest,
                                          &internal_cost,
                                          &cist_priority,
                                          &cist_extension,
                                          &cist_mac,
                                          &remaining_hops,
                                          &instance_flags,
                                          &instance_root,
                                          &instance_root_mac,
                                          &instance_cost,
                                          &instance_bridge_priority,
                                          &instance_port_priority,
                                          &instance_hops};

}  // namespace wiretale::stp
