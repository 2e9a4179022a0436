// HSRP as lines of the field tree.
#pragma once
#include "packet/tree.h"
#include "protocols/application/hsrp_fields.h"

namespace wiretale::hsrp {

void dissect(Bytes layer, FieldWriter& out);

}  // namespace wiretale::hsrp
