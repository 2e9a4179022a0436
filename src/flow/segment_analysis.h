// Sequence analysis of TCP for dissection: what each segment is to its connection, by the definitions that
// tshark users know (tcp.analysis.*). Findings use flow/tcp.h instead, which asks another question: what went
// wrong in a connection as a whole, at the speed of statistics.
#pragma once
#include "base/bytes.h"
#include "flow/stream_table.h"
#include "packet/segment.h"

namespace wiretale {

/// One segment as captured, in the order of the capture.
struct Segment {
  Address source, destination;
  uint16_t source_port, destination_port;
  uint32_t frame;
  Time time;
  uint32_t sequence, acknowledgment;
  uint32_t length;  ///< of the payload on the wire
  uint16_t window;
  uint8_t flags;
  Bytes options;  ///< as far as captured
  /// What SegmentAnalysis::place() found for it, or null.
  const struct ExpectedSegment* expected = nullptr;
};

/// A segment's stream, found before the segment is looked at.
struct ExpectedSegment {
  StreamPlace place;
  uint64_t hash;
};

class SegmentAnalysis {
 public:
  /// At most so many connections are followed; of those beyond, the longest silent one is forgotten.
  static constexpr size_t most_connections = 100'000;
  /// At most so many segments of a direction wait for their acknowledgment; more are not listed.
  static constexpr size_t most_unacknowledged = 10'000;

  /// Of the facts only the marks with what belongs to them, streams and bases of numbers are wanted: nothing
  /// about what waits for its acknowledgment. To be said before the first segment.
  void only_marks() { only_marks_ = true; }
  [[nodiscard]] SegmentFacts see(const Segment& segment);
  /// The stream of a segment that comes soon.
  [[nodiscard]] ExpectedSegment place(const StreamPlace& place) const {
    return {place, connections_.hash_of(place.ends)};
  }
  /// Brings what is known of such a stream nearer: first its place, some segments later its state.
  void prefetch_place(const ExpectedSegment& expected) const { connections_.prefetch_place(expected.hash); }
  void prefetch_state(const ExpectedSegment& expected) const { connections_.prefetch_state(expected.hash); }
  /// A segment that was seen before, with what it was marked then: its stream, length and marks only. Nothing
  /// when its stream is not known any more, or has begun anew since.
  [[nodiscard]] std::optional<SegmentFacts> recall(const Segment& segment, SegmentMark marks) const;
  [[nodiscard]] uint64_t evicted() const { return connections_.evicted(); }

 private:
  struct Sent {
    uint32_t frame, sequence, next;
    Time time;
  };
  struct Edges {
    uint32_t left, right;
  };
  /// One direction. A sequence number of 0 stands for "not known yet", as in the definitions.
  struct Way {
    uint32_t base = 0, next = 0, most_to_acknowledge = 0, acknowledged = 0;
    uint32_t next_frame = 0;
    Time next_time, acknowledged_time;
    uint32_t window = UINT32_MAX;  ///< not known yet: equal to none
    int8_t scale = -1;
    int32_t duplicates = 0;
    uint32_t last_not_duplicate = 0;
    SegmentMark last_marks = SegmentMark::None;
    bool base_known = false, first_ack_seen = false, flight_known = true, push_last = false, closing = false;
    uint32_t since_push = 0;
    uint32_t fin_frame = 0, fin_sequence = 0;
    uint8_t sack_count = 0;
    std::array<Edges, 4> sack{};
    std::vector<Sent> unacknowledged;  ///< in the order of sending
  };
  struct Connection {
    uint32_t index = 0, first_frame = 0;
    uint8_t completeness = 0;
    Time first, previous, last_syn;
    bool syn_seen = false;
    Duration initial_round_trip;
    std::array<Way, 2> ways;
  };
  struct Options {
    int8_t scale = -1;
    bool cookie = false;
    uint8_t sack_count = 0;
    std::array<Edges, 4> sack{};
  };
  [[nodiscard]] static Options read(Bytes options);
  void begin(Connection& connection, const Segment& segment);
  static void follow_handshake(Connection& connection, Way& forward, Way& reverse, const Segment& segment,
                               const Options& options);
  static void judge(const Connection& connection, Way& forward, Way& reverse, const Segment& segment,
                    SegmentFacts& facts);
  static SegmentMark judge_repeat(const Connection& connection, const Way& forward, const Way& reverse,
                                  const Segment& segment, SegmentFacts& facts);
  static void judge_acknowledgment(Way& reverse, const Segment& segment, SegmentFacts& facts);
  void remember(Way& forward, const Segment& segment, const SegmentFacts& facts) const;
  static void take_acknowledged(Way& reverse, const Segment& segment, SegmentFacts& facts);
  static void count_flight(Way& forward, const Way& reverse, const Segment& segment, SegmentFacts& facts);
  static void follow_close(Way& forward, const Way& reverse, const Segment& segment, SegmentFacts& facts);
  static uint8_t seen_parts(const Segment& segment, bool is_new);

  StreamTable<Connection> connections_{most_connections};
  uint32_t next_index_ = 0;
  bool only_marks_ = false;
};

/// The streams of UDP: only counted and timed.
class DatagramStreams {
 public:
  static constexpr size_t most_streams = 100'000;
  [[nodiscard]] StreamFacts see(const StreamEnds& ends, Time now);
  [[nodiscard]] uint64_t evicted() const { return streams_.evicted(); }

 private:
  struct State {
    uint32_t index = 0;
    Time first, previous;
  };
  StreamTable<State> streams_{most_streams};
  uint32_t next_index_ = 0;
};

}  // namespace wiretale
