// Hex and ASCII dumps.
#include "packet/hex_dump.h"

#include <algorithm>

namespace wiretale {
namespace {

constexpr size_t row = 16;
/// Where the characters begin, counted from the first hex digit: 16 bytes in pairs and two spaces.
constexpr size_t ascii_column = row / 2 * 5 + 1;

bool is_graphic(uint8_t byte) { return byte > 0x20 && byte < 0x7f; }

/// One row of 1 to 16 bytes; written into a fixed array and appended at once.
void append_row(Text& text, std::string_view line_start, size_t offset, Bytes bytes, bool with_ascii) {
  constexpr char digits[] = "0123456789abcdef";
  char line[ascii_column + row];
  size_t at = 0;
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (i != 0 && i % 2 == 0) line[at++] = ' ';
    line[at++] = digits[bytes[i] >> 4];
    line[at++] = digits[bytes[i] & 15];
  }
  if (with_ascii) {
    std::fill(line + at, line + ascii_column, ' ');
    at = ascii_column;
    for (const uint8_t byte : bytes) line[at++] = is_graphic(byte) ? static_cast<char>(byte) : '.';
  }
  text.put(line_start, "0x", Hex{offset, 4}, ":  ", std::string_view{line, at});
}

void append_rows(Text& text, std::string_view line_start, Bytes bytes, bool with_ascii) {
  for (size_t offset = 0; offset < bytes.size(); offset += row)
    append_row(text, line_start, offset, bytes.subspan(offset, std::min(row, bytes.size() - offset)),
               with_ascii);
}

}  // namespace

void append_hex(Text& text, Bytes bytes, std::string_view line_start) {
  append_rows(text, line_start, bytes, false);
}
void append_hex_and_ascii(Text& text, Bytes bytes, std::string_view line_start) {
  append_rows(text, line_start, bytes, true);
}

void append_ascii(Text& text, Bytes bytes) {
  text.append('\n');
  text.reserve(bytes.size());
  for (size_t i = 0; i < bytes.size(); ++i) {
    const uint8_t byte = bytes[i];
    // The carriage return of a line end is left out, the last byte's too; one in between is a character.
    // As tcpdump does: also in front of the last byte, whatever that is.
    if (byte == '\r' && (i + 2 >= bytes.size() || bytes[i + 1] == '\n')) continue;
    const bool as_it_is = is_graphic(byte) || byte == ' ' || byte == '\t' || byte == '\n';
    text.append(as_it_is ? static_cast<char>(byte) : '.');
  }
}

}  // namespace wiretale
