// Bytes in hexadecimal, 16 to a line.
#include "packet/hex_dump.h"

#include <algorithm>

namespace wiretale {
namespace {

constexpr size_t bytes_per_line = 16;
constexpr size_t digits_per_line = 40;  // eight times " 0102"

/// Writes one line's digits; returns how many characters they took.
size_t append_digits(Text& out, Bytes line) {
  const size_t before = out.size();
  for (size_t i = 0; i < line.size(); ++i) {
    if (i % 2 == 0) out.append(' ');
    out.append(Hex{line[i], 2});
  }
  return out.size() - before;
}

}  // namespace

void append_hex_dump(Text& out, std::string_view line_start, Bytes bytes, size_t offset) {
  for (size_t at = 0; at < bytes.size(); at += bytes_per_line) {
    out.put(line_start, "0x", Hex{offset + at, 4}, ": ");
    append_digits(out, bytes.subspan(at, std::min(bytes_per_line, bytes.size() - at)));
  }
}

void append_hex_ascii_dump(Text& out, std::string_view line_start, Bytes bytes, size_t offset) {
  for (size_t at = 0; at < bytes.size(); at += bytes_per_line) {
    const Bytes line = bytes.subspan(at, std::min(bytes_per_line, bytes.size() - at));
    out.put(line_start, "0x", Hex{offset + at, 4}, ": ");
    out.fill(digits_per_line - append_digits(out, line), ' ');
    out.append("  ");
    for (const uint8_t byte : line) out.append(byte > 0x20 && byte < 0x7f ? static_cast<char>(byte) : '.');
  }
}

}  // namespace wiretale
