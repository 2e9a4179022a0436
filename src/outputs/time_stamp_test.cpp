// Time stamps in tcpdump's forms.
#include "outputs/time_stamp.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

namespace wiretale {
namespace {

std::string stamps(TimeStampForm form, TimePrecision precision, std::initializer_list<int64_t> nanoseconds) {
  TimeStamps stamper(form, precision);
  Text text;
  for (const int64_t n : nanoseconds) {
    stamper.append(text, split_time({n}, precision));
    text.append('|');
  }
  return std::string(text.view());
}

struct Zone {
  explicit Zone(const char* name) {
    setenv("TZ", name, 1);
    tzset();
  }
  ~Zone() {
    unsetenv("TZ");
    tzset();
  }
};

constexpr int64_t second = 1'000'000'000;

TEST(TimeStamps, AllForms) {
  const Zone zone("UTC0");
  const int64_t moment = 1'717'243'200 * second + 370'122'999;
  using enum TimeStampForm;
  EXPECT_EQ(stamps(TimeOfDay, TimePrecision::Micro, {moment}), "12:00:00.370122 |");
  EXPECT_EQ(stamps(TimeOfDay, TimePrecision::Nano, {moment}), "12:00:00.370122999 |");
  EXPECT_EQ(stamps(None, TimePrecision::Micro, {moment}), "|");
  EXPECT_EQ(stamps(Seconds, TimePrecision::Micro, {moment}), "1717243200.370122 |");
  EXPECT_EQ(stamps(DateAndTime, TimePrecision::Micro, {moment}), "2024-06-01 12:00:00.370122 |");
  EXPECT_EQ(stamps(SincePrevious, TimePrecision::Micro, {5 * second, 7 * second + 1000, 6 * second}),
            " 00:00:00.000000 | 00:00:02.000001 |-00:00:01.000001 |");
  EXPECT_EQ(stamps(SinceFirst, TimePrecision::Micro, {5 * second, 100'000 * second, 4 * second}),
            " 00:00:00.000000 | 03:46:35.000000 |-00:00:01.000000 |");
}

TEST(TimeStamps, TimesThatTcpdumpCannotShow) {
  const Zone zone("UTC0");
  using enum TimeStampForm;
  EXPECT_EQ(stamps(TimeOfDay, TimePrecision::Micro, {-second}), "[Error converting time] |");
  EXPECT_EQ(stamps(Seconds, TimePrecision::Micro, {0x80000001 * second}), "[Error converting time] |");
  EXPECT_EQ(stamps(DateAndTime, TimePrecision::Micro, {0x100000005 * second}),
            "2106-02-07 06:28:21.000000 |");
}

// The kept offset must follow the zone's changes and zones that differ from UTC by odd minutes.
TEST(TimeStamps, FollowLocalTime) {
  for (const char* name :
       {"CET-1CEST,M3.5.0,M10.5.0/3", "NPT-5:45", "LMT+3:30:52", "EST5EDT,M3.2.0,M11.1.0"}) {
    const Zone zone(name);
    TimeStamps stamper(TimeStampForm::DateAndTime, TimePrecision::Micro);
    for (int64_t at = 1'711'800'000; at < 1'712'000'000; at += 97) {
      Text text;
      stamper.append(text, {at, 0});
      const std::time_t seconds = at;
      std::tm local{};
      localtime_r(&seconds, &local);
      char expected[64];
      const size_t length = std::strftime(expected, sizeof expected, "%Y-%m-%d %H:%M:%S.000000 ", &local);
      ASSERT_EQ(text.view(), std::string_view(expected, length)) << name;
    }
  }
}

}  // namespace
}  // namespace wiretale
