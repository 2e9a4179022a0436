// What follows the payload in Ethernet frames: padding, trailers and checksums, in the field tree.
#pragma once
#include "packet/tree.h"
#include "protocols/checksum_labels.h"

namespace wiretale::ethernet {

inline constexpr Field padding{"eth.padding", "Padding", varies, Type::ByteArray};
inline constexpr Field trailer{"eth.trailer", "Trailer", varies, Type::ByteArray};
inline constexpr Field frame_check{"eth.fcs", "Frame check sequence", varies, Type::Uint32, Show::Hex};
inline constexpr Field frame_check_status{"eth.fcs.status", "FCS Status",  varies,
                                          Type::Uint8,      Show::Decimal, checksum_status_labels};
inline constexpr Field odd_padding{"eth.padding_bad", "Padding", varies, Type::None};
inline constexpr const Field* trailer_fields[] = {&padding, &trailer, &frame_check, &frame_check_status,
                                                  &odd_padding};

enum class Ends : uint8_t { MaybeWithChecksum, WithoutChecksum };

/// Writes what lies behind the payload, which ends at `start` of the layer; `before` bytes lie between the
/// frame's begin and the layer's. `rest` is eth.trailer or its like.
void put_trailer(FieldWriter& out, size_t start, size_t before, const Field& rest, Ends ends);

/// Where the payload of the layer being written ends: the next layer's end, or nothing when that is unknown.
[[nodiscard]] size_t payload_end(const FieldWriter& out);

}  // namespace wiretale::ethernet
