// Finding the first byte of a kind, sixteen at a time: for text, of which nearly all bytes are of the other
// kind.
#pragma once
#include "base/bytes.h"

namespace wiretale {

/// Where the first byte from `at` on is for which `is_wanted` holds, or the number of bytes when there is
/// none. `is_wanted` is asked with one byte and with a vector of sixteen, so it is written with | and &
/// alone.
template <class IsWanted>
[[nodiscard]] size_t find_byte(Bytes bytes, size_t at, IsWanted is_wanted) {
  using Block [[gnu::vector_size(16)]] = uint8_t;
  for (; at + sizeof(Block) <= bytes.size(); at += sizeof(Block)) {
    Block block;
    std::memcpy(&block, &bytes[at], sizeof block);
    const auto wanted = is_wanted(block);  // all bits of each byte, or none
    uint64_t halves[2];
    std::memcpy(halves, &wanted, sizeof halves);
    if ((halves[0] | halves[1]) != 0) break;
  }
  while (at < bytes.size() && !is_wanted(bytes[at])) ++at;
  return at;
}

}  // namespace wiretale
