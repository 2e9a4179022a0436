// IEEE 802.11 frames, where a capture's own header (radiotap and its like) says more about them.
#pragma once
#include "packet/line.h"

namespace wiretale::ieee80211 {

enum class Padding : uint8_t { None, ToFour };

/// What the capture's header says: whether the frame's header is padded and how long its FCS is.
struct Trailer {
  Padding padded = Padding::None;
  size_t check_size = 0;
};

/// Prints a frame; the length of its headers, LLC's included.
size_t print_frame(Line& line, View in, Trailer trailer);

}  // namespace wiretale::ieee80211
