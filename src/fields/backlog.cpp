// Packets that wait to be dissected.
#include "fields/backlog.h"

#include <algorithm>

namespace wiretale {

std::span<const uint32_t> Backlog::of(uint32_t group) {
  found_.clear();
  link();
  for (uint32_t next = groups_[group]; next != 0; next = packets_[next - 1].previous)
    found_.push_back(next - 1);
  std::ranges::reverse(found_);
  return found_;
}

void Backlog::clear() {
  packets_ = {};
  linked_ = 0;
  std::ranges::fill(groups_, 0);
}

}  // namespace wiretale
