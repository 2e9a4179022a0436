// Tier 1 of decoding: from bytes to the layers of a packet.
#pragma once
#include "packet/dispatch.h"
#include "packet/packet.h"
#include "packet/tree.h"

namespace wiretale {

/// Fills `packet.layers` from `packet.bytes`, beginning with the protocol of its link type. Allocates
/// nothing. For every input the layers are nested and ordered: offset + header <= end <= the parent's end.
void decode(Packet& packet);
/// The same with another table of who follows whom: field trees use tree_dispatch().
void decode(Packet& packet, const Dispatch& dispatch);

/// The same for bytes that begin with a given protocol (reassembled or decapsulated ones).
void decode_from(ProtocolId first, Packet& packet);
/// The same for a packet within a packet: the bytes from `start` on.
void decode_from(ProtocolId first, Packet& packet, size_t start, const Dispatch& dispatch);

/// Tier 2 for one layer: writes its protocol's line, `level` deep, and the values of its fields. `occurrence`
/// counts the layers of its protocol in the packet, from 1.
void dissect_layer(Dissection& about, const Layer& layer, uint8_t occurrence, FieldTree& tree,
                   uint8_t level = 0);

/// Tier 2: all of the packet's layers, outermost first, whatever needs states and flows left out.
void dissect(const Packet& packet, FieldTree& tree);

}  // namespace wiretale
