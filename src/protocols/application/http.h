// Reading HTTP/1 heads (RFC 9112): the first line and the header fields that diagnosis needs.
#pragma once
#include <optional>
#include <string_view>

#include "base/bytes.h"

namespace wiretale::http {

/// One head. The words borrow from the bytes it was read from.
struct Head {
  bool response = false;
  std::string_view method, target;  ///< of a request
  unsigned status = 0;              ///< of a response
  std::string_view reason, version;
  std::string_view host, server, content_type, location, upgrade;
  std::optional<uint64_t> content_length;
  bool chunked = false, close = false;
  bool complete = false;  ///< the blank line at its end was there
  size_t length = 0;      ///< with the blank line, as far as it was there
};

/// Whether bytes begin like a request ("GET /") or a status line ("HTTP/1.1 200").
[[nodiscard]] bool looks_like_request(Bytes bytes);
[[nodiscard]] bool looks_like_response(Bytes bytes);
/// The head at the front of the bytes, or none when they begin otherwise. A head that is cut off gives the
/// fields in front of the cut.
[[nodiscard]] std::optional<Head> read_head(Bytes bytes);

}  // namespace wiretale::http
