// The NTP field tree.
#pragma once
#include "packet/field_cursor.h"
#include "packet/tree.h"

namespace wiretale::ntp {

void dissect(Bytes layer, FieldWriter& out);

/// What follows the flags of a control message.
void put_control(FieldCursor& in);

}  // namespace wiretale::ntp
