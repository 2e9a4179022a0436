// Matching what was sent with what arrived.
#include "comparison/passage.h"

#include <algorithm>

#include "flow/flow.h"

namespace wiretale {
namespace {

using namespace tcp_flag;

constexpr uint8_t telling = syn | fin | rst;

bool has_bytes(const PassingPacket& packet) {
  return packet.tcp && packet.length != 0 && (packet.flags & syn) == 0;
}

/// How well the marks of two packets agree that they are one: time stamp and IP identification differ between
/// a packet and its repeat. Behind segmentation offload identifications count on from that of the large
/// segment.
int likeness(const PassingPacket& a, const PassingPacket& b) {
  constexpr uint16_t most_pieces = 64;
  int points = 0;
  if (a.stamp != 0 && b.stamp != 0) points += a.stamp == b.stamp ? 2 : -2;
  if (a.identification != 0 && b.identification != 0) {
    const auto ahead = static_cast<uint16_t>(b.identification - a.identification);
    const bool same = a.length == b.length
                          ? ahead == 0
                          : ahead < most_pieces || static_cast<uint16_t>(-ahead) < most_pieces;
    points += same ? 2 : -1;
  }
  return points;
}

/// What likeness() gives at most for packets that carry the marks of this one.
int most_likeness(const PassingPacket& packet) {
  return (packet.stamp != 0 ? 2 : 0) + (packet.identification != 0 ? 2 : 0);
}

}  // namespace

Time Passage::sent(const PassingPacket& packet) {
  ++facts_.sent;
  settle(sent_, packet.common, true);
  settle(arrived_, packet.common, false);
  Waiting waiting{.packet = packet, .left = has_bytes(packet) ? packet.length : 1};
  if (has_bytes(packet)) note_repeat(packet);
  const Time other = match(waiting, arrived_, true);
  if (waiting.left != 0) keep(waiting, sent_, true);
  return other;
}

/// Marks what waits of earlier transmissions of the same bytes.
void Passage::note_repeat(const PassingPacket& packet) {
  const uint32_t end = packet.sequence + packet.length;
  const bool repeats = any_sent_ && before(packet.sequence, highest_sent_);
  if (!any_sent_ || before(highest_sent_, end)) highest_sent_ = end;
  any_sent_ = true;
  if (!repeats) return;
  for (size_t i = sent_.head; i < sent_.all.size(); ++i) {
    Waiting& earlier = sent_.all[i];
    if (earlier.left != 0 && has_bytes(earlier.packet) && before(earlier.packet.sequence, end) &&
        before(packet.sequence, earlier.packet.sequence + earlier.packet.length))
      earlier.repeated = true;
  }
}

Time Passage::arrived(const PassingPacket& packet) {
  ++facts_.arrived;
  settle(sent_, packet.common, true);
  settle(arrived_, packet.common, false);
  Waiting waiting{.packet = packet, .left = has_bytes(packet) ? packet.length : 1};
  const Time other = match(waiting, sent_, false);
  if (waiting.left != 0) keep(waiting, arrived_, false);
  return other;
}

void Passage::acknowledged(uint32_t sequence) {
  if (!any_acknowledged_ || before(acknowledged_, sequence)) acknowledged_ = sequence;
  any_acknowledged_ = true;
}

Time Passage::match(Waiting& packet, Queue& others, bool is_sent) {
  const bool bytes = has_bytes(packet.packet);
  const uint32_t start = packet.packet.sequence, end = start + packet.packet.length;
  Time seen;
  const int certain = std::max(most_likeness(packet.packet), 1);
  while (packet.left != 0) {
    Waiting* best = nullptr;
    int best_likeness = 0;
    for (size_t i = others.head; i < others.all.size(); ++i) {
      Waiting& other = others.all[i];
      if (other.left == 0 || has_bytes(other.packet) != bytes) continue;
      if (bytes) {
        if (!before(other.packet.sequence, end) ||
            !before(start, other.packet.sequence + other.packet.length))
          continue;
      } else if (other.packet.identity != packet.packet.identity) {
        continue;
      }
      const int like =
          is_sent ? likeness(packet.packet, other.packet) : likeness(other.packet, packet.packet);
      // Of repeats that nothing tells apart the latest is the one that came through.
      if (best == nullptr || like > best_likeness || (like == best_likeness && bytes)) {
        best = &other;
        best_likeness = like;
      }
      if (best_likeness >= certain || (!bytes && best_likeness >= 0)) break;
    }
    if (best == nullptr) break;
    uint32_t common = 1;
    if (bytes) {
      const uint32_t from = before(start, best->packet.sequence) ? best->packet.sequence : start;
      const uint32_t other_end = best->packet.sequence + best->packet.length;
      const uint32_t until = before(end, other_end) ? end : other_end;
      common = std::min({until - from, best->left, packet.left});
    }
    seen = best->packet.time;
    if (is_sent)
      note_match(packet.packet, best->packet);
    else
      note_match(best->packet, packet.packet);
    const bool first_part_of_sent = is_sent ? !packet.matched_in_part : !best->matched_in_part;
    facts_.matched += first_part_of_sent ? 1u : 0u;
    packet.matched_in_part = best->matched_in_part = true;
    packet.left -= common;
    best->left -= common;
  }
  while (others.head < others.all.size() && others.all[others.head].left == 0) ++others.head;
  return seen;
}

void Passage::note_match(const PassingPacket& sent, const PassingPacket& arrived) {
  const int64_t delay = (arrived.time - sent.time).nanoseconds;
  facts_.least = std::min(facts_.least, delay);
  if (delay > facts_.most) {
    facts_.most = delay;
    facts_.most_at = sent.time;
    facts_.slowest = sent.number;
  }
  facts_.sum += static_cast<double>(delay);
  ++facts_.timed;
  facts_.most_matched = std::max(facts_.most_matched, std::min(sent.length, arrived.length));
  if (facts_.timed == 1) facts_.first_matched = facts_.last_matched = sent.common;
  facts_.first_matched = std::min(facts_.first_matched, sent.common);
  facts_.last_matched = std::max(facts_.last_matched, sent.common);
}

void Passage::keep(Waiting waiting, Queue& queue, bool is_sent) {
  if (queue.size() >= window) {
    ++facts_.overflows;
    give_up(queue.all[queue.head++], is_sent);
  }
  if (queue.head > 64 && queue.head * 2 > queue.all.size()) {
    queue.all.erase(queue.all.begin(), queue.all.begin() + static_cast<ptrdiff_t>(queue.head));
    queue.head = 0;
  }
  queue.all.push_back(waiting);
}

void Passage::settle(Queue& queue, Time now, bool is_sent) {
  while (queue.head < queue.all.size()) {
    const Waiting& waiting = queue.all[queue.head];
    if (waiting.left != 0 && now - waiting.packet.common < patience) break;
    if (waiting.left != 0) give_up(waiting, is_sent);
    ++queue.head;
  }
}

void Passage::give_up(const Waiting& waiting, bool is_sent) {
  const PassingPacket& packet = waiting.packet;
  if (waiting.left == 0) return;
  const uint8_t kind = packet.tcp ? packet.flags & telling : 0;
  // Between two packets that both captures have, both were capturing.
  const bool bare = packet.tcp && kind == 0 && packet.length == 0;
  if (bare) {
    if (is_sent && packet.judged) facts_.lost_bare.add(packet.number);
    return;
  }
  const bool between =
      facts_.timed != 0 && packet.common >= facts_.first_matched && packet.common <= facts_.last_matched;
  if (!packet.judged && !between) {
    (is_sent ? facts_.unsure_sent : facts_.unsure_arrived).add(packet.number);
    if (is_sent) facts_.last_unsure = packet.common;
    if (!is_sent && (kind & rst) != 0) ++facts_.unsure_resets;
    return;
  }
  if (!is_sent) {
    facts_.appeared.add(packet.number);
    if ((kind & syn) != 0) facts_.appeared_syn.add(packet.number);
    if ((kind & rst) != 0) facts_.appeared_reset.add(packet.number);
    return;
  }
  const bool bytes = has_bytes(packet);
  if (bytes && any_acknowledged_ && !waiting.repeated &&
      !before(acknowledged_, packet.sequence + packet.length)) {
    facts_.not_captured.add(packet.number);
    return;
  }
  facts_.lost.add(packet.number);
  if (packet.common > facts_.last_matched) ++facts_.lost_at_the_end;
  if ((kind & syn) != 0) facts_.lost_syn.add(packet.number);
  if ((kind & fin) != 0) facts_.lost_fin.add(packet.number);
  if ((kind & rst) != 0) facts_.lost_reset.add(packet.number);
  if (bytes || !packet.tcp) {
    facts_.lost_data.add(packet.number);
    facts_.lost_bytes += bytes ? waiting.left : packet.length;
    facts_.least_lost = facts_.least_lost == 0 ? packet.length : std::min(facts_.least_lost, packet.length);
  }
}

void Passage::finish() {
  for (size_t i = sent_.head; i < sent_.all.size(); ++i) give_up(sent_.all[i], true);
  for (size_t i = arrived_.head; i < arrived_.all.size(); ++i) give_up(arrived_.all[i], false);
  sent_ = {};
  arrived_ = {};
}

}  // namespace wiretale
