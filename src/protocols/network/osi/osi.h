// OSI network layer: what its parts tell each other while they print.
#pragma once
#include "packet/hex_dump.h"
#include "packet/line.h"

namespace wiretale {

namespace clnp {
/// False where the rest of the packet should be shown in hexadecimal.
bool print_clnp(Line& line, View in);
}  // namespace clnp
namespace isis {
bool print_isis(Line& line, View in);
}  // namespace isis

/// Bytes in hexadecimal, on lines that start with `line_start`.
inline void show_bytes(Line& line, View in, size_t at, size_t count, std::string_view line_start) {
  append_hex(line, in.available(at, count), line_start);
}

}  // namespace wiretale
