// The field tree of SCTP.
#pragma once
#include "packet/tree.h"

namespace wiretale::sctp {

void dissect(Bytes layer, FieldWriter& out);

/// Parameters of chunks (RFC 9260 3.2.1) in [at, end).
void put_parameters(FieldWriter& out, size_t at, size_t end);
/// Causes of errors (RFC 9260 3.3.10) in [at, end).
void put_causes(FieldWriter& out, size_t at, size_t end);

}  // namespace wiretale::sctp
