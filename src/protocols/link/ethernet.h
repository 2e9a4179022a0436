// What other link layers share with Ethernet.
#pragma once
#include "packet/line.h"

namespace wiretale::ethernet {

/// tcpdump's "ethertype IPv4 (0x0800), length 98: ".
void print_type(Line& line, uint16_t type, size_t length);

}  // namespace wiretale::ethernet
