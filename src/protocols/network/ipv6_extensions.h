// IPv6 extension headers (RFC 8200), as the IPv6 printer and the checksums of payloads meet them.
#pragma once
#include "packet/line.h"

namespace wiretale {

/// What printing an extension header found out.
struct ExtensionResult {
  size_t size = 0;            ///< of the header; 0: the line ends here
  uint32_t jumbo_length = 0;  ///< from a valid jumbo payload option (RFC 2675), or 0
};

[[nodiscard]] ExtensionResult print_hop_by_hop(Line& line, View in, uint16_t payload_length);
[[nodiscard]] ExtensionResult print_destination_options(Line& line, View in, uint16_t payload_length);
[[nodiscard]] ExtensionResult print_routing(Line& line, View in);
/// `bytes` are what the IPv6 header claims from this header on.
[[nodiscard]] ExtensionResult print_fragment(Line& line, View in, size_t bytes);
void print_mobility(Line& line, View in);

/// Where a routing header sends the packet at last, or the header's destination: what checksums cover.
[[nodiscard]] const uint8_t* ipv6_final_destination(const NetworkHeader& network);

}  // namespace wiretale
