// Words inside of JSON and XML.
#include "base/escapes.h"

#include "base/byte_scan.h"

namespace wiretale {
namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";

/// How many bytes the UTF-8 character at the begin of `words` has, or 0 when it is none (RFC 3629).
size_t utf8_length(std::string_view words) {
  const auto at = [&](size_t i) { return i < words.size() ? static_cast<uint8_t>(words[i]) : 0u; };
  const auto continues = [&](size_t i) { return (at(i) & 0xc0u) == 0x80; };
  const unsigned first = at(0), second = at(1);
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return continues(1) ? 2 : 0;
  if (first >= 0xe0 && first < 0xf0) {
    const bool fits = !(first == 0xe0 && second < 0xa0) && !(first == 0xed && second >= 0xa0);
    return fits && continues(1) && continues(2) ? 3 : 0;
  }
  if (first >= 0xf0 && first < 0xf5) {
    const bool fits = !(first == 0xf0 && second < 0x90) && !(first == 0xf4 && second >= 0x90);
    return fits && continues(1) && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

/// Appends UTF-8 as it is and a replacement for what is none; returns the bytes taken.
size_t append_character(Text& text, std::string_view words) {
  const size_t length = utf8_length(words);
  text.append(length == 0 ? replacement : words.substr(0, length));
  return length == 0 ? 1 : length;
}

/// Words character by character: those of ASCII as `put_ascii` writes them, the others as they are.
template <class PutAscii>
void append_characters(Text& text, std::string_view words, PutAscii&& put_ascii) {
  for (size_t i = 0; i < words.size();) {
    if (static_cast<uint8_t>(words[i]) >= 0x80)
      i += append_character(text, words.substr(i));
    else
      put_ascii(words[i++]);
  }
}

}  // namespace

void append_json_string(Text& text, std::string_view words) {
  const Bytes bytes{reinterpret_cast<const uint8_t*>(words.data()), words.size()};
  const auto is_special = [](auto c) { return (c < 0x20) | (c >= 0x80) | (c == '"') | (c == '\\'); };
  text.append('"');
  for (size_t i = 0; i < words.size();) {
    const size_t plain = find_byte(bytes, i, is_special);
    text.append(words.substr(i, plain - i));
    i = plain;
    if (i == words.size()) break;
    const char c = words[i];
    if (static_cast<uint8_t>(c) >= 0x80) {
      i += append_character(text, words.substr(i));
      continue;
    }
    ++i;
    switch (c) {
      case '"': text.append("\\\""); break;
      case '\\': text.append("\\\\"); break;
      case '\b': text.append("\\b"); break;
      case '\f': text.append("\\f"); break;
      case '\n': text.append("\\n"); break;
      case '\r': text.append("\\r"); break;
      case '\t': text.append("\\t"); break;
      default: text.put("\\u", Hex{static_cast<uint8_t>(c), 4});
    }
  }
  text.append('"');
}

void append_xml(Text& text, std::string_view words) {
  append_characters(text, words, [&](char c) {
    switch (c) {
      case '&': text.append("&amp;"); break;
      case '<': text.append("&lt;"); break;
      case '>': text.append("&gt;"); break;
      case '"': text.append("&quot;"); break;
      case '\'': text.append("&#x27;"); break;
      case '\t':
      case '\n':
      case '\r': text.append(c); break;
      default:
        if (c >= 0x20 && c != 0x7f)
          text.append(c);
        else
          text.put("\\x", Hex{static_cast<uint8_t>(c)});
    }
  });
}

void append_escaped_spaces(Text& text, std::string_view words) {
  append_characters(text, words, [&](char c) {
    switch (c) {
      case '\n': text.append("\\n"); break;
      case '\r': text.append("\\r"); break;
      case '\t': text.append("\\t"); break;
      case '\v': text.append("\\v"); break;
      case '\f': text.append("\\f"); break;
      case '\b': text.append("\\b"); break;
      case '\a': text.append("\\a"); break;
      default: text.append(c);
    }
  });
}

void append_hex_run(Text& text, Bytes bytes) {
  constexpr char digits[] = "0123456789abcdef";
  char* to = text.room(bytes.size() * 2);
  for (const uint8_t byte : bytes) {
    *to++ = digits[byte >> 4];
    *to++ = digits[byte & 15];
  }
  text.written(to);
}

}  // namespace wiretale
