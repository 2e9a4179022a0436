// IPv6 extension headers.
#include "protocols/network/ipv6_extensions.h"

namespace wiretale {

const uint8_t* ipv6_final_destination(const NetworkHeader& network) { return network.destination; }

}  // namespace wiretale
