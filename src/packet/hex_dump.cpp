// Hex and ASCII dumps.
#include "packet/hex_dump.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace wiretale {
namespace {

constexpr size_t row = 16;
/// Where the characters begin, counted from the first hex digit: 16 bytes in pairs and two spaces.
constexpr size_t ascii_column = row / 2 * 5 + 1;

bool is_graphic(uint8_t byte) { return byte > 0x20 && byte < 0x7f; }

using Block [[gnu::vector_size(row)]] = uint8_t;

/// Sixteen bytes, with dots where they are not to be shown.
template <class IsShown>
void write_block(const uint8_t* from, char* to, IsShown&& is_shown) {
  Block block;
  std::memcpy(&block, from, row);
  const auto shown = is_shown(block);  // all bits or none
  const Block mask = reinterpret_cast<const Block&>(shown);
  const Block result = (block & mask) | (~mask & '.');
  std::memcpy(to, &result, row);
}

constexpr auto hex_pairs = [] {
  constexpr char digits[] = "0123456789abcdef";
  std::array<std::array<char, 2>, 256> pairs{};
  for (size_t byte = 0; byte < pairs.size(); ++byte) pairs[byte] = {digits[byte >> 4], digits[byte & 15]};
  return pairs;
}();

/// A row of 16 bytes at an offset of four digits, as nearly all are.
void append_whole_row(Text& text, std::string_view line_start, size_t offset, const uint8_t* bytes,
                      bool with_ascii) {
  text.append(line_start);
  char* to = text.room(9 + ascii_column + row);
  const auto put = [&](std::string_view words) {
    std::memcpy(to, words.data(), words.size());
    to += words.size();
  };
  const auto put_byte = [&](size_t byte) {
    std::memcpy(to, hex_pairs[byte].data(), 2);
    to += 2;
  };
  put("0x");
  put_byte(offset >> 8);
  put_byte(offset & 0xff);
  put(":  ");
  for (size_t i = 0; i < row; i += 2) {
    put_byte(bytes[i]);
    put_byte(bytes[i + 1]);
    *to++ = ' ';
  }
  if (!with_ascii) return text.written(to - 1);
  *to++ = ' ';
  write_block(bytes, to, [](const Block& block) { return (block > ' ') & (block < 0x7f); });
  text.written(to + row);
}

/// One row of 1 to 16 bytes; written into a fixed array and appended at once.
void append_row(Text& text, std::string_view line_start, size_t offset, Bytes bytes, bool with_ascii) {
  if (bytes.size() == row && offset <= 0xffff)
    return append_whole_row(text, line_start, offset, bytes.data(), with_ascii);
  char line[ascii_column + row];
  size_t at = 0;
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (i != 0 && i % 2 == 0) line[at++] = ' ';
    std::memcpy(line + at, hex_pairs[bytes[i]].data(), 2);
    at += 2;
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

/// Writes graphic characters, spaces, tabs and line feeds as they are and dots for the rest; sixteen bytes at
/// a time, since -A does this to every byte of a capture. Returns the end.
char* write_shown(const uint8_t* from, size_t count, char* to) {
  for (; count >= row; count -= row, from += row, to += row)
    write_block(from, to, [](const Block& block) {
      return ((block >= ' ') & (block < 0x7f)) | (block == '\t') | (block == '\n');
    });
  for (; count != 0; --count, ++from)
    *to++ =
        is_graphic(*from) || *from == ' ' || *from == '\t' || *from == '\n' ? static_cast<char>(*from) : '.';
  return to;
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
  char* to = text.room(bytes.size());
  const uint8_t *from = bytes.data(), *const end = from + bytes.size();
  while (from != end) {
    const auto left = static_cast<size_t>(end - from);
    const void* const found = std::memchr(from, '\r', left);
    const size_t run =
        found == nullptr ? left : static_cast<size_t>(static_cast<const uint8_t*>(found) - from);
    to = write_shown(from, run, to);
    from += run;
    if (from == end) break;
    // The carriage return of a line end is left out, and one that is the last byte or the last but one, as
    // tcpdump does; others are characters.
    if (end - from > 2 && from[1] != '\n') *to++ = '.';
    ++from;
  }
  text.written(to);
}

}  // namespace wiretale
