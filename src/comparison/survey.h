// The first reading of a capture that is to be compared with another one: its flows and how each began.
#pragma once
#include <set>
#include <unordered_map>
#include <vector>

#include "findings/finding.h"
#include "flow/stage.h"

namespace wiretale {

/// One direction of a surveyed flow.
struct SurveyedWay {
  uint32_t first_sequence = 0;  ///< ISN where the SYN was seen
  uint32_t data_sequence = 0,
           data_print = 0;  ///< of the first payload; print 0: none, or not enough captured
  uint32_t data_length = 0;
  Time data_time;
  uint32_t first_stamp = 0, last_stamp = 0;  ///< TCP time stamps and when they were seen
  Time first_stamp_time, last_stamp_time;
  uint16_t segment_limit = 0;  ///< MSS of the SYN; 0 unknown
  int8_t scale = -1;           ///< window shift; -1 unknown, -2 not used
  uint8_t time_to_live = 0;
  uint32_t packets = 0;
  bool saw_syn = false;
};

struct SurveyedFlow {
  Ends ends;
  Time first, last;
  Time syn, syn_ack;  ///< 0 unseen
  uint32_t first_packet = 0;
  SurveyedWay ways[2];     ///< 0: of the client
  uint8_t client_way = 0;  ///< the way of the client by the key
  bool used = false;       ///< has a packet that is compared
};

class Survey : public FlowConsumer {
 public:
  static constexpr size_t most_flows = 300'000, most_addresses = 300'000;
  void see(std::span<const FlowPacket> all) override;
  void flow_ended(const Flow& flow, FlowEnd cause) override;

  static constexpr uint32_t none = ~0u;
  /// The index of a flow by its Flow::number, which is the same in each reading of a file; none: left out.
  [[nodiscard]] uint32_t find(uint32_t number) const {
    const auto found = index_.find(number);
    return found == index_.end() ? none : found->second;
  }

  std::vector<SurveyedFlow> flows;  ///< in the order of their first packets
  std::set<Address> addresses;      ///< of all IP packets
  Time first, last;
  uint64_t packets = 0, left_out = 0;

 private:
  std::unordered_map<uint32_t, uint32_t> index_;
};

/// A hash of the payload's first bytes, or 0 when the capture has too few of them.
[[nodiscard]] uint32_t print_of(const FlowPacket& packet);
/// Whether a packet takes part in the comparison.
[[nodiscard]] bool is_compared(const FlowPacket& packet);

}  // namespace wiretale
