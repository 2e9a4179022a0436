// Text protocols: the first word decides whether the lines of a message are shown.
#include "protocols/application/text_protocol.h"

#include <optional>

#include "base/byte_scan.h"
#include "base/letters.h"

namespace wiretale {
namespace {

constexpr uint8_t transport_tcp = 6;

constexpr bool is_space(uint8_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool is_printable(uint8_t c) { return c >= ' ' && c < 0x7f; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A word, and where the next one begins (0: the message ends with this one).
struct Word {
  std::string_view text;
  size_t next;
};

/// The word at `at`; nothing when it is cut off, longer than any command, or not printable.
std::optional<Word> word_at(View in, size_t at) {
  constexpr size_t longest = 128;
  const size_t begin = at;
  for (; at < in.length(); ++at) {
    if (!in.has(at, 1)) return std::nullopt;
    const uint8_t c = in.all()[at];
    if (!is_printable(c) || is_space(c)) break;
    if (at - begin >= longest) return std::nullopt;
  }
  if (at == begin) return std::nullopt;
  const std::string_view text(reinterpret_cast<const char*>(in.all().data()) + begin, at - begin);
  for (; at < in.length(); ++at) {
    if (!in.has(at, 1)) return Word{text, 0};
    const uint8_t c = in.all()[at];
    if (!is_space(c) || c == '\r' || c == '\n') break;
  }
  return Word{text, at};
}

bool is_reply_code(std::string_view word) {
  return word.size() == 3 && is_digit(word[0]) && is_digit(word[1]) && is_digit(word[2]);
}

bool is_command_or_reply(View in, const TextProtocol& protocol) {
  std::optional<Word> word = word_at(in, 0);
  if (!word) return false;
  for (const std::string_view command : protocol.commands)
    if (same_letters(word->text, command)) return true;
  if (protocol.reply_code == TextProtocol::Code::Second) {
    if (word->next == 0) return false;
    word = word_at(in, word->next);
    if (!word) return false;
  }
  return is_reply_code(word->text);
}

/// Writes the line at `at` behind `before` and returns where the next one begins, or 0 when this is not a
/// line of text.
size_t print_text_line(Line& line, View in, size_t at, std::string_view before) {
  const size_t begin = at;
  const auto text = [&](size_t end) {
    line.put(before, std::string_view(reinterpret_cast<const char*>(in.all().data()) + begin, end - begin));
  };
  const auto ends_words = [](auto c) { return ((c < ' ') | (c >= 0x7f)) & (c != '\t'); };
  at = std::min(find_byte(in.all(), at, ends_words), in.length());
  if (at < in.length()) {
    const uint8_t c = in.u8(at);
    if (c == '\n') {
      text(at);
      return at + 1;
    }
    if (c == '\r') {
      if (at + 1 >= in.length() || in.u8(at + 1) != '\n') return 0;
      text(at);
      return at + 2;
    }
    return 0;
  }
  text(at);
  line.put(" [|", line.protocol, ']');
  return 0;
}

}  // namespace

void print_text_protocol(Line& line, View in, const TextProtocol& protocol) {
  line.protocol = protocol.truncated_name;
  if (line.network.protocol == transport_tcp) line.put(": ");
  line.put(protocol.name);
  if (!protocol.commands.empty() && !is_command_or_reply(in, protocol)) return;
  if (line.options.verbose == 0) {
    (void)print_text_line(line, in, 0, ": ");
    return;
  }
  line.put(", length: ", in.length());
  for (size_t at = 0; at < in.length();) {
    at = print_text_line(line, in, at, "\n\t");
    if (at == 0) return;
  }
}

}  // namespace wiretale
