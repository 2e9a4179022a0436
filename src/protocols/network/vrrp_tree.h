// VRRP as lines of the field tree.
#pragma once
#include "packet/tree.h"
#include "protocols/network/vrrp_fields.h"

namespace wiretale::vrrp {

void dissect(Bytes layer, FieldWriter& out);

}  // namespace wiretale::vrrp
