// Hex and ASCII dumps of a packet's bytes, as tcpdump's -x, -X and -A write them.
#pragma once
#include "base/text.h"

namespace wiretale {

/// `line_start` and "0x0000:  4500 0034 ..." for each 16 bytes (-x).
void append_hex(Text& text, Bytes bytes, std::string_view line_start = "\n\t");
/// The same with the printable characters beside it (-X).
void append_hex_and_ascii(Text& text, Bytes bytes, std::string_view line_start = "\n\t");
/// The bytes as text on a line of its own (-A): printable characters, tabs and line ends; '.' for the rest.
void append_ascii(Text& text, Bytes bytes);

}  // namespace wiretale
