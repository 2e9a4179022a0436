// Memory for tables that grow large: on huge pages where the system gives them.
#pragma once
#include <bit>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>
#include <vector>

namespace wiretale {

inline constexpr size_t huge_page = 2 << 20;

/// A piece of uninitialised memory from a huge page that several tables share; the page goes when the last of
/// them went. A random walk through a table of tens of megabytes misses the processor's address cache at
/// nearly every step with small pages, and each of those costs a fault to get.
using LargePiece = std::shared_ptr<std::byte>;
[[nodiscard]] LargePiece take_large_piece(size_t size);

/// A table that only grows; its elements never move. The first thousand or so lie in ordinary memory, the
/// others on huge pages.
template <class T>
class LargeTable {
  static_assert(std::is_trivially_copyable_v<T> && sizeof(T) <= huge_page);

 public:
  [[nodiscard]] size_t size() const { return size_; }
  [[nodiscard]] T& operator[](size_t i) { return chunks_[i / chunk_size][i % chunk_size]; }
  [[nodiscard]] const T& operator[](size_t i) const { return chunks_[i / chunk_size][i % chunk_size]; }
  /// For a loop, some elements before the access.
  void prefetch(size_t i) const {
    if (i < size_) __builtin_prefetch(&(*this)[i]);
  }
  T& add(const T& value = {}) {
    if (size_ == chunks_.size() * chunk_size) add_chunk();
    return *new (&(*this)[size_++]) T(value);
  }

 private:
  static constexpr size_t chunk_size = std::bit_floor(huge_page / 8 / sizeof(T) + 1);
  struct Free {
    void operator()(std::byte* memory) const { std::free(memory); }
  };
  void add_chunk() {
    if (chunks_.empty()) {
      first_.reset(static_cast<std::byte*>(std::malloc(chunk_size * sizeof(T))));
      if (!first_) throw std::bad_alloc();
      chunks_.push_back(reinterpret_cast<T*>(first_.get()));
      return;
    }
    // A large table has pages of its own, which go when it goes.
    constexpr size_t chunk_bytes = chunk_size * sizeof(T);
    const size_t size = chunks_.size() < 8 ? chunk_bytes : huge_page;
    pieces_.push_back(take_large_piece(size));
    for (size_t at = 0; at + chunk_bytes <= size; at += chunk_bytes)
      chunks_.push_back(reinterpret_cast<T*>(pieces_.back().get() + at));
  }

  std::vector<T*> chunks_;
  std::unique_ptr<std::byte, Free> first_;
  std::vector<LargePiece> pieces_;
  size_t size_ = 0;
};

}  // namespace wiretale
