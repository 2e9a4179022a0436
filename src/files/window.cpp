// The sliding window's memory.
#include "files/window.h"

#include <algorithm>

namespace wiretale {

Window::Memory Window::free_memory(size_t capacity) {
  if (capacity == usual_capacity)
    for (Memory& memory : lent_)
      if (memory.use_count() == 1) {
        Memory free = std::move(memory);
        memory = std::move(lent_.back());
        lent_.pop_back();
        return free;
      }
  return std::make_shared_for_overwrite<uint8_t[]>(capacity);
}

void Window::move_to(size_t capacity) {
  const size_t left = size();
  const bool is_lent = memory_.use_count() > 1;
  if (capacity != capacity_ || is_lent) {
    Memory memory = free_memory(capacity);
    if (left > 0) std::memcpy(memory.get(), data(), left);
    if (is_lent && capacity_ == usual_capacity) lent_.push_back(std::move(memory_));
    memory_ = std::move(memory);
    capacity_ = capacity;
  } else if (left > 0 && next_ > 0) {
    std::memmove(memory_.get(), data(), left);
  }
  next_ = 0;
  end_ = left;
}

bool Window::fill(size_t wanted) {
  while (size() < wanted && !ended_) {
    if (next_ > 0 || end_ == capacity_) {
      const size_t needed = std::max(wanted, size() + 1);
      move_to(needed <= usual_capacity ? usual_capacity : (needed + 4095) / 4096 * 4096);
    }
    const auto got = stream_->read({memory_.get() + end_, capacity_ - end_});
    if (!got) problem_ = got.error();
    ended_ = !got || *got == 0;
    if (!ended_) end_ += *got;
  }
  return size() >= wanted;
}

uint64_t Window::skip(uint64_t size) {
  uint64_t left = size;
  while (left > 0 && (this->size() > 0 || fill(1))) {
    const size_t step = static_cast<size_t>(std::min<uint64_t>(left, this->size()));
    pass(step);
    left -= step;
  }
  return size - left;
}

}  // namespace wiretale
