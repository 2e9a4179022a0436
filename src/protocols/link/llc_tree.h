// LLC and SNAP headers as lines of the field tree.
#pragma once
#include "packet/tree.h"
#include "protocols/link/llc_fields.h"

namespace wiretale::llc {

void dissect(Bytes layer, FieldWriter& out);

}  // namespace wiretale::llc
