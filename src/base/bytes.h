// Bytes that somebody else owns, and numbers in either byte order read from them.
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace wiretale {

using std::int16_t, std::int32_t, std::int64_t, std::size_t, std::uint16_t, std::uint32_t, std::uint64_t,
    std::uint8_t;

/// Borrowed bytes; the owner outlives the span.
using Bytes = std::span<const uint8_t>;

/// The unsigned number of type Number at `from` in the machine's order; `from` needs no alignment.
template <class Number>
[[nodiscard]] inline Number load(const uint8_t* from) {
  Number value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

[[nodiscard]] constexpr uint16_t swapped(uint16_t v) { return __builtin_bswap16(v); }
[[nodiscard]] constexpr uint32_t swapped(uint32_t v) { return __builtin_bswap32(v); }
[[nodiscard]] constexpr uint64_t swapped(uint64_t v) { return __builtin_bswap64(v); }

/// Network order (big-endian) numbers.
template <class Number>
[[nodiscard]] inline Number load_be(const uint8_t* from) {
  static_assert(std::endian::native == std::endian::little);
  return swapped(load<Number>(from));
}
[[nodiscard]] inline uint16_t be16(const uint8_t* from) { return load_be<uint16_t>(from); }
[[nodiscard]] inline uint32_t be24(const uint8_t* from) { return uint32_t{from[0]} << 16 | be16(from + 1); }
[[nodiscard]] inline uint32_t be32(const uint8_t* from) { return load_be<uint32_t>(from); }
[[nodiscard]] inline uint64_t be64(const uint8_t* from) { return load_be<uint64_t>(from); }

/// Little-endian numbers.
[[nodiscard]] inline uint16_t le16(const uint8_t* from) { return load<uint16_t>(from); }
[[nodiscard]] inline uint32_t le32(const uint8_t* from) { return load<uint32_t>(from); }
[[nodiscard]] inline uint64_t le64(const uint8_t* from) { return load<uint64_t>(from); }

}  // namespace wiretale
