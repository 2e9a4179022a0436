// The headers of a packet, one after the other, for statistics that count headers: also those of a datagram
// that the packet's fragment completes.
#pragma once
#include <utility>

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

/// The transport that a packet ends with and its ports, also when an error message quotes it.
struct WalkedPorts {
  ProtocolId transport = ProtocolId::None;
  uint16_t source = 0, destination = 0;
};

class LayerWalk {
 public:
  /// Calls `visit` with each complete header, outermost first but for IPv6, which comes after what it carries
  /// and only with the last fragment of a datagram; tshark's statistics see them so. `packet` is decoded.
  template <class Visit>
  void over(const Packet& packet, Visit&& visit) {
    ports_ = {};
    walk(packet, WalkedHeader{}, visit, 0);
  }
  /// Whether a walk over the packet depends on packets before it: it is a fragment, which may complete a
  /// datagram.
  [[nodiscard]] static bool needs_order(const Packet& packet) {
    for (const Layer& layer : packet.layers) {
      if (layer.trouble() != Trouble::None || layer.protocol == ids::icmp || layer.protocol == ids::icmpv6)
        return false;
      if (is_fragment(packet, layer)) return true;
    }
    return false;
  }
  /// Source and destination of the innermost IP header of the packet walked over last.
  [[nodiscard]] const std::pair<Address, Address>& innermost() const { return innermost_; }
  /// Of the packet walked over last.
  [[nodiscard]] const WalkedPorts& ports() const { return ports_; }

 private:
  template <class Visit>
  void walk(const Packet& packet, WalkedHeader header, Visit& visit, unsigned depth) {
    const Layer* fragment = nullptr;
    std::array<const Layer*, deepest> late{};
    size_t late_count = 0;
    for (const Layer& layer : packet.layers) {
      if (layer.trouble() != Trouble::None) break;
      set(header, packet, layer);
      if (!header.network.empty()) innermost_ = {header.source, header.destination};
      if (layer.protocol == ids::ipv6 && late_count < late.size())
        late[late_count++] = &layer;
      else
        visit(header);
      // What an error message quotes is no packet of its own.
      if (layer.protocol == ids::icmp || layer.protocol == ids::icmpv6) break;
      if (!is_fragment(packet, layer)) continue;
      fragment = &layer;
      break;
    }
    if (fragment == nullptr) find_ports(packet);
    if (fragment != nullptr && !walk_whole(packet, *fragment, header, visit, depth) && late_count > 0 &&
        fragment->protocol != ids::ipv4)
      --late_count;
    for (; late_count > 0; --late_count) {
      set(header, packet, *late[late_count - 1]);
      visit(header);
    }
  }
  /// The headers of the datagram that a fragment completes; false when it completes none.
  template <class Visit>
  bool walk_whole(const Packet& packet, const Layer& fragment, const WalkedHeader& header, Visit& visit,
                  unsigned depth) {
    if (depth >= deepest || header.network.empty()) return false;
    const auto datagram = complete(packet, fragment, header);
    if (!datagram) return false;
    const ProtocolId next = tree_dispatch().find(On::IpProtocol, datagram->protocol);
    if (next == ProtocolId::None) return true;
    Packet whole = packet;
    whole.bytes = datagram->bytes;
    whole.layers.count = 0;
    decode_from(next, whole, 0, tree_dispatch());
    walk(whole, header, visit, depth + 1);
    return true;
  }
  static void set(WalkedHeader& header, const Packet& packet, const Layer& layer) {
    header.protocol = layer.protocol;
    header.bytes = packet.bytes.subspan(layer.offset, layer.end - layer.offset);
    if (layer.protocol == ids::ipv4 && layer.header >= 20) {
      header.network = packet.header(layer);
      header.source = Address::four(&header.network[12]);
      header.destination = Address::four(&header.network[16]);
    } else if (layer.protocol == ids::ipv6 && layer.header >= 40) {
      header.network = packet.header(layer);
      header.source = Address::six(&header.network[8]);
      header.destination = Address::six(&header.network[24]);
    }
  }

  void find_ports(const Packet& packet);
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
  WalkedPorts ports_;
  std::pair<Address, Address> innermost_;
};

}  // namespace wiretale
