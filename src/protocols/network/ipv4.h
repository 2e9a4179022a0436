// IPv4's fields that others write.
#pragma once
#include "packet/field.h"

namespace wiretale::ipv4 {

/// IPv6 has it too, hidden, so that filters on "ip.version" find both.
inline constexpr Field version{"ip.version", "Version", bits(0, 4).with_mask(0)};

/// Where the last hop of a source route is, too.
inline constexpr Field destination{"ip.dst", "Destination Address", bytes(16, 4), Type::Ipv4};

}  // namespace wiretale::ipv4
