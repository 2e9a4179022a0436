// Text of any length that is shown later: in memory at first, then in a file without a name.
#pragma once
#include <cstdio>
#include <functional>
#include <memory>

#include "base/text.h"

namespace wiretale {

class SpooledText {
 public:
  static constexpr size_t in_memory = 64 * 1024 * 1024;

  /// To be appended to; settle() after each piece.
  [[nodiscard]] Text& text() { return text_; }
  /// Moves what has grown too large for memory into the file.
  void settle() {
    if (text_.size() < in_memory) return;
    if (!file_) file_.reset(std::tmpfile());
    // Without room for files the text stays in memory.
    if (!file_ || std::fwrite(text_.view().data(), 1, text_.size(), file_.get()) != text_.size()) return;
    text_.clear();
  }
  /// Hands all of it on, in parts.
  void give(const std::function<void(std::string_view)>& take) {
    if (file_) {
      std::rewind(file_.get());
      const auto block = std::make_unique<char[]>(block_size);
      while (const size_t count = std::fread(block.get(), 1, block_size, file_.get()))
        take({block.get(), count});
    }
    take(text_.view());
  }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  static constexpr size_t block_size = 256 * 1024;
  Text text_;
  std::unique_ptr<std::FILE, Close> file_;
};

}  // namespace wiretale
