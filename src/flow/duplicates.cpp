// Frames that the capture saw twice.
#include "flow/duplicates.h"

#include <algorithm>

namespace wiretale {
namespace {

/// Whether it is TCP with payload. Equal ACKs in a row are ordinary: each answers one segment behind a hole
/// or in front of a closed window.
bool carries_data(const FlowPacket& packet) { return packet.segment && packet.payload_length != 0; }

}  // namespace

Duplicates::Name Duplicates::name(const FlowPlace& place, uint64_t flow_hash, Bytes from_network) {
  // Beyond the addresses and the IP ID, the transport header with its checksum tells frames apart.
  constexpr size_t hashed = 24;
  const HashKey& key = process_hash_key();
  const size_t start = std::min<size_t>(place.transport - place.network, from_network.size());
  const size_t count = std::min(from_network.size() - start, hashed);
  uint64_t words[hashed / 8] = {};
  if (count != 0) std::memcpy(words, from_network.data() + start, count);
  // Pieces of one datagram share their IP ID and often their content: where they belong tells them apart.
  constexpr size_t fragment_offset_at = 6, fragment_header = 8, six_with_fragment = 48;
  uint64_t piece = 0;
  if (from_network.size() >= 20 && from_network[0] >> 4 == 4)
    piece = be16(&from_network[fragment_offset_at]) & 0x3fffu;
  else if (start >= six_with_fragment && start <= from_network.size())
    piece = be64(&from_network[start - fragment_header]);
  const uint64_t of_packet =
      uint64_t{place.identification} << 48 | uint64_t{place.wire_length} << 1 | place.from_low;
  const uint64_t one = mixed(flow_hash ^ words[0], key.high ^ words[1]);
  const uint64_t two = mixed(of_packet ^ key.low, key.high ^ words[2] ^ piece);
  const uint64_t drawn =
      (words[0] ^ of_packet) * 0x9e3779b97f4a7c15u ^ (words[1] ^ words[2]) * 0xbf58476d1ce4e5b9u;
  return {mixed(one ^ key.low, two ^ key.high), static_cast<uint32_t>(drawn >> 32)};
}

Repeat Duplicates::see(const FlowPacket& packet) {
  // Two views of one frame are a few microseconds apart; the limit leaves room for queues on a bridge.
  constexpr Duration limit = milliseconds(10), loop_limit = seconds(1);
  Seen& seen = seen_[packet.frame_place & mask_];
  if (seen.hash == packet.frame_hash && seen.number != 0) {
    const Duration age = packet.time - seen.time;
    original_ = seen.number;
    const bool falls = packet.time_to_live < seen.time_to_live;
    if (falls && age < loop_limit) {
      seen.time_to_live = packet.time_to_live;
      seen.time = packet.time;
      if (seen.falls < 255) ++seen.falls;
      // Once on each side of a router is normal at a router; three times lower is a circle.
      return seen.falls >= 3 ? Repeat::Looping : Repeat::Routed;
    }
    // Without an IP ID a repeat by the sender looks the same, so ask for a second interface or for content
    // that a sender does not repeat that fast.
    const bool sure = packet.identification != 0 || seen.interface != packet.interface ||
                      (carries_data(packet) && age < milliseconds(2));
    if (age < limit && sure) return Repeat::Same;
  }
  seen = {packet.frame_hash, packet.time, packet.number, packet.interface, packet.time_to_live, 0};
  return Repeat::None;
}

}  // namespace wiretale
