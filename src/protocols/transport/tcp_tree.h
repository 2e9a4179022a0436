// TCP in the field tree.
#pragma once
#include "packet/tree.h"

namespace wiretale {

/// Writes the lines of a segment's header, of its options and of what its connection tells.
void dissect_tcp(Bytes layer, FieldWriter& out);

/// Writes the options between `at` and the end of the header, and appends them to the info column.
void dissect_tcp_options(Bytes header, size_t at, FieldWriter& out);

/// Writes what the connection's other segments tell of this one, and puts it in front of the info column.
void dissect_tcp_analysis(FieldWriter& out);

}  // namespace wiretale
