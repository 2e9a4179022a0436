// MD5 against the test suite of RFC 1321 A.5.
#include "base/md5.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace wiretale {
namespace {

std::string hex_digest(std::string_view message) {
  std::string text;
  for (const uint8_t byte : md5(message)) text += text_of(Hex{byte, 2});
  return text;
}

TEST(Md5, KnownDigests) {
  EXPECT_EQ(hex_digest(""), "d41d8cd98f00b204e9800998ecf8427e");
  EXPECT_EQ(hex_digest("message digest"), "f96b697d7cb7938d525a2f31aaf161d0");
  EXPECT_EQ(hex_digest("12345678901234567890123456789012345678901234567890123456789012345678901234567890"),
            "57edf4a22be3c955ac49da2e2107b67a");
}

}  // namespace
}  // namespace wiretale
