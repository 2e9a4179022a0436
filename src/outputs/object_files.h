// Files of objects found in packets: their names come from the wire, so each becomes a new file in one folder
// and nowhere else.
#pragma once
#include <expected>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/error.h"

namespace wiretale {

/// The last part of a path or target, with what file systems or shells might misread as %xx; empty when there
/// is none or it would be a folder's own name.
[[nodiscard]] std::string safe_file_name(std::string_view path);

class ObjectFiles {
 public:
  /// Makes the folder when it is not there.
  [[nodiscard]] static std::expected<ObjectFiles, Error> open(const std::string& folder);
  ObjectFiles(ObjectFiles&& other) noexcept;
  ObjectFiles& operator=(ObjectFiles&&) = delete;
  ~ObjectFiles();

  /// Writes a new file that only its owner may read; "name(1).txt" where "name.txt" is taken. Without a path
  /// the name says which packet completed the object.
  std::expected<void, Error> write(std::string_view path, uint32_t frame, Bytes content);

 private:
  ObjectFiles(std::string folder, int handle) : folder_(std::move(folder)), handle_(handle) {}
  /// A new file of this name, or -1 with errno.
  [[nodiscard]] int create(const std::string& name) const;
  std::string folder_;
  int handle_;  ///< of the folder
};

}  // namespace wiretale
