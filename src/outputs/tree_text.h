// The field tree as indented lines: tshark -V and -O.
#pragma once
#include <string>
#include <vector>

#include "packet/tree.h"

namespace wiretale {

/// Whether the bytes of data (payload that no protocol claims) are shown below its line.
enum class DataBytes : uint8_t { No, Yes };

/// Appends all lines; of protocols that `only` does not name just the first (empty: all lines of all).
void append_tree_text(Text& text, const FieldTree& tree, const std::vector<std::string>& only,
                      DataBytes data);

}  // namespace wiretale
