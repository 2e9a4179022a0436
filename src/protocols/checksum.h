// The Internet checksum (RFC 1071).
#pragma once
#include "base/bytes.h"

namespace wiretale {

/// Adds up 16-bit words; several runs of bytes may be added, each but the last of even length.
class Checksum {
 public:
  Checksum& add(Bytes bytes) {
    const uint8_t* at = bytes.data();
    size_t left = bytes.size();
    // 32 bytes at a time, in sums side by side that cannot overflow: bytes are fewer than 2^34.
    if (left >= 64) {
      using Block [[gnu::vector_size(16)]] = uint64_t;
      Block sums[4]{};
      for (; left >= 32; left -= 32, at += 32) {
        Block first, second;
        std::memcpy(&first, at, sizeof first);
        std::memcpy(&second, at + 16, sizeof second);
        sums[0] += first & 0xffffffff;
        sums[1] += first >> 32;
        sums[2] += second & 0xffffffff;
        sums[3] += second >> 32;
      }
      for (const Block& sum : sums) sum_ += sum[0] + sum[1];
    }
    for (; left >= 8; left -= 8, at += 8) {
      const auto word = load<uint64_t>(at);
      sum_ += word & 0xffffffff;
      sum_ += word >> 32;
    }
    for (; left >= 2; left -= 2, at += 2) sum_ += load<uint16_t>(at);
    if (left == 1) sum_ += *at;
    return *this;
  }
  /// A number in the machine's order, as two network-order words.
  Checksum& add32(uint32_t number) {
    number = swapped(number);
    sum_ += number & 0xffff;
    sum_ += number >> 16;
    return *this;
  }
  /// The complement of the sum, in the machine's order; 0 when the bytes held a right checksum.
  [[nodiscard]] uint16_t value() const {
    uint64_t sum = sum_;
    while (sum >> 16 != 0) sum = (sum & 0xffff) + (sum >> 16);
    return swapped(static_cast<uint16_t>(~sum));
  }

 private:
  uint64_t sum_ = 0;
};

}  // namespace wiretale
