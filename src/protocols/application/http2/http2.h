// HTTP/2 (RFC 9113): what other protocols ask of it.
#pragma once
#include "base/bytes.h"

namespace wiretale::http2 {

/// Whether the bytes are the client's preface (RFC 9113 3.4), as far as they are here.
[[nodiscard]] bool begins_connection(Bytes stream);

}  // namespace wiretale::http2
