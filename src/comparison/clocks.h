// Two clocks: how far they are apart, from the times at which both capture points saw the same packets.
#pragma once
#include <cstddef>
#include <vector>

#include "base/time.h"

namespace wiretale {

[[nodiscard]] constexpr Time operator-(Time time, Duration d) { return {time.nanoseconds - d.nanoseconds}; }

/// What is known about the second clock against the first.
struct ClockOffset {
  Duration offset;       ///< second minus first, at `reference`
  Duration doubt;        ///< it may be wrong by so much, half of the shortest round trip between the points
  double drift = 0;      ///< seconds that the second clock gains in each second of the first
  Time reference;        ///< by the first clock
  uint64_t samples = 0;  ///< 0: nothing is known, the clocks are taken as equal
  bool both_ways =
      false;  ///< false: only one direction was seen; `offset` counts its fastest packet as instant

  /// Second minus first at a time of the first clock.
  [[nodiscard]] Duration at(Time first) const;
};

/// Collects the times of packets seen at both points. No packet arrives before it was sent, so the least
/// differences of both directions enclose the offset. Bounded: at most `most_slices` spans of time.
class ClockComparison {
 public:
  /// The same packet by both clocks; `forward` when it went from the first point to the second.
  void add(Time first, Time second, bool forward);
  [[nodiscard]] ClockOffset estimate() const;

 private:
  static constexpr size_t most_slices = 64;
  struct Slice {
    int64_t forward = INT64_MAX, backward = INT64_MAX;  ///< least (second - first), least (first - second)
    int64_t forward_at = 0, backward_at = 0;            ///< when, by the first clock, since start_
    [[nodiscard]] bool both() const { return forward != INT64_MAX && backward != INT64_MAX; }
  };
  void coarsen();

  std::vector<Slice> slices_;
  Time start_;
  int64_t width_ = 250'000'000;
  uint64_t samples_ = 0;
};

}  // namespace wiretale
