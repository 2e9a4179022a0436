// Header blocks of HTTP/2 in the field tree.
#pragma once
#include "packet/tree.h"

namespace wiretale::http2 {

struct HeaderSummary {
  std::string first;  ///< "GET /", "200 OK"; empty without
};

/// The fields of a block, or of a part of it, that lies in `length` bytes at `at`.
HeaderSummary put_header_block(FieldWriter& out, size_t at, size_t length, uint32_t stream, bool last);

}  // namespace wiretale::http2
