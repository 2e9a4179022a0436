// A field: one fact about a protocol, declared once, then read, printed, filtered, exported and documented.
#pragma once
#include <array>
#include <string_view>

#include "base/bytes.h"
#include "packet/names.h"

namespace wiretale {

/// What a field's values are; the words are Wireshark's (FT_*).
enum class Type : uint8_t {
  ByWidth,  ///< Boolean for 1 bit, else the smallest Uint that holds the place
  None,
  Protocol,
  Boolean,
  Char,
  Uint8,
  Uint16,
  Uint24,
  Uint32,
  Uint40,
  Uint48,
  Uint56,
  Uint64,
  Int8,
  Int16,
  Int24,
  Int32,
  Int64,
  Float,
  Double,
  AbsoluteTime,
  RelativeTime,
  String,
  ByteArray,
  Ether,
  Ipv4,
  Ipv6,
  Guid,
  Oid,
  FrameNumber
};

/// How a number is shown.
enum class Show : uint8_t {
  Decimal,
  Hex,
  DecimalHex,
  HexDecimal,
  Octal,
  Flag,
  MaybeNone  ///< of bytes: that there are none is no mistake, "<none>"
};

/// Where a field lies in its layer's header, counted in bits from its first byte; width 0: it varies,
/// dissect() says.
struct Place {
  uint16_t bit = 0, width = 0;
  /// For fields of some bits: the run of bits that the pattern in the tree shows ("..0. ...."); by default
  /// the whole bytes that the field touches.
  uint16_t pattern_bit = 0, pattern_width = 0;
  /// The mask that exports show with the field's number; by default that of the pattern.
  static constexpr uint32_t mask_of_pattern = UINT32_MAX;
  uint32_t mask = mask_of_pattern;

  [[nodiscard]] constexpr unsigned first_byte() const {
    return (pattern_width != 0 ? pattern_bit : bit) / 8u;
  }
  [[nodiscard]] constexpr unsigned end_byte() const {
    return ((pattern_width != 0 ? pattern_bit + pattern_width : bit + width) + 7u) / 8u;
  }
  /// The same place for exports that show the number with this mask; 0: without one.
  [[nodiscard]] constexpr Place with_mask(uint32_t own) const {
    return {bit, width, pattern_bit, pattern_width, own};
  }
  /// The same place with the pattern of `count` bits from bit `first`.
  [[nodiscard]] constexpr Place within(unsigned first, unsigned count) const {
    return {bit, width, static_cast<uint16_t>(first), static_cast<uint16_t>(count)};
  }
};
[[nodiscard]] constexpr Place bytes(unsigned first, unsigned count) {
  return {static_cast<uint16_t>(first * 8), static_cast<uint16_t>(count * 8)};
}
/// `count` bits from the header's bit `first`, bit 0 being the highest of the first byte.
[[nodiscard]] constexpr Place bits(unsigned first, unsigned count) {
  const unsigned start = first / 8 * 8, end = (first + count + 7) / 8 * 8;
  if (start == first && end == first + count)
    return {static_cast<uint16_t>(first), static_cast<uint16_t>(count)};
  return {static_cast<uint16_t>(first), static_cast<uint16_t>(count), static_cast<uint16_t>(start),
          static_cast<uint16_t>(end - start)};
}
inline constexpr Place varies{};

struct Field {
  std::string_view name;   ///< Wireshark's filter name: "ip.ttl"
  std::string_view label;  ///< Wireshark's label: "Time to Live"
  Place place = varies;
  Type type = Type::ByWidth;
  Show show = Show::Decimal;
  Names names = {};            ///< of numbers; of a truth value: {1, "Yes"}, {0, "No"}
  std::string_view unit = {};  ///< behind the number in the tree: " bytes"

  /// The number at the field's place (at most 64 bits), or 0 when the header is too short.
  [[nodiscard]] constexpr uint64_t read(Bytes header) const {
    const size_t first = place.bit / 8u, last = (place.bit + place.width - 1u) / 8u;
    if (place.width == 0 || last >= header.size()) return 0;
    uint64_t value = 0;
    for (size_t i = first; i <= last; ++i) value = value << 8 | header[i];
    value >>= 8 * (last + 1) - place.bit - place.width;
    return place.width >= 64 ? value : value & ((uint64_t{1} << place.width) - 1);
  }
  /// The bytes at the field's place, or none when the header is too short.
  [[nodiscard]] constexpr Bytes bytes_in(Bytes header) const {
    const size_t first = place.bit / 8u, count = place.width / 8u;
    return first + count <= header.size() ? header.subspan(first, count) : Bytes{};
  }
  /// The type with ByWidth resolved.
  [[nodiscard]] constexpr Type value_type() const {
    if (type != Type::ByWidth) return type;
    if (place.width == 1) return Type::Boolean;
    if (place.width <= 8) return Type::Uint8;
    if (place.width <= 16) return Type::Uint16;
    if (place.width <= 24) return Type::Uint24;
    return place.width <= 32 ? Type::Uint32 : Type::Uint64;
  }
};

/// Several lists of fields as one, for protocols whose fields are declared in several files.
template <size_t... Sizes>
[[nodiscard]] constexpr auto joined_fields(const Field* const (&... lists)[Sizes]) {
  std::array<const Field*, (Sizes + ...)> all{};
  size_t next = 0;
  const auto add = [&](const auto& list) {
    for (const Field* field : list) all[next++] = field;
  };
  (add(lists), ...);
  return all;
}

}  // namespace wiretale
