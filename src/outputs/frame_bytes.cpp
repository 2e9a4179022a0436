// The bytes of a packet as tshark -x shows them.
#include "outputs/frame_bytes.h"

#include <algorithm>

namespace wiretale {

void append_frame_bytes(Text& text, Bytes bytes, HexdumpText characters) {
  constexpr size_t per_line = 16;
  const unsigned offset_width = bytes.size() > 0x10000 ? (bytes.size() > 0x1000000 ? 8 : 6) : 4;
  for (size_t start = 0; start < bytes.size(); start += per_line) {
    const Bytes line = bytes.subspan(start, std::min(per_line, bytes.size() - start));
    text.put(Hex{start, offset_width}, ' ');
    for (const uint8_t byte : line) text.put(' ', Hex{byte, 2});
    text.fill((per_line - line.size()) * 3, ' ');
    text.append("   ");
    if (characters == HexdumpText::Delimited) text.append('|');
    if (characters != HexdumpText::None)
      for (const uint8_t byte : line)
        text.append(byte >= 0x20 && byte < 0x7f ? static_cast<char>(byte) : '.');
    if (characters == HexdumpText::Delimited) text.append('|');
    text.append('\n');
  }
}

}  // namespace wiretale
