// "Did you mean": the known word nearest to a mistyped one.
#pragma once
#include <span>
#include <string_view>

namespace wiretale {

/// The known word with the fewest letters to change, when that is a third of the letters at most; or empty.
[[nodiscard]] std::string_view did_you_mean(std::string_view word, std::span<const std::string_view> known);

}  // namespace wiretale
