// IP packets without a link header.
#pragma once
#include "packet/line.h"

namespace wiretale::raw_ip {

/// Prints an IPv4 or IPv6 packet, as its first byte says.
void print_by_version(Line& line, View in);

}  // namespace wiretale::raw_ip
