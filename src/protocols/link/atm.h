// ATM: what its links and Juniper's captures of it share.
#pragma once
#include "packet/line.h"

namespace wiretale::atm {

/// LLC in AAL5 (RFC 2684), where the first bytes may be something else's.
void print_llc(Line& line, View in);
/// An OAM cell (ITU-T I.610): its header, the error-control byte if `control_byte` is 1, and its payload.
void print_operations(Line& line, View in, size_t control_byte);

}  // namespace wiretale::atm
