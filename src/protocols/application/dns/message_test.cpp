// DNS messages: names, loops, lengths, every cut.
#include "protocols/application/dns/message.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace wiretale::dns {
namespace {

std::vector<uint8_t> bytes_of(const std::string& text) { return {text.begin(), text.end()}; }

// An answer to "www.example.com A": one question, one record whose name is a pointer to the question's.
std::vector<uint8_t> answer() {
  return bytes_of(
      std::string("\x12\x34\x81\x80\0\1\0\1\0\0\0\0\3www\7example\3com\0\0\1\0\1"
                  "\xc0\x0c\0\1\0\1\0\0\0\x3c\0\4\x0a\1\2\3",
                  12 + 17 + 4 + 16));
}

TEST(DnsMessage, ReadsQuestionAndCompressedRecord) {
  const auto message = answer();
  Reader reader(message);
  EXPECT_EQ(reader.header().id, 0x1234);
  EXPECT_TRUE(reader.header().response());
  const auto question = reader.question();
  ASSERT_TRUE(question);
  EXPECT_EQ(question->name.view(), "www.example.com");
  EXPECT_EQ(question->type, A);
  EXPECT_FALSE(reader.question());
  const auto record = reader.record();
  ASSERT_TRUE(record);
  EXPECT_EQ(record->name.view(), "www.example.com");
  EXPECT_EQ(record->time_to_live, 60u);
  EXPECT_EQ(record->data.size(), 4u);
  EXPECT_EQ(record->data[0], 10);
  EXPECT_FALSE(reader.record());
  EXPECT_TRUE(reader.complete());
}

TEST(DnsMessage, EveryCutIsReportedAndEnds) {
  const auto whole = answer();
  for (size_t cut = 0; cut < whole.size(); ++cut) {
    const std::vector<uint8_t> part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(cut));
    Reader reader(part);
    while (reader.record())
      ;
    EXPECT_FALSE(reader.complete()) << cut;
  }
}

TEST(DnsMessage, PointerLoopsEnd) {
  const auto self = bytes_of(std::string("\xc0\0", 2));
  EXPECT_FALSE(read_name(self, 0).complete);
  const auto forward = bytes_of(std::string("\1a\xc0\4\1b\xc0\0", 8));
  EXPECT_FALSE(read_name(forward, 0).complete);
  EXPECT_FALSE(read_name(forward, 4).complete);
  const auto backward = bytes_of(std::string("\1a\0\1b\xc0\0", 7));
  EXPECT_EQ(read_name(backward, 3).view(), "b.a");
  EXPECT_EQ(read_name(backward, 3).next, 7);
}

TEST(DnsMessage, NamesAreAtMost255BytesLong) {
  std::string longest;
  for (int i = 0; i < 4; ++i) longest += std::string(1, 61) + std::string(61, 'x');
  longest += std::string("\5yyyyy\0", 7);  // 4 * 62 + 6 + 1 = 255
  const auto fits = bytes_of(longest);
  EXPECT_TRUE(read_name(fits, 0).complete);
  const auto too_long = bytes_of(std::string("\1z", 2) + longest);
  EXPECT_FALSE(read_name(too_long, 0).complete);
}

TEST(DnsMessage, UnprintableBytesAreEscaped) {
  const auto name = bytes_of(std::string("\4a.\x1b\\\0", 6));
  EXPECT_EQ(read_name(name, 0).view(), "a\\.\\027\\\\");
  std::string all;
  for (int i = 0; i < 4; ++i) all += std::string(1, 62) + std::string(62, '\x01');
  all += std::string(1, '\0');
  EXPECT_LE(read_name(bytes_of(all), 0).size, 1024);
}

TEST(DnsMessage, RecognizesMessagesOnly) {
  EXPECT_TRUE(looks_like_message(answer()));
  EXPECT_FALSE(looks_like_message(bytes_of("GET / HTTP/1.1\r\nHost: a\r\n\r\n")));
}

}  // namespace
}  // namespace wiretale::dns
