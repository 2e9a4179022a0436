// Any bytes as a frame: decode, dissect and print. The first two bytes choose the link type and the
// verbosity.
#include <cstdint>
#include <vector>

#include "decode/decode.h"
#include "decode/dispatch.h"
#include "outputs/frame_line.h"
#include "protocols/catalog.h"

using namespace wiretale;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr uint16_t link_types[] = {1, 1, 1, 0, 9, 101, 105, 108, 113, 127, 228, 229, 276, 104, 107, 50};
  if (size < 2) return 0;
  LineOptions options;
  options.verbose = data[1] & 3;
  options.link_header = (data[1] & 4) != 0;
  options.quiet = (data[1] & 8) != 0;
  options.absolute_sequence = (data[1] & 16) != 0;
  Packet packet{};
  packet.link_type = link_types[data[0] % std::size(link_types)];
  // Memory of exactly the frame's size, so that a read behind it is seen.
  const std::vector<uint8_t> frame(data + 2, data + size);
  packet.bytes = frame;
  packet.wire_length = static_cast<uint32_t>(frame.size() + (data[1] >> 5) * 16u);
  decode(packet);
  FieldTree tree;
  dissect(packet, tree);
  Line line(options, line_dispatch(), catalog());
  print_frame(line, packet);
  return 0;
}
