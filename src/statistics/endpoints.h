// Endpoints: how much each address sent and received.
#pragma once
#include <unordered_map>
#include <vector>

#include "statistics/ended_flows.h"
#include "statistics/report.h"

namespace wiretale {

/// What both ends of a flow sent.
struct FlowTotals {
  struct End {
    Address address;
    uint64_t bytes;
    uint32_t packets, retransmissions;
  };
  End ends[2];
  uint32_t first_packet;
  uint8_t client;  ///< which of the ends
};

class EndpointShard final : public FlowShard<FlowTotals> {
 public:
  void flow_ended(const Flow& flow, FlowEnd cause) override;
};

class Endpoints : public EndedFlows<EndpointShard, FlowTotals> {
 public:
  /// More addresses than this are counted together.
  static constexpr size_t usual_most = 1'000'000;
  /// Bytes that an address takes, while the table grows too.
  static constexpr size_t bytes_each = 320;
  void set_most(size_t addresses) { most_ = addresses; }
  static constexpr std::string_view sort_columns[] = {"bytes", "packets",         "sent", "received",
                                                      "flows", "retransmissions", "start"};

  /// `sort_by`: one of sort_columns. Reads from this object.
  [[nodiscard]] Report report(std::string_view sort_by, size_t top) const;

 private:
  struct Endpoint {
    Address address;
    uint64_t sent_bytes = 0, received_bytes = 0, sent_packets = 0, received_packets = 0;
    uint64_t retransmissions = 0;  ///< that it sent
    uint32_t asked = 0, served = 0, first_packet = UINT32_MAX;
  };
  struct Hash {
    size_t operator()(const Address& address) const {
      const HashKey& secret = process_hash_key();
      return mixed(address.high() ^ secret.low, address.low() ^ secret.high);
    }
  };
  void take(const FlowTotals& flow) override;
  Endpoint& row_of(const Address& address);
  [[nodiscard]] static uint64_t value(const Endpoint& row, std::string_view column);

  std::unordered_map<Address, uint32_t, Hash> index_;
  std::vector<Endpoint> rows_;
  Endpoint others_;  ///< beyond `most_`
  size_t most_ = usual_most;
};

}  // namespace wiretale
