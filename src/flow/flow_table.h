// The table of live flows: constant time, bounded, with counters that show when the bounds were used.
#pragma once
#include <memory>
#include <vector>

#include "base/large_memory.h"
#include "flow/flow.h"

namespace wiretale {

struct FlowLimits {
  uint32_t most_flows = 500'000;
  Duration idle_tcp = seconds(3 * 3600), idle_closed = seconds(120), idle_other = seconds(300);
  /// With more live flows than this, those that are settled (closed, or a datagram answered) leave early.
  uint32_t crowd = 16'384;
  Duration settled = seconds(1);
};

/// Why a flow left the table.
enum class FlowEnd : uint8_t { Closed, Idle, Cap, Replaced, Finished };

/// Told when a flow leaves the table; the flow is valid during the call only.
class FlowListener {
 public:
  virtual ~FlowListener() = default;
  virtual void flow_ended(const Flow& flow, FlowEnd cause) = 0;
};

class FlowTable {
 public:
  explicit FlowTable(const FlowLimits& limits = {});

  struct Found {
    Flow* flow;
    bool is_new;
  };
  [[nodiscard]] uint64_t hash(const FlowKey& key) const { return hash_of(key, secret_); }
  void prefetch(uint64_t hash) const { __builtin_prefetch(&slots_[hash & mask_]); }
  /// For the batch loop, some packets after prefetch(): the flow itself.
  void prefetch_flow(uint64_t hash) const {
    const Slot& slot = slots_[hash & mask_];
    if (slot.flow != 0) fetch(slot.flow);
  }
  /// Fetches all of a flow's cache lines.
  void fetch(FlowId id) const {
    const char* const flow = reinterpret_cast<const char*>(&flows_[id]);
    for (size_t at = 0; at < sizeof(Flow); at += 64) __builtin_prefetch(flow + at);
  }
  /// The flow of a key, made when it is new. Flows stay where they are until they end.
  [[nodiscard]] Found find_or_add(const FlowKey& key, uint64_t hash, Time now, uint32_t packet);
  /// The flow of a key, or null.
  [[nodiscard]] Flow* find(const FlowKey& key);
  /// Takes a flow out of the index, so that its key begins a new one; it ends at the next make_room().
  void detach(Flow& flow);
  /// Ends flows that are idle, detached or beyond the cap. Called between batches; `coming` is the most
  /// flows that may be added until the next call.
  void make_room(Time now, uint32_t coming, FlowListener& listener);
  /// Ends all flows, in the order in which they began.
  void finish(FlowListener& listener);
  /// All live flows, in the order in which they began.
  [[nodiscard]] std::vector<FlowId> in_order() const;
  /// Leaves out all flows: who called has told that they ended.
  void clear();

  [[nodiscard]] Flow& at(FlowId id) { return flows_[id]; }
  [[nodiscard]] const Flow& at(FlowId id) const { return flows_[id]; }
  [[nodiscard]] uint32_t live() const { return live_; }
  [[nodiscard]] uint32_t most_flows() const { return limits_.most_flows; }
  [[nodiscard]] uint64_t created() const { return created_; }
  [[nodiscard]] uint64_t ended(FlowEnd cause) const { return ended_[static_cast<size_t>(cause)]; }

 private:
  struct Slot {
    uint32_t tag, flow;
  };
  /// Flows in order of creation or last second chance.
  struct Queue {
    FlowId oldest = 0, newest = 0;
    uint32_t size = 0;
  };
  [[nodiscard]] Duration idle_limit(const Flow& flow) const;
  void append(Queue& queue, Flow& flow);
  Flow& take_oldest(Queue& queue);
  void look_through(Queue& queue, Time now, uint32_t coming, uint32_t added, FlowListener& listener);
  FlowId allocate();
  void grow();
  void erase(const Flow& flow);
  void end(Flow& flow, FlowEnd cause, FlowListener& listener);

  FlowLimits limits_;
  HashKey secret_;
  std::vector<Slot> slots_;
  uint64_t mask_;
  LargeTable<Flow> flows_;  ///< by id; 0 stands for none
  std::vector<FlowId> free_;
  Queue newcomers_, conversations_;
  uint32_t live_ = 0, indexed_ = 0;
  uint64_t created_ = 0, created_before_ = 0;  ///< in all; until the last make_room()
  uint64_t ended_[5] = {};
};

}  // namespace wiretale
