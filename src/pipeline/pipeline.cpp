// Running a plan: one loop over batches.
#include "pipeline/pipeline.h"

#include <algorithm>

#include "decode/decode.h"

namespace wiretale {

std::expected<void, Error> Pipeline::run(Source& source) {
  while (true) {
    const auto count = source.read(*batch_);
    if (!count) return std::unexpected(count.error());
    if (*count == 0) return {};
    for (Packet& packet : batch_->packets()) {
      if (passed_.packets == 0) passed_.first = passed_.last = packet.time;
      ++passed_.packets;
      passed_.bytes += packet.wire_length;
      passed_.first = std::min(passed_.first, packet.time);
      passed_.last = std::max(passed_.last, packet.time);
      decode(packet);
    }
    if (filter_ != nullptr) filter_->keep(*batch_);
    for (LayerConsumer* consumer : layer_consumers_) consumer->see(batch_->packets());
    if (needs_flows_) flows_.see(*batch_);
  }
}

void Pipeline::finish() {
  for (LayerConsumer* consumer : layer_consumers_) consumer->finish();
  if (needs_flows_) flows_.finish();
}

Passed Pipeline::passed() const {
  Passed passed = passed_;
  passed.flows = flows_.table().created();
  passed.evicted_flows = flows_.table().ended(FlowEnd::Cap);
  return passed;
}

}  // namespace wiretale
