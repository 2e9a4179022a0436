// WireGuard: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"

namespace wiretale::wireguard::field {

inline constexpr Name type_labels[] = {
    {1, "Handshake Initiation"}, {2, "Handshake Response"}, {3, "Cookie Reply"}, {4, "Transport Data"}};

// One field on each line.
// clang-format off
inline constexpr Field type{"wg.type", "Type", varies, Type::Uint8, Show::Decimal, type_labels};
inline constexpr Field reserved{"wg.reserved", "Reserved", varies, Type::ByteArray};
inline constexpr Field sender{"wg.sender", "Sender", varies, Type::Uint32, Show::Hex};
inline constexpr Field ephemeral{"wg.ephemeral", "Ephemeral", varies, Type::String};
inline constexpr Field encrypted_static{"wg.encrypted_static", "Encrypted Static", varies, Type::None};
inline constexpr Field the_static{"wg.static", "Static Public Key", varies, Type::String};
inline constexpr Field encrypted_timestamp{"wg.encrypted_timestamp", "Encrypted Timestamp", varies, Type::None};
inline constexpr Field timestamp_tai64_label{"wg.timestamp.tai64_label", "TAI64 Label", varies, Type::Uint64};
inline constexpr Field timestamp_nanoseconds{"wg.timestamp.nanoseconds", "Nanoseconds", varies, Type::Uint32};
inline constexpr Field timestamp_value{"wg.timestamp.value", "Timestamp", varies, Type::AbsoluteTime};
inline constexpr Field mac1{"wg.mac1", "mac1", varies, Type::ByteArray};
inline constexpr Field mac2{"wg.mac2", "mac2", varies, Type::ByteArray};
inline constexpr Field receiver{"wg.receiver", "Receiver", varies, Type::Uint32, Show::Hex};
inline constexpr Field encrypted_empty{"wg.encrypted_empty", "Encrypted Empty", varies, Type::None};
inline constexpr Field handshake_ok{"wg.handshake_ok", "Handshake decryption successful", varies, Type::Boolean};
inline constexpr Field nonce{"wg.nonce", "Nonce", varies, Type::ByteArray};
inline constexpr Field encrypted_cookie{"wg.encrypted_cookie", "Encrypted Cookie", varies, Type::ByteArray};
inline constexpr Field counter{"wg.counter", "Counter", varies, Type::Uint64};
inline constexpr Field encrypted_packet{"wg.encrypted_packet", "Encrypted Packet", varies, Type::None};
inline constexpr Field stream{"wg.stream", "Stream index", varies, Type::Uint32};
inline constexpr Field response_in{"wg.response_in", "Response in Frame", varies, Type::FrameNumber};
inline constexpr Field response_to{"wg.response_to", "Response to Frame", varies, Type::FrameNumber};
inline constexpr Field receiver_pubkey{"wg.receiver_pubkey", "Receiver Static Public Key", varies, Type::String};
inline constexpr Field receiver_pubkey_known_privkey{"wg.receiver_pubkey.known_privkey", "Has Private Key", varies, Type::Boolean};
inline constexpr Field ephemeral_known_privkey{"wg.ephemeral.known_privkey", "Has Private Key", varies, Type::Boolean};
inline constexpr Field static_known_pubkey{"wg.static.known_pubkey", "Known Public Key", varies, Type::Boolean};
inline constexpr Field static_known_privkey{"wg.static.known_privkey", "Has Private Key", varies, Type::Boolean};
inline constexpr Field bad_packet_length{"wg.bad_packet_length", "Packet length is too small", varies, Type::None};
inline constexpr Field keepalive{"wg.keepalive", "This is a Keepalive message", varies, Type::None};
inline constexpr Field decryption_error{"wg.decryption_error", "Packet data decryption failed", varies, Type::None};
inline constexpr Field decryption_unsupported{"wg.decryption_unsupported", "Decryption unsupported (disable FIPS mode or upgrade Libgcrypt to 1.10.0 or higher)", varies, Type::None};
// clang-format on

inline constexpr const Field* all[] = {&type,
                                       &reserved,
                                       &sender,
                                       &ephemeral,
                                       &encrypted_static,
                                       &the_static,
                                       &encrypted_timestamp,
                                       &timestamp_tai64_label,
                                       &timestamp_nanoseconds,
                                       &timestamp_value,
                                       &mac1,
                                       &mac2,
                                       &receiver,
                                       &encrypted_empty,
                                       &handshake_ok,
                                       &nonce,
                                       &encrypted_cookie,
                                       &counter,
                                       &encrypted_packet,
                                       &stream,
                                       &response_in,
                                       &response_to,
                                       &receiver_pubkey,
                                       &receiver_pubkey_known_privkey,
                                       &ephemeral_known_privkey,
                                       &static_known_pubkey,
                                       &static_known_privkey,
                                       &bad_packet_length,
                                       &keepalive,
                                       &decryption_error,
                                       &decryption_unsupported};

}  // namespace wiretale::wireguard::field
