// PIM: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"
#include "protocols/checksum_labels.h"
#include "protocols/network/address_family_labels.h"
#include "protocols/network/pim_tree_labels.h"

namespace wiretale::pim::field {

// One field on each line.
// clang-format off
inline constexpr Field version{"pim.version", "Version", Place{0, 4, 0, 8}, Type::Uint8};
inline constexpr Field type{"pim.type", "Type", Place{4, 4, 0, 8}, Type::Uint8, Show::Decimal, type_labels};
inline constexpr Field cksum{"pim.cksum", "Checksum", varies, Type::Uint16, Show::Hex};
inline constexpr Field cksum_status{"pim.cksum.status", "Checksum Status", varies, Type::Uint8, Show::Decimal, checksum_status_labels};
inline constexpr Field bad_checksum{"pim.bad_checksum", "Bad checksum", varies, Type::None};
inline constexpr Field res_bytes{"pim.res_bytes", "Reserved byte(s)", varies, Type::ByteArray};
inline constexpr Field option{"pim.option", "PIM Options", varies, Type::None};
inline constexpr Field optiontype{"pim.optiontype", "Type", varies, Type::Uint16};
inline constexpr Field optionlength{"pim.optionlength", "Length", varies, Type::Uint16};
inline constexpr Field optionvalue{"pim.optionvalue", "Unknown", varies, Type::ByteArray};
inline constexpr Field register_flag{"pim.register_flag", "Flags", varies, Type::Uint32, Show::Hex};
inline constexpr Field register_flag_border{"pim.register_flag.border", "Border", Place{0, 1, 0, 32}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field register_flag_null_register{"pim.register_flag.null_register", "Null-Register", Place{1, 1, 0, 32}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field ip_version{"pim.ip_version", "IP Version", Place{0, 4, 0, 8}, Type::Uint8, Show::Decimal, ip_version_labels};
inline constexpr Field holdtime{"pim.holdtime", "Holdtime", varies, Type::Uint16};
inline constexpr Field numgroups{"pim.numgroups", "Num Groups", varies, Type::Uint16};
inline constexpr Field numjoins{"pim.numjoins", "Num Joins", varies, Type::Uint16};
inline constexpr Field numprunes{"pim.numprunes", "Num Prunes", varies, Type::Uint16};
inline constexpr Field t{"pim.t", "T", Place{0, 1, 0, 8}, Type::Boolean};
inline constexpr Field propagation_delay{"pim.propagation_delay", "Propagation Delay", Place{1, 15, 0, 16}, Type::Uint16};
inline constexpr Field override_interval{"pim.override_interval", "Override Interval", varies, Type::Uint16};
inline constexpr Field dr_priority{"pim.dr_priority", "DR Priority", varies, Type::Uint32};
inline constexpr Field generation_id{"pim.generation_id", "Generation ID", varies, Type::Uint32};
inline constexpr Field state_refresh_version{"pim.state_refresh_version", "Version", varies, Type::Uint8};
inline constexpr Field state_refresh_interval{"pim.state_refresh_interval", "Interval", varies, Type::Uint8};
inline constexpr Field state_refresh_reserved{"pim.state_refresh_reserved", "Reserved", varies, Type::Uint16};
inline constexpr Field rpt{"pim.rpt", "RP Tree", Place{0, 1, 0, 8}, Type::Boolean};
inline constexpr Field metric_pref{"pim.metric_pref", "Metric Preference", Place{1, 31, 0, 32}, Type::Uint32};
inline constexpr Field metric{"pim.metric", "Metric", varies, Type::Uint32};
inline constexpr Field prune_indicator{"pim.prune_indicator", "Prune indicator", Place{0, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field prune_now{"pim.prune_now", "Prune now", Place{1, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field assert_override{"pim.assert_override", "Assert override", Place{2, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field source{"pim.source", "Source", varies, Type::Ipv4};
inline constexpr Field source_ip6{"pim.source_ip6", "Source", varies, Type::Ipv6};
inline constexpr Field group{"pim.group", "Group", varies, Type::Ipv4};
inline constexpr Field group_ip6{"pim.group_ip6", "Group", varies, Type::Ipv6};
inline constexpr Field upstream_neighbor{"pim.upstream_neighbor", "Upstream-neighbor", varies, Type::Ipv4};
inline constexpr Field upstream_neighbor_ip6{"pim.upstream_neighbor_ip6", "Upstream-neighbor", varies, Type::Ipv6};
inline constexpr Field join_ip{"pim.join_ip", "IP address", varies, Type::Ipv4};
inline constexpr Field join_ip6{"pim.join_ip6", "IP address", varies, Type::Ipv6};
inline constexpr Field prune_ip{"pim.prune_ip", "IP address", varies, Type::Ipv4};
inline constexpr Field prune_ip6{"pim.prune_ip6", "IP address", varies, Type::Ipv6};
inline constexpr Field address_list{"pim.address_list", "Address", varies, Type::Ipv4};
inline constexpr Field address_list_ip6{"pim.address_list_ip6", "Address", varies, Type::Ipv6};
inline constexpr Field bsr{"pim.bsr", "BSR", varies, Type::Ipv4};
inline constexpr Field bsr_ip6{"pim.bsr_ip6", "BSR", varies, Type::Ipv6};
inline constexpr Field rp{"pim.rp", "RP", varies, Type::Ipv4};
inline constexpr Field rp_ip6{"pim.rp_ip6", "RP", varies, Type::Ipv6};
inline constexpr Field originator{"pim.originator", "Originator", varies, Type::Ipv4};
inline constexpr Field originator_ip6{"pim.originator_ip6", "Originator", varies, Type::Ipv6};
inline constexpr Field fragment_tag{"pim.fragment_tag", "Fragment tag", varies, Type::Uint16, Show::Hex};
inline constexpr Field hash_mask_len{"pim.hash_mask_len", "Hash mask len", varies, Type::Uint8};
inline constexpr Field bsr_priority{"pim.bsr_priority", "BSR priority", varies, Type::Uint8};
inline constexpr Field rp_count{"pim.rp_count", "RP count", varies, Type::Uint8};
inline constexpr Field frp_count{"pim.frp_count", "FRP count", varies, Type::Uint8};
inline constexpr Field priority{"pim.priority", "Priority", varies, Type::Uint8};
inline constexpr Field prefix_count{"pim.prefix_count", "Prefix-count", varies, Type::Uint8};
inline constexpr Field mask_len{"pim.mask_len", "Masklen", varies, Type::Uint8};
inline constexpr Field ttl{"pim.ttl", "TTL", varies, Type::Uint8};
inline constexpr Field interval{"pim.interval", "Interval", varies, Type::Uint8};
inline constexpr Field addr_address_family{"pim.addr_address_family", "Address Family", varies, Type::Uint8, Show::Decimal, address_family_labels};
inline constexpr Field addr_encoding_type{"pim.addr_encoding_type", "Encoding Type", varies, Type::Uint8, Show::Decimal, addr_encoding_type_labels};
inline constexpr Field unicast{"pim.unicast", "Unicast", varies, Type::Ipv4};
inline constexpr Field unicast_ipv6{"pim.unicast_ipv6", "Unicast", varies, Type::Ipv6};
inline constexpr Field group_set{"pim.group_set", "Group", varies, Type::String};
inline constexpr Field group_addr_flags{"pim.group_addr.flags", "Flags", varies, Type::Uint8, Show::Hex};
inline constexpr Field group_addr_flags_b{"pim.group_addr.flags.b", "Bidirectional PIM", Place{0, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field group_addr_flags_reserved{"pim.group_addr.flags.reserved", "Reserved", Place{1, 6, 0, 8}, Type::Uint8, Show::Hex};
inline constexpr Field group_addr_flags_z{"pim.group_addr.flags.z", "Admin Scope Zone", Place{7, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field source_addr_flags{"pim.source_addr.flags", "Flags", varies, Type::Uint8, Show::Hex};
inline constexpr Field source_addr_flags_reserved{"pim.source_addr.flags.reserved", "Reserved", Place{0, 5, 0, 8}, Type::Uint8, Show::Hex};
inline constexpr Field source_addr_flags_s{"pim.source_addr.flags.s", "Sparse", Place{5, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field source_addr_flags_w{"pim.source_addr.flags.w", "WildCard", Place{6, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field source_addr_flags_r{"pim.source_addr.flags.r", "Rendezvous Point Tree", Place{7, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field pfmnoforwardbit{"pim.pfmnoforwardbit", "Pfm no forward bit", Place{0, 1, 0, 8}, Type::Boolean};

inline constexpr const Field* all[] = {&version, &type, &cksum, &cksum_status, &bad_checksum, &res_bytes, &option, &optiontype,
    &optionlength, &optionvalue, &register_flag, &register_flag_border, &register_flag_null_register,
    &ip_version, &holdtime, &numgroups, &numjoins, &numprunes, &t, &propagation_delay,
    &override_interval, &dr_priority, &generation_id, &state_refresh_version, &state_refresh_interval,
    &state_refresh_reserved, &rpt, &metric_pref, &metric, &prune_indicator, &prune_now,
    &assert_override, &source, &source_ip6, &group, &group_ip6, &upstream_neighbor,
    &upstream_neighbor_ip6, &join_ip, &join_ip6, &prune_ip, &prune_ip6, &address_list,
    &address_list_ip6, &bsr, &bsr_ip6, &rp, &rp_ip6, &originator, &originator_ip6, &fragment_tag,
    &hash_mask_len, &bsr_priority, &rp_count, &frp_count, &priority, &prefix_count, &mask_len, &ttl,
    &interval, &addr_address_family, &addr_encoding_type, &unicast, &unicast_ipv6, &group_set,
    &group_addr_flags, &group_addr_flags_b, &group_addr_flags_reserved, &group_addr_flags_z,
    &source_addr_flags, &source_addr_flags_reserved, &source_addr_flags_s, &source_addr_flags_w,
    &source_addr_flags_r, &pfmnoforwardbit};
// clang-format on

}  // namespace wiretale::pim::field
