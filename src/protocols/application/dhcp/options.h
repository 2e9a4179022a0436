// The options of a DHCP message for the line printer.
#pragma once
#include "packet/line.h"

namespace wiretale::dhcp {

/// One option per line; `options` begins behind the magic cookie.
void print_options(Line& line, View options);

}  // namespace wiretale::dhcp
