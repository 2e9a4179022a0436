// The flow table: symmetric keys, reuse, expiry and eviction with their counters.
#include "flow/flow_table.h"

#include <gtest/gtest.h>

namespace wiretale {
namespace {

FlowKey key_of(uint32_t number, uint8_t transport = ip_protocol::tcp) {
  FlowKey key;
  const uint8_t low[4] = {10, static_cast<uint8_t>(number >> 16), static_cast<uint8_t>(number >> 8),
                          static_cast<uint8_t>(number)};
  const uint8_t high[4] = {192, 168, 0, 1};
  key.low = Address::four(low);
  key.high = Address::four(high);
  key.low_port = 40000;
  key.high_port = 80;
  key.transport = transport;
  return key;
}

struct Ended : FlowListener {
  std::vector<std::pair<uint32_t, FlowEnd>> all;
  void flow_ended(const Flow& flow, FlowEnd cause) override { all.emplace_back(flow.number, cause); }
};

Time at(int64_t second) { return {second * 1'000'000'000}; }

TEST(FlowTable, FindsWhatItHolds) {
  FlowTable table;
  for (uint32_t i = 0; i < 20'000; ++i) {
    const FlowKey key = key_of(i);
    ASSERT_TRUE(table.find_or_add(key, table.hash(key), at(1), i).is_new);
  }
  for (uint32_t i = 0; i < 20'000; ++i) {
    const FlowKey key = key_of(i);
    const auto found = table.find_or_add(key, table.hash(key), at(1), i);
    ASSERT_FALSE(found.is_new);
    ASSERT_EQ(found.flow->number, i);
  }
  EXPECT_EQ(table.live(), 20'000u);
}

TEST(FlowTable, DetachedFlowsMakeRoomForTheirKey) {
  FlowTable table;
  Ended ended;
  const FlowKey key = key_of(1);
  Flow* const first = table.find_or_add(key, table.hash(key), at(1), 1).flow;
  table.detach(*first);
  EXPECT_EQ(table.find(key), nullptr);
  const auto second = table.find_or_add(key, table.hash(key), at(2), 2);
  EXPECT_TRUE(second.is_new);
  EXPECT_NE(second.flow, first);
  table.make_room(at(2), 256, ended);
  ASSERT_EQ(ended.all.size(), 1u);
  EXPECT_EQ(ended.all[0], (std::pair{0u, FlowEnd::Replaced}));
  EXPECT_EQ(table.find(key), second.flow);
}

TEST(FlowTable, IdleFlowsEndAndBusyOnesStay) {
  FlowTable table;
  Ended ended;
  const FlowKey idle = key_of(1, ip_protocol::udp), busy = key_of(2, ip_protocol::udp);
  (void)table.find_or_add(idle, table.hash(idle), at(0), 1);
  Flow* const kept = table.find_or_add(busy, table.hash(busy), at(0), 2).flow;
  kept->last = at(400);
  table.make_room(at(401), 256, ended);
  ASSERT_EQ(ended.all.size(), 1u);
  EXPECT_EQ(ended.all[0], (std::pair{0u, FlowEnd::Idle}));
  EXPECT_EQ(table.ended(FlowEnd::Idle), 1u);
  EXPECT_EQ(table.find(busy), kept);
}

TEST(FlowTable, TheCapEvictsTheLeastRecentlyUsed) {
  FlowTable table({.most_flows = 1000});
  Ended ended;
  for (uint32_t i = 0; i < 5000; ++i) {
    if (i % 256 == 0) {
      if (Flow* first = table.find(key_of(0))) first->last = at(i);
      table.make_room(at(i), 256, ended);
    }
    const FlowKey key = key_of(i);
    (void)table.find_or_add(key, table.hash(key), at(i), i);
    ASSERT_LE(table.live(), 1000u);
  }
  EXPECT_GE(table.ended(FlowEnd::Cap), 3900u);
  EXPECT_NE(table.find(key_of(0)), nullptr) << "it was used all the time";
  table.finish(ended);
  EXPECT_EQ(ended.all.size(), 5000u);
  EXPECT_EQ(table.live(), 0u);
}

TEST(FlowTable, KeysAreHashedWithASecret) {
  const FlowKey key = key_of(7);
  EXPECT_NE(hash_of(key, {1, 2}), hash_of(key, {3, 4}));
  FlowKey other = key;
  other.tunnel = 5;
  EXPECT_NE(hash_of(key, {1, 2}), hash_of(other, {1, 2}));
}

}  // namespace
}  // namespace wiretale
