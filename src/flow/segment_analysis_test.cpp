// Sequence analysis on small made connections.
#include "flow/segment_analysis.h"

#include <gtest/gtest.h>

namespace wiretale {
namespace {

enum Flag : uint8_t { finish = 1, synchronize = 2, reset = 4, push = 8, acknowledge = 16 };

/// A connection of which the test says only what matters.
class Connection {
 public:
  SegmentFacts client(int64_t at, uint8_t flags, uint32_t sequence, uint32_t acknowledgment, uint32_t length,
                      uint16_t window = 1000) {
    return see(near_, far_, 4000, 80, at, flags, sequence, acknowledgment, length, window);
  }
  SegmentFacts server(int64_t at, uint8_t flags, uint32_t sequence, uint32_t acknowledgment, uint32_t length,
                      uint16_t window = 1000) {
    return see(far_, near_, 80, 4000, at, flags, sequence, acknowledgment, length, window);
  }
  void open() {
    client(0, synchronize, 100, 0, 0);
    server(10, synchronize | acknowledge, 500, 101, 0);
    client(20, acknowledge, 101, 501, 0);
  }

 private:
  SegmentFacts see(const Address& source, const Address& destination, uint16_t from, uint16_t to, int64_t at,
                   uint8_t flags, uint32_t sequence, uint32_t acknowledgment, uint32_t length,
                   uint16_t window) {
    return analysis_.see({.source = source,
                          .destination = destination,
                          .source_port = from,
                          .destination_port = to,
                          .frame = ++frame_,
                          .time = Time{} + milliseconds(at),
                          .sequence = sequence,
                          .acknowledgment = acknowledgment,
                          .length = length,
                          .window = window,
                          .flags = flags,
                          .options = {}});
  }
  static Address made(uint8_t last) {
    const uint8_t bytes[] = {10, 0, 0, last};
    return Address::four(bytes);
  }
  SegmentAnalysis analysis_;
  Address near_ = made(1), far_ = made(2);
  uint32_t frame_ = 0;
};

using enum SegmentMark;

TEST(SegmentAnalysis, ATimeoutIsToldWithItsDelay) {
  Connection connection;
  connection.open();
  const SegmentFacts sent = connection.client(30, push | acknowledge, 101, 501, 50);
  EXPECT_EQ(sent.bytes_in_flight, 50u);
  EXPECT_EQ(sent.completeness_before, 7);
  EXPECT_EQ(sent.initial_round_trip, milliseconds(20));
  const SegmentFacts again = connection.client(330, push | acknowledge, 101, 501, 50);
  EXPECT_EQ(again.marks, Retransmission);
  EXPECT_EQ(again.retransmission_delay, milliseconds(300));
  EXPECT_EQ(again.retransmission_delay_frame, 4u);
  const SegmentFacts answer = connection.server(340, acknowledge, 501, 151, 0);
  EXPECT_EQ(answer.acknowledged_frame, 4u);
}

TEST(SegmentAnalysis, DuplicateAcknowledgmentsMakeARepeatAFastOne) {
  Connection connection;
  connection.open();
  connection.client(30, acknowledge, 101, 501, 100);
  connection.server(35, acknowledge, 501, 201, 0);
  EXPECT_TRUE(connection.client(41, acknowledge, 301, 501, 100).marked(LostSegment));
  for (uint32_t i = 1; i <= 2; ++i) {
    const SegmentFacts facts = connection.server(42 + i, acknowledge, 501, 201, 0);
    EXPECT_EQ(facts.marks, DuplicateAck);
    EXPECT_EQ(facts.duplicate_number, i);
    EXPECT_EQ(facts.duplicate_of_frame, 5u);
  }
  EXPECT_EQ(connection.client(45, acknowledge, 201, 501, 100).marks, FastRetransmission);
}

TEST(SegmentAnalysis, WhatIsAcknowledgedAlreadyIsSpurious) {
  Connection connection;
  connection.open();
  connection.client(30, acknowledge, 101, 501, 100);
  connection.server(35, acknowledge, 501, 201, 0);
  EXPECT_EQ(connection.client(400, acknowledge, 101, 501, 100).marks, SpuriousRetransmission);
}

TEST(SegmentAnalysis, AnotherFirstSequenceNumberBeginsAnotherStream) {
  Connection connection;
  connection.open();
  EXPECT_EQ(connection.client(1000, synchronize, 100, 0, 0).marks, Retransmission);
  const SegmentFacts reused = connection.client(2000, synchronize, 9000, 0, 0);
  EXPECT_EQ(reused.marks, ReusedPorts);
  EXPECT_EQ(reused.stream.index, 1u);
}

TEST(SegmentAnalysis, AClosedWindowIsProbed) {
  Connection connection;
  connection.open();
  connection.client(30, acknowledge, 101, 501, 100);
  EXPECT_EQ(connection.server(35, acknowledge, 501, 201, 0, 0).marks, ZeroWindow);
  EXPECT_EQ(connection.client(400, acknowledge, 201, 501, 1).marks, ZeroWindowProbe);
  EXPECT_EQ(connection.server(401, acknowledge, 501, 201, 0, 0).marks, ZeroWindow | ZeroWindowProbeAck);
  EXPECT_EQ(connection.server(500, acknowledge, 501, 201, 0, 800).marks, WindowUpdate);
}

}  // namespace
}  // namespace wiretale
