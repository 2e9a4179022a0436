// The ladder of a finding: its best example, step by step, ready to be drawn.
#pragma once
#include <string>
#include <vector>

#include "findings/finding.h"

namespace wiretale {

struct LadderStep {
  std::string label;  ///< "SYN again"; only printable ASCII
  Duration at;        ///< since the first step
  uint32_t packet = 0;
  bool timed = false;
  bool from_client = true;
  bool arrives = true;    ///< false: nothing answered it
  bool left_out = false;  ///< stands for steps that are not shown; it has no label
};

struct Ladder {
  std::string client, server;
  std::vector<LadderStep> steps;
};

/// Empty steps when there is nothing to draw. With more steps than `most`, those in the middle are left out.
[[nodiscard]] Ladder ladder_of(const Finding& finding, size_t most);

}  // namespace wiretale
