// Any bytes as a frame: decode, dissect and print. The first two bytes are the link type (little-endian;
// Ethernet where nobody claims it), the third chooses the options.
#include <cstdint>
#include <vector>

#include "decode/decode.h"
#include "decode/dispatch.h"
#include "outputs/frame_line.h"
#include "packet/value_text.h"
#include "protocols/catalog.h"

using namespace wiretale;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr size_t chosen = 3;
  if (size < chosen) return 0;
  LineOptions options;
  options.verbose = data[2] & 3;
  options.link_header = (data[2] & 4) != 0;
  options.quiet = (data[2] & 8) != 0;
  options.absolute_sequence = (data[2] & 16) != 0;
  Packet packet{};
  const uint16_t link_type = le16(data);
  packet.link_type = line_dispatch().find(On::LinkType, link_type) == ProtocolId::None ? 1 : link_type;
  // Memory of exactly the frame's size, so that a read behind it is seen.
  const std::vector<uint8_t> frame(data + chosen, data + size);
  packet.bytes = frame;
  packet.wire_length = static_cast<uint32_t>(frame.size() + (data[2] >> 5) * 16u);
  decode(packet);
  FieldTree tree;
  dissect(packet, tree);
  Text text;
  for (const FieldValue& value : tree.values()) {
    append_tree_line(text, tree, value);
    append_value(text, value);
  }
  Line line(options, line_dispatch(), catalog());
  print_frame(line, packet);
  return 0;
}
