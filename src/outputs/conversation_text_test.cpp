// Conversations as lines: continued, interrupted, and never with control characters.
#include "outputs/conversation_text.h"

#include <gtest/gtest.h>

namespace wiretale {
namespace {

Bytes bytes_of(std::string_view words) {
  return {reinterpret_cast<const uint8_t*>(words.data()), words.size()};
}

TEST(ConversationText, PiecesOfOneSideContinueALine) {
  Text text;
  ConversationText conversation;
  conversation.piece(text, 0, bytes_of("hel"));
  conversation.piece(text, 0, bytes_of("lo\r"));
  conversation.piece(text, 0, bytes_of("\nagain\n"));
  conversation.piece(text, 1, bytes_of("\nyes"));
  conversation.piece(text, 0, bytes_of("good"));
  conversation.end_line(text);
  EXPECT_EQ(text.view(), "> hello\n> again\n< \n< yes\n> good\n");
}

TEST(ConversationText, ShowsControlCharactersAsDots) {
  Text text;
  ConversationText conversation;
  conversation.piece(text, 1, bytes_of("\x1b[2J\a\t\xc3\r\r\n\r"));
  conversation.end_line(text);
  EXPECT_EQ(text.view(), "< .[2J.\t..\n< .\n");
}

TEST(ConversationText, RemarksHaveLinesOfTheirOwn) {
  Text text;
  ConversationText conversation;
  conversation.piece(text, 0, bytes_of("half"));
  conversation.remark(text, 0, "8 bytes are missing");
  conversation.piece(text, 0, bytes_of("rest\n"));
  EXPECT_EQ(text.view(), "> half\n> [8 bytes are missing]\n> rest\n");
}

}  // namespace
}  // namespace wiretale
