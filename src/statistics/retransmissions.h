// Retransmissions: which conversations had to send again, which direction lost, and what kind it was.
#pragma once
#include "flow/stage.h"
#include "statistics/record_store.h"
#include "statistics/report.h"

namespace wiretale {

class Retransmissions : public FlowConsumer {
 public:
  static constexpr std::string_view sort_columns[] = {"retransmissions", "percent",      "spurious",
                                                      "out_of_order",    "zero_windows", "start"};

  void see(std::span<const Packet> packets, std::span<const FlowPacket> flows) override;
  void flow_ended(const Flow& flow, FlowEnd cause) override;
  /// Of the TCP conversations with anything to tell. Reads from this object.
  [[nodiscard]] Report report(std::string_view sort_by, size_t top) const;

 private:
  /// What was seen of a flow.
  struct Counts {
    uint32_t fast = 0, spurious = 0, out_of_order = 0, duplicate_acks = 0, zero_windows = 0;
    uint32_t first_packet = 0;  ///< that was one of these
  };
  struct Record {
    Address client, server;
    Counts counts;
    uint32_t client_again, server_again;  ///< segments that each sent again
    uint32_t packets, number;
    uint16_t client_port, server_port;
  };
  [[nodiscard]] static uint64_t value(const Record& record, std::string_view column);

  RecordStore<Record> all_;
  LargeTable<Counts> live_;  ///< by flow id
};

}  // namespace wiretale
