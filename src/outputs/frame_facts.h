// What a capture file says about a packet, for the frame's lines.
#pragma once
#include "files/source.h"
#include "packet/dissection.h"

namespace wiretale {

/// Null for files that say nothing (pcap). Valid until the next call.
[[nodiscard]] const FrameFacts* frame_facts(const Source& source, const Packet& packet);

}  // namespace wiretale
