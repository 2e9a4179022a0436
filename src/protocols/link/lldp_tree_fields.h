// LLDP: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"
#include "protocols/link/lldp_tree_labels.h"
#include "protocols/network/address_family_labels.h"

namespace wiretale::lldp::field {

// One field on each line.
// clang-format off
inline constexpr Field tlv_type{"lldp.tlv.type", "TLV Type", Place{0, 7, 0, 16}, Type::Uint16, Show::Decimal, tlv_type_labels};
inline constexpr Field tlv_len{"lldp.tlv.len", "TLV Length", Place{7, 9, 0, 16}, Type::Uint16};
inline constexpr Field chassis_subtype{"lldp.chassis.subtype", "Chassis Id Subtype", varies, Type::Uint8, Show::Decimal, chassis_subtype_labels};
inline constexpr Field chassis_id{"lldp.chassis.id", "Chassis Id", varies, Type::ByteArray};
inline constexpr Field chassis_id_mac{"lldp.chassis.id.mac", "Chassis Id", varies, Type::Ether};
inline constexpr Field chassis_id_ip4{"lldp.chassis.id.ip4", "Chassis Id", varies, Type::Ipv4};
inline constexpr Field chassis_id_ip6{"lldp.chassis.id.ip6", "Chassis Id", varies, Type::Ipv6};
inline constexpr Field port_subtype{"lldp.port.subtype", "Port Id Subtype", varies, Type::Uint8, Show::Decimal, port_subtype_labels};
inline constexpr Field port_id{"lldp.port.id", "Port Id", varies, Type::String};
inline constexpr Field port_id_mac{"lldp.port.id.mac", "Port Id", varies, Type::Ether};
inline constexpr Field port_id_ip4{"lldp.port.id.ip4", "Port Id", varies, Type::Ipv4};
inline constexpr Field port_id_ip6{"lldp.port.id.ip6", "Port Id", varies, Type::Ipv6};
inline constexpr Field network_address_subtype{"lldp.network_address.subtype", "Network Address family", varies, Type::Uint8, Show::Decimal, address_family_labels};
inline constexpr Field time_to_live{"lldp.time_to_live", "Seconds", varies, Type::Uint16};
inline constexpr Field port_desc{"lldp.port.desc", "Port Description", varies, Type::String};
inline constexpr Field tlv_system_name{"lldp.tlv.system.name", "System Name", varies, Type::String};
inline constexpr Field tlv_system_desc{"lldp.tlv.system.desc", "System Description", varies, Type::String};
inline constexpr Field tlv_system_cap{"lldp.tlv.system_cap", "Capabilities", varies, Type::Uint16, Show::Hex};
inline constexpr Field tlv_system_cap_other{"lldp.tlv.system_cap.other", "Other", Place{15, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field tlv_system_cap_repeater{"lldp.tlv.system_cap.repeater", "Repeater", Place{14, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field tlv_system_cap_bridge{"lldp.tlv.system_cap.bridge", "Bridge", Place{13, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field tlv_system_cap_wlan_access_pt{"lldp.tlv.system_cap.wlan_access_pt", "WLAN access point", Place{12, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field tlv_system_cap_router{"lldp.tlv.system_cap.router", "Router", Place{11, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field tlv_system_cap_telephone{"lldp.tlv.system_cap.telephone", "Telephone", Place{10, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field tlv_system_cap_docsis_cable_device{"lldp.tlv.system_cap.docsis_cable_device", "DOCSIS cable device", Place{9, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field tlv_system_cap_station_only{"lldp.tlv.system_cap.station_only", "Station only", Place{8, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field tlv_enable_system_cap{"lldp.tlv.enable_system_cap", "Enabled Capabilities", varies, Type::Uint16, Show::Hex};
inline constexpr Field tlv_enable_system_cap_other{"lldp.tlv.enable_system_cap.other", "Other", Place{15, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field tlv_enable_system_cap_repeater{"lldp.tlv.enable_system_cap.repeater", "Repeater", Place{14, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field tlv_enable_system_cap_bridge{"lldp.tlv.enable_system_cap.bridge", "Bridge", Place{13, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field tlv_enable_system_cap_wlan_access_pt{"lldp.tlv.enable_system_cap.wlan_access_pt", "WLAN access point", Place{12, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field tlv_enable_system_cap_router{"lldp.tlv.enable_system_cap.router", "Router", Place{11, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field tlv_enable_system_cap_telephone{"lldp.tlv.enable_system_cap.telephone", "Telephone", Place{10, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field tlv_enable_system_cap_docsis_cable_device{"lldp.tlv.enable_system_cap.docsis_cable_device", "DOCSIS cable device", Place{9, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field tlv_enable_system_cap_station_only{"lldp.tlv.enable_system_cap.station_only", "Station only", Place{8, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field mgn_address_len{"lldp.mgn.address.len", "Address String Length", varies, Type::Uint8};
inline constexpr Field mgn_address_subtype{"lldp.mgn.address.subtype", "Address Subtype", varies, Type::Uint8, Show::Decimal, address_family_labels};
inline constexpr Field mgn_addr_ip4{"lldp.mgn.addr.ip4", "Management Address", varies, Type::Ipv4};
inline constexpr Field mgn_addr_ip6{"lldp.mgn.addr.ip6", "Management Address", varies, Type::Ipv6};
inline constexpr Field mgn_addr_hex{"lldp.mgn.addr.hex", "Management Address", varies, Type::ByteArray};
inline constexpr Field mgn_interface_subtype{"lldp.mgn.interface.subtype", "Interface Subtype", varies, Type::Uint8, Show::Decimal, mgn_interface_subtype_labels};
inline constexpr Field mgn_interface_number{"lldp.mgn.interface.number", "Interface Number", varies, Type::Uint32};
inline constexpr Field mgn_obj_len{"lldp.mgn.obj.len", "OID String Length", varies, Type::Uint8};
inline constexpr Field mgn_obj_id{"lldp.mgn.obj.id", "Object Identifier", varies, Type::Oid};
inline constexpr Field orgtlv_oui{"lldp.orgtlv.oui", "Organization Unique Code", varies, Type::Uint24};
inline constexpr Field ieee_802_1_subtype{"lldp.ieee.802_1.subtype", "IEEE 802.1 Subtype", varies, Type::Uint8, Show::Hex, ieee_802_1_subtype_labels};
inline constexpr Field ieee_802_1_port_vlan_id{"lldp.ieee.802_1.port_vlan.id", "Port VLAN Identifier", varies, Type::Uint16, Show::DecimalHex};
inline constexpr Field ieee_802_1_port_and_vlan_id_flag{"lldp.ieee.802_1.port_and_vlan_id_flag", "Flags", varies, Type::Uint8, Show::Hex};
inline constexpr Field ieee_802_1_port_and_vlan_id_flag_supported{"lldp.ieee.802_1.port_and_vlan_id_flag.supported", "Port and Protocol VLAN", Place{6, 1, 0, 8}, Type::Boolean, Show::Flag, supported_not_supported_labels};
inline constexpr Field ieee_802_1_port_and_vlan_id_flag_enabled{"lldp.ieee.802_1.port_and_vlan_id_flag.enabled", "Port and Protocol VLAN", Place{5, 1, 0, 8}, Type::Boolean, Show::Flag, enabled_disabled_labels};
inline constexpr Field ieee_802_1_port_proto_vlan_id{"lldp.ieee.802_1.port_proto_vlan.id", "Port and Protocol VLAN Identifier", varies, Type::Uint16, Show::DecimalHex};
inline constexpr Field ieee_802_1_vlan_id{"lldp.ieee.802_1.vlan.id", "VLAN Identifier", varies, Type::Uint16, Show::DecimalHex};
inline constexpr Field ieee_802_1_vlan_name_len{"lldp.ieee.802_1.vlan.name_len", "VLAN Name Length", varies, Type::Uint8};
inline constexpr Field ieee_802_1_vlan_name{"lldp.ieee.802_1.vlan.name", "VLAN Name", varies, Type::String};
inline constexpr Field ieee_802_1_proto_id_length{"lldp.ieee.802_1.proto.id_length", "Protocol Identity Length", varies, Type::Uint8};
inline constexpr Field ieee_802_1_proto_id{"lldp.ieee.802_1.proto.id", "Protocol Identity", varies, Type::ByteArray};
inline constexpr Field ieee_802_3_subtype{"lldp.ieee.802_3.subtype", "IEEE 802.3 Subtype", varies, Type::Uint8, Show::Hex, ieee_802_3_subtype_labels};
inline constexpr Field ieee_802_3_mac_phy_auto_neg_status{"lldp.ieee.802_3.mac_phy_auto_neg_status", "Auto-Negotiation Support/Status", varies, Type::Uint8, Show::Hex};
inline constexpr Field ieee_802_3_mac_phy_auto_neg_status_supported{"lldp.ieee.802_3.mac_phy_auto_neg_status.supported", "Auto-Negotiation", Place{7, 1, 0, 8}, Type::Boolean, Show::Flag, supported_not_supported_labels};
inline constexpr Field ieee_802_3_mac_phy_auto_neg_status_enabled{"lldp.ieee.802_3.mac_phy_auto_neg_status.enabled", "Auto-Negotiation", Place{6, 1, 0, 8}, Type::Boolean, Show::Flag, enabled_disabled_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps", "PMD Auto-Negotiation Advertised Capability", varies, Type::Uint16, Show::Hex};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_1000base_tfd{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_tfd", "1000BASE-T (full duplex mode)", Place{15, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_1000base_t{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_t", "1000BASE-T (half duplex mode)", Place{14, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_1000base_xfd{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_xfd", "1000BASE-X (-LX, -SX, -CX full duplex mode)", Place{13, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_1000base_x{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_x", "1000BASE-X (-LX, -SX, -CX half duplex mode)", Place{12, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_fdx_bpause{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_bpause", "Asymmetric and Symmetric PAUSE (for full-duplex links)", Place{11, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_fdx_spause{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_spause", "Symmetric PAUSE (for full-duplex links)", Place{10, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_fdx_apause{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_apause", "Asymmetric PAUSE (for full-duplex links)", Place{9, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_fdx_pause{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_pause", "PAUSE (for full-duplex links)", Place{8, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_100base_t2fd{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_t2fd", "100BASE-T2 (full duplex mode)", Place{7, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_100base_t2{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_t2", "100BASE-T2 (half duplex mode)", Place{6, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_100base_txfd{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_txfd", "100BASE-TX (full duplex mode)", Place{5, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_100base_tx{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_tx", "100BASE-TX (half duplex mode)", Place{4, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_100base_t4{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_t4", "100BASE-T4", Place{3, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_10base_tfd{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps.10base_tfd", "10BASE-T (full duplex mode)", Place{2, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_10base_t{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps.10base_t", "10BASE-T (half duplex mode)", Place{1, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_other{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps.other", "Other or unknown", Place{0, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_inv_1000base_tfd{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_tfd", "1000BASE-T (full duplex mode)", Place{0, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_inv_1000base_t{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_t", "1000BASE-T (half duplex mode)", Place{1, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_inv_1000base_xfd{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_xfd", "1000BASE-X (-LX, -SX, -CX full duplex mode)", Place{2, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_inv_1000base_x{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_x", "1000BASE-X (-LX, -SX, -CX half duplex mode)", Place{3, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_inv_fdx_bpause{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_bpause", "Asymmetric and Symmetric PAUSE (for full-duplex links)", Place{4, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_inv_fdx_spause{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_spause", "Symmetric PAUSE (for full-duplex links)", Place{5, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_inv_fdx_apause{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_apause", "Asymmetric PAUSE (for full-duplex links)", Place{6, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_inv_fdx_pause{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_pause", "PAUSE (for full-duplex links)", Place{7, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_inv_100base_t2fd{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_t2fd", "100BASE-T2 (full duplex mode)", Place{8, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_inv_100base_t2{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_t2", "100BASE-T2 (half duplex mode)", Place{9, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_inv_100base_txfd{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_txfd", "100BASE-TX (full duplex mode)", Place{10, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_inv_100base_tx{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_tx", "100BASE-TX (half duplex mode)", Place{11, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_inv_100base_t4{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_t4", "100BASE-T4", Place{12, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_inv_10base_tfd{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.10base_tfd", "10BASE-T (full duplex mode)", Place{13, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_inv_10base_t{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.10base_t", "10BASE-T (half duplex mode)", Place{14, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_auto_neg_advertised_caps_inv_other{"lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.other", "Other or unknown", Place{15, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field ieee_802_3_pmd_mau_type{"lldp.ieee.802_3.pmd_mau_type", "Operational MAU Type", varies, Type::Uint16, Show::Hex, ieee_802_3_pmd_mau_type_labels};
inline constexpr Field ieee_802_3_mdi_power_support{"lldp.ieee.802_3.mdi_power_support", "MDI Power Support", varies, Type::Uint8, Show::Hex};
inline constexpr Field ieee_802_3_mdi_power_support_port_class{"lldp.ieee.802_3.mdi_power_support.port_class", "Port Class", Place{7, 1, 0, 8}, Type::Boolean, Show::Flag, pse_pd_labels};
inline constexpr Field ieee_802_3_mdi_power_support_supported{"lldp.ieee.802_3.mdi_power_support.supported", "PSE MDI Power", Place{6, 1, 0, 8}, Type::Boolean, Show::Flag, supported_not_supported_labels};
inline constexpr Field ieee_802_3_mdi_power_support_enabled{"lldp.ieee.802_3.mdi_power_support.enabled", "PSE MDI Power", Place{5, 1, 0, 8}, Type::Boolean, Show::Flag, enabled_disabled_labels};
inline constexpr Field ieee_802_3_mdi_power_support_pse_pairs{"lldp.ieee.802_3.mdi_power_support.pse_pairs", "PSE Pairs Control Ability", Place{4, 1, 0, 8}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field ieee_802_3_mdi_pse_pair{"lldp.ieee.802_3.mdi_pse_pair", "PSE Power Pair", varies, Type::Uint8};
inline constexpr Field ieee_802_3_mdi_power_class{"lldp.ieee.802_3.mdi_power_class", "Power Class", varies, Type::Uint8, Show::Decimal, ieee_802_3_mdi_power_class_labels};
inline constexpr Field ieee_802_3_aggregation_status{"lldp.ieee.802_3.aggregation_status", "Aggregation Status", varies, Type::Uint8, Show::Hex};
inline constexpr Field ieee_802_3_aggregation_status_cap{"lldp.ieee.802_3.aggregation_status.cap", "Aggregation Capability", Place{7, 1, 0, 8}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field ieee_802_3_aggregation_status_enabled{"lldp.ieee.802_3.aggregation_status.enabled", "Aggregation Status", Place{6, 1, 0, 8}, Type::Boolean, Show::Flag, enabled_disabled_labels};
inline constexpr Field ieee_802_3_aggregated_port_id{"lldp.ieee.802_3.aggregated_port_id", "Aggregated Port Id", varies, Type::Uint32};
inline constexpr Field ieee_802_3_max_frame_size{"lldp.ieee.802_3.max_frame_size", "Maximum Frame Size", varies, Type::Uint16};
inline constexpr Field media_subtype{"lldp.media.subtype", "Media Subtype", varies, Type::Uint8, Show::Hex, media_subtype_labels};
inline constexpr Field media_subtype_caps{"lldp.media.subtype.caps", "Capabilities", varies, Type::Uint16, Show::Hex};
inline constexpr Field media_subtype_caps_llpd{"lldp.media.subtype.caps.llpd", "LLDP-MED Capabilities", Place{15, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field media_subtype_caps_network_policy{"lldp.media.subtype.caps.network_policy", "Network Policy", Place{14, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field media_subtype_caps_location_id{"lldp.media.subtype.caps.location_id", "Location Identification", Place{13, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field media_subtype_caps_mdi_pse{"lldp.media.subtype.caps.mdi_pse", "Extended Power via MDI-PSE", Place{12, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field media_subtype_caps_mid_pd{"lldp.media.subtype.caps.mid_pd", "Extended Power via MDI-PD", Place{11, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field media_subtype_caps_inventory{"lldp.media.subtype.caps.inventory", "Inventory", Place{10, 1, 0, 16}, Type::Boolean, Show::Flag, capable_not_capable_labels};
inline constexpr Field media_subtype_class{"lldp.media.subtype.class", "Class Type", varies, Type::Uint8, Show::Decimal, media_subtype_class_labels};
inline constexpr Field media_app_type{"lldp.media.app_type", "Application Type", varies, Type::Uint8, Show::Decimal, media_app_type_labels};
inline constexpr Field media_policy_flag{"lldp.media.policy_flag", "Policy", Place{0, 1, 0, 24}, Type::Boolean, Show::Flag, unknown_defined_labels};
inline constexpr Field media_tag_flag{"lldp.media.tag_flag", "Tagged", Place{1, 1, 0, 24}, Type::Boolean, Show::Flag, yes_no_labels};
inline constexpr Field media_vlan_id{"lldp.media.vlan_id", "VLAN Id", Place{3, 12, 0, 24}, Type::Uint24};
inline constexpr Field media_l2_prio{"lldp.media.l2_prio", "L2 Priority", Place{15, 3, 0, 24}, Type::Uint24};
inline constexpr Field media_dscp{"lldp.media.dscp", "DSCP Priority", Place{18, 6, 0, 24}, Type::Uint24};
inline constexpr Field media_loc_data_format{"lldp.media.loc.data_format", "Location Data Format", varies, Type::Uint8, Show::Decimal, media_loc_data_format_labels};
inline constexpr Field media_civic_length{"lldp.media.civic.length", "LCI Length", varies, Type::Uint8};
inline constexpr Field media_civic_what{"lldp.media.civic.what", "What", varies, Type::Uint8, Show::Decimal, media_civic_what_labels};
inline constexpr Field media_civic_country{"lldp.media.civic.country", "Country", varies, Type::String};
inline constexpr Field media_civic_type{"lldp.media.civic.type", "CA Type", varies, Type::Uint8, Show::Decimal, media_civic_type_labels};
inline constexpr Field media_civic_value{"lldp.media.civic.value", "CA Value", varies, Type::String};
inline constexpr Field media_ecs{"lldp.media.ecs", "ELIN", varies, Type::String};
inline constexpr Field media_power_type{"lldp.media.power.type", "Power Type", Place{0, 2, 0, 8}, Type::Uint8, Show::Decimal, media_power_type_labels};
inline constexpr Field media_power_source{"lldp.media.power.source", "Power Source", Place{2, 2, 0, 8}, Type::Uint8};
inline constexpr Field media_power_prio{"lldp.media.power.prio", "Power Priority", Place{4, 4, 0, 8}, Type::Uint8, Show::Decimal, media_power_prio_labels};
inline constexpr Field media_power_value{"lldp.media.power.value", "Power Value", varies, Type::Uint16};
inline constexpr Field media_hardware{"lldp.media.hardware", "Hardware Revision", varies, Type::String};
inline constexpr Field media_firmware{"lldp.media.firmware", "Firmware Revision", varies, Type::String};
inline constexpr Field media_software{"lldp.media.software", "Software Revision", varies, Type::String};
inline constexpr Field media_sn{"lldp.media.sn", "Serial Number", varies, Type::String};
inline constexpr Field media_manufacturer{"lldp.media.manufacturer", "Manufacturer Name", varies, Type::String};
inline constexpr Field media_model{"lldp.media.model", "Model Name", varies, Type::String};
inline constexpr Field media_asset{"lldp.media.asset", "Asset ID", varies, Type::String};
inline constexpr Field unknown_subtype{"lldp.unknown_subtype", "Unknown Subtype", varies, Type::Uint8};
inline constexpr Field unknown_subtype_content{"lldp.unknown_subtype.content", "Unknown Subtype Content", varies, Type::ByteArray};
inline constexpr Field tlv_deprecated{"lldp.tlv_deprecated", "TLV has been deprecated", varies, Type::None};

inline constexpr const Field* all[] = {&tlv_type, &tlv_len, &chassis_subtype, &chassis_id, &chassis_id_mac, &chassis_id_ip4,
    &chassis_id_ip6, &port_subtype, &port_id, &port_id_mac, &port_id_ip4, &port_id_ip6,
    &network_address_subtype, &time_to_live, &port_desc, &tlv_system_name, &tlv_system_desc,
    &tlv_system_cap, &tlv_system_cap_other, &tlv_system_cap_repeater, &tlv_system_cap_bridge,
    &tlv_system_cap_wlan_access_pt, &tlv_system_cap_router, &tlv_system_cap_telephone,
    &tlv_system_cap_docsis_cable_device, &tlv_system_cap_station_only, &tlv_enable_system_cap,
    &tlv_enable_system_cap_other, &tlv_enable_system_cap_repeater, &tlv_enable_system_cap_bridge,
    &tlv_enable_system_cap_wlan_access_pt, &tlv_enable_system_cap_router,
    &tlv_enable_system_cap_telephone, &tlv_enable_system_cap_docsis_cable_device,
    &tlv_enable_system_cap_station_only, &mgn_address_len, &mgn_address_subtype, &mgn_addr_ip4,
    &mgn_addr_ip6, &mgn_addr_hex, &mgn_interface_subtype, &mgn_interface_number, &mgn_obj_len,
    &mgn_obj_id, &orgtlv_oui, &ieee_802_1_subtype, &ieee_802_1_port_vlan_id,
    &ieee_802_1_port_and_vlan_id_flag, &ieee_802_1_port_and_vlan_id_flag_supported,
    &ieee_802_1_port_and_vlan_id_flag_enabled, &ieee_802_1_port_proto_vlan_id, &ieee_802_1_vlan_id,
    &ieee_802_1_vlan_name_len, &ieee_802_1_vlan_name, &ieee_802_1_proto_id_length,
    &ieee_802_1_proto_id, &ieee_802_3_subtype, &ieee_802_3_mac_phy_auto_neg_status,
    &ieee_802_3_mac_phy_auto_neg_status_supported, &ieee_802_3_mac_phy_auto_neg_status_enabled,
    &ieee_802_3_pmd_auto_neg_advertised_caps, &ieee_802_3_pmd_auto_neg_advertised_caps_1000base_tfd,
    &ieee_802_3_pmd_auto_neg_advertised_caps_1000base_t,
    &ieee_802_3_pmd_auto_neg_advertised_caps_1000base_xfd,
    &ieee_802_3_pmd_auto_neg_advertised_caps_1000base_x,
    &ieee_802_3_pmd_auto_neg_advertised_caps_fdx_bpause,
    &ieee_802_3_pmd_auto_neg_advertised_caps_fdx_spause,
    &ieee_802_3_pmd_auto_neg_advertised_caps_fdx_apause,
    &ieee_802_3_pmd_auto_neg_advertised_caps_fdx_pause,
    &ieee_802_3_pmd_auto_neg_advertised_caps_100base_t2fd,
    &ieee_802_3_pmd_auto_neg_advertised_caps_100base_t2,
    &ieee_802_3_pmd_auto_neg_advertised_caps_100base_txfd,
    &ieee_802_3_pmd_auto_neg_advertised_caps_100base_tx,
    &ieee_802_3_pmd_auto_neg_advertised_caps_100base_t4,
    &ieee_802_3_pmd_auto_neg_advertised_caps_10base_tfd,
    &ieee_802_3_pmd_auto_neg_advertised_caps_10base_t, &ieee_802_3_pmd_auto_neg_advertised_caps_other,
    &ieee_802_3_pmd_auto_neg_advertised_caps_inv_1000base_tfd,
    &ieee_802_3_pmd_auto_neg_advertised_caps_inv_1000base_t,
    &ieee_802_3_pmd_auto_neg_advertised_caps_inv_1000base_xfd,
    &ieee_802_3_pmd_auto_neg_advertised_caps_inv_1000base_x,
    &ieee_802_3_pmd_auto_neg_advertised_caps_inv_fdx_bpause,
    &ieee_802_3_pmd_auto_neg_advertised_caps_inv_fdx_spause,
    &ieee_802_3_pmd_auto_neg_advertised_caps_inv_fdx_apause,
    &ieee_802_3_pmd_auto_neg_advertised_caps_inv_fdx_pause,
    &ieee_802_3_pmd_auto_neg_advertised_caps_inv_100base_t2fd,
    &ieee_802_3_pmd_auto_neg_advertised_caps_inv_100base_t2,
    &ieee_802_3_pmd_auto_neg_advertised_caps_inv_100base_txfd,
    &ieee_802_3_pmd_auto_neg_advertised_caps_inv_100base_tx,
    &ieee_802_3_pmd_auto_neg_advertised_caps_inv_100base_t4,
    &ieee_802_3_pmd_auto_neg_advertised_caps_inv_10base_tfd,
    &ieee_802_3_pmd_auto_neg_advertised_caps_inv_10base_t,
    &ieee_802_3_pmd_auto_neg_advertised_caps_inv_other, &ieee_802_3_pmd_mau_type,
    &ieee_802_3_mdi_power_support, &ieee_802_3_mdi_power_support_port_class,
    &ieee_802_3_mdi_power_support_supported, &ieee_802_3_mdi_power_support_enabled,
    &ieee_802_3_mdi_power_support_pse_pairs, &ieee_802_3_mdi_pse_pair, &ieee_802_3_mdi_power_class,
    &ieee_802_3_aggregation_status, &ieee_802_3_aggregation_status_cap,
    &ieee_802_3_aggregation_status_enabled, &ieee_802_3_aggregated_port_id, &ieee_802_3_max_frame_size,
    &media_subtype, &media_subtype_caps, &media_subtype_caps_llpd, &media_subtype_caps_network_policy,
    &media_subtype_caps_location_id, &media_subtype_caps_mdi_pse, &media_subtype_caps_mid_pd,
    &media_subtype_caps_inventory, &media_subtype_class, &media_app_type, &media_policy_flag,
    &media_tag_flag, &media_vlan_id, &media_l2_prio, &media_dscp, &media_loc_data_format,
    &media_civic_length, &media_civic_what, &media_civic_country, &media_civic_type,
    &media_civic_value, &media_ecs, &media_power_type, &media_power_source, &media_power_prio,
    &media_power_value, &media_hardware, &media_firmware, &media_software, &media_sn,
    &media_manufacturer, &media_model, &media_asset, &unknown_subtype, &unknown_subtype_content,
    &tlv_deprecated};
// clang-format on

}  // namespace wiretale::lldp::field
