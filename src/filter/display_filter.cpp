// Display filters: the stages in a row.
#include "filter/display_filter.h"

namespace wiretale {

std::expected<DisplayFilter, FilterError> compile_display_filter(std::string_view text) {
  const auto syntax = display::parse(text);
  if (!syntax) return std::unexpected(syntax.error());
  auto program = display::compile(*syntax);
  if (!program) return std::unexpected(std::move(program.error()));
  return DisplayFilter(std::move(*program));
}

}  // namespace wiretale
