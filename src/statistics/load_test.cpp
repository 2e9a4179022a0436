// Load: intervals in order, times that go back, and captures that are far too long for the interval.
#include "statistics/load.h"

#include <gtest/gtest.h>

namespace wiretale {
namespace {

void add(Load& load, int64_t nanoseconds, uint32_t length) {
  const Packet packet{.time = {nanoseconds},
                      .number = 1,
                      .wire_length = length,
                      .interface = 0,
                      .link_type = 1,
                      .flow = 0,
                      .bytes = {},
                      .layers = {}};
  load.see({&packet, 1});
}

/// "bytes bytes ..." of all intervals in order.
std::string bytes_of(const Load& load) {
  const Report report = load.report("start", 0);
  std::string all;
  Row row;
  for (size_t i = 0; i < report.rows; ++i) {
    report.fill_row(i, row);
    all += std::to_string(std::get<int64_t>(row[4])) + ' ';
  }
  return all;
}

constexpr int64_t second = 1'000'000'000, start = 1'700'000'000 * second;

TEST(Load, CountsPerInterval) {
  Load load(seconds(1));
  add(load, start, 10);
  add(load, start + second - 1, 20);
  add(load, start + 3 * second, 5);
  EXPECT_EQ(bytes_of(load), "30 0 0 5 ");
}

TEST(Load, GrowsBackwards) {
  Load load(seconds(1));
  add(load, start, 10);
  add(load, start - 1, 1);
  add(load, start - 2 * second - 1, 2);
  EXPECT_EQ(bytes_of(load), "2 0 1 10 ");
}

TEST(Load, WidensWhatIsTooLong) {
  Load load(seconds(1));
  add(load, start, 10);
  add(load, start + static_cast<int64_t>(Load::most) * second, 20);
  EXPECT_EQ(load.interval().nanoseconds, 10 * second);
  EXPECT_EQ(load.report("start", 0).total_rows, Load::most / 10 + 1);
}

TEST(Load, BearsAnyTime) {
  Load load(seconds(1));
  for (const int64_t time : {int64_t{0}, INT64_MAX, INT64_MIN, start}) add(load, time, 1);
  const Report report = load.report("bytes", 1);
  EXPECT_EQ(report.rows, 1u);
  EXPECT_LE(report.total_rows, Load::most);
}

TEST(Load, ChoosesAnIntervalThatSuits) {
  Load load({});
  for (int i = 0; i < 600; ++i) add(load, start + i * second, 1);
  const Report report = load.report("start", 0);
  EXPECT_EQ(report.total_rows, 60u);
}

}  // namespace
}  // namespace wiretale
