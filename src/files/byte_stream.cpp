// Byte streams of files and memory.
#include "files/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace wiretale {
namespace {

class FileStream : public ByteStream {
 public:
  FileStream(int descriptor, AtEnd at_end) : descriptor_(descriptor), at_end_(at_end) {
    (void)posix_fadvise(descriptor_, 0, 0, POSIX_FADV_SEQUENTIAL);  // a pipe refuses; that is fine
  }
  ~FileStream() override {
    if (at_end_ == AtEnd::Close) close(descriptor_);
  }
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

  std::expected<size_t, std::string> read(std::span<uint8_t> into) override {
    while (true) {
      const ssize_t got = ::read(descriptor_, into.data(), into.size());
      if (got >= 0) return static_cast<size_t>(got);
      if (errno != EINTR) return std::unexpected(std::string(std::strerror(errno)));
    }
  }
  [[nodiscard]] bool seekable() const override { return is_file_; }
  [[nodiscard]] size_t read_at(uint64_t offset, std::span<uint8_t> into) const override {
    size_t size = 0;
    while (size < into.size()) {
      const ssize_t got =
          pread(descriptor_, into.data() + size, into.size() - size, static_cast<off_t>(offset + size));
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) break;
      size += static_cast<size_t>(got);
    }
    return size;
  }

 private:
  /// What standard input is has been opened by others, and may stand anywhere.
  [[nodiscard]] static bool is_whole_file(int descriptor, AtEnd at_end) {
    struct stat status {};
    return at_end == AtEnd::Close && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  }

  int descriptor_;
  AtEnd at_end_;
  bool is_file_ = is_whole_file(descriptor_, at_end_);
};

class MemoryStream : public ByteStream {
 public:
  explicit MemoryStream(Bytes bytes) : all_(bytes), left_(bytes) {}
  std::expected<size_t, std::string> read(std::span<uint8_t> into) override {
    const size_t size = std::min(into.size(), left_.size());
    std::copy_n(left_.begin(), size, into.begin());
    left_ = left_.subspan(size);
    return size;
  }
  [[nodiscard]] bool seekable() const override { return true; }
  [[nodiscard]] size_t read_at(uint64_t offset, std::span<uint8_t> into) const override {
    const size_t first = static_cast<size_t>(std::min<uint64_t>(offset, all_.size()));
    const size_t size = std::min(into.size(), all_.size() - first);
    std::copy_n(all_.begin() + static_cast<ptrdiff_t>(first), size, into.begin());
    return size;
  }

 private:
  Bytes all_, left_;
};

class Rejoined : public ByteStream {
 public:
  Rejoined(std::vector<uint8_t> begin, std::unique_ptr<ByteStream> rest)
      : begin_(std::move(begin)), left_(begin_), rest_(std::move(rest)) {}
  std::expected<size_t, std::string> read(std::span<uint8_t> into) override {
    const auto size = left_.read(into);
    return *size > 0 ? size : rest_->read(into);
  }
  // What was put back came from there: the rest knows all of it.
  [[nodiscard]] bool seekable() const override { return rest_->seekable(); }
  [[nodiscard]] size_t read_at(uint64_t offset, std::span<uint8_t> into) const override {
    return rest_->read_at(offset, into);
  }

 private:
  std::vector<uint8_t> begin_;
  MemoryStream left_;
  std::unique_ptr<ByteStream> rest_;
};

}  // namespace

std::unique_ptr<ByteStream> file_stream(int descriptor, AtEnd at_end) {
  return std::make_unique<FileStream>(descriptor, at_end);
}
std::unique_ptr<ByteStream> memory_stream(Bytes bytes) { return std::make_unique<MemoryStream>(bytes); }
std::unique_ptr<ByteStream> rejoined(std::vector<uint8_t> begin, std::unique_ptr<ByteStream> rest) {
  return std::make_unique<Rejoined>(std::move(begin), std::move(rest));
}

}  // namespace wiretale
