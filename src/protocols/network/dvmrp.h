// DVMRP, the Distance Vector Multicast Routing Protocol, which travels in IGMP.
#pragma once
#include "packet/line.h"

namespace wiretale::igmp {

/// Prints the message; `in` begins with the IGMP header.
void print_distance_vector(Line& line, View in);

/// "1w2d3h4m5s", without the units that are 0.
void put_time_span(Line& line, uint32_t seconds);

}  // namespace wiretale::igmp
