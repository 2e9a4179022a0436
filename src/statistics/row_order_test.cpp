// The order of rows: exact for values of any size, whole or in part.
#include "statistics/row_order.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace wiretale {
namespace {

std::vector<uint32_t> expected_order(const std::vector<uint64_t>& values, size_t top) {
  std::vector<uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return values[a] > values[b]; });
  if (top != 0) order.resize(std::min(top, order.size()));
  return order;
}

std::vector<uint32_t> order_of(const std::vector<uint64_t>& values, size_t top) {
  const RowOrder order(values.size(), top, [&](uint32_t i) { return values[i]; });
  std::vector<uint32_t> rows;
  for (size_t i = 0; i < order.size(); ++i) rows.push_back(order[i]);
  return rows;
}

TEST(RowOrder, ValuesOfEveryWidthStandInTheirOrder) {
  std::mt19937_64 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<uint64_t> values(random() % 400);
    // Few different leading bits, so that many values are alike but for their last ones; many equal ones.
    for (uint64_t& value : values) value = ((random() % 3 + 1) << (random() % 62)) + random() % 4;
    for (const size_t top : {size_t{0}, size_t{1}, size_t{7}, values.size() / 2, values.size() + 5})
      ASSERT_EQ(order_of(values, top), expected_order(values, top)) << "round " << round << ", top " << top;
  }
}

TEST(RowOrder, ValuesAroundTheLimitsAreTold) {
  const std::vector<uint64_t> values = {RowOrder::exact,
                                        RowOrder::exact + uint64_t{1},
                                        RowOrder::exact - 1,
                                        (uint64_t{1} << 27) - 1,
                                        uint64_t{1} << 27,
                                        (uint64_t{1} << 27) + 1,
                                        std::numeric_limits<uint64_t>::max(),
                                        std::numeric_limits<uint64_t>::max() - 1,
                                        0};
  EXPECT_EQ(order_of(values, 0), expected_order(values, 0));
}

TEST(RowOrder, OnlyAlikeLargeValuesAreReadAgain) {
  const std::vector<uint64_t> values = {5, 5, 1ULL << 40, (1ULL << 40) + 1, 1ULL << 50};
  std::vector<int> reads(values.size());
  const RowOrder order(values.size(), 0, [&](uint32_t i) {
    ++reads[i];
    return values[i];
  });
  EXPECT_EQ(order.size(), 5u);
  EXPECT_EQ(reads, (std::vector<int>{1, 1, 2, 2, 1}));
}

}  // namespace
}  // namespace wiretale
