// The loop of tier 1, and tier 2 on demand.
#include "decode/decode.h"

#include "decode/dispatch.h"
#include "protocols/catalog.h"

namespace wiretale {

void decode_from(ProtocolId first, Packet& packet) {
  const auto protocols = catalog();
  Context context{decode_dispatch()};
  Cursor in{packet.bytes};
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

void decode(Packet& packet) { decode_from(decode_dispatch().find(On::LinkType, packet.link_type), packet); }

void dissect_layer(const Packet& packet, const Layer& layer, FieldTree& tree) {
  const Protocol& protocol = protocol_of(layer.protocol);
  const Bytes header = packet.header(layer);
  const Bytes whole = packet.bytes.subspan(layer.offset, layer.end - layer.offset);
  FieldWriter out(tree, layer.protocol, whole, layer.offset);
  for (const Field* field : protocol.fields) {
    if (field->place.width == 0) continue;
    const size_t first = field->place.bit / 8u, last = (field->place.bit + field->place.width - 1u) / 8u;
    if (last >= header.size()) continue;
    out.put(*field, first, last - first + 1, field->place.width <= 64 ? field->read(header) : 0);
  }
  if (protocol.dissect != nullptr) protocol.dissect(whole, out);
}

void dissect(const Packet& packet, FieldTree& tree) {
  tree.clear();
  for (const Layer& layer : packet.layers) dissect_layer(packet, layer, tree);
}

}  // namespace wiretale
