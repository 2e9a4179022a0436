// A file that a command was asked to write: only its owner may read it, nothing is overwritten unasked, and
// no link is followed.
#pragma once
#include <expected>
#include <string>

#include "base/bytes.h"
#include "base/error.h"

namespace wiretale {

class SavedFile {
 public:
  enum class IfThere : bool { Refuse, Overwrite };
  /// `source`: the capture that is being read, which must not be overwritten.
  [[nodiscard]] static std::expected<SavedFile, Error> open(const std::string& path, IfThere if_there,
                                                            const std::string& source);
  SavedFile(SavedFile&& other) noexcept;
  SavedFile& operator=(SavedFile&&) = delete;
  ~SavedFile();

  /// What was in the file before goes with the first bytes (or with finish()).
  void write(Bytes bytes);
  [[nodiscard]] uint64_t size() const { return size_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  /// Closes it; tells what went wrong since open().
  [[nodiscard]] std::expected<void, Error> finish();
  /// There was nothing to save: takes away a file that open() made, and leaves an old one as it was.
  void abandon();

 private:
  SavedFile(std::string path, int file, bool made) : path_(std::move(path)), file_(file), made_(made) {}
  void begin();

  std::string path_;
  int file_;
  bool made_;  ///< by open()
  bool begun_ = false;
  int error_ = 0;
  uint64_t size_ = 0;
};

}  // namespace wiretale
