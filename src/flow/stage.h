// The flow stage: gives each packet of a batch its flow and says what it means there.
#pragma once
#include <array>
#include <span>

#include "flow/duplicates.h"
#include "flow/flow_table.h"
#include "flow/tcp.h"

namespace wiretale {

/// A consumer of the pipeline that wants flows. see() gets a batch after all of it was analysed; what a
/// packet meant at its time stands in its FlowPacket.
class FlowConsumer : public FlowListener {
 public:
  virtual void see(std::span<const Packet> packets, std::span<const FlowPacket> flows) = 0;
  void flow_ended(const Flow&, FlowEnd) override {}
  /// After the last flow ended.
  virtual void finish() {}
};

class FlowStage : private FlowListener {
 public:
  explicit FlowStage(const FlowLimits& limits = {}) : table_(limits) {}
  void add(FlowConsumer& consumer) { consumers_.push_back(&consumer); }

  /// Analyses the decoded packets of a batch (sets their `flow`) and hands them to the consumers.
  void see(Batch& batch);
  /// Ends all flows, then tells the consumers.
  void finish();

  [[nodiscard]] const FlowTable& table() const { return table_; }
  [[nodiscard]] FlowTable& table() { return table_; }

 private:
  void flow_ended(const Flow& flow, FlowEnd cause) override;
  void see_packet(Packet& packet, const FlowPlace& place, uint64_t hash, uint64_t frame_hash,
                  FlowPacket& out);
  void see_tcp(Packet& packet, const FlowPlace& place, uint64_t hash, FlowPacket& out);

  FlowTable table_;
  TcpAnalysis tcp_;
  Duplicates duplicates_;
  std::vector<FlowConsumer*> consumers_;
  std::array<FlowPlace, Batch::capacity> places_;
  std::array<uint64_t, Batch::capacity> hashes_, frame_hashes_;
  std::array<bool, Batch::capacity> found_;
  std::array<FlowPacket, Batch::capacity> results_;
  Time now_;
};

}  // namespace wiretale
