// MD5 (RFC 1321).
#include "base/md5.h"

#include <cmath>
#include <string>

namespace wiretale {
namespace {

constexpr unsigned rotations[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};

/// The integer parts of 2^32 times |sin(i + 1)| (RFC 1321 3.4).
std::array<uint32_t, 64> make_sines() {
  std::array<uint32_t, 64> sines{};
  for (size_t i = 0; i < sines.size(); ++i)
    sines[i] =
        static_cast<uint32_t>(std::floor(std::fabs(std::sin(static_cast<double>(i + 1))) * 4294967296.0));
  return sines;
}

void add_block(std::array<uint32_t, 4>& state, const uint8_t* block) {
  static const std::array<uint32_t, 64> sines = make_sines();
  auto [a, b, c, d] = state;
  for (unsigned i = 0; i < 64; ++i) {
    uint32_t mixed = 0;
    unsigned word = 0;
    switch (i / 16) {
      case 0:
        mixed = (b & c) | (~b & d);
        word = i;
        break;
      case 1:
        mixed = (d & b) | (~d & c);
        word = (5 * i + 1) % 16;
        break;
      case 2:
        mixed = b ^ c ^ d;
        word = (3 * i + 5) % 16;
        break;
      default: mixed = c ^ (b | ~d); word = 7 * i % 16;
    }
    const uint32_t sum = a + mixed + sines[i] + le32(block + size_t{word} * 4);
    a = d;
    d = c;
    c = b;
    b += std::rotl(sum, static_cast<int>(rotations[i / 16][i % 4]));
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
}

}  // namespace

std::array<uint8_t, 16> md5(std::string_view message) {
  std::array<uint32_t, 4> state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
  std::string padded(message);
  padded += static_cast<char>(0x80);
  while (padded.size() % 64 != 56) padded += '\0';
  for (unsigned i = 0; i < 8; ++i) padded += static_cast<char>(message.size() * 8 >> (8 * i) & 255);
  for (size_t at = 0; at < padded.size(); at += 64)
    add_block(state, reinterpret_cast<const uint8_t*>(padded.data()) + at);
  std::array<uint8_t, 16> digest{};
  for (unsigned i = 0; i < 16; ++i) digest[i] = static_cast<uint8_t>(state[i / 4] >> (8 * (i % 4)));
  return digest;
}

}  // namespace wiretale
