// A packet as tcpdump shows it.
#include "outputs/frame_line.h"

#include "packet/hex_dump.h"

namespace wiretale {

void print_frame(Line& line, const Packet& packet) {
  line.time = packet.time;
  line.wire_length = packet.wire_length;
  line.captured_length = static_cast<uint32_t>(packet.bytes.size());
  line.link_header_length = 0;
  line.network = {};
  line.link = {};
  line.ports = {};
  try {
    if (!line.child(On::LinkType, packet.link_type,
                    View{packet.bytes.data(), packet.bytes.size(), packet.wire_length})) {
      line.append("UNSUPPORTED");
      append_hex_and_ascii(line, packet.bytes);
    }
  } catch (const Truncated&) {
    line.put(" [|", line.protocol, ']');
  }
}

void FrameLines::append(Line& line, const Packet& packet) {
  ++shown_;
  if (options_.numbers) line.put(Padded{shown_, 5}, "  ");
  time_stamps_.append(line, packet.time);
  print_frame(line, packet);
  append_dump(line, packet.bytes);
  line.append('\n');
}

// -X goes before -x, and that before -A; each given twice shows the link header too.
void FrameLines::append_dump(Line& line, Bytes bytes) const {
  const auto from = [&](int times) {
    return times > 1 ? bytes : bytes.subspan(std::min(line.link_header_length, bytes.size()));
  };
  if (options_.dump_hex_ascii != 0)
    append_hex_and_ascii(line, from(options_.dump_hex_ascii));
  else if (options_.dump_hex != 0)
    append_hex(line, from(options_.dump_hex));
  else if (options_.dump_ascii != 0)
    append_ascii(line, from(options_.dump_ascii));
}

}  // namespace wiretale
