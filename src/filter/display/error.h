// What is wrong with a display filter, and where in its text.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace wiretale {

/// A part of the filter's text.
struct Span {
  size_t first = 0, length = 0;

  [[nodiscard]] size_t end() const { return first + length; }
  [[nodiscard]] Span to(Span last) const { return {first, last.end() - first}; }
};

struct FilterError {
  std::string what;  ///< one sentence, lower case
  Span where = {};
  std::string hint = {};  ///< what was expected, or what may have been meant; may be empty

  /// The sentence, the filter with the place marked below it, and the hint.
  [[nodiscard]] std::string text(std::string_view filter) const;
};

}  // namespace wiretale
