// What two ends said to each other as lines for people: "> " begins those of the client, "< " those of the
// server.
#pragma once
#include <string_view>

#include "base/bytes.h"
#include "base/text.h"

namespace wiretale {

class ConversationText {
 public:
  /// `side`: 0 is the client. Pieces of one side that follow each other continue each other's lines.
  void piece(Text& text, uint8_t side, Bytes bytes);
  /// Words of our own between them, on a line of their own.
  void remark(Text& text, uint8_t side, std::string_view words);
  /// Ends a line that was begun.
  void end_line(Text& text);

 private:
  static constexpr uint8_t nobody = 2;
  void begin_line(Text& text, uint8_t side);

  uint8_t in_line_ = nobody;      ///< whose line is not at its end
  bool carriage_return_ = false;  ///< was the last byte; not shown when the line ends there
};

}  // namespace wiretale
