// BGP: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"
#include "protocols/application/bgp/bgp_tree_labels.h"
#include "protocols/network/address_family_labels.h"

namespace wiretale::bgp::field {

// One field on each line.
// clang-format off
inline constexpr Field marker{"bgp.marker", "Marker", varies, Type::ByteArray};
inline constexpr Field length{"bgp.length", "Length", varies, Type::Uint16};
inline constexpr Field type{"bgp.type", "Type", varies, Type::Uint8, Show::Decimal, type_labels};
inline constexpr Field open_version{"bgp.open.version", "Version", varies, Type::Uint8};
inline constexpr Field open_myas{"bgp.open.myas", "My AS", varies, Type::Uint16};
inline constexpr Field open_holdtime{"bgp.open.holdtime", "Hold Time", varies, Type::Uint16};
inline constexpr Field open_identifier{"bgp.open.identifier", "BGP Identifier", varies, Type::Ipv4};
inline constexpr Field open_opt_len{"bgp.open.opt.len", "Optional Parameters Length", varies, Type::Uint8};
inline constexpr Field open_opt{"bgp.open.opt", "Optional Parameters", varies, Type::None};
inline constexpr Field open_opt_param{"bgp.open.opt.param", "Optional Parameter", varies, Type::None};
inline constexpr Field open_opt_param_type{"bgp.open.opt.param.type", "Parameter Type", varies, Type::Uint8, Show::Decimal, open_opt_param_type_labels};
inline constexpr Field open_opt_param_len{"bgp.open.opt.param.len", "Parameter Length", varies, Type::Uint8};
inline constexpr Field cap{"bgp.cap", "Capability", varies, Type::None};
inline constexpr Field cap_type{"bgp.cap.type", "Type", varies, Type::Uint8, Show::Decimal, cap_type_labels};
inline constexpr Field cap_length{"bgp.cap.length", "Length", varies, Type::Uint8};
inline constexpr Field cap_unknown{"bgp.cap.unknown", "Unknown", varies, Type::ByteArray};
inline constexpr Field cap_reserved{"bgp.cap.reserved", "Reserved", varies, Type::ByteArray};
inline constexpr Field cap_mp_afi{"bgp.cap.mp.afi", "AFI", varies, Type::Uint16, Show::Decimal, address_family_labels};
inline constexpr Field cap_mp_safi{"bgp.cap.mp.safi", "SAFI", varies, Type::Uint8, Show::Decimal, cap_mp_safi_labels};
inline constexpr Field cap_4as{"bgp.cap.4as", "AS Number", varies, Type::Uint32};
inline constexpr Field cap_ap_afi{"bgp.cap.ap.afi", "AFI", varies, Type::Uint16, Show::Decimal, address_family_labels};
inline constexpr Field cap_ap_safi{"bgp.cap.ap.safi", "SAFI", varies, Type::Uint8, Show::Decimal, cap_mp_safi_labels};
inline constexpr Field cap_ap_sendreceive{"bgp.cap.ap.sendreceive", "Send/Receive", varies, Type::Uint8, Show::Decimal, cap_ap_sendreceive_labels};
inline constexpr Field cap_orf_fqdn_hostname_len{"bgp.cap.orf.fqdn.hostname.len", "Hostname Length", varies, Type::Uint8};
inline constexpr Field cap_orf_fqdn_hostname{"bgp.cap.orf.fqdn.hostname", "Hostname", varies, Type::String};
inline constexpr Field cap_orf_fqdn_domain_name_len{"bgp.cap.orf.fqdn.domain_name.len", "Domain Name Length", varies, Type::Uint8};
inline constexpr Field cap_orf_fqdn_domain_name{"bgp.cap.orf.fqdn.domain_name", "Domain Name", varies, Type::String};
inline constexpr Field cap_gr_helper_mode_only{"bgp.cap.gr.helper_mode_only", "Graceful Restart Capability supported in Helper mode only", varies, Type::None};
inline constexpr Field cap_gr_timers{"bgp.cap.gr.timers", "Restart Timers", varies, Type::Uint16, Show::Hex};
inline constexpr Field cap_gr_timers_restart_flag{"bgp.cap.gr.timers.restart_flag", "Restart state", Place{0, 1, 0, 16}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field cap_gr_timers_notification_flag{"bgp.cap.gr.timers.notification_flag", "Graceful notification", Place{1, 1, 0, 16}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field cap_gr_timers_restart_time{"bgp.cap.gr.timers.restart_time", "Time", Place{4, 12, 0, 16}, Type::Uint16};
inline constexpr Field cap_gr_afi{"bgp.cap.gr.afi", "AFI", varies, Type::Uint16, Show::Decimal, address_family_labels};
inline constexpr Field cap_gr_safi{"bgp.cap.gr.safi", "SAFI", varies, Type::Uint8, Show::Decimal, cap_mp_safi_labels};
inline constexpr Field cap_gr_flag{"bgp.cap.gr.flag", "Flag", varies, Type::Uint8, Show::Hex};
inline constexpr Field cap_gr_flag_pfs{"bgp.cap.gr.flag.pfs", "Preserve forwarding state", Place{0, 1, 0, 8}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field cap_enh_afi{"bgp.cap.enh.afi", "AFI", varies, Type::Uint16, Show::Decimal, address_family_labels};
inline constexpr Field cap_enh_safi{"bgp.cap.enh.safi", "SAFI", varies, Type::Uint16, Show::Decimal, cap_mp_safi_labels};
inline constexpr Field cap_enh_nhafi{"bgp.cap.enh.nhafi", "Next hop AFI", varies, Type::Uint16, Show::Decimal, address_family_labels};
inline constexpr Field cap_bgpsec_flags{"bgp.cap.bgpsec.flags", "Flag", varies, Type::Uint8, Show::Hex};
inline constexpr Field cap_bgpsec_version{"bgp.cap.bgpsec.version", "Version", Place{0, 4, 0, 8}, Type::Uint8};
inline constexpr Field cap_bgpsec_sendreceive{"bgp.cap.bgpsec.sendreceive", "Send/Receive", Place{4, 1, 0, 8}, Type::Uint8, Show::Decimal, cap_bgpsec_sendreceive_labels};
inline constexpr Field cap_bgpsec_reserved{"bgp.cap.bgpsec.reserved", "Reserved", Place{5, 3, 0, 8}, Type::Uint8, Show::Hex};
inline constexpr Field cap_bgpsec_afi{"bgp.cap.bgpsec.afi", "AFI", varies, Type::Uint16, Show::Decimal, address_family_labels};
inline constexpr Field update_withdrawn_routes_length{"bgp.update.withdrawn_routes.length", "Withdrawn Routes Length", varies, Type::Uint16};
inline constexpr Field update_withdrawn_routes{"bgp.update.withdrawn_routes", "Withdrawn Routes", varies, Type::None};
inline constexpr Field prefix_length{"bgp.prefix_length", "Prefix Length", varies, Type::Uint8};
inline constexpr Field withdrawn_prefix{"bgp.withdrawn_prefix", "Withdrawn prefix", varies, Type::Ipv4};
inline constexpr Field update_path_attributes_length{"bgp.update.path_attributes.length", "Total Path Attribute Length", varies, Type::Uint16};
inline constexpr Field update_path_attributes{"bgp.update.path_attributes", "Path attributes", varies, Type::None};
inline constexpr Field update_path_attribute{"bgp.update.path_attribute", "Path Attribute", varies, Type::None};
inline constexpr Field update_path_attribute_flags{"bgp.update.path_attribute.flags", "Flags", varies, Type::Uint8, Show::Hex};
inline constexpr Field update_path_attribute_flags_optional{"bgp.update.path_attribute.flags.optional", "Optional", Place{0, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field update_path_attribute_flags_transitive{"bgp.update.path_attribute.flags.transitive", "Transitive", Place{1, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field update_path_attribute_flags_partial{"bgp.update.path_attribute.flags.partial", "Partial", Place{2, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field update_path_attribute_flags_extended_length{"bgp.update.path_attribute.flags.extended_length", "Extended-Length", Place{3, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field update_path_attribute_flags_unused{"bgp.update.path_attribute.flags.unused", "Unused", Place{4, 4, 0, 8}, Type::Uint8, Show::Hex};
inline constexpr Field update_path_attribute_type_code{"bgp.update.path_attribute.type_code", "Type Code", varies, Type::Uint8, Show::Decimal, update_path_attribute_type_code_labels};
inline constexpr Field update_path_attribute_length{"bgp.update.path_attribute.length", "Length", varies, Type::Uint16};
inline constexpr Field update_path_attribute_origin{"bgp.update.path_attribute.origin", "Origin", varies, Type::Uint8, Show::Decimal, update_path_attribute_origin_labels};
inline constexpr Field update_path_attribute_as_path_segment{"bgp.update.path_attribute.as_path_segment", "AS Path segment", varies, Type::None};
inline constexpr Field update_path_attribute_as_path_segment_type{"bgp.update.path_attribute.as_path_segment.type", "Segment type", varies, Type::Uint8, Show::Decimal, update_path_attribute_as_path_segment_type_labels};
inline constexpr Field update_path_attribute_as_path_segment_length{"bgp.update.path_attribute.as_path_segment.length", "Segment length (number of ASN)", varies, Type::Uint8};
inline constexpr Field update_path_attribute_as_path_segment_as2{"bgp.update.path_attribute.as_path_segment.as2", "AS2", varies, Type::Uint16};
inline constexpr Field update_path_attribute_as_path_segment_as4{"bgp.update.path_attribute.as_path_segment.as4", "AS4", varies, Type::Uint32};
inline constexpr Field update_path_attribute_next_hop{"bgp.update.path_attribute.next_hop", "Next hop", varies, Type::Ipv4};
inline constexpr Field update_path_attribute_multi_exit_disc{"bgp.update.path_attribute.multi_exit_disc", "Multiple exit discriminator", varies, Type::Uint32};
inline constexpr Field update_path_attribute_local_pref{"bgp.update.path_attribute.local_pref", "Local preference", varies, Type::Uint32};
inline constexpr Field update_path_attribute_aggregator_as{"bgp.update.path_attribute.aggregator_as", "Aggregator AS", varies, Type::Uint32};
inline constexpr Field update_path_attribute_aggregator_origin{"bgp.update.path_attribute.aggregator_origin", "Aggregator origin", varies, Type::Ipv4};
inline constexpr Field update_path_attribute_communities{"bgp.update.path_attribute.communities", "Communities", varies, Type::None};
inline constexpr Field update_path_attribute_community{"bgp.update.path_attribute.community", "Community", varies, Type::None};
inline constexpr Field update_path_attribute_community_as{"bgp.update.path_attribute.community_as", "Community AS", varies, Type::Uint16};
inline constexpr Field update_path_attribute_community_value{"bgp.update.path_attribute.community_value", "Community value", varies, Type::Uint16};
inline constexpr Field update_path_attribute_community_wellknown{"bgp.update.path_attribute.community_wellknown", "Community Well-known", varies, Type::Uint32, Show::Hex, update_path_attribute_community_wellknown_labels};
inline constexpr Field update_path_attribute_originator_id{"bgp.update.path_attribute.originator_id", "Originator identifier", varies, Type::Ipv4};
inline constexpr Field path_attribute_cluster_list{"bgp.path_attribute.cluster_list", "Cluster List", varies, Type::None};
inline constexpr Field path_attribute_cluster_id{"bgp.path_attribute.cluster_id", "Cluster ID", varies, Type::Ipv4};
inline constexpr Field large_communities{"bgp.large_communities", "Large Communities", varies, Type::String};
inline constexpr Field large_communities_ga{"bgp.large_communities.ga", "Global Administrator", varies, Type::Uint32};
inline constexpr Field large_communities_ldp1{"bgp.large_communities.ldp1", "Local Data Part 1", varies, Type::Uint32};
inline constexpr Field large_communities_ldp2{"bgp.large_communities.ldp2", "Local Data Part 2", varies, Type::Uint32};
inline constexpr Field ext_communities{"bgp.ext_communities", "Carried extended communities", varies, Type::None};
inline constexpr Field ext_community{"bgp.ext_community", "Community", varies, Type::None};
inline constexpr Field ext_com_type{"bgp.ext_com.type", "Type", varies, Type::Uint8, Show::Hex, ext_com_type_labels};
inline constexpr Field ext_com_type_auth{"bgp.ext_com.type.auth", "IANA Authority", Place{0, 1, 0, 8}, Type::Boolean, Show::Flag, allocated_on_standard_action_early_alloc_labels};
inline constexpr Field ext_com_type_tran{"bgp.ext_com.type.tran", "Transitive across ASes", Place{1, 1, 0, 8}, Type::Boolean, Show::Flag, non_transitive_transitive_labels};
inline constexpr Field ext_com_stype_tr_as2{"bgp.ext_com.stype_tr_as2", "Subtype (AS2)", varies, Type::Uint8, Show::Hex, ext_com_stype_tr_as2_labels};
inline constexpr Field ext_com_stype_ntr_as2{"bgp.ext_com.stype_ntr_as2", "Subtype (Non-transitive AS2)", varies, Type::Uint8, Show::Hex, ext_com_stype_ntr_as2_labels};
inline constexpr Field ext_com_stype_tr_ip4{"bgp.ext_com.stype_tr_IP4", "Subtype (IPv4)", varies, Type::Uint8, Show::Hex, ext_com_stype_tr_ip4_labels};
inline constexpr Field ext_com_stype_ntr_ip4{"bgp.ext_com.stype_ntr_IP4", "Subtype (Non-transitive IPv4)", varies, Type::Uint8, Show::Hex};
inline constexpr Field ext_com_stype_tr_as4{"bgp.ext_com.stype_tr_as4", "Subtype (AS4)", varies, Type::Uint8, Show::Hex, ext_com_stype_tr_as4_labels};
inline constexpr Field ext_com_stype_ntr_as4{"bgp.ext_com.stype_ntr_as4", "Subtype (Non-transitive AS4)", varies, Type::Uint8, Show::Hex, ext_com_stype_ntr_as4_labels};
inline constexpr Field ext_com_stype_tr_opaque{"bgp.ext_com.stype_tr_opaque", "Subtype (Opaque)", varies, Type::Uint8, Show::Hex, ext_com_stype_tr_opaque_labels};
inline constexpr Field ext_com_stype_ntr_opaque{"bgp.ext_com.stype_ntr_opaque", "Subtype (Non-transitive Opaque)", varies, Type::Uint8, Show::Hex, ext_com_stype_ntr_opaque_labels};
inline constexpr Field ext_com_stype_tr_evpn{"bgp.ext_com.stype_tr_evpn", "Subtype (EVPN)", varies, Type::Uint8, Show::Hex, ext_com_stype_tr_evpn_labels};
inline constexpr Field ext_com_stype_tr_exp{"bgp.ext_com.stype_tr_exp", "Subtype (Experimental)", varies, Type::Uint8, Show::Hex, ext_com_stype_tr_exp_labels};
inline constexpr Field ext_com_stype_unknown{"bgp.ext_com.stype_unknown", "Subtype", varies, Type::Uint8, Show::Hex};
inline constexpr Field ext_com_value_as2{"bgp.ext_com.value_as2", "2-Octet AS", varies, Type::Uint16};
inline constexpr Field ext_com_value_as4{"bgp.ext_com.value_as4", "4-Octet AS", varies, Type::Uint32};
inline constexpr Field ext_com_value_an2{"bgp.ext_com.value_an2", "2-Octet AN", varies, Type::Uint16};
inline constexpr Field ext_com_value_an4{"bgp.ext_com.value_an4", "4-Octet AN", varies, Type::Uint32};
inline constexpr Field ext_com_value_ip4{"bgp.ext_com.value_IP4", "IPv4 address", varies, Type::Ipv4};
inline constexpr Field ext_com_tunnel_type{"bgp.ext_com.tunnel_type", "Tunnel type", varies, Type::Uint16, Show::Decimal, ext_com_tunnel_type_labels};
inline constexpr Field ext_com_evpn_mmac_flags{"bgp.ext_com_evpn.mmac.flags", "Flags", varies, Type::Uint8, Show::Hex};
inline constexpr Field ext_com_evpn_mmac_flags_sticky{"bgp.ext_com_evpn.mmac.flags.sticky", "Sticky/Static MAC", Place{7, 1, 0, 8}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field ext_com_evpn_mmac_seq{"bgp.ext_com_evpn.mmac.seq", "Sequence number", varies, Type::Uint32};
inline constexpr Field update_nlri{"bgp.update.nlri", "Network Layer Reachability Information (NLRI)", varies, Type::None};
inline constexpr Field nlri_prefix{"bgp.nlri_prefix", "NLRI prefix", varies, Type::Ipv4};
inline constexpr Field update_path_attribute_mp_reach_nlri_afi{"bgp.update.path_attribute.mp_reach_nlri.afi", "Address family identifier (AFI)", varies, Type::Uint16, Show::Decimal, address_family_labels};
inline constexpr Field update_path_attribute_mp_reach_nlri_safi{"bgp.update.path_attribute.mp_reach_nlri.safi", "Subsequent address family identifier (SAFI)", varies, Type::Uint8, Show::Decimal, cap_mp_safi_labels};
inline constexpr Field update_path_attribute_mp_reach_nlri_next_hop{"bgp.update.path_attribute.mp_reach_nlri.next_hop", "Next hop", varies, Type::ByteArray};
inline constexpr Field update_path_attribute_mp_reach_nlri_next_hop_rd{"bgp.update.path_attribute.mp_reach_nlri.next_hop.rd", "Route Distinguisher", varies, Type::String};
inline constexpr Field update_path_attribute_mp_reach_nlri_next_hop_ipv4{"bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv4", "IPv4 Address", varies, Type::Ipv4};
inline constexpr Field update_path_attribute_mp_reach_nlri_next_hop_ipv6{"bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv6", "IPv6 Address", varies, Type::Ipv6};
inline constexpr Field update_path_attribute_mp_reach_nlri_next_hop_ipv6_link_local{"bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv6.link_local", "Link-local Address", varies, Type::Ipv6};
inline constexpr Field update_path_attribute_mp_reach_nlri_nbr_snpa{"bgp.update.path_attribute.mp_reach_nlri.nbr_snpa", "Number of Subnetwork points of attachment (SNPA)", varies, Type::Uint8};
inline constexpr Field update_path_attribute_mp_reach_nlri{"bgp.update.path_attribute.mp_reach_nlri", "Network Layer Reachability Information (NLRI)", varies, Type::None};
inline constexpr Field mp_reach_nlri_ipv4_prefix{"bgp.mp_reach_nlri_ipv4_prefix", "MP Reach NLRI IPv4 prefix", varies, Type::Ipv4};
inline constexpr Field mp_reach_nlri_ipv6_prefix{"bgp.mp_reach_nlri_ipv6_prefix", "MP Reach NLRI IPv6 prefix", varies, Type::Ipv6};
inline constexpr Field mp_unreach_nlri_ipv4_prefix{"bgp.mp_unreach_nlri_ipv4_prefix", "MP Unreach NLRI IPv4 prefix", varies, Type::Ipv4};
inline constexpr Field mp_unreach_nlri_ipv6_prefix{"bgp.mp_unreach_nlri_ipv6_prefix", "MP Unreach NLRI IPv6 prefix", varies, Type::Ipv6};
inline constexpr Field update_path_attribute_mp_unreach_nlri_afi{"bgp.update.path_attribute.mp_unreach_nlri.afi", "Address family identifier (AFI)", varies, Type::Uint16, Show::Decimal, address_family_labels};
inline constexpr Field update_path_attribute_mp_unreach_nlri_safi{"bgp.update.path_attribute.mp_unreach_nlri.safi", "Subsequent address family identifier (SAFI)", varies, Type::Uint8, Show::Decimal, cap_mp_safi_labels};
inline constexpr Field update_path_attribute_mp_unreach_nlri{"bgp.update.path_attribute.mp_unreach_nlri", "Withdrawn Routes", varies, Type::None};
inline constexpr Field label_stack{"bgp.label_stack", "Label Stack", varies, Type::String};
inline constexpr Field rd{"bgp.rd", "Route Distinguisher", varies, Type::String};
inline constexpr Field update_path_attribute_aigp{"bgp.update.path_attribute.aigp", "AIGP Attribute", varies, Type::None};
inline constexpr Field update_attribute_aigp_type{"bgp.update.attribute.aigp.type", "AIGP attribute type", varies, Type::Uint8, Show::Decimal, update_attribute_aigp_type_labels};
inline constexpr Field update_attribute_aigp_length{"bgp.update.attribute.aigp.length", "AIGP TLV length", varies, Type::Uint16};
inline constexpr Field update_attribute_aigp_accu_igp_metric{"bgp.update.attribute.aigp.accu_igp_metric", "AIGP Accumulated IGP Metric", varies, Type::Uint64};
inline constexpr Field update_path_attributes_unknown{"bgp.update.path_attributes.unknown", "Unknown Path attributes", varies, Type::None};
inline constexpr Field route_refresh_afi{"bgp.route_refresh.afi", "Address family identifier (AFI)", varies, Type::Uint16, Show::Decimal, address_family_labels};
inline constexpr Field route_refresh_subtype{"bgp.route_refresh.subtype", "Subtype", varies, Type::Uint8, Show::Decimal, route_refresh_subtype_labels};
inline constexpr Field route_refresh_safi{"bgp.route_refresh.safi", "Subsequent address family identifier (SAFI)", varies, Type::Uint8, Show::Decimal, cap_mp_safi_labels};
inline constexpr Field notify_major_error{"bgp.notify.major_error", "Major error Code", varies, Type::Uint8, Show::Decimal, notify_major_error_labels};
inline constexpr Field notify_minor_error{"bgp.notify.minor_error", "Minor error Code (Message Header)", varies, Type::Uint8, Show::Decimal, notify_minor_error_labels};
inline constexpr Field notify_minor_error_open{"bgp.notify.minor_error_open", "Minor error Code (Open Message)", varies, Type::Uint8, Show::Decimal, notify_minor_error_open_labels};
inline constexpr Field notify_minor_error_update{"bgp.notify.minor_error_update", "Minor error Code (Update Message)", varies, Type::Uint8, Show::Decimal, notify_minor_error_update_labels};
inline constexpr Field notify_minor_error_expired{"bgp.notify.minor_error_expired", "Minor error Code (Hold Timer Expired)", varies, Type::Uint8};
inline constexpr Field notify_minor_error_state{"bgp.notify.minor_error_state", "Minor error Code (State Machine)", varies, Type::Uint8, Show::Decimal, notify_minor_error_state_labels};
inline constexpr Field notify_minor_error_cease{"bgp.notify.minor_error_cease", "Minor error Code (Cease)", varies, Type::Uint8, Show::Decimal, notify_minor_error_cease_labels};
inline constexpr Field notify_minor_error_capability{"bgp.notify.minor_error_capability", "Minor error Code (Capability Message)", varies, Type::Uint8, Show::Decimal, notify_minor_error_capability_labels};
inline constexpr Field notify_minor_error_unknown{"bgp.notify.minor_error_unknown", "Minor error Code (Unknown)", varies, Type::Uint8};
inline constexpr Field notify_minor_data{"bgp.notify.minor_data", "Data", varies, Type::ByteArray};
inline constexpr Field notify_error_open_bad_peer_as{"bgp.notify.error_open.bad_peer_as", "Bad Peer AS", varies, Type::Uint32};
inline constexpr Field notify_communication_length{"bgp.notify.communication_length", "BGP Shutdown Communication Length", varies, Type::Uint8};
inline constexpr Field notify_communication{"bgp.notify.communication", "Shutdown Communication", varies, Type::String};
inline constexpr Field evpn_nlri{"bgp.evpn.nlri", "EVPN NLRI", varies, Type::None};
inline constexpr Field evpn_nlri_rt{"bgp.evpn.nlri.rt", "Route Type", varies, Type::Uint8, Show::Decimal, evpn_nlri_rt_labels};
inline constexpr Field evpn_nlri_len{"bgp.evpn.nlri.len", "Length", varies, Type::Uint8};
inline constexpr Field evpn_nlri_rd{"bgp.evpn.nlri.rd", "Route Distinguisher", varies, Type::ByteArray};
inline constexpr Field evpn_nlri_esi{"bgp.evpn.nlri.esi", "ESI", varies, Type::ByteArray};
inline constexpr Field evpn_nlri_esi_type{"bgp.evpn.nlri.esi.type", "ESI Type", varies, Type::Uint8, Show::Decimal, evpn_nlri_esi_type_labels};
inline constexpr Field evpn_nlri_esi_value{"bgp.evpn.nlri.esi.value", "ESI Value", varies, Type::ByteArray};
inline constexpr Field evpn_nlri_esi_type0{"bgp.evpn.nlri.esi.type0", "ESI 9 bytes value", varies, Type::ByteArray};
inline constexpr Field evpn_nlri_etag{"bgp.evpn.nlri.etag", "Ethernet Tag ID", varies, Type::Uint32};
inline constexpr Field evpn_nlri_maclen{"bgp.evpn.nlri.maclen", "MAC Address Length", varies, Type::Uint8};
inline constexpr Field evpn_nlri_mac_addr{"bgp.evpn.nlri.mac_addr", "MAC Address", varies, Type::Ether};
inline constexpr Field evpn_nlri_iplen{"bgp.evpn.nlri.iplen", "IP Address Length", varies, Type::Uint8};
inline constexpr Field evpn_nlri_ip_addr{"bgp.evpn.nlri.ip.addr", "IPv4 address", varies, Type::Ipv4};
inline constexpr Field evpn_nlri_ipv6_addr{"bgp.evpn.nlri.ipv6.addr", "IPv6 address", varies, Type::Ipv6};
inline constexpr Field evpn_nlri_vni{"bgp.evpn.nlri.vni", "VNI", varies, Type::Uint24};
inline constexpr Field evpn_no_ip{"bgp.evpn.no_ip", "IP Address: NOT INCLUDED", varies, Type::None};

inline constexpr const Field* all[] = {&marker, &length, &type, &open_version, &open_myas, &open_holdtime, &open_identifier,
    &open_opt_len, &open_opt, &open_opt_param, &open_opt_param_type, &open_opt_param_len, &cap,
    &cap_type, &cap_length, &cap_unknown, &cap_reserved, &cap_mp_afi, &cap_mp_safi, &cap_4as,
    &cap_ap_afi, &cap_ap_safi, &cap_ap_sendreceive, &cap_orf_fqdn_hostname_len, &cap_orf_fqdn_hostname,
    &cap_orf_fqdn_domain_name_len, &cap_orf_fqdn_domain_name, &cap_gr_helper_mode_only, &cap_gr_timers,
    &cap_gr_timers_restart_flag, &cap_gr_timers_notification_flag, &cap_gr_timers_restart_time,
    &cap_gr_afi, &cap_gr_safi, &cap_gr_flag, &cap_gr_flag_pfs, &cap_enh_afi, &cap_enh_safi,
    &cap_enh_nhafi, &cap_bgpsec_flags, &cap_bgpsec_version, &cap_bgpsec_sendreceive,
    &cap_bgpsec_reserved, &cap_bgpsec_afi, &update_withdrawn_routes_length, &update_withdrawn_routes,
    &prefix_length, &withdrawn_prefix, &update_path_attributes_length, &update_path_attributes,
    &update_path_attribute, &update_path_attribute_flags, &update_path_attribute_flags_optional,
    &update_path_attribute_flags_transitive, &update_path_attribute_flags_partial,
    &update_path_attribute_flags_extended_length, &update_path_attribute_flags_unused,
    &update_path_attribute_type_code, &update_path_attribute_length, &update_path_attribute_origin,
    &update_path_attribute_as_path_segment, &update_path_attribute_as_path_segment_type,
    &update_path_attribute_as_path_segment_length, &update_path_attribute_as_path_segment_as2,
    &update_path_attribute_as_path_segment_as4, &update_path_attribute_next_hop,
    &update_path_attribute_multi_exit_disc, &update_path_attribute_local_pref,
    &update_path_attribute_aggregator_as, &update_path_attribute_aggregator_origin,
    &update_path_attribute_communities, &update_path_attribute_community,
    &update_path_attribute_community_as, &update_path_attribute_community_value,
    &update_path_attribute_community_wellknown, &update_path_attribute_originator_id,
    &path_attribute_cluster_list, &path_attribute_cluster_id, &large_communities,
    &large_communities_ga, &large_communities_ldp1, &large_communities_ldp2, &ext_communities,
    &ext_community, &ext_com_type, &ext_com_type_auth, &ext_com_type_tran, &ext_com_stype_tr_as2,
    &ext_com_stype_ntr_as2, &ext_com_stype_tr_ip4, &ext_com_stype_ntr_ip4, &ext_com_stype_tr_as4,
    &ext_com_stype_ntr_as4, &ext_com_stype_tr_opaque, &ext_com_stype_ntr_opaque,
    &ext_com_stype_tr_evpn, &ext_com_stype_tr_exp, &ext_com_stype_unknown, &ext_com_value_as2,
    &ext_com_value_as4, &ext_com_value_an2, &ext_com_value_an4, &ext_com_value_ip4,
    &ext_com_tunnel_type, &ext_com_evpn_mmac_flags, &ext_com_evpn_mmac_flags_sticky,
    &ext_com_evpn_mmac_seq, &update_nlri, &nlri_prefix, &update_path_attribute_mp_reach_nlri_afi,
    &update_path_attribute_mp_reach_nlri_safi, &update_path_attribute_mp_reach_nlri_next_hop,
    &update_path_attribute_mp_reach_nlri_next_hop_rd,
    &update_path_attribute_mp_reach_nlri_next_hop_ipv4,
    &update_path_attribute_mp_reach_nlri_next_hop_ipv6,
    &update_path_attribute_mp_reach_nlri_next_hop_ipv6_link_local,
    &update_path_attribute_mp_reach_nlri_nbr_snpa, &update_path_attribute_mp_reach_nlri,
    &mp_reach_nlri_ipv4_prefix, &mp_reach_nlri_ipv6_prefix, &mp_unreach_nlri_ipv4_prefix,
    &mp_unreach_nlri_ipv6_prefix, &update_path_attribute_mp_unreach_nlri_afi,
    &update_path_attribute_mp_unreach_nlri_safi, &update_path_attribute_mp_unreach_nlri, &label_stack,
    &rd, &update_path_attribute_aigp, &update_attribute_aigp_type, &update_attribute_aigp_length,
    &update_attribute_aigp_accu_igp_metric, &update_path_attributes_unknown, &route_refresh_afi,
    &route_refresh_subtype, &route_refresh_safi, &notify_major_error, &notify_minor_error,
    &notify_minor_error_open, &notify_minor_error_update, &notify_minor_error_expired,
    &notify_minor_error_state, &notify_minor_error_cease, &notify_minor_error_capability,
    &notify_minor_error_unknown, &notify_minor_data, &notify_error_open_bad_peer_as,
    &notify_communication_length, &notify_communication, &evpn_nlri, &evpn_nlri_rt, &evpn_nlri_len,
    &evpn_nlri_rd, &evpn_nlri_esi, &evpn_nlri_esi_type, &evpn_nlri_esi_value, &evpn_nlri_esi_type0,
    &evpn_nlri_etag, &evpn_nlri_maclen, &evpn_nlri_mac_addr, &evpn_nlri_iplen, &evpn_nlri_ip_addr,
    &evpn_nlri_ipv6_addr, &evpn_nlri_vni, &evpn_no_ip};
// clang-format on

}  // namespace wiretale::bgp::field
