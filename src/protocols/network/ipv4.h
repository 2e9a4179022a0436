// IPv4's fields that others write.
#pragma once
#include "packet/field.h"

namespace wiretale::ipv4 {

/// IPv6 has it too, hidden, so that filters on "ip.version" find both.
inline constexpr Field version{"ip.version", "Version", bits(0, 4)};

}  // namespace wiretale::ipv4
