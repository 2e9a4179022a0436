// A statistic made of what is left of flows when they end.
#pragma once
#include <array>
#include <vector>

#include "flow/shards.h"

namespace wiretale {

/// One shard's part: makes a record of each flow that ended.
template <class Record>
class FlowShard : public FlowConsumer {
 public:
  void see(std::span<const FlowPacket>) override {}
  /// Since they were put aside.
  std::vector<Record> ended;
};

/// Takes the records batch by batch, and in each shard by shard: an order that does not depend on who worked
/// when.
template <class Shard, class Record>
class EndedFlows : public ShardedFlows {
 public:
  FlowConsumer& shard(unsigned number) final { return shards_[number].part; }
  void set_lanes(unsigned lanes) final { lanes_.resize(lanes); }
  void put_aside(unsigned shard, unsigned lane) final { lanes_[lane][shard].swap(shards_[shard].part.ended); }
  void settle(unsigned lane) final {
    for (std::vector<Record>& records : lanes_[lane]) {
      for (const Record& record : records) take(record);
      records.clear();
    }
  }

 protected:
  virtual void take(const Record& record) = 0;

 private:
  /// Apart from each other, since they belong to different threads.
  struct alignas(64) Apart {
    Shard part;
  };
  std::array<Apart, shard_count> shards_;
  std::vector<std::array<std::vector<Record>, shard_count>> lanes_;
};

}  // namespace wiretale
