// The IP Authentication Header, as other IP printers meet it.
#pragma once
#include "packet/line.h"

namespace wiretale {

/// Prints one header; returns its length, or 0 when what follows cannot be found.
[[nodiscard]] size_t print_authentication_header(Line& line, View in);

}  // namespace wiretale
