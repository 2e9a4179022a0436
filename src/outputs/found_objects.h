// Objects that packets carry - pages, images, files: read --export-objects.
#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "outputs/object_files.h"
#include "packet/tree.h"

namespace wiretale {

/// Finds the objects of one protocol, in the order of a capture.
class ObjectFinder {
 public:
  virtual ~ObjectFinder() = default;
  /// Of the tree; none when the packet's layers are enough.
  [[nodiscard]] virtual std::vector<const Field*> fields() const { return {}; }
  /// Writes the objects that are complete with this packet, which has its layers; `tree` has the fields.
  virtual std::expected<void, Error> add(const Packet& packet, const FieldTree& tree, ObjectFiles& files) = 0;
};

/// For "http" or "tftp"; null for other names.
[[nodiscard]] std::unique_ptr<ObjectFinder> make_object_finder(std::string_view protocol);

[[nodiscard]] std::unique_ptr<ObjectFinder> make_http_objects();
[[nodiscard]] std::unique_ptr<ObjectFinder> make_tftp_objects();

}  // namespace wiretale
