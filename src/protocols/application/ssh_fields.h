// SSH: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"

namespace wiretale::ssh::field {

inline constexpr Name mac_status_labels[] = {
    {0, "Bad"}, {1, "Good"}, {2, "Unverified"}, {3, "Not present"}, {4, "Illegal"}};
inline constexpr Name message_code_labels[] = {{0, "No Message"},
                                               {1, "Disconnect"},
                                               {2, "Public Key"},
                                               {3, "Session Key"},
                                               {4, "User"},
                                               {5, "Service Request"},
                                               {6, "Service Accept"},
                                               {20, "Key Exchange Init"},
                                               {21, "New Keys"},
                                               {50, "User Authentication Request"},
                                               {51, "User Authentication Failure"},
                                               {52, "User Authentication Success"},
                                               {53, "User Authentication Banner"},
                                               {80, "Global Request"},
                                               {81, "Request Success"},
                                               {82, "Request Failure"},
                                               {90, "Channel Open"},
                                               {91, "Channel Open Confirmation"},
                                               {92, "Channel Open Failure"},
                                               {93, "Window Adjust"},
                                               {94, "Channel Data"},
                                               {95, "Channel Extended Data"},
                                               {96, "Channel EOF"},
                                               {97, "Channel Close"},
                                               {98, "Channel Request"},
                                               {99, "Channel Success"},
                                               {100, "Channel Failure"},
                                               {60, "Public Key algorithm accepted"},
                                               {30, "Diffie-Hellman Key Exchange Init"},
                                               {31, "Diffie-Hellman Key Exchange Reply"},
                                               {32, "Diffie-Hellman Group Exchange Init"},
                                               {33, "Diffie-Hellman Group Exchange Reply"},
                                               {34, "Diffie-Hellman Group Exchange Request"}};

// One field on each line.
// clang-format off
inline constexpr Field protocol{"ssh.protocol", "Protocol", varies, Type::String};
inline constexpr Field packet_length{"ssh.packet_length", "Packet Length", varies, Type::Uint32};
inline constexpr Field packet_length_encrypted{"ssh.packet_length_encrypted", "Packet Length (encrypted)", varies, Type::ByteArray};
inline constexpr Field padding_length{"ssh.padding_length", "Padding Length", varies, Type::Uint8};
inline constexpr Field payload{"ssh.payload", "Payload", varies, Type::ByteArray};
inline constexpr Field encrypted_packet{"ssh.encrypted_packet", "Encrypted Packet", varies, Type::ByteArray};
inline constexpr Field padding_string{"ssh.padding_string", "Padding String", varies, Type::ByteArray};
inline constexpr Field seq_num{"ssh.seq_num", "Sequence number", varies, Type::Uint32};
inline constexpr Field mac{"ssh.mac", "MAC", varies, Type::ByteArray};
inline constexpr Field mac_status{"ssh.mac.status", "MAC Status", varies, Type::Uint8, Show::Decimal, mac_status_labels};
inline constexpr Field direction{"ssh.direction", "Direction", varies, Type::Boolean};
inline constexpr Field message_code{"ssh.message_code", "Message Code", varies, Type::Uint8, Show::Decimal, message_code_labels};
inline constexpr Field cookie{"ssh.cookie", "Cookie", varies, Type::ByteArray};
inline constexpr Field kex_algorithms{"ssh.kex_algorithms", "kex_algorithms string", varies, Type::String};
inline constexpr Field server_host_key_algorithms{"ssh.server_host_key_algorithms", "server_host_key_algorithms string", varies, Type::String};
inline constexpr Field encryption_algorithms_client_to_server{"ssh.encryption_algorithms_client_to_server", "encryption_algorithms_client_to_server string", varies, Type::String};
inline constexpr Field encryption_algorithms_server_to_client{"ssh.encryption_algorithms_server_to_client", "encryption_algorithms_server_to_client string", varies, Type::String};
inline constexpr Field mac_algorithms_client_to_server{"ssh.mac_algorithms_client_to_server", "mac_algorithms_client_to_server string", varies, Type::String};
inline constexpr Field mac_algorithms_server_to_client{"ssh.mac_algorithms_server_to_client", "mac_algorithms_server_to_client string", varies, Type::String};
inline constexpr Field compression_algorithms_client_to_server{"ssh.compression_algorithms_client_to_server", "compression_algorithms_client_to_server string", varies, Type::String};
inline constexpr Field compression_algorithms_server_to_client{"ssh.compression_algorithms_server_to_client", "compression_algorithms_server_to_client string", varies, Type::String};
inline constexpr Field languages_client_to_server{"ssh.languages_client_to_server", "languages_client_to_server string", varies, Type::String};
inline constexpr Field languages_server_to_client{"ssh.languages_server_to_client", "languages_server_to_client string", varies, Type::String};
inline constexpr Field kex_algorithms_length{"ssh.kex_algorithms_length", "kex_algorithms length", varies, Type::Uint32};
inline constexpr Field server_host_key_algorithms_length{"ssh.server_host_key_algorithms_length", "server_host_key_algorithms length", varies, Type::Uint32};
inline constexpr Field encryption_algorithms_client_to_server_length{"ssh.encryption_algorithms_client_to_server_length", "encryption_algorithms_client_to_server length", varies, Type::Uint32};
inline constexpr Field encryption_algorithms_server_to_client_length{"ssh.encryption_algorithms_server_to_client_length", "encryption_algorithms_server_to_client length", varies, Type::Uint32};
inline constexpr Field mac_algorithms_client_to_server_length{"ssh.mac_algorithms_client_to_server_length", "mac_algorithms_client_to_server length", varies, Type::Uint32};
inline constexpr Field mac_algorithms_server_to_client_length{"ssh.mac_algorithms_server_to_client_length", "mac_algorithms_server_to_client length", varies, Type::Uint32};
inline constexpr Field compression_algorithms_client_to_server_length{"ssh.compression_algorithms_client_to_server_length", "compression_algorithms_client_to_server length", varies, Type::Uint32};
inline constexpr Field compression_algorithms_server_to_client_length{"ssh.compression_algorithms_server_to_client_length", "compression_algorithms_server_to_client length", varies, Type::Uint32};
inline constexpr Field languages_client_to_server_length{"ssh.languages_client_to_server_length", "languages_client_to_server length", varies, Type::Uint32};
inline constexpr Field languages_server_to_client_length{"ssh.languages_server_to_client_length", "languages_server_to_client length", varies, Type::Uint32};
inline constexpr Field first_kex_packet_follows{"ssh.first_kex_packet_follows", "First KEX Packet Follows", varies, Type::Uint8};
inline constexpr Field kex_reserved{"ssh.kex.reserved", "Reserved", varies, Type::ByteArray};
inline constexpr Field kex_hassh_algorithms{"ssh.kex.hassh_algorithms", "hasshAlgorithms", varies, Type::String};
inline constexpr Field kex_hassh{"ssh.kex.hassh", "hassh", varies, Type::String};
inline constexpr Field kex_hasshserver_algorithms{"ssh.kex.hasshserver_algorithms", "hasshServerAlgorithms", varies, Type::String};
inline constexpr Field kex_hasshserver{"ssh.kex.hasshserver", "hasshServer", varies, Type::String};
inline constexpr Field host_key_length{"ssh.host_key.length", "Host key length", varies, Type::Uint32};
inline constexpr Field host_key_type_length{"ssh.host_key.type_length", "Host key type length", varies, Type::Uint32};
inline constexpr Field host_key_type{"ssh.host_key.type", "Host key type", varies, Type::String};
inline constexpr Field host_key_data{"ssh.host_key.data", "Host key data", varies, Type::ByteArray};
inline constexpr Field host_key_rsa_n{"ssh.host_key.rsa.n", "RSA modulus (N)", varies, Type::ByteArray};
inline constexpr Field host_key_rsa_e{"ssh.host_key.rsa.e", "RSA public exponent (e)", varies, Type::ByteArray};
inline constexpr Field host_key_dsa_p{"ssh.host_key.dsa.p", "DSA prime modulus (p)", varies, Type::ByteArray};
inline constexpr Field host_key_dsa_q{"ssh.host_key.dsa.q", "DSA prime divisor (q)", varies, Type::ByteArray};
inline constexpr Field host_key_dsa_g{"ssh.host_key.dsa.g", "DSA subgroup generator (g)", varies, Type::ByteArray};
inline constexpr Field host_key_dsa_y{"ssh.host_key.dsa.y", "DSA public key (y)", varies, Type::ByteArray};
inline constexpr Field host_key_ecdsa_id{"ssh.host_key.ecdsa.id", "ECDSA elliptic curve identifier", varies, Type::String};
inline constexpr Field host_key_ecdsa_id_length{"ssh.host_key.ecdsa.id_length", "ECDSA elliptic curve identifier length", varies, Type::Uint32};
inline constexpr Field host_key_ecdsa_q{"ssh.host_key.ecdsa.q", "ECDSA public key (Q)", varies, Type::ByteArray};
inline constexpr Field host_key_ecdsa_q_length{"ssh.host_key.ecdsa.q_length", "ECDSA public key length", varies, Type::Uint32};
inline constexpr Field host_key_eddsa_key{"ssh.host_key.eddsa.key", "EdDSA public key", varies, Type::ByteArray};
inline constexpr Field host_key_eddsa_key_length{"ssh.host_key.eddsa.key_length", "EdDSA public key length", varies, Type::Uint32};
inline constexpr Field host_sig_length{"ssh.host_sig.length", "Host signature length", varies, Type::Uint32};
inline constexpr Field host_sig_type_length{"ssh.host_sig.type_length", "Host signature type length", varies, Type::Uint32};
inline constexpr Field host_sig_type{"ssh.host_sig.type", "Host signature type", varies, Type::String};
inline constexpr Field host_sig_data{"ssh.host_sig.data", "Host signature data", varies, Type::ByteArray};
inline constexpr Field host_sig_rsa{"ssh.host_sig.rsa", "RSA signature", varies, Type::ByteArray};
inline constexpr Field host_sig_dsa{"ssh.host_sig.dsa", "DSA signature", varies, Type::ByteArray};
inline constexpr Field dh_e{"ssh.dh.e", "DH client e", varies, Type::ByteArray};
inline constexpr Field dh_f{"ssh.dh.f", "DH server f", varies, Type::ByteArray};
inline constexpr Field dh_gex_min{"ssh.dh_gex.min", "DH GEX Min", varies, Type::Uint32};
inline constexpr Field dh_gex_nbits{"ssh.dh_gex.nbits", "DH GEX Number of Bits", varies, Type::Uint32};
inline constexpr Field dh_gex_max{"ssh.dh_gex.max", "DH GEX Max", varies, Type::Uint32};
inline constexpr Field dh_gex_p{"ssh.dh_gex.p", "DH GEX modulus (P)", varies, Type::ByteArray};
inline constexpr Field dh_gex_g{"ssh.dh_gex.g", "DH GEX base (G)", varies, Type::ByteArray};
inline constexpr Field ecdh_q_c{"ssh.ecdh.q_c", "ECDH client's ephemeral public key (Q_C)", varies, Type::ByteArray};
inline constexpr Field ecdh_q_c_length{"ssh.ecdh.q_c_length", "ECDH client's ephemeral public key length", varies, Type::Uint32};
inline constexpr Field ecdh_q_s{"ssh.ecdh.q_s", "ECDH server's ephemeral public key (Q_S)", varies, Type::ByteArray};
inline constexpr Field ecdh_q_s_length{"ssh.ecdh.q_s_length", "ECDH server's ephemeral public key length", varies, Type::Uint32};
inline constexpr Field mpint_length{"ssh.mpint_length", "Multi Precision Integer Length", varies, Type::Uint32};
inline constexpr Field ignore_data_length{"ssh.ignore_data_length", "Debug message length", varies, Type::Uint32};
inline constexpr Field ignore_data{"ssh.ignore_data", "Ignore data", varies, Type::ByteArray};
inline constexpr Field debug_always_display{"ssh.debug_always_display", "Always Display", varies, Type::Boolean};
inline constexpr Field debug_name_length{"ssh.debug_name_length", "Debug message length", varies, Type::Uint32};
inline constexpr Field debug_name{"ssh.debug_name", "Debug message", varies, Type::String};
inline constexpr Field service_name_length{"ssh.service_name_length", "Service Name length", varies, Type::Uint32};
inline constexpr Field service_name{"ssh.service_name", "Service Name", varies, Type::String};
inline constexpr Field disconnect_reason{"ssh.disconnect_reason", "Disconnect reason", varies, Type::Uint32, Show::Hex};
inline constexpr Field disconnect_description_length{"ssh.disconnect_description_length", "Disconnect description length", varies, Type::Uint32};
inline constexpr Field disconnect_description{"ssh.disconnect_description", "Disconnect description", varies, Type::String};
inline constexpr Field lang_tag_length{"ssh.lang_tag_length", "Language tag length", varies, Type::Uint32};
inline constexpr Field lang_tag{"ssh.lang_tag", "Language tag", varies, Type::String};
inline constexpr Field userauth_user_name_length{"ssh.userauth_user_name_length", "User Name length", varies, Type::Uint32};
inline constexpr Field userauth_user_name{"ssh.userauth_user_name", "User Name", varies, Type::String};
inline constexpr Field userauth_change_password{"ssh.userauth.change_password", "Change password", varies, Type::Boolean};
inline constexpr Field userauth_service_name_length{"ssh.userauth_service_name_length", "Service Name length", varies, Type::Uint32};
inline constexpr Field userauth_service_name{"ssh.userauth_service_name", "Service Name", varies, Type::String};
inline constexpr Field userauth_method_name_length{"ssh.userauth_method_name_length", "Method Name length", varies, Type::Uint32};
inline constexpr Field userauth_method_name{"ssh.userauth_method_name", "Method Name", varies, Type::String};
inline constexpr Field userauth_have_signature{"ssh.userauth.have_signature", "Have signature", varies, Type::Boolean};
inline constexpr Field userauth_password_length{"ssh.userauth_password_length", "Password length", varies, Type::Uint32};
inline constexpr Field userauth_password{"ssh.userauth_password", "Password", varies, Type::String};
inline constexpr Field userauth_new_password_length{"ssh.userauth_new_password_length", "New password length", varies, Type::Uint32};
inline constexpr Field userauth_new_password{"ssh.userauth_new_password", "New password", varies, Type::String};
inline constexpr Field auth_failure_cont_list_length{"ssh.auth_failure_cont_list_length", "Authentications that can continue list len", varies, Type::Uint32};
inline constexpr Field auth_failure_cont_list{"ssh.auth_failure_cont_list", "Authentications that can continue list", varies, Type::String};
inline constexpr Field userauth_partial_success{"ssh.userauth.partial_success", "Partial success", varies, Type::Boolean};
inline constexpr Field userauth_pka_name_length{"ssh.userauth_pka_name_length", "Public key algorithm name length", varies, Type::Uint32};
inline constexpr Field userauth_pka_name{"ssh.userauth_pka_name", "Public key algorithm name", varies, Type::String};
inline constexpr Field pk_blob_name_length{"ssh.pk_blob_name_length", "Public key blob algorithm name length", varies, Type::Uint32};
inline constexpr Field pk_blob_name{"ssh.pk_blob_name", "Public key blob algorithm name", varies, Type::String};
inline constexpr Field pk_blob_length{"ssh.pk_blob_length", "Public key blob length", varies, Type::Uint32};
inline constexpr Field blob_ssh_rsa_n{"ssh.blob.ssh-rsa.n", "ssh-rsa modulus (n)", varies, Type::ByteArray};
inline constexpr Field blob_ssh_rsa_e{"ssh.blob.ssh-rsa.e", "ssh-rsa public exponent (e)", varies, Type::ByteArray};
inline constexpr Field pk_sig_blob_length{"ssh.pk_sig_blob_length", "Public key signature blob length", varies, Type::Uint32};
inline constexpr Field pk_sig_blob_name_length{"ssh.pk_sig_blob_name_length", "Public key signature blob algorithm name length", varies, Type::Uint32};
inline constexpr Field pk_sig_blob_name{"ssh.pk_sig_blob_name", "Public key signature blob algorithm name", varies, Type::String};
inline constexpr Field sig_ssh_rsa_length{"ssh.sig.ssh-rsa.length", "ssh-rsa signature length", varies, Type::Uint32};
inline constexpr Field sig_ssh_rsa_s{"ssh.sig.ssh-rsa.s", "ssh-rsa signature (s)", varies, Type::ByteArray};
inline constexpr Field connection_type_name_length{"ssh.connection_type_name_length", "Channel type name length", varies, Type::Uint32};
inline constexpr Field connection_type_name{"ssh.connection_type_name", "Channel type name", varies, Type::String};
inline constexpr Field connection_sender_channel{"ssh.connection_sender_channel", "Sender channel", varies, Type::Uint32};
inline constexpr Field connection_recipient_channel{"ssh.connection_recipient_channel", "Recipient channel", varies, Type::Uint32};
inline constexpr Field connection_initial_window_size{"ssh.connection_initial_window_size", "Initial window size", varies, Type::Uint32};
inline constexpr Field userauth_maximum_packet_size{"ssh.userauth_maximum_packet_size", "Maximum packet size", varies, Type::Uint32};
inline constexpr Field global_request_name_length{"ssh.global_request_name_length", "Global request name length", varies, Type::Uint32};
inline constexpr Field global_request_name{"ssh.global_request_name", "Global request name", varies, Type::String};
inline constexpr Field global_request_want_reply{"ssh.global_request_want_reply", "Global request want reply", varies, Type::Uint8};
inline constexpr Field global_request_hostkeys{"ssh.global_request_hostkeys", "Host keys array length", varies, Type::Uint32};
inline constexpr Field channel_request_want_reply{"ssh.channel_request_want_reply", "Channel request want reply", varies, Type::Uint8};
inline constexpr Field subsystem_name_length{"ssh.subsystem_name_length", "Subsystem name length", varies, Type::Uint32};
inline constexpr Field subsystem_name{"ssh.subsystem_name", "Subsystem name", varies, Type::String};
inline constexpr Field exit_status{"ssh.exit_status", "Exit status", varies, Type::Uint32, Show::Hex};
inline constexpr Field channel_window_adjust{"ssh.channel_window_adjust", "Bytes to add", varies, Type::Uint32};
inline constexpr Field channel_data_length{"ssh.channel_data_length", "Data length", varies, Type::Uint32};
inline constexpr Field packet_length_error{"ssh.packet_length.error", "Overly large number", varies, Type::None};
inline constexpr Field packet_decode_error{"ssh.packet_decode.error", "Packet decoded length not equal to packet length", varies, Type::None};
inline constexpr Field key_length_error{"ssh.key_length.error", "Invalid key length", varies, Type::None};
inline constexpr Field mac_bad_expert{"ssh.mac_bad.expert", "Bad MAC", varies, Type::None};
// clang-format on

inline constexpr const Field* all[] = {&protocol,
                                       &packet_length,
                                       &packet_length_encrypted,
                                       &padding_length,
                                       &payload,
                                       &encrypted_packet,
                                       &padding_string,
                                       &seq_num,
                                       &mac,
                                       &mac_status,
                                       &direction,
                                       &message_code,
                                       &cookie,
                                       &kex_algorithms,
                                       &server_host_key_algorithms,
                                       &encryption_algorithms_client_to_server,
                                       &encryption_algorithms_server_to_client,
                                       &mac_algorithms_client_to_server,
                                       &mac_algorithms_server_to_client,
                                       &compression_algorithms_client_to_server,
                                       &compression_algorithms_server_to_client,
                                       &languages_client_to_server,
                                       &languages_server_to_client,
                                       &kex_algorithms_length,
                                       &server_host_key_algorithms_length,
                                       &encryption_algorithms_client_to_server_length,
                                       &encryption_algorithms_server_to_client_length,
                                       &mac_algorithms_client_to_server_length,
                                       &mac_algorithms_server_to_client_length,
                                       &compression_algorithms_client_to_server_length,
                                       &compression_algorithms_server_to_client_length,
                                       &languages_client_to_server_length,
                                       &languages_server_to_client_length,
                                       &first_kex_packet_follows,
                                       &kex_reserved,
                                       &kex_hassh_algorithms,
                                       &kex_hassh,
                                       &kex_hasshserver_algorithms,
                                       &kex_hasshserver,
                                       &host_key_length,
                                       &host_key_type_length,
                                       &host_key_type,
                                       &host_key_data,
                                       &host_key_rsa_n,
                                       &host_key_rsa_e,
                                       &host_key_dsa_p,
                                       &host_key_dsa_q,
                                       &host_key_dsa_g,
                                       &host_key_dsa_y,
                                       &host_key_ecdsa_id,
                                       &host_key_ecdsa_id_length,
                                       &host_key_ecdsa_q,
                                       &host_key_ecdsa_q_length,
                                       &host_key_eddsa_key,
                                       &host_key_eddsa_key_length,
                                       &host_sig_length,
                                       &host_sig_type_length,
                                       &host_sig_type,
                                       &host_sig_data,
                                       &host_sig_rsa,
                                       &host_sig_dsa,
                                       &dh_e,
                                       &dh_f,
                                       &dh_gex_min,
                                       &dh_gex_nbits,
                                       &dh_gex_max,
                                       &dh_gex_p,
                                       &dh_gex_g,
                                       &ecdh_q_c,
                                       &ecdh_q_c_length,
                                       &ecdh_q_s,
                                       &ecdh_q_s_length,
                                       &mpint_length,
                                       &ignore_data_length,
                                       &ignore_data,
                                       &debug_always_display,
                                       &debug_name_length,
                                       &debug_name,
                                       &service_name_length,
                                       &service_name,
                                       &disconnect_reason,
                                       &disconnect_description_length,
                                       &disconnect_description,
                                       &lang_tag_length,
                                       &lang_tag,
                                       &userauth_user_name_length,
                                       &userauth_user_name,
                                       &userauth_change_password,
                                       &userauth_service_name_length,
                                       &userauth_service_name,
                                       &userauth_method_name_length,
                                       &userauth_method_name,
                                       &userauth_have_signature,
                                       &userauth_password_length,
                                       &userauth_password,
                                       &userauth_new_password_length,
                                       &userauth_new_password,
                                       &auth_failure_cont_list_length,
                                       &auth_failure_cont_list,
                                       &userauth_partial_success,
                                       &userauth_pka_name_length,
                                       &userauth_pka_name,
                                       &pk_blob_name_length,
                                       &pk_blob_name,
                                       &pk_blob_length,
                                       &blob_ssh_rsa_n,
                                       &blob_ssh_rsa_e,
                                       &pk_sig_blob_length,
                                       &pk_sig_blob_name_length,
                                       &pk_sig_blob_name,
                                       &sig_ssh_rsa_length,
                                       &sig_ssh_rsa_s,
                                       &connection_type_name_length,
                                       &connection_type_name,
                                       &connection_sender_channel,
                                       &connection_recipient_channel,
                                       &connection_initial_window_size,
                                       &userauth_maximum_packet_size,
                                       &global_request_name_length,
                                       &global_request_name,
                                       &global_request_want_reply,
                                       &global_request_hostkeys,
                                       &channel_request_want_reply,
                                       &subsystem_name_length,
                                       &subsystem_name,
                                       &exit_status,
                                       &channel_window_adjust,
                                       &channel_data_length,
                                       &packet_length_error,
                                       &packet_decode_error,
                                       &key_length_error,
                                       &mac_bad_expert};

}  // namespace wiretale::ssh::field
