// Link types whose first header is in the byte order of the machine that captured.
#pragma once
#include <span>

#include "base/bytes.h"

namespace wiretale {

/// Whether frames of this link type begin with such a header: Linux USB, NFLOG.
[[nodiscard]] bool has_host_order_header(uint16_t link_type);
/// Turns the header of a frame from a big-endian file into little-endian, in place.
void to_host_order(uint16_t link_type, std::span<uint8_t> frame);

}  // namespace wiretale
