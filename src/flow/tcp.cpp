// TCP as seen from outside (RFC 9293); the names of events are Wireshark's where it has them.
#include "flow/tcp.h"

#include <algorithm>

namespace wiretale {
namespace {

using namespace tcp_flag;

// What arrives later than this behind the hole it fills was sent again, when nothing else tells.
constexpr Duration reordering_limit = milliseconds(3);
constexpr Duration fast_retransmission_limit = milliseconds(20);

/// Initial round trip, or 0 when the handshake was not seen.
Duration initial_round_trip(const Flow& flow) {
  if (flow.syn.nanoseconds == 0 || flow.handshake.nanoseconds == 0) return {};
  return flow.handshake - flow.syn;
}

}  // namespace

SynOptions read_syn_options(Bytes options) {
  SynOptions found;
  for (size_t at = 0; at < options.size();) {
    const uint8_t kind = options[at];
    if (kind == 0) break;
    if (kind == 1) {
      ++at;
      continue;
    }
    if (at + 1 >= options.size() || options[at + 1] < 2 || at + options[at + 1] > options.size()) break;
    const uint8_t length = options[at + 1];
    if (kind == 2 && length == 4) found.segment_limit = be16(&options[at + 2]);
    // RFC 7323 2.3: at most 14.
    if (kind == 3 && length == 3) found.scale = static_cast<int8_t>(std::min<uint8_t>(options[at + 2], 14));
    at += length;
  }
  return found;
}

void TcpAnalysis::open_hole(Way& way, const Hole& hole) {
  if (way.holes == 0) {
    if (free_.empty()) {
      holes_.emplace_back();
      way.holes = static_cast<uint32_t>(holes_.size());
    } else {
      way.holes = free_.back();
      free_.pop_back();
      holes_[way.holes - 1].count = 0;
    }
  }
  Holes& holes = holes_[way.holes - 1];
  if (holes.count == most_holes) {
    std::move(holes.all.begin() + 1, holes.all.end(), holes.all.begin());
    --holes.count;
  }
  holes.all[holes.count++] = hole;
}

Event TcpAnalysis::fill_hole(const Flow& flow, Way& way, const FlowPacket& packet, uint32_t end, Time now) {
  if (way.holes == 0) return Event::None;
  Holes& holes = holes_[way.holes - 1];
  for (size_t i = 0; i < holes.count; ++i) {
    Hole& hole = holes.all[i];
    if (!before(packet.sequence, hole.end) || !before(hole.start, end)) continue;
    const Hole was = hole;
    const bool front = !before(hole.start, packet.sequence), back = !before(end, hole.end);
    if (front && back) {
      std::move(holes.all.begin() + static_cast<std::ptrdiff_t>(i) + 1, holes.all.begin() + holes.count,
                holes.all.begin() + static_cast<std::ptrdiff_t>(i));
      --holes.count;
    } else if (front) {
      hole.start = end;
    } else if (back) {
      hole.end = packet.sequence;
    } else {
      hole.end = packet.sequence;
      open_hole(way, {end, was.end, was.time, was.identification, was.time_stamp});
    }
    // The sender's clock tells (RFC 7323): a later time stamp than what showed the hole means sent again.
    if (packet.time_stamp != 0 && was.time_stamp != 0 && packet.time_stamp != was.time_stamp)
      return before(packet.time_stamp, was.time_stamp) ? Event::OutOfOrder : Event::LateFill;
    // The sender's IP ID counts up: a lower one means sent earlier, so overtaken on the way.
    if (packet.identification != 0 && was.identification != 0) {
      const auto ahead = static_cast<int16_t>(packet.identification - was.identification);
      if (ahead > -256 && ahead < 0) return Event::OutOfOrder;
      if (ahead > 0 && ahead < 4096) return Event::LateFill;
    }
    const Duration round_trip = initial_round_trip(flow);
    const Duration limit = round_trip.nanoseconds > 0 ? std::min(round_trip, seconds(1)) : reordering_limit;
    return now - was.time < limit ? Event::OutOfOrder : Event::LateFill;
  }
  return Event::None;
}

bool TcpAnalysis::drop_acknowledged(Way& way, uint32_t acknowledgment) {
  if (way.holes == 0) return false;
  Holes& holes = holes_[way.holes - 1];
  bool unseen = false;
  uint8_t kept = 0;
  for (uint8_t i = 0; i < holes.count; ++i) {
    Hole hole = holes.all[i];
    if (before(hole.start, acknowledgment)) {
      unseen = true;
      if (!before(acknowledgment, hole.end)) continue;
      hole.start = acknowledgment;
    }
    holes.all[kept++] = hole;
  }
  holes.count = kept;
  return unseen;
}

void TcpAnalysis::judge_data(const Flow& flow, Way& way, const Way& peer, FlowPacket& packet, Time now) {
  const bool syn_or_fin = packet.flag(syn | fin);
  const uint32_t end =
      packet.sequence + packet.payload_length + (packet.flag(syn) ? 1u : 0u) + (packet.flag(fin) ? 1u : 0u);
  if (!way.sequence_known) {
    way.sequence_known = true;
    way.first_sequence = packet.sequence;
    way.next_sequence = end;
    way.advanced = now;
    return;
  }
  const bool ahead = before(way.next_sequence, packet.sequence);
  const bool stands_still =
      packet.sequence + 1 == way.next_sequence && packet.payload_length <= 1 && !packet.flag(syn | fin | rst);
  if (stands_still) {
    const bool closed = peer.ack_known && peer.window == 0 && peer.packets != 0;
    packet.events |= closed ? Event::WindowProbe : Event::KeepAlive;
    return;
  }
  if (packet.flag(rst)) return;
  if (ahead) {
    packet.events |= Event::Hole;
    open_hole(way, {way.next_sequence, packet.sequence, now, packet.identification, packet.time_stamp});
  }
  const bool carries = packet.payload_length != 0 || syn_or_fin;
  if (carries && !ahead && before(packet.sequence, way.next_sequence) &&
      !(packet.payload_length > 1 && packet.sequence + 1 == way.next_sequence)) {
    if (packet.payload_length != 0 && peer.ack_known && !before(peer.acknowledged, end)) {
      packet.events |= Event::Spurious;
    } else if (const Event filled = fill_hole(flow, way, packet, end, now); filled != Event::None) {
      packet.events |= filled;
    } else if (!before(way.next_sequence, end)) {
      packet.events |= Event::Retransmission;
      if (peer.duplicate_acks >= 2 && peer.acknowledged == packet.sequence &&
          now - peer.last < fast_retransmission_limit)
        packet.events |= Event::Fast;
    } else if (packet.payload_length > 1) {
      packet.events |= Event::Retransmission;  // old and new bytes together (RFC 9293 3.8.1)
    }
    if (has(packet.events, Event::Retransmission | Event::LateFill)) ++way.retransmissions;
  }
  if (before(way.next_sequence, end)) {
    way.next_sequence = end;
    way.advanced = now;
  }
  // Scaling counts only when both SYNs offered it (RFC 7323 2.2).
  const unsigned shift = peer.scale > 0 && way.scale != -2 ? static_cast<unsigned>(peer.scale) : 0u;
  if (packet.payload_length != 0 && peer.ack_known && peer.scale != -1 && peer.window != 0 &&
      end == peer.acknowledged + (uint32_t{peer.window} << shift))
    packet.events |= Event::WindowFull;
}

void TcpAnalysis::follow_phase(Flow& flow, const FlowPacket& packet, Time now) {
  if (packet.flag(rst)) {
    flow.phase = Phase::Reset;
  } else if (packet.flag(syn)) {
    if (packet.flag(ack)) {
      if (flow.syn_ack.nanoseconds == 0) flow.syn_ack = now;
      if (flow.phase < Phase::SynReceived) flow.phase = Phase::SynReceived;
    } else {
      if (flow.syn.nanoseconds == 0) flow.syn = now;
      if (flow.phase == Phase::None) flow.phase = Phase::SynSent;
    }
  } else if (packet.flag(fin)) {
    if (flow.phase < Phase::Closing) flow.phase = Phase::Closing;
    if ((flow.ways[0].flags & flow.ways[1].flags & fin) != 0 && flow.phase == Phase::Closing)
      flow.phase = Phase::Closed;
  } else if (packet.flag(ack) && flow.phase < Phase::Established && flow.phase != Phase::SynSent) {
    // Behind a SYN-ACK the client's ACK; without any SYN the middle of a connection.
    if (flow.phase == Phase::SynReceived && !packet.from_client()) return;
    if (flow.syn_ack.nanoseconds != 0) flow.handshake = now;
    flow.phase = Phase::Established;
  }
}

void TcpAnalysis::see(Flow& flow, FlowPacket& packet, Time now) {
  Way &way = flow.ways[packet.way], &peer = flow.ways[packet.way ^ 1u];
  const auto raw_window = static_cast<uint16_t>(packet.window);
  if (packet.flag(syn)) {
    way.scale = packet.syn_options.scale;
    way.segment_limit = packet.syn_options.segment_limit;
  }
  const bool scaled = way.scale > 0 && peer.scale != -2 && !packet.flag(syn);
  packet.window = scaled ? uint32_t{raw_window} << way.scale : raw_window;

  const bool plain = !packet.flag(syn | fin | rst);
  if (raw_window == 0 && plain) packet.events |= Event::ZeroWindow;
  const bool expected = way.sequence_known && packet.sequence == way.next_sequence;
  judge_data(flow, way, peer, packet, now);
  if (packet.flag(ack) && !packet.flag(rst)) {
    if (plain && packet.payload_length == 0 && expected && way.ack_known &&
        !has(packet.events, Event::KeepAlive)) {
      const bool same_ack = packet.acknowledgment == way.acknowledged;
      if (same_ack && raw_window == way.window && peer.keep_alive_last) {
        packet.events |= Event::KeepAliveAck;
      } else if (same_ack && raw_window != 0 && raw_window != way.window) {
        packet.events |= Event::WindowUpdate;
      } else if (same_ack && raw_window != 0 && raw_window == way.window) {
        packet.events |= Event::DuplicateAck;
        if (way.duplicate_acks < 255) ++way.duplicate_acks;
      }
    }
    if (peer.sequence_known && before(peer.next_sequence, packet.acknowledgment)) {
      packet.events |= Event::AckedUnseen;
      peer.next_sequence = packet.acknowledgment;
    }
    if (!way.ack_known || before(way.acknowledged, packet.acknowledgment)) {
      if (drop_acknowledged(peer, packet.acknowledgment)) packet.events |= Event::AckedUnseen;
      way.acknowledged = packet.acknowledgment;
      way.ack_known = true;
      way.duplicate_acks = 0;
    }
    way.window = raw_window;
  }
  way.keep_alive_last = has(packet.events, Event::KeepAlive | Event::WindowProbe);
  way.flags |= packet.tcp_flags;
  follow_phase(flow, packet, now);
}

void TcpAnalysis::forget(const Flow& flow) {
  for (const Way& way : flow.ways)
    if (way.holes != 0) free_.push_back(way.holes);
}

}  // namespace wiretale
