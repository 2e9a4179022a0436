// The pipeline: source -> batch -> decode -> filter -> flows -> consumers, with only the stages somebody
// needs.
#pragma once
#include <expected>
#include <optional>
#include <vector>

#include "files/source.h"
#include "flow/consumer.h"
#include "flow/shards.h"
#include "pipeline/workers.h"

namespace wiretale {

/// What went through.
struct Passed {
  uint64_t packets = 0, bytes = 0;  ///< as on the wire
  Time first, last;
  FlowCounts flows;

  void add(std::span<const Packet> all);
  void add(const Passed& other);
};

class Pipeline : private ShardedWork {
 public:
  explicit Pipeline(const FlowLimits& limits = {}) : limits_(limits), flows_(limits) {}
  /// Consumers outlive the pipeline's run.
  void add(LayerConsumer& consumer) { layer_consumers_.push_back(&consumer); }
  void add(FlowConsumer& consumer) {
    flows_.add(consumer);
    needs_flows_ = true;
  }
  void add(ShardedFlows& statistic) {
    if (!shards_) shards_.emplace(limits_);
    shards_->add(statistic);
  }
  [[nodiscard]] FlowTable& flows() { return flows_.table(); }
  void set(BatchFilter& filter) { filter_ = &filter; }
  /// How many threads may work, the calling one included. Where a filter or a consumer wants all packets one
  /// after the other there is one, whatever is said here.
  void set_workers(unsigned count, uint64_t alone = Workers::usual_alone) {
    worker_count_ = count;
    alone_ = alone;
  }

  /// Reads a source to its end; several one after the other make one stream. An error ends it; what was read
  /// before is with the consumers.
  std::expected<void, Error> run(Source& source);
  /// Ends the flows and tells the consumers.
  void finish();
  [[nodiscard]] Passed passed() const;

 private:
  void set_lanes(unsigned lanes) override;
  void read(SharedBatch& batch) override;
  void take(SharedBatch& batch, unsigned shard) override;
  void settle(SharedBatch& batch) override;
  [[nodiscard]] bool wants_order() const {
    return filter_ != nullptr || needs_flows_ || !layer_consumers_.empty();
  }

  FlowLimits limits_;
  FlowStage flows_;
  std::optional<FlowShards> shards_;
  std::vector<LayerConsumer*> layer_consumers_;
  BatchFilter* filter_ = nullptr;
  bool needs_flows_ = false;
  unsigned worker_count_ = 1;
  uint64_t alone_ = Workers::usual_alone;
  Passed passed_;
  std::vector<Passed> passed_in_lane_;
  std::optional<Workers> workers_;
};

}  // namespace wiretale
