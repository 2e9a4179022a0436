// PIM's field tree.
#pragma once
#include "packet/tree.h"

namespace wiretale::pim {

void dissect(Bytes layer, FieldWriter& out);

}  // namespace wiretale::pim
