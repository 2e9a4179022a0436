// PIM version 1, which travels in IGMP.
#pragma once
#include "packet/line.h"

namespace wiretale::igmp {

/// Prints the message; `in` begins with the IGMP header.
void print_pim_v1(Line& line, View in);

}  // namespace wiretale::igmp
