// A view: the captured bytes of one layer, and the length that its parent claims for it.
#pragma once
#include <algorithm>

#include "base/bytes.h"

namespace wiretale {

/// Thrown by View when a printer asks for bytes that were not captured. The frame printer catches it once per
/// packet and ends the line with "[|protocol]"; what was printed before stays. (Printers of hot protocols ask
/// has() first.)
struct Truncated {};

/// Bytes for the one-line printers. `captured()` bytes may be read; `length()` is what the parent's header
/// claims, which may be more (snap length) or less (padding, trailers). Every read is checked and throws
/// Truncated.
class View {
 public:
  View() = default;
  View(const uint8_t* data, size_t captured, size_t length)
      : data_(data), captured_(static_cast<uint32_t>(captured)), length_(static_cast<uint32_t>(length)) {}
  explicit View(Bytes bytes) : View(bytes.data(), bytes.size(), bytes.size()) {}

  [[nodiscard]] size_t captured() const { return captured_; }
  [[nodiscard]] size_t length() const { return length_; }
  [[nodiscard]] bool has(size_t at, size_t count) const { return at <= captured_ && count <= captured_ - at; }
  /// Throws Truncated unless `count` bytes from `at` were captured.
  void need(size_t at, size_t count) const {
    if (!has(at, count)) [[unlikely]]
      throw Truncated{};
  }

  [[nodiscard]] uint8_t u8(size_t at) const { return *at_least(at, 1); }
  [[nodiscard]] uint16_t u16(size_t at) const { return be16(at_least(at, 2)); }
  [[nodiscard]] uint32_t u24(size_t at) const { return be24(at_least(at, 3)); }
  [[nodiscard]] uint32_t u32(size_t at) const { return be32(at_least(at, 4)); }
  [[nodiscard]] uint64_t u40(size_t at) const { return uint64_t{u8(at)} << 32 | u32(at + 1); }
  [[nodiscard]] uint64_t u48(size_t at) const { return uint64_t{u16(at)} << 32 | u32(at + 2); }
  [[nodiscard]] uint64_t u64(size_t at) const { return be64(at_least(at, 8)); }
  [[nodiscard]] int8_t s8(size_t at) const { return static_cast<int8_t>(u8(at)); }
  [[nodiscard]] int16_t s16(size_t at) const { return static_cast<int16_t>(u16(at)); }
  [[nodiscard]] int32_t s32(size_t at) const { return static_cast<int32_t>(u32(at)); }
  [[nodiscard]] uint16_t little16(size_t at) const { return le16(at_least(at, 2)); }
  [[nodiscard]] uint32_t little32(size_t at) const { return le32(at_least(at, 4)); }
  [[nodiscard]] uint64_t little64(size_t at) const { return le64(at_least(at, 8)); }
  /// A pointer to `count` readable bytes, for addresses.
  [[nodiscard]] const uint8_t* at_least(size_t at, size_t count) const {
    need(at, count);
    return data_ + at;
  }
  [[nodiscard]] Bytes bytes(size_t at, size_t count) const { return {at_least(at, count), count}; }
  /// The captured bytes from `at` on, at most `count`; never throws.
  [[nodiscard]] Bytes available(size_t at, size_t count) const {
    if (at >= captured_) return {};
    return {data_ + at, std::min<size_t>(count, captured_ - at)};
  }
  /// All captured bytes, whatever length is claimed.
  [[nodiscard]] Bytes all() const { return {data_, captured_}; }

  /// What follows the first `count` bytes; both lengths shrink, down to 0.
  [[nodiscard]] View from(size_t count) const {
    const size_t step = std::min<size_t>(count, captured_);
    return {data_ + step, captured_ - step, length_ - std::min<size_t>(count, length_)};
  }
  /// The same bytes framed: at most `count` are claimed and readable.
  [[nodiscard]] View limit(size_t count) const {
    return {data_, std::min<size_t>(count, captured_), std::min<size_t>(count, length_)};
  }
  /// `count` claimed and readable bytes from `at` on (fewer where fewer were captured).
  [[nodiscard]] View part(size_t at, size_t count) const { return from(at).limit(count); }
  /// The same readable bytes with another claimed length.
  [[nodiscard]] View with_length(size_t length) const { return {data_, captured_, length}; }

 private:
  const uint8_t* data_ = nullptr;
  uint32_t captured_ = 0;
  uint32_t length_ = 0;
};

}  // namespace wiretale
