// Tier 1 of decoding: from bytes to the layers of a packet.
#pragma once
#include "packet/packet.h"
#include "packet/tree.h"

namespace wiretale {

/// Fills `packet.layers` from `packet.bytes`, beginning with the protocol of its link type. Allocates
/// nothing. For every input the layers are nested and ordered: offset + header <= end <= the parent's end.
void decode(Packet& packet);

/// The same for bytes that begin with a given protocol (reassembled or decapsulated ones).
void decode_from(ProtocolId first, Packet& packet);

/// Tier 2: writes the values of all fields of the packet's layers, outermost first.
void dissect(const Packet& packet, FieldTree& tree);

/// Tier 2 for one layer only.
void dissect_layer(const Packet& packet, const Layer& layer, FieldTree& tree);

}  // namespace wiretale
