// What two ends said to each other as lines for people.
#include "outputs/conversation_text.h"

namespace wiretale {

void ConversationText::begin_line(Text& text, uint8_t side) {
  if (in_line_ == side) return;
  end_line(text);
  text.put(side == 0 ? "> " : "< ");
  in_line_ = side;
}

void ConversationText::end_line(Text& text) {
  if (in_line_ != nobody) text.put(carriage_return_ ? ".\n" : "\n");
  in_line_ = nobody;
  carriage_return_ = false;
}

void ConversationText::piece(Text& text, uint8_t side, Bytes bytes) {
  for (const uint8_t byte : bytes) {
    begin_line(text, side);
    if (byte == '\n') {
      carriage_return_ = false;
      end_line(text);
      continue;
    }
    if (carriage_return_) text.put('.');
    carriage_return_ = byte == '\r';
    // Nothing that a terminal would obey.
    if (!carriage_return_)
      text.put((byte >= 0x20 && byte < 0x7f) || byte == '\t' ? static_cast<char>(byte) : '.');
  }
}

void ConversationText::remark(Text& text, uint8_t side, std::string_view words) {
  end_line(text);
  text.put(side == 0 ? "> [" : "< [", words, "]\n");
}

}  // namespace wiretale
