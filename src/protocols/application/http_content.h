// What HTTP bodies hold, as protocols of their own beside HTTP in the field tree.
#pragma once
#include "packet/tree.h"

namespace wiretale::http {

/// A body of a media type, put together if it came in parts. `at` and `length` tell where it lies in the
/// layer. False when the type is none that is taken apart.
bool put_content(FieldWriter& out, size_t at, size_t length, Bytes content, std::string_view type);

/// Text as its lines, which nothing says more of.
void put_text_lines(FieldWriter& out, size_t at, size_t length, Bytes content);

}  // namespace wiretale::http
