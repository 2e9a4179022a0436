// Frames that the capture saw twice.
#include "flow/duplicates.h"

#include <algorithm>

namespace wiretale {

Repeat Duplicates::see(const FlowPlace& place, Bytes from_network, const Packet& packet) {
  // Two views of one frame are a few microseconds apart; the limit leaves room for queues on a bridge.
  constexpr Duration limit = milliseconds(10), loop_limit = seconds(1);
  // Beyond the addresses, IP ID, and the transport header with its checksum little can differ.
  constexpr size_t hashed = 48;
  const HashKey& key = process_hash_key();
  const size_t start = place.transport - place.network;
  const Bytes transport = from_network.subspan(std::min(start, from_network.size()));
  uint64_t hash = mixed(place.key.low.low() ^ key.low, place.key.high.low() ^ key.high);
  hash = mixed(hash ^ (uint64_t{place.identification} << 32 | place.wire_length), key.low ^ place.from_low);
  const size_t words = std::min(transport.size(), hashed) / 8;
  for (size_t i = 0; i < words; ++i) hash = mixed(hash ^ load<uint64_t>(transport.data() + 8 * i), key.high);
  for (size_t i = words * 8; i < std::min(transport.size(), hashed); ++i)
    hash = mixed(hash ^ transport[i], key.high);

  Seen& seen = seen_[hash & (size - 1)];
  if (seen.hash == hash && seen.number != 0) {
    const Duration age = packet.time - seen.time;
    original_ = seen.number;
    const bool falls = place.time_to_live < seen.time_to_live;
    if (falls && age < loop_limit) {
      seen.time_to_live = place.time_to_live;
      seen.time = packet.time;
      if (seen.falls < 255) ++seen.falls;
      // Once on each side of a router is normal at a router; three times lower is a circle.
      return seen.falls >= 3 ? Repeat::Looping : Repeat::Routed;
    }
    // Without an IP ID a repeat by the sender looks the same, so ask for a second interface or for content
    // that a sender does not repeat that fast.
    const bool sure = place.identification != 0 || seen.interface != packet.interface ||
                      (place.key.transport == ip_protocol::tcp && age < milliseconds(1));
    if (age < limit && sure) return Repeat::Same;
  }
  seen = {hash, packet.time, packet.number, packet.interface, place.time_to_live, 0};
  return Repeat::None;
}

}  // namespace wiretale
