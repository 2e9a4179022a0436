// DHCPv6: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"
#include "protocols/application/dhcp6_tree_labels.h"
#include "protocols/link/hardware_type_labels.h"

namespace wiretale::dhcp6::field {

// One field on each line.
// clang-format off
inline constexpr Field msgtype{"dhcpv6.msgtype", "Message type", varies, Type::Uint8, Show::Decimal, msgtype_labels};
inline constexpr Field xid{"dhcpv6.xid", "Transaction ID", varies, Type::Uint24, Show::Hex};
inline constexpr Field hopcount{"dhcpv6.hopcount", "Hopcount", varies, Type::Uint8};
inline constexpr Field linkaddr{"dhcpv6.linkaddr", "Link address", varies, Type::Ipv6};
inline constexpr Field peeraddr{"dhcpv6.peeraddr", "Peer address", varies, Type::Ipv6};
inline constexpr Field option_type_str{"dhcpv6.option.type_str", "Option", varies, Type::String};
inline constexpr Field option_type{"dhcpv6.option.type", "Option", varies, Type::Uint16, Show::Decimal, option_type_labels};
inline constexpr Field option_length{"dhcpv6.option.length", "Length", varies, Type::Uint16};
inline constexpr Field duid_bytes{"dhcpv6.duid.bytes", "DUID", varies, Type::ByteArray};
inline constexpr Field duid_type{"dhcpv6.duid.type", "DUID Type", varies, Type::Uint16, Show::Decimal, duid_type_labels};
inline constexpr Field duidllt_hwtype{"dhcpv6.duidllt.hwtype", "Hardware type", varies, Type::Uint16, Show::Decimal, hardware_type_labels};
inline constexpr Field duidllt_time{"dhcpv6.duidllt.time", "DUID Time", varies, Type::AbsoluteTime};
inline constexpr Field duidllt_link_layer_addr{"dhcpv6.duidllt.link_layer_addr", "Link-layer address", varies, Type::String};
inline constexpr Field duidll_hwtype{"dhcpv6.duidll.hwtype", "Hardware type", varies, Type::Uint16, Show::Decimal, hardware_type_labels};
inline constexpr Field duidll_link_layer_addr{"dhcpv6.duidll.link_layer_addr", "Link-layer address", varies, Type::String};
inline constexpr Field duiden_enterprise{"dhcpv6.duiden.enterprise", "Enterprise ID", varies, Type::Uint32};
inline constexpr Field duiden_identifier{"dhcpv6.duiden.identifier", "Identifier", varies, Type::ByteArray};
inline constexpr Field duiduuid_bytes{"dhcpv6.duiduuid.bytes", "UUID", varies, Type::ByteArray};
inline constexpr Field requested_option_code{"dhcpv6.requested_option_code", "Requested Option code", varies, Type::Uint16, Show::Decimal, option_type_labels};
inline constexpr Field option_preference{"dhcpv6.option_preference", "Pref-value", varies, Type::Uint8};
inline constexpr Field elapsed_time{"dhcpv6.elapsed_time", "Elapsed time", varies, Type::Uint16};
inline constexpr Field iaid{"dhcpv6.iaid", "IAID", varies, Type::String};
inline constexpr Field iaid_t1{"dhcpv6.iaid.t1", "T1", varies, Type::Uint32};
inline constexpr Field iaid_t2{"dhcpv6.iaid.t2", "T2", varies, Type::Uint32};
inline constexpr Field iata{"dhcpv6.iata", "IATA", varies, Type::String};
inline constexpr Field iaaddr_ip{"dhcpv6.iaaddr.ip", "IPv6 address", varies, Type::Ipv6};
inline constexpr Field iaaddr_pref_lifetime{"dhcpv6.iaaddr.pref_lifetime", "Preferred lifetime", varies, Type::Uint32};
inline constexpr Field iaaddr_valid_lifetime{"dhcpv6.iaaddr.valid_lifetime", "Valid lifetime", varies, Type::Uint32};
inline constexpr Field iaprefix_pref_lifetime{"dhcpv6.iaprefix.pref_lifetime", "Preferred lifetime", varies, Type::Uint32};
inline constexpr Field iaprefix_valid_lifetime{"dhcpv6.iaprefix.valid_lifetime", "Valid lifetime", varies, Type::Uint32};
inline constexpr Field iaprefix_pref_len{"dhcpv6.iaprefix.pref_len", "Prefix length", varies, Type::Uint8};
inline constexpr Field iaprefix_pref_addr{"dhcpv6.iaprefix.pref_addr", "Prefix address", varies, Type::Ipv6};
inline constexpr Field status_code{"dhcpv6.status_code", "Status Code", varies, Type::Uint16, Show::Decimal, status_code_labels};
inline constexpr Field status_msg{"dhcpv6.status_msg", "Status Message", varies, Type::String};
inline constexpr Field auth_protocol{"dhcpv6.auth.protocol", "Protocol", varies, Type::Uint8};
inline constexpr Field auth_algorithm{"dhcpv6.auth.algorithm", "Algorithm", varies, Type::Uint8};
inline constexpr Field auth_rdm{"dhcpv6.auth.rdm", "RDM", varies, Type::Uint8};
inline constexpr Field auth_replay_detection{"dhcpv6.auth.replay_detection", "Replay Detection", varies, Type::ByteArray};
inline constexpr Field auth_info{"dhcpv6.auth.info", "Authentication Information", varies, Type::ByteArray};
inline constexpr Field auth_realm{"dhcpv6.auth.realm", "DHCP realm", varies, Type::String};
inline constexpr Field auth_key_id{"dhcpv6.auth.key_id", "Key ID", varies, Type::Uint32};
inline constexpr Field auth_md5_data{"dhcpv6.auth.md5_data", "HMAC-MD5 data", varies, Type::ByteArray};
inline constexpr Field unicast{"dhcpv6.unicast", "IPv6 address", varies, Type::Ipv6};
inline constexpr Field vendorclass_enterprise{"dhcpv6.vendorclass.enterprise", "Enterprise ID", varies, Type::Uint32};
inline constexpr Field vendorclass_data{"dhcpv6.vendorclass.data", "vendor-class-data", varies, Type::String};
inline constexpr Field vendoropts_enterprise{"dhcpv6.vendoropts.enterprise", "Enterprise ID", varies, Type::Uint32};
inline constexpr Field vendoropts_enterprise_option_code{"dhcpv6.vendoropts.enterprise.option_code", "Option code", varies, Type::Uint16};
inline constexpr Field vendoropts_enterprise_option_length{"dhcpv6.vendoropts.enterprise.option_length", "Option length", varies, Type::Uint16};
inline constexpr Field vendoropts_enterprise_option_data{"dhcpv6.vendoropts.enterprise.option_data", "Option data", varies, Type::ByteArray};
inline constexpr Field tld{"dhcpv6.tld", "Top Level Domain name", varies, Type::String};
inline constexpr Field tld_lookup{"dhcpv6.expert.tld_lookup", "WARNING: TLDs are rarely resolvable ", varies, Type::None};
inline constexpr Field interface_id{"dhcpv6.interface_id", "Interface-ID", varies, Type::ByteArray};
inline constexpr Field reconf_msg{"dhcpv6.reconf_msg", "Reconfigure message type", varies, Type::Uint8, Show::Decimal, msgtype_labels};
inline constexpr Field sip_server_domain_search_fqdn{"dhcpv6.sip_server_domain_search_fqdn", "SIP Server Domain Search FQDN", varies, Type::String};
inline constexpr Field sip_server_a{"dhcpv6.sip_server_a", "SIP server address", varies, Type::Ipv6};
inline constexpr Field dns_server{"dhcpv6.dns_server", "DNS server address", varies, Type::Ipv6};
inline constexpr Field search_list_entry{"dhcpv6.search_list_entry", "List entry", varies, Type::String};
inline constexpr Field sntp_server{"dhcpv6.sntp_server", "SNTP server address", varies, Type::Ipv6};
inline constexpr Field nis_server{"dhcpv6.nis_server", "NIS server address", varies, Type::Ipv6};
inline constexpr Field nisp_server{"dhcpv6.nisp_server", "NISP server address", varies, Type::Ipv6};
inline constexpr Field lifetime{"dhcpv6.lifetime", "Lifetime", varies, Type::Uint32};
inline constexpr Field remoteid_enterprise{"dhcpv6.remoteid.enterprise", "Enterprise ID", varies, Type::Uint32};
inline constexpr Field remoteid_enterprise_id{"dhcpv6.remoteid_enterprise_id", "Remote-ID", varies, Type::ByteArray};
inline constexpr Field subscriber_id{"dhcpv6.subscriber_id", "Subscriber-ID", varies, Type::String};
inline constexpr Field client_fqdn_flags{"dhcpv6.client_fqdn_flags", "Flags", varies, Type::Uint8, Show::Hex};
inline constexpr Field clientfqdn_client_s{"dhcpv6.clientfqdn.client.s", "S bit", Place{7, 1, 0, 8}, Type::Boolean, Show::Flag, server_should_perform_aaaa_rr_updates_se_labels};
inline constexpr Field clientfqdn_client_n{"dhcpv6.clientfqdn.client.n", "N bit", Place{5, 1, 0, 8}, Type::Boolean, Show::Flag, server_should_not_perform_ptr_rr_updates_labels};
inline constexpr Field clientfqdn_server_s{"dhcpv6.clientfqdn.server.s", "S bit", Place{7, 1, 0, 8}, Type::Boolean, Show::Flag, server_should_perform_aaaa_rr_updates_se_labels};
inline constexpr Field clientfqdn_server_o{"dhcpv6.clientfqdn.server.o", "O bit", Place{6, 1, 0, 8}, Type::Boolean, Show::Flag, server_has_overridden_client_s_s_bit_pre_labels};
inline constexpr Field clientfqdn_server_n{"dhcpv6.clientfqdn.server.n", "N bit", Place{5, 1, 0, 8}, Type::Boolean, Show::Flag, server_should_not_perform_ptr_rr_updates_labels};
inline constexpr Field client_domain{"dhcpv6.client_domain", "Client Domain Name", varies, Type::String};
inline constexpr Field ntpserver_option_type{"dhcpv6.ntpserver.option.type", "Suboption", varies, Type::Uint16, Show::Decimal, ntpserver_option_type_labels};
inline constexpr Field ntpserver_option_length{"dhcpv6.ntpserver.option.length", "Length", varies, Type::Uint16};
inline constexpr Field ntpserver_addr{"dhcpv6.ntpserver.addr", "NTP Server Address", varies, Type::Ipv6};
inline constexpr Field ntpserver_mc_addr{"dhcpv6.ntpserver.mc_addr", "NTP Multicast Address", varies, Type::Ipv6};
inline constexpr Field ntpserver_fqdn{"dhcpv6.ntpserver.fqdn", "NTP Server FQDN", varies, Type::String};
inline constexpr Field userclass_length{"dhcpv6.userclass.length", "Length", varies, Type::Uint16};
inline constexpr Field userclass_opaque_data{"dhcpv6.userclass.opaque_data", "Suboption", varies, Type::ByteArray};
inline constexpr Field error_hopcount{"dhcpv6.error_hopcount", "Detected error on hop-count", varies, Type::None};
inline constexpr Field tzdb{"dhcpv6.tzdb", "TZ-database", varies, Type::String};

inline constexpr const Field* all[] = {&msgtype, &xid, &hopcount, &linkaddr, &peeraddr, &option_type_str, &option_type, &option_length,
    &duid_bytes, &duid_type, &duidllt_hwtype, &duidllt_time, &duidllt_link_layer_addr, &duidll_hwtype,
    &duidll_link_layer_addr, &duiden_enterprise, &duiden_identifier, &duiduuid_bytes,
    &requested_option_code, &option_preference, &elapsed_time, &iaid, &iaid_t1, &iaid_t2, &iata,
    &iaaddr_ip, &iaaddr_pref_lifetime, &iaaddr_valid_lifetime, &iaprefix_pref_lifetime,
    &iaprefix_valid_lifetime, &iaprefix_pref_len, &iaprefix_pref_addr, &status_code, &status_msg,
    &auth_protocol, &auth_algorithm, &auth_rdm, &auth_replay_detection, &auth_info, &auth_realm,
    &auth_key_id, &auth_md5_data, &unicast, &vendorclass_enterprise, &vendorclass_data,
    &vendoropts_enterprise, &vendoropts_enterprise_option_code,
    &vendoropts_enterprise_option_length, &vendoropts_enterprise_option_data, &tld, &tld_lookup, &interface_id, &reconf_msg, &sip_server_domain_search_fqdn, &sip_server_a,
    &dns_server, &search_list_entry, &sntp_server, &nis_server, &nisp_server, &lifetime,
    &remoteid_enterprise, &remoteid_enterprise_id, &subscriber_id, &client_fqdn_flags,
    &clientfqdn_client_s, &clientfqdn_client_n, &clientfqdn_server_s, &clientfqdn_server_o,
    &clientfqdn_server_n, &client_domain, &ntpserver_option_type, &ntpserver_option_length,
    &ntpserver_addr, &ntpserver_mc_addr, &ntpserver_fqdn, &userclass_length, &userclass_opaque_data,
    &error_hopcount, &tzdb};
// clang-format on

}  // namespace wiretale::dhcp6::field
