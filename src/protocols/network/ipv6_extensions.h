// IPv6 extension headers (RFC 8200), as the IPv6 printer and the checksums of payloads meet them.
#pragma once
#include "packet/line.h"

namespace wiretale {

/// Where a routing header sends the packet at last, or the header's destination: what checksums cover.
[[nodiscard]] const uint8_t* ipv6_final_destination(const NetworkHeader& network);

}  // namespace wiretale
