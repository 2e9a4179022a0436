// The list of interfaces that could be captured on: -D.
#pragma once

namespace wiretale {

/// Writes the interfaces that libpcap could capture on to standard output; returns the exit code.
int list_interfaces();

}  // namespace wiretale
