// The flow stage: gives each packet of a batch its flow and says what it means there.
#pragma once
#include <array>
#include <span>

#include "flow/duplicates.h"
#include "flow/flow_table.h"
#include "flow/tcp.h"

namespace wiretale {

/// A consumer of the pipeline that wants flows. see() gets some packets after all of them were analysed; what
/// a packet meant at its time stands in its FlowPacket.
class FlowConsumer : public FlowListener {
 public:
  virtual void see(std::span<const FlowPacket> packets) = 0;
  void flow_ended(const Flow&, FlowEnd) override {}
  /// After the last flow ended.
  virtual void finish() {}
};

/// What a decoded packet says itself: its flow's key, its TCP header. Depends on nothing else, so that any
/// thread can do it. `out` is new; `place` counts all packets of the run; `found` is find_flow()'s, null for
/// a packet without one.
void read_flow_packet(const Packet& packet, uint32_t place, const FlowPlace* found, const HashKey& secret,
                      FlowPacket& out);

class FlowStage : private FlowListener {
 public:
  explicit FlowStage(const FlowLimits& limits = {}, size_t duplicates = Duplicates::usual_size)
      : table_(limits), duplicates_(duplicates) {}
  void add(FlowConsumer& consumer) { consumers_.push_back(&consumer); }

  /// Finds the flows of packets that were read, analyses them and hands them to the consumers.
  void see(std::span<FlowPacket> packets);
  /// The same with the decoded packets of a batch (sets their `flow`).
  void see(Batch& batch);
  /// Ends all flows, then tells the consumers.
  void finish();
  /// Tells the consumers that one of the last flows ended; the table is cleared afterwards.
  void end(FlowId flow) { flow_ended(table_.at(flow), FlowEnd::Finished); }

  [[nodiscard]] const FlowTable& table() const { return table_; }
  [[nodiscard]] FlowTable& table() { return table_; }

 private:
  void flow_ended(const Flow& flow, FlowEnd cause) override;
  void see_some(std::span<FlowPacket> packets);
  void see_packet(FlowPacket& packet);
  void see_tcp(FlowPacket& packet);

  FlowTable table_;
  TcpAnalysis tcp_;
  Duplicates duplicates_;
  std::vector<FlowConsumer*> consumers_;
  std::vector<FlowPacket> batch_;
  uint32_t places_ = 0;      ///< of the packets that came in batches
  uint32_t until_room_ = 0;  ///< packets until the table makes room again
  Time now_;
};

}  // namespace wiretale
