// The spanning tree protocols as lines of the field tree.
#pragma once
#include "packet/tree.h"
#include "protocols/link/stp_fields.h"

namespace wiretale::stp {

void dissect(Bytes layer, FieldWriter& out);

}  // namespace wiretale::stp
