// LLDP's organization-specific TLVs.
#pragma once
#include <algorithm>

#include "packet/line.h"

namespace wiretale::lldp {

/// Text as it stands in elements: of a claimed length, but ending at the first zero.
[[nodiscard]] inline CaretNotation text_in(Bytes bytes) {
  return {bytes.first(static_cast<size_t>(std::ranges::find(bytes, uint8_t{0}) - bytes.begin()))};
}

/// Link aggregation, which IEEE 802.1 and 802.3 tell alike. Here and below `information` begins with the
/// organization's three bytes and the subtype.
void print_aggregation(Line& line, View information);
/// Prints the contents of IEEE 802.3's TLVs, and of LLDP-MED's; nothing where they are too short.
void print_ethernet(Line& line, uint8_t subtype, View information);
void print_media(Line& line, uint8_t subtype, View information);

/// Prints the subtype and contents of an organization-specific TLV's information string (4 bytes at least);
/// false when nothing of it is known.
bool print_organization_specific(Line& line, View information);

}  // namespace wiretale::lldp
