// Flows in shards.
#include "flow/shards.h"

#include <algorithm>
#include <utility>

namespace wiretale {
namespace {

FlowLimits shares_of(const FlowLimits& limits) {
  FlowLimits share = limits;
  share.most_flows /= shard_count;
  share.crowd /= shard_count;
  return share;
}

template <size_t... number>
auto make_stages(const FlowLimits& limits, std::index_sequence<number...>) {
  const auto make = [&](size_t) {
    return FlowStage(shares_of(limits), Duplicates::usual_size / shard_count);
  };
  using Stages = std::array<FlowStage, shard_count>;
  return std::unique_ptr<Stages>(new Stages{make(number)...});
}

}  // namespace

FlowShards::FlowShards(const FlowLimits& limits)
    : stages_(make_stages(limits, std::make_index_sequence<shard_count>())) {
  set_lanes(1);
}

void FlowShards::add(ShardedFlows& statistic) {
  statistics_.push_back(&statistic);
  statistic.set_lanes(static_cast<unsigned>(lanes_.size()));
  for (unsigned i = 0; i < shard_count; ++i) (*stages_)[i].add(statistic.shard(i));
}

void FlowShards::set_lanes(unsigned lanes) {
  lanes_.resize(lanes);
  for (Lane& lane : lanes_)
    for (auto& packets : lane) packets.reserve(Batch::capacity);
  for (ShardedFlows* statistic : statistics_) statistic->set_lanes(lanes);
}

void FlowShards::read(const SharedBatch& batch) {
  Lane& lane = lanes_[batch.lane];
  for (auto& packets : lane) packets.clear();
  const HashKey& secret = process_hash_key();
  auto place = static_cast<uint32_t>(batch.place);
  for (const Packet& packet : batch.batch.packets()) {
    FlowPlace found;
    if (find_flow(packet, found))
      read_flow_packet(packet, place, &found, secret, lane[shard_of(found.key)].emplace_back());
    ++place;
  }
}

void FlowShards::take(const SharedBatch& batch, unsigned shard) {
  (*stages_)[shard].see(lanes_[batch.lane][shard]);
  for (ShardedFlows* statistic : statistics_) statistic->put_aside(shard, batch.lane);
}

void FlowShards::settle(const SharedBatch& batch) {
  for (ShardedFlows* statistic : statistics_) statistic->settle(batch.lane);
}

void FlowShards::finish() {
  constexpr size_t ahead = 8;
  std::array<std::vector<FlowId>, shard_count> orders;
  std::array<size_t, shard_count> at{};
  const auto number_of = [&](unsigned shard, size_t i) {
    const FlowTable& table = (*stages_)[shard].table();
    if (i + ahead < orders[shard].size()) table.fetch(orders[shard][i + ahead]);
    return i < orders[shard].size() ? uint64_t{table.at(orders[shard][i]).number} : UINT64_MAX;
  };
  std::array<uint64_t, shard_count> next;
  for (unsigned shard = 0; shard < shard_count; ++shard) {
    orders[shard] = (*stages_)[shard].table().in_order();
    next[shard] = number_of(shard, 0);
  }
  while (true) {
    const auto first = std::min_element(next.begin(), next.end());
    if (*first == UINT64_MAX) break;
    const auto shard = static_cast<unsigned>(first - next.begin());
    (*stages_)[shard].end(orders[shard][at[shard]]);
    for (ShardedFlows* statistic : statistics_) {
      statistic->put_aside(shard, 0);
      statistic->settle(0);
    }
    next[shard] = number_of(shard, ++at[shard]);
  }
  for (FlowStage& stage : *stages_) stage.table().clear();
  counts_ = counts();
  stages_.reset();
}

FlowCounts FlowShards::counts() const {
  if (!stages_) return counts_;
  FlowCounts counts;
  for (const FlowStage& stage : *stages_) counts += counts_of(stage.table());
  return counts;
}

}  // namespace wiretale
