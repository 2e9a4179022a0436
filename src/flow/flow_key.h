// What makes packets one flow: both ends, the transport, and the tunnel or VLAN they travel in.
#pragma once
#include <optional>

#include "base/address.h"
#include "base/hash.h"
#include "packet/packet.h"

namespace wiretale {

namespace ip_protocol {
inline constexpr uint8_t icmp = 1, tcp = 6, udp = 17, icmp6 = 58;
}

/// Symmetric: `low` is the smaller end, so both directions give the same key.
struct FlowKey {
  Address low, high;
  uint16_t low_port = 0, high_port = 0;
  uint32_t tunnel = 0;    ///< mixed from VNI, GRE key and VLAN id; 0 without any
  uint8_t transport = 0;  ///< IP protocol number
  bool operator==(const FlowKey&) const = default;
};

/// Hashed with a secret, so that nobody can prepare flows that collide.
[[nodiscard]] inline uint64_t hash_of(const FlowKey& key, const HashKey& secret) {
  const uint64_t ports = uint64_t{key.low_port} << 48 | uint64_t{key.high_port} << 32 | key.tunnel;
  // The two ends are mixed side by side; each has its own half of the secret, so that they do not cancel out.
  const uint64_t low = mixed(key.low.high() ^ secret.low, key.low.low() ^ secret.high);
  const uint64_t high = mixed(key.high.high() ^ secret.high, key.high.low() ^ ~secret.low);
  return mixed(low ^ ports, high ^ key.transport);
}

/// Flows are kept in so many shards, whoever works on them: so what is counted does not depend on that.
inline constexpr unsigned shard_count = 8;

/// The shard of a flow: without a secret, so that it is the same in every run. Who sends flows that share a
/// shard wins nothing but the work of one thread, since the shard's table is keyed.
[[nodiscard]] inline unsigned shard_of(const FlowKey& key) {
  const uint64_t low = key.low.high() ^ key.low.low() ^ key.low_port ^ uint64_t { key.tunnel } << 16;
  const uint64_t high = key.high.high() ^ key.high.low() ^ key.high_port ^ uint64_t { key.transport } << 16;
  return static_cast<unsigned>(mixed(low ^ 0x9e3779b97f4a7c15u, high ^ 0xbf58476d1ce4e5b9u) >> 32) %
         shard_count;
}

/// Where the flow's layers lie in a packet, and what its network header says.
struct FlowPlace {
  FlowKey key;
  uint8_t from_low;         ///< 1: sent by the key's low end
  uint8_t time_to_live;     ///< or hop limit
  uint16_t identification;  ///< IPv4; 0 for IPv6
  uint32_t vni;             ///< of the innermost VXLAN or Geneve header, else 0
  uint32_t network;         ///< offset of the innermost IP header
  uint32_t transport;       ///< offset behind the network headers
  uint32_t wire_length;     ///< bytes behind `transport` that the IP header claims (captured or not)
  bool fragment;            ///< not the first piece of a datagram: there are no ports
  bool first_fragment;      ///< more fragments follow
};

/// The innermost IP header of a decoded packet and its flow; nothing when there is none.
[[nodiscard]] bool find_flow(const Packet& packet, FlowPlace& place);

}  // namespace wiretale
