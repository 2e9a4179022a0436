// Any text as a display filter: compile it, and run it over the field tree of one packet.
#include "filter/display_filter.h"

#include "decode/decode.h"
#include "fields/dissector.h"

using namespace wiretale;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static constexpr uint8_t frame[] = {
      2,    0,    0, 0,  0, 1, 2,    0, 0,  0, 0, 2, 8,    0,                         // Ethernet
      0x45, 0,    0, 40, 0, 1, 0x40, 0, 64, 6, 0, 0, 10,   0,    0, 1, 10, 0, 0, 2,   // IPv4
      0x30, 0x39, 0, 80, 0, 0, 0,    1, 0,  0, 0, 2, 0x50, 0x18, 1, 0, 0,  0, 0, 0};  // TCP
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  auto filter = compile_display_filter(text);
  if (!filter) {
    if (filter.error().text(text).empty()) __builtin_trap();
    return 0;
  }
  Packet packet{};
  packet.link_type = 1;
  packet.bytes = frame;
  packet.wire_length = sizeof frame;
  decode(packet);
  Dissector dissector({}, Dissector::WithColumns::No);
  const FieldTree& tree = dissector.dissect(packet);
  const bool once = filter->matches(tree, packet);
  if (filter->matches(tree, packet) != once) __builtin_trap();
  return 0;
}
