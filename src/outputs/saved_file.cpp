// A file that a command was asked to write.
#include "outputs/saved_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/text.h"

namespace wiretale {
namespace {

constexpr mode_t owner_only = 0600;

bool is_source(const struct stat& file, const std::string& source) {
  struct stat other {};
  return ::stat(source.c_str(), &other) == 0 && other.st_dev == file.st_dev && other.st_ino == file.st_ino;
}

Error cannot_write(const std::string& path, int why, std::string next_step) {
  return {text_of("cannot write ", path, ": ", std::strerror(why)), std::move(next_step)};
}

}  // namespace

std::expected<SavedFile, Error> SavedFile::open(const std::string& path, IfThere if_there,
                                                const std::string& source) {
  constexpr int safely = O_WRONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK;
  const int made = ::open(path.c_str(), safely | O_CREAT | O_EXCL, owner_only);
  if (made >= 0) return SavedFile(path, made, true);
  if (errno != EEXIST) return std::unexpected(cannot_write(path, errno, "does its folder exist?"));
  if (if_there == IfThere::Refuse)
    return std::unexpected(
        Error{text_of(path, " exists already"), "choose another name, or overwrite it with --force"});
  const int old = ::open(path.c_str(), safely);
  if (old < 0) {
    if (errno == ELOOP)
      return std::unexpected(
          Error{text_of(path, " is a link; links are not followed"), "name the file itself"});
    return std::unexpected(cannot_write(path, errno, "choose another name"));
  }
  SavedFile file(path, old, false);
  struct stat status {};
  if (::fstat(old, &status) != 0 || !S_ISREG(status.st_mode))
    return std::unexpected(Error{text_of(path, " is no ordinary file"), "choose another name"});
  if (is_source(status, source))
    return std::unexpected(Error{text_of(path, " is the capture that is read"), "choose another name"});
  return file;
}

SavedFile::SavedFile(SavedFile&& other) noexcept
    : path_(std::move(other.path_)),
      file_(std::exchange(other.file_, -1)),
      made_(other.made_),
      begun_(other.begun_),
      error_(other.error_),
      size_(other.size_) {}

SavedFile::~SavedFile() {
  if (file_ >= 0) ::close(file_);
}

void SavedFile::begin() {
  if (std::exchange(begun_, true) || made_) return;
  // Whoever could read the old content need not be allowed to read the new one.
  if (::fchmod(file_, owner_only) != 0 || ::ftruncate(file_, 0) != 0) error_ = errno;
}

void SavedFile::write(Bytes bytes) {
  begin();
  while (!bytes.empty() && error_ == 0) {
    const ssize_t written = ::write(file_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      error_ = written < 0 ? errno : ENOSPC;
    } else {
      size_ += static_cast<uint64_t>(written);
      bytes = bytes.subspan(static_cast<size_t>(written));
    }
  }
}

std::expected<void, Error> SavedFile::finish() {
  begin();
  if (const int file = std::exchange(file_, -1); file >= 0 && ::close(file) != 0 && error_ == 0)
    error_ = errno;
  if (error_ != 0) return std::unexpected(cannot_write(path_, error_, "is the disk full?"));
  return {};
}

void SavedFile::abandon() {
  if (const int file = std::exchange(file_, -1); file >= 0) ::close(file);
  if (made_) ::unlink(path_.c_str());
}

}  // namespace wiretale
