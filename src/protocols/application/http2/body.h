// Bodies that HTTP/2 carries in DATA frames.
#pragma once
#include "packet/tree.h"

namespace wiretale::http2 {

/// The content of a DATA frame; the last one of a stream shows the whole body.
void put_body(FieldWriter& out, size_t at, size_t length, uint32_t stream, bool last, Item& line);

}  // namespace wiretale::http2
