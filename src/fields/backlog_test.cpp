// What waits keeps its order, in its group.
#include "fields/backlog.h"

#include <gtest/gtest.h>

namespace wiretale {
namespace {

TEST(Backlog, KeepsTheOrderOfEachGroup) {
  Backlog backlog;
  backlog.add(5, 1000, 1, WaitingPacket::not_judged);
  backlog.add(7, 2000, 2, 3);
  backlog.add(5, uint64_t{1} << 40, 3, static_cast<uint32_t>(SegmentMark::OutOfOrder));
  ASSERT_EQ(backlog.of(5).size(), 2u);
  const uint32_t first = backlog.of(5)[0], second = backlog.of(5)[1];
  EXPECT_EQ(backlog[first].number, 1u);
  EXPECT_EQ(backlog[first].place(), 1000u);
  EXPECT_FALSE(backlog[first].judged());
  EXPECT_EQ(backlog[second].number, 3u);
  EXPECT_EQ(backlog[second].place(), uint64_t{1} << 40);
  EXPECT_EQ(backlog[second].marks(), static_cast<uint32_t>(SegmentMark::OutOfOrder));
  backlog[first].judge(SegmentMark::None);
  EXPECT_TRUE(backlog[first].judged());
  EXPECT_EQ(backlog[first].place(), 1000u);
  backlog.empty(5);
  EXPECT_FALSE(backlog.any(5));
  EXPECT_TRUE(backlog.any(7));
  backlog.clear();
  EXPECT_FALSE(backlog.any(7));
  EXPECT_EQ(backlog.size(), 0u);
}

TEST(Backlog, IsBounded) {
  Backlog backlog;
  for (uint32_t i = 0; i < Backlog::most; ++i) {
    ASSERT_FALSE(backlog.full());
    backlog.add(i % Backlog::groups, i, i + 1, 0);
  }
  EXPECT_TRUE(backlog.full());
  EXPECT_EQ(backlog.of(3).size(), Backlog::most / Backlog::groups);
  EXPECT_EQ(backlog[backlog.of(Backlog::groups - 1).back()].number, Backlog::most);
}

}  // namespace
}  // namespace wiretale
