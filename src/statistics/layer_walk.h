// The headers of a packet, one after the other, for statistics that count headers: also those of a datagram
// that the packet's fragment completes.
#pragma once
#include "decode/decode.h"
#include "decode/dispatch.h"
#include "flow/fragments.h"
#include "protocols/catalog.h"

namespace wiretale {

/// A header as a walk shows it.
struct WalkedHeader {
  ProtocolId protocol;
  Bytes bytes;                  ///< from the header's first byte to the end of its layer
  Bytes network;                ///< the header of the innermost IP packet that carries it, empty without
  Address source, destination;  ///< of `network`
};

class LayerWalk {
 public:
  /// Calls `visit` with each complete header, outermost first. `packet` is decoded.
  template <class Visit>
  void over(const Packet& packet, Visit&& visit) {
    walk(packet, WalkedHeader{}, visit, 0);
  }

 private:
  template <class Visit>
  void walk(const Packet& packet, WalkedHeader header, Visit& visit, unsigned depth) {
    for (const Layer& layer : packet.layers) {
      if (layer.trouble() != Trouble::None) return;
      header.protocol = layer.protocol;
      header.bytes = packet.bytes.subspan(layer.offset, layer.end - layer.offset);
      const bool four = layer.protocol == ids::ipv4;
      if (four && layer.header >= 20) {
        header.network = packet.header(layer);
        header.source = Address::four(&header.network[12]);
        header.destination = Address::four(&header.network[16]);
      } else if (layer.protocol == ids::ipv6 && layer.header >= 40) {
        header.network = packet.header(layer);
        header.source = Address::six(&header.network[8]);
        header.destination = Address::six(&header.network[24]);
      }
      visit(header);
      if (!is_fragment(packet, layer)) continue;
      if (depth < deepest && !header.network.empty()) {
        if (const auto datagram = complete(packet, layer, header)) {
          Packet whole = packet;
          whole.bytes = datagram->bytes;
          const ProtocolId next = tree_dispatch().find(On::IpProtocol, datagram->protocol);
          if (next == ProtocolId::None) return;
          whole.layers.count = 0;
          decode_from(next, whole, 0, tree_dispatch());
          walk(whole, header, visit, depth + 1);
        }
      }
      return;
    }
  }

  [[nodiscard]] static bool is_fragment(const Packet& packet, const Layer& layer) {
    if (layer.protocol == ids::ipv4) return (be16(&packet.bytes[layer.offset + 6]) & 0x3fff) != 0;
    return layer.protocol == fragment_header() && layer.header >= 8 &&
           (be16(&packet.bytes[layer.offset + 2]) & 0xfff9) != 0;
  }
  [[nodiscard]] static ProtocolId fragment_header();
  [[nodiscard]] std::optional<Datagram> complete(const Packet& packet, const Layer& layer,
                                                 const WalkedHeader& header);

  static constexpr unsigned deepest = 4;
  Fragments fragments_;
};

}  // namespace wiretale
