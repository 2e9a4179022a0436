// The DNS line printer, shared by unicast and multicast DNS.
#pragma once
#include "packet/line.h"

namespace wiretale::dns {

/// Multicast DNS (RFC 6762) uses the highest bit of the class, LLMNR (RFC 4795) other flags.
enum class Flavour : uint8_t { Unicast, Multicast, LinkLocal };

void print_message(Line& line, View message, Flavour flavour);

}  // namespace wiretale::dns
