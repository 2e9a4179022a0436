// The beginning of one direction of a TCP connection.
#include "flow/stream.h"

#include <algorithm>

namespace wiretale {

void Stream::copy_new(uint32_t start, Bytes payload) {
  const auto end = static_cast<uint32_t>(start + payload.size());
  if (bytes_.size() < end) bytes_.resize(end);
  // Write only where nothing stands yet: in the gaps between ready_ and the pieces.
  uint32_t at = std::max(start, ready_);
  for (const Piece& piece : pieces_) {
    if (at >= end) break;
    if (piece.end <= at) continue;
    if (piece.start > at) {
      const uint32_t until = std::min(piece.start, end);
      std::copy(payload.begin() + (at - start), payload.begin() + (until - start), bytes_.begin() + at);
    }
    at = std::max(at, piece.end);
  }
  if (at < end) std::copy(payload.begin() + (at - start), payload.end(), bytes_.begin() + at);
}

bool Stream::add(uint32_t sequence, Bytes payload, uint32_t packet) {
  if (!begun_ || closed_ || payload.empty()) return false;
  const auto distance = static_cast<int32_t>(sequence - first_);
  uint32_t start;
  if (distance < 0) {
    const auto skip = static_cast<uint32_t>(-static_cast<int64_t>(distance));
    if (skip >= payload.size()) return false;
    payload = payload.subspan(skip);
    start = 0;
  } else {
    start = static_cast<uint32_t>(distance);
  }
  if (start >= limit) {
    full_ = true;
    return false;
  }
  if (payload.size() > limit - start) {
    payload = payload.first(limit - start);
    full_ = true;
  }
  auto end = static_cast<uint32_t>(start + payload.size());
  if (end <= ready_) return false;
  if (start > ready_ && pieces_.size() >= most_pieces) {
    full_ = true;
    return false;
  }
  copy_new(start, payload);
  const auto position =
      std::lower_bound(origins_.begin(), origins_.end(), start,
                       [](const Origin& origin, uint32_t value) { return origin.start < value; });
  if (position == origins_.end() || position->start != start) origins_.insert(position, {start, packet});
  // Merge [start, end) with the pieces it touches.
  auto first = pieces_.begin();
  while (first != pieces_.end() && first->end < start) ++first;
  auto last = first;
  while (last != pieces_.end() && last->start <= end) {
    start = std::min(start, last->start);
    end = std::max(end, last->end);
    ++last;
  }
  first = pieces_.erase(first, last);
  if (start <= ready_) {
    ready_ = end;
    return true;
  }
  pieces_.insert(first, {start, end});
  return false;
}

uint32_t Stream::packet_of(size_t offset) const {
  uint32_t packet = 0;
  for (const Origin& origin : origins_) {
    if (origin.start > offset) break;
    packet = origin.packet;
  }
  return packet;
}

}  // namespace wiretale
