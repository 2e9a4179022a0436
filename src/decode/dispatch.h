// The dispatch tables, built once from what the catalog's protocols claim.
#pragma once
#include "packet/dispatch.h"

namespace wiretale {

/// For tier 1 decoding, flows and findings.
[[nodiscard]] const Dispatch& decode_dispatch();
/// For field trees, with tshark's habits.
[[nodiscard]] const Dispatch& tree_dispatch();
/// What a user wants of field trees: `protocol` behind a number; a protocol nowhere. Before the first packet.
void decode_in_trees(On on, uint16_t number, ProtocolId protocol);
void leave_out_of_trees(ProtocolId protocol);
[[nodiscard]] bool is_left_out_of_trees(ProtocolId protocol);
/// For the one-line output, with tcpdump's habits.
[[nodiscard]] const Dispatch& line_dispatch();

}  // namespace wiretale
