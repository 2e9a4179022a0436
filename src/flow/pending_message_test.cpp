// Messages that span segments.
#include "flow/pending_message.h"

#include <gtest/gtest.h>

namespace wiretale {
namespace {

constexpr uint8_t letters[] = {'a', 'b', 'c', 'd', 'e', 'f'};
constexpr Bytes all = letters;

TEST(PendingMessage, AGapIsFilledLater) {
  PendingBudget budget;
  PendingMessage message(budget, 1000, 6);
  ASSERT_TRUE(message.add(1000, all.first(2), 1));
  ASSERT_TRUE(message.add(1004, all.subspan(4), 2));
  EXPECT_FALSE(message.complete());
  EXPECT_EQ(message.takes(1002, 9), 4u) << "no more than the message's length";
  ASSERT_TRUE(message.add(1002, all.subspan(2, 2), 3));
  EXPECT_TRUE(message.complete());
  EXPECT_TRUE(std::equal(all.begin(), all.end(), message.bytes().begin(), message.bytes().end()));
  ASSERT_EQ(message.pieces().size(), 3u);
  EXPECT_EQ(message.pieces()[1].frame, 3u);
}

TEST(PendingMessage, WithoutALengthOnlyTheNextBytesAreTaken) {
  PendingBudget budget;
  PendingMessage message(budget, 0xffffffff, 0);
  ASSERT_TRUE(message.add(0xffffffff, all.first(2), 1));
  EXPECT_EQ(message.takes(1, 4), 4u) << "behind the turn of the sequence numbers";
  EXPECT_EQ(message.takes(2, 4), 0u);
}

TEST(PendingMessage, WhatIsHeldIsBounded) {
  PendingBudget budget;
  {
    PendingMessage message(budget, 0, PendingBudget::longest_message);
    ASSERT_TRUE(message.add(100, all, 1));
    EXPECT_EQ(budget.held, 106u);
    EXPECT_FALSE(message.add(PendingBudget::longest_message, all, 2));
    EXPECT_EQ(budget.dropped, 1u);
  }
  EXPECT_EQ(budget.held, 0u);
}

}  // namespace
}  // namespace wiretale
