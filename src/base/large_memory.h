// Memory for tables that grow large: on huge pages where the system gives them.
#pragma once
#include <sys/mman.h>

#include <bit>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>
#include <vector>

namespace wiretale {

inline constexpr size_t huge_page = 2 << 20;

struct FreeLarge {
  void operator()(void* memory) const { std::free(memory); }
};
using LargeMemory = std::unique_ptr<std::byte, FreeLarge>;

/// One huge page of uninitialised memory. A random walk through a table of tens of megabytes misses the
/// processor's address cache at nearly every step with small pages, and each of those costs a fault to get.
[[nodiscard]] inline LargeMemory allocate_huge_page() {
  void* const memory = std::aligned_alloc(huge_page, huge_page);
  if (memory == nullptr) throw std::bad_alloc();
  madvise(memory, huge_page, MADV_HUGEPAGE);  // a wish: without it the memory is the same
  return LargeMemory(static_cast<std::byte*>(memory));
}

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
    if (size_ == chunks_.size() * chunk_size) add_chunks();
    return *new (&(*this)[size_++]) T(value);
  }

 private:
  static constexpr size_t chunk_size = std::bit_floor(huge_page / 8 / sizeof(T) + 1);
  void add_chunks() {
    if (chunks_.empty()) {
      first_.reset(static_cast<std::byte*>(std::malloc(chunk_size * sizeof(T))));
      if (!first_) throw std::bad_alloc();
      chunks_.push_back(reinterpret_cast<T*>(first_.get()));
      return;
    }
    pages_.push_back(allocate_huge_page());
    for (size_t at = 0; at + chunk_size * sizeof(T) <= huge_page; at += chunk_size * sizeof(T))
      chunks_.push_back(reinterpret_cast<T*>(pages_.back().get() + at));
  }

  std::vector<T*> chunks_;
  LargeMemory first_;
  std::vector<LargeMemory> pages_;
  size_t size_ = 0;
};

}  // namespace wiretale
