// Flows in shards: a stage each, which threads can work on side by side.
#pragma once
#include <array>

#include "flow/memory_limit.h"
#include "flow/sharded_work.h"
#include "flow/stage.h"

namespace wiretale {

/// A statistic over flows that is made in shards.
class ShardedFlows {
 public:
  virtual ~ShardedFlows() = default;
  /// What takes the flows of a shard.
  virtual FlowConsumer& shard(unsigned number) = 0;
  virtual void set_lanes(unsigned lanes) = 0;
  /// Puts aside what a shard has made of a batch; called by the shard's thread.
  virtual void put_aside(unsigned shard, unsigned lane) = 0;
  /// Takes what all shards have made of a batch; called batch after batch.
  virtual void settle(unsigned lane) = 0;
};

class FlowShards {
 public:
  explicit FlowShards(const FlowLimits& limits);
  void add(ShardedFlows& statistic);

  // As ShardedWork has it; the packets are decoded.
  void set_lanes(unsigned lanes);
  void read(const SharedBatch& batch);
  void take(const SharedBatch& batch, unsigned shard);
  void settle(const SharedBatch& batch);
  /// Ends all flows, in the order in which they began, and gives their memory back: nothing can come any
  /// more.
  void finish();

  [[nodiscard]] FlowCounts counts() const;

 private:
  /// The packets of a batch by shard, at most a batch each.
  using Lane = std::array<std::vector<FlowPacket>, shard_count>;

  using Stages = std::array<FlowStage, shard_count>;
  std::unique_ptr<Stages> stages_;
  FlowCounts counts_;  ///< after finish()
  std::vector<ShardedFlows*> statistics_;
  std::vector<Lane> lanes_;
};

}  // namespace wiretale
