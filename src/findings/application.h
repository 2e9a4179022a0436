// What the payload of a TCP connection says: HTTP/1 heads, TLS handshakes.
#pragma once
#include "findings/story.h"

namespace wiretale {

/// Reads the payload of a segment into its story.
void add_application(Story& story, const Packet& packet, const FlowPacket& segment);

}  // namespace wiretale
