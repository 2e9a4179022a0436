// Spans of time in words, as the field tree shows them behind seconds.
#pragma once
#include <string>

#include "base/bytes.h"

namespace wiretale {

/// "1 day, 2 hours, 1 second"; "0 seconds".
[[nodiscard]] std::string time_words(uint64_t seconds);

}  // namespace wiretale
