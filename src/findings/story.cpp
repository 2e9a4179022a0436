// Collecting the facts of a TCP connection, one segment at a time.
#include "findings/story.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "findings/application.h"

namespace wiretale {
namespace {

using namespace tcp_flag;

constexpr Duration idle_gap = seconds(5);
constexpr Duration slow_answer = seconds(1);
constexpr Duration slow_piece = milliseconds(500);

Mark mark_of(const Packet& packet, const FlowPacket& segment, MarkKind kind, uint32_t value = 0) {
  return {packet.time, packet.number, value, kind, segment.from_client()};
}

void add_handshake(Story& story, const Packet& packet, const FlowPacket& segment) {
  const bool client = segment.from_client();
  if (segment.flag(syn) && !segment.flag(ack)) {
    if (!client) return;
    story.mark(mark_of(packet, segment, MarkKind::Syn));
    if (!story.saw_syn) story.first_syn = packet.time;
    story.saw_syn = true;
    story.client_isn = segment.sequence;
    story.last_syn = packet.time;
    story.syns.add(packet.number);
    return;
  }
  if (segment.flag(syn)) {
    story.mark(mark_of(packet, segment, MarkKind::SynAck));
    if (!story.saw_syn_ack) story.first_syn_ack = packet.time;
    story.last_syn_ack = packet.time;
    story.saw_syn_ack = true;
    story.syn_acks.add(packet.number);
    if (story.acks_to_syn.count != 0) ++story.syn_acks_after_ack;
    return;
  }
  if (segment.flag(rst) || !segment.flag(ack)) return;
  if (client && story.saw_syn_ack) {
    if (story.handshake.nanoseconds == 0) {
      story.handshake = packet.time;
      story.mark(mark_of(packet, segment, MarkKind::Handshake));
    }
    if (story.acks_to_syn.count < 3) story.acks_to_syn.add(packet.number);
  }
  if (!client && story.saw_syn && !story.saw_syn_ack && story.sides[1].packets == 0) {
    story.challenge_ack = true;
    story.challenge_packet = packet.number;
    story.mark(mark_of(packet, segment, MarkKind::Ack));
  }
}

void add_reset(Story& story, const Packet& packet, const FlowPacket& segment) {
  Side& side = story.sides[segment.from_client() ? 0 : 1];
  story.mark(mark_of(packet, segment, MarkKind::Rst));
  if (side.rsts.count == 0) {
    side.rst = packet.time;
    side.rst_time_to_live = segment.time_to_live;
    side.rst_flags = segment.tcp_flags;
    side.rst_sequence = segment.sequence;
    side.rst_ack = segment.acknowledgment;
    const Side& peer = story.sides[segment.from_client() ? 1 : 0];
    const auto ahead = static_cast<int32_t>(segment.sequence - peer.last_ack);
    side.rst_outside =
        peer.acked_anything && (ahead < 0 || static_cast<uint32_t>(ahead) > std::max(peer.window, 1u));
  }
  side.rsts.add(packet.number);
}

void add_windows(Story& story, Side& side, Side& peer, const Packet& packet, const FlowPacket& segment) {
  if (segment.flag(rst | syn | fin)) return;
  if (has(segment.events, Event::ZeroWindow)) {
    peer.met_closed_window = true;
    peer.discarded_to = peer.next_sequence;
    if (side.zero_since.nanoseconds == 0) {
      side.zero_since = packet.time;
      story.mark(mark_of(packet, segment, MarkKind::ZeroWindow));
    }
    side.zero_windows.add(packet.number);
    side.zero_longest = std::max(side.zero_longest, packet.time - side.zero_since);
  } else if (side.zero_since.nanoseconds != 0 && segment.window != 0) {
    side.zero_longest = std::max(side.zero_longest, packet.time - side.zero_since);
    side.zero_since = {};
    story.mark(mark_of(packet, segment, MarkKind::WindowOpen));
  }
}

/// Repeats, holes and probes of the sender of this segment.
void add_events(Story& story, Side& side, const Side& peer, const Packet& packet, const FlowPacket& segment) {
  // A receiver without room throws away what comes all the same: repeats of that tell of no loss.
  const bool peer_closed = peer.zero_since.nanoseconds != 0 ||
                           (side.met_closed_window && before(segment.sequence, side.discarded_to));
  if (has(segment.events, Event::KeepAlive | Event::WindowProbe)) {
    side.probes.add(packet.number);
    if (side.unanswered_probes++ == 0) side.first_unanswered_probe = packet.time;
    story.mark(mark_of(packet, segment, MarkKind::Probe));
    return;
  }
  if (has(segment.events, Event::WindowFull)) side.full_windows.add(packet.number);
  if (segment.payload_length == 0) return;
  if (has(segment.events, Event::OutOfOrder)) side.reordered.add(packet.number);
  // The shortest retransmission timeout in use is 200 ms; an earlier repeat of the last segment probes for a
  // lost tail.
  // From the receiver's side the time between the two is in their time stamps (of most senders in
  // milliseconds).
  const bool stamped = segment.time_stamp != 0 && side.last_data_stamp != 0;
  const Duration by_stamps =
      stamped ? milliseconds(int32_t(segment.time_stamp - side.last_data_stamp)) : Duration{};
  constexpr Duration longest_timeout = seconds(120);
  const Duration apart = by_stamps < longest_timeout ? std::max(packet.time - side.last_data, by_stamps)
                                                     : packet.time - side.last_data;
  const bool tail = segment.sequence + segment.payload_length == side.next_sequence;
  const bool tail_probe = tail && apart < milliseconds(150);
  if (has(segment.events, Event::Spurious) && !tail_probe) {
    side.spurious.add(packet.number);
    if (stamped && tail) side.longest_vain = std::max(side.longest_vain, apart);
  }
  if (has(segment.events, Event::Retransmission | Event::LateFill)) {
    story.mark(mark_of(packet, segment, MarkKind::Again, segment.payload_length));
    if (!peer_closed) {
      if (side.tail_repeats.count == 0 || side.tail_sequence != segment.sequence) {
        // Repeats of one segment make a tail; go-back-N repeats of later ones belong to the same stall.
        if (side.tail_repeats.count == 0) side.tail_since = side.last_data;
        if (side.tail_repeats.count == 0 || before(segment.sequence, side.tail_sequence)) {
          side.tail_sequence = segment.sequence;
          side.tail_size = segment.payload_length;
        }
      }
      side.tail_repeats.add(packet.number);
      side.lost.add(packet.number);
      if (has(segment.events, Event::Fast | Event::LateFill)) ++side.sure_losses;
      if (has(segment.events, Event::Retransmission) && side.pending.size() < Side::most_pending)
        side.pending.push_back({segment.sequence + segment.payload_length, segment.time_stamp, packet.number,
                                packet.time, packet.time - side.last_data, tail_probe});
      side.longest_repair = std::max(side.longest_repair, packet.time - side.last_data);
    }
  }
}

/// An acknowledgment that echoes a time in front of the repeat, or comes faster than the path allows, answers
/// the original: the repeat was not needed (RFC 3522).
void settle_repeats(Side& sender, const Packet& packet, const FlowPacket& segment) {
  size_t kept = 0;
  for (size_t i = 0; i < sender.pending.size(); ++i) {
    const Side::Pending repeat = sender.pending[i];
    if (before(segment.acknowledgment, repeat.end)) {
      sender.pending[kept++] = repeat;
      continue;
    }
    const bool stamped = repeat.time_stamp != 0 && segment.time_echo != 0;
    const bool early = sender.round_trips != 0 &&
                       packet.time - repeat.time < Duration{sender.round_trip_least.nanoseconds / 2};
    if (stamped ? before(segment.time_echo, repeat.time_stamp) : early) {
      sender.lost.remove(repeat.packet);
      if (repeat.tail_probe) continue;
      sender.spurious.add(repeat.packet);
      if (stamped) sender.longest_vain = std::max(sender.longest_vain, repeat.waited);
    }
  }
  sender.pending.resize(kept);
}

void add_acknowledgment(Side& side, Side& peer, const Packet& packet, const FlowPacket& segment) {
  if (!segment.flag(ack) || segment.flag(rst)) return;
  side.window = segment.window;
  if (!side.acked_anything) {
    side.first_ack = segment.acknowledgment;
    side.acked_anything = true;
    side.last_ack = segment.acknowledgment;
  }
  const bool advances = before(side.last_ack, segment.acknowledgment);
  if (advances) {
    const uint32_t step = segment.acknowledgment - side.last_ack;
    const bool all = !before(segment.acknowledgment, peer.next_sequence);
    peer.biggest_acked =
        std::max(peer.biggest_acked, all ? peer.open_biggest : std::min(step, peer.open_biggest));
    if (all) peer.open_biggest = 0;
    side.last_ack = segment.acknowledgment;
  }
  if (peer.timing && !before(segment.acknowledgment, peer.timed_end)) {
    const Duration sample = packet.time - peer.timed_at;
    if (peer.round_trips == 0 || sample < peer.round_trip_least) peer.round_trip_least = sample;
    peer.round_trip_most = std::max(peer.round_trip_most, sample);
    ++peer.round_trips;
    peer.timing = false;
  }
  if (!peer.pending.empty()) settle_repeats(peer, packet, segment);
  if (advances && peer.tail_repeats.count != 0 && before(peer.tail_sequence, segment.acknowledgment)) {
    peer.tail_repeats.clear();
  }
  if (has(segment.events, Event::AckedUnseen) && peer.packets != 0) {
    ++peer.holes_acked;
    peer.hole_packets.add(packet.number);
  }
}

void add_turn(Story& story, const Packet& packet, const FlowPacket& segment) {
  if (has(segment.events, Event::Retransmission | Event::Spurious | Event::LateFill | Event::OutOfOrder))
    return;
  Turn& turn = story.turn;
  // Inside TLS a piece this small is no request but a window update, a ping or an acknowledgment of HTTP/2.
  constexpr uint32_t least_request = 50;
  if (segment.from_client() && story.speech == Speech::Tls && story.tls.server_hello &&
      segment.payload_length < least_request)
    return;
  if (segment.from_client()) {
    if (turn.outstanding) {
      // Another piece of the same request.
      const Duration wait = packet.time - turn.request_end;
      if (wait >= slow_piece) {
        story.request_waits = story.request_waits + wait;
        ++story.request_pieces;
        story.request_packets.add(packet.number);
      }
    } else {
      turn.request_packet = packet.number;
      turn.request_start = packet.time;
      turn.outstanding = true;
      story.request_packets.add(packet.number);
      story.mark(mark_of(packet, segment, MarkKind::Request, segment.payload_length));
    }
    turn.request_end = packet.time;
    turn.server_bytes = story.sides[1].new_bytes;
    return;
  }
  if (!turn.outstanding) {
    // Session tickets come at once (RFC 8446 4.6.1), the answer to the first request only now.
    constexpr uint64_t tickets = 1200;
    constexpr uint32_t more_than_alert = 100, handshake_and_first = 2;
    const Duration waited = packet.time - turn.request_end;
    if (story.speech == Speech::Tls && story.turns == handshake_and_first && waited >= slow_answer &&
        story.sides[1].new_bytes - turn.server_bytes <= tickets &&
        segment.payload_length >= more_than_alert && story.slow_count == 0) {
      ++story.slow_count;
      story.slowest = waited;
      story.slow_requests.add(turn.request_packet);
      story.slow_requests.add(packet.number);
    }
    return;
  }
  turn.outstanding = false;
  turn.response_packet = packet.number;
  turn.response_start = packet.time;
  ++story.turns;
  story.mark(mark_of(packet, segment, MarkKind::Response, segment.payload_length));
  const Duration waited = packet.time - turn.request_end;
  // Application time only: the request arrived once, was acknowledged, and nobody's window was closed.
  const bool clean = story.sides[0].tail_repeats.count == 0 && story.sides[0].zero_since.nanoseconds == 0;
  if (waited >= slow_answer && clean && story.turn.request_packet != 0) {
    ++story.slow_count;
    story.slowest = std::max(story.slowest, waited);
    story.slow_requests.add(turn.request_packet);
    story.slow_requests.add(packet.number);
  }
}

/// Small data, the peer's delayed ACK (35-250 ms), and at once the data that was held back.
void add_stall(Story& story, const Side& side, const Side& peer, const Packet& packet,
               const FlowPacket& segment) {
  constexpr Duration least = milliseconds(35), most = milliseconds(250), at_once = milliseconds(5);
  if (segment.payload_length == 0 || segment.events != Event::None || side.data_packets == 0) return;
  const Duration since_data = packet.time - side.last_data, since_ack = packet.time - peer.last;
  const Duration ack_delay = peer.last - side.last_data;
  // From the receiver's side of a path the held data follows a round trip behind the ACK.
  const Duration path = story.handshake.nanoseconds == 0 ? Duration{}
                        : segment.from_client()          ? story.handshake - story.first_syn_ack
                                                         : story.first_syn_ack - story.first_syn;
  constexpr uint32_t small = 1200;
  // The ACK was pure (the peer sent no data since) and came late; our next small write followed it at once.
  if (peer.last > side.last_data && ack_delay >= least && ack_delay <= most && since_ack < at_once + path &&
      since_data < most && segment.payload_length < small && peer.last_data < side.last_data &&
      peer.last_ack == segment.sequence) {
    ++story.stalls;
    story.stall_packets.add(peer.last_packet);
    story.stall_packets.add(packet.number);
  }
}

void add_slice(Story& story, const Packet& packet, uint32_t bytes) {
  if (story.slices_from.nanoseconds == 0) story.slices_from = packet.time;
  int64_t index = (packet.time - story.slices_from).nanoseconds / story.slice.nanoseconds;
  while (index >= static_cast<int64_t>(story.slices.size())) {
    for (size_t i = 0; i < story.slices.size() / 2; ++i)
      story.slices[i] = story.slices[2 * i] + story.slices[2 * i + 1];
    std::fill(story.slices.begin() + story.slices.size() / 2, story.slices.end(), 0u);
    story.slice.nanoseconds *= 2;
    index /= 2;
  }
  story.slices[static_cast<size_t>(std::max<int64_t>(index, 0))] += bytes;
}

}  // namespace

std::vector<Mark> Story::ladder() const {
  std::vector<Mark> all(first_marks.begin(),
                        first_marks.begin() + std::min<size_t>(marks, first_marks.size()));
  if (marks > first_marks.size()) {
    const size_t rest = marks - first_marks.size(), kept = std::min(rest, last_marks.size());
    for (size_t i = rest - kept; i < rest; ++i) all.push_back(last_marks[i % most_last_marks]);
  }
  // A packet whose content was understood is not told again as "request" or "answer".
  const auto told_better = [&](const Mark& mark) {
    if (mark.kind != MarkKind::Request && mark.kind != MarkKind::Response) return false;
    return std::ranges::any_of(
        all, [&](const Mark& other) { return other.packet == mark.packet && other.kind != mark.kind; });
  };
  std::vector<Mark> ladder;
  std::ranges::copy_if(all, std::back_inserter(ladder), std::not_fn(told_better));
  return ladder;
}

Ends ends_of(const Flow& flow) {
  return {.client = flow.client_address(),
          .server = flow.server_address(),
          .client_port = flow.client_port(),
          .server_port = flow.server_port(),
          .transport = flow.key.transport,
          .vni = flow.vni};
}

void add_segment(Story& story, const Packet& packet, const FlowPacket& segment) {
  if (has(segment.events, Event::DuplicateFrame)) {
    ++story.duplicates;
    story.duplicate_packets.add(packet.number);
    return;
  }
  const bool client = segment.from_client();
  Side &side = story.sides[client ? 0 : 1], &peer = story.sides[client ? 1 : 0];

  const bool repeat = has(segment.events, Event::Retransmission | Event::Spurious);
  const bool probe = has(segment.events, Event::KeepAlive | Event::WindowProbe);
  add_handshake(story, packet, segment);
  if (story.sides[0].rsts.count + story.sides[1].rsts.count != 0 && !segment.flag(rst)) {
    if (peer.rsts.count == 0 && side.rsts.count != 0)
      story.alive_after_rst = true;  // the "resetting" side goes on
    if (segment.payload_length != 0 && !repeat) ++story.data_after_rst;
  }
  if (segment.flag(rst)) {
    if (story.sides[0].rsts.count + story.sides[1].rsts.count == 0) {
      constexpr Duration soon = seconds(4);
      // Data after a pause drew it, or a keepalive in the pause did.
      if (story.idle >= idle_gap && packet.time - story.idle_end < soon &&
          peer.last_data == story.last_data_any)
        story.idle_before_rst = story.idle;
      else if (story.last_data_any.nanoseconds != 0 && story.last_probe && story.client_probed != client &&
               packet.time - story.last_data_any >= idle_gap)
        story.idle_before_rst = packet.time - story.last_data_any;
      // The prober's own RST ends its vain attempts; only the other side's answers a probe.
      story.probe_before_rst = story.last_probe && story.client_probed != client;
    }
    add_reset(story, packet, segment);
  }
  story.last_probe = probe;
  if (probe) story.client_probed = client;
  if (segment.flag(fin) && side.fin_packet == 0) {
    side.fin = packet.time;
    side.fin_packet = packet.number;
    story.mark(mark_of(packet, segment, MarkKind::Fin));
  }
  add_windows(story, side, peer, packet, segment);
  add_acknowledgment(side, peer, packet, segment);
  add_events(story, side, peer, packet, segment);
  if (!segment.flag(rst)) {
    peer.unanswered_probes = 0;
  }
  if (segment.payload_length > 0 && !probe) {
    if (!repeat) {
      const Duration pause = packet.time - story.last_data_any;
      if (story.last_data_any.nanoseconds != 0 && pause >= idle_gap) {
        story.idle = pause;
        story.idle_end = packet.time;
        story.before_idle = story.last_data_packet;
        story.after_idle = packet.number;
      }
      story.last_data_any = packet.time;
      story.last_data_packet = packet.number;
    }
    add_stall(story, side, peer, packet, segment);
    add_application(story, packet, segment);
    add_turn(story, packet, segment);
    if (!repeat && !has(segment.events, Event::OutOfOrder | Event::LateFill)) {
      if (!side.timing) {
        side.timing = true;
        side.timed_end = segment.sequence + segment.payload_length;
        side.timed_at = packet.time;
      }
      side.new_bytes += segment.payload_length;
    } else {
      side.timing = false;  // Karn: repeats tell no round trip (RFC 6298 3)
    }
    if (side.first_data.nanoseconds == 0) side.first_data = packet.time;
    side.last_data = packet.time;
    side.last_data_stamp = segment.time_stamp;
    side.biggest = std::max(side.biggest, segment.payload_length);
    side.open_biggest = std::max(side.open_biggest, segment.payload_length);
    const uint32_t end = segment.sequence + segment.payload_length;
    if (side.data_packets == 0 || before(side.next_sequence, end)) side.next_sequence = end;
    ++side.data_packets;
    constexpr uint64_t bulk = 20'000;
    if (!client || side.new_bytes > bulk) add_slice(story, packet, segment.payload_length);
    if (side.new_bytes > bulk) story.bulk_packets.add(packet.number);
  }
  ++side.packets;
  side.last = packet.time;
  side.last_packet = packet.number;
  if (!segment.flag(rst)) story.last_any = packet.time;
}

}  // namespace wiretale
