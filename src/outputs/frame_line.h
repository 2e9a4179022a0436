// A packet as tcpdump shows it: time stamp, the printers' line, and the hex or ASCII dump.
#pragma once
#include "packet/line.h"
#include "packet/packet.h"

namespace wiretale {

/// Appends the printers' part of one packet to the line, with "[|protocol]" where it was cut short.
void print_frame(Line& line, const Packet& packet);

}  // namespace wiretale
