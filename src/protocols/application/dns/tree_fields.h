// DNS: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"
#include "protocols/application/dns/tree_labels.h"
#include "protocols/network/ip_protocol_labels.h"

namespace wiretale::dns::field {

// One field on each line.
// clang-format off
inline constexpr Field length{"dns.length", "Length", varies, Type::Uint16};
inline constexpr Field flags{"dns.flags", "Flags", varies, Type::Uint16, Show::Hex};
inline constexpr Field flags_response{"dns.flags.response", "Response", Place{16, 1, 16, 16}, Type::Boolean, Show::Decimal, flags_response_labels};
inline constexpr Field flags_opcode{"dns.flags.opcode", "Opcode", Place{17, 4, 16, 16}, Type::Uint16, Show::Decimal, flags_opcode_labels};
inline constexpr Field flags_authoritative{"dns.flags.authoritative", "Authoritative", Place{21, 1, 16, 16}, Type::Boolean, Show::Decimal, flags_authoritative_labels};
inline constexpr Field flags_conflict{"dns.flags.conflict", "Conflict", Place{21, 1, 16, 16}, Type::Boolean, Show::Decimal, flags_conflict_labels};
inline constexpr Field flags_truncated{"dns.flags.truncated", "Truncated", Place{22, 1, 16, 16}, Type::Boolean, Show::Decimal, flags_truncated_labels};
inline constexpr Field flags_recdesired{"dns.flags.recdesired", "Recursion desired", Place{23, 1, 16, 16}, Type::Boolean, Show::Decimal, flags_recdesired_labels};
inline constexpr Field flags_tentative{"dns.flags.tentative", "Tentative", Place{23, 1, 16, 16}, Type::Boolean, Show::Decimal, flags_tentative_labels};
inline constexpr Field flags_recavail{"dns.flags.recavail", "Recursion available", Place{24, 1, 16, 16}, Type::Boolean, Show::Decimal, flags_recavail_labels};
inline constexpr Field flags_z{"dns.flags.z", "Z", Place{25, 1, 16, 16}, Type::Boolean, Show::Decimal, flags_z_labels};
inline constexpr Field flags_authenticated{"dns.flags.authenticated", "Answer authenticated", Place{26, 1, 16, 16}, Type::Boolean, Show::Decimal, flags_authenticated_labels};
inline constexpr Field flags_checkdisable{"dns.flags.checkdisable", "Non-authenticated data", Place{27, 1, 16, 16}, Type::Boolean, Show::Decimal, flags_checkdisable_labels};
inline constexpr Field flags_rcode{"dns.flags.rcode", "Reply code", Place{28, 4, 16, 16}, Type::Uint16, Show::Decimal, flags_rcode_labels};
inline constexpr Field id{"dns.id", "Transaction ID", varies, Type::Uint16, Show::Hex};
inline constexpr Field qry_type{"dns.qry.type", "Type", varies, Type::Uint16, Show::Decimal, qry_type_labels};
inline constexpr Field qry_class{"dns.qry.class", "Class", varies, Type::Uint16, Show::Hex, qry_class_labels};
inline constexpr Field qry_qu{"dns.qry.qu", "\"QU\" question", Place{0, 1, 0, 16}, Type::Boolean};
inline constexpr Field qry_name{"dns.qry.name", "Name", varies, Type::String};
inline constexpr Field qry_name_len{"dns.qry.name.len", "Name Length", varies, Type::Uint16};
inline constexpr Field count_labels{"dns.count.labels", "Label Count", varies, Type::Uint16};
inline constexpr Field resp_type{"dns.resp.type", "Type", varies, Type::Uint16, Show::Decimal, qry_type_labels};
inline constexpr Field resp_class{"dns.resp.class", "Class", varies, Type::Uint16, Show::Hex, qry_class_labels};
inline constexpr Field resp_cache_flush{"dns.resp.cache_flush", "Cache flush", Place{0, 1, 0, 16}, Type::Boolean};
inline constexpr Field resp_ext_rcode{"dns.resp.ext_rcode", "Higher bits in extended RCODE", varies, Type::Uint8, Show::Hex};
inline constexpr Field resp_edns0_version{"dns.resp.edns0_version", "EDNS0 version", varies, Type::Uint8};
inline constexpr Field resp_z{"dns.resp.z", "Z", varies, Type::Uint16, Show::Hex};
inline constexpr Field resp_z_do{"dns.resp.z.do", "DO bit", Place{0, 1, 0, 16}, Type::Boolean, Show::Decimal, resp_z_do_labels};
inline constexpr Field resp_z_reserved{"dns.resp.z.reserved", "Reserved", Place{1, 15, 0, 16}, Type::Uint16, Show::Hex};
inline constexpr Field srv_service{"dns.srv.service", "Service", varies, Type::String};
inline constexpr Field srv_proto{"dns.srv.proto", "Protocol", varies, Type::String};
inline constexpr Field srv_name{"dns.srv.name", "Name", varies, Type::String};
inline constexpr Field srv_priority{"dns.srv.priority", "Priority", varies, Type::Uint16};
inline constexpr Field srv_weight{"dns.srv.weight", "Weight", varies, Type::Uint16};
inline constexpr Field srv_port{"dns.srv.port", "Port", varies, Type::Uint16};
inline constexpr Field srv_target{"dns.srv.target", "Target", varies, Type::String};
inline constexpr Field naptr_order{"dns.naptr.order", "Order", varies, Type::Uint16};
inline constexpr Field naptr_preference{"dns.naptr.preference", "Preference", varies, Type::Uint16};
inline constexpr Field naptr_flags_length{"dns.naptr.flags_length", "Flags Length", varies, Type::Uint8};
inline constexpr Field naptr_flags{"dns.naptr.flags", "Flags", varies, Type::String};
inline constexpr Field naptr_service_length{"dns.naptr.service_length", "Service Length", varies, Type::Uint8};
inline constexpr Field naptr_service{"dns.naptr.service", "Service", varies, Type::String};
inline constexpr Field naptr_regex_length{"dns.naptr.regex_length", "Regex Length", varies, Type::Uint8};
inline constexpr Field naptr_regex{"dns.naptr.regex", "Regex", varies, Type::String};
inline constexpr Field naptr_replacement_length{"dns.naptr.replacement_length", "Replacement Length", varies, Type::Uint8};
inline constexpr Field naptr_replacement{"dns.naptr.replacement", "Replacement", varies, Type::String};
inline constexpr Field resp_name{"dns.resp.name", "Name", varies, Type::String};
inline constexpr Field resp_ttl{"dns.resp.ttl", "Time to live", varies, Type::Uint32};
inline constexpr Field resp_len{"dns.resp.len", "Data length", varies, Type::Uint16};
inline constexpr Field a{"dns.a", "Address", varies, Type::Ipv4};
inline constexpr Field md{"dns.md", "Mail Destination", varies, Type::String};
inline constexpr Field mf{"dns.mf", "Mail Forwarder", varies, Type::String};
inline constexpr Field mb{"dns.mb", "MailBox Domaine", varies, Type::String};
inline constexpr Field mg{"dns.mg", "Mail Group member", varies, Type::String};
inline constexpr Field mr{"dns.mr", "Mail Rename domaine", varies, Type::String};
inline constexpr Field null{"dns.null", "Null (data)", varies, Type::ByteArray};
inline constexpr Field aaaa{"dns.aaaa", "AAAA Address", varies, Type::Ipv6};
inline constexpr Field cname{"dns.cname", "CNAME", varies, Type::String};
inline constexpr Field rr_udp_payload_size{"dns.rr.udp_payload_size", "UDP payload size", Place{1, 15, 0, 16}, Type::Uint16};
inline constexpr Field soa_mname{"dns.soa.mname", "Primary name server", varies, Type::String};
inline constexpr Field soa_rname{"dns.soa.rname", "Responsible authority's mailbox", varies, Type::String};
inline constexpr Field soa_serial_number{"dns.soa.serial_number", "Serial Number", varies, Type::Uint32};
inline constexpr Field soa_refresh_interval{"dns.soa.refresh_interval", "Refresh Interval", varies, Type::Uint32};
inline constexpr Field soa_retry_interval{"dns.soa.retry_interval", "Retry Interval", varies, Type::Uint32};
inline constexpr Field soa_expire_limit{"dns.soa.expire_limit", "Expire limit", varies, Type::Uint32};
inline constexpr Field soa_minimum_ttl{"dns.soa.minimum_ttl", "Minimum TTL", varies, Type::Uint32};
inline constexpr Field ptr_domain_name{"dns.ptr.domain_name", "Domain Name", varies, Type::String};
inline constexpr Field wks_address{"dns.wks.address", "Address", varies, Type::Ipv4};
inline constexpr Field wks_protocol{"dns.wks.protocol", "Protocol", varies, Type::Uint8, Show::Decimal, ip_protocol_labels};
inline constexpr Field wks_bits{"dns.wks.bits", "Bits", varies, Type::Uint8, Show::Hex};
inline constexpr Field hinfo_cpu_length{"dns.hinfo.cpu_length", "CPU Length", varies, Type::Uint8};
inline constexpr Field hinfo_cpu{"dns.hinfo.cpu", "CPU", varies, Type::String};
inline constexpr Field hinfo_os_length{"dns.hinfo.os_length", "OS Length", varies, Type::Uint8};
inline constexpr Field hinfo_os{"dns.hinfo.os", "OS", varies, Type::String};
inline constexpr Field minfo_r{"dns.minfo.r", "Responsible Mailbox", varies, Type::String};
inline constexpr Field minfo_e{"dns.minfo.e", "Error Mailbox", varies, Type::String};
inline constexpr Field mx_preference{"dns.mx.preference", "Preference", varies, Type::Uint16};
inline constexpr Field mx_mail_exchange{"dns.mx.mail_exchange", "Mail Exchange", varies, Type::String};
inline constexpr Field txt_length{"dns.txt.length", "TXT Length", varies, Type::Uint8};
inline constexpr Field txt{"dns.txt", "TXT", varies, Type::String};
inline constexpr Field openpgpkey{"dns.openpgpkey", "OpenPGP Key", varies, Type::String};
inline constexpr Field csync_soa{"dns.csync.soa", "SOA", varies, Type::Uint32};
inline constexpr Field csync_flags{"dns.csync.flags", "Flags", varies, Type::Uint16, Show::Hex};
inline constexpr Field csync_flags_immediate{"dns.csync.flags.immediate", "immediate", Place{15, 1, 0, 16}, Type::Boolean};
inline constexpr Field csync_flags_soaminimum{"dns.csync.flags.soaminimum", "soaminimum", Place{14, 1, 0, 16}, Type::Boolean};
inline constexpr Field csync_type_bitmap{"dns.csync.type_bitmap", "Type Bitmap", varies, Type::ByteArray};
inline constexpr Field zonemd_serial{"dns.zonemd.serial", "Serial", varies, Type::Uint32};
inline constexpr Field zonemd_scheme{"dns.zonemd.scheme", "Scheme", varies, Type::Uint8, Show::Decimal, zonemd_scheme_labels};
inline constexpr Field zonemd_hash_algo{"dns.zonemd.hash_algo", "Hash Algorithm", varies, Type::Uint8, Show::Decimal, zonemd_hash_algo_labels};
inline constexpr Field zonemd_digest{"dns.zonemd.digest", "Digest", varies, Type::ByteArray};
inline constexpr Field svcb_svcpriority{"dns.svcb.svcpriority", "SvcPriority", varies, Type::Uint16};
inline constexpr Field svcb_targetname{"dns.svcb.targetname", "TargetName", varies, Type::String};
inline constexpr Field svcb_svcparam_key{"dns.svcb.svcparam.key", "SvcParamKey", varies, Type::Uint16, Show::Decimal, svcb_svcparam_key_labels};
inline constexpr Field svcb_svcparam_value_length{"dns.svcb.svcparam.value.length", "SvcParamValue length", varies, Type::Uint16};
inline constexpr Field svcb_svcparam_value{"dns.svcb.svcparam.value", "SvcParamValue", varies, Type::ByteArray};
inline constexpr Field svcb_svcparam{"dns.svcb.svcparam", "SvcParam", varies, Type::None};
inline constexpr Field svcb_svcparam_mandatory_key{"dns.svcb.svcparam.mandatory.key", "Mandatory key", varies, Type::Uint16, Show::Decimal, svcb_svcparam_key_labels};
inline constexpr Field svcb_svcparam_alpn_length{"dns.svcb.svcparam.alpn.length", "ALPN length", varies, Type::Uint8};
inline constexpr Field svcb_svcparam_alpn{"dns.svcb.svcparam.alpn", "ALPN", varies, Type::String};
inline constexpr Field svcb_svcparam_port{"dns.svcb.svcparam.port", "Port", varies, Type::Uint16};
inline constexpr Field svcb_svcparam_ipv4hint_ip{"dns.svcb.svcparam.ipv4hint.ip", "IP", varies, Type::Ipv4};
inline constexpr Field svcb_svcparam_echconfig{"dns.svcb.svcparam.echconfig", "ECHConfig", varies, Type::ByteArray};
inline constexpr Field svcb_svcparam_ipv6hint_ip{"dns.svcb.svcparam.ipv6hint.ip", "IP", varies, Type::Ipv6};
inline constexpr Field svcb_svcparam_odohconfig{"dns.svcb.svcparam.odohconfig", "ODoHConfig", varies, Type::ByteArray};
inline constexpr Field spf_length{"dns.spf.length", "SPF Length", varies, Type::Uint8};
inline constexpr Field spf{"dns.spf", "SPF", varies, Type::String};
inline constexpr Field ilnp_nid_preference{"dns.ilnp.nid.preference", "Preference", varies, Type::Uint16};
inline constexpr Field ilnp_nid{"dns.ilnp.nid", "NodeID", varies, Type::ByteArray};
inline constexpr Field ilnp_l32_preference{"dns.ilnp.l32.preference", "Preference", varies, Type::Uint16};
inline constexpr Field ilnp_l32{"dns.ilnp.l32", "Locator32", varies, Type::Ipv4};
inline constexpr Field ilnp_l64_preference{"dns.ilnp.l64.preference", "Preference", varies, Type::Uint16};
inline constexpr Field ilnp_l64{"dns.ilnp.l64", "Locator64", varies, Type::ByteArray};
inline constexpr Field ilnp_lp_preference{"dns.ilnp.lp.preference", "Preference", varies, Type::Uint16};
inline constexpr Field ilnp_lp{"dns.ilnp.lp", "Locator FQDN", varies, Type::String};
inline constexpr Field eui48{"dns.eui48", "EUI48 Address", varies, Type::Ether};
inline constexpr Field eui64{"dns.eui64", "EUI64 Address", varies, Type::ByteArray};
inline constexpr Field rrsig_type_covered{"dns.rrsig.type_covered", "Type Covered", varies, Type::Uint16, Show::Decimal, qry_type_labels};
inline constexpr Field rrsig_algorithm{"dns.rrsig.algorithm", "Algorithm", varies, Type::Uint8, Show::Decimal, rrsig_algorithm_labels};
inline constexpr Field rrsig_labels{"dns.rrsig.labels", "Labels", varies, Type::Uint8};
inline constexpr Field rrsig_original_ttl{"dns.rrsig.original_ttl", "Original TTL", varies, Type::Uint32};
inline constexpr Field rrsig_signature_expiration{"dns.rrsig.signature_expiration", "Signature Expiration", varies, Type::AbsoluteTime};
inline constexpr Field rrsig_signature_inception{"dns.rrsig.signature_inception", "Signature Inception", varies, Type::AbsoluteTime};
inline constexpr Field rrsig_key_tag{"dns.rrsig.key_tag", "Key Tag", varies, Type::Uint16};
inline constexpr Field rrsig_signers_name{"dns.rrsig.signers_name", "Signer's name", varies, Type::String};
inline constexpr Field rrsig_signature{"dns.rrsig.signature", "Signature", varies, Type::ByteArray};
inline constexpr Field dnskey_flags{"dns.dnskey.flags", "Flags", varies, Type::Uint16, Show::Hex};
inline constexpr Field dnskey_flags_zone_key{"dns.dnskey.flags.zone_key", "Zone Key", Place{7, 1, 0, 16}, Type::Boolean, Show::Decimal, dnskey_flags_zone_key_labels};
inline constexpr Field dnskey_flags_key_revoked{"dns.dnskey.flags.key_revoked", "Key Revoked", Place{8, 1, 0, 16}, Type::Boolean, Show::Decimal, dnskey_flags_key_revoked_labels};
inline constexpr Field dnskey_flags_secure_entry_point{"dns.dnskey.flags.secure_entry_point", "Key Signing Key", Place{15, 1, 0, 16}, Type::Boolean, Show::Decimal, dnskey_flags_key_revoked_labels};
inline constexpr Field dnskey_flags_reserved{"dns.dnskey.flags.reserved", "Key Signing Key", Place{0, 15, 0, 16}.with_mask(0xfe7e), Type::Uint16, Show::Hex};
inline constexpr Field dnskey_protocol{"dns.dnskey.protocol", "Protocol", varies, Type::Uint8};
inline constexpr Field dnskey_algorithm{"dns.dnskey.algorithm", "Algorithm", varies, Type::Uint8, Show::Decimal, rrsig_algorithm_labels};
inline constexpr Field dnskey_key_id{"dns.dnskey.key_id", "Key id", varies, Type::Uint16};
inline constexpr Field dnskey_public_key{"dns.dnskey.public_key", "Public Key", varies, Type::ByteArray};
inline constexpr Field key_flags{"dns.key.flags", "Flags", varies, Type::Uint16, Show::Hex};
inline constexpr Field key_flags_authentication{"dns.key.flags.authentication", "Key allowed for authentication", Place{0, 1, 0, 16}, Type::Boolean, Show::Decimal, key_flags_authentication_labels};
inline constexpr Field key_flags_confidentiality{"dns.key.flags.confidentiality", "Key allowed for confidentiality", Place{1, 1, 0, 16}, Type::Boolean, Show::Decimal, key_flags_authentication_labels};
inline constexpr Field key_flags_required{"dns.key.flags.required", "Key required", Place{2, 1, 0, 16}, Type::Boolean, Show::Decimal, key_flags_required_labels};
inline constexpr Field key_flags_associated_user{"dns.key.flags.associated_user", "Key is associated with a user", Place{5, 1, 0, 16}, Type::Boolean, Show::Decimal, dnskey_flags_key_revoked_labels};
inline constexpr Field key_flags_associated_named_entity{"dns.key.flags.associated_named_entity", "Key is associated with the named entity", Place{6, 1, 0, 16}, Type::Boolean, Show::Decimal, dnskey_flags_key_revoked_labels};
inline constexpr Field key_flags_ipsec{"dns.key.flags.ipsec", "Key use with IPSEC", Place{8, 1, 0, 16}, Type::Boolean, Show::Decimal, key_flags_ipsec_labels};
inline constexpr Field key_flags_mime{"dns.key.flags.mime", "Key use with MIME security multiparts", Place{9, 1, 0, 16}, Type::Boolean, Show::Decimal, key_flags_ipsec_labels};
inline constexpr Field key_flags_signatory{"dns.key.flags.signatory", "Signatory", Place{12, 4, 0, 16}, Type::Uint16};
inline constexpr Field key_protocol{"dns.key.protocol", "Protocol", varies, Type::Uint8};
inline constexpr Field key_algorithm{"dns.key.algorithm", "Algorithm", varies, Type::Uint8, Show::Decimal, rrsig_algorithm_labels};
inline constexpr Field key_key_id{"dns.key.key_id", "Key ID", varies, Type::Uint16};
inline constexpr Field key_public_key{"dns.key.public_key", "Public Key", varies, Type::ByteArray};
inline constexpr Field px_preference{"dns.px.preference", "Preference", varies, Type::Uint16};
inline constexpr Field px_map822{"dns.px.map822", "MAP822", varies, Type::String};
inline constexpr Field px_map400{"dns.px.map400", "MAPX400", varies, Type::String};
inline constexpr Field tkey_algo_name{"dns.tkey.algo_name", "Algorithm name", varies, Type::String};
inline constexpr Field tkey_signature_expiration{"dns.tkey.signature_expiration", "Signature Expiration", varies, Type::AbsoluteTime};
inline constexpr Field tkey_signature_inception{"dns.tkey.signature_inception", "Signature Inception", varies, Type::AbsoluteTime};
inline constexpr Field tkey_mode{"dns.tkey.mode", "Mode", varies, Type::Uint16, Show::Decimal, tkey_mode_labels};
inline constexpr Field tkey_error{"dns.tkey.error", "Error", varies, Type::Uint16, Show::Decimal, flags_rcode_labels};
inline constexpr Field tkey_key_size{"dns.tkey.key_size", "Key Size", varies, Type::Uint16};
inline constexpr Field tkey_key_data{"dns.tkey.key_data", "Key Data", varies, Type::ByteArray};
inline constexpr Field tkey_other_size{"dns.tkey.other_size", "Other Size", varies, Type::Uint16};
inline constexpr Field tkey_other_data{"dns.tkey.other_data", "Other Data", varies, Type::ByteArray};
inline constexpr Field ipseckey_gateway_precedence{"dns.ipseckey.gateway_precedence", "Gateway Precedence", varies, Type::Uint8};
inline constexpr Field ipseckey_gateway_algorithm{"dns.ipseckey.gateway_algorithm", "Gateway Algorithm", varies, Type::Uint8, Show::Decimal, ipseckey_gateway_algorithm_labels};
inline constexpr Field ipseckey_gateway_type{"dns.ipseckey.gateway_type", "Gateway Type", varies, Type::Uint8, Show::Decimal, ipseckey_gateway_type_labels};
inline constexpr Field ipseckey_gateway_ipv4{"dns.ipseckey.gateway_ipv4", "IPv4 Gateway", varies, Type::Ipv4};
inline constexpr Field ipseckey_gateway_ipv6{"dns.ipseckey.gateway_ipv6", "IPv6 Gateway", varies, Type::Ipv6};
inline constexpr Field ipseckey_gateway_dns{"dns.ipseckey.gateway_dns", "DNS Gateway", varies, Type::String};
inline constexpr Field ipseckey_public_key{"dns.ipseckey.public_key", "Public Key", varies, Type::ByteArray};
inline constexpr Field xpf_ip_version{"dns.xpf.ip_version", "IP Version", varies, Type::Uint16, Show::Decimal, xpf_ip_version_labels};
inline constexpr Field xpf_protocol{"dns.xpf.protocol", "Protocol", varies, Type::Uint8, Show::Decimal, ip_protocol_labels};
inline constexpr Field xpf_source_ipv4{"dns.xpf.source_ipv4", "IPv4 Source", varies, Type::Ipv4};
inline constexpr Field xpf_destination_ipv4{"dns.xpf.destination_ipv4", "IPv4 Destination", varies, Type::Ipv4};
inline constexpr Field xpf_source_ipv6{"dns.xpf.source_ipv6", "IPv6 Source", varies, Type::Ipv6};
inline constexpr Field xpf_destination_ipv6{"dns.xpf.destination_ipv6", "IPv6 Destination", varies, Type::Ipv6};
inline constexpr Field xpf_sport{"dns.xpf.sport", "Source port", varies, Type::Uint16};
inline constexpr Field xpf_dport{"dns.xpf.dport", "Destination port", varies, Type::Uint16};
inline constexpr Field a6_prefix_len{"dns.a6.prefix_len", "Prefix len", varies, Type::Uint8};
inline constexpr Field a6_address_suffix{"dns.a6.address_suffix", "Address Suffix", varies, Type::Ipv6};
inline constexpr Field a6_prefix_name{"dns.a6.prefix_name", "Prefix name", varies, Type::String};
inline constexpr Field dname{"dns.dname", "Dname", varies, Type::String};
inline constexpr Field loc_version{"dns.loc.version", "Version", varies, Type::Uint8};
inline constexpr Field loc_size{"dns.loc.size", "Size", varies, Type::Uint8};
inline constexpr Field loc_horizontal_precision{"dns.loc.horizontal_precision", "Horizontal Precision", varies, Type::Uint8};
inline constexpr Field loc_vertical_precision{"dns.loc.vertical_precision", "Vertical Precision", varies, Type::Uint8};
inline constexpr Field loc_latitude{"dns.loc.latitude", "Latitude", varies, Type::Uint32};
inline constexpr Field loc_longitude{"dns.loc.longitude", "Longitude", varies, Type::Uint32};
inline constexpr Field loc_altitude{"dns.loc.altitude", "Altitude", varies, Type::Uint32};
inline constexpr Field loc_unknown_data{"dns.loc.unknown_data", "Unknown data", varies, Type::ByteArray};
inline constexpr Field nxt_next_domain_name{"dns.nxt.next_domain_name", "Next Domain Name", varies, Type::String};
inline constexpr Field kx_preference{"dns.kx.preference", "Preference", varies, Type::Uint16};
inline constexpr Field kx_key_exchange{"dns.kx.key_exchange", "Key Exchange", varies, Type::String};
inline constexpr Field cert_type{"dns.cert.type", "Type", varies, Type::Uint16, Show::Decimal, cert_type_labels};
inline constexpr Field cert_key_tag{"dns.cert.key_tag", "Key Tag", varies, Type::Uint16, Show::Hex};
inline constexpr Field cert_algorithm{"dns.cert.algorithm", "Algorithm", varies, Type::Uint8, Show::Decimal, rrsig_algorithm_labels};
inline constexpr Field cert_certificate{"dns.cert.certificate", "Certificate (or CRL)", varies, Type::ByteArray};
inline constexpr Field nsec_next_domain_name{"dns.nsec.next_domain_name", "Next Domain Name", varies, Type::String};
inline constexpr Field ns{"dns.ns", "Name Server", varies, Type::String};
inline constexpr Field opt{"dns.opt", "Option", varies, Type::None};
inline constexpr Field opt_code{"dns.opt.code", "Option Code", varies, Type::Uint16, Show::Decimal, opt_code_labels};
inline constexpr Field opt_len{"dns.opt.len", "Option Length", varies, Type::Uint16};
inline constexpr Field opt_data{"dns.opt.data", "Option Data", varies, Type::ByteArray};
inline constexpr Field opt_dau{"dns.opt.dau", "DAU", varies, Type::Uint8, Show::Decimal, rrsig_algorithm_labels};
inline constexpr Field opt_dhu{"dns.opt.dhu", "DHU", varies, Type::Uint8, Show::Decimal, opt_dhu_labels};
inline constexpr Field opt_n3u{"dns.opt.n3u", "N3U", varies, Type::Uint8, Show::Decimal, opt_n3u_labels};
inline constexpr Field opt_client_family{"dns.opt.client.family", "Family", varies, Type::Uint16, Show::Decimal, opt_client_family_labels};
inline constexpr Field opt_client_netmask{"dns.opt.client.netmask", "Source Netmask", varies, Type::Uint8};
inline constexpr Field opt_client_scope{"dns.opt.client.scope", "Scope Netmask", varies, Type::Uint8};
inline constexpr Field opt_client_addr{"dns.opt.client.addr", "Client Subnet", varies, Type::ByteArray};
inline constexpr Field opt_client_addr4{"dns.opt.client.addr4", "Client Subnet", varies, Type::Ipv4};
inline constexpr Field opt_client_addr6{"dns.opt.client.addr6", "Client Subnet", varies, Type::Ipv6};
inline constexpr Field opt_cookie_client{"dns.opt.cookie.client", "Client Cookie", varies, Type::ByteArray};
inline constexpr Field opt_cookie_server{"dns.opt.cookie.server", "Server Cookie", varies, Type::ByteArray};
inline constexpr Field opt_edns_tcp_keepalive_timeout{"dns.opt.edns_tcp_keepalive.timeout", "Timeout", varies, Type::Uint16};
inline constexpr Field opt_padding{"dns.opt.padding", "Padding", varies, Type::ByteArray};
inline constexpr Field opt_chain_fqdn{"dns.opt.chain.fqdn", "Closest Trust Point", varies, Type::String};
inline constexpr Field opt_ext_error_info_code{"dns.opt.ext_error.info_code", "Info Code", varies, Type::Uint16, Show::Decimal, opt_ext_error_info_code_labels};
inline constexpr Field opt_ext_error_extra_text{"dns.opt.ext_error.extra_text", "Extra Text", varies, Type::String};
inline constexpr Field count_queries{"dns.count.queries", "Questions", varies, Type::Uint16};
inline constexpr Field count_zones{"dns.count.zones", "Zones", varies, Type::Uint16};
inline constexpr Field count_answers{"dns.count.answers", "Answer RRs", varies, Type::Uint16};
inline constexpr Field count_prerequisites{"dns.count.prerequisites", "Prerequisites", varies, Type::Uint16};
inline constexpr Field count_auth_rr{"dns.count.auth_rr", "Authority RRs", varies, Type::Uint16};
inline constexpr Field count_updates{"dns.count.updates", "Updates", varies, Type::Uint16};
inline constexpr Field nsec3_algo{"dns.nsec3.algo", "Hash algorithm", varies, Type::Uint8, Show::Decimal, opt_n3u_labels};
inline constexpr Field nsec3_flags{"dns.nsec3.flags", "NSEC3 flags", varies, Type::Uint8};
inline constexpr Field nsec3_flags_opt_out{"dns.nsec3.flags.opt_out", "NSEC3 Opt-out flag", Place{7, 1, 0, 8}, Type::Boolean, Show::Decimal, nsec3_flags_opt_out_labels};
inline constexpr Field nsec3_iterations{"dns.nsec3.iterations", "NSEC3 iterations", varies, Type::Uint16};
inline constexpr Field nsec3_salt_length{"dns.nsec3.salt_length", "Salt length", varies, Type::Uint8};
inline constexpr Field nsec3_salt_value{"dns.nsec3.salt_value", "Salt value", varies, Type::ByteArray};
inline constexpr Field nsec3_hash_length{"dns.nsec3.hash_length", "Hash length", varies, Type::Uint8};
inline constexpr Field nsec3_hash_value{"dns.nsec3.hash_value", "Next hashed owner", varies, Type::String};
inline constexpr Field tlsa_certificate_usage{"dns.tlsa.certificate_usage", "Certificate Usage", varies, Type::Uint8, Show::Decimal, tlsa_certificate_usage_labels};
inline constexpr Field tlsa_selector{"dns.tlsa.selector", "Selector", varies, Type::Uint8, Show::Decimal, tlsa_selector_labels};
inline constexpr Field tlsa_matching_type{"dns.tlsa.matching_type", "Matching Type", varies, Type::Uint8, Show::Decimal, tlsa_matching_type_labels};
inline constexpr Field tlsa_certificate_association_data{"dns.tlsa.certificate_association_data", "Certificate Association Data", varies, Type::ByteArray};
inline constexpr Field tsig_algorithm_name{"dns.tsig.algorithm_name", "Algorithm Name", varies, Type::String};
inline constexpr Field tsig_time_signed{"dns.tsig.time_signed", "Time Signed", varies, Type::AbsoluteTime};
inline constexpr Field tsig_original_id{"dns.tsig.original_id", "Original Id", varies, Type::Uint16};
inline constexpr Field tsig_error{"dns.tsig.error", "Error", varies, Type::Uint16, Show::Decimal, flags_rcode_labels};
inline constexpr Field tsig_fudge{"dns.tsig.fudge", "Fudge", varies, Type::Uint16};
inline constexpr Field tsig_mac_size{"dns.tsig.mac_size", "MAC Size", varies, Type::Uint16};
inline constexpr Field tsig_other_len{"dns.tsig.other_len", "Other Len", varies, Type::Uint16};
inline constexpr Field tsig_mac{"dns.tsig.mac", "MAC", varies, Type::None};
inline constexpr Field tsig_other_data{"dns.tsig.other_data", "Other Data", varies, Type::ByteArray};
inline constexpr Field response_in{"dns.response_in", "Response In", varies, Type::FrameNumber};
inline constexpr Field response_to{"dns.response_to", "Request In", varies, Type::FrameNumber};
inline constexpr Field retransmission{"dns.retransmission", "Retransmission", varies, Type::Boolean};
inline constexpr Field retransmit_request_in{"dns.retransmit_request_in", "Retransmitted request. Original request in", varies, Type::FrameNumber};
inline constexpr Field retransmit_response_in{"dns.retransmit_response_in", "Retransmitted response. Original response in", varies, Type::FrameNumber};
inline constexpr Field time{"dns.time", "Time", varies, Type::RelativeTime};
inline constexpr Field unsolicited{"dns.unsolicited", "Unsolicited", varies, Type::Boolean};
inline constexpr Field count_add_rr{"dns.count.add_rr", "Additional RRs", varies, Type::Uint16};
inline constexpr Field sshfp_algorithm{"dns.sshfp.algorithm", "Algorithm", varies, Type::Uint8, Show::Decimal, sshfp_algorithm_labels};
inline constexpr Field sshfp_fingerprint_type{"dns.sshfp.fingerprint.type", "Fingerprint type", varies, Type::Uint8, Show::Decimal, sshfp_fingerprint_type_labels};
inline constexpr Field sshfp_fingerprint{"dns.sshfp.fingerprint", "Fingerprint", varies, Type::ByteArray};
inline constexpr Field hip_hit_length{"dns.hip.hit.length", "HIT length", varies, Type::Uint8};
inline constexpr Field hip_hit_pk_algo{"dns.hip.hit.pk.algo", "HIT length", varies, Type::Uint8, Show::Decimal, hip_hit_pk_algo_labels};
inline constexpr Field hip_pk_length{"dns.hip.pk.length", "PK length", varies, Type::Uint16};
inline constexpr Field hip_hit{"dns.hip.hit", "Host Identity Tag", varies, Type::ByteArray};
inline constexpr Field hip_pk{"dns.hip.pk", "HIP Public Key", varies, Type::ByteArray};
inline constexpr Field hip_rendezvous_server{"dns.hip.rendezvous_server", "Rendezvous Server", varies, Type::String};
inline constexpr Field dhcid_rdata{"dns.dhcid.rdata", "DHCID Data", varies, Type::ByteArray};
inline constexpr Field ds_key_id{"dns.ds.key_id", "Key id", varies, Type::Uint16, Show::Hex};
inline constexpr Field ds_algorithm{"dns.ds.algorithm", "Algorithm", varies, Type::Uint8, Show::Decimal, rrsig_algorithm_labels};
inline constexpr Field ds_digest_type{"dns.ds.digest_type", "Digest Type", varies, Type::Uint8, Show::Decimal, opt_dhu_labels};
inline constexpr Field ds_digest{"dns.ds.digest", "Digest", varies, Type::ByteArray};
inline constexpr Field apl_address_family{"dns.apl.address_family", "Address Family", varies, Type::Uint16, Show::Decimal, opt_client_family_labels};
inline constexpr Field apl_coded_prefix{"dns.apl.coded_prefix", "Prefix Length", varies, Type::Uint8};
inline constexpr Field apl_negation{"dns.apl.negation", "Negation Flag", Place{0, 1, 0, 8}, Type::Boolean, Show::Decimal, apl_negation_labels};
inline constexpr Field apl_afdlength{"dns.apl.afdlength", "Address Length", Place{1, 7, 0, 8}, Type::Uint8};
inline constexpr Field apl_afdpart_ipv4{"dns.apl.afdpart.ipv4", "Address", varies, Type::Ipv4};
inline constexpr Field apl_afdpart_ipv6{"dns.apl.afdpart.ipv6", "Address", varies, Type::Ipv6};
inline constexpr Field apl_afdpart_data{"dns.apl.afdpart.data", "Address", varies, Type::ByteArray};
inline constexpr Field gpos_longitude_length{"dns.gpos.longitude_length", "Longitude length", varies, Type::Uint8};
inline constexpr Field gpos_longitude{"dns.gpos.longitude", "Longitude", varies, Type::String};
inline constexpr Field gpos_latitude_length{"dns.gpos.latitude_length", "Latitude length", varies, Type::Uint8};
inline constexpr Field gpos_latitude{"dns.gpos.latitude", "Latitude", varies, Type::String};
inline constexpr Field gpos_altitude_length{"dns.gpos.altitude_length", "Altitude length", varies, Type::Uint8};
inline constexpr Field gpos_altitude{"dns.gpos.altitude", "Altitude", varies, Type::String};
inline constexpr Field rp_mailbox{"dns.rp.mailbox", "Mailbox", varies, Type::String};
inline constexpr Field rp_txt_rr{"dns.rp.txt_rr", "TXT RR", varies, Type::String};
inline constexpr Field afsdb_subtype{"dns.afsdb.subtype", "Subtype", varies, Type::Uint16};
inline constexpr Field afsdb_hostname{"dns.afsdb.hostname", "Hostname", varies, Type::String};
inline constexpr Field x25_length{"dns.x25.length", "Length", varies, Type::Uint8};
inline constexpr Field x25_psdn_address{"dns.x25.psdn_address", "PSDN-Address", varies, Type::String};
inline constexpr Field idsn_length{"dns.idsn.length", "Length", varies, Type::Uint8};
inline constexpr Field idsn_address{"dns.idsn.address", "ISDN Address", varies, Type::String};
inline constexpr Field idsn_sa_length{"dns.idsn.sa.length", "Length", varies, Type::Uint8};
inline constexpr Field idsn_sa_address{"dns.idsn.sa.address", "Sub Address", varies, Type::String};
inline constexpr Field rt_subtype{"dns.rt.subtype", "Preference", varies, Type::Uint16};
inline constexpr Field rt_intermediate_host{"dns.rt.intermediate_host", "Intermediate Hostname", varies, Type::String};
inline constexpr Field nsap_rdata{"dns.nsap.rdata", "NSAP Data", varies, Type::ByteArray};
inline constexpr Field nsap_ptr_owner{"dns.nsap_ptr.owner", "Owner", varies, Type::String};
inline constexpr Field caa_flags{"dns.caa.flags", "CAA Flags", varies, Type::Uint8, Show::Hex};
inline constexpr Field caa_flags_issuer_critical{"dns.caa.flags.issuer_critical", "Issuer Critical", Place{0, 1, 0, 8}, Type::Boolean, Show::Decimal, caa_flags_issuer_critical_labels};
inline constexpr Field caa_issue{"dns.caa.issue", "Issue", varies, Type::String};
inline constexpr Field caa_issuewild{"dns.caa.issuewild", "Issue Wildcard", varies, Type::String};
inline constexpr Field caa_iodef{"dns.caa.iodef", "Report URL", varies, Type::String};
inline constexpr Field caa_unknown{"dns.caa.unknown", "Unknown tag", varies, Type::String};
inline constexpr Field caa_tag_length{"dns.caa.tag_length", "Tag length", varies, Type::Uint8};
inline constexpr Field caa_tag{"dns.caa.tag", "Tag", varies, Type::String};
inline constexpr Field caa_value{"dns.caa.value", "Value", varies, Type::String};
inline constexpr Field extraneous_data{"dns.extraneous.data", "Extraneous Data Bytes", varies, Type::ByteArray};
inline constexpr Field extraneous_length{"dns.extraneous.length", "Extraneous Data Length", varies, Type::Int32};
inline constexpr Field wins_local_flag{"dns.wins.local_flag", "Local Flag", Place{31, 1, 0, 32}, Type::Boolean, Show::Decimal, wins_local_flag_labels};
inline constexpr Field wins_lookup_timeout{"dns.wins.lookup_timeout", "Lookup timeout", varies, Type::Uint32};
inline constexpr Field wins_cache_timeout{"dns.wins.cache_timeout", "Cache timeout", varies, Type::Uint32};
inline constexpr Field wins_nb_wins_servers{"dns.wins.nb_wins_servers", "Number of WINS servers", varies, Type::Uint32};
inline constexpr Field wins_wins_server{"dns.wins.wins_server", "WINS Server Address", varies, Type::Ipv4};
inline constexpr Field winsr_local_flag{"dns.winsr.local_flag", "Local Flag", Place{31, 1, 0, 32}, Type::Boolean, Show::Decimal, wins_local_flag_labels};
inline constexpr Field winsr_lookup_timeout{"dns.winsr.lookup_timeout", "Lookup timeout", varies, Type::Uint32};
inline constexpr Field winsr_cache_timeout{"dns.winsr.cache_timeout", "Cache timeout", varies, Type::Uint32};
inline constexpr Field winsr_name_result_domain{"dns.winsr.name_result_domain", "Name Result Domain", varies, Type::String};
inline constexpr Field data{"dns.data", "Data", varies, Type::ByteArray};
inline constexpr Field dso{"dns.dso", "DNS Stateful Operation", varies, Type::None};
inline constexpr Field dso_tlv{"dns.dso.tlv", "DSO TLV", varies, Type::None};
inline constexpr Field dso_tlv_type{"dns.dso.tlv.type", "Type", varies, Type::Uint16, Show::Decimal, dso_tlv_type_labels};
inline constexpr Field dso_tlv_length{"dns.dso.tlv.length", "Length", varies, Type::Uint16};
inline constexpr Field dso_tlv_data{"dns.dso.tlv.data", "Data", varies, Type::ByteArray};
inline constexpr Field dso_tlv_keepalive_inactivity{"dns.dso.tlv.keepalive.inactivity", "Inactivity Timeout", varies, Type::Uint32};
inline constexpr Field dso_tlv_keepalive_interval{"dns.dso.tlv.keepalive.interval", "Keepalive Interval", varies, Type::Uint32};
inline constexpr Field dso_tlv_retrydelay_retrydelay{"dns.dso.tlv.retrydelay.retrydelay", "Retry Delay", varies, Type::Uint32};
inline constexpr Field dso_tlv_encpad_padding{"dns.dso.tlv.encpad.padding", "Padding", varies, Type::ByteArray};
inline constexpr Field rr_opt_bad_length{"dns.rr.opt.bad_length", "Length too long for any type of IP address.", varies, Type::None};
inline constexpr Field undecoded_type{"dns.undecoded.type", "Undecoded option", varies, Type::None};
inline constexpr Field depr_opc{"dns.depr.opc", "Deprecated opcode", varies, Type::None};
inline constexpr Field ttl_high_bit_set{"dns.ttl.high_bit_set", "The uppermost bit of the TTL is set (RFC 2181, section 8)", varies, Type::None};
inline constexpr Field tsig_noalg{"dns.tsig.noalg", "No dissector for algorithm", varies, Type::None};
inline constexpr Field key_id_buffer_too_short{"dns.key_id_buffer_too_short", "Buffer too short to compute a key id", varies, Type::None};
inline constexpr Field retransmit_request{"dns.retransmit_request", "DNS query retransmission", varies, Type::None};
inline constexpr Field retransmit_response{"dns.retransmit_response", "DNS response retransmission", varies, Type::None};
inline constexpr Field extraneous{"dns.extraneous", "Extraneous data", varies, Type::None};

inline constexpr const Field* all[] = {&length, &flags, &flags_response, &flags_opcode,
    &flags_authoritative, &flags_conflict, &flags_truncated, &flags_recdesired, &flags_tentative,
    &flags_recavail, &flags_z, &flags_authenticated, &flags_checkdisable, &flags_rcode, &id, &qry_type,
    &qry_class, &qry_qu, &qry_name, &qry_name_len, &count_labels, &resp_type, &resp_class,
    &resp_cache_flush, &resp_ext_rcode, &resp_edns0_version, &resp_z, &resp_z_do, &resp_z_reserved,
    &srv_service, &srv_proto, &srv_name, &srv_priority, &srv_weight, &srv_port, &srv_target, &naptr_order,
    &naptr_preference, &naptr_flags_length, &naptr_flags, &naptr_service_length, &naptr_service,
    &naptr_regex_length, &naptr_regex, &naptr_replacement_length, &naptr_replacement, &resp_name, &resp_ttl,
    &resp_len, &a, &md, &mf, &mb, &mg, &mr, &null, &aaaa, &cname, &rr_udp_payload_size, &soa_mname,
    &soa_rname, &soa_serial_number, &soa_refresh_interval, &soa_retry_interval, &soa_expire_limit,
    &soa_minimum_ttl, &ptr_domain_name, &wks_address, &wks_protocol, &wks_bits, &hinfo_cpu_length,
    &hinfo_cpu, &hinfo_os_length, &hinfo_os, &minfo_r, &minfo_e, &mx_preference, &mx_mail_exchange,
    &txt_length, &txt, &openpgpkey, &csync_soa, &csync_flags, &csync_flags_immediate,
    &csync_flags_soaminimum, &csync_type_bitmap, &zonemd_serial, &zonemd_scheme, &zonemd_hash_algo,
    &zonemd_digest, &svcb_svcpriority, &svcb_targetname, &svcb_svcparam_key, &svcb_svcparam_value_length,
    &svcb_svcparam_value, &svcb_svcparam, &svcb_svcparam_mandatory_key, &svcb_svcparam_alpn_length,
    &svcb_svcparam_alpn, &svcb_svcparam_port, &svcb_svcparam_ipv4hint_ip, &svcb_svcparam_echconfig,
    &svcb_svcparam_ipv6hint_ip, &svcb_svcparam_odohconfig, &spf_length, &spf, &ilnp_nid_preference,
    &ilnp_nid, &ilnp_l32_preference, &ilnp_l32, &ilnp_l64_preference, &ilnp_l64, &ilnp_lp_preference,
    &ilnp_lp, &eui48, &eui64, &rrsig_type_covered, &rrsig_algorithm, &rrsig_labels, &rrsig_original_ttl,
    &rrsig_signature_expiration, &rrsig_signature_inception, &rrsig_key_tag, &rrsig_signers_name,
    &rrsig_signature, &dnskey_flags, &dnskey_flags_zone_key, &dnskey_flags_key_revoked,
    &dnskey_flags_secure_entry_point, &dnskey_flags_reserved, &dnskey_protocol, &dnskey_algorithm,
    &dnskey_key_id, &dnskey_public_key, &key_flags, &key_flags_authentication, &key_flags_confidentiality,
    &key_flags_required, &key_flags_associated_user, &key_flags_associated_named_entity, &key_flags_ipsec,
    &key_flags_mime, &key_flags_signatory, &key_protocol, &key_algorithm, &key_key_id, &key_public_key,
    &px_preference, &px_map822, &px_map400, &tkey_algo_name, &tkey_signature_expiration,
    &tkey_signature_inception, &tkey_mode, &tkey_error, &tkey_key_size, &tkey_key_data, &tkey_other_size,
    &tkey_other_data, &ipseckey_gateway_precedence, &ipseckey_gateway_algorithm, &ipseckey_gateway_type,
    &ipseckey_gateway_ipv4, &ipseckey_gateway_ipv6, &ipseckey_gateway_dns, &ipseckey_public_key,
    &xpf_ip_version, &xpf_protocol, &xpf_source_ipv4, &xpf_destination_ipv4, &xpf_source_ipv6,
    &xpf_destination_ipv6, &xpf_sport, &xpf_dport, &a6_prefix_len, &a6_address_suffix, &a6_prefix_name,
    &dname, &loc_version, &loc_size, &loc_horizontal_precision, &loc_vertical_precision, &loc_latitude,
    &loc_longitude, &loc_altitude, &loc_unknown_data, &nxt_next_domain_name, &kx_preference,
    &kx_key_exchange, &cert_type, &cert_key_tag, &cert_algorithm, &cert_certificate, &nsec_next_domain_name,
    &ns, &opt, &opt_code, &opt_len, &opt_data, &opt_dau, &opt_dhu, &opt_n3u, &opt_client_family,
    &opt_client_netmask, &opt_client_scope, &opt_client_addr, &opt_client_addr4, &opt_client_addr6,
    &opt_cookie_client, &opt_cookie_server, &opt_edns_tcp_keepalive_timeout, &opt_padding, &opt_chain_fqdn,
    &opt_ext_error_info_code, &opt_ext_error_extra_text, &count_queries, &count_zones, &count_answers,
    &count_prerequisites, &count_auth_rr, &count_updates, &nsec3_algo, &nsec3_flags, &nsec3_flags_opt_out,
    &nsec3_iterations, &nsec3_salt_length, &nsec3_salt_value, &nsec3_hash_length, &nsec3_hash_value,
    &tlsa_certificate_usage, &tlsa_selector, &tlsa_matching_type, &tlsa_certificate_association_data,
    &tsig_algorithm_name, &tsig_time_signed, &tsig_original_id, &tsig_error, &tsig_fudge, &tsig_mac_size,
    &tsig_other_len, &tsig_mac, &tsig_other_data, &response_in, &response_to, &retransmission,
    &retransmit_request_in, &retransmit_response_in, &time, &unsolicited, &count_add_rr, &sshfp_algorithm,
    &sshfp_fingerprint_type, &sshfp_fingerprint, &hip_hit_length, &hip_hit_pk_algo, &hip_pk_length,
    &hip_hit, &hip_pk, &hip_rendezvous_server, &dhcid_rdata, &ds_key_id, &ds_algorithm, &ds_digest_type,
    &ds_digest, &apl_address_family, &apl_coded_prefix, &apl_negation, &apl_afdlength, &apl_afdpart_ipv4,
    &apl_afdpart_ipv6, &apl_afdpart_data, &gpos_longitude_length, &gpos_longitude, &gpos_latitude_length,
    &gpos_latitude, &gpos_altitude_length, &gpos_altitude, &rp_mailbox, &rp_txt_rr, &afsdb_subtype,
    &afsdb_hostname, &x25_length, &x25_psdn_address, &idsn_length, &idsn_address, &idsn_sa_length,
    &idsn_sa_address, &rt_subtype, &rt_intermediate_host, &nsap_rdata, &nsap_ptr_owner, &caa_flags,
    &caa_flags_issuer_critical, &caa_issue, &caa_issuewild, &caa_iodef, &caa_unknown, &caa_tag_length,
    &caa_tag, &caa_value, &extraneous_data, &extraneous_length, &wins_local_flag, &wins_lookup_timeout,
    &wins_cache_timeout, &wins_nb_wins_servers, &wins_wins_server, &winsr_local_flag, &winsr_lookup_timeout,
    &winsr_cache_timeout, &winsr_name_result_domain, &data, &dso, &dso_tlv, &dso_tlv_type, &dso_tlv_length,
    &dso_tlv_data, &dso_tlv_keepalive_inactivity, &dso_tlv_keepalive_interval,
    &dso_tlv_retrydelay_retrydelay, &dso_tlv_encpad_padding, &rr_opt_bad_length, &undecoded_type, &depr_opc,
    &ttl_high_bit_set, &tsig_noalg, &key_id_buffer_too_short, &retransmit_request, &retransmit_response,
    &extraneous};
// clang-format on

}  // namespace wiretale::dns::field
