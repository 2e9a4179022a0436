// TLS: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"
#include "protocols/application/tls_labels.h"

namespace wiretale::tls::field {

// One field on each line.
// clang-format off
inline constexpr Field record{"tls.record", "Record Layer", varies, Type::None};
inline constexpr Field record_content_type{"tls.record.content_type", "Content Type", varies, Type::Uint8, Show::Decimal, record_content_type_labels};
inline constexpr Field record_opaque_type{"tls.record.opaque_type", "Opaque Type", varies, Type::Uint8, Show::Decimal, record_content_type_labels};
inline constexpr Field handshake_type{"tls.handshake.type", "Handshake Type", varies, Type::Uint8, Show::Decimal, handshake_type_labels};
inline constexpr Field record_version{"tls.record.version", "Version", varies, Type::Uint16, Show::Hex, record_version_labels};
inline constexpr Field record_length{"tls.record.length", "Length", varies, Type::Uint16};
inline constexpr Field app_data{"tls.app_data", "Encrypted Application Data", varies, Type::ByteArray};
inline constexpr Field app_data_proto{"tls.app_data_proto", "Application Data Protocol", varies, Type::String};
inline constexpr Field record_is_escape{"tls.record.is_escape", "Is Escape", varies, Type::Boolean};
inline constexpr Field record_padding_length{"tls.record.padding_length", "Padding Length", varies, Type::Uint8};
inline constexpr Field alert_message{"tls.alert_message", "Alert Message", varies, Type::None};
inline constexpr Field alert_message_level{"tls.alert_message.level", "Level", varies, Type::Uint8, Show::Decimal, alert_message_level_labels};
inline constexpr Field alert_message_desc{"tls.alert_message.desc", "Description", varies, Type::Uint8, Show::Decimal, alert_message_desc_labels};
inline constexpr Field handshake{"tls.handshake", "Handshake Protocol", varies, Type::None};
inline constexpr Field handshake_length{"tls.handshake.length", "Length", varies, Type::Uint24};
inline constexpr Field handshake_npn_selected_protocol_len{"tls.handshake.npn_selected_protocol_len", "Selected Protocol Length", varies, Type::Uint8};
inline constexpr Field handshake_npn_selected_protocol{"tls.handshake.npn_selected_protocol", "Selected Protocol", varies, Type::String};
inline constexpr Field handshake_npn_padding_len{"tls.handshake.npn_padding_len", "Padding Length", varies, Type::Uint8};
inline constexpr Field handshake_npn_padding{"tls.handshake.npn_padding", "Padding", varies, Type::ByteArray};
inline constexpr Field handshake_md5_hash{"tls.handshake.md5_hash", "MD5 Hash", varies, Type::None};
inline constexpr Field handshake_sha_hash{"tls.handshake.sha_hash", "SHA-1 Hash", varies, Type::None};
inline constexpr Field handshake_challenge{"tls.handshake.challenge", "Challenge", varies, Type::None};
inline constexpr Field handshake_cipher_spec_len{"tls.handshake.cipher_spec_len", "Cipher Spec Length", varies, Type::Uint16};
inline constexpr Field handshake_session_id_length{"tls.handshake.session_id_length", "Session ID Length", varies, Type::Uint16};
inline constexpr Field handshake_challenge_length{"tls.handshake.challenge_length", "Challenge Length", varies, Type::Uint16};
inline constexpr Field handshake_clear_key_length{"tls.handshake.clear_key_length", "Clear Key Data Length", varies, Type::Uint16};
inline constexpr Field handshake_encrypted_key_length{"tls.handshake.encrypted_key_length", "Encrypted Key Data Length", varies, Type::Uint16};
inline constexpr Field handshake_key_arg_length{"tls.handshake.key_arg_length", "Key Argument Length", varies, Type::Uint16};
inline constexpr Field handshake_clear_key_data{"tls.handshake.clear_key_data", "Clear Key Data", varies, Type::None};
inline constexpr Field handshake_encrypted_key{"tls.handshake.encrypted_key", "Encrypted Key", varies, Type::None};
inline constexpr Field handshake_key_arg{"tls.handshake.key_arg", "Key Argument", varies, Type::None};
inline constexpr Field handshake_session_id_hit{"tls.handshake.session_id_hit", "Session ID Hit", varies, Type::Boolean};
inline constexpr Field handshake_cert_type{"tls.handshake.cert_type", "Certificate type", varies, Type::Uint8, Show::Decimal, handshake_cert_type_labels};
inline constexpr Field handshake_connection_id_length{"tls.handshake.connection_id_length", "Connection ID Length", varies, Type::Uint16};
inline constexpr Field handshake_connection_id{"tls.handshake.connection_id", "Connection ID", varies, Type::None};
inline constexpr Field handshake_fragment_count{"tls.handshake.fragment.count", "Handshake Fragment count", varies, Type::Uint32};
inline constexpr Field handshake_fragment{"tls.handshake.fragment", "Handshake Fragment", varies, Type::FrameNumber};
inline constexpr Field handshake_fragments{"tls.handshake.fragments", "Reassembled Handshake Fragments", varies, Type::None};
inline constexpr Field handshake_reassembled_in{"tls.handshake.reassembled_in", "Reassembled Handshake Message in frame", varies, Type::FrameNumber};
inline constexpr Field change_cipher_spec{"tls.change_cipher_spec", "Change Cipher Spec Message", varies, Type::None};
inline constexpr Field handshake_extensions_length{"tls.handshake.extensions_length", "Extensions Length", varies, Type::Uint16};
inline constexpr Field handshake_extension_type{"tls.handshake.extension.type", "Type", varies, Type::Uint16, Show::Decimal, handshake_extension_type_labels};
inline constexpr Field handshake_extension_len{"tls.handshake.extension.len", "Length", varies, Type::Uint16};
inline constexpr Field handshake_extension_data{"tls.handshake.extension.data", "Data", varies, Type::ByteArray};
inline constexpr Field handshake_extensions_supported_groups_length{"tls.handshake.extensions_supported_groups_length", "Supported Groups List Length", varies, Type::Uint16};
inline constexpr Field handshake_extensions_supported_groups{"tls.handshake.extensions_supported_groups", "Supported Groups List", varies, Type::None};
inline constexpr Field handshake_extensions_supported_group{"tls.handshake.extensions_supported_group", "Supported Group", varies, Type::Uint16, Show::Hex, handshake_extensions_supported_group_labels};
inline constexpr Field handshake_extensions_ec_point_formats_length{"tls.handshake.extensions_ec_point_formats_length", "EC point formats Length", varies, Type::Uint8};
inline constexpr Field handshake_extensions_ec_point_formats{"tls.handshake.extensions_ec_point_formats", "EC point formats", varies, Type::None};
inline constexpr Field handshake_extensions_ec_point_format{"tls.handshake.extensions_ec_point_format", "EC point format", varies, Type::Uint8, Show::Decimal, handshake_extensions_ec_point_format_labels};
inline constexpr Field handshake_extensions_srp_len{"tls.handshake.extensions_srp_len", "SRP username length", varies, Type::Uint8};
inline constexpr Field handshake_extensions_srp_username{"tls.handshake.extensions_srp_username", "SRP username", varies, Type::String};
inline constexpr Field handshake_extensions_alpn_len{"tls.handshake.extensions_alpn_len", "ALPN Extension Length", varies, Type::Uint16};
inline constexpr Field handshake_extensions_alpn_list{"tls.handshake.extensions_alpn_list", "ALPN Protocol", varies, Type::None};
inline constexpr Field handshake_extensions_alpn_str_len{"tls.handshake.extensions_alpn_str_len", "ALPN string length", varies, Type::Uint8};
inline constexpr Field handshake_extensions_alpn_str{"tls.handshake.extensions_alpn_str", "ALPN Next Protocol", varies, Type::String};
inline constexpr Field handshake_extensions_npn_str_len{"tls.handshake.extensions_npn_str_len", "Protocol string length", varies, Type::Uint8};
inline constexpr Field handshake_extensions_npn{"tls.handshake.extensions_npn", "Next Protocol", varies, Type::String};
inline constexpr Field handshake_extensions_reneg_info_len{"tls.handshake.extensions_reneg_info_len", "Renegotiation info extension length", varies, Type::Uint8};
inline constexpr Field handshake_extensions_reneg_info{"tls.handshake.extensions_reneg_info", "Renegotiation info", varies, Type::ByteArray};
inline constexpr Field handshake_extensions_key_share_client_length{"tls.handshake.extensions_key_share_client_length", "Client Key Share Length", varies, Type::Uint16};
inline constexpr Field handshake_extensions_key_share_group{"tls.handshake.extensions_key_share_group", "Group", varies, Type::Uint16, Show::Decimal, handshake_extensions_supported_group_labels};
inline constexpr Field handshake_extensions_key_share_key_exchange_length{"tls.handshake.extensions_key_share_key_exchange_length", "Key Exchange Length", varies, Type::Uint16};
inline constexpr Field handshake_extensions_key_share_key_exchange{"tls.handshake.extensions_key_share_key_exchange", "Key Exchange", varies, Type::ByteArray};
inline constexpr Field handshake_extensions_key_share_selected_group{"tls.handshake.extensions_key_share_selected_group", "Selected Group", varies, Type::Uint16, Show::Decimal, handshake_extensions_supported_group_labels};
inline constexpr Field handshake_extensions_psk_identities_length{"tls.handshake.extensions.psk.identities.length", "Identities Length", varies, Type::Uint16};
inline constexpr Field handshake_extensions_psk_identity_identity_length{"tls.handshake.extensions.psk.identity.identity_length", "Identity Length", varies, Type::Uint16};
inline constexpr Field handshake_extensions_psk_identity_identity{"tls.handshake.extensions.psk.identity.identity", "Identity", varies, Type::ByteArray};
inline constexpr Field handshake_extensions_psk_identity_obfuscated_ticket_age{"tls.handshake.extensions.psk.identity.obfuscated_ticket_age", "Obfuscated Ticket Age", varies, Type::Uint32};
inline constexpr Field handshake_extensions_psk_binders_len{"tls.handshake.extensions.psk.binders_len", "PSK Binders length", varies, Type::Uint16};
inline constexpr Field handshake_extensions_psk_binders{"tls.handshake.extensions.psk.binders", "PSK Binders", varies, Type::None};
inline constexpr Field handshake_extensions_psk_identity_selected{"tls.handshake.extensions.psk.identity.selected", "Selected Identity", varies, Type::Uint16};
inline constexpr Field handshake_extensions_supported_versions_len{"tls.handshake.extensions.supported_versions_len", "Supported Versions length", varies, Type::Uint8};
inline constexpr Field handshake_extensions_supported_version{"tls.handshake.extensions.supported_version", "Supported Version", varies, Type::Uint16, Show::Hex, record_version_labels};
inline constexpr Field handshake_extensions_cookie_len{"tls.handshake.extensions.cookie_len", "Cookie length", varies, Type::Uint16};
inline constexpr Field handshake_extensions_cookie{"tls.handshake.extensions.cookie", "Cookie", varies, Type::ByteArray};
inline constexpr Field handshake_extensions_server_name_list_len{"tls.handshake.extensions_server_name_list_len", "Server Name list length", varies, Type::Uint16};
inline constexpr Field handshake_extensions_server_name_len{"tls.handshake.extensions_server_name_len", "Server Name length", varies, Type::Uint16};
inline constexpr Field handshake_extensions_server_name_type{"tls.handshake.extensions_server_name_type", "Server Name Type", varies, Type::Uint8, Show::Decimal, handshake_extensions_server_name_type_labels};
inline constexpr Field handshake_extensions_server_name{"tls.handshake.extensions_server_name", "Server Name", varies, Type::String};
inline constexpr Field handshake_max_fragment_length{"tls.handshake.max_fragment_length", "Maximum Fragment Length", varies, Type::Uint8, Show::Decimal, handshake_max_fragment_length_labels};
inline constexpr Field handshake_extensions_padding_data{"tls.handshake.extensions_padding_data", "Padding Data", varies, Type::ByteArray};
inline constexpr Field handshake_cert_url_type{"tls.handshake.cert_url_type", "Certificate Chain Type", varies, Type::Uint8, Show::Decimal, handshake_cert_url_type_labels};
inline constexpr Field handshake_cert_url_url_hash_len{"tls.handshake.cert_url.url_hash_len", "URL and Hash list Length", varies, Type::Uint16};
inline constexpr Field handshake_cert_url_url_hash{"tls.handshake.cert_url.url_hash", "URL and Hash", varies, Type::None};
inline constexpr Field handshake_cert_url_url_len{"tls.handshake.cert_url.url_len", "URL Length", varies, Type::Uint16};
inline constexpr Field handshake_cert_type_type{"tls.handshake.cert_type.type", "Certificate Type", varies, Type::Uint8, Show::Hex, handshake_cert_type_type_labels};
inline constexpr Field handshake_cert_type_types{"tls.handshake.cert_type.types", "Certificate Type List", varies, Type::None};
inline constexpr Field handshake_cert_type_types_len{"tls.handshake.cert_type.types_len", "Certificate Type List Length", varies, Type::Uint8};
inline constexpr Field handshake_cert_url_url{"tls.handshake.cert_url.url", "URL", varies, Type::String};
inline constexpr Field handshake_cert_url_padding{"tls.handshake.cert_url.padding", "Padding", varies, Type::None};
inline constexpr Field handshake_cert_url_sha1{"tls.handshake.cert_url.sha1", "SHA1 Hash", varies, Type::ByteArray};
inline constexpr Field handshake_extensions_status_request_type{"tls.handshake.extensions_status_request_type", "Certificate Status Type", varies, Type::Uint8, Show::Decimal, handshake_extensions_status_request_type_labels};
inline constexpr Field handshake_extensions_status_request_len{"tls.handshake.extensions_status_request_len", "Certificate Status Length", varies, Type::Uint16};
inline constexpr Field handshake_extensions_status_request_responder_ids_len{"tls.handshake.extensions_status_request_responder_ids_len", "Responder ID list Length", varies, Type::Uint16};
inline constexpr Field handshake_extensions_status_request_exts_len{"tls.handshake.extensions_status_request_exts_len", "Request Extensions Length", varies, Type::Uint16};
inline constexpr Field handshake_extensions_status_request_list_len{"tls.handshake.extensions_status_request_list_len", "Certificate Status List Length", varies, Type::Uint16};
inline constexpr Field handshake_ocsp_response_list_len{"tls.handshake.ocsp_response_list_len", "OCSP Response List Length", varies, Type::Uint24};
inline constexpr Field handshake_ocsp_response_len{"tls.handshake.ocsp_response_len", "OCSP Response Length", varies, Type::Uint24};
inline constexpr Field handshake_sig_hash_alg_len{"tls.handshake.sig_hash_alg_len", "Signature Hash Algorithms Length", varies, Type::Uint16};
inline constexpr Field handshake_sig_hash_algs{"tls.handshake.sig_hash_algs", "Signature Algorithms", varies, Type::None};
inline constexpr Field handshake_sig_hash_alg{"tls.handshake.sig_hash_alg", "Signature Algorithm", varies, Type::Uint16, Show::Hex, handshake_sig_hash_alg_labels};
inline constexpr Field handshake_sig_hash_hash{"tls.handshake.sig_hash_hash", "Signature Hash Algorithm Hash", varies, Type::Uint8, Show::Decimal, handshake_sig_hash_hash_labels};
inline constexpr Field handshake_sig_hash_sig{"tls.handshake.sig_hash_sig", "Signature Hash Algorithm Signature", varies, Type::Uint8, Show::Decimal, handshake_sig_hash_sig_labels};
inline constexpr Field handshake_epms_len{"tls.handshake.epms_len", "Encrypted PreMaster length", varies, Type::Uint16};
inline constexpr Field handshake_epms{"tls.handshake.epms", "Encrypted PreMaster", varies, Type::ByteArray};
inline constexpr Field handshake_modulus_len{"tls.handshake.modulus_len", "Modulus Length", varies, Type::Uint16};
inline constexpr Field handshake_exponent_len{"tls.handshake.exponent_len", "Exponent Length", varies, Type::Uint16};
inline constexpr Field handshake_sig_len{"tls.handshake.sig_len", "Signature Length", varies, Type::Uint16};
inline constexpr Field handshake_p_len{"tls.handshake.p_len", "p Length", varies, Type::Uint16};
inline constexpr Field handshake_g_len{"tls.handshake.g_len", "g Length", varies, Type::Uint16};
inline constexpr Field handshake_ys_len{"tls.handshake.ys_len", "Pubkey Length", varies, Type::Uint16};
inline constexpr Field handshake_yc_len{"tls.handshake.yc_len", "Pubkey Length", varies, Type::Uint16};
inline constexpr Field handshake_client_point_len{"tls.handshake.client_point_len", "Pubkey Length", varies, Type::Uint8};
inline constexpr Field handshake_server_point_len{"tls.handshake.server_point_len", "Pubkey Length", varies, Type::Uint8};
inline constexpr Field handshake_p{"tls.handshake.p", "p", varies, Type::ByteArray};
inline constexpr Field handshake_g{"tls.handshake.g", "g", varies, Type::ByteArray};
inline constexpr Field handshake_server_curve_type{"tls.handshake.server_curve_type", "Curve Type", varies, Type::Uint8, Show::Hex, handshake_server_curve_type_labels};
inline constexpr Field handshake_server_named_curve{"tls.handshake.server_named_curve", "Named Curve", varies, Type::Uint16, Show::Hex, handshake_extensions_supported_group_labels};
inline constexpr Field handshake_ys{"tls.handshake.ys", "Pubkey", varies, Type::ByteArray};
inline constexpr Field handshake_yc{"tls.handshake.yc", "Pubkey", varies, Type::ByteArray};
inline constexpr Field handshake_server_point{"tls.handshake.server_point", "Pubkey", varies, Type::ByteArray};
inline constexpr Field handshake_client_point{"tls.handshake.client_point", "Pubkey", varies, Type::ByteArray};
inline constexpr Field handshake_xs_len{"tls.handshake.xs_len", "Pubkey Length", varies, Type::Uint8};
inline constexpr Field handshake_xc_len{"tls.handshake.xc_len", "Pubkey Length", varies, Type::Uint8};
inline constexpr Field handshake_xs{"tls.handshake.xs", "Pubkey", varies, Type::ByteArray};
inline constexpr Field handshake_xc{"tls.handshake.xc", "Pubkey", varies, Type::ByteArray};
inline constexpr Field handshake_vs_len{"tls.handshake.vs_len", "Ephemeral Pubkey Length", varies, Type::Uint8};
inline constexpr Field handshake_vc_len{"tls.handshake.vc_len", "Ephemeral Pubkey Length", varies, Type::Uint8};
inline constexpr Field handshake_vs{"tls.handshake.vs", "Ephemeral Pubkey", varies, Type::ByteArray};
inline constexpr Field handshake_vc{"tls.handshake.vc", "Ephemeral Pubkey", varies, Type::ByteArray};
inline constexpr Field handshake_rs_len{"tls.handshake.rs_len", "Schnorr signature Length", varies, Type::Uint8};
inline constexpr Field handshake_rc_len{"tls.handshake.rc_len", "Schnorr signature Length", varies, Type::Uint8};
inline constexpr Field handshake_rs{"tls.handshake.rs", "Schnorr signature", varies, Type::ByteArray};
inline constexpr Field handshake_rc{"tls.handshake.rc", "Schnorr signature", varies, Type::ByteArray};
inline constexpr Field handshake_modulus{"tls.handshake.modulus", "Modulus", varies, Type::ByteArray};
inline constexpr Field handshake_exponent{"tls.handshake.exponent", "Exponent", varies, Type::ByteArray};
inline constexpr Field handshake_sig{"tls.handshake.sig", "Signature", varies, Type::ByteArray};
inline constexpr Field handshake_hint_len{"tls.handshake.hint_len", "Hint Length", varies, Type::Uint16};
inline constexpr Field handshake_hint{"tls.handshake.hint", "Hint", varies, Type::ByteArray};
inline constexpr Field handshake_identity_len{"tls.handshake.identity_len", "Identity Length", varies, Type::Uint16};
inline constexpr Field handshake_identity{"tls.handshake.identity", "Identity", varies, Type::ByteArray};
inline constexpr Field handshake_extension_heartbeat_mode{"tls.handshake.extension.heartbeat.mode", "Mode", varies, Type::Uint8, Show::Decimal, handshake_extension_heartbeat_mode_labels};
inline constexpr Field handshake_certificates_length{"tls.handshake.certificates_length", "Certificates Length", varies, Type::Uint24};
inline constexpr Field handshake_certificates{"tls.handshake.certificates", "Certificates", varies, Type::None};
inline constexpr Field handshake_certificate{"tls.handshake.certificate", "Certificate", varies, Type::ByteArray};
inline constexpr Field handshake_certificate_length{"tls.handshake.certificate_length", "Certificate Length", varies, Type::Uint24};
inline constexpr Field handshake_cert_types_count{"tls.handshake.cert_types_count", "Certificate types count", varies, Type::Uint8};
inline constexpr Field handshake_cert_types{"tls.handshake.cert_types", "Certificate types", varies, Type::None};
inline constexpr Field handshake_dnames_len{"tls.handshake.dnames_len", "Distinguished Names Length", varies, Type::Uint16};
inline constexpr Field handshake_dnames{"tls.handshake.dnames", "Distinguished Names", varies, Type::None};
inline constexpr Field handshake_dname_len{"tls.handshake.dname_len", "Distinguished Name Length", varies, Type::Uint16};
inline constexpr Field handshake_dnames_truncated{"tls.handshake.dnames_truncated", "Tree view truncated", varies, Type::None};
inline constexpr Field handshake_dname{"tls.handshake.dname", "Distinguished Name", varies, Type::None};
inline constexpr Field handshake_random{"tls.handshake.random", "Random", varies, Type::ByteArray};
inline constexpr Field handshake_random_time{"tls.handshake.random_time", "GMT Unix Time", varies, Type::AbsoluteTime};
inline constexpr Field handshake_random_bytes{"tls.handshake.random_bytes", "Random Bytes", varies, Type::ByteArray};
inline constexpr Field handshake_session_id{"tls.handshake.session_id", "Session ID", varies, Type::ByteArray};
inline constexpr Field handshake_version{"tls.handshake.version", "Version", varies, Type::Uint16, Show::Hex, record_version_labels};
inline constexpr Field handshake_cipher_suites_length{"tls.handshake.cipher_suites_length", "Cipher Suites Length", varies, Type::Uint16};
inline constexpr Field handshake_ciphersuites{"tls.handshake.ciphersuites", "Cipher Suites", varies, Type::None};
inline constexpr Field handshake_ciphersuite{"tls.handshake.ciphersuite", "Cipher Suite", varies, Type::Uint16, Show::Hex, handshake_ciphersuite_labels};
inline constexpr Field handshake_comp_methods_length{"tls.handshake.comp_methods_length", "Compression Methods Length", varies, Type::Uint8};
inline constexpr Field handshake_comp_methods{"tls.handshake.comp_methods", "Compression Methods", varies, Type::None};
inline constexpr Field handshake_comp_method{"tls.handshake.comp_method", "Compression Method", varies, Type::Uint8, Show::Decimal, handshake_comp_method_labels};
inline constexpr Field handshake_session_ticket_lifetime_hint{"tls.handshake.session_ticket_lifetime_hint", "Session Ticket Lifetime Hint", varies, Type::Uint32};
inline constexpr Field handshake_session_ticket_age_add{"tls.handshake.session_ticket_age_add", "Session Ticket Age Add", varies, Type::Uint32};
inline constexpr Field handshake_session_ticket_nonce_length{"tls.handshake.session_ticket_nonce_length", "Session Ticket Nonce Length", varies, Type::Uint8};
inline constexpr Field handshake_session_ticket_nonce{"tls.handshake.session_ticket_nonce", "Session Ticket Nonce", varies, Type::ByteArray};
inline constexpr Field handshake_session_ticket_length{"tls.handshake.session_ticket_length", "Session Ticket Length", varies, Type::Uint16};
inline constexpr Field handshake_session_ticket{"tls.handshake.session_ticket", "Session Ticket", varies, Type::ByteArray};
inline constexpr Field handshake_verify_data{"tls.handshake.verify_data", "Verify Data", varies, Type::None};
inline constexpr Field handshake_client_cert_vrfy_sig_len{"tls.handshake.client_cert_vrfy.sig_len", "Signature length", varies, Type::Uint16};
inline constexpr Field handshake_client_cert_vrfy_sig{"tls.handshake.client_cert_vrfy.sig", "Signature", varies, Type::ByteArray};
inline constexpr Field handshake_ja3_full{"tls.handshake.ja3_full", "JA3 Fullstring", varies, Type::String};
inline constexpr Field handshake_ja3{"tls.handshake.ja3", "JA3", varies, Type::String};
inline constexpr Field handshake_ja3s_full{"tls.handshake.ja3s_full", "JA3S Fullstring", varies, Type::String};
inline constexpr Field handshake_ja3s{"tls.handshake.ja3s", "JA3S", varies, Type::String};
inline constexpr Field extension_psk_ke_modes_length{"tls.extension.psk_ke_modes_length", "PSK Key Exchange Modes Length", varies, Type::Uint8};
inline constexpr Field extension_psk_ke_mode{"tls.extension.psk_ke_mode", "PSK Key Exchange Mode", varies, Type::Uint8, Show::Decimal, extension_psk_ke_mode_labels};
inline constexpr Field handshake_certificate_request_context_length{"tls.handshake.certificate_request_context_length", "Certificate Request Context Length", varies, Type::Uint8};
inline constexpr Field handshake_certificate_request_context{"tls.handshake.certificate_request_context", "Certificate Request Context", varies, Type::ByteArray};
inline constexpr Field handshake_key_update_request_update{"tls.handshake.key_update.request_update", "Key Update Request", varies, Type::Uint8, Show::Decimal, handshake_key_update_request_update_labels};
inline constexpr Field handshake_cred_valid_time{"tls.handshake.cred.valid_time", "Valid Time", varies, Type::Uint16};
inline constexpr Field handshake_cred_pubkey{"tls.handshake.cred.pubkey", "Subject Public Key Info", varies, Type::ByteArray};
inline constexpr Field handshake_cred_pubkey_len{"tls.handshake.cred.pubkey_len", "Subject Public Key Info Length", varies, Type::Uint24};
inline constexpr Field handshake_cred_signature{"tls.handshake.cred.signature", "Signature", varies, Type::ByteArray};
inline constexpr Field handshake_cred_signature_len{"tls.handshake.cred.signature_len", "Signature Length", varies, Type::Uint16};
inline constexpr Field record_size_limit{"tls.record_size_limit", "Record Size Limit", varies, Type::Uint16};
inline constexpr Field handshake_extensions_alps_len{"tls.handshake.extensions_alps_len", "ALPS Extension Length", varies, Type::Uint16};
inline constexpr Field handshake_extensions_alps_alpn_list{"tls.handshake.extensions_alps_alpn_list", "Supported ALPN List", varies, Type::None};
inline constexpr Field handshake_extensions_alps_alpn_str_len{"tls.handshake.extensions_alps_alpn_str_len", "Supported ALPN Length", varies, Type::Uint8};
inline constexpr Field handshake_extensions_alps_alpn_str{"tls.handshake.extensions_alps_alpn_str", "Supported ALPN", varies, Type::String};
inline constexpr Field handshake_extensions_alps_settings{"tls.handshake.extensions_alps.settings", "ALPN Opaque Settings", varies, Type::ByteArray};
inline constexpr Field handshake_session_id_length_error{"tls.handshake.session_id_length.error", "Session ID length error", varies, Type::None};
inline constexpr Field handshake_status_request_undecoded{"tls.handshake.status_request.undecoded", "Responder ID list or Request Extensions are not implemented, contact Wireshark developers if you want this to be supported", varies, Type::None};
inline constexpr Field record_length_invalid{"tls.record.length.invalid", "Record fragment length is too small or too large", varies, Type::None};

inline constexpr const Field* all[] = {&record, &record_content_type, &record_opaque_type, &handshake_type,
    &record_version, &record_length, &app_data, &app_data_proto, &record_is_escape, &record_padding_length,
    &alert_message, &alert_message_level, &alert_message_desc, &handshake, &handshake_length,
    &handshake_npn_selected_protocol_len, &handshake_npn_selected_protocol, &handshake_npn_padding_len,
    &handshake_npn_padding, &handshake_md5_hash, &handshake_sha_hash, &handshake_challenge,
    &handshake_cipher_spec_len, &handshake_session_id_length, &handshake_challenge_length,
    &handshake_clear_key_length, &handshake_encrypted_key_length, &handshake_key_arg_length,
    &handshake_clear_key_data, &handshake_encrypted_key, &handshake_key_arg, &handshake_session_id_hit,
    &handshake_cert_type, &handshake_connection_id_length, &handshake_connection_id,
    &handshake_fragment_count, &handshake_fragment, &handshake_fragments, &handshake_reassembled_in,
    &change_cipher_spec, &handshake_extensions_length, &handshake_extension_type, &handshake_extension_len,
    &handshake_extension_data, &handshake_extensions_supported_groups_length,
    &handshake_extensions_supported_groups, &handshake_extensions_supported_group,
    &handshake_extensions_ec_point_formats_length, &handshake_extensions_ec_point_formats,
    &handshake_extensions_ec_point_format, &handshake_extensions_srp_len,
    &handshake_extensions_srp_username, &handshake_extensions_alpn_len, &handshake_extensions_alpn_list,
    &handshake_extensions_alpn_str_len, &handshake_extensions_alpn_str, &handshake_extensions_npn_str_len,
    &handshake_extensions_npn, &handshake_extensions_reneg_info_len, &handshake_extensions_reneg_info,
    &handshake_extensions_key_share_client_length, &handshake_extensions_key_share_group,
    &handshake_extensions_key_share_key_exchange_length, &handshake_extensions_key_share_key_exchange,
    &handshake_extensions_key_share_selected_group, &handshake_extensions_psk_identities_length,
    &handshake_extensions_psk_identity_identity_length, &handshake_extensions_psk_identity_identity,
    &handshake_extensions_psk_identity_obfuscated_ticket_age, &handshake_extensions_psk_binders_len,
    &handshake_extensions_psk_binders, &handshake_extensions_psk_identity_selected,
    &handshake_extensions_supported_versions_len, &handshake_extensions_supported_version,
    &handshake_extensions_cookie_len, &handshake_extensions_cookie,
    &handshake_extensions_server_name_list_len, &handshake_extensions_server_name_len,
    &handshake_extensions_server_name_type, &handshake_extensions_server_name,
    &handshake_max_fragment_length, &handshake_extensions_padding_data, &handshake_cert_url_type,
    &handshake_cert_url_url_hash_len, &handshake_cert_url_url_hash, &handshake_cert_url_url_len,
    &handshake_cert_type_type, &handshake_cert_type_types, &handshake_cert_type_types_len,
    &handshake_cert_url_url, &handshake_cert_url_padding, &handshake_cert_url_sha1,
    &handshake_extensions_status_request_type, &handshake_extensions_status_request_len,
    &handshake_extensions_status_request_responder_ids_len, &handshake_extensions_status_request_exts_len,
    &handshake_extensions_status_request_list_len, &handshake_ocsp_response_list_len,
    &handshake_ocsp_response_len, &handshake_sig_hash_alg_len, &handshake_sig_hash_algs,
    &handshake_sig_hash_alg, &handshake_sig_hash_hash, &handshake_sig_hash_sig, &handshake_epms_len,
    &handshake_epms, &handshake_modulus_len, &handshake_exponent_len, &handshake_sig_len, &handshake_p_len,
    &handshake_g_len, &handshake_ys_len, &handshake_yc_len, &handshake_client_point_len,
    &handshake_server_point_len, &handshake_p, &handshake_g, &handshake_server_curve_type,
    &handshake_server_named_curve, &handshake_ys, &handshake_yc, &handshake_server_point,
    &handshake_client_point, &handshake_xs_len, &handshake_xc_len, &handshake_xs, &handshake_xc,
    &handshake_vs_len, &handshake_vc_len, &handshake_vs, &handshake_vc, &handshake_rs_len,
    &handshake_rc_len, &handshake_rs, &handshake_rc, &handshake_modulus, &handshake_exponent,
    &handshake_sig, &handshake_hint_len, &handshake_hint, &handshake_identity_len, &handshake_identity,
    &handshake_extension_heartbeat_mode, &handshake_certificates_length, &handshake_certificates,
    &handshake_certificate, &handshake_certificate_length, &handshake_cert_types_count,
    &handshake_cert_types, &handshake_dnames_len, &handshake_dnames, &handshake_dname_len,
    &handshake_dnames_truncated, &handshake_dname, &handshake_random, &handshake_random_time,
    &handshake_random_bytes, &handshake_session_id, &handshake_version, &handshake_cipher_suites_length,
    &handshake_ciphersuites, &handshake_ciphersuite, &handshake_comp_methods_length,
    &handshake_comp_methods, &handshake_comp_method, &handshake_session_ticket_lifetime_hint,
    &handshake_session_ticket_age_add, &handshake_session_ticket_nonce_length,
    &handshake_session_ticket_nonce, &handshake_session_ticket_length, &handshake_session_ticket,
    &handshake_verify_data, &handshake_client_cert_vrfy_sig_len, &handshake_client_cert_vrfy_sig,
    &handshake_ja3_full, &handshake_ja3, &handshake_ja3s_full, &handshake_ja3s,
    &extension_psk_ke_modes_length, &extension_psk_ke_mode, &handshake_certificate_request_context_length,
    &handshake_certificate_request_context, &handshake_key_update_request_update,
    &handshake_cred_valid_time, &handshake_cred_pubkey, &handshake_cred_pubkey_len,
    &handshake_cred_signature, &handshake_cred_signature_len, &record_size_limit,
    &handshake_extensions_alps_len, &handshake_extensions_alps_alpn_list,
    &handshake_extensions_alps_alpn_str_len, &handshake_extensions_alps_alpn_str,
    &handshake_extensions_alps_settings, &handshake_session_id_length_error,
    &handshake_status_request_undecoded, &record_length_invalid};
// clang-format on

}  // namespace wiretale::tls::field
