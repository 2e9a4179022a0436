// Which flow of one capture is which of the other: by its ends, or through NAT by what NAT leaves alone.
#pragma once
#include "comparison/clocks.h"
#include "comparison/survey.h"

namespace wiretale {

struct FlowPair {
  uint32_t flows[2];        ///< in the surveys of the first and of the second capture
  bool swapped = false;     ///< the second capture takes the first one's server for the client
  bool translated = false;  ///< addresses or ports differ
  uint32_t shift[2] = {0,
                       0};  ///< sequence numbers of the second capture minus those of the first, by direction
  uint8_t client_side = 2;  ///< the capture that is nearer to the client (of the first capture); 2 unknown

  /// The way of the second capture for a direction of the first one.
  [[nodiscard]] unsigned way_in_second(unsigned way) const { return swapped ? way ^ 1u : way; }
};

struct FlowPairs {
  static constexpr uint32_t none = ~0u;
  std::vector<FlowPair> pairs;
  std::vector<uint32_t> pair_of[2];  ///< by index in the survey; none: without partner
  ClockOffset clocks;                ///< roughly, from how the flows began
  /// The capture that is nearer to the clients of most flows, 0 or 1; 2 when nothing tells.
  uint8_t client_side = 2;
};
[[nodiscard]] FlowPairs pair_flows(const Survey& first, const Survey& second);

}  // namespace wiretale
