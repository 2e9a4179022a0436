// Opening captures: what is not one gets a clear answer.
#include <gtest/gtest.h>

#include "files/source.h"

namespace wiretale {
namespace {

TEST(OpenCapture, SaysWhyAFileIsNoCapture) {
  const auto why = [](std::string_view bytes) {
    const auto source = open_memory({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}, "x");
    return source ? std::string("opened") : source.error().what;
  };
  EXPECT_EQ(why(""), "x is empty (0 bytes)");
  EXPECT_EQ(why("hello, world"),
            "x is not a capture file: it begins with 68 65 6c 6c, pcap and pcapng do not");
  EXPECT_EQ(why("BZh91AY&SY"), "x is compressed with bzip2, which is not read on the fly");
  EXPECT_EQ(why("\xd4\xc3\xb2\xa1\x02"),
            "x ends in the middle of the pcap file header (wanted 24 bytes, 5 are there)");
  EXPECT_TRUE(why("\x1f\x8b\x08").starts_with("x cannot be read: the compressed data is cut short"));
}

TEST(OpenCapture, SaysWhyAPathCannotBeRead) {
  EXPECT_EQ(open_capture("/nowhere/x.pcap").error().what,
            "cannot open /nowhere/x.pcap: No such file or directory");
  EXPECT_EQ(open_capture("/nowhere/x.pcap").error().next_step, "check the name:  ls -l /nowhere/");
  EXPECT_EQ(open_capture("/tmp").error().what, "/tmp is a directory");
}

}  // namespace
}  // namespace wiretale
