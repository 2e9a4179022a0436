// OSPF: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"
#include "protocols/network/ospf/ospf_tree_labels.h"

namespace wiretale::ospf::field {

// One field on each line.
// clang-format off
inline constexpr Field header{"ospf.header", "OSPF Header", varies, Type::None};
inline constexpr Field version{"ospf.version", "Version", varies, Type::Uint8};
inline constexpr Field msg{"ospf.msg", "Message Type", varies, Type::Uint8, Show::Decimal, msg_labels};
inline constexpr Field msg_hello{"ospf.msg.hello", "Hello", varies, Type::Boolean};
inline constexpr Field msg_dbdesc{"ospf.msg.dbdesc", "Database Description", varies, Type::Boolean};
inline constexpr Field msg_lsreq{"ospf.msg.lsreq", "Link State Adv Request", varies, Type::Boolean};
inline constexpr Field msg_lsupdate{"ospf.msg.lsupdate", "Link State Adv Update", varies, Type::Boolean};
inline constexpr Field msg_lsack{"ospf.msg.lsack", "Link State Adv Acknowledgement", varies, Type::Boolean};
inline constexpr Field packet_length{"ospf.packet_length", "Packet Length", varies, Type::Uint16};
inline constexpr Field srcrouter{"ospf.srcrouter", "Source OSPF Router", varies, Type::Ipv4};
inline constexpr Field area_id{"ospf.area_id", "Area ID", varies, Type::Ipv4};
inline constexpr Field checksum{"ospf.checksum", "Checksum", varies, Type::Uint16, Show::Hex};
inline constexpr Field auth_type{"ospf.auth.type", "Auth Type", varies, Type::Uint16, Show::Decimal, auth_type_labels};
inline constexpr Field auth_none{"ospf.auth.none", "Auth Data (none)", varies, Type::ByteArray};
inline constexpr Field auth_simple{"ospf.auth.simple", "Auth Data (Simple)", varies, Type::String};
inline constexpr Field auth_crypt_key_id{"ospf.auth.crypt.key_id", "Auth Crypt Key id", varies, Type::Uint8};
inline constexpr Field auth_crypt_data_length{"ospf.auth.crypt.data_length", "Auth Crypt Data Length", varies, Type::Uint8};
inline constexpr Field auth_crypt_seq_nbr{"ospf.auth.crypt.seq_nbr", "Auth Crypt Sequence Number", varies, Type::Uint32};
inline constexpr Field auth_crypt_data{"ospf.auth.crypt.data", "Auth Crypt Data", varies, Type::ByteArray};
inline constexpr Field auth_unknown{"ospf.auth.unknown", "Auth Unknown", varies, Type::ByteArray};
inline constexpr Field instance_id{"ospf.instance_id", "Instance ID", varies, Type::Uint8, Show::Decimal, instance_id_labels};
inline constexpr Field reserved{"ospf.reserved", "Reserved", varies, Type::ByteArray};
inline constexpr Field hello{"ospf.hello", "OSPF Hello Packet", varies, Type::None};
inline constexpr Field hello_network_mask{"ospf.hello.network_mask", "Network Mask", varies, Type::Ipv4};
inline constexpr Field hello_hello_interval{"ospf.hello.hello_interval", "Hello Interval [sec]", varies, Type::Uint32};
inline constexpr Field hello_router_priority{"ospf.hello.router_priority", "Router Priority", varies, Type::Uint8};
inline constexpr Field hello_router_dead_interval{"ospf.hello.router_dead_interval", "Router Dead Interval [sec]", varies, Type::Uint32};
inline constexpr Field hello_designated_router{"ospf.hello.designated_router", "Designated Router", varies, Type::Ipv4};
inline constexpr Field hello_backup_designated_router{"ospf.hello.backup_designated_router", "Backup Designated Router", varies, Type::Ipv4};
inline constexpr Field hello_active_neighbor{"ospf.hello.active_neighbor", "Active Neighbor", varies, Type::Ipv4};
inline constexpr Field hello_interface_id{"ospf.hello.interface_id", "Interface ID", varies, Type::Uint32};
inline constexpr Field v2_options{"ospf.v2.options", "Options", varies, Type::Uint8, Show::Hex};
inline constexpr Field v2_options_mt{"ospf.v2.options.mt", "(MT) Multi-Topology Routing", Place{7, 1, 0, 8}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field v2_options_e{"ospf.v2.options.e", "(E) External Routing", Place{6, 1, 0, 8}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field v2_options_mc{"ospf.v2.options.mc", "(MC) Multicast", Place{5, 1, 0, 8}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field v2_options_n{"ospf.v2.options.n", "(N) NSSA", Place{4, 1, 0, 8}, Type::Boolean, Show::Flag, supported_not_supported_labels};
inline constexpr Field v2_options_p{"ospf.v2.options.p", "(P) Propagate", Place{4, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field v2_options_l{"ospf.v2.options.l", "(L) LLS Data block", Place{3, 1, 0, 8}, Type::Boolean, Show::Flag, present_not_present_labels};
inline constexpr Field v2_options_dc{"ospf.v2.options.dc", "(DC) Demand Circuits", Place{2, 1, 0, 8}, Type::Boolean, Show::Flag, supported_not_supported_labels};
inline constexpr Field v2_options_o{"ospf.v2.options.o", "O", Place{1, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field v2_options_dn{"ospf.v2.options.dn", "DN", Place{0, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field v3_options{"ospf.v3.options", "Options", varies, Type::Uint24, Show::Hex};
inline constexpr Field v3_options_v6{"ospf.v3.options.v6", "V6", Place{23, 1, 0, 24}, Type::Boolean, Show::Flag};
inline constexpr Field v3_options_e{"ospf.v3.options.e", "E", Place{22, 1, 0, 24}, Type::Boolean, Show::Flag};
inline constexpr Field v3_options_mc{"ospf.v3.options.mc", "MC", Place{21, 1, 0, 24}, Type::Boolean, Show::Flag};
inline constexpr Field v3_options_n{"ospf.v3.options.n", "N", Place{20, 1, 0, 24}, Type::Boolean, Show::Flag};
inline constexpr Field v3_options_r{"ospf.v3.options.r", "R", Place{19, 1, 0, 24}, Type::Boolean, Show::Flag};
inline constexpr Field v3_options_dc{"ospf.v3.options.dc", "DC", Place{18, 1, 0, 24}, Type::Boolean, Show::Flag};
inline constexpr Field v3_options_af{"ospf.v3.options.af", "AF", Place{15, 1, 0, 24}, Type::Boolean, Show::Flag};
inline constexpr Field v3_options_l{"ospf.v3.options.l", "L", Place{14, 1, 0, 24}, Type::Boolean, Show::Flag};
inline constexpr Field v3_options_at{"ospf.v3.options.at", "AT", Place{13, 1, 0, 24}, Type::Boolean, Show::Flag};
inline constexpr Field db_interface_mtu{"ospf.db.interface_mtu", "Interface MTU", varies, Type::Uint16};
inline constexpr Field db_dd_sequence{"ospf.db.dd_sequence", "DD Sequence", varies, Type::Uint32};
inline constexpr Field dbd{"ospf.dbd", "DB Description", varies, Type::Uint8, Show::Hex};
inline constexpr Field dbd_r{"ospf.dbd.r", "(R) OOBResync", Place{4, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field dbd_i{"ospf.dbd.i", "(I) Init", Place{5, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field dbd_m{"ospf.dbd.m", "(M) More", Place{6, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field dbd_ms{"ospf.dbd.ms", "(MS) Master", Place{7, 1, 0, 8}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field link_state_id{"ospf.link_state_id", "Link State ID", varies, Type::Ipv4};
inline constexpr Field ls_number_of_lsas{"ospf.ls.number_of_lsas", "Number of LSAs", varies, Type::Uint32};
inline constexpr Field lsa_age{"ospf.lsa.age", "LS Age (seconds)", Place{1, 15, 0, 16}, Type::Uint16};
inline constexpr Field lsa_donotage{"ospf.lsa.donotage", "Do Not Age Flag", Place{0, 1, 0, 16}, Type::Uint16};
inline constexpr Field lsa{"ospf.lsa", "LS Type", varies, Type::Uint8, Show::Decimal, lsa_labels};
inline constexpr Field lsa_router{"ospf.lsa.router", "Router LSA", varies, Type::Boolean};
inline constexpr Field lsa_network{"ospf.lsa.network", "Network LSA", varies, Type::Boolean};
inline constexpr Field lsa_summary{"ospf.lsa.summary", "Summary LSA (IP Network)", varies, Type::Boolean};
inline constexpr Field lsa_asbr{"ospf.lsa.asbr", "Summary LSA (ASBR)", varies, Type::Boolean};
inline constexpr Field lsa_asext{"ospf.lsa.asext", "AS-External LSA (ASBR)", varies, Type::Boolean};
inline constexpr Field lsa_member{"ospf.lsa.member", "Group Membership LSA", varies, Type::Boolean};
inline constexpr Field lsa_nssa{"ospf.lsa.nssa", "NSSA AS-External LSA", varies, Type::Boolean};
inline constexpr Field lsa_opaque{"ospf.lsa.opaque", "Opaque LSA", varies, Type::Boolean};
inline constexpr Field lsid_opaque_type{"ospf.lsid_opaque_type", "Link State ID Opaque Type", varies, Type::Uint8, Show::Decimal, lsid_opaque_type_labels};
inline constexpr Field lsid_opaque_id{"ospf.lsid.opaque_id", "Link State ID Opaque ID", varies, Type::Uint24};
inline constexpr Field lsa_id{"ospf.lsa.id", "Link State ID", varies, Type::Ipv4};
inline constexpr Field advrouter{"ospf.advrouter", "Advertising Router", varies, Type::Ipv4};
inline constexpr Field lsa_seqnum{"ospf.lsa.seqnum", "Sequence Number", varies, Type::Uint32, Show::Hex};
inline constexpr Field lsa_chksum{"ospf.lsa.chksum", "Checksum", varies, Type::Uint16, Show::Hex};
inline constexpr Field lsa_length{"ospf.lsa.length", "Length", varies, Type::Uint16};
inline constexpr Field v2_router_lsa_flags{"ospf.v2.router.lsa.flags", "Flags", varies, Type::Uint8, Show::Hex};
inline constexpr Field v2_router_lsa_flags_b{"ospf.v2.router.lsa.flags.b", "(B) Area border router", Place{7, 1, 0, 8}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field v2_router_lsa_flags_e{"ospf.v2.router.lsa.flags.e", "(E) AS boundary router", Place{6, 1, 0, 8}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field v2_router_lsa_flags_v{"ospf.v2.router.lsa.flags.v", "(V) Virtual link endpoint", Place{5, 1, 0, 8}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field v2_router_lsa_flags_w{"ospf.v2.router.lsa.flags.w", "(W) Wild-card multicast receiver", Place{4, 1, 0, 8}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field v2_router_lsa_flags_n{"ospf.v2.router.lsa.flags.n", "(N) flag", Place{3, 1, 0, 8}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field v2_router_lsa_flags_h{"ospf.v2.router.lsa.flags.h", "(H) flag", Place{0, 1, 0, 8}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field lsa_number_of_links{"ospf.lsa.number_of_links", "Number of Links", varies, Type::Uint16};
inline constexpr Field lsa_router_linktype{"ospf.lsa.router.linktype", "Link Type", varies, Type::Uint8};
inline constexpr Field lsa_router_linkid{"ospf.lsa.router.linkid", "Link ID", varies, Type::Ipv4};
inline constexpr Field lsa_router_linkdata{"ospf.lsa.router.linkdata", "Link Data", varies, Type::Ipv4};
inline constexpr Field lsa_router_nummetrics{"ospf.lsa.router.nummetrics", "Number of Metrics", varies, Type::Uint8};
inline constexpr Field lsa_router_metric0{"ospf.lsa.router.metric0", "0 Metric", varies, Type::Uint16};
inline constexpr Field lsa_network_netmask{"ospf.lsa.network.netmask", "Netmask", varies, Type::Ipv4};
inline constexpr Field lsa_network_attchrtr{"ospf.lsa.network.attchrtr", "Attached Router", varies, Type::Ipv4};
inline constexpr Field lsa_asbr_netmask{"ospf.lsa.asbr.netmask", "Netmask", varies, Type::Ipv4};
inline constexpr Field lsa_asext_netmask{"ospf.lsa.asext.netmask", "Netmask", varies, Type::Ipv4};
inline constexpr Field lsa_asext_fwdaddr{"ospf.lsa.asext.fwdaddr", "Forwarding Address", varies, Type::Ipv4};
inline constexpr Field lsa_asext_extrttag{"ospf.lsa.asext.extrttag", "External Route Tag", varies, Type::Uint32};
inline constexpr Field lsa_asext_type{"ospf.lsa.asext.type", "External Type", Place{0, 1, 0, 8}, Type::Boolean, Show::Flag, type_2_metric_is_larger_than_any_other_l_labels};
inline constexpr Field lsa_tos{"ospf.lsa.tos", "TOS", Place{1, 7, 0, 8}, Type::Uint8};
inline constexpr Field metric{"ospf.metric", "Metric", varies, Type::Uint32};
inline constexpr Field lls_checksum{"ospf.lls.checksum", "Checksum", varies, Type::Uint16, Show::Hex};
inline constexpr Field lls_data_length{"ospf.lls.data_length", "LLS Data Length", varies, Type::Uint16};
inline constexpr Field tlv_type{"ospf.tlv_type", "TLV Type", varies, Type::Uint16};
inline constexpr Field tlv_length{"ospf.tlv_length", "TLV Length", varies, Type::Uint16};
inline constexpr Field lls_ext_options{"ospf.lls.ext.options", "Options", varies, Type::Uint32, Show::Hex};
inline constexpr Field lls_ext_options_lr{"ospf.lls.ext.options.lr", "(LR) LSDB Resynchronization", Place{31, 1, 0, 32}, Type::Boolean, Show::Flag};
inline constexpr Field lls_ext_options_rs{"ospf.lls.ext.options.rs", "(RS) Restart Signal", Place{30, 1, 0, 32}, Type::Boolean, Show::Flag};
inline constexpr Field v2_lls_sequence_number{"ospf.v2.lls.sequence_number", "Sequence number", varies, Type::Uint32, Show::Hex};
inline constexpr Field v2_lls_auth_data{"ospf.v2.lls.auth_data", "Auth Data", varies, Type::ByteArray};
inline constexpr Field v3_lsa{"ospf.v3.lsa", "LS Type", varies, Type::Uint16, Show::Hex};
inline constexpr Field v3_lsa_u{"ospf.v3.lsa.u", "LSA Handling", Place{0, 1, 0, 16}, Type::Boolean, Show::Flag, treat_the_lsa_as_if_it_had_link_local_fl_labels};
inline constexpr Field v3_lsa_s12{"ospf.v3.lsa.s12", "Flooding Scope", Place{1, 2, 0, 16}, Type::Uint16, Show::Hex, v3_lsa_s12_labels};
inline constexpr Field v3_lsa_fc{"ospf.v3.lsa.fc", "Function Code", Place{3, 13, 0, 16}, Type::Uint16, Show::Decimal, v3_lsa_fc_labels};
inline constexpr Field v3_lsa_router{"ospf.v3.lsa.router", "Router-LSA", varies, Type::Boolean};
inline constexpr Field v3_lsa_network{"ospf.v3.lsa.network", "Network-LSA", varies, Type::Boolean};
inline constexpr Field v3_lsa_interprefix{"ospf.v3.lsa.interprefix", "Inter-Area-Prefix-LSA", varies, Type::Boolean};
inline constexpr Field v3_lsa_interrouter{"ospf.v3.lsa.interrouter", "Inter-Area-Router-LSA", varies, Type::Boolean};
inline constexpr Field v3_lsa_asext{"ospf.v3.lsa.asext", "AS-External-LSA", varies, Type::Boolean};
inline constexpr Field v3_lsa_member{"ospf.v3.lsa.member", "Group-Membership-LSA", varies, Type::Boolean};
inline constexpr Field v3_lsa_nssa{"ospf.v3.lsa.nssa", "NSSA-LSA", varies, Type::Boolean};
inline constexpr Field v3_lsa_link{"ospf.v3.lsa.link", "Link-LSA", varies, Type::Boolean};
inline constexpr Field v3_lsa_intraprefix{"ospf.v3.lsa.intraprefix", "Intra-Area-Prefix-LSA", varies, Type::Boolean};
inline constexpr Field v3_lsa_opaque{"ospf.v3.lsa.opaque", "Router Information Opaque-LSA", varies, Type::Boolean};
inline constexpr Field v3_lsa_do_not_age{"ospf.v3.lsa.do_not_age", "Do Not Age", Place{0, 1, 0, 16}, Type::Boolean};
inline constexpr Field v3_lsa_interface_id{"ospf.v3.lsa.interface_id", "Interface ID", varies, Type::Uint32};
inline constexpr Field v3_lsa_neighbor_interface_id{"ospf.v3.lsa.neighbor_interface_id", "Neighbor Interface ID", varies, Type::Uint32};
inline constexpr Field v3_lsa_neighbor_router_id{"ospf.v3.lsa.neighbor_router_id", "Neighbor Router ID", varies, Type::Ipv4};
inline constexpr Field v3_lsa_attached_router{"ospf.v3.lsa.attached_router", "Attached Router", varies, Type::Ipv4};
inline constexpr Field v3_lsa_destination_router_id{"ospf.v3.lsa.destination_router_id", "Destination Router ID", varies, Type::Ipv4};
inline constexpr Field v3_lsa_referenced_ls_type{"ospf.v3.lsa.referenced_ls_type", "Referenced LS type", varies, Type::Uint16, Show::Hex, v3_lsa_fc_labels};
inline constexpr Field v3_lsa_forwarding_address_ipv6{"ospf.v3.lsa.forwarding_address.ipv6", "Forwarding Address", varies, Type::Ipv6};
inline constexpr Field v3_lsa_external_route_tag{"ospf.v3.lsa.external_route_tag", "External Route Tag", varies, Type::Uint32};
inline constexpr Field v3_lsa_referenced_link_state_id{"ospf.v3.lsa.referenced_link_state_id", "Referenced Link State ID", varies, Type::Ipv4};
inline constexpr Field v3_lsa_router_priority{"ospf.v3.lsa.router_priority", "Router Priority", varies, Type::Uint8};
inline constexpr Field v3_lsa_link_local_interface_address_ipv6{"ospf.v3.lsa.link_local_interface_address.ipv6", "Link-local Interface Address", varies, Type::Ipv6};
inline constexpr Field v3_lsa_referenced_advertising_router{"ospf.v3.lsa.referenced_advertising_router", "Referenced Advertising Router", varies, Type::Ipv4};
inline constexpr Field v3_lsa_type{"ospf.v3.lsa.type", "Type", varies, Type::Uint8, Show::Decimal, v3_lsa_type_labels};
inline constexpr Field v3_lsa_forwarding_address_ipv4{"ospf.v3.lsa.forwarding_address.ipv4", "Forwarding Address", varies, Type::Ipv4};
inline constexpr Field v3_lsa_link_local_interface_address_ipv4{"ospf.v3.lsa.link_local_interface_address.ipv4", "Link-local Interface Address", varies, Type::Ipv4};
inline constexpr Field v3_lsa_num_prefixes{"ospf.v3.lsa.num_prefixes", "# prefixes", varies, Type::Uint32};
inline constexpr Field v3_router_lsa_flags{"ospf.v3.router.lsa.flags", "Flags", varies, Type::Uint8, Show::Hex};
inline constexpr Field v3_router_lsa_flags_b{"ospf.v3.router.lsa.flags.b", "(B) Area border router", Place{7, 1, 0, 8}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field v3_router_lsa_flags_e{"ospf.v3.router.lsa.flags.e", "(E) AS boundary router", Place{6, 1, 0, 8}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field v3_router_lsa_flags_v{"ospf.v3.router.lsa.flags.v", "(V) Virtual link endpoint", Place{5, 1, 0, 8}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field v3_router_lsa_flags_w{"ospf.v3.router.lsa.flags.w", "(W) Wild-card multicast receiver", Place{4, 1, 0, 8}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field prefix_length{"ospf.prefix_length", "PrefixLength", varies, Type::Uint8};
inline constexpr Field v3_prefix_options{"ospf.v3.prefix.options", "PrefixOptions", varies, Type::Uint8, Show::Hex};
inline constexpr Field v3_prefix_options_nu{"ospf.v3.prefix.options.nu", "(NU) NoUnicast", Place{7, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field v3_prefix_options_la{"ospf.v3.prefix.options.la", "(LA) Local Address", Place{6, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field v3_prefix_options_mc{"ospf.v3.prefix.options.mc", "(MC) Multicast", Place{5, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field v3_prefix_options_p{"ospf.v3.prefix.options.p", "(P) Propagate", Place{4, 1, 0, 8}, Type::Boolean, Show::Flag};
inline constexpr Field v3_address_prefix_ipv6{"ospf.v3.address_prefix.ipv6", "Address Prefix", varies, Type::Ipv6};
inline constexpr Field v3_address_prefix_ipv4{"ospf.v3.address_prefix.ipv4", "Address Prefix", varies, Type::Ipv4};
inline constexpr Field v3_as_external_flags{"ospf.v3.as.external.flags", "Flags", varies, Type::Uint8, Show::Hex};
inline constexpr Field v3_as_external_flags_t{"ospf.v3.as.external.flags.t", "(T) External Route Tag", Place{7, 1, 0, 8}, Type::Boolean, Show::Flag, present_not_present_labels};
inline constexpr Field v3_as_external_flags_f{"ospf.v3.as.external.flags.f", "(F) Forwarding Address", Place{6, 1, 0, 8}, Type::Boolean, Show::Flag, present_absent_labels};
inline constexpr Field v3_as_external_flags_e{"ospf.v3.as.external.flags.e", "(E) External Metric", Place{5, 1, 0, 8}, Type::Boolean, Show::Flag, type_2_type_1_labels};

inline constexpr const Field* all[] = {&header, &version, &msg, &msg_hello, &msg_dbdesc, &msg_lsreq, &msg_lsupdate, &msg_lsack,
    &packet_length, &srcrouter, &area_id, &checksum, &auth_type, &auth_none, &auth_simple,
    &auth_crypt_key_id, &auth_crypt_data_length, &auth_crypt_seq_nbr, &auth_crypt_data, &auth_unknown,
    &instance_id, &reserved, &hello, &hello_network_mask, &hello_hello_interval,
    &hello_router_priority, &hello_router_dead_interval, &hello_designated_router,
    &hello_backup_designated_router, &hello_active_neighbor, &hello_interface_id, &v2_options,
    &v2_options_mt, &v2_options_e, &v2_options_mc, &v2_options_n, &v2_options_p, &v2_options_l,
    &v2_options_dc, &v2_options_o, &v2_options_dn, &v3_options, &v3_options_v6, &v3_options_e,
    &v3_options_mc, &v3_options_n, &v3_options_r, &v3_options_dc, &v3_options_af, &v3_options_l,
    &v3_options_at, &db_interface_mtu, &db_dd_sequence, &dbd, &dbd_r, &dbd_i, &dbd_m, &dbd_ms,
    &link_state_id, &ls_number_of_lsas, &lsa_age, &lsa_donotage, &lsa, &lsa_router, &lsa_network,
    &lsa_summary, &lsa_asbr, &lsa_asext, &lsa_member, &lsa_nssa, &lsa_opaque, &lsid_opaque_type,
    &lsid_opaque_id, &lsa_id, &advrouter, &lsa_seqnum, &lsa_chksum, &lsa_length, &v2_router_lsa_flags,
    &v2_router_lsa_flags_b, &v2_router_lsa_flags_e, &v2_router_lsa_flags_v, &v2_router_lsa_flags_w,
    &v2_router_lsa_flags_n, &v2_router_lsa_flags_h, &lsa_number_of_links, &lsa_router_linktype,
    &lsa_router_linkid, &lsa_router_linkdata, &lsa_router_nummetrics, &lsa_router_metric0,
    &lsa_network_netmask, &lsa_network_attchrtr, &lsa_asbr_netmask, &lsa_asext_netmask,
    &lsa_asext_fwdaddr, &lsa_asext_extrttag, &lsa_asext_type, &lsa_tos, &metric, &lls_checksum,
    &lls_data_length, &tlv_type, &tlv_length, &lls_ext_options, &lls_ext_options_lr,
    &lls_ext_options_rs, &v2_lls_sequence_number, &v2_lls_auth_data, &v3_lsa, &v3_lsa_u, &v3_lsa_s12,
    &v3_lsa_fc, &v3_lsa_router, &v3_lsa_network, &v3_lsa_interprefix, &v3_lsa_interrouter,
    &v3_lsa_asext, &v3_lsa_member, &v3_lsa_nssa, &v3_lsa_link, &v3_lsa_intraprefix, &v3_lsa_opaque,
    &v3_lsa_do_not_age, &v3_lsa_interface_id, &v3_lsa_neighbor_interface_id,
    &v3_lsa_neighbor_router_id, &v3_lsa_attached_router, &v3_lsa_destination_router_id,
    &v3_lsa_referenced_ls_type, &v3_lsa_forwarding_address_ipv6, &v3_lsa_external_route_tag,
    &v3_lsa_referenced_link_state_id, &v3_lsa_router_priority,
    &v3_lsa_link_local_interface_address_ipv6, &v3_lsa_referenced_advertising_router, &v3_lsa_type,
    &v3_lsa_forwarding_address_ipv4, &v3_lsa_link_local_interface_address_ipv4, &v3_lsa_num_prefixes,
    &v3_router_lsa_flags, &v3_router_lsa_flags_b, &v3_router_lsa_flags_e, &v3_router_lsa_flags_v,
    &v3_router_lsa_flags_w, &prefix_length, &v3_prefix_options, &v3_prefix_options_nu,
    &v3_prefix_options_la, &v3_prefix_options_mc, &v3_prefix_options_p, &v3_address_prefix_ipv6,
    &v3_address_prefix_ipv4, &v3_as_external_flags, &v3_as_external_flags_t, &v3_as_external_flags_f,
    &v3_as_external_flags_e};
// clang-format on

}  // namespace wiretale::ospf::field
