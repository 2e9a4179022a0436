// ZMTP 1.0 frames, where PGM carries them.
#pragma once
#include "packet/line.h"

namespace wiretale::zmtp {

/// A PGM datagram's data (-T pgm_zmtp1): the offset of the first frame that begins in it, then frames.
void print_datagram(Line& line, View in);

}  // namespace wiretale::zmtp
