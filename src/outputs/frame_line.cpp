// A packet as tcpdump shows it.
#include "outputs/frame_line.h"

namespace wiretale {

void print_frame(Line& line, const Packet& packet) {
  line.time = packet.time;
  line.wire_length = packet.wire_length;
  line.captured_length = static_cast<uint32_t>(packet.bytes.size());
  line.network = {};
  line.ports = {};
  try {
    (void)line.child(On::LinkType, packet.link_type,
                     View{packet.bytes.data(), packet.bytes.size(), packet.wire_length});
  } catch (const Truncated&) {
    line.put(" [|", line.protocol, ']');
  }
}

}  // namespace wiretale
