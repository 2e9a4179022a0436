// Dumps in tcpdump's form.
#include "packet/hex_dump.h"

#include <gtest/gtest.h>

namespace wiretale {
namespace {

constexpr auto hex = [](Text& text, Bytes bytes) { append_hex(text, bytes); };
constexpr auto hex_and_ascii = [](Text& text, Bytes bytes) { append_hex_and_ascii(text, bytes); };
constexpr auto ascii = [](Text& text, Bytes bytes) { append_ascii(text, bytes); };

std::string dumped(const auto& append, std::string_view bytes) {
  Text text;
  append(text, {reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()});
  return std::string(text.view());
}

TEST(HexDump, RowsOfSixteenWithUnalignedEnds) {
  EXPECT_EQ(dumped(hex, ""), "");
  EXPECT_EQ(dumped(hex, "a"), "\n\t0x0000:  61");
  EXPECT_EQ(dumped(hex, "abcdefghijklmnopqrs"),
            "\n\t0x0000:  6162 6364 6566 6768 696a 6b6c 6d6e 6f70\n\t0x0010:  7172 73");
  EXPECT_EQ(dumped(hex_and_ascii, "ab c"), "\n\t0x0000:  6162 2063                                ab.c");
  EXPECT_EQ(dumped(hex_and_ascii, "abcdefghijklmnop"),
            "\n\t0x0000:  6162 6364 6566 6768 696a 6b6c 6d6e 6f70  abcdefghijklmnop");
}

TEST(HexDump, OffsetsGrowBeyondFourDigits) {
  const std::string text = dumped(hex, std::string(0x10001, 'x'));
  EXPECT_NE(text.find("\n\t0xfff0:  "), std::string::npos);
  EXPECT_TRUE(text.ends_with("\n\t0x10000:  78"));
}

TEST(HexDump, TextKeepsLinesAndDropsTheirCarriageReturns) {
  EXPECT_EQ(dumped(ascii, ""), "\n");
  EXPECT_EQ(dumped(ascii, "GET / HTTP/1.1\r\nA:\tb\r\n\r\n"), "\nGET / HTTP/1.1\nA:\tb\n\n");
  EXPECT_EQ(dumped(ascii, "a\rb\x01\x7f\xff c\r"), "\na.b... c");
}

}  // namespace
}  // namespace wiretale
