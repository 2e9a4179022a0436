// TCP stream beginnings: random segment orders against the plain stream.
#include "flow/stream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace wiretale {
namespace {

TEST(Stream, AnyOrderGivesThePlainStream) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::vector<uint8_t> plain(500 + random() % 4000);
    for (uint8_t& byte : plain) byte = static_cast<uint8_t>(random());
    const uint32_t first = round % 3 == 0 ? 0xfffffff0u : static_cast<uint32_t>(random());
    struct Segment {
      size_t start, size;
    };
    std::vector<Segment> segments;
    for (size_t at = 0; at < plain.size();) {
      const size_t size = std::min<size_t>(1 + random() % 200, plain.size() - at);
      segments.push_back({at, size});
      if (random() % 4 == 0) {  // an overlapping repeat
        const size_t start = random() % plain.size();
        segments.push_back({start, std::min<size_t>(1 + random() % 300, plain.size() - start)});
      }
      at += size;
    }
    // Shuffle within a distance, so that the pieces stay below the bound.
    for (size_t i = 0; i + 1 < segments.size(); ++i)
      std::swap(segments[i], segments[std::min(segments.size() - 1, i + random() % 20)]);
    Stream stream;
    stream.begin(first);
    uint32_t number = 0;
    for (const Segment& segment : segments) {
      const Bytes payload = Bytes{plain}.subspan(segment.start, segment.size);
      (void)stream.add(first + static_cast<uint32_t>(segment.start), payload, ++number);
      const Bytes ready = stream.ready();
      ASSERT_TRUE(std::equal(ready.begin(), ready.end(), plain.begin()));
    }
    ASSERT_EQ(stream.ready().size(), plain.size());
    EXPECT_FALSE(stream.gap());
  }
}

TEST(Stream, BytesOnceReceivedAreNotReplaced) {
  const std::vector<uint8_t> first{1, 2, 3}, other{9, 9, 9, 4, 5};
  Stream stream;
  stream.begin(100);
  EXPECT_TRUE(stream.add(100, first, 1));
  EXPECT_TRUE(stream.add(100, other, 2));
  const Bytes ready = stream.ready();
  EXPECT_EQ(std::vector<uint8_t>(ready.begin(), ready.end()), (std::vector<uint8_t>{1, 2, 3, 4, 5}));
}

TEST(Stream, GapsAreStatedAndBounded) {
  Stream stream;
  stream.begin(0);
  const std::vector<uint8_t> one{1};
  for (uint32_t i = 0; i < 1000; ++i) (void)stream.add(2 + 2 * i, one, i);
  EXPECT_TRUE(stream.gap());
  EXPECT_TRUE(stream.full());
  EXPECT_TRUE(stream.ready().empty());
  EXPECT_FALSE(stream.add(Stream::limit, one, 1));
}

TEST(Stream, TellsWhichPacketBroughtAByte) {
  const std::vector<uint8_t> four(4, 7);
  Stream stream;
  stream.begin(10);
  (void)stream.add(14, four, 22);
  (void)stream.add(10, four, 21);
  EXPECT_EQ(stream.packet_of(0), 21u);
  EXPECT_EQ(stream.packet_of(5), 22u);
}

}  // namespace
}  // namespace wiretale
