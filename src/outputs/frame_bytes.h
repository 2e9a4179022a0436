// The bytes of a packet as tshark -x shows them.
#pragma once
#include "base/text.h"

namespace wiretale {

/// --hexdump: the characters beside the bytes.
enum class HexdumpText : uint8_t { Plain, Delimited, None };

/// "0000  45 00 ...   E......." for each 16 bytes.
void append_frame_bytes(Text& text, Bytes bytes, HexdumpText characters);

}  // namespace wiretale
