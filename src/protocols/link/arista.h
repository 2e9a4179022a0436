// Arista's time stamps between the addresses and the type of a frame.
#pragma once
#include "packet/line.h"

namespace wiretale::arista {

inline constexpr uint16_t ether_type = 0xd28b;

/// Prints the header that follows the EtherType; returns its length, or 0 when it is of an unknown form.
[[nodiscard]] size_t print_header(Line& line, View in);

}  // namespace wiretale::arista
