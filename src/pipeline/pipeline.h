// The pipeline: source -> batch -> decode -> filter -> flows -> consumers, with only the stages somebody
// needs.
#pragma once
#include <expected>
#include <vector>

#include "files/source.h"
#include "flow/consumer.h"
#include "flow/stage.h"

namespace wiretale {

/// What went through.
struct Passed {
  uint64_t packets = 0, bytes = 0;  ///< as on the wire
  Time first, last;
  uint64_t flows = 0, evicted_flows = 0;  ///< evicted: pushed out by the cap on live flows
};

class Pipeline {
 public:
  explicit Pipeline(const FlowLimits& limits = {}) : flows_(limits) {}
  /// Consumers outlive the pipeline's run.
  void add(LayerConsumer& consumer) { layer_consumers_.push_back(&consumer); }
  void add(FlowConsumer& consumer) {
    flows_.add(consumer);
    needs_flows_ = true;
  }
  [[nodiscard]] FlowTable& flows() { return flows_.table(); }
  void set(BatchFilter& filter) { filter_ = &filter; }

  /// Reads a source to its end; several one after the other make one stream. An error ends it; what was read
  /// before is with the consumers.
  std::expected<void, Error> run(Source& source);
  /// Ends the flows and tells the consumers.
  void finish();
  [[nodiscard]] Passed passed() const;

 private:
  FlowStage flows_;
  std::vector<LayerConsumer*> layer_consumers_;
  BatchFilter* filter_ = nullptr;
  bool needs_flows_ = false;
  Passed passed_;
  std::unique_ptr<Batch> batch_ = std::make_unique<Batch>();
};

}  // namespace wiretale
