// IGMP as lines of the field tree.
#pragma once
#include "packet/tree.h"

namespace wiretale::igmp {

void dissect(Bytes layer, FieldWriter& out);

}  // namespace wiretale::igmp
