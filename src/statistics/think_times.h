// Answer times of very many live conversations: few in place, many in a pool.
#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <vector>

namespace wiretale {

/// Classes of microseconds, 8 to a doubling, in a byte: at most 6.3 % off. 0 is no time.
struct ThinkClass {
  static uint8_t of(int64_t microseconds) {
    const auto value = static_cast<uint64_t>(std::max<int64_t>(microseconds, 1));
    if (value < 8) return static_cast<uint8_t>(value);
    const auto doublings = static_cast<unsigned>(std::bit_width(value)) - 4;
    return static_cast<uint8_t>(std::min<uint64_t>(doublings * 8 + (value >> doublings), 255));
  }
  static uint64_t microseconds(uint8_t number) {
    if (number < 16) return number;
    const unsigned doublings = number / 8u - 1;
    return (uint64_t{number - doublings * 8} << doublings) + ((uint64_t{1} << doublings) - 1) / 2;
  }
};

/// The classes at 50, 95 and 99 %; 0 without times.
struct ThinkQuantiles {
  uint8_t p50 = 0, p95 = 0, p99 = 0;
};

/// Of one conversation. Its times are in place as long as they are few.
struct ThinkTimes {
  static constexpr unsigned most_in_place = 18;
  uint32_t histogram = 0;  ///< in the pool, from 1; 0: none
  uint8_t count = 0;       ///< in place
  std::array<uint8_t, most_in_place> classes{};
};

/// The times of conversations that have many.
class ThinkPool {
 public:
  void add(ThinkTimes& times, int64_t microseconds) {
    const uint8_t number = ThinkClass::of(microseconds);
    if (times.histogram == 0 && times.count < ThinkTimes::most_in_place) {
      times.classes[times.count++] = number;
      return;
    }
    if (times.histogram == 0) {
      times.histogram = take();
      for (const uint8_t each : times.classes) count(times.histogram, each);
    }
    count(times.histogram, number);
  }
  /// Gives the quantiles and forgets the times.
  [[nodiscard]] ThinkQuantiles finish(ThinkTimes& times) {
    ThinkQuantiles all;
    if (times.histogram != 0) {
      all = of(*histograms_[times.histogram - 1]);
      histograms_[times.histogram - 1]->fill(0);
      free_.push_back(times.histogram);
    } else if (times.count != 0) {
      std::sort(times.classes.begin(), times.classes.begin() + times.count);
      const auto at = [&](unsigned percent) { return times.classes[(times.count * percent + 99) / 100 - 1]; };
      all = {at(50), at(95), at(99)};
    }
    times = {};
    return all;
  }

 private:
  using Histogram = std::array<uint16_t, 256>;
  uint32_t take() {
    if (free_.empty()) {
      histograms_.push_back(std::make_unique<Histogram>());
      return static_cast<uint32_t>(histograms_.size());
    }
    const uint32_t number = free_.back();
    free_.pop_back();
    return number;
  }
  void count(uint32_t histogram, uint8_t number) {
    Histogram& counts = *histograms_[histogram - 1];
    if (counts[number] == UINT16_MAX)
      for (uint16_t& each : counts) each = static_cast<uint16_t>((each + 1) / 2);
    ++counts[number];
  }
  static ThinkQuantiles of(const Histogram& counts) {
    uint64_t all = 0;
    for (const uint16_t count : counts) all += count;
    const auto at = [&](unsigned percent) {
      const uint64_t wanted = (all * percent + 99) / 100;
      uint64_t below = 0;
      for (unsigned i = 0; i < counts.size(); ++i)
        if ((below += counts[i]) >= wanted) return static_cast<uint8_t>(i);
      return uint8_t{0};
    };
    return {at(50), at(95), at(99)};
  }
  std::vector<std::unique_ptr<Histogram>> histograms_;
  std::vector<uint32_t> free_;
};

}  // namespace wiretale
