// The headers of a packet: what is done with fragments.
#include "statistics/layer_walk.h"

#include "flow/stream_table.h"

namespace wiretale {

ProtocolId LayerWalk::fragment_header() {
  static const ProtocolId id = find_protocol("ipv6.fraghdr");
  return id;
}

void LayerWalk::find_ports(const Packet& packet) {
  for (const Layer& layer : packet.layers) {
    const ProtocolId id = layer.protocol;
    if (id != ids::tcp && id != ids::udp && id != ids::sctp && id != ids::dccp) continue;
    if (layer.offset + 4 > packet.bytes.size()) continue;
    const uint8_t* const at = &packet.bytes[layer.offset];
    ports_ = {id, be16(at), be16(at + 2)};
  }
}

std::optional<Datagram> LayerWalk::complete(const Packet& packet, const Layer& layer,
                                            const WalkedHeader& header) {
  const auto network = static_cast<uint32_t>(header.network.data() - packet.bytes.data());
  const size_t start = layer.offset + layer.header;
  const size_t claimed = layer.protocol == ids::ipv4 ? network + size_t{be16(&header.network[2])}
                                                     : network + 40 + size_t{be16(&header.network[4])};
  const StreamPlace ends = stream_place(header.source, header.destination, 0, 0);
  FlowPlace place{};
  place.key.low = ends.ends.low;
  place.key.high = ends.ends.high;
  place.from_low = ends.way == 0 ? 1 : 0;
  place.network = network;
  place.transport = static_cast<uint32_t>(start);
  place.wire_length = static_cast<uint32_t>(claimed > start ? claimed - start : 0);
  return fragments_.add(packet, place);
}

}  // namespace wiretale
