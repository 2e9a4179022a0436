// The line that ends a packet's tree where its part of a message does not fit to the others.
#pragma once
#include "packet/tree.h"

namespace wiretale {

/// `out` is a writer of the malformed protocol; `protocol` is the one that puts messages together.
void put_reassembly_error(FieldWriter& out, std::string_view protocol, std::string_view what);

}  // namespace wiretale
