// Bytes in hexadecimal, 16 to a line, as tcpdump's -x and -X show them.
#pragma once
#include "base/text.h"

namespace wiretale {

/// Appends `bytes` as lines that each begin with `line_start` ("\n\t" in a packet), the offset counted from
/// `offset`, and hexadecimal digits in pairs of bytes.
void append_hex_dump(Text& out, std::string_view line_start, Bytes bytes, size_t offset = 0);

/// The same with the printable characters beside.
void append_hex_ascii_dump(Text& out, std::string_view line_start, Bytes bytes, size_t offset = 0);

}  // namespace wiretale
