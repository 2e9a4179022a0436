// Finding the flow of a decoded packet.
#include "flow/flow_key.h"

#include "protocols/catalog.h"

namespace wiretale {
namespace {

constexpr uint32_t vlan_salt = 0x9e3779b9;

uint32_t joined(uint32_t tunnel, uint32_t id) {
  return (tunnel << 7 | tunnel >> 25) * 31 ^ (id * vlan_salt + 1);
}

// Protocols that other files bring by name, so that flows work with and without them.
struct TunnelIds {
  ProtocolId vxlan = find_protocol("vxlan"), geneve = find_protocol("geneve"), gre = find_protocol("gre"),
             vlan = find_protocol("vlan"), icmp = find_protocol("icmp"), icmp6 = find_protocol("icmpv6");
};
const TunnelIds& tunnels() {
  static const TunnelIds ids;
  return ids;
}

void swap_ends(FlowKey& key) {
  std::swap(key.low, key.high);
  std::swap(key.low_port, key.high_port);
}

}  // namespace

bool find_flow(const Packet& packet, FlowPlace& place) {
  const TunnelIds& tunnel_ids = tunnels();
  const uint8_t* const data = packet.bytes.data();
  const Layer* network = nullptr;
  const Layer* after = nullptr;
  uint32_t tunnel = 0, vni = 0;
  bool four = false;
  for (const Layer& layer : packet.layers) {
    const size_t captured = packet.bytes.size() - layer.offset;
    if (layer.protocol == ids::ipv4 || layer.protocol == ids::ipv6) {
      const bool is_four = layer.protocol == ids::ipv4;
      if (captured < (is_four ? 20u : 40u) || layer.trouble() == Trouble::Malformed) break;
      network = &layer;
      after = nullptr;
      four = is_four;
    } else if (layer.protocol != ProtocolId::None &&
               (layer.protocol == tunnel_ids.icmp || layer.protocol == tunnel_ids.icmp6)) {
      break;  // what follows is quoted, not sent
    } else if (layer.protocol == ids::tcp || layer.protocol == ids::udp) {
      after = &layer;
    } else if (layer.trouble() != Trouble::None || layer.protocol == ProtocolId::None) {
      continue;
    } else if (layer.protocol == tunnel_ids.vxlan || layer.protocol == tunnel_ids.geneve) {
      vni = captured >= 8 ? be24(data + layer.offset + 4) : 0;
      tunnel = joined(tunnel, vni);
    } else if (layer.protocol == tunnel_ids.gre) {
      const bool keyed = captured >= 8 && (data[layer.offset] & 0x20) != 0;
      const size_t at = layer.offset + ((data[layer.offset] & 0x80) != 0 ? 8u : 4u);
      tunnel = joined(tunnel, keyed && at + 4 <= packet.bytes.size() ? be32(data + at) : 0);
    } else if (layer.protocol == tunnel_ids.vlan) {
      tunnel = joined(tunnel, captured >= 2 ? be16(data + layer.offset) & 0xfffu : 0);
    }
  }
  if (network == nullptr) return false;
  const uint8_t* const ip = data + network->offset;
  const size_t captured = packet.bytes.size() - network->offset;
  size_t header = network->header, claimed;
  uint8_t transport;
  place.fragment = place.first_fragment = false;
  if (four) {
    header = (ip[0] & 15) * 4u;
    claimed = be16(ip + 2);
    transport = ip[9];
    place.identification = be16(ip + 4);
    place.time_to_live = ip[8];
    const uint16_t fragment = be16(ip + 6);
    place.fragment = (fragment & 0x1fff) != 0;
    place.first_fragment = !place.fragment && (fragment & 0x2000) != 0;
    place.key.low = Address::four(ip + 12);
    place.key.high = Address::four(ip + 16);
  } else {
    claimed = be16(ip + 4) + (be16(ip + 4) != 0 ? 40u : 0u);
    transport = ip[6];
    place.identification = 0;
    place.time_to_live = ip[7];
    header = 40;
    // Extension headers (RFC 8200 4): hop-by-hop, routing, fragment, destination options, authentication.
    for (int chain = 0; chain < 8 && captured >= header + 8; ++chain) {
      const uint8_t* extension = ip + header;
      if (transport == 0 || transport == 43 || transport == 60 || transport == 135) {
        header += 8u + extension[1] * 8u;
      } else if (transport == 51) {
        header += 8u + extension[1] * 4u;
      } else if (transport == 44) {
        const uint16_t fragment = be16(extension + 2);
        place.fragment = (fragment & 0xfff8) != 0;
        place.first_fragment = !place.fragment && (fragment & 1) != 0;
        header += 8;
      } else {
        break;
      }
      transport = extension[0];
    }
    place.key.low = Address::six(ip + 8);
    place.key.high = Address::six(ip + 24);
  }
  // With segmentation offload the length field may be 0 (and then the frame's length counts).
  if (claimed < header) claimed = packet.wire_length - network->offset;
  place.network = network->offset;
  place.transport = static_cast<uint32_t>(network->offset + header);
  place.wire_length = static_cast<uint32_t>(claimed > header ? claimed - header : 0);
  place.vni = vni;
  FlowKey& key = place.key;
  key.tunnel = tunnel;
  key.transport = transport;
  key.low_port = key.high_port = 0;
  const uint8_t* const payload = ip + header;
  if (!place.fragment && captured >= header + 4 && after != nullptr) {
    key.low_port = be16(payload);
    key.high_port = be16(payload + 2);
  } else if (!place.fragment && captured >= header + 6 &&
             ((transport == ip_protocol::icmp && (payload[0] == 8 || payload[0] == 0)) ||
              (transport == ip_protocol::icmp6 && (payload[0] == 128 || payload[0] == 129)))) {
    key.low_port = key.high_port = be16(payload + 4);  // an echo's identifier
  }
  const auto order = key.low <=> key.high;
  place.from_low = order < 0 || (order == 0 && key.low_port <= key.high_port) ? 1 : 0;
  if (place.from_low == 0) swap_ends(key);
  return true;
}

}  // namespace wiretale
