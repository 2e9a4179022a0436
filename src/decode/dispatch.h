// The dispatch tables, built once from what the catalog's protocols claim.
#pragma once
#include "packet/dispatch.h"

namespace wiretale {

/// For tier 1 decoding, flows and findings.
[[nodiscard]] const Dispatch& decode_dispatch();
/// For field trees, with tshark's habits.
[[nodiscard]] const Dispatch& tree_dispatch();
/// For the one-line output, with tcpdump's habits.
[[nodiscard]] const Dispatch& line_dispatch();

}  // namespace wiretale
