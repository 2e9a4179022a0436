// Text: numbers, padding and addresses come out as other tools write them.
#include "base/text.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>

#include <limits>

namespace wiretale {
namespace {

TEST(Text, WritesIntegersOfEveryWidth) {
  EXPECT_EQ(text_of(uint8_t{0}, ' ', uint16_t{65535}, ' ', uint64_t{18446744073709551615u}),
            "0 65535 18446744073709551615");
  EXPECT_EQ(text_of(-1, ' ', std::numeric_limits<int64_t>::min()), "-1 -9223372036854775808");
  EXPECT_EQ(text_of(Hex{0xbeef, 8}, ' ', Hex{0}, ' ', HexUpper{0xab, 2}, ' ', Octal{8, 3}),
            "0000beef 0 AB 010");
  EXPECT_EQ(text_of(Padded{7, 3, '0'}, '|', Left{"ab", 4}, '|', Fixed{1.005, 2}), "007|ab  |1.00");
}

TEST(Text, CountsTheDigitsOfEveryLength) {
  for (uint64_t power = 1;; power *= 10) {
    for (const uint64_t value : {power - 1, power, power + 1}) {
      EXPECT_EQ(text_of(value), std::to_string(value));
      EXPECT_EQ(text_of(Padded{value, 22}),
                std::string(22 - std::to_string(value).size(), ' ') + std::to_string(value));
    }
    if (power > std::numeric_limits<uint64_t>::max() / 10) break;
  }
  for (unsigned bit = 0; bit < 64; ++bit)
    for (const uint64_t value : {(uint64_t{1} << bit) - 1, uint64_t{1} << bit}) {
      char hex[32], octal[32];
      std::snprintf(hex, sizeof hex, "%05llx", static_cast<unsigned long long>(value));
      std::snprintf(octal, sizeof octal, "%03llo", static_cast<unsigned long long>(value));
      EXPECT_EQ(text_of(Hex{value, 5}), hex);
      EXPECT_EQ(text_of(Octal{value, 3}), octal);
    }
}

TEST(Text, WritesEveryOctet) {
  for (unsigned value = 0; value < 256; ++value) {
    const uint8_t address[4] = {1, static_cast<uint8_t>(value), 0, static_cast<uint8_t>(value)};
    const std::string digits = std::to_string(value);
    EXPECT_EQ(text_of(Ipv4Text{address}), "1." + digits + ".0." + digits);
  }
}

TEST(Text, WritesIpv6AsInetNtopDoes) {
  for (const char* address :
       {"::", "::1", "1::", "fe80::1", "2001:db8::1:0:0:1", "2001:db8:0:1:1:1:1:1", "1:2:3:4:5:6:7:8",
        "::ffff:1.2.3.4", "::1.2.3.4", "1:0:0:2::3", "0:0:1::", "::2:3:4:5:6:7:8", "1:2:3:4:5:6:7::"}) {
    uint8_t bytes[16];
    ASSERT_EQ(inet_pton(AF_INET6, address, bytes), 1) << address;
    char expected[INET6_ADDRSTRLEN];
    inet_ntop(AF_INET6, bytes, expected, sizeof expected);
    EXPECT_EQ(text_of(Ipv6Text{bytes}), expected);
  }
}

TEST(Text, GrowsAndKeepsWhatItHas) {
  Text text(2);
  for (int i = 0; i < 1000; ++i) text.put(i, ',');
  EXPECT_TRUE(text.view().starts_with("0,1,2,3,"));
  EXPECT_TRUE(text.view().ends_with("998,999,"));
}

TEST(Text, EscapesWhatATerminalMustNotSee) {
  const uint8_t bytes[] = {'a', 0x1b, '[', 0xff};
  EXPECT_EQ(text_of(Escaped{bytes}), "a\\033[\\377");
}

}  // namespace
}  // namespace wiretale
