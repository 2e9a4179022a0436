// Where an IP packet ends as its header says.
#pragma once
#include "packet/packet.h"
#include "protocols/catalog.h"

namespace wiretale {

/// Counted from the frame's first byte, maybe behind what was captured; 0 when the header is cut short.
[[nodiscard]] inline size_t claimed_end(const Packet& packet, const Layer& network) {
  const Bytes header = packet.bytes.subspan(network.offset);
  const bool four = network.protocol == ids::ipv4;
  if (header.size() < (four ? 20 : 40)) return 0;
  const size_t claimed = four ? be16(&header[2]) : be16(&header[4]);
  // With segmentation offload the length may be 0; then the frame's counts.
  if (claimed == 0) return packet.wire_length;
  return network.offset + claimed + (four ? 0 : 40);
}

}  // namespace wiretale
