// Times of packet lists.
#include "outputs/column_time.h"

#include <gtest/gtest.h>

namespace wiretale {
namespace {

std::string span(int64_t nanoseconds, unsigned decimals, SecondsForm form) {
  Text text;
  append_span(text, Duration{nanoseconds}, decimals, form);
  return std::string(text.view());
}

TEST(ColumnTime, SpansAreCutAndKeepTheirSign) {
  EXPECT_EQ(span(1'999'999'999, 6, SecondsForm::Plain), "1.999999");
  EXPECT_EQ(span(-500'000'000, 6, SecondsForm::Plain), "-0.500000");
  EXPECT_EQ(span(5'000'000'000, 0, SecondsForm::Plain), "5");
}

TEST(ColumnTime, HoursAndMinutes) {
  EXPECT_EQ(span(500'000, 6, SecondsForm::HoursMinutes), " 0.000500s");
  EXPECT_EQ(span(358'085'200'000, 6, SecondsForm::HoursMinutes), "5m 58.085200s");
  EXPECT_EQ(span(3'700'250'000'000, 6, SecondsForm::HoursMinutes), "1h  1m 40.250000s");
  EXPECT_EQ(span(-500'000'000, 6, SecondsForm::HoursMinutes), "-  0.500000s");
}

TEST(ColumnTime, Moments) {
  const auto moment = [](ColumnTime form) {
    Text text;
    append_moment(text, Time{1'735'732'800'001'000'000}, 6, {form, TimeZone::Utc});
    return std::string(text.view());
  };
  EXPECT_EQ(moment(ColumnTime::TimeOfDay), "12:00:00.001000");
  EXPECT_EQ(moment(ColumnTime::Date), "2025-01-01 12:00:00.001000");
  EXPECT_EQ(moment(ColumnTime::DayOfYear), "2025/001 12:00:00.001000");
  EXPECT_EQ(moment(ColumnTime::Epoch), "1735732800.001000");
}

TEST(ColumnTime, DecimalsOfClocks) {
  EXPECT_EQ(decimals_of(1), 0u);
  EXPECT_EQ(decimals_of(1'000'000), 6u);
  EXPECT_EQ(decimals_of(1u << 20), 7u);
  EXPECT_EQ(decimals_of(1'000'000'000'000), 9u);
}

}  // namespace
}  // namespace wiretale
