// Standard output in large blocks.
#pragma once
#include <string_view>

#include "base/text.h"

namespace wiretale {

/// Collects text and bytes and hands them to write(2) when a block is full, or after each piece. A reader
/// that went away (EPIPE) or another failure makes it failed(); what is written then is dropped.
class BlockOutput {
 public:
  enum class Flush : uint8_t { WhenFull, AfterEachPiece };
  static constexpr size_t block = 256 * 1024;

  /// The descriptor stays the caller's.
  BlockOutput(int descriptor, Flush flush) : descriptor_(descriptor), flush_(flush), text_(block + 65'536) {}
  ~BlockOutput() { flush(); }
  BlockOutput(const BlockOutput&) = delete;
  BlockOutput& operator=(const BlockOutput&) = delete;

  void write(std::string_view piece) {
    text_.append(piece);
    if (flush_ == Flush::AfterEachPiece || text_.size() >= block) flush();
  }
  void write(Bytes piece) {
    write(std::string_view{reinterpret_cast<const char*>(piece.data()), piece.size()});
  }
  void flush();
  /// Bytes handed over so far, written or waiting.
  [[nodiscard]] uint64_t position() const { return flushed_ + text_.size(); }
  [[nodiscard]] bool failed() const { return error_ != 0; }
  /// errno of the failure, EPIPE included.
  [[nodiscard]] int error() const { return error_; }

 private:
  int descriptor_;
  Flush flush_;
  int error_ = 0;
  uint64_t flushed_ = 0;
  Text text_;
};

}  // namespace wiretale
