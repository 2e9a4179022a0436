// Geneve as lines of the field tree.
#pragma once
#include "packet/tree.h"
#include "protocols/tunnel/geneve_fields.h"

namespace wiretale::geneve {

void dissect(Bytes layer, FieldWriter& out);

}  // namespace wiretale::geneve
