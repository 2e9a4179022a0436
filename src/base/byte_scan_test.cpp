// Finding the first byte of a kind.
#include "base/byte_scan.h"

#include <gtest/gtest.h>

#include <vector>

namespace wiretale {
namespace {

TEST(ByteScan, FindsEveryPlaceInEveryLength) {
  const auto is_wanted = [](auto c) { return (c < 0x20) | (c >= 0x7f); };
  for (size_t size = 0; size < 50; ++size) {
    std::vector<uint8_t> bytes(size, 'a');
    for (size_t begin = 0; begin <= size; ++begin) EXPECT_EQ(find_byte(bytes, begin, is_wanted), size);
    for (size_t place = 0; place < size; ++place)
      for (const uint8_t found : {0x00, 0x1f, 0x7f, 0xff}) {
        bytes[place] = found;
        for (size_t begin = 0; begin <= size; ++begin)
          EXPECT_EQ(find_byte(bytes, begin, is_wanted), begin <= place ? place : size);
        bytes[place] = 'a';
      }
  }
}

}  // namespace
}  // namespace wiretale
