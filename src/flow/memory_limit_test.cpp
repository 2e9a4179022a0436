// Memory limits: how sizes are said, and what becomes of flows when a flood fills the table.
#include "flow/memory_limit.h"

#include <gtest/gtest.h>

#include <map>

#include "flow/stage.h"

namespace wiretale {
namespace {

TEST(MemoryLimit, SizesAreOf1024) {
  EXPECT_EQ(MemoryLimit::parse("256M")->bytes, 256u << 20);
  EXPECT_EQ(MemoryLimit::parse("1g")->bytes, 1u << 30);
  EXPECT_EQ(MemoryLimit::parse("100000k")->bytes, 100000u << 10);
  EXPECT_EQ(MemoryLimit::parse("300000000")->bytes, 300'000'000u);
  for (const char* wrong : {"", "M", "95M", "-1G", "1T", "1GB", "99999999999G", "1.5G"})
    EXPECT_FALSE(MemoryLimit::parse(wrong)) << wrong;
}

TEST(MemoryLimit, MoreMemoryIsMoreFlows) {
  const uint32_t some = MemoryLimit::parse("96M")->flows(64).most_flows,
                 more = MemoryLimit::parse("288M")->flows(64).most_flows;
  EXPECT_GT(some, 50'000u);
  EXPECT_EQ((more + some / 2) / some, 4u);  // 256 beside the base of 32, and 64
  EXPECT_GT(some, MemoryLimit::parse("96M")->flows(1000).most_flows);
}

FlowPacket syn_of(uint32_t client, int64_t microsecond) {
  FlowPacket packet;
  const uint8_t low[4] = {static_cast<uint8_t>(client >> 24), static_cast<uint8_t>(client >> 16),
                          static_cast<uint8_t>(client >> 8), static_cast<uint8_t>(client)};
  const uint8_t high[4] = {192, 0, 2, 1};
  packet.key.low = Address::four(low);
  packet.key.high = Address::four(high);
  packet.key.low_port = 40000;
  packet.key.high_port = 80;
  packet.key.transport = packet.transport = ip_protocol::tcp;
  packet.hash = hash_of(packet.key, process_hash_key());
  packet.frame_hash = packet.hash + static_cast<uint64_t>(microsecond);
  packet.time = {microsecond * 1000};
  packet.internet = true;
  packet.segment = true;
  packet.tcp_flags = tcp_flag::ack;
  return packet;
}

struct Ended final : FlowConsumer {
  void see(std::span<const FlowPacket>) override {}
  void flow_ended(const Flow& flow, FlowEnd cause) override {
    ++causes[cause];
    packets[be32(&flow.key.low.bytes[12])].push_back(flow.ways[0].packets);
  }
  std::map<FlowEnd, uint64_t> causes;
  std::map<uint32_t, std::vector<uint32_t>> packets;  ///< by client, of each of its flows
};

TEST(MemoryLimit, KnownFlowsSurviveAFloodAndAllAreCounted) {
  // So much of the flood comes between two packets of a known flow that it fills the table twice.
  constexpr uint32_t known = 100, flood = 200'000, between = 8000, cap = 4096;
  FlowStage stage({.most_flows = cap});
  Ended ended;
  stage.add(ended);
  std::vector<FlowPacket> packets;
  int64_t now = 1'000'000;
  uint32_t place = 0, turns = 0;
  for (uint32_t i = 0; i < flood; ++i) {
    packets.push_back(syn_of(0x0b000000u + i, now += 10));
    if (i % between != 0) continue;
    ++turns;
    for (uint32_t j = 0; j < known; ++j) {
      packets.push_back(syn_of(0x0a000000u + j, now += 1));
      packets.push_back(packets.back());  // the answer
      packets.back().way = 1;
      packets.back().frame_hash += 1;
    }
  }
  for (FlowPacket& packet : packets) packet.place = packet.number = place++;
  for (size_t at = 0; at < packets.size(); at += 300)
    stage.see(std::span{packets}.subspan(at, std::min<size_t>(300, packets.size() - at)));
  EXPECT_LE(stage.table().live(), cap);
  stage.finish();
  const FlowCounts counts = counts_of(stage.table());
  for (uint32_t j = 0; j < known; ++j)
    EXPECT_EQ(ended.packets[0x0a000000u + j], std::vector<uint32_t>{turns}) << "client " << j;
  EXPECT_EQ(counts.created, flood + known);
  EXPECT_EQ(counts.evicted, ended.causes[FlowEnd::Cap]);
  EXPECT_EQ(counts.left, ended.causes[FlowEnd::Finished]);
  EXPECT_EQ(counts.closed + counts.idle + counts.replaced, 0u);
  EXPECT_EQ(counts.evicted + counts.left, counts.created);
  EXPECT_GT(counts.evicted, flood - cap - 1);
}

}  // namespace
}  // namespace wiretale
