// The HTTP field tree.
#pragma once
#include "packet/protocol.h"
#include "packet/tree.h"

namespace wiretale::http {

void dissect_message(Bytes layer, FieldWriter& out);

/// How long the message at the front of a stream is (RFC 9112 6.3).
[[nodiscard]] MessageLength message_length(Bytes stream, Dissection& about);

}  // namespace wiretale::http
