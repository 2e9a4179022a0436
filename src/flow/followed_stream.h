// Both directions of a TCP connection as their bytes came, for `follow`: repeats left out, order restored,
// and gaps told once an acknowledgment shows that nothing will fill them.
#pragma once
#include <functional>
#include <vector>

#include "base/bytes.h"
#include "base/time.h"

namespace wiretale {

/// Some bytes of a followed stream, in the order in which they are shown.
struct FollowedPiece {
  uint8_t peer;     ///< 0: whoever sent the stream's first packet
  uint32_t packet;  ///< that brought the bytes; of a gap, the one that acknowledged what is behind it
  Time time;        ///< 0 of a gap
  Bytes bytes;
  uint64_t missing = 0;  ///< of a gap: how many bytes the capture does not have; then `bytes` is empty
};

class FollowedStream {
 public:
  /// Segments that wait for bytes before them take at most this much; then the gap before them is told.
  static constexpr size_t most_held = 16 * 1024 * 1024, most_held_pieces = 8192;
  using Taker = std::function<void(const FollowedPiece&)>;
  explicit FollowedStream(Taker take) : take_(std::move(take)) {}

  struct Segment {
    uint8_t peer;
    bool begins;  ///< a SYN
    uint32_t sequence, acknowledgment;
    uint32_t length;  ///< of the payload on the wire
    Bytes payload;    ///< what was captured of it
    uint32_t packet;
    Time time;
  };
  void add(const Segment& segment);
  /// Nothing more will come: tells the gaps that are left and shows what is held behind them.
  void finish();
  /// Whether gaps had to be told early for want of room.
  [[nodiscard]] bool overflowed() const { return overflowed_; }

 private:
  struct Held {
    uint32_t sequence, packet;
    Time time;
    std::vector<uint8_t> bytes;
  };
  struct Direction {
    bool begun = false, has_data = false;
    uint32_t next = 0;       ///< the sequence number that continues what was shown
    std::vector<Held> held;  ///< in the order in which they came
    size_t held_bytes = 0;
    uint32_t lowest = 0;  ///< sequence number of those held
  };
  /// Shows what is held and continues the stream now; of several the one that came first.
  void release(uint8_t peer);
  /// Tells the gap before the lowest held segment and goes on behind it.
  void skip_gap(uint8_t peer, uint32_t packet);
  void acknowledge(uint8_t peer, uint32_t acknowledgment, uint32_t packet);

  Taker take_;
  Direction ways_[2];
  bool overflowed_ = false;
};

}  // namespace wiretale
