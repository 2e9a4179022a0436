// The field tree of SSH.
#pragma once
#include "packet/protocol.h"
#include "packet/tree.h"

namespace wiretale::ssh {

void dissect(Bytes layer, FieldWriter& out);
[[nodiscard]] MessageLength frame(Bytes stream, Dissection& about);

}  // namespace wiretale::ssh
