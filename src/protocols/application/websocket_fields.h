// WebSocket: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"

namespace wiretale::websocket::field {

inline constexpr Name opcode_labels[] = {{0, "Continuation"},     {1, "Text"}, {2, "Binary"},
                                         {8, "Connection Close"}, {9, "Ping"}, {10, "Pong"}};
inline constexpr Name payload_close_status_code_labels[] = {
    {1000, "Normal Closure"},   {1001, "Going Away"},
    {1002, "Protocol error"},   {1003, "Unsupported Data"},
    {1004, "---Reserved----"},  {1005, "No Status Rcvd"},
    {1006, "Abnormal Closure"}, {1007, "Invalid frame payload data"},
    {1008, "Policy Violation"}, {1009, "Message Too Big"},
    {1010, "Mandatory Ext."},   {1011, "Internal Server"},
    {1015, "TLS handshake"}};

// One field on each line.
// clang-format off
inline constexpr Field fin{"websocket.fin", "Fin", bits(0, 1).within(0, 8), Type::Boolean};
inline constexpr Field rsv{"websocket.rsv", "Reserved", bits(1, 3).within(0, 8), Type::Uint8, Show::Hex};
inline constexpr Field pmc{"websocket.pmc", "Per-Message Compressed", bits(1, 1).within(0, 8), Type::Boolean};
inline constexpr Field opcode{"websocket.opcode", "Opcode", bits(4, 4).within(0, 8), Type::Uint8, Show::Decimal, opcode_labels};
inline constexpr Field mask{"websocket.mask", "Mask", bits(0, 1).within(0, 8), Type::Boolean};
inline constexpr Field payload_length{"websocket.payload_length", "Payload length", bits(1, 7).within(0, 8), Type::Uint8};
inline constexpr Field payload_length_ext_16{"websocket.payload_length_ext_16", "Extended Payload length (16 bits)", varies, Type::Uint16};
inline constexpr Field payload_length_ext_64{"websocket.payload_length_ext_64", "Extended Payload length (64 bits)", varies, Type::Uint64};
inline constexpr Field masking_key{"websocket.masking_key", "Masking-Key", varies, Type::ByteArray};
inline constexpr Field payload{"websocket.payload", "Payload", varies, Type::None};
inline constexpr Field masked_payload{"websocket.masked_payload", "Masked payload", varies, Type::None};
inline constexpr Field payload_continue{"websocket.payload.continue", "Continue", varies, Type::ByteArray};
inline constexpr Field payload_text{"websocket.payload.text", "Text", varies, Type::String};
inline constexpr Field payload_close{"websocket.payload.close", "Close", varies, Type::None};
inline constexpr Field payload_close_status_code{"websocket.payload.close.status_code", "Status code", varies, Type::Uint16, Show::Decimal, payload_close_status_code_labels};
inline constexpr Field payload_close_reason{"websocket.payload.close.reason", "Reason", varies, Type::String};
inline constexpr Field payload_ping{"websocket.payload.ping", "Ping", varies, Type::ByteArray};
inline constexpr Field payload_pong{"websocket.payload.pong", "Pong", varies, Type::ByteArray};
inline constexpr Field payload_unknown{"websocket.payload.unknown", "Unknown", varies, Type::ByteArray};
inline constexpr Field fragments{"websocket.fragments", "Reassembled websocket Fragments", varies, Type::None};
inline constexpr Field fragment{"websocket.fragment", "Websocket Fragment", varies, Type::FrameNumber};
inline constexpr Field fragment_overlap{"websocket.fragment.overlap", "Fragment overlap", varies, Type::Boolean};
inline constexpr Field fragment_overlap_conflict{"websocket.fragment.overlap.conflict", "Conflicting data in fragment overlap", varies, Type::Boolean};
inline constexpr Field fragment_multipletails{"websocket.fragment.multipletails", "Multiple tail fragments found", varies, Type::Boolean};
inline constexpr Field fragment_toolongfragment{"websocket.fragment.toolongfragment", "Fragment too long", varies, Type::Boolean};
inline constexpr Field fragment_error{"websocket.fragment.error", "Defragmentation error", varies, Type::FrameNumber};
inline constexpr Field fragment_count{"websocket.fragment.count", "Fragment count", varies, Type::Uint32};
inline constexpr Field reassembled_length{"websocket.reassembled.length", "Reassembled websocket Payload length", varies, Type::Uint32};
inline constexpr Field payload_unknown_expert{"websocket.payload.unknown.expert", "Dissector for Websocket Opcode", varies, Type::None};
inline constexpr Field decompression_failed_expert{"websocket.decompression.failed.expert", "Decompression failed", varies, Type::None};
// clang-format on

inline constexpr const Field* all[] = {&fin,
                                       &rsv,
                                       &pmc,
                                       &opcode,
                                       &mask,
                                       &payload_length,
                                       &payload_length_ext_16,
                                       &payload_length_ext_64,
                                       &masking_key,
                                       &payload,
                                       &masked_payload,
                                       &payload_continue,
                                       &payload_text,
                                       &payload_close,
                                       &payload_close_status_code,
                                       &payload_close_reason,
                                       &payload_ping,
                                       &payload_pong,
                                       &payload_unknown,
                                       &fragments,
                                       &fragment,
                                       &fragment_overlap,
                                       &fragment_overlap_conflict,
                                       &fragment_multipletails,
                                       &fragment_toolongfragment,
                                       &fragment_error,
                                       &fragment_count,
                                       &reassembled_length,
                                       &payload_unknown_expert,
                                       &decompression_failed_expert};

}  // namespace wiretale::websocket::field
