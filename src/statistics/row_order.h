// The order of a table's rows.
#pragma once
#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <numeric>
#include <type_traits>
#include <utility>
#include <vector>

namespace wiretale {

/// The numbers of `rows` rows: those with the largest value first, among equals the earlier ones; no more
/// than `top` of them, unless that is 0. `value(row)` is called once for each row: it may be a quantile, or
/// read the row from a file.
template <class Value>
[[nodiscard]] std::vector<uint32_t> largest_first(size_t rows, size_t top, Value&& value) {
  std::vector<std::decay_t<std::invoke_result_t<Value&, uint32_t>>> values;
  values.reserve(rows);
  for (uint32_t i = 0; i < rows; ++i) values.push_back(value(i));
  std::vector<uint32_t> order(rows);
  std::iota(order.begin(), order.end(), 0u);
  const auto in_order = [&](uint32_t a, uint32_t b) {
    return values[a] != values[b] ? values[a] > values[b] : a < b;
  };
  if (top != 0 && top < rows) {
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(top);
    std::nth_element(order.begin(), end, order.end(), in_order);
    order.resize(top);
  }
  std::sort(order.begin(), order.end(), in_order);
  return order;
}

/// The same of rows that know their first packet: among equals the order of these.
template <class Rows, class Value>
[[nodiscard]] std::vector<uint32_t> largest_rows_first(const Rows& rows, size_t top, Value&& value) {
  return largest_first(rows.size(), top, [&](uint32_t i) {
    return std::pair{value(rows[i]), UINT32_MAX - rows[i].first_packet};
  });
}

/// The order of very many rows by a number, the largest first, among equals the earlier ones; 8 bytes a row.
class RowOrder {
 public:
  /// Values up to this one are ordered without reading them again.
  static constexpr uint32_t exact = (1u << 26) - 1;
  /// `value(row)` may read the row from a file: it is called once for each row, and again only for rows that
  /// are alike in the leading bits of large values. No more than `top` rows are left, unless that is 0.
  template <class Value>
  RowOrder(size_t rows, size_t top, Value&& value) : keys_(rows) {
    for (uint32_t i = 0; i < rows; ++i) keys_[i] = uint64_t{leading(value(i))} << 32 | (UINT32_MAX - i);
    const size_t shown = top == 0 ? rows : std::min(top, rows);
    if (shown < rows) leave_candidates(shown);
    std::sort(keys_.begin(), keys_.end(), std::greater<>());
    for (size_t begin = 0; begin < keys_.size();) {
      size_t end = begin + 1;
      while (end < keys_.size() && keys_[end] >> 32 == keys_[begin] >> 32) ++end;
      if (end - begin > 1 && keys_[begin] >> 32 > exact) sort_alike(begin, end, value);
      begin = end;
    }
    keys_.resize(shown);
  }
  [[nodiscard]] size_t size() const { return keys_.size(); }
  /// The row at a place of the order.
  [[nodiscard]] uint32_t operator[](size_t place) const {
    return UINT32_MAX - static_cast<uint32_t>(keys_[place]);
  }

 private:
  /// 32 bits that order as the values do: below 2^26 the value itself, from there on its width and 27
  /// leading bits.
  static uint32_t leading(uint64_t value) {
    if (value <= exact) return static_cast<uint32_t>(value);
    constexpr unsigned bits = std::bit_width(exact);
    const unsigned shift = static_cast<unsigned>(std::bit_width(value)) - bits - 1;
    return ((shift + 1) << bits) + static_cast<uint32_t>((value >> shift) - (uint64_t{1} << bits));
  }
  /// Leaves the first `shown` and what may belong before the last of them.
  void leave_candidates(size_t shown) {
    if (shown == 0) return keys_.clear();
    const auto last = keys_.begin() + static_cast<std::ptrdiff_t>(shown - 1);
    std::nth_element(keys_.begin(), last, keys_.end(), std::greater<>());
    const uint64_t least = *last >> 32;
    const auto end = std::partition(last + 1, keys_.end(), [&](uint64_t key) { return key >> 32 == least; });
    keys_.erase(end, keys_.end());
  }
  template <class Value>
  void sort_alike(size_t begin, size_t end, Value&& value) {
    std::vector<std::pair<uint64_t, uint64_t>> alike;  // the value and the key
    for (size_t i = begin; i < end; ++i) alike.emplace_back(value((*this)[i]), keys_[i]);
    std::sort(alike.begin(), alike.end(), std::greater<>());
    for (size_t i = begin; i < end; ++i) keys_[i] = alike[i - begin].second;
  }

  std::vector<uint64_t> keys_;
};

}  // namespace wiretale
