// Activity over time, and answer times in place and in the pool.
#include "statistics/activity.h"

#include <gtest/gtest.h>

#include "statistics/think_times.h"

namespace wiretale {
namespace {

constexpr Time start{1'000'000'000'000};
std::string digits_of(const Activity& activity, Duration lasted, Time first, Time last) {
  return activity_digits(activity.packed(), activity.doublings(), start, start + lasted, first, last, 10);
}

TEST(Activity, OnePacketIsOneDigit) {
  Activity activity;
  activity.add({});
  EXPECT_EQ(digits_of(activity, {}, start, start + seconds(10)), "8000000000");
  EXPECT_EQ(digits_of(activity, {}, start + seconds(-5), start + seconds(5)), "0000080000");
}

TEST(Activity, StepsGrowWithTheConversation) {
  Activity activity;
  for (int i = 0; i < 100; ++i) activity.add(milliseconds(i * 100));
  const std::string digits = digits_of(activity, milliseconds(9900), start, start + milliseconds(9900));
  EXPECT_EQ(digits.find('0'), std::string::npos) << digits;
}

TEST(Activity, APauseIsAGap) {
  Activity activity;
  for (int i = 0; i < 10; ++i) activity.add(milliseconds(i));
  for (int i = 0; i < 10; ++i) activity.add(seconds(100) + milliseconds(i));
  const std::string digits = digits_of(activity, seconds(100) + milliseconds(9), start, start + seconds(101));
  EXPECT_EQ(digits.substr(2, 6), "000000");
  EXPECT_NE(digits.front(), '0');
  EXPECT_NE(digits.back(), '0');
}

TEST(Activity, TakesTimesBeforeTheFirstAndVeryLate) {
  Activity activity;
  activity.add({-5});
  activity.add({INT64_MAX});
  EXPECT_EQ(digits_of(activity, {INT64_MAX / 2}, start, start + seconds(1)).size(), 10u);
}

TEST(ThinkTimes, FewAndManyAgree) {
  for (const int count : {1, 5, 18, 19, 1000}) {
    ThinkPool pool;
    ThinkTimes times;
    for (int i = 1; i <= count; ++i) pool.add(times, i * 1000);
    const ThinkQuantiles found = pool.finish(times);
    const auto near = [&](uint8_t number, int percent) {
      const double wanted = (count * percent + 99) / 100 * 1000.0;
      EXPECT_NEAR(static_cast<double>(ThinkClass::microseconds(number)) / wanted, 1, 0.065)
          << count << ' ' << percent;
    };
    near(found.p50, 50);
    near(found.p95, 95);
    near(found.p99, 99);
    EXPECT_EQ(times.count, 0);
  }
}

TEST(ThinkTimes, TheNextConversationFindsNothingOfTheLast) {
  ThinkPool pool;
  ThinkTimes first, second;
  for (int i = 0; i < 100; ++i) pool.add(first, 1'000'000);
  EXPECT_NE(pool.finish(first).p50, 0);
  for (int i = 0; i < 100; ++i) pool.add(second, 100);
  EXPECT_LT(ThinkClass::microseconds(pool.finish(second).p99), 107u);
  EXPECT_EQ(pool.finish(second).p50, 0);
}

TEST(ThinkClass, StaysNear) {
  for (int64_t time = 1; time < 4'000'000'000; time = time * 5 / 4 + 1)
    EXPECT_NEAR(
        static_cast<double>(ThinkClass::microseconds(ThinkClass::of(time))) / static_cast<double>(time), 1,
        0.065);
}

}  // namespace
}  // namespace wiretale
