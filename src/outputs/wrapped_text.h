// Text for a terminal: colours, and words broken into lines.
#pragma once
#include "outputs/diagnosis.h"

namespace wiretale {

enum class Ink : uint8_t { Plain, Strong, Faint, Red, Yellow, Blue, Green };

class Painter {
 public:
  Painter(Text& out, const TextStyle& style) : out_(out), style_(style) {}
  /// Words in a colour. They are not broken, and may contain anything from the wire: what is not printable
  /// ASCII is shown as \ooo.
  void put(std::string_view words, Ink ink = Ink::Plain);
  /// Words of a line that began at `column`, broken at blanks; further lines get the indent.
  void wrap(std::string_view words, size_t column, size_t indent, Ink ink = Ink::Plain);
  void spaces(size_t count) { out_.fill(count, ' '); }
  void line() { out_.put('\n'); }
  [[nodiscard]] const TextStyle& style() const { return style_; }
  /// Our own words, as they are.
  [[nodiscard]] Text& out() { return out_; }

 private:
  Text& out_;
  const TextStyle& style_;
};

}  // namespace wiretale
