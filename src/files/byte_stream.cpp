// Byte streams of files and memory.
#include "files/byte_stream.h"

#include <fcntl.h>
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

 private:
  int descriptor_;
  AtEnd at_end_;
};

class MemoryStream : public ByteStream {
 public:
  explicit MemoryStream(Bytes bytes) : left_(bytes) {}
  std::expected<size_t, std::string> read(std::span<uint8_t> into) override {
    const size_t size = std::min(into.size(), left_.size());
    std::copy_n(left_.begin(), size, into.begin());
    left_ = left_.subspan(size);
    return size;
  }

 private:
  Bytes left_;
};

class Rejoined : public ByteStream {
 public:
  Rejoined(std::vector<uint8_t> begin, std::unique_ptr<ByteStream> rest)
      : begin_(std::move(begin)), left_(begin_), rest_(std::move(rest)) {}
  std::expected<size_t, std::string> read(std::span<uint8_t> into) override {
    const auto size = left_.read(into);
    return *size > 0 ? size : rest_->read(into);
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
