// TCP as seen from outside: what each segment means for its connection.
#pragma once
#include <array>
#include <vector>

#include "flow/flow.h"

namespace wiretale {

[[nodiscard]] SynOptions read_syn_options(Bytes options);

/// Follows connections segment by segment. Holes in the sequence are kept apart from the flows, since few
/// have any.
class TcpAnalysis {
 public:
  /// Updates the flow by a segment; fills `window` and `events` of the packet.
  void see(Flow& flow, FlowPacket& packet, Time now);
  /// Gives back what is kept for a flow.
  void forget(const Flow& flow);

 private:
  /// Bytes [start, end) that were passed over.
  struct Hole {
    uint32_t start, end;
    Time time;
    uint16_t identification;  ///< of the packet that showed the hole
    uint32_t time_stamp;      ///< of that packet (RFC 7323); 0 without
  };
  static constexpr size_t most_holes = 8;
  struct Holes {
    std::array<Hole, most_holes> all;
    uint8_t count = 0;
  };
  void open_hole(Way& way, const Hole& hole);
  Event fill_hole(const Flow& flow, Way& way, const FlowPacket& packet, uint32_t end, Time now);
  bool drop_acknowledged(Way& way, uint32_t acknowledgment);
  void judge_data(const Flow& flow, Way& way, const Way& peer, FlowPacket& packet, Time now);
  void follow_phase(Flow& flow, const FlowPacket& packet, Time now);

  std::vector<Holes> holes_;
  std::vector<uint32_t> free_;
};

}  // namespace wiretale
