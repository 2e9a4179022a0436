// The loop of tier 1, and tier 2 on demand.
#include "decode/decode.h"

#include "decode/dispatch.h"
#include "packet/field_cursor.h"
#include "protocols/catalog.h"

namespace wiretale {

void decode_from(ProtocolId first, Packet& packet, size_t begin, const Dispatch& dispatch) {
  const auto protocols = catalog();
  Context context{dispatch};
  Cursor in{packet.bytes};
  in.skip(begin);
  packet.layers.count = 0;
  for (ProtocolId id = first; id != ProtocolId::None && !packet.layers.full();) {
    const Protocol& protocol = *protocols[static_cast<size_t>(id)];
    if (protocol.decode == nullptr) return;
    const size_t start = in.offset(), end = start + in.left();
    const Step step = protocol.decode(in, context);
    packet.layers.push(
        {.protocol = id,
         .header = static_cast<uint16_t>(in.offset() - start),
         .offset = static_cast<uint32_t>(start),
         .end = static_cast<uint32_t>(step.trouble == Trouble::None ? in.offset() + in.left() : end) &
                0xfffffffu,
         .trouble_ = static_cast<uint32_t>(step.trouble) & 15u});
    if (step.trouble != Trouble::None) return;
    id = step.next;
  }
}

void decode_from(ProtocolId first, Packet& packet) { decode_from(first, packet, 0, decode_dispatch()); }

void decode(Packet& packet, const Dispatch& dispatch) {
  decode_from(dispatch.find(On::LinkType, packet.link_type), packet, 0, dispatch);
}

void decode(Packet& packet) { decode(packet, decode_dispatch()); }

void dissect_layer(Dissection& about, const Layer& layer, uint8_t occurrence, FieldTree& tree,
                   uint8_t level) {
  const Protocol& protocol = protocol_of(layer.protocol);
  about.layer = &layer;
  const Layers& layers = about.packet.layers;
  const bool of_packet = &layer >= layers.begin() && &layer < layers.end();
  size_t end = layer.end;
  if (protocol.behind == Behind::Trailer && of_packet)
    end = &layer == layers.begin() ? about.packet.bytes.size() : (&layer - 1)->end;
  const Bytes whole = about.packet.bytes.subspan(layer.offset, end - layer.offset);
  about.next = of_packet && &layer + 1 < layers.end() ? &layer + 1 : nullptr;
  if (protocol.nested == Nested::InCarrier) ++level;
  FieldWriter out(tree, about, layer.protocol, whole, layer.offset, occurrence, level);
  out.begin(own_field(layer.protocol), layer.header);
  if (protocol.placed == Placed::First) out.put_placed(protocol.fields, layer.header);
  if (protocol.dissect != nullptr) protocol.dissect(whole, out);
}

void dissect(const Packet& packet, FieldTree& tree) {
  tree.clear();
  KeptStates kept;
  Dissection about{.packet = packet, .kept = kept};
  std::array<uint8_t, Layers{}.all.size()> seen{};
  for (size_t i = 0; i < packet.layers.count; ++i) {
    for (size_t j = 0; j <= i; ++j) seen[i] += packet.layers.all[j].protocol == packet.layers.all[i].protocol;
    try {
      dissect_layer(about, packet.layers.all[i], seen[i], tree);
    } catch (const LayerTooShort&) {  // what was written before stays
    }
  }
}

}  // namespace wiretale
