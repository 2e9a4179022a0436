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

namespace {

/// Lengths that no capture can have are shown instead of the packet; false when they are fine.
bool append_impossible_lengths(Line& line, size_t captured, size_t on_wire) {
  constexpr size_t longest = 262'144;
  if (captured != 0 && captured <= on_wire && on_wire <= longest) return false;
  line.append("[Invalid header:");
  std::string_view between = " ";
  const auto say = [&](const auto&... parts) {
    line.put(between, parts...);
    between = ", ";
  };
  if (captured == 0) say("caplen==0");
  if (on_wire == 0) say("len==0");
  if (on_wire != 0 && on_wire < captured) say("len(", on_wire, ") < caplen(", captured, ')');
  if (captured > longest) say("caplen(", captured, ") > ", longest);
  if (on_wire > longest) say("len(", on_wire, ") > ", longest);
  line.append("]\n");
  return true;
}

}  // namespace

void FrameLines::append(Line& line, const Packet& packet, SplitTime time) {
  ++shown_;
  if (options_.numbers) line.put(Padded{shown_, 5}, "  ");
  if (append_impossible_lengths(line, packet.bytes.size(), packet.wire_length)) return;
  time_stamps_.append(line, time);
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
