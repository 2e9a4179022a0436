// MACsec, as frames meet it.
#pragma once
#include "packet/line.h"

namespace wiretale::macsec {

inline constexpr uint16_t ether_type = 0x88e5;

/// Prints the security tag and leaves in `payload` what it protects, beginning with the EtherType. False when
/// that is encrypted or changed, and cannot be read on.
[[nodiscard]] bool print_tag(Line& line, View& payload);

}  // namespace wiretale::macsec
