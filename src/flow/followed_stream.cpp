// Both directions of a TCP connection as their bytes came.
#include "flow/followed_stream.h"

#include <algorithm>

#include "flow/flow.h"

namespace wiretale {
void FollowedStream::add(const Segment& segment) {
  const uint8_t peer = segment.peer & 1;
  acknowledge(peer ^ 1, segment.acknowledgment, segment.packet);
  Direction& way = ways_[peer];
  const uint32_t sequence = segment.sequence + (segment.begins ? 1 : 0);
  if (!way.begun || (segment.begins && !way.has_data)) {
    way.begun = true;
    way.next = sequence;
  }
  const Bytes payload = segment.payload;
  if (payload.empty()) return;
  way.has_data = true;
  if (before(way.next, sequence)) {
    if (way.held.empty() || before(sequence, way.lowest)) way.lowest = sequence;
    way.held.push_back({sequence, segment.packet, segment.time, {payload.begin(), payload.end()}});
    way.held_bytes += payload.size();
    while (way.held_bytes > most_held || way.held.size() > most_held_pieces) {
      overflowed_ = true;
      skip_gap(peer, segment.packet);
    }
    return;
  }
  const uint32_t end = sequence + std::max(segment.length, static_cast<uint32_t>(payload.size()));
  if (!before(way.next, end)) return;
  const size_t known = way.next - sequence;
  way.next = end;
  if (known < payload.size()) take_({peer, segment.packet, segment.time, payload.subspan(known)});
  release(peer);
}

void FollowedStream::release(uint8_t peer) {
  Direction& way = ways_[peer];
  if (way.held.empty() || before(way.next, way.lowest)) return;
  for (size_t i = 0; i < way.held.size();) {
    if (before(way.next, way.held[i].sequence)) {
      ++i;
      continue;
    }
    const Held held = std::move(way.held[i]);
    way.held.erase(way.held.begin() + static_cast<std::ptrdiff_t>(i));
    way.held_bytes -= held.bytes.size();
    const size_t known = way.next - held.sequence;
    if (known >= held.bytes.size()) continue;
    way.next = held.sequence + static_cast<uint32_t>(held.bytes.size());
    take_({peer, held.packet, held.time, Bytes{held.bytes}.subspan(known)});
    i = 0;
  }
  if (way.held.empty()) return;
  way.lowest = way.held.front().sequence;
  for (const Held& held : way.held)
    if (before(held.sequence, way.lowest)) way.lowest = held.sequence;
}

void FollowedStream::skip_gap(uint8_t peer, uint32_t packet) {
  Direction& way = ways_[peer];
  take_({peer, packet, {}, {}, way.lowest - way.next});
  way.next = way.lowest;
  release(peer);
}

void FollowedStream::acknowledge(uint8_t peer, uint32_t acknowledgment, uint32_t packet) {
  Direction& way = ways_[peer];
  while (!way.held.empty() && before(way.lowest, acknowledgment)) skip_gap(peer, packet);
}

void FollowedStream::finish() {
  for (uint8_t peer = 0; peer < 2; ++peer)
    while (!ways_[peer].held.empty()) skip_gap(peer, ways_[peer].held.front().packet);
}

}  // namespace wiretale
