// The checksum of OSI protocols (ISO 8473 6.11, Fletcher's): two sums modulo 255 that the header's two octets
// bring to zero.
#pragma once
#include "packet/line.h"

namespace wiretale {

/// The two octets that belong at `offset`, whatever is there now.
[[nodiscard]] inline uint16_t osi_checksum(Bytes bytes, size_t offset) {
  uint32_t low = 0, high = 0;
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (i != offset && i != offset + 1) low += bytes[i];
    low %= 255;
    high = (high + low) % 255;
  }
  const auto weighted = static_cast<int64_t>(bytes.size() - offset) * low;
  // A residue of 0 and one of 255 mean the same; which of them is written follows tcpdump.
  const auto octet = [](int64_t value) {
    if (value < 0) --value;
    const int64_t residue = value % 255;
    return static_cast<uint8_t>(residue == 0 ? 1 : residue);
  };
  const int64_t first = weighted - low - high, second = static_cast<int64_t>(high) - weighted - 1;
  const uint8_t x = octet(first);
  const int64_t rounded = (second >= 0 ? second + 1 : second) % 255;
  const auto y = static_cast<uint8_t>(rounded == 0 ? 1 : rounded);
  return static_cast<uint16_t>(x << 8 | y);
}

/// " (correct)", " (incorrect should be 0x1234)" or, where it cannot be told, " (unverified)". `in` begins
/// where the sum begins and the checksum lies at `offset` from there.
inline void put_osi_verdict(Line& line, View in, uint16_t checksum, size_t offset, size_t length) {
  if (checksum == 0 || offset == 0 || !in.has(0, length) || offset > length) {
    line.put(" (unverified)");
    return;
  }
  const uint16_t right = osi_checksum(in.bytes(0, length), offset);
  if (right == checksum)
    line.put(" (correct)");
  else
    line.put(" (incorrect should be 0x", Hex{right, 4}, ')');
}

}  // namespace wiretale
