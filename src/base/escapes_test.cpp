// Escapes: what must not break JSON, XML or a table.
#include "base/escapes.h"

#include <gtest/gtest.h>

namespace wiretale {
namespace {

template <class Append>
std::string made(Append append, std::string_view words) {
  Text text;
  append(text, words);
  return std::string(text.view());
}

TEST(Escapes, JsonStringsKeepUtf8AndReplaceWhatIsNone) {
  EXPECT_EQ(made(append_json_string, "a\"b\\c\n\x01\x7f é"), "\"a\\\"b\\\\c\\n\\u0001\x7f é\"");
  EXPECT_EQ(made(append_json_string, "\xff\xc3"), "\"\xef\xbf\xbd\xef\xbf\xbd\"");
  EXPECT_EQ(made(append_json_string, "\xc0\xaf"), "\"\xef\xbf\xbd\xef\xbf\xbd\"")
      << "an overlong slash is no UTF-8";
  EXPECT_EQ(made(append_json_string, "\xed\xa0\x80"), "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"")
      << "a surrogate";
}

TEST(Escapes, XmlHasNoMarkupFromPackets) {
  EXPECT_EQ(made(append_xml, "<a b='c' d=\"e\">&\x01"), "&lt;a b=&#x27;c&#x27; d=&quot;e&quot;&gt;&amp;\\x1");
}

TEST(Escapes, TableCellsStayOnTheirLine) {
  EXPECT_EQ(made(append_escaped_spaces, "a\tb\r\nc\\d"), "a\\tb\\r\\nc\\d");
}

TEST(Escapes, HexRun) {
  Text text;
  const uint8_t bytes[] = {0, 0x0f, 0xff};
  append_hex_run(text, bytes);
  EXPECT_EQ(text.view(), "000fff");
}

}  // namespace
}  // namespace wiretale
