// IP fragments: any order gives the datagram, overlaps change nothing, bounds hold.
#include "flow/fragments.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "decode/decode.h"

namespace wiretale {
namespace {

struct Frame {
  std::vector<uint8_t> bytes;
  Packet packet{};
  FlowPlace place{};
};

Frame fragment(const std::vector<uint8_t>& datagram, size_t start, size_t size, bool more, uint16_t id = 7) {
  Frame frame;
  const size_t total = 20 + size, word = start / 8 | (more ? 0x2000u : 0u);
  const uint8_t headers[] = {2,
                             0,
                             0,
                             0,
                             0,
                             1,
                             2,
                             0,
                             0,
                             0,
                             0,
                             2,
                             8,
                             0,
                             0x45,
                             0,
                             static_cast<uint8_t>(total >> 8),
                             static_cast<uint8_t>(total),
                             static_cast<uint8_t>(id >> 8),
                             static_cast<uint8_t>(id),
                             static_cast<uint8_t>(word >> 8),
                             static_cast<uint8_t>(word),
                             64,
                             253,
                             0,
                             0,
                             10,
                             0,
                             0,
                             1,
                             10,
                             0,
                             0,
                             2};
  frame.bytes.reserve(sizeof headers + size);
  for (const uint8_t byte : headers) frame.bytes.push_back(byte);
  for (size_t i = start; i < start + size; ++i) frame.bytes.push_back(datagram[i]);
  return frame;
}

std::optional<Datagram> add(Fragments& fragments, Frame& frame) {
  frame.packet.bytes = frame.bytes;
  frame.packet.link_type = 1;
  frame.packet.wire_length = static_cast<uint32_t>(frame.bytes.size());
  decode(frame.packet);
  if (!find_flow(frame.packet, frame.place)) return std::nullopt;
  return fragments.add(frame.packet, frame.place);
}

TEST(Fragments, AnyOrderGivesTheDatagram) {
  std::mt19937 random(3);
  for (int round = 0; round < 100; ++round) {
    std::vector<uint8_t> datagram(400 + random() % 2000);
    for (uint8_t& byte : datagram) byte = static_cast<uint8_t>(random());
    std::vector<Frame> frames;
    for (size_t at = 0; at < datagram.size();) {
      const size_t size = std::min<size_t>(8 * (1 + random() % 30), datagram.size() - at);
      frames.push_back(fragment(datagram, at, size, at + size < datagram.size()));
      at += size;
    }
    std::shuffle(frames.begin(), frames.end(), random);
    Fragments fragments;
    for (size_t i = 0; i < frames.size(); ++i) {
      const auto whole = add(fragments, frames[i]);
      ASSERT_EQ(whole.has_value(), i + 1 == frames.size());
      ASSERT_TRUE(!whole || whole->bytes == datagram);
    }
  }
}

TEST(Fragments, OverlapsDoNotReplace) {
  const std::vector<uint8_t> good(32, 1), other(32, 2);
  Fragments fragments;
  Frame first = fragment(good, 0, 16, true), overlap = fragment(other, 8, 24, false);
  EXPECT_FALSE(add(fragments, first));
  const auto whole = add(fragments, overlap);
  ASSERT_TRUE(whole);
  EXPECT_EQ(std::count(whole->bytes.begin(), whole->bytes.end(), 1), 16);
}

TEST(Fragments, TheNumberOfOpenDatagramsIsBounded) {
  const std::vector<uint8_t> datagram(64, 1);
  Fragments fragments;
  for (uint16_t id = 0; id < Fragments::most_datagrams + 100; ++id) {
    Frame frame = fragment(datagram, 0, 16, true, id);
    EXPECT_FALSE(add(fragments, frame));
  }
  EXPECT_EQ(fragments.pushed_out(), 100u);
  EXPECT_EQ(fragments.take_incomplete(Fragments::Which::Everything, {}).size(),
            Fragments::most_datagrams + 100);
}

}  // namespace
}  // namespace wiretale
