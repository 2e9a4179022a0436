// Work on a capture that several threads can share, and its batches.
#pragma once
#include <memory>

#include "packet/packet.h"

namespace wiretale {

/// A batch on its way through the threads.
struct SharedBatch {
  Batch batch;
  unsigned lane = 0;   ///< which of the batches that are under way; the work keeps what it needs by lane
  uint64_t place = 0;  ///< of its first packet, counted from 0 through the run
  std::shared_ptr<const void> memory;  ///< that the packets' bytes lie in
};

/// Each batch is first read (by any thread, several at a time), then brought into order (one after the
/// other), then taken by each shard (a thread for each, batch after batch), then settled (one after the
/// other).
class ShardedWork {
 public:
  virtual ~ShardedWork() = default;
  /// So many batches are under way at a time, from now on.
  virtual void set_lanes(unsigned lanes) = 0;
  /// What can be told from the packets alone.
  virtual void read(SharedBatch& batch) = 0;
  /// What depends on the packets before, of whichever flow.
  virtual void bring_into_order(SharedBatch&) {}
  /// The packets of a shard.
  virtual void take(SharedBatch& batch, unsigned shard) = 0;
  /// After all shards have taken it.
  virtual void settle(SharedBatch&) {}
};

}  // namespace wiretale
