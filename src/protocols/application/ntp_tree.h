// The NTP field tree.
#pragma once
#include "packet/tree.h"

namespace wiretale::ntp {

void dissect(Bytes layer, FieldWriter& out);

}  // namespace wiretale::ntp
