// A cursor: reads forward through borrowed bytes and never past their end.
#pragma once
#include "base/bytes.h"

namespace wiretale {

/// Reads big-endian numbers and runs of bytes. A read past the end yields zero (or an empty span), moves to
/// the end and makes the cursor short: do a run of reads, then ask ok() once.
class Cursor {
 public:
  explicit Cursor(Bytes bytes) : begin_(bytes.data()), next_(begin_), end_(begin_ + bytes.size()) {}

  /// The next `size` bytes, or an empty span when fewer are left.
  Bytes take(size_t size) {
    if (size > left()) [[unlikely]] {
      fail();
      return {};
    }
    const Bytes taken{next_, size};
    next_ += size;
    return taken;
  }
  void skip(size_t size) { (void)take(size); }
  uint8_t u8() {
    const Bytes b = take(1);
    return b.empty() ? uint8_t{0} : b[0];
  }
  uint16_t u16() {
    const Bytes b = take(2);
    return b.empty() ? uint16_t{0} : be16(b.data());
  }
  uint32_t u24() {
    const Bytes b = take(3);
    return b.empty() ? uint32_t{0} : be24(b.data());
  }
  uint32_t u32() {
    const Bytes b = take(4);
    return b.empty() ? uint32_t{0} : be32(b.data());
  }
  uint64_t u64() {
    const Bytes b = take(8);
    return b.empty() ? uint64_t{0} : be64(b.data());
  }

  /// Frames what follows: from now on at most `size` bytes are left.
  void limit(size_t size) {
    if (size < left()) end_ = next_ + size;
  }
  /// A cursor over the next `size` bytes, which this one passes over.
  Cursor sub(size_t size) { return Cursor{take(size)}; }
  /// What is left, without moving.
  [[nodiscard]] Bytes rest() const { return {next_, left()}; }

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] size_t left() const { return static_cast<size_t>(end_ - next_); }
  [[nodiscard]] size_t offset() const { return static_cast<size_t>(next_ - begin_); }

 private:
  void fail() {
    next_ = end_;
    ok_ = false;
  }
  const uint8_t *begin_, *next_, *end_;
  bool ok_ = true;
};

}  // namespace wiretale
