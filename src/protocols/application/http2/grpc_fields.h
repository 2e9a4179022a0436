// gRPC: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"

namespace wiretale::grpc::field {

inline constexpr Name frame_type_labels[] = {{0, "Data"}, {1, "Trailer"}};
inline constexpr Name compressed_flag_labels[] = {{0, "Not Compressed"}, {1, "Compressed"}};

// One field on each line.
// clang-format off
inline constexpr Field frame_type{"grpc.frame_type", "Frame Type", bits(0, 1).within(0, 8), Type::Uint8, Show::Decimal, frame_type_labels};
inline constexpr Field compressed_flag{"grpc.compressed_flag", "Compressed Flag", bits(7, 1).within(0, 8), Type::Uint8, Show::Decimal, compressed_flag_labels};
inline constexpr Field message_length{"grpc.message_length", "Message Length", varies, Type::Uint32};
inline constexpr Field message_data{"grpc.message_data", "Message Data", varies, Type::ByteArray};
inline constexpr Field body_decompression_failed{"grpc.body_decompression_failed", "Body decompression failed", varies, Type::None};
inline constexpr Field body_malformed{"grpc.body_malformed", "Malformed message data", varies, Type::None};
// clang-format on

inline constexpr const Field* all[] = {&frame_type,   &compressed_flag,           &message_length,
                                       &message_data, &body_decompression_failed, &body_malformed};

}  // namespace wiretale::grpc::field
