// ICMPv6 as lines of the field tree.
#pragma once
#include "packet/tree.h"
#include "protocols/network/icmpv6_fields.h"

namespace wiretale::icmpv6 {

void dissect(Bytes layer, FieldWriter& out);

/// Neighbor discovery's options from `at` on; those with link addresses add them to the info column.
void dissect_neighbor_options(Bytes layer, size_t at, FieldWriter& out);

}  // namespace wiretale::icmpv6
