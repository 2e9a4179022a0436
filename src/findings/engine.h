// The engine of findings: one streaming pass over flows, then the rules.
#pragma once
#include <memory>
#include <vector>

#include "findings/finding.h"
#include "findings/watch.h"

namespace wiretale {

class Diagnosis : public FlowConsumer {
 public:
  Diagnosis();
  ~Diagnosis() override;
  void see(std::span<const FlowPacket> packets) override;
  void flow_ended(const Flow& flow, FlowEnd cause) override;
  void finish() override;

  /// Where ICMP errors look up the flow that they quote.
  void set_table(FlowTable& table) { table_ = &table; }
  /// The name of the capture, for commands to copy.
  void set_file(std::string file) { facts_.file = std::move(file); }
  /// After finish(): worst first.
  [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }
  [[nodiscard]] const Facts& facts() const { return facts_; }

 private:
  struct Copies;
  void see_packet(const Seen& seen);
  void prefetch(std::span<const FlowPacket> flows, size_t at) const;
  void see_icmp(const Seen& seen);
  void see_copy(const Seen& seen);
  void judge_copies();
  Story& story_of(const Flow& flow);

  FlowTable* table_ = nullptr;
  Facts facts_;
  std::vector<std::unique_ptr<Story>> stories_;  ///< by flow id; reused
  std::unique_ptr<Watcher> dns_, neighbors_, dhcp_, udp_, fragments_;
  std::unique_ptr<Copies> copies_;
  std::vector<Finding> findings_;
};

/// The sentences of a case; `healthy` is the same service at work for others, if it was.
[[nodiscard]] Finding tell(const Case& known, const Facts& facts, const Healthy& healthy);

}  // namespace wiretale
