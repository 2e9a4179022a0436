// Clocks and passages on made-up packets.
#include <gtest/gtest.h>

#include "comparison/clocks.h"
#include "comparison/passage.h"
#include "flow/flow.h"

namespace wiretale {
namespace {

constexpr Time start{1'700'000'000'000'000'000};

TEST(Clocks, OffsetIsEnclosedByBothDirections) {
  ClockComparison clocks;
  const Duration offset = milliseconds(-2500);
  for (int i = 0; i < 50; ++i) {
    const Time sent = start + milliseconds(i * 10);
    clocks.add(sent, sent + offset + microseconds(300 + i * 7 % 90), true);
    clocks.add(sent + microseconds(500 + i * 11 % 40), sent + offset, false);
  }
  const ClockOffset found = clocks.estimate();
  EXPECT_TRUE(found.both_ways);
  EXPECT_EQ(found.samples, 100u);
  EXPECT_EQ(found.drift, 0);
  EXPECT_LE(std::abs(found.offset.nanoseconds - offset.nanoseconds), found.doubt.nanoseconds);
  EXPECT_EQ(found.doubt, microseconds(400));
}

TEST(Clocks, DriftShowsOverTime) {
  ClockComparison clocks;
  constexpr double drift = 50e-6;
  for (int i = 0; i < 400; ++i) {
    const Duration since = milliseconds(i * 100);
    const Duration gained{static_cast<int64_t>(drift * static_cast<double>(since.nanoseconds))};
    const Time sent = start + since;
    clocks.add(sent, sent + gained + microseconds(20 + i % 5), true);
    clocks.add(sent + microseconds(20 + i % 7), sent + gained, false);
  }
  const ClockOffset found = clocks.estimate();
  EXPECT_NEAR(found.drift * 1e6, 50, 1);
  EXPECT_NEAR(static_cast<double>(found.at(start + seconds(40)).nanoseconds), 2e6, 50e3);
}

TEST(Clocks, OneDirectionIsNoProof) {
  ClockComparison clocks;
  clocks.add(start, start + milliseconds(7), true);
  const ClockOffset found = clocks.estimate();
  EXPECT_FALSE(found.both_ways);
  EXPECT_EQ(found.offset, milliseconds(7));
  EXPECT_EQ(ClockComparison{}.estimate().samples, 0u);
}

PassingPacket data(uint32_t number, uint32_t sequence, uint32_t length, uint32_t stamp = 0,
                   Duration at = {}) {
  return {.time = start + at,
          .common = start + at,
          .number = number,
          .sequence = sequence,
          .length = length,
          .stamp = stamp,
          .flags = tcp_flag::ack,
          .tcp = true};
}

TEST(Passage, OneLargeSegmentIsManyPackets) {
  Passage passage;
  static_cast<void>(passage.sent(data(1, 4'294'960'000, 14'480)));  // across the wrap of the numbers
  for (uint32_t i = 0; i < 10; ++i)
    static_cast<void>(passage.arrived(data(i, 4'294'960'000 + i * 1448, 1448)));
  passage.finish();
  EXPECT_EQ(passage.facts().matched, 1u);
  EXPECT_EQ(passage.facts().lost.count, 0u);
  EXPECT_EQ(passage.facts().appeared.count, 0u);
}

TEST(Passage, ManyPacketsArriveAsOne) {
  Passage passage;
  for (uint32_t i = 0; i < 10; ++i) static_cast<void>(passage.sent(data(i, i * 1448, 1448)));
  static_cast<void>(passage.arrived(data(1, 0, 14'480)));
  passage.finish();
  EXPECT_EQ(passage.facts().matched, 10u);
  EXPECT_EQ(passage.facts().lost.count, 0u);
}

TEST(Passage, TheRepeatArrivedAndTheOriginalIsLost) {
  Passage passage;
  static_cast<void>(passage.sent(data(1, 0, 100, 7)));
  static_cast<void>(passage.sent(data(2, 100, 100, 7)));
  static_cast<void>(passage.arrived(data(1, 100, 100, 7)));
  static_cast<void>(passage.sent(data(3, 0, 100, 9)));
  static_cast<void>(passage.arrived(data(2, 0, 100, 9)));
  passage.acknowledged(200);
  passage.finish();
  ASSERT_EQ(passage.facts().lost.count, 1u);
  EXPECT_EQ(passage.facts().lost.first[0], 1u);
  EXPECT_EQ(passage.facts().lost_bytes, 100u);
  EXPECT_EQ(passage.facts().not_captured.count, 0u);
}

TEST(Passage, AcknowledgedWithoutRepeatWasOnlyNotCaptured) {
  Passage passage;
  static_cast<void>(passage.sent(data(1, 0, 100)));
  passage.acknowledged(100);
  passage.finish();
  EXPECT_EQ(passage.facts().lost.count, 0u);
  EXPECT_EQ(passage.facts().not_captured.count, 1u);
}

TEST(Passage, AResetFromNowhere) {
  Passage passage;
  PassingPacket reset = data(5, 100, 0);
  reset.flags = tcp_flag::rst;
  reset.identity = 77;
  static_cast<void>(passage.arrived(reset));
  passage.finish();
  EXPECT_EQ(passage.facts().appeared_reset.count, 1u);
}

TEST(Passage, MemoryIsBounded) {
  Passage passage;
  for (uint32_t i = 0; i < Passage::window + 100; ++i) static_cast<void>(passage.sent(data(i, i * 200, 100)));
  EXPECT_EQ(passage.facts().overflows, 100u);
  // Time passes: what waits is given up.
  static_cast<void>(passage.sent(data(1, 1, 1, 0, seconds(10))));
  EXPECT_EQ(passage.facts().lost.count, Passage::window + 100);
}

}  // namespace
}  // namespace wiretale
