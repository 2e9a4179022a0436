// GRE as lines of the field tree.
#pragma once
#include "packet/tree.h"
#include "protocols/tunnel/gre_fields.h"

namespace wiretale::gre {

void dissect(Bytes layer, FieldWriter& out);

}  // namespace wiretale::gre
