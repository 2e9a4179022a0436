// Huge pages, handed out in pieces.
#include "base/large_memory.h"

#include <sys/mman.h>

#include <mutex>

namespace wiretale {
namespace {

/// Straight from the system, so that it goes back there.
std::shared_ptr<std::byte> allocate_huge_page() {
  void* const memory = mmap(nullptr, 2 * huge_page, PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  auto* const begin = static_cast<std::byte*>(memory);
  const size_t in_front = (huge_page - reinterpret_cast<uintptr_t>(begin) % huge_page) % huge_page;
  std::byte* const page = begin + in_front;
  if (in_front != 0) munmap(begin, in_front);
  munmap(page + huge_page, huge_page - in_front);
  madvise(page, huge_page, MADV_HUGEPAGE);  // a wish: without it the memory is the same
  return {page, [](std::byte* old) { munmap(old, huge_page); }};
}

}  // namespace

LargePiece take_large_piece(size_t size) {
  static std::mutex mutex;
  static std::weak_ptr<std::byte> last;  // the page that the latest piece is from
  static size_t used = 0;
  constexpr size_t line = 64;
  size = (size + line - 1) / line * line;
  if (size == huge_page) return allocate_huge_page();
  const std::lock_guard lock(mutex);
  auto page = last.lock();
  if (!page || used + size > huge_page) {
    page = allocate_huge_page();
    last = page;
    used = 0;
  }
  std::byte* const piece = page.get() + used;
  used += size;
  return {std::move(page), piece};
}

}  // namespace wiretale
