// The quantile sketch against sorted times.
#include "statistics/quantile_sketch.h"

#include <gtest/gtest.h>

#include <cmath>

namespace wiretale {
namespace {

TEST(QuantileSketch, OfNothingIsZero) { EXPECT_EQ(QuantileSketch{}.quantile(0.95).nanoseconds, 0); }

TEST(QuantileSketch, OneTimeIsExact) {
  QuantileSketch sketch;
  sketch.add({123'456'789});
  for (const double part : {0.0, 0.5, 0.99, 1.0}) EXPECT_EQ(sketch.quantile(part).nanoseconds, 123'456'789);
}

TEST(QuantileSketch, SmallNumbersAreExact) {
  QuantileSketch sketch;
  for (int64_t i = 1; i <= 31; ++i) sketch.add({i});
  EXPECT_EQ(sketch.quantile(0.5).nanoseconds, 16);
  EXPECT_EQ(sketch.quantile(1).nanoseconds, 31);
}

TEST(QuantileSketch, StaysNearTheSortedTimes) {
  QuantileSketch sketch;
  std::vector<double> all;
  for (int i = 0; i < 10'000; ++i) {
    const double time = 1e4 * std::exp(i * 0.0013);  // 10 us to 4.4 s
    all.push_back(time);
    sketch.add({static_cast<int64_t>(time)});
  }
  for (const double part : {0.01, 0.5, 0.9, 0.95, 0.99, 0.999}) {
    const double exact = all[static_cast<size_t>(std::ceil(part * 10'000)) - 1];
    EXPECT_NEAR(static_cast<double>(sketch.quantile(part).nanoseconds) / exact, 1, 0.033) << part;
  }
}

TEST(QuantileSketch, MergingIsAdding) {
  QuantileSketch all, odd, even;
  for (int64_t i = 1; i < 5000; ++i) {
    all.add({i * i});
    (i % 2 != 0 ? odd : even).add({i * i});
  }
  odd.merge(even);
  EXPECT_EQ(odd.count(), all.count());
  for (const double part : {0.0, 0.1, 0.5, 0.95, 1.0})
    EXPECT_EQ(odd.quantile(part).nanoseconds, all.quantile(part).nanoseconds) << part;
}

TEST(QuantileSketch, TakesTheLargestAndNegativeTimes) {
  QuantileSketch sketch;
  sketch.add({INT64_MAX});
  sketch.add({-5});
  EXPECT_EQ(sketch.quantile(0.5).nanoseconds, 0);
  EXPECT_EQ(sketch.quantile(1).nanoseconds, INT64_MAX);
}

}  // namespace
}  // namespace wiretale
