// How a followed stream is shown.
#include "statistics/follow_text.h"

#include <algorithm>

namespace wiretale {
namespace {

constexpr std::string_view rule = "===================================================================\n";

/// Bytes 0x20 to 0x7f as tshark shows them in its EBCDIC form; all others are dots.
constexpr std::string_view ebcdic_characters =
    " !\"#$%&'()*+,-./"
    "..23456789:;<=.?"
    " ...........<(+|"
    "&.........!$*);^"
    "-/........|,%_>?"
    "..........:#@'=.";
static_assert(ebcdic_characters.size() == 0x60);

char shown_character(uint8_t byte, FollowForm form) {
  if (byte == '\n' || byte == '\r') return static_cast<char>(byte);
  if (byte < 0x20 || byte >= 0x7f) return '.';
  return form == FollowForm::Ebcdic ? ebcdic_characters[byte - 0x20] : static_cast<char>(byte);
}

void append_end(Text& text, const FollowEnd& end, bool in_brackets) {
  if (!end.known) return;
  const bool brackets = in_brackets && !end.address.is_four();
  if (brackets) text.put('[');
  text.put(to_string(end.address));
  if (brackets) text.put(']');
}

}  // namespace

std::optional<FollowForm> follow_form(std::string_view name) {
  if (name == "ascii") return FollowForm::Ascii;
  if (name == "ebcdic") return FollowForm::Ebcdic;
  if (name == "hex") return FollowForm::Hex;
  if (name == "raw") return FollowForm::Raw;
  if (name == "yaml") return FollowForm::Yaml;
  return std::nullopt;
}

void append_base64_lines(Text& text, Bytes bytes, std::string_view indent) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr size_t bytes_of_line = 57;
  for (size_t line = 0; line < bytes.size(); line += bytes_of_line) {
    text.put(indent);
    const Bytes part = bytes.subspan(line, std::min(bytes_of_line, bytes.size() - line));
    for (size_t i = 0; i < part.size(); i += 3) {
      const size_t left = std::min<size_t>(3, part.size() - i);
      const uint32_t group = static_cast<uint32_t>(part[i] << 16 | (left > 1 ? part[i + 1] << 8 : 0) |
                                                   (left > 2 ? part[i + 2] : 0));
      text.put(digits[group >> 18], digits[group >> 12 & 63], left > 1 ? digits[group >> 6 & 63] : '=',
               left > 2 ? digits[group & 63] : '=');
    }
    text.put('\n');
  }
}

void FollowText::head(Text& text, std::string_view what, std::string_view filter,
                      const FollowEnd (&ends)[2]) const {
  if (form_ == FollowForm::Yaml) {
    text.put("peers:\n");
    for (unsigned i = 0; i < 2; ++i) {
      text.put("  - peer: ", i, "\n    host: ");
      append_end(text, ends[i], false);
      text.put("\n    port: ", ends[i].port, '\n');
    }
    text.put("packets:\n");
    return;
  }
  text.put('\n', rule, "Follow: ", what, "\nFilter: ", filter, '\n');
  for (unsigned i = 0; i < 2; ++i) {
    text.put("Node ", i, ": ");
    append_end(text, ends[i], true);
    text.put(':', ends[i].port, '\n');
  }
}

void FollowText::characters(Text& text, Bytes bytes) const {
  char* to = text.room(bytes.size());
  for (const uint8_t byte : bytes) *to++ = shown_character(byte, form_);
  text.written(to);
}

void FollowText::hex_lines(Text& text, Bytes bytes, uint64_t offset, uint8_t peer) const {
  for (size_t line = 0; line < bytes.size(); line += 16) {
    if (peer == 1) text.put('\t');
    text.put(HexUpper{offset + line, 8}, ' ');
    const size_t count = std::min<size_t>(16, bytes.size() - line);
    for (size_t i = 0; i < 16; ++i) {
      if (i == 8) text.put(' ');
      if (i < count)
        text.put(' ', Hex{bytes[line + i], 2});
      else
        text.put("   ");
    }
    text.put("  ");
    for (size_t i = 0; i + (bytes[line + count - 1] == ' ' ? 1 : 0) < count; ++i) {  // no space at the end
      if (i == 8) text.put(' ');
      const uint8_t byte = bytes[line + i];
      text.put(byte >= 0x20 && byte < 0x7f ? static_cast<char>(byte) : '.');
    }
    text.put('\n');
  }
}

void FollowText::piece(Text& text, const FollowedPiece& piece) {
  Bytes bytes = piece.bytes;
  std::string gap;
  if (piece.missing != 0) {
    gap = text_of('[', piece.missing, " bytes missing in capture file]");
    bytes = {reinterpret_cast<const uint8_t*>(gap.c_str()),
             gap.size() + 1};  // with its final zero, as tshark
  }
  const uint8_t peer = piece.peer & 1;
  const uint64_t offset = offsets_[peer];
  offsets_[peer] += bytes.size();
  ++seen_;
  if (seen_ < first_ || seen_ > last_) return;
  switch (form_) {
    case FollowForm::Ascii:
    case FollowForm::Ebcdic:
      text.put(peer == 1 ? "\t" : "", bytes.size(), '\n');
      characters(text, bytes);
      text.put('\n');
      return;
    case FollowForm::Hex: return hex_lines(text, bytes, offset, peer);
    case FollowForm::Raw:
      if (peer == 1) text.put('\t');
      for (const uint8_t byte : bytes) text.put(Hex{byte, 2});
      text.put('\n');
      return;
    case FollowForm::Yaml: {
      // tshark computes with a floating-point number, whose last digits are not those of the capture.
      constexpr int64_t second = 1'000'000'000;
      const double time = static_cast<double>(piece.time.nanoseconds / second) +
                          static_cast<double>(piece.time.nanoseconds % second) / 1e9;
      text.put("  - packet: ", piece.packet, "\n    peer: ", peer, "\n    timestamp: ", Fixed{time, 9},
               "\n    data: !!binary |\n");
      append_base64_lines(text, bytes, "      ");
      return;
    }
  }
}

void FollowText::foot(Text& text) const {
  if (form_ != FollowForm::Yaml) text.put(rule);
}

}  // namespace wiretale
