// What only the whole connection tells about one of its packets: which stream it belongs to, and what a TCP
// segment means there.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/time.h"

namespace wiretale {

/// The stream of a TCP or UDP packet: both directions between two pairs of address and port.
struct StreamFacts {
  uint32_t index = 0;  ///< in the order of first packets, from 0, for each transport
  uint32_t place = 0;  ///< a small number that no other stream has at the same time
  Duration since_first, since_previous;
};

/// What a protocol keeps for each stream that is known at a time.
template <class State>
class PerStream {
 public:
  /// The state of a stream, made anew when the stream is.
  [[nodiscard]] State& of(const StreamFacts& stream) {
    if (stream.place >= all_.size()) all_.resize(std::max<size_t>(stream.place + 1, all_.size() * 2));
    Kept& kept = all_[stream.place];
    if (kept.index != stream.index) kept = {stream.index, {}};
    return kept.state;
  }

 private:
  struct Kept {
    uint32_t index = UINT32_MAX;
    State state;
  };
  std::vector<Kept> all_;
};

/// What the sequence of segments shows about one of them (tcp.analysis.*).
enum class SegmentMark : uint32_t {
  None = 0,
  Retransmission = 1,
  FastRetransmission = 2,
  SpuriousRetransmission = 4,
  OutOfOrder = 8,
  LostSegment = 16,
  AckLostSegment = 32,
  WindowUpdate = 64,
  WindowFull = 128,
  KeepAlive = 256,
  KeepAliveAck = 512,
  DuplicateAck = 1024,
  ZeroWindow = 2048,
  ZeroWindowProbe = 4096,
  ZeroWindowProbeAck = 8192,
  ReusedPorts = 16384,
  FastOpenSyn = 32768,
  FastOpenAccepted = 65536,
  FastOpenIgnored = 131072
};
[[nodiscard]] constexpr SegmentMark operator|(SegmentMark a, SegmentMark b) {
  return static_cast<SegmentMark>(static_cast<uint32_t>(a) | static_cast<uint32_t>(b));
}
constexpr SegmentMark& operator|=(SegmentMark& a, SegmentMark b) { return a = a | b; }
[[nodiscard]] constexpr bool has(SegmentMark marks, SegmentMark any_of) {
  return (static_cast<uint32_t>(marks) & static_cast<uint32_t>(any_of)) != 0;
}

/// Which parts of a connection were seen (tcp.completeness).
namespace completeness {
inline constexpr uint8_t syn = 1, syn_ack = 2, ack = 4, data = 8, fin = 16, reset = 32;
}

/// A part of a message or datagram that came in several packets, and the packet that brought it.
struct MessagePiece {
  uint32_t frame;
  size_t at, length;
};

struct SegmentFacts {
  StreamFacts stream;
  uint8_t completeness_before = 0;                      ///< of the stream, without this segment
  uint8_t completeness_after = 0;                       ///< with it
  uint32_t length = 0;                                  ///< of the payload on the wire
  uint32_t sequence_base = 0, acknowledgment_base = 0;  ///< subtracted, they make relative numbers
  int8_t scale = -1;                                    ///< of the sender's window; -1 unknown, -2 not used
  SegmentMark marks = SegmentMark::None;

  bool has_analysis = false;        ///< whether any of what follows is known, or a mark is set
  uint32_t acknowledged_frame = 0;  ///< 0: none
  Duration acknowledged_after;      ///< round-trip time of that frame
  Duration initial_round_trip;      ///< of the handshake; 0: unknown
  uint32_t bytes_in_flight = 0, bytes_since_push = 0;  ///< 0: not known
  uint32_t duplicate_number = 0, duplicate_of_frame = 0;
  Duration retransmission_delay;
  uint32_t retransmission_delay_frame = 0;

  bool first_to_close = false;        ///< a FIN before any of the other side
  uint32_t fin_retransmitted_of = 0;  ///< the frame of the first FIN

  [[nodiscard]] bool marked(SegmentMark any_of) const { return has(marks, any_of); }
};

}  // namespace wiretale
