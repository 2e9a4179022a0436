// gRPC: messages with a length in front, in the DATA frames of HTTP/2.
#pragma once
#include "packet/tree.h"

namespace wiretale::http2 {

/// The messages that a DATA frame completes.
void put_grpc_messages(FieldWriter& out, size_t at, size_t length, uint32_t stream, bool last);

}  // namespace wiretale::http2
