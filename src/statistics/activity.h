// When a conversation was active: packets by steps of time, in few bytes.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "base/time.h"

namespace wiretale {

/// Packets of a live conversation in 16 steps from its first one on; steps get twice as long when it lasts
/// longer.
class Activity {
 public:
  static constexpr unsigned steps = 16, shortest_bits = 20;  ///< 2^20 ns: about a millisecond

  void add(Duration since_first) {
    const auto time = static_cast<uint64_t>(std::max<int64_t>(since_first.nanoseconds, 0)) >> shortest_bits;
    while (time >> doublings_ >= steps) widen();
    uint8_t& count = counts_[time >> doublings_];
    if (count == UINT8_MAX)
      for (uint8_t& each : counts_) each = static_cast<uint8_t>((each + 1) / 2);
    ++count;
  }
  /// The most active step is 15, one with any packet at least 1; 4 bits each, the first step lowest.
  [[nodiscard]] uint64_t packed() const {
    const unsigned most = *std::max_element(counts_.begin(), counts_.end());
    uint64_t all = 0;
    for (unsigned i = 0; i < steps; ++i)
      if (counts_[i] != 0) all |= uint64_t{std::max(1u, counts_[i] * 15u / most)} << (4 * i);
    return all;
  }
  [[nodiscard]] uint8_t doublings() const { return doublings_; }

 private:
  void widen() {
    for (unsigned i = 0; i < steps / 2; ++i)
      counts_[i] = static_cast<uint8_t>(std::min(counts_[2 * i] + counts_[2 * i + 1], UINT8_MAX));
    std::fill(counts_.begin() + steps / 2, counts_.end(), uint8_t{0});
    ++doublings_;
  }
  std::array<uint8_t, steps> counts_{};
  uint8_t doublings_ = 0;
};

/// One digit for each of `width` equal parts of the time from `first` to `last`: 0 nothing, up to 8 the most.
/// `packed` and `doublings` are an Activity's that began at `start` and ended at `end`.
[[nodiscard]] inline std::string activity_digits(uint64_t packed, uint8_t doublings, Time start, Time end,
                                                 Time first, Time last, size_t width) {
  std::string digits(width, '0');
  const double span = std::max(static_cast<double>((last - first).nanoseconds), 1.0);
  const auto part_of = [&](double nanoseconds) {
    const double part = (nanoseconds + static_cast<double>((start - first).nanoseconds)) / span;
    return std::clamp<size_t>(static_cast<size_t>(std::max(part, 0.0) * static_cast<double>(width)), 0,
                              width - 1);
  };
  const double step = static_cast<double>(uint64_t{1} << Activity::shortest_bits) *
                      static_cast<double>(uint64_t{1} << doublings),
               whole = static_cast<double>((end - start).nanoseconds);
  for (unsigned i = 0; i < Activity::steps; ++i) {
    const auto level = static_cast<unsigned>(packed >> (4 * i) & 15);
    if (level == 0) continue;
    const size_t from = part_of(step * i), to = part_of(std::min(step * (i + 1) - 1, whole));
    for (size_t at = from; at <= std::max(from, to); ++at)
      digits[at] = std::max(digits[at], static_cast<char>('0' + (level + 1) / 2));
  }
  return digits;
}

}  // namespace wiretale
