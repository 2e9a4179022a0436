// Offset and drift of two clocks.
#include "comparison/clocks.h"

#include <algorithm>
#include <cmath>

namespace wiretale {

Duration ClockOffset::at(Time first) const {
  const double since = (first - reference).seconds();
  return offset + Duration{static_cast<int64_t>(drift * since * 1e9)};
}

void ClockComparison::coarsen() {
  width_ *= 2;
  for (size_t i = 0; i < slices_.size(); i += 2) {
    Slice merged = slices_[i];
    if (i + 1 < slices_.size()) {
      const Slice& other = slices_[i + 1];
      if (other.forward < merged.forward) {
        merged.forward = other.forward;
        merged.forward_at = other.forward_at;
      }
      if (other.backward < merged.backward) {
        merged.backward = other.backward;
        merged.backward_at = other.backward_at;
      }
    }
    slices_[i / 2] = merged;
  }
  slices_.resize((slices_.size() + 1) / 2);
}

void ClockComparison::add(Time first, Time second, bool forward) {
  if (samples_++ == 0) start_ = first;
  // Times may jump back a little; what lies before the first sample counts for its slice.
  const int64_t since = std::max<int64_t>((first - start_).nanoseconds, 0);
  while (since / width_ >= static_cast<int64_t>(most_slices)) coarsen();
  const auto index = static_cast<size_t>(since / width_);
  if (index >= slices_.size()) slices_.resize(index + 1);
  Slice& slice = slices_[index];
  const int64_t ahead = (second - first).nanoseconds;
  if (forward && ahead < slice.forward) {
    slice.forward = ahead;
    slice.forward_at = since;
  }
  if (!forward && -ahead < slice.backward) {
    slice.backward = -ahead;
    slice.backward_at = since;
  }
}

ClockOffset ClockComparison::estimate() const {
  ClockOffset result{.reference = start_, .samples = samples_};
  // The slope of the middles of all slices that saw both directions, if it stands out from their scatter.
  constexpr size_t enough_slices = 6;
  constexpr double least_span = 2, sure = 4, worth_telling = 20e-6;
  std::vector<std::pair<double, double>> middles;
  for (const Slice& slice : slices_)
    if (slice.both())
      middles.push_back(
          {(static_cast<double>(slice.forward_at) + static_cast<double>(slice.backward_at)) / 2e9,
           (static_cast<double>(slice.forward) - static_cast<double>(slice.backward)) / 2e9});
  if (middles.size() >= enough_slices && middles.back().first - middles.front().first >= least_span) {
    double mean_x = 0, mean_y = 0, xx = 0, xy = 0, scatter = 0;
    const auto count = static_cast<double>(middles.size());
    for (const auto& [x, y] : middles) {
      mean_x += x / count;
      mean_y += y / count;
    }
    for (const auto& [x, y] : middles) {
      xx += (x - mean_x) * (x - mean_x);
      xy += (x - mean_x) * (y - mean_y);
    }
    const double slope = xy / xx;
    for (const auto& [x, y] : middles) {
      const double miss = y - mean_y - slope * (x - mean_x);
      scatter += miss * miss;
    }
    const double error = std::sqrt(scatter / (count - 2) / xx);
    if (std::abs(slope) > sure * error &&
        std::abs(slope) * (middles.back().first - middles.front().first) > worth_telling)
      result.drift = slope;
  }
  int64_t forward = INT64_MAX, backward = INT64_MAX;
  const auto drifted = [&](int64_t at) {
    return static_cast<int64_t>(result.drift * static_cast<double>(at));
  };
  for (const Slice& slice : slices_) {
    if (slice.forward != INT64_MAX) forward = std::min(forward, slice.forward - drifted(slice.forward_at));
    if (slice.backward != INT64_MAX)
      backward = std::min(backward, slice.backward + drifted(slice.backward_at));
  }
  result.both_ways = forward != INT64_MAX && backward != INT64_MAX;
  if (result.both_ways) {
    result.offset = Duration{(forward - backward) / 2};
    // A way there and back takes no negative time: one of the two was stamped wrongly, by as much at least.
    const int64_t there_and_back = forward + backward;
    result.doubt = Duration{there_and_back < 0 ? -there_and_back : (there_and_back + 1) / 2};
  } else if (forward != INT64_MAX) {
    result.offset = Duration{forward};
  } else if (backward != INT64_MAX) {
    result.offset = Duration{-backward};
  }
  return result;
}

}  // namespace wiretale
