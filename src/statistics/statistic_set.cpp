// The statistics of one run of `read`.
#include "statistics/statistic_set.h"

#include <algorithm>

#include "decode/decode.h"
#include "decode/dispatch.h"
#include "statistics/catalog.h"

namespace wiretale {

std::expected<void, StatisticError> StatisticSet::add(std::string_view argument, StatisticTimes times,
                                                      std::string_view file) {
  auto made = make_statistic(argument, times, file);
  if (!made) return std::unexpected(std::move(made.error()));
  needs_.unite((*made)->needs());
  all_.push_back(std::move(*made));
  return {};
}

void StatisticSet::see(SeenPacket seen) {
  if (!begun_) first_ = seen.packet.time;
  begun_ = true;
  seen.since_first = seen.packet.time - first_;
  for (const auto& statistic : all_) statistic->add(seen);
}

void StatisticSet::annotate(const SeenPacket& seen, Text& info) {
  for (const auto& statistic : all_) statistic->annotate(seen, info);
}

void StatisticSet::report(Text& text) {
  for (size_t i = all_.size(); i-- > 0;) all_[i]->report(text);
}

bool StatisticSet::can_be_shared() const {
  return !all_.empty() &&
         std::all_of(all_.begin(), all_.end(), [](const auto& each) { return each->shared() != nullptr; });
}

SharedStatistics::SharedStatistics(StatisticSet& set) {
  for (const auto& statistic : set.all_) all_.push_back(statistic->shared());
}

void SharedStatistics::set_lanes(unsigned lanes) {
  for (ShardedWork* each : all_) each->set_lanes(lanes);
}

void SharedStatistics::read(SharedBatch& batch) {
  for (Packet& packet : batch.batch.packets()) decode(packet, tree_dispatch());
  for (ShardedWork* each : all_) each->read(batch);
}

void SharedStatistics::bring_into_order(SharedBatch& batch) {
  for (ShardedWork* each : all_) each->bring_into_order(batch);
}

void SharedStatistics::take(SharedBatch& batch, unsigned shard) {
  for (ShardedWork* each : all_) each->take(batch, shard);
}

void SharedStatistics::settle(SharedBatch& batch) {
  for (ShardedWork* each : all_) each->settle(batch);
}

}  // namespace wiretale
