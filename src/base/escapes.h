// Words inside of JSON and XML.
#pragma once
#include "base/text.h"

namespace wiretale {

/// The string with its quotes; bytes that are no UTF-8 become U+FFFD.
void append_json_string(Text& text, std::string_view words);
/// Content of an attribute or an element.
void append_xml(Text& text, std::string_view words);
/// White space as \n, \r, \t; what -T fields writes.
void append_escaped_spaces(Text& text, std::string_view words);
/// Bytes in hexadecimal without anything between them.
void append_hex_run(Text& text, Bytes bytes);

}  // namespace wiretale
