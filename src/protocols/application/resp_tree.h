// The field tree of RESP, the protocol of Redis.
#pragma once
#include "packet/protocol.h"
#include "packet/tree.h"

namespace wiretale::resp {

void dissect(Bytes layer, FieldWriter& out);
/// How far the element reaches with which `stream` begins.
[[nodiscard]] MessageLength element_length(Bytes stream, Dissection& about);

}  // namespace wiretale::resp
