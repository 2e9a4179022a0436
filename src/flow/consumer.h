// Who gets the decoded packets of a run before their flows are looked at.
#pragma once
#include <span>

#include "packet/packet.h"

namespace wiretale {

/// A consumer that needs no flows.
class LayerConsumer {
 public:
  virtual ~LayerConsumer() = default;
  virtual void see(std::span<const Packet> packets) = 0;
  virtual void finish() {}
};

/// Drops packets of a batch (by compacting it) before flows and consumers see it.
class BatchFilter {
 public:
  virtual ~BatchFilter() = default;
  virtual void keep(Batch& batch) = 0;
};

}  // namespace wiretale
