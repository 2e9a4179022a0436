// The field tree as indented lines.
#include "outputs/tree_text.h"

#include <algorithm>

#include "outputs/frame_bytes.h"
#include "packet/value_text.h"

namespace wiretale {

void append_tree_text(Text& text, const FieldTree& tree, const std::vector<std::string>& only,
                      DataBytes data) {
  bool in_full = true;
  uint8_t hidden_level = UINT8_MAX;
  for (const FieldValue& value : tree.values()) {
    if (value.level == 0) in_full = only.empty() || std::ranges::find(only, value.field->name) != only.end();
    if (!in_full && value.level > 0) continue;
    if (value.level > hidden_level) continue;  // what is below a hidden line is hidden too
    hidden_level = UINT8_MAX;
    if (value.hidden) {
      hidden_level = value.level;
      continue;
    }
    text.fill(size_t{value.level} * 4, ' ');
    append_tree_line(text, tree, value);
    text.append('\n');
    if (data == DataBytes::Yes && in_full && value.field->name == "data") {
      text.append('\n');
      append_frame_bytes(text, value.bytes, HexdumpText::Plain);
    }
  }
}

}  // namespace wiretale
