// Extensions at the end of ICMP errors (RFC 4884).
#pragma once
#include "packet/line.h"

namespace wiretale {

/// Prints the extensions of the error in `message`, when it is long enough to have some.
void print_icmp_extensions(Line& line, View message);

}  // namespace wiretale
