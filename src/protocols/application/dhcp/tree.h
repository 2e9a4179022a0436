// The DHCP field tree.
#pragma once
#include "packet/field_cursor.h"

namespace wiretale::dhcp {

void dissect(Bytes layer, FieldWriter& out);

/// One option behind its line: its code and length, and what it holds. The cursor stands behind them.
void put_option(FieldCursor& in, Item& line, unsigned code, size_t length);

}  // namespace wiretale::dhcp
