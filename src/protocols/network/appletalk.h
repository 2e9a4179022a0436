// AppleTalk: the datagram protocol's printer, for the links that carry it.
#pragma once
#include "packet/line.h"

namespace wiretale {

/// A datagram with its extended header ("Inside AppleTalk", chapter 4), as EtherTalk and ARCnet carry it.
void print_appletalk(Line& line, View in);

}  // namespace wiretale
