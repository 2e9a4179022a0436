// Content that was compressed with gzip (RFC 1952), zlib (RFC 1950) or deflate (RFC 1951) and lies in memory.
#pragma once
#include <optional>
#include <vector>

#include "base/bytes.h"

namespace wiretale {

/// What one message may grow to; the rest of it is left out.
inline constexpr size_t longest_inflated = size_t{16} << 20;

/// The content, also when the end of `packed` is missing; nothing when it is none of the three.
[[nodiscard]] std::optional<std::vector<uint8_t>> inflated(Bytes packed);

}  // namespace wiretale
