// Colours by ANSI escapes (ECMA-48 8.3.117), lines by counting characters.
#include "outputs/wrapped_text.h"

#include <algorithm>

namespace wiretale {

void Painter::put(std::string_view words, Ink ink) {
  static constexpr std::string_view codes[] = {"",         "\033[1m",  "\033[2m", "\033[1;31m",
                                               "\033[33m", "\033[34m", "\033[32m"};
  const bool painted = style_.colour == Colour::Yes && ink != Ink::Plain;
  if (painted) out_.put(codes[static_cast<size_t>(ink)]);
  out_.put(Escaped{{reinterpret_cast<const uint8_t*>(words.data()), words.size()}});
  if (painted) out_.put("\033[0m");
}

void Painter::wrap(std::string_view words, size_t column, size_t indent, Ink ink) {
  bool first_of_line = true;
  while (!words.empty()) {
    const size_t end = std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    if (word.empty()) continue;
    if (!first_of_line && column + 1 + word.size() > style_.width) {
      line();
      spaces(indent);
      column = indent;
      first_of_line = true;
    }
    if (!first_of_line) {
      out_.put(' ');
      ++column;
    }
    put(word, ink);
    column += word.size();
    first_of_line = false;
  }
  line();
}

}  // namespace wiretale
