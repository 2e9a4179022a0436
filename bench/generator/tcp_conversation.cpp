// A TCP connection as seen on the way: handshake, messages in segments, losses and their repair, the close.
#include "tcp_conversation.h"

#include <algorithm>
#include <utility>

namespace wiretale::bench {
namespace {

constexpr uint8_t fin = 0x01;
constexpr uint8_t syn = 0x02;
constexpr uint8_t rst = 0x04;
constexpr uint8_t push = 0x08;
constexpr uint8_t ack = 0x10;

constexpr Share refused{8'000};      // of connections
constexpr Share reset{60'000};       // of connections, instead of FIN
constexpr Share reordered{800};      // of segments
constexpr Share window_closed{400};  // of segments
constexpr Share answer_acknowledges{500'000};

constexpr uint32_t timestamp_option_size = 12;
constexpr uint32_t sack_option_size = 12;
constexpr uint32_t syn_options_size = 20;
constexpr uint32_t syn_again_after = 1'000'000;
constexpr uint32_t least_timeout = 200'000;
constexpr uint32_t largest_flight = 40;

}  // namespace

TcpConversation::TcpConversation(World& world, const Path& path, std::unique_ptr<Dialogue> dialogue)
    : world_(world), path_(path), dialogue_(std::move(dialogue)) {
  Random& random = world.random;
  for (End& end : ends_) {
    end.initial = static_cast<uint32_t>(random.next());
    end.timestamp_start = static_cast<uint32_t>(random.next());
  }
  end_of(Side::Client).port = world.ephemeral_port();
  end_of(Side::Server).port = dialogue_->server_port();
  const uint32_t near = 200u << random.below(8);
  round_trip_ = random.between(near, 2 * near);
  largest_segment_ = path.is_tunnelled() ? 1390 : 1460;
  if (path.is_ipv6()) largest_segment_ -= 20;
  plan_handshake();
}

std::optional<uint32_t> TcpConversation::send(uint64_t now, Frame& frame) {
  write(plan_[planned_next_++], now, frame);
  if (planned_next_ == plan_.size()) plan_more();
  if (planned_next_ == plan_.size()) return std::nullopt;
  return plan_[planned_next_].wait;
}

void TcpConversation::plan_more() {
  plan_.clear();
  planned_next_ = 0;
  if (is_closed_) return;
  if (std::optional<Turn> turn = dialogue_->next(world_.random)) {
    plan_message(std::move(*turn));
  } else {
    plan_close();
  }
}

void TcpConversation::plan_handshake() {
  End& client = end_of(Side::Client);
  plan({Side::Client, syn, 0, 0, 0});
  if (world_.random.happens(world_.options.loss)) plan({Side::Client, syn, syn_again_after, 0, 0});
  if (world_.random.happens(refused)) {
    plan({Side::Server, rst | ack, round_trip_, 0u - end_of(Side::Server).initial, 1, 0, 0});
    is_closed_ = true;
    return;
  }
  plan({Side::Server, syn | ack, round_trip_, 0, 1});
  plan({Side::Client, ack, 40, 1, 1});
  client.next = 1;
  end_of(Side::Server).next = 1;
}

void TcpConversation::plan_close() {
  Random& random = world_.random;
  is_closed_ = true;
  const Side first = random.below(3) == 0 ? Side::Server : Side::Client;
  const Side second = other(first);
  const uint32_t mine = end_of(first).next;
  const uint32_t theirs = end_of(second).next;
  const uint32_t wait = random.between(50, 30'000);
  if (random.happens(reset)) {
    plan({first, rst | ack, wait, mine, theirs, 0, 0});
    return;
  }
  plan({first, fin | ack, wait, mine, theirs});
  plan({second, fin | ack, random.between(round_trip_ / 2, round_trip_ * 2), theirs, mine + 1});
  plan({first, ack, 30, mine + 1, theirs + 1});
}

void TcpConversation::plan_message(Turn turn) {
  Random& random = world_.random;
  message_ = std::move(turn.message);
  speaker_ = turn.speaker;
  message_begin_ = end_of(speaker_).next;
  const uint32_t message_end = message_begin_ + message_.size();
  uint32_t wait = turn.wait;
  uint32_t flight = 10;
  uint32_t in_flight = 0;
  uint32_t unacknowledged = 0;
  for (uint32_t position = message_begin_; position < message_end;) {
    const uint32_t length = length_at(position, message_end);
    if (random.happens(world_.options.loss)) {
      position = plan_loss(position, message_end, wait);
      unacknowledged = 0;
    } else if (position + length < message_end && random.happens(reordered)) {
      position = plan_reordering(position, message_end, wait);
      unacknowledged = 0;
    } else {
      plan_data(position, length, wait);
      position += length;
      ++unacknowledged;
    }
    const bool answer_follows = position == message_end && random.happens(answer_acknowledges);
    if (unacknowledged == 2 || (position == message_end && unacknowledged > 0 && !answer_follows)) {
      plan_acknowledgement(position);
      unacknowledged = 0;
    }
    if (position < message_end && random.happens(window_closed)) plan_closed_window(position);
    wait = random.between(8, 40);
    if (++in_flight == flight) {
      wait = round_trip_;
      in_flight = 0;
      flight = std::min(2 * flight, largest_flight);
    }
  }
  end_of(speaker_).next = message_end;
}

void TcpConversation::plan_data(uint32_t sequence, uint32_t length, uint32_t wait) {
  const bool is_last = sequence + length == message_begin_ + message_.size();
  const uint8_t flags = is_last ? ack | push : ack;
  plan({speaker_, flags, wait, sequence, end_of(other(speaker_)).next, length});
}

void TcpConversation::plan_acknowledgement(uint32_t position, uint32_t sack_end, uint32_t sack_begin) {
  const Side listener = other(speaker_);
  plan({listener, ack, world_.random.between(2, 30), end_of(listener).next, position, 0, usual_window,
        sack_begin, sack_end});
}

// A segment is lost before the place of the capture (a gap) or behind it (seen twice). The segments behind
// it, up to eight, are answered with duplicate acknowledgements; three of these bring a fast retransmission.
uint32_t TcpConversation::plan_loss(uint32_t position, uint32_t message_end, uint32_t wait) {
  Random& random = world_.random;
  const uint32_t lost = length_at(position, message_end);
  const bool is_seen = random.below(2) == 0;
  if (is_seen) plan_data(position, lost, wait);
  const uint32_t hole_end = position + lost;
  uint32_t reached = hole_end;
  uint32_t duplicates = 0;
  const uint32_t following = random.between(3, 8);
  while (duplicates < following && reached < message_end) {
    const uint32_t length = length_at(reached, message_end);
    plan_data(reached, length, random.between(8, 40));
    reached += length;
    plan_acknowledgement(position, reached, hole_end);
    ++duplicates;
  }
  plan_data(position, lost, duplicates >= 3 ? round_trip_ : std::max(least_timeout, 2 * round_trip_));
  plan_acknowledgement(reached);
  return reached;
}

// Two segments change places.
uint32_t TcpConversation::plan_reordering(uint32_t position, uint32_t message_end, uint32_t wait) {
  const uint32_t late = length_at(position, message_end);
  const uint32_t early = length_at(position + late, message_end);
  const uint32_t reached = position + late + early;
  plan_data(position + late, early, wait);
  plan_acknowledgement(position, reached, position + late);
  plan_data(position, late, world_.random.between(10, 150));
  plan_acknowledgement(reached);
  return reached;
}

// The listener's buffer is full; the speaker probes (RFC 9293 3.8.6.1) until the window opens.
void TcpConversation::plan_closed_window(uint32_t position) {
  Random& random = world_.random;
  const Side listener = other(speaker_);
  const uint32_t theirs = end_of(listener).next;
  plan({listener, ack, 20, theirs, position, 0, 0});
  const uint32_t probes = random.between(1, 3);
  for (uint32_t probe = 0; probe < probes; ++probe) {
    plan({speaker_, ack, least_timeout << probe, position - 1, theirs});
    plan({listener, ack, round_trip_, theirs, position, 0, 0});
  }
  plan({listener, ack, random.between(10'000, 300'000), theirs, position});
}

uint32_t TcpConversation::length_at(uint32_t position, uint32_t message_end) const {
  return std::min(largest_segment_ - timestamp_option_size, message_end - position);
}

uint32_t TcpConversation::options_size(const Segment& segment) {
  if ((segment.flags & rst) != 0) return 0;
  if ((segment.flags & syn) != 0) return syn_options_size;
  return timestamp_option_size + (segment.sack_begin == segment.sack_end ? 0 : sack_option_size);
}

void TcpConversation::write(const Segment& segment, uint64_t now, Frame& frame) {
  End& sender = end_of(segment.sender);
  const End& receiver = end_of(other(segment.sender));
  const bool is_syn = (segment.flags & syn) != 0;
  sender.timestamp_sent = sender.timestamp_start + static_cast<uint32_t>(now / 1000);
  frame.clear();
  if (segment.length > 0) {
    message_.copy(segment.sequence - message_begin_, segment.length, frame.append(segment.length));
  }
  const uint32_t header_size = 20 + options_size(segment);
  write_options(segment, frame.prepend(header_size - 20));
  uint8_t* header = frame.prepend(20);
  put_u16(header, sender.port);
  put_u16(header + 2, receiver.port);
  put_u32(header + 4, sender.initial + segment.sequence);
  const bool acknowledges = (segment.flags & ack) != 0;
  put_u32(header + 8, acknowledges ? receiver.initial + segment.acknowledgement : 0);
  header[12] = static_cast<uint8_t>(header_size / 4 << 4);
  header[13] = segment.flags;
  put_u16(header + 14, is_syn ? 64240 : segment.window);
  put_u16(header + 18, 0);
  path_.put_checksum(frame, ip_protocol::tcp, 16);
  path_.add_network(frame, segment.sender, ip_protocol::tcp);
}

void TcpConversation::write_options(const Segment& segment, uint8_t* place) {
  if ((segment.flags & rst) != 0) return;
  const End& sender = end_of(segment.sender);
  const End& receiver = end_of(other(segment.sender));
  if ((segment.flags & syn) != 0) {
    put_u16(place, 0x0204);  // largest segment
    put_u16(place + 2, largest_segment_);
    put_u16(place + 4, 0x0402);  // SACK permitted
    place += 6;
  } else {
    put_u16(place, 0x0101);
    place += 2;
  }
  put_u16(place, 0x080a);  // timestamps
  put_u32(place + 2, sender.timestamp_sent);
  put_u32(place + 6, (segment.flags & ack) != 0 ? receiver.timestamp_sent : 0);
  place += 10;
  if ((segment.flags & syn) != 0) {
    put_u32(place, 0x01030300 | window_shift);
  } else if (segment.sack_begin != segment.sack_end) {
    put_u32(place, 0x0101050a);
    put_u32(place + 4, receiver.initial + segment.sack_begin);
    put_u32(place + 8, receiver.initial + segment.sack_end);
  }
}

}  // namespace wiretale::bench
