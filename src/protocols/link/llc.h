// What follows in frames that carry a length: IEEE 802.2 LLC.
#pragma once
#include "packet/line.h"

namespace wiretale::llc {

struct Printed {
  bool known;  ///< false: the caller should show the bytes
  size_t header_length = 0;
};
/// Prints from the LLC header on, with the addresses of `line.link` where nothing else would show them.
Printed print_llc(Line& line, View in);

/// Prints from the SNAP header (organization and protocol id) on.
bool print_snap(Line& line, View in);

}  // namespace wiretale::llc
