// Decompression in memory.
#include "base/inflate.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <string_view>

namespace wiretale {
namespace {

std::vector<uint8_t> packed(std::string_view text, int window_bits) {
  z_stream state{};
  EXPECT_EQ(deflateInit2(&state, 9, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::vector<uint8_t> bytes(text.size() + 100);
  state.next_in = reinterpret_cast<uint8_t*>(const_cast<char*>(text.data()));
  state.avail_in = static_cast<uInt>(text.size());
  state.next_out = bytes.data();
  state.avail_out = static_cast<uInt>(bytes.size());
  EXPECT_EQ(deflate(&state, Z_FINISH), Z_STREAM_END);
  bytes.resize(bytes.size() - state.avail_out);
  deflateEnd(&state);
  return bytes;
}

std::string_view words(const std::vector<uint8_t>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

TEST(Inflate, ReadsGzipZlibAndPlainDeflate) {
  for (const int window_bits : {15 + 16, 15, -15}) {
    const auto content = inflated(packed("hello hello hello", window_bits));
    ASSERT_TRUE(content) << window_bits;
    EXPECT_EQ(words(*content), "hello hello hello");
  }
}

TEST(Inflate, StopsAtItsLimit) {
  const std::string zeros(longest_inflated + 100, '\0');
  const auto content = inflated(packed(zeros, 15 + 16));
  ASSERT_TRUE(content);
  EXPECT_EQ(content->size(), longest_inflated);
}

TEST(Inflate, KeepsWhatCameOfACutMessage) {
  auto bytes = packed("0123456789abcdefghijklmnopqrstuvwxyz", 15 + 16);
  bytes.resize(bytes.size() - 12);
  const auto content = inflated(bytes);
  ASSERT_TRUE(content);
  EXPECT_TRUE(std::string_view("0123456789abcdefghijklmnopqrstuvwxyz").starts_with(words(*content)));
}

TEST(Inflate, RefusesOtherBytes) {
  EXPECT_FALSE(inflated({}));
  const uint8_t noise[] = {0xff, 0xfe, 0x00, 0x12};
  EXPECT_FALSE(inflated(noise));
}

}  // namespace
}  // namespace wiretale
