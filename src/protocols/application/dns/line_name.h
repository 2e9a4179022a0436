// Names as they stand in a DNS message, read for the line printer: cut off anywhere, with any kind of label.
#pragma once
#include <optional>

#include "packet/line.h"

namespace wiretale::dns {

/// The offset behind the name at `at`, or nothing when it is cut off or has a label of unknown kind.
[[nodiscard]] std::optional<size_t> skip_name(View message, size_t at);

enum class Compression : uint8_t { Allowed, None };

/// Writes the name at `at`, compression followed, and returns the offset behind it. Nothing when it is cut
/// off, or when a pointer does not lead backwards ("<BAD PTR>"); what was read until then is written.
[[nodiscard]] std::optional<size_t> print_name(Line& line, View message, size_t at,
                                               Compression compression = Compression::Allowed);

}  // namespace wiretale::dns
