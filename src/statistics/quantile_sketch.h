// Quantiles of very many times in little memory.
#pragma once
#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "base/time.h"

namespace wiretale {

/// Counts times by classes, 16 to each doubling, so that a quantile is at most 3.2 % off; the least and the
/// most are exact. Takes at most 1,024 classes of 8 bytes however many times there are. Merging is the same
/// as adding.
class QuantileSketch {
 public:
  void add(Duration time) {
    const auto value = static_cast<uint64_t>(std::max<int64_t>(time.nanoseconds, 0));
    count_class(class_of(value), 1);
    least_ = std::min(least_, value);
    most_ = std::max(most_, value);
    ++count_;
  }
  void merge(const QuantileSketch& other) {
    for (const Class& each : other.classes_) count_class(each.number, each.count);
    least_ = std::min(least_, other.least_);
    most_ = std::max(most_, other.most_);
    count_ += other.count_;
  }
  [[nodiscard]] uint64_t count() const { return count_; }
  [[nodiscard]] Duration most() const { return {static_cast<int64_t>(most_)}; }
  /// The time that `part` (0 to 1) of all times are not above; 0 when there are none.
  [[nodiscard]] Duration quantile(double part) const {
    if (count_ == 0) return {};
    const double exact_rank = part * static_cast<double>(count_);
    auto rank = static_cast<uint64_t>(exact_rank);
    if (static_cast<double>(rank) < exact_rank) ++rank;
    rank = std::clamp<uint64_t>(rank, 1, count_);
    if (rank == count_) return most();
    if (rank == 1) return {static_cast<int64_t>(least_)};
    uint64_t below = 0;
    for (const Class& each : classes_) {
      below += each.count;
      if (below >= rank) return {static_cast<int64_t>(std::clamp(middle_of(each.number), least_, most_))};
    }
    return most();
  }

 private:
  struct Class {
    uint32_t count;
    uint16_t number;
  };
  static constexpr unsigned steps = 16, step_bits = 4;

  static uint16_t class_of(uint64_t value) {
    if (value < steps) return static_cast<uint16_t>(value);
    const auto doublings = static_cast<unsigned>(std::bit_width(value)) - step_bits - 1;
    return static_cast<uint16_t>(doublings * steps + (value >> doublings));
  }
  static uint64_t middle_of(uint16_t number) {
    if (number < 2 * steps) return number;
    const unsigned doublings = number / steps - 1;
    const uint64_t first = static_cast<uint64_t>(number - doublings * steps) << doublings;
    return first + ((uint64_t{1} << doublings) - 1) / 2;
  }
  void count_class(uint16_t number, uint32_t times) {
    const auto at = std::lower_bound(classes_.begin(), classes_.end(), number,
                                     [](const Class& each, uint16_t wanted) { return each.number < wanted; });
    if (at != classes_.end() && at->number == number)
      at->count = at->count > UINT32_MAX - times ? UINT32_MAX : at->count + times;
    else
      classes_.insert(at, {times, number});
  }

  std::vector<Class> classes_;  ///< by number
  uint64_t count_ = 0, least_ = UINT64_MAX, most_ = 0;
};

}  // namespace wiretale
