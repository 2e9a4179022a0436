// DHCP: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"
#include "protocols/application/dhcp/tree_labels.h"
#include "protocols/link/hardware_type_labels.h"

namespace wiretale::dhcp::field {

// One field on each line.
// clang-format off
inline constexpr Field bootp{"dhcp.bootp", "Frame is BOOTP", varies, Type::Boolean};
inline constexpr Field type{"dhcp.type", "Message type", varies, Type::Uint8, Show::Decimal, type_labels};
inline constexpr Field hw_type{"dhcp.hw.type", "Hardware type", varies, Type::Uint8, Show::Hex, hardware_type_labels};
inline constexpr Field hw_len{"dhcp.hw.len", "Hardware address length", varies, Type::Uint8};
inline constexpr Field hops{"dhcp.hops", "Hops", varies, Type::Uint8};
inline constexpr Field id{"dhcp.id", "Transaction ID", varies, Type::Uint32, Show::Hex};
inline constexpr Field secs{"dhcp.secs", "Seconds elapsed", varies, Type::Uint16};
inline constexpr Field flags{"dhcp.flags", "Bootp flags", varies, Type::Uint16, Show::Hex};
inline constexpr Field flags_bc{"dhcp.flags.bc", "Broadcast flag", Place{80, 1, 80, 16}, Type::Boolean, Show::Decimal, flags_bc_labels};
inline constexpr Field flags_reserved{"dhcp.flags.reserved", "Reserved flags", Place{81, 15, 80, 16}, Type::Uint16, Show::Hex};
inline constexpr Field ip_client{"dhcp.ip.client", "Client IP address", varies, Type::Ipv4};
inline constexpr Field ip_your{"dhcp.ip.your", "Your (client) IP address", varies, Type::Ipv4};
inline constexpr Field ip_server{"dhcp.ip.server", "Next server IP address", varies, Type::Ipv4};
inline constexpr Field ip_relay{"dhcp.ip.relay", "Relay agent IP address", varies, Type::Ipv4};
inline constexpr Field hw_addr{"dhcp.hw.addr", "Client hardware address", varies, Type::ByteArray};
inline constexpr Field hw_addr_padding{"dhcp.hw.addr_padding", "Client hardware address padding", varies, Type::ByteArray};
inline constexpr Field hw_mac_addr{"dhcp.hw.mac_addr", "Client MAC address", varies, Type::Ether};
inline constexpr Field server{"dhcp.server", "Server host name", varies, Type::String};
inline constexpr Field file{"dhcp.file", "Boot file name", varies, Type::String};
inline constexpr Field cookie{"dhcp.cookie", "Magic cookie", varies, Type::Ipv4};
inline constexpr Field vendor_specific_options{"dhcp.vendor_specific_options", "Bootp vendor specific options", varies, Type::ByteArray};
inline constexpr Field fqdn_s{"dhcp.fqdn.s", "Server", Place{7, 1, 0, 8}, Type::Boolean, Show::Decimal, fqdn_s_labels};
inline constexpr Field fqdn_o{"dhcp.fqdn.o", "Server overrides", Place{6, 1, 0, 8}, Type::Boolean, Show::Decimal, fqdn_o_labels};
inline constexpr Field fqdn_e{"dhcp.fqdn.e", "Encoding", Place{5, 1, 0, 8}, Type::Boolean, Show::Decimal, fqdn_e_labels};
inline constexpr Field fqdn_n{"dhcp.fqdn.n", "Server DDNS", Place{4, 1, 0, 8}, Type::Boolean, Show::Decimal, fqdn_n_labels};
inline constexpr Field fqdn_flags{"dhcp.fqdn.flags", "Flags", varies, Type::Uint8, Show::Hex};
inline constexpr Field fqdn_mbz{"dhcp.fqdn.mbz", "Reserved flags", Place{0, 4, 0, 8}, Type::Uint8, Show::Hex};
inline constexpr Field fqdn_rcode1{"dhcp.fqdn.rcode1", "A-RR result", varies, Type::Uint8};
inline constexpr Field fqdn_rcode2{"dhcp.fqdn.rcode2", "PTR-RR result", varies, Type::Uint8};
inline constexpr Field fqdn_name{"dhcp.fqdn.name", "Client name", varies, Type::String};
inline constexpr Field client_id_uuid{"dhcp.client_id.uuid", "Client Identifier (UUID)", varies, Type::Guid};
inline constexpr Field client_hardware_address{"dhcp.client_hardware_address", "Client hardware address", varies, Type::String};
inline constexpr Field client_id_iaid{"dhcp.client_id.iaid", "IAID", varies, Type::String};
inline constexpr Field client_id_duid_type{"dhcp.client_id.duid_type", "DUID Type", varies, Type::Uint16, Show::Decimal, client_id_duid_type_labels};
inline constexpr Field client_id_duid_llt_hw_type{"dhcp.client_id.duid_llt_hw_type", "Hardware type", varies, Type::Uint16, Show::Decimal, hardware_type_labels};
inline constexpr Field client_id_duid_ll_hw_type{"dhcp.client_id.duid_ll_hw_type", "Hardware type", varies, Type::Uint16, Show::Decimal, hardware_type_labels};
inline constexpr Field client_id_time{"dhcp.client_id.time", "Time", varies, Type::Uint32};
inline constexpr Field client_id_link_layer_address{"dhcp.client_id.link_layer_address", "Link layer address", varies, Type::String};
inline constexpr Field client_id_enterprise_num{"dhcp.client_id.enterprise_num", "Enterprise-number", varies, Type::Uint32};
inline constexpr Field client_id{"dhcp.client_id", "Identifier", varies, Type::ByteArray};
inline constexpr Field client_id_type{"dhcp.client_id.type", "Type", varies, Type::Uint8};
inline constexpr Field client_id_undef{"dhcp.client_id.undef", "Client Identifier", varies, Type::String};
inline constexpr Field option_type{"dhcp.option.type", "Option", varies, Type::Uint8};
inline constexpr Field option_length{"dhcp.option.length", "Length", varies, Type::Uint8};
inline constexpr Field option_suboption_length{"dhcp.option.suboption_length", "Length", varies, Type::Uint8};
inline constexpr Field option_value{"dhcp.option.value", "Value", varies, Type::ByteArray};
inline constexpr Field option_value_uint{"dhcp.option.value.uint", "Value", varies, Type::Uint8};
inline constexpr Field option_value_int{"dhcp.option.value.int", "Value", varies, Type::Int32};
inline constexpr Field option_value_string{"dhcp.option.value.string", "Value", varies, Type::String};
inline constexpr Field option_value_address{"dhcp.option.value.address", "Value", varies, Type::Ipv4};
inline constexpr Field option_value_bool{"dhcp.option.value.bool", "Value", varies, Type::Boolean, Show::Decimal, option_value_bool_labels};
inline constexpr Field option_padding{"dhcp.option.padding", "Padding", varies, Type::ByteArray};
inline constexpr Field option_subnet_mask{"dhcp.option.subnet_mask", "Subnet Mask", varies, Type::Ipv4};
inline constexpr Field option_time_offset{"dhcp.option.time_offset", "Time Offset", varies, Type::Int32};
inline constexpr Field option_router{"dhcp.option.router", "Router", varies, Type::Ipv4};
inline constexpr Field option_time_server{"dhcp.option.time_server", "Time Server", varies, Type::Ipv4};
inline constexpr Field option_name_server{"dhcp.option.name_server", "Name Server", varies, Type::Ipv4};
inline constexpr Field option_domain_name_server{"dhcp.option.domain_name_server", "Domain Name Server", varies, Type::Ipv4};
inline constexpr Field option_log_server{"dhcp.option.log_server", "Log Server", varies, Type::Ipv4};
inline constexpr Field option_quotes_server{"dhcp.option.quotes_server", "Quotes Server", varies, Type::Ipv4};
inline constexpr Field option_lpr_server{"dhcp.option.lpr_server", "LPR Server", varies, Type::Ipv4};
inline constexpr Field option_impress_server{"dhcp.option.impress_server", "Impress Server", varies, Type::Ipv4};
inline constexpr Field option_resource_location_server{"dhcp.option.resource_location_server", "Resource Location Server", varies, Type::Ipv4};
inline constexpr Field option_hostname{"dhcp.option.hostname", "Host Name", varies, Type::String};
inline constexpr Field option_boot_file_size{"dhcp.option.boot_file_size", "Boot File Size", varies, Type::Uint16};
inline constexpr Field option_merit_dump_file{"dhcp.option.merit_dump_file", "Merit Dump File", varies, Type::String};
inline constexpr Field option_domain_name{"dhcp.option.domain_name", "Domain Name", varies, Type::String};
inline constexpr Field option_swap_server{"dhcp.option.swap_server", "Swap Server", varies, Type::Ipv4};
inline constexpr Field option_root_path{"dhcp.option.root_path", "Root Path", varies, Type::String};
inline constexpr Field option_extension_path{"dhcp.option.extension_path", "Extensions Path", varies, Type::String};
inline constexpr Field option_ip_forwarding{"dhcp.option.ip_forwarding", "IP Forwarding", varies, Type::Boolean, Show::Decimal, option_ip_forwarding_labels};
inline constexpr Field option_policy_filter_ip{"dhcp.option.policy_filter.ip", "IP Address", varies, Type::Ipv4};
inline constexpr Field option_policy_filter_subnet_mask{"dhcp.option.policy_filter.subnet_mask", "Subnet Mask", varies, Type::Ipv4};
inline constexpr Field option_non_local_source_routing{"dhcp.option.non_local_source_routing", "Non-Local Source Routing", varies, Type::Boolean, Show::Decimal, option_ip_forwarding_labels};
inline constexpr Field option_max_datagram_reassembly_size{"dhcp.option.max_datagram_reassembly_size", "Maximum Datagram Reassembly Size", varies, Type::Uint16};
inline constexpr Field option_default_ip_ttl{"dhcp.option.default_ip_ttl", "Default IP Time-to-Live", varies, Type::Uint8};
inline constexpr Field option_path_mtu_aging_timeout{"dhcp.option.path_mtu_aging_timeout", "Path MTU Aging Timeout", varies, Type::Uint32};
inline constexpr Field option_path_mtu_plateau_table_item{"dhcp.option.path_mtu_plateau_table_item", "Path MTU Plateau Table Item", varies, Type::Uint16};
inline constexpr Field option_interface_mtu{"dhcp.option.interface_mtu", "Interface MTU", varies, Type::Uint16};
inline constexpr Field option_all_subnets_are_local{"dhcp.option.all_subnets_are_local", "All Subnets are Local", varies, Type::Boolean, Show::Decimal, option_all_subnets_are_local_labels};
inline constexpr Field option_broadcast_address{"dhcp.option.broadcast_address", "Broadcast Address", varies, Type::Ipv4};
inline constexpr Field option_perform_mask_discovery{"dhcp.option.perform_mask_discovery", "Perform Mask Discovery", varies, Type::Boolean, Show::Decimal, option_ip_forwarding_labels};
inline constexpr Field option_mask_supplier{"dhcp.option.mask_supplier", "Mask Supplier", varies, Type::Boolean, Show::Decimal, option_all_subnets_are_local_labels};
inline constexpr Field option_perform_router_discover{"dhcp.option.perform_router_discover", "Perform Router Discover", varies, Type::Boolean, Show::Decimal, option_ip_forwarding_labels};
inline constexpr Field option_router_solicitation_address{"dhcp.option.router_solicitation_address", "Router Solicitation Address", varies, Type::Ipv4};
inline constexpr Field option_static_route_ip{"dhcp.option.static_route.ip", "Destination IP Address", varies, Type::Ipv4};
inline constexpr Field option_static_route_router{"dhcp.option.static_route.router", "Destination Router", varies, Type::Ipv4};
inline constexpr Field option_trailer_encapsulation{"dhcp.option.trailer_encapsulation", "Trailer Encapsulation", varies, Type::Boolean, Show::Decimal, option_ip_forwarding_labels};
inline constexpr Field option_arp_cache_timeout{"dhcp.option.arp_cache_timeout", "ARP Cache Timeout", varies, Type::Uint32};
inline constexpr Field option_ethernet_encapsulation{"dhcp.option.ethernet_encapsulation", "Ethernet Encapsulation", varies, Type::Boolean, Show::Decimal, option_ip_forwarding_labels};
inline constexpr Field option_tcp_default_ttl{"dhcp.option.tcp_default_ttl", "TCP Default TTL", varies, Type::Uint8};
inline constexpr Field option_tcp_keepalive_interval{"dhcp.option.tcp_keepalive_interval", "TCP Keepalive Interval", varies, Type::Uint32};
inline constexpr Field option_tcp_keepalive_garbage{"dhcp.option.tcp_keepalive_garbage", "TCP Keepalive Garbage", varies, Type::Boolean, Show::Decimal, option_ip_forwarding_labels};
inline constexpr Field option_nis_domain{"dhcp.option.nis_domain", "Network Information Service Domain", varies, Type::String};
inline constexpr Field option_nis_server{"dhcp.option.nis_server", "Network Information Service Server", varies, Type::Ipv4};
inline constexpr Field option_ntp_server{"dhcp.option.ntp_server", "Network Time Protocol Server", varies, Type::Ipv4};
inline constexpr Field option_vendor_value{"dhcp.option.vendor.value", "Value", varies, Type::ByteArray};
inline constexpr Field option_vendor_value_uint{"dhcp.option.vendor.value.uint", "Value", varies, Type::Uint8};
inline constexpr Field option_vendor_value_string{"dhcp.option.vendor.value.string", "Value", varies, Type::String};
inline constexpr Field option_vendor_value_address{"dhcp.option.vendor.value.address", "Value", varies, Type::Ipv4};
inline constexpr Field option_netbios_over_tcpip_name_server{"dhcp.option.netbios_over_tcpip_name_server", "NetBIOS over TCP/IP Name Server", varies, Type::Ipv4};
inline constexpr Field option_netbios_over_tcpip_dd_name_server{"dhcp.option.netbios_over_tcpip_dd_name_server", "NetBIOS over TCP/IP Datagram Distribution Name Server", varies, Type::Ipv4};
inline constexpr Field option_netbios_over_tcpip_node_type{"dhcp.option.netbios_over_tcpip_node_type", "NetBIOS over TCP/IP Node Type", varies, Type::Uint8, Show::Decimal, option_netbios_over_tcpip_node_type_labels};
inline constexpr Field option_netbios_over_tcpip_scope{"dhcp.option.netbios_over_tcpip_scope", "NetBIOS over TCP/IP Scope", varies, Type::String};
inline constexpr Field option_xwindows_system_font_server{"dhcp.option.xwindows_system_font_server", "X Window System Font Server", varies, Type::Ipv4};
inline constexpr Field option_xwindows_system_display_manager{"dhcp.option.xwindows_system_display_manager", "X Window System Display Manager", varies, Type::Ipv4};
inline constexpr Field option_requested_ip_address{"dhcp.option.requested_ip_address", "Requested IP Address", varies, Type::Ipv4};
inline constexpr Field option_ip_address_lease_time{"dhcp.option.ip_address_lease_time", "IP Address Lease Time", varies, Type::Uint32};
inline constexpr Field option_option_overload{"dhcp.option.option_overload", "Option Overload", varies, Type::Uint8, Show::Decimal, option_option_overload_labels};
inline constexpr Field option_dhcp{"dhcp.option.dhcp", "DHCP", varies, Type::Uint8, Show::Decimal, option_dhcp_labels};
inline constexpr Field option_dhcp_server_id{"dhcp.option.dhcp_server_id", "DHCP Server Identifier", varies, Type::Ipv4};
inline constexpr Field option_request_list_item{"dhcp.option.request_list_item", "Parameter Request List Item", varies, Type::Uint8};
inline constexpr Field option_message{"dhcp.option.message", "Message", varies, Type::String};
inline constexpr Field option_dhcp_max_message_size{"dhcp.option.dhcp_max_message_size", "Maximum DHCP Message Size", varies, Type::Uint16};
inline constexpr Field option_renewal_time_value{"dhcp.option.renewal_time_value", "Renewal Time Value", varies, Type::Uint32};
inline constexpr Field option_rebinding_time_value{"dhcp.option.rebinding_time_value", "Rebinding Time Value", varies, Type::Uint32};
inline constexpr Field option_vendor_class_id{"dhcp.option.vendor_class_id", "Vendor class identifier", varies, Type::String};
inline constexpr Field option_vendor_class_data{"dhcp.option.vendor_class_data", "vendor-class-data", varies, Type::String};
inline constexpr Field option_novell_netware_ip_domain{"dhcp.option.novell_netware_ip_domain", "Novell/Netware IP domain", varies, Type::String};
inline constexpr Field option_nis_plus_domain{"dhcp.option.nis_plus_domain", "Network Information Service+ Domain", varies, Type::String};
inline constexpr Field option_nis_plus_server{"dhcp.option.nis_plus_server", "Network Information Service+ Server", varies, Type::Ipv4};
inline constexpr Field option_tftp_server_name{"dhcp.option.tftp_server_name", "TFTP Server Name", varies, Type::String};
inline constexpr Field option_bootfile_name{"dhcp.option.bootfile_name", "Bootfile name", varies, Type::String};
inline constexpr Field option_mobile_ip_home_agent{"dhcp.option.mobile_ip_home_agent", "Mobile IP Home Agent", varies, Type::Ipv4};
inline constexpr Field option_smtp_server{"dhcp.option.smtp_server", "SMTP Server", varies, Type::Ipv4};
inline constexpr Field option_pop3_server{"dhcp.option.pop3_server", "POP3 Server", varies, Type::Ipv4};
inline constexpr Field option_nntp_server{"dhcp.option.nntp_server", "NNTP Server", varies, Type::Ipv4};
inline constexpr Field option_default_www_server{"dhcp.option.default_www_server", "Default WWW Server", varies, Type::Ipv4};
inline constexpr Field option_default_finger_server{"dhcp.option.default_finger_server", "Default Finger Server", varies, Type::Ipv4};
inline constexpr Field option_default_irc_server{"dhcp.option.default_irc_server", "Default IRC Server", varies, Type::Ipv4};
inline constexpr Field option_streettalk_server{"dhcp.option.streettalk_server", "StreetTalk Server", varies, Type::Ipv4};
inline constexpr Field option_streettalk_da_server{"dhcp.option.streettalk_da_server", "StreetTalk Directory Assistance Server", varies, Type::Ipv4};
inline constexpr Field option_user_class{"dhcp.option.user_class", "Instance of User Class", varies, Type::Uint8};
inline constexpr Field option_user_class_length{"dhcp.option.user_class.length", "User Class Length", varies, Type::Uint8};
inline constexpr Field option_user_class_data{"dhcp.option.user_class.data", "User Class Data", varies, Type::ByteArray};
inline constexpr Field option_user_class_text{"dhcp.option.user_class.text", "User Class Data (Text)", varies, Type::String};
inline constexpr Field option_agent_information_option_suboption{"dhcp.option.agent_information_option.suboption", "Option 82 Suboption", varies, Type::Uint8, Show::Decimal, option_agent_information_option_suboption_labels};
inline constexpr Field option_agent_information_option_padding{"dhcp.option.agent_information_option.padding", "Padding", varies, Type::Uint8};
inline constexpr Field option_agent_information_option_agent_circuit_id{"dhcp.option.agent_information_option.agent_circuit_id", "Agent Circuit ID", varies, Type::ByteArray};
inline constexpr Field option_agent_information_option_agent_remote_id{"dhcp.option.agent_information_option.agent_remote_id", "Agent Remote ID", varies, Type::ByteArray};
inline constexpr Field option_agent_information_option_reserved{"dhcp.option.agent_information_option.reserved", "Reserved", varies, Type::ByteArray};
inline constexpr Field option_agent_information_option_link_selection{"dhcp.option.agent_information_option.link_selection", "Link selection", varies, Type::Ipv4};
inline constexpr Field option_agent_information_option_subscriber_id{"dhcp.option.agent_information_option.subscriber_id", "Subscriber ID", varies, Type::String};
inline constexpr Field option_agent_information_option_server_id_override{"dhcp.option.agent_information_option.server_id_override", "Server ID Override", varies, Type::Ipv4};
inline constexpr Field option_agent_information_option_source_port{"dhcp.option.agent_information_option.source_port", "Source Port", varies, Type::None};
inline constexpr Field option_agent_information_option_link_selection_cisco{"dhcp.option.agent_information_option.link_selection_cisco", "Link selection (Cisco proprietary)", varies, Type::Ipv4};
inline constexpr Field option_agent_information_option_server_id_override_cisco{"dhcp.option.agent_information_option.server_id_override_cisco", "Server ID Override (Cisco proprietary)", varies, Type::Ipv4};
inline constexpr Field option_novell_dss_ip{"dhcp.option.novell_dss.ip", "IP Address", varies, Type::Ipv4};
inline constexpr Field option_novell_ds_tree_name{"dhcp.option.novell_ds_tree_name", "Novell Directory Services Tree Name", varies, Type::String};
inline constexpr Field option_novell_ds_context{"dhcp.option.novell_ds_context", "Novell Directory Services Context", varies, Type::String};
inline constexpr Field option_client_last_transaction_time{"dhcp.option.client_last_transaction_time", "Client last transaction time", varies, Type::Uint32};
inline constexpr Field option_associated_ip_option{"dhcp.option.associated_ip_option", "Associated IP option", varies, Type::Ipv4};
inline constexpr Field option_client_system_architecture{"dhcp.option.client_system_architecture", "Client System Architecture", varies, Type::Uint16, Show::Decimal, option_client_system_architecture_labels};
inline constexpr Field client_network_id_major{"dhcp.client_network_id_major", "Major Version", varies, Type::Uint8};
inline constexpr Field client_network_id_minor{"dhcp.client_network_id_minor", "Minor Version", varies, Type::Uint8};
inline constexpr Field option_tz_pcode{"dhcp.option.tz_pcode", "TZ PCode", varies, Type::String};
inline constexpr Field option_tz_tcode{"dhcp.option.tz_tcode", "TZ TCode", varies, Type::String};
inline constexpr Field option_netinfo_parent_server_address{"dhcp.option.netinfo_parent_server_address", "NetInfo Parent Server Address", varies, Type::Ipv4};
inline constexpr Field option_netinfo_parent_server_tag{"dhcp.option.netinfo_parent_server_tag", "NetInfo Parent Server Tag", varies, Type::String};
inline constexpr Field option_dhcp_auto_configuration{"dhcp.option.dhcp_auto_configuration", "DHCP Auto-Configuration", varies, Type::Uint8, Show::Decimal, option_dhcp_auto_configuration_labels};
inline constexpr Field option_dhcp_dns_domain_search_list_rfc_3396_detected{"dhcp.option.dhcp_dns_domain_search_list_rfc_3396_detected", "Encoding Long Options detected (RFC 3396)", varies, Type::String};
inline constexpr Field option_dhcp_dns_domain_search_list_refer_last_option{"dhcp.option.dhcp_dns_domain_search_list_refer_last_option", "For the data, please refer to last option 119", varies, Type::String};
inline constexpr Field option_dhcp_dns_domain_search_list_fqdn{"dhcp.option.dhcp_dns_domain_search_list_fqdn", "FQDN", varies, Type::String};
inline constexpr Field option_classless_static_route{"dhcp.option.classless_static_route", "Subnet/MaskWidth-Router", varies, Type::ByteArray};
inline constexpr Field option_subnet_selection_option{"dhcp.option.subnet_selection_option", "Subnet Selection Option", varies, Type::Ipv4};
inline constexpr Field option_pana_agent{"dhcp.option.pana_agent", "PAA IPv4 Address", varies, Type::Ipv4};
inline constexpr Field option_lost_server_domain_name{"dhcp.option.lost_server_domain_name", "LoST Server Domain Name", varies, Type::String};
inline constexpr Field option_capwap_access_controller{"dhcp.option.capwap_access_controller", "CAPWAP Access Controllers", varies, Type::Ipv4};
inline constexpr Field option_andsf_server{"dhcp.option.andsf_server", "ANDSF Server", varies, Type::Ipv4};
inline constexpr Field option_forcerenew_nonce_algorithm{"dhcp.option.forcerenew_nonce.algorithm", "Algorithm", varies, Type::Uint8, Show::Decimal, option_forcerenew_nonce_algorithm_labels};
inline constexpr Field option_tftp_server_address{"dhcp.option.tftp_server_address", "TFTP Server Address", varies, Type::Ipv4};
inline constexpr Field option_bulk_lease_start_time_of_state{"dhcp.option.bulk_lease.start_time_of_state", "Start Time Of State", varies, Type::Uint32};
inline constexpr Field option_bulk_lease_dhcp_state{"dhcp.option.bulk_lease.dhcp_state", "Dhcp State", varies, Type::Uint8, Show::Decimal, option_bulk_lease_dhcp_state_labels};
inline constexpr Field option_bulk_lease_data_source{"dhcp.option.bulk_lease.data_source", "Data Source", varies, Type::Boolean, Show::Decimal, option_bulk_lease_data_source_labels};
inline constexpr Field option_mudurl{"dhcp.option.mudurl", "MUDURL", varies, Type::String};
inline constexpr Field option_pxe_config_file{"dhcp.option.pxe_config_file", "PXELINUX configuration file", varies, Type::String};
inline constexpr Field option_pxe_path_prefix{"dhcp.option.pxe_path_prefix", "PXELINUX path prefix", varies, Type::String};
inline constexpr Field option_captive_portal{"dhcp.option.captive_portal", "Captive Portal", varies, Type::String};
inline constexpr Field option_private_proxy_autodiscovery{"dhcp.option.private_proxy_autodiscovery", "Private/Proxy autodiscovery", varies, Type::String};
inline constexpr Field option_end{"dhcp.option.end", "Option End", varies, Type::Uint8};
inline constexpr Field cl_ietf_ccc_dev_realm_unc_key_nom_timeout{"dhcp.cl.ietf_ccc.dev_realm_unc_key_nom_timeout", "pktcMtaDevRealmUnsolicitedKeyNomTimeout", varies, Type::Uint32};
inline constexpr Field cl_ietf_ccc_dev_realm_unc_key_max_timeout{"dhcp.cl.ietf_ccc.dev_realm_unc_key_max_timeout", "pktcMtaDevRealmUnsolicitedKeyMaxTimeout", varies, Type::Uint32};
inline constexpr Field cl_ietf_ccc_dev_realm_unc_key_max_retries{"dhcp.cl.ietf_ccc.dev_realm_unc_key_max_retries", "pktcMtaDevRealmUnsolicitedKeyMaxRetries", varies, Type::Uint32};
inline constexpr Field cl_ietf_ccc_dev_prov_unc_key_nom_timeout{"dhcp.cl.ietf_ccc.dev_prov_unc_key_nom_timeout", "pktcMtaDevProvUnsolicitedKeyNomTimeout", varies, Type::Uint32};
inline constexpr Field cl_ietf_ccc_dev_prov_unc_key_max_timeout{"dhcp.cl.ietf_ccc.dev_prov_unc_key_max_timeout", "pktcMtaDevProvUnsolicitedKeyMaxTimeout", varies, Type::Uint32};
inline constexpr Field cl_ietf_ccc_dev_prov_unc_key_max_retries{"dhcp.cl.ietf_ccc.dev_prov_unc_key_max_retries", "pktcMtaDevProvUnsolicitedKeyMaxRetries", varies, Type::Uint32};
inline constexpr Field ccc_ietf_sec_tkt_pc_provision_server{"dhcp.ccc.ietf.sec_tkt.pc_provision_server", "Invalidate PacketCable Provisioning Server", Place{15, 1, 0, 16}, Type::Boolean, Show::Decimal, option_all_subnets_are_local_labels};
inline constexpr Field ccc_ietf_sec_tkt_all_pc_call_management{"dhcp.ccc.ietf.sec_tkt.all_pc_call_management", "Invalidate All PacketCable Call Management Servers", Place{14, 1, 0, 16}, Type::Boolean, Show::Decimal, option_all_subnets_are_local_labels};
inline constexpr Field bad_length{"dhcp.bad_length", "length isn't 0", varies, Type::None};
inline constexpr Field bad_bitfield{"dhcp.bad_bitfield", "Bogus bitfield", varies, Type::None};
inline constexpr Field missing_subopt_length{"dhcp.missing_subopt_length", "no room left in option for suboption length", varies, Type::None};
inline constexpr Field missing_subopt_value{"dhcp.missing_subopt_value", "no room left in option for suboption value", varies, Type::None};
inline constexpr Field malformed_duid{"dhcp.malformed.duid", "DUID: malformed option", varies, Type::None};
inline constexpr Field option_option_overload_file_end_missing{"dhcp.option.option_overload.file_end_missing", "file overload end option missing", varies, Type::None};
inline constexpr Field option_option_overload_sname_end_missing{"dhcp.option.option_overload.sname_end_missing", "sname overload end option missing", varies, Type::None};
inline constexpr Field subopt_unknown_type{"dhcp.subopt.unknown_type", "ERROR, please report: Unknown subopt type handler", varies, Type::None};
inline constexpr Field option_enterprise_malformed{"dhcp.option.enterprise.malformed", "no room left in option for enterprise data", varies, Type::None};
inline constexpr Field option_parse_err{"dhcp.option.parse_err", "Parse error", varies, Type::None};
inline constexpr Field option_nonstd_data{"dhcp.option.nonstd_data", "Non standard compliant option data", varies, Type::None};
inline constexpr Field secs_le{"dhcp.secs_le", "Seconds elapsed appears to be encoded as little-endian", varies, Type::None};
inline constexpr Field end_option_missing{"dhcp.end_option_missing", "End option missing", varies, Type::None};
inline constexpr Field client_address_not_given{"dhcp.client_address_not_given", "Client address not given", varies, Type::None};
inline constexpr Field server_name_overloaded_by_dhcp{"dhcp.server_name_overloaded_by_dhcp", "Server name option overloaded by DHCP", varies, Type::None};
inline constexpr Field boot_filename_overloaded_by_dhcp{"dhcp.boot_filename_overloaded_by_dhcp", "Boot file name option overloaded by DHCP", varies, Type::None};
inline constexpr Field option_client_architecture_ambiguous{"dhcp.option.client_architecture.ambiguous", "Client Architecture ID may be ambiguous", varies, Type::None};

inline constexpr const Field* all[] = {&bootp, &type, &hw_type, &hw_len, &hops, &id, &secs, &flags,
    &flags_bc, &flags_reserved, &ip_client, &ip_your, &ip_server, &ip_relay, &hw_addr, &hw_addr_padding,
    &hw_mac_addr, &server, &file, &cookie, &vendor_specific_options, &fqdn_s, &fqdn_o, &fqdn_e, &fqdn_n,
    &fqdn_flags, &fqdn_mbz, &fqdn_rcode1, &fqdn_rcode2, &fqdn_name, &client_id_uuid,
    &client_hardware_address, &client_id_iaid, &client_id_duid_type, &client_id_duid_llt_hw_type,
    &client_id_duid_ll_hw_type, &client_id_time, &client_id_link_layer_address, &client_id_enterprise_num,
    &client_id, &client_id_type, &client_id_undef, &option_type, &option_length, &option_suboption_length,
    &option_value, &option_value_uint, &option_value_int, &option_value_string, &option_value_address,
    &option_value_bool, &option_padding, &option_subnet_mask, &option_time_offset, &option_router,
    &option_time_server, &option_name_server, &option_domain_name_server, &option_log_server,
    &option_quotes_server, &option_lpr_server, &option_impress_server, &option_resource_location_server,
    &option_hostname, &option_boot_file_size, &option_merit_dump_file, &option_domain_name,
    &option_swap_server, &option_root_path, &option_extension_path, &option_ip_forwarding,
    &option_policy_filter_ip, &option_policy_filter_subnet_mask, &option_non_local_source_routing,
    &option_max_datagram_reassembly_size, &option_default_ip_ttl, &option_path_mtu_aging_timeout,
    &option_path_mtu_plateau_table_item, &option_interface_mtu, &option_all_subnets_are_local,
    &option_broadcast_address, &option_perform_mask_discovery, &option_mask_supplier,
    &option_perform_router_discover, &option_router_solicitation_address, &option_static_route_ip,
    &option_static_route_router, &option_trailer_encapsulation, &option_arp_cache_timeout,
    &option_ethernet_encapsulation, &option_tcp_default_ttl, &option_tcp_keepalive_interval,
    &option_tcp_keepalive_garbage, &option_nis_domain, &option_nis_server, &option_ntp_server,
    &option_vendor_value, &option_vendor_value_uint, &option_vendor_value_string,
    &option_vendor_value_address, &option_netbios_over_tcpip_name_server,
    &option_netbios_over_tcpip_dd_name_server, &option_netbios_over_tcpip_node_type,
    &option_netbios_over_tcpip_scope, &option_xwindows_system_font_server,
    &option_xwindows_system_display_manager, &option_requested_ip_address, &option_ip_address_lease_time,
    &option_option_overload, &option_dhcp, &option_dhcp_server_id, &option_request_list_item,
    &option_message, &option_dhcp_max_message_size, &option_renewal_time_value,
    &option_rebinding_time_value, &option_vendor_class_id, &option_vendor_class_data,
    &option_novell_netware_ip_domain, &option_nis_plus_domain, &option_nis_plus_server,
    &option_tftp_server_name, &option_bootfile_name, &option_mobile_ip_home_agent, &option_smtp_server,
    &option_pop3_server, &option_nntp_server, &option_default_www_server, &option_default_finger_server,
    &option_default_irc_server, &option_streettalk_server, &option_streettalk_da_server, &option_user_class,
    &option_user_class_length, &option_user_class_data, &option_user_class_text,
    &option_agent_information_option_suboption, &option_agent_information_option_padding,
    &option_agent_information_option_agent_circuit_id, &option_agent_information_option_agent_remote_id,
    &option_agent_information_option_reserved, &option_agent_information_option_link_selection,
    &option_agent_information_option_subscriber_id, &option_agent_information_option_server_id_override,
    &option_agent_information_option_source_port, &option_agent_information_option_link_selection_cisco,
    &option_agent_information_option_server_id_override_cisco, &option_novell_dss_ip,
    &option_novell_ds_tree_name, &option_novell_ds_context, &option_client_last_transaction_time,
    &option_associated_ip_option, &option_client_system_architecture, &client_network_id_major,
    &client_network_id_minor, &option_tz_pcode, &option_tz_tcode, &option_netinfo_parent_server_address,
    &option_netinfo_parent_server_tag, &option_dhcp_auto_configuration,
    &option_dhcp_dns_domain_search_list_rfc_3396_detected,
    &option_dhcp_dns_domain_search_list_refer_last_option, &option_dhcp_dns_domain_search_list_fqdn,
    &option_classless_static_route, &option_subnet_selection_option, &option_pana_agent,
    &option_lost_server_domain_name, &option_capwap_access_controller, &option_andsf_server,
    &option_forcerenew_nonce_algorithm, &option_tftp_server_address, &option_bulk_lease_start_time_of_state,
    &option_bulk_lease_dhcp_state, &option_bulk_lease_data_source, &option_mudurl, &option_pxe_config_file,
    &option_pxe_path_prefix, &option_captive_portal, &option_private_proxy_autodiscovery, &option_end,
    &cl_ietf_ccc_dev_realm_unc_key_nom_timeout, &cl_ietf_ccc_dev_realm_unc_key_max_timeout,
    &cl_ietf_ccc_dev_realm_unc_key_max_retries, &cl_ietf_ccc_dev_prov_unc_key_nom_timeout,
    &cl_ietf_ccc_dev_prov_unc_key_max_timeout, &cl_ietf_ccc_dev_prov_unc_key_max_retries,
    &ccc_ietf_sec_tkt_pc_provision_server, &ccc_ietf_sec_tkt_all_pc_call_management, &bad_length,
    &bad_bitfield, &missing_subopt_length, &missing_subopt_value, &malformed_duid,
    &option_option_overload_file_end_missing, &option_option_overload_sname_end_missing,
    &subopt_unknown_type, &option_enterprise_malformed, &option_parse_err, &option_nonstd_data, &secs_le,
    &end_option_missing, &client_address_not_given, &server_name_overloaded_by_dhcp,
    &boot_filename_overloaded_by_dhcp, &option_client_architecture_ambiguous};
// clang-format on

}  // namespace wiretale::dhcp::field
