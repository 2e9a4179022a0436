// Whose turn it is when both ports of a packet are known: tcpdump's order, for the one-line output.
#pragma once
#include "packet/line.h"

namespace wiretale {

/// The protocol that tcpdump prints the payload of these ports by, or None. tcpdump asks its protocols in a
/// fixed order, each about both ports (some about one of them); we otherwise ask the destination first.
[[nodiscard]] ProtocolId find_by_ports(const Line& line, On on, Ports ports);

}  // namespace wiretale
