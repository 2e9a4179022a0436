// Any bytes as the packets of a capture, one behind the other: streams, fragments and what dissectors keep
// from packet to packet, with all lines, their words and the columns. The first two bytes are the link type
// (little-endian; Ethernet where nobody claims it); each packet has two bytes of length in front
// (little-endian).
#include <cstdint>
#include <vector>

#include "decode/decode.h"
#include "decode/dispatch.h"
#include "fields/dissector.h"
#include "packet/value_text.h"
#include "protocols/catalog.h"

using namespace wiretale;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr size_t front = 2, most_packets = 32;
  if (size < front) return 0;
  const uint16_t chosen = le16(data);
  const uint16_t link_type = tree_dispatch().find(On::LinkType, chosen) == ProtocolId::None ? 1 : chosen;
  Dissector dissector({}, Dissector::WithColumns::Yes);
  Text text;
  uint32_t number = 0;
  for (size_t at = front; at + front <= size && number < most_packets;) {
    const size_t length = std::min<size_t>(le16(data + at), size - at - front);
    // Memory of exactly the packet's size, so that a read behind it is seen.
    const std::vector<uint8_t> bytes(data + at + front, data + at + front + length);
    at += front + length;
    Packet packet{};
    packet.link_type = link_type;
    packet.bytes = bytes;
    packet.wire_length = static_cast<uint32_t>(length);
    packet.number = ++number;
    decode(packet, tree_dispatch());
    const FieldTree& tree = dissector.dissect(packet);
    text.clear();
    for (const FieldValue& value : tree.values()) {
      append_tree_line(text, tree, value);
      append_table_value(text, tree, value);
    }
  }
  return 0;
}
