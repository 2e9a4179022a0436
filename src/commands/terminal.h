// How reports look on this output: colours, line characters, width.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "outputs/diagnosis.h"

namespace wiretale {

enum class ColourChoice : uint8_t { Auto, Always, Never };
/// "auto", "always" or "never"; nothing for other words.
[[nodiscard]] std::optional<ColourChoice> parse_colour(std::string_view word);
[[nodiscard]] std::string colour_complaint(std::string_view word);

/// For standard output. Colours by choice, else CLICOLOR_FORCE, NO_COLOR and whether it is a terminal; line
/// characters where the locale is UTF-8; the terminal's width, or 100 where there is none.
[[nodiscard]] TextStyle style_of_output(ColourChoice choice);

}  // namespace wiretale
