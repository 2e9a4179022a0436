// NTP control messages: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"
#include "protocols/application/ntp_control_labels.h"
#include "protocols/application/ntp_labels.h"

namespace wiretale::ntp::field {

// One field on each line.
// clang-format off
inline constexpr Field ctrl_flags2{"ntp.ctrl.flags2", "Flags 2", varies, Type::Uint8, Show::Hex};
inline constexpr Field ctrl_flags2_r{"ntp.ctrl.flags2.r", "Response bit", Place{0, 1, 0, 8}, Type::Uint8, Show::Decimal, ctrl_flags2_r_labels};
inline constexpr Field ctrl_flags2_error{"ntp.ctrl.flags2.error", "Error bit", Place{1, 1, 0, 8}, Type::Uint8};
inline constexpr Field ctrl_flags2_more{"ntp.ctrl.flags2.more", "More bit", Place{2, 1, 0, 8}, Type::Uint8};
inline constexpr Field ctrl_flags2_opcode{"ntp.ctrl.flags2.opcode", "Opcode", Place{3, 5, 0, 8}, Type::Uint8, Show::Decimal, ctrl_flags2_opcode_labels};
inline constexpr Field ctrl_sequence{"ntp.ctrl.sequence", "Sequence", varies, Type::Uint16};
inline constexpr Field ctrl_status{"ntp.ctrl.status", "Status", varies, Type::Uint16, Show::Hex};
inline constexpr Field ctrl_err_status{"ntp.ctrl.err_status", "Error Status Word", Place{0, 8, 0, 16}, Type::Uint16, Show::Decimal, ctrl_err_status_labels};
inline constexpr Field ctrl_sys_status_li{"ntp.ctrl.sys_status.li", "Leap Indicator", Place{0, 2, 0, 16}, Type::Uint16, Show::Decimal, flags_li_labels};
inline constexpr Field ctrl_sys_status_clksrc{"ntp.ctrl.sys_status.clksrc", "Clock Source", Place{2, 6, 0, 16}, Type::Uint16, Show::Decimal, ctrl_sys_status_clksrc_labels};
inline constexpr Field ctrl_sys_status_count{"ntp.ctrl.sys_status.count", "System Event Counter", Place{8, 4, 0, 16}, Type::Uint16};
inline constexpr Field ctrl_sys_status_code{"ntp.ctrl.sys_status.code", "System Event Code", Place{12, 4, 0, 16}, Type::Uint16, Show::Decimal, ctrl_sys_status_code_labels};
inline constexpr Field ctrl_peer_status_config{"ntp.ctrl.peer_status.config", "Peer Status", Place{0, 1, 0, 16}, Type::Boolean, Show::Flag, configured_peer_config_not_configured_pe_labels};
inline constexpr Field ctrl_peer_status_authenable{"ntp.ctrl.peer_status.authenable", "Peer Status", Place{1, 1, 0, 16}, Type::Boolean, Show::Flag, authentication_enabled_peer_authenable_a_labels};
inline constexpr Field ctrl_peer_status_authentic{"ntp.ctrl.peer_status.authentic", "Peer Status", Place{2, 1, 0, 16}, Type::Boolean, Show::Flag, authentication_okay_peer_authentic_authe_labels};
inline constexpr Field ctrl_peer_status_reach{"ntp.ctrl.peer_status.reach", "Peer Status", Place{3, 1, 0, 16}, Type::Boolean, Show::Flag, reachability_okay_peer_reach_0_reachabil_labels};
inline constexpr Field ctrl_peer_status_bcast{"ntp.ctrl.peer_status.bcast", "Peer Status broadcast association", Place{4, 1, 0, 16}, Type::Boolean, Show::Flag};
inline constexpr Field ctrl_peer_status_selection{"ntp.ctrl.peer_status.selection", "Peer Selection", Place{5, 3, 0, 16}, Type::Uint16, Show::Decimal, ctrl_peer_status_selection_labels};
inline constexpr Field ctrl_peer_status_count{"ntp.ctrl.peer_status.count", "Peer Event Counter", Place{8, 4, 0, 16}, Type::Uint16};
inline constexpr Field ctrl_peer_status_code{"ntp.ctrl.peer_status.code", "Peer Event Code", Place{12, 4, 0, 16}, Type::Uint16, Show::Decimal, ctrl_peer_status_code_labels};
inline constexpr Field ctrl_clock_status_status{"ntp.ctrl.clock_status.status", "Clock Status", Place{0, 8, 0, 16}, Type::Uint16, Show::Decimal, ctrl_clock_status_status_labels};
inline constexpr Field ctrl_clock_status_code{"ntp.ctrl.clock_status.code", "Clock Event Code", Place{8, 8, 0, 16}, Type::Uint16};
inline constexpr Field ctrl_data{"ntp.ctrl.data", "Data", varies, Type::None};
inline constexpr Field ctrl_associd{"ntp.ctrl.associd", "AssociationID", varies, Type::Uint16};
inline constexpr Field ctrl_offset{"ntp.ctrl.offset", "Offset", varies, Type::Uint16};
inline constexpr Field ctrl_count{"ntp.ctrl.count", "Count", varies, Type::Uint16};

inline constexpr const Field* control_fields[] = {&ctrl_flags2, &ctrl_flags2_r, &ctrl_flags2_error, &ctrl_flags2_more, &ctrl_flags2_opcode,
    &ctrl_sequence, &ctrl_status, &ctrl_err_status, &ctrl_sys_status_li, &ctrl_sys_status_clksrc,
    &ctrl_sys_status_count, &ctrl_sys_status_code, &ctrl_peer_status_config,
    &ctrl_peer_status_authenable, &ctrl_peer_status_authentic, &ctrl_peer_status_reach,
    &ctrl_peer_status_bcast, &ctrl_peer_status_selection, &ctrl_peer_status_count,
    &ctrl_peer_status_code, &ctrl_clock_status_status, &ctrl_clock_status_code, &ctrl_data,
    &ctrl_associd, &ctrl_offset, &ctrl_count};
// clang-format on

}  // namespace wiretale::ntp::field
