// A window that slides over a byte stream: large reads, and records handed out without copying.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "files/byte_stream.h"

namespace wiretale {

class Window {
 public:
  explicit Window(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

  /// The bytes in memory that were not passed yet.
  [[nodiscard]] const uint8_t* data() const { return memory_.get() + next_; }
  [[nodiscard]] uint8_t* data() { return memory_.get() + next_; }
  [[nodiscard]] size_t size() const { return end_ - next_; }
  /// Where data() stands in the stream.
  [[nodiscard]] uint64_t offset() const { return offset_; }

  /// Passes over the next `size` <= size() bytes; they stay in memory until fill().
  void pass(size_t size) {
    next_ += size;
    offset_ += size;
  }
  /// Makes size() at least `wanted` unless the stream ends before; says whether it is. What data() and
  /// earlier bytes pointed to is void afterwards, unless their memory() is kept. Memory grows for a giant
  /// record and shrinks again.
  bool fill(size_t wanted);
  [[nodiscard]] std::shared_ptr<const void> memory() const { return memory_; }
  /// Passes over `size` bytes of any count, also such that are not in memory; returns how many were there.
  uint64_t skip(uint64_t size);

  /// Where in the stream a byte stands that was handed out since the last fill().
  [[nodiscard]] uint64_t offset_of(const uint8_t* byte) const {
    return offset_ - static_cast<uint64_t>(data() - byte);
  }
  /// The stream itself, for what was passed long ago.
  [[nodiscard]] const ByteStream& stream() const { return *stream_; }

  /// Why the stream ended early; empty at its proper end.
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  static constexpr size_t usual_capacity = 1 << 18;
  using Memory = std::shared_ptr<uint8_t[]>;
  void move_to(size_t capacity);
  [[nodiscard]] Memory free_memory(size_t capacity);

  std::unique_ptr<ByteStream> stream_;
  Memory memory_;
  std::vector<Memory> lent_;  ///< of the usual capacity; some have come back
  size_t capacity_ = 0, next_ = 0, end_ = 0;
  uint64_t offset_ = 0;
  bool ended_ = false;
  std::string problem_;
};

}  // namespace wiretale
