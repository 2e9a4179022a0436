// The order of a table's rows.
#pragma once
#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace wiretale {

/// The numbers of `rows` rows: those with the largest value first, among equals the earlier ones; no more
/// than `top` of them, unless that is 0.
template <class Value>
[[nodiscard]] std::vector<uint32_t> largest_first(size_t rows, size_t top, Value&& value) {
  std::vector<uint32_t> order(rows);
  std::iota(order.begin(), order.end(), 0u);
  const auto in_order = [&](uint32_t a, uint32_t b) {
    const auto first = value(a), second = value(b);
    return first != second ? first > second : a < b;
  };
  if (top != 0 && top < rows) {
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(top);
    std::nth_element(order.begin(), end, order.end(), in_order);
    order.resize(top);
  }
  std::sort(order.begin(), order.end(), in_order);
  return order;
}

}  // namespace wiretale
