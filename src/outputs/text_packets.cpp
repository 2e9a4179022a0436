// Packets as text.
#include "outputs/text_packets.h"

#include "outputs/tree_text.h"

namespace wiretale {

void TextPackets::show(Text& text, const ShownPacket& shown) {
  if (options_.summary) {
    list_.append_line(text, shown, options_.column_separator);
    text.append('\n');
  }
  if (options_.tree) {
    append_tree_text(text, shown.tree, options_.only, options_.bytes ? DataBytes::No : DataBytes::Yes);
    if (!options_.bytes) text.put(options_.separator, '\n');
  }
  if (!options_.bytes) return;
  if (options_.summary || options_.tree) text.append('\n');
  const auto sources = shown.tree.sources();
  const auto put_title = [&](std::string_view title, Bytes bytes) {
    text.put(title, " (", bytes.size(), bytes.size() == 1 ? " byte):\n" : " bytes):\n");
  };
  if (!sources.empty()) put_title("Frame", shown.packet.bytes);
  append_frame_bytes(text, shown.packet.bytes, options_.characters);
  for (const FieldTree::Source& source : sources) {
    put_title(source.title, source.bytes);
    append_frame_bytes(text, source.bytes, options_.characters);
  }
  text.put(options_.separator, '\n');
}

}  // namespace wiretale
