// The headers of packets: fragments are put together, quoted packets are not counted.
#include "statistics/layer_walk.h"

#include <gtest/gtest.h>

#include "decode/crafted_frame.h"

namespace wiretale {
namespace {

constexpr uint16_t raw_ip = 101;

/// The protocols that a walk shows of one packet.
std::vector<ProtocolId> walked(LayerWalk& walk, std::string_view hex) {
  const std::vector<uint8_t> bytes = from_hex(hex);
  Packet packet{};
  packet.link_type = raw_ip;
  packet.bytes = bytes;
  packet.wire_length = static_cast<uint32_t>(bytes.size());
  decode(packet, tree_dispatch());
  std::vector<ProtocolId> seen;
  walk.over(packet, [&](const WalkedHeader& header) {
    if (header.protocol != ids::raw_ip) seen.push_back(header.protocol);
  });
  return seen;
}

TEST(LayerWalk, ShowsTheDatagramWithItsLastFragment) {
  LayerWalk walk;
  const std::vector<ProtocolId> first =
      walked(walk, "4500 001c 0009 2000 40 11 0000 c0000201 c0000202 1770 1b58 0010 0000");
  EXPECT_EQ(first, (std::vector{ids::ipv4}));
  EXPECT_EQ(walk.ports().transport, ProtocolId::None);
  const std::vector<ProtocolId> last =
      walked(walk, "4500 001c 0009 0001 40 11 0000 c0000201 c0000202 0102 0304 0506 0708");
  ASSERT_GE(last.size(), 2u);
  EXPECT_EQ(last[0], ids::ipv4);
  EXPECT_EQ(last[1], ids::udp);
  EXPECT_EQ(walk.ports().destination, 7000);
}

TEST(LayerWalk, DoesNotShowWhatAnErrorQuotesButKnowsItsPorts) {
  LayerWalk walk;
  const std::vector<ProtocolId> seen =
      walked(walk,
             "4500 0038 0001 0000 40 01 0000 c0000202 c0000201 0303 0000 0000 0000"
             "4500 0021 0002 0000 40 11 0000 c0000201 c0000202 9c41 829a 000d 0000");
  EXPECT_EQ(seen, (std::vector{ids::ipv4, ids::icmp}));
  EXPECT_EQ(walk.ports().transport, ids::udp);
  EXPECT_EQ(walk.ports().destination, 33434);
}

}  // namespace
}  // namespace wiretale
