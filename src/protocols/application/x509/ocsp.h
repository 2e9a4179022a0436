// OCSP responses (RFC 6960) in the field tree, as TLS servers staple them to their certificates.
#pragma once
#include "packet/tree.h"

namespace wiretale::ocsp {

/// The response in [at, end).
void put_response(FieldWriter& out, size_t at, size_t end);

}  // namespace wiretale::ocsp
