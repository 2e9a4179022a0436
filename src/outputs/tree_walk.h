// Walking the flat field tree, and the protocol filters -j and -J.
#pragma once
#include <string>
#include <vector>

#include "packet/tree.h"

namespace wiretale {

/// A line of the tree by its index.
using Node = uint32_t;

/// One past the last line below `node`.
[[nodiscard]] inline Node end_of(std::span<const FieldValue> values, Node node) {
  Node next = node + 1;
  while (next < values.size() && values[next].level > values[node].level) ++next;
  return next;
}
[[nodiscard]] inline bool has_children(std::span<const FieldValue> values, Node node) {
  return node + 1 < values.size() && values[node + 1].level > values[node].level;
}

/// -j shows only lines of the named protocols and fields; -J also all that is below them.
struct ProtocolChoice {
  enum class Below : uint8_t { OnlyNamed, Everything };
  std::vector<std::string> names;  ///< empty: everything is shown
  Below below = Below::OnlyNamed;

  [[nodiscard]] bool shows_all() const { return names.empty(); }
  [[nodiscard]] bool shows(std::string_view name) const {
    if (names.empty()) return true;
    for (const std::string& each : names)
      if (each == name) return true;
    return false;
  }
  /// What holds below a line that is shown.
  [[nodiscard]] const ProtocolChoice& inside() const;
};

/// The bytes of a line in the frame or the message it is about; none when it stands for none.
[[nodiscard]] Bytes bytes_of(const Packet& packet, const FieldTree& tree, const FieldValue& value);

/// A number under a bit mask: the mask over the value's bytes, else 0.
[[nodiscard]] uint64_t mask_of(const Field& field);

}  // namespace wiretale
