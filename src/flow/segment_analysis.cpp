// Sequence analysis of TCP for dissection.
#include "flow/segment_analysis.h"

#include <algorithm>

namespace wiretale {
namespace {

enum Flag : uint8_t { finish = 1, synchronize = 2, reset = 4, push = 8, acknowledge = 16 };

/// How long behind a segment an earlier one may come and still be only out of order, as long as the
/// round-trip time is not known.
constexpr Duration reordering_without_round_trip = milliseconds(3);
/// A repeat that follows duplicate acknowledgments this soon is a fast one.
constexpr Duration fast_limit = milliseconds(20);

/// Comparisons modulo 2^32 (RFC 9293 3.4).
constexpr bool less(uint32_t a, uint32_t b) { return static_cast<int32_t>(a - b) < 0; }
constexpr bool greater(uint32_t a, uint32_t b) { return less(b, a); }

constexpr bool is(const Segment& segment, uint8_t flags) { return (segment.flags & flags) != 0; }
constexpr bool ordinary(const Segment& segment) { return !is(segment, finish | synchronize | reset); }

}  // namespace

SegmentAnalysis::Options SegmentAnalysis::read(Bytes options) {
  Options found;
  while (!options.empty()) {
    const uint8_t kind = options[0];
    if (kind == 0) break;
    if (kind == 1) {
      options = options.subspan(1);
      continue;
    }
    if (options.size() < 2 || options[1] < 2 || options[1] > options.size()) break;
    const size_t size = options[1];
    if (kind == 3 && size == 3) found.scale = static_cast<int8_t>(std::min<uint8_t>(options[2], 14));
    if (kind == 5)
      for (size_t at = 2; at + 8 <= size && found.sack_count < found.sack.size(); at += 8)
        found.sack[found.sack_count++] = {be32(&options[at]), be32(&options[at + 4])};
    if (kind == 34) found.cookie = size > 2;
    options = options.subspan(size);
  }
  return found;
}

void SegmentAnalysis::begin(Connection& connection, const Segment& segment) {
  connection = Connection{};
  connection.index = next_index_++;
  connection.first_frame = segment.frame;
  connection.first = connection.previous = segment.time;
}

SegmentFacts SegmentAnalysis::see(const Segment& segment) {
  const ExpectedSegment found =
      segment.expected != nullptr ? *segment.expected
                                  : this->place(stream_place(segment.source, segment.destination,
                                                             segment.source_port, segment.destination_port));
  const StreamPlace& place = found.place;
  auto [connection, place_in_table, is_new] = connections_.find_or_add(place.ends, found.hash);
  if (is_new) begin(connection, segment);
  SegmentFacts facts;
  facts.length = segment.length;
  if (!is_new && is(segment, synchronize)) {
    Way& own = connection.ways[place.way];
    if (own.base_known && segment.sequence != own.base) {
      facts.marks |= SegmentMark::ReusedPorts;
      if (!is(segment, acknowledge)) {
        begin(connection, segment);
        connection.completeness = completeness::syn;
      } else {
        own.base = segment.sequence;
      }
    }
  }
  facts.stream = {connection.index, place_in_table, segment.time - connection.first,
                  segment.time - connection.previous};
  connection.previous = segment.time;
  facts.completeness_before = connection.completeness;
  connection.completeness |= seen_parts(segment, is_new);
  facts.completeness_after = connection.completeness;

  Way &forward = connection.ways[place.way], &reverse = connection.ways[place.way ^ 1u];
  // Behind the handshake the options tell only what was received, which no mark depends on.
  const Options options = only_marks_ && !is(segment, synchronize) ? Options{} : read(segment.options);
  follow_handshake(connection, forward, reverse, segment, options);
  if (is(segment, finish)) follow_close(forward, reverse, segment, facts);
  judge(connection, forward, reverse, segment, facts);
  remember(forward, segment, facts);
  if (!only_marks_) {
    take_acknowledged(reverse, segment, facts);
    count_flight(forward, reverse, segment, facts);
    forward.sack_count = options.sack_count;
    forward.sack = options.sack;
  }

  facts.sequence_base = forward.base;
  facts.acknowledgment_base = reverse.base;
  facts.scale = forward.scale;
  facts.initial_round_trip = connection.initial_round_trip;
  facts.has_analysis = facts.has_analysis || facts.marks != SegmentMark::None ||
                       facts.acknowledged_frame != 0 || facts.bytes_in_flight != 0 ||
                       facts.bytes_since_push != 0;
  return facts;
}

std::optional<SegmentFacts> SegmentAnalysis::recall(const Segment& segment, SegmentMark marks) const {
  const StreamPlace place =
      stream_place(segment.source, segment.destination, segment.source_port, segment.destination_port);
  const auto found = connections_.find(place.ends);
  if (!found || found->state.first_frame > segment.frame) return std::nullopt;
  SegmentFacts facts;
  facts.stream.index = found->state.index;
  facts.stream.place = found->place;
  facts.length = segment.length;
  facts.marks = marks;
  return facts;
}

uint8_t SegmentAnalysis::seen_parts(const Segment& segment, bool is_new) {
  // What a stream begins with counts only as its opening.
  if (is_new) return (segment.flags & (synchronize | acknowledge)) == synchronize ? completeness::syn : 0;
  uint8_t parts = 0;
  if (is(segment, synchronize))
    parts |= is(segment, acknowledge) ? completeness::syn_ack : uint8_t{0};
  else if (is(segment, acknowledge) && segment.length == 0 && !is(segment, finish))
    parts |= completeness::ack;
  if (segment.length > 0 && ordinary(segment)) parts |= completeness::data;
  if (is(segment, finish)) parts |= completeness::fin;
  if (is(segment, reset)) parts |= completeness::reset;
  return parts;
}

void SegmentAnalysis::follow_handshake(Connection& connection, Way& forward, Way& reverse,
                                       const Segment& segment, const Options& options) {
  // Without its SYN a stream counts from 1, as behind one.
  if (!forward.base_known) {
    forward.base = is(segment, synchronize) ? segment.sequence : segment.sequence - 1;
    forward.base_known = true;
  }
  if (!reverse.base_known && is(segment, acknowledge)) {
    reverse.base = segment.acknowledgment - 1;
    reverse.base_known = true;
  }
  if (is(segment, synchronize)) {
    // RFC 7323 2.2: scaling is used when both SYNs offer it.
    forward.scale = options.scale >= 0 ? options.scale : int8_t{-2};
    if (is(segment, acknowledge) && (forward.scale == -2 || reverse.scale == -2))
      forward.scale = reverse.scale = -2;
    if (!is(segment, acknowledge)) {
      connection.last_syn = segment.time;
      connection.syn_seen = true;
    }
  } else if (is(segment, acknowledge) && connection.syn_seen && connection.initial_round_trip == Duration{}) {
    connection.initial_round_trip = segment.time - connection.last_syn;
  }
  if (is(segment, acknowledge)) reverse.flight_known = true;
}

void SegmentAnalysis::judge(const Connection& connection, Way& forward, Way& reverse, const Segment& segment,
                            SegmentFacts& facts) {
  using enum SegmentMark;
  const bool plain = ordinary(segment), empty = segment.length == 0;
  const bool at_next = segment.sequence == forward.next,
             same_ack = segment.acknowledgment == forward.acknowledged,
             same_window = segment.window == forward.window;
  const auto finished = [&] {
    if (plain && empty && segment.window == 0 && same_window && at_next && same_ack &&
        has(reverse.last_marks, ZeroWindowProbe)) {
      facts.marks |= ZeroWindowProbeAck;
      return true;
    }
    if (plain && empty && segment.window != 0 && same_window && at_next && same_ack &&
        has(reverse.last_marks, KeepAlive)) {
      facts.marks |= KeepAliveAck;
      return true;
    }
    return false;
  };
  if (segment.length == 1 && at_next && reverse.window == 0 && plain && forward.next != 0) {
    facts.marks |= ZeroWindowProbe;
  } else {
    if (segment.window == 0 && plain) facts.marks |= ZeroWindow;
    if (forward.next != 0 && greater(segment.sequence, forward.next) && !is(segment, reset)) {
      facts.marks |= LostSegment;
      forward.flight_known = false;
    }
    if (segment.length <= 1 && segment.sequence == forward.next - 1 && plain && forward.next != 0)
      facts.marks |= KeepAlive;
    if (empty && segment.window != 0 && !same_window && at_next && same_ack && plain)
      facts.marks |= WindowUpdate;
    const int shift = reverse.first_ack_seen && reverse.scale > 0 ? reverse.scale : 0;
    if (segment.length > 0 && reverse.scale != -1 && plain &&
        segment.sequence + segment.length == reverse.acknowledged + (uint32_t{reverse.window} << shift))
      facts.marks |= WindowFull;
    if (!finished() && empty && segment.window != 0 && same_window && at_next && same_ack && plain) {
      forward.duplicates = std::max(forward.duplicates, 0) + 1;
      facts.marks |= DuplicateAck;
      facts.duplicate_number = static_cast<uint32_t>(forward.duplicates);
      facts.duplicate_of_frame = forward.last_not_duplicate;
    }
    if (!same_ack) {
      forward.last_not_duplicate = segment.frame;
      forward.duplicates = 0;
    }
    judge_acknowledgment(reverse, segment, facts);
  }
  if ((segment.length > 0 || is(segment, synchronize | finish)) && !facts.marked(KeepAlive))
    facts.marks |= judge_repeat(connection, forward, reverse, segment, facts);
}

void SegmentAnalysis::judge_acknowledgment(Way& reverse, const Segment& segment, SegmentFacts& facts) {
  if (!is(segment, acknowledge) || reverse.most_to_acknowledge == 0 ||
      !greater(segment.acknowledgment, reverse.most_to_acknowledge))
    return;
  facts.has_analysis = true;  // even where the hole was reported before
  if (less(reverse.most_to_acknowledge, reverse.next)) {
    reverse.most_to_acknowledge = reverse.next;
    facts.marks |= SegmentMark::AckLostSegment;
    return;
  }
  // One report for each hole.
  if (reverse.duplicates == 0) facts.marks |= SegmentMark::AckLostSegment;
  reverse.duplicates = -1;
}

SegmentMark SegmentAnalysis::judge_repeat(const Connection& connection, const Way& forward,
                                          const Way& reverse, const Segment& segment, SegmentFacts& facts) {
  using enum SegmentMark;
  const uint32_t end = segment.sequence + segment.length;
  if (segment.length > 0 && reverse.acknowledged != 0 && !greater(end, reverse.acknowledged))
    return SpuriousRetransmission;
  if (forward.next == 0 || !less(segment.sequence, forward.next)) return None;
  // Data behind a probe of one byte is new.
  if (segment.length > 1 && segment.sequence == forward.next - 1) return None;
  if (reverse.duplicates >= 2 && reverse.acknowledged == segment.sequence &&
      segment.time >= reverse.acknowledged_time && segment.time - reverse.acknowledged_time < fast_limit)
    return FastRetransmission;
  const Duration since_next = segment.time - forward.next_time;
  const Duration limit = connection.initial_round_trip == Duration{} ? reordering_without_round_trip
                                                                     : connection.initial_round_trip;
  // A clock that went back says nothing about the order. The round-trip time itself is still within it.
  const bool soon = since_next >= Duration{} &&
                    (connection.initial_round_trip == Duration{} ? since_next < limit : since_next <= limit);
  if (soon && forward.next != end + (is(segment, synchronize | finish) ? 1 : 0)) return OutOfOrder;
  const bool listed = !forward.unacknowledged.empty();
  facts.retransmission_delay = listed ? segment.time - forward.unacknowledged.front().time : since_next;
  facts.retransmission_delay_frame = listed ? forward.unacknowledged.front().frame : forward.next_frame;
  return Retransmission;
}

void SegmentAnalysis::remember(Way& forward, const Segment& segment, const SegmentFacts& facts) const {
  const bool counted = is(segment, synchronize | finish);
  const uint32_t next = segment.sequence + segment.length + (counted ? 1 : 0);
  if (!only_marks_ && (segment.length > 0 || counted) && forward.unacknowledged.size() < most_unacknowledged)
    forward.unacknowledged.push_back({segment.frame, segment.sequence, next, segment.time});
  const bool probe = facts.marked(SegmentMark::ZeroWindowProbe);
  if ((forward.next == 0 || greater(next, forward.next)) && !probe) {
    forward.next = next;
    forward.next_time = segment.time;
    forward.next_frame = segment.frame;
  }
  if ((segment.sequence == forward.most_to_acknowledge || forward.most_to_acknowledge == 0) && !probe)
    forward.most_to_acknowledge = forward.next;
  forward.window = segment.window;
  forward.acknowledged = segment.acknowledgment;
  forward.acknowledged_time = segment.time;
  forward.last_marks = facts.marks;
  if (is(segment, acknowledge) && !is(segment, synchronize)) forward.first_ack_seen = true;
}

void SegmentAnalysis::take_acknowledged(Way& reverse, const Segment& segment, SegmentFacts& facts) {
  const uint32_t acknowledgment = segment.acknowledgment;
  // Of several that end here the first one sent counts.
  std::erase_if(reverse.unacknowledged, [&](Sent& sent) {
    if (sent.next == acknowledgment) {
      if (facts.acknowledged_frame != 0) return true;
      facts.acknowledged_frame = sent.frame;
      facts.acknowledged_after = segment.time - sent.time;
      return true;
    }
    if (greater(acknowledgment, sent.sequence) && less(acknowledgment, sent.next)) {
      sent.sequence = acknowledgment;
      return false;
    }
    return !greater(sent.next, acknowledgment);
  });
  // A direction that is closed and acknowledged sends nothing more.
  if (reverse.closing && reverse.unacknowledged.empty()) reverse.unacknowledged.shrink_to_fit();
}

void SegmentAnalysis::count_flight(Way& forward, const Way& reverse, const Segment& segment,
                                   SegmentFacts& facts) {
  if (segment.length == 0 || forward.unacknowledged.empty() || !forward.flight_known) return;
  uint32_t first = forward.unacknowledged.front().sequence - forward.base,
           last = forward.unacknowledged.front().next - forward.base;
  for (const Sent& sent : forward.unacknowledged) {
    first = std::min(first, sent.sequence - forward.base);
    last = std::max(last, sent.next - forward.base);
  }
  uint32_t flight = last - first;
  for (size_t i = 0; i < reverse.sack_count; ++i) flight -= reverse.sack[i].right - reverse.sack[i].left;
  // The difference of unrelated numbers is no amount of data.
  constexpr uint32_t most_plausible = 2'000'000'000;
  forward.since_push = forward.push_last ? segment.length : forward.since_push + segment.length;
  forward.push_last = is(segment, push);
  if (flight == 0 || flight >= most_plausible) return;
  facts.bytes_in_flight = flight - (is(segment, synchronize | finish) ? 1 : 0);
  facts.bytes_since_push = forward.since_push;
}

void SegmentAnalysis::follow_close(Way& forward, const Way& reverse, const Segment& segment,
                                   SegmentFacts& facts) {
  facts.first_to_close = !reverse.closing;
  forward.closing = true;
  if (forward.fin_frame != 0 && forward.fin_sequence == segment.sequence)
    facts.fin_retransmitted_of = forward.fin_frame;
  else if (forward.fin_frame == 0) {
    forward.fin_frame = segment.frame;
    forward.fin_sequence = segment.sequence;
  }
}

StreamFacts DatagramStreams::see(const StreamEnds& ends, Time now) {
  auto [state, place, is_new] = streams_.find_or_add(ends);
  if (is_new) state = {next_index_++, now, now};
  const StreamFacts facts{state.index, place, now - state.first, now - state.previous};
  state.previous = now;
  return facts;
}

}  // namespace wiretale
