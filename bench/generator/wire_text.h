// Numbers and counted strings in network byte order, appended to a string.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wiretale::bench {

inline void append_u16(std::string& text, size_t value) {
  text += static_cast<char>(value >> 8 & 0xff);
  text += static_cast<char>(value & 0xff);
}

inline void append_u32(std::string& text, size_t value) {
  append_u16(text, value >> 16);
  append_u16(text, value);
}

// The length in 16 bits, then the content.
inline void append_counted_u16(std::string& text, std::string_view content) {
  append_u16(text, content.size());
  text += content;
}

}  // namespace wiretale::bench
