// Retransmissions: which conversations had to send again, which direction lost, and what kind it was.
#pragma once
#include "statistics/ended_flows.h"
#include "statistics/record_store.h"
#include "statistics/report.h"

namespace wiretale {

/// What is kept of a TCP conversation with anything to tell when it has ended.
struct Resent {
  /// What was seen of it.
  struct Counts {
    uint32_t fast = 0, spurious = 0, out_of_order = 0, duplicate_acks = 0, zero_windows = 0;
    uint32_t first_packet = 0;  ///< that was one of these
  };
  Address client, server;
  Counts counts;
  uint32_t client_again, server_again;  ///< segments that each sent again
  uint32_t packets, number;
  uint16_t client_port, server_port;
};

class RetransmissionShard final : public FlowShard<Resent> {
 public:
  void see(std::span<const FlowPacket> packets) override;
  void flow_ended(const Flow& flow, FlowEnd cause) override;

 private:
  LargeTable<Resent::Counts> live_;  ///< by flow id
};

class Retransmissions : public EndedFlows<RetransmissionShard, Resent> {
 public:
  static constexpr std::string_view sort_columns[] = {"retransmissions", "percent",      "spurious",
                                                      "out_of_order",    "zero_windows", "start"};

  /// Of the TCP conversations with anything to tell. Reads from this object.
  [[nodiscard]] Report report(std::string_view sort_by, size_t top) const;

 private:
  void take(const Resent& record) override { all_.add(record); }
  [[nodiscard]] static uint64_t value(const Resent& record, std::string_view column);

  RecordStore<Resent> all_;
};

}  // namespace wiretale
