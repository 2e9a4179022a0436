// What stands around each packet in JSON: for -T json, jsonraw and ek.
#pragma once
#include "base/text.h"
#include "packet/packet.h"

namespace wiretale {

/// Up to the begin of "layers": {.
void begin_json_packet(Text& text, const Packet& packet, bool follows_another);
void end_json_packet(Text& text);
/// The index line and the packet's line up to the begin of "layers":{.
void begin_elastic_packet(Text& text, const Packet& packet);
/// "2025-01-01T12:00:00.100000000Z".
void append_iso_time(Text& text, Time time);

}  // namespace wiretale
