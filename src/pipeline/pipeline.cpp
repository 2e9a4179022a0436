// Running a plan: what is done with each batch.
#include "pipeline/pipeline.h"

#include <algorithm>

#include "decode/decode.h"

namespace wiretale {

void Passed::add(std::span<const Packet> all) {
  for (const Packet& packet : all)
    add(Passed{
        .packets = 1, .bytes = packet.wire_length, .first = packet.time, .last = packet.time, .flows = {}});
}

void Passed::add(const Passed& other) {
  if (other.packets == 0) return;
  first = packets == 0 ? other.first : std::min(first, other.first);
  last = packets == 0 ? other.last : std::max(last, other.last);
  packets += other.packets;
  bytes += other.bytes;
}

void Pipeline::set_lanes(unsigned lanes) {
  passed_in_lane_.resize(lanes);
  if (shards_) shards_->set_lanes(lanes);
}

void Pipeline::read(SharedBatch& batch) {
  Batch& packets = batch.batch;
  passed_in_lane_[batch.lane] = {};
  passed_in_lane_[batch.lane].add(packets.packets());
  for (Packet& packet : packets.packets()) decode(packet);
  // With a filter or a consumer that wants order there is one worker, and batches come in their order.
  if (filter_ != nullptr) filter_->keep(packets);
  for (LayerConsumer* consumer : layer_consumers_) consumer->see(packets.packets());
  if (needs_flows_) flows_.see(packets);
  if (shards_) shards_->read(batch);
}

void Pipeline::take(SharedBatch& batch, unsigned shard) {
  if (shards_) shards_->take(batch, shard);
}

void Pipeline::settle(SharedBatch& batch) {
  passed_.add(passed_in_lane_[batch.lane]);
  if (shards_) shards_->settle(batch);
}

std::expected<void, Error> Pipeline::run(Source& source) {
  if (!workers_)
    workers_.emplace(static_cast<ShardedWork&>(*this), wants_order() || !shards_ ? 1 : worker_count_, alone_);
  return workers_->run(source);
}

void Pipeline::finish() {
  for (LayerConsumer* consumer : layer_consumers_) consumer->finish();
  if (needs_flows_) flows_.finish();
  if (shards_) shards_->finish();
}

Passed Pipeline::passed() const {
  Passed passed = passed_;
  if (needs_flows_) passed.flows += counts_of(flows_.table());
  if (shards_) passed.flows += shards_->counts();
  return passed;
}

}  // namespace wiretale
