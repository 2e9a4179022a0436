// What IEEE 802.15.4 frames carry behind their addresses.
#pragma once
#include "packet/line.h"

namespace wiretale::ieee802154 {

/// A frame being printed: the bytes captured and the place reached in them.
struct Frame {
  View in;
  size_t at = 0, end = 0;

  [[nodiscard]] size_t left() const { return end - at; }
  [[nodiscard]] bool has(size_t count) const { return left() >= count; }
  /// The place, which moves behind `count` bytes.
  size_t take(size_t count) {
    const size_t here = at;
    at += count;
    return here;
  }
  [[nodiscard]] Bytes rest() const { return in.available(at, left()); }
};

/// An address of 8 bytes, which come in reverse.
void put_long_address(Line& line, View in, size_t at);

/// All print what they know and say whether the frame goes on behind it.
enum class Next : uint8_t { GoOn, Stop };

/// The information elements of the header, and of the payload where the header's end announces them.
Next print_elements(Line& line, Frame& frame);
/// Superframe, guaranteed time slots and pending addresses of a beacon.
Next print_beacon(Line& line, Frame& frame);
Next print_command(Line& line, Frame& frame);

}  // namespace wiretale::ieee802154
