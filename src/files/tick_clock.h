// From a pcapng interface's time stamps, in its own units, to nanoseconds.
#pragma once
#include <limits>
#include <optional>

#include "base/time.h"
#include "files/source.h"

namespace wiretale {

class TickClock {
 public:
  TickClock(uint64_t units_per_second, int64_t offset_seconds)
      : units_(units_per_second), offset_(offset_seconds) {
    if (units_ <= 1'000'000'000 && 1'000'000'000 % units_ == 0) {
      whole_ = 1'000'000'000 / units_;
      // What cannot overflow: years up to 2200, moved by at most as much again.
      if (offset_ >= -span_ && offset_ <= span_) largest_plain_ = static_cast<uint64_t>(span_) * units_;
    }
  }

  struct Reading {
    Time time;
    std::optional<RawTime> odd;  ///< set when Time cannot hold it and is the nearest that it can
  };
  [[nodiscard]] Reading read(uint64_t ticks) const {
    if (ticks < largest_plain_) [[likely]]
      return {{static_cast<int64_t>(ticks * whole_) + offset_ * 1'000'000'000}, {}};
    return read_any(ticks);
  }

 private:
  [[nodiscard]] Reading read_any(uint64_t ticks) const {
    __extension__ using Wide = __int128;
    const uint64_t fraction = ticks % units_;
    const Wide seconds = Wide{ticks / units_} + offset_;
    const Wide nanoseconds = seconds * 1'000'000'000 + Wide{fraction} * 1'000'000'000 / units_;
    constexpr int64_t least = std::numeric_limits<int64_t>::min(), most = std::numeric_limits<int64_t>::max();
    if (nanoseconds >= least && nanoseconds <= most) return {{static_cast<int64_t>(nanoseconds)}, {}};
    return {{nanoseconds < 0 ? least : most}, RawTime{static_cast<int64_t>(seconds), fraction}};
  }

  static constexpr int64_t span_ = 4'500'000'000;
  uint64_t units_, whole_ = 0, largest_plain_ = 0;
  int64_t offset_;
};

}  // namespace wiretale
