// A display filter for the pipeline: only what passes is counted.
#pragma once
#include "fields/dissector.h"
#include "filter/display_filter.h"
#include "pipeline/pipeline.h"

namespace wiretale {

class ShownPackets final : public BatchFilter {
 public:
  explicit ShownPackets(DisplayFilter filter);
  /// The source of the packets that come next.
  void set(const Source& source) { source_ = &source; }
  void keep(Batch& batch) override;

 private:
  [[nodiscard]] bool passes(const Packet& packet);

  DisplayFilter filter_;
  Dissector dissector_;
  const Source* source_ = nullptr;
  Packet decoded_{};
};

}  // namespace wiretale
