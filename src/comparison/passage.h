// One direction of a flow between two capture points: what was sent at one and arrived at the other.
//
// TCP payload is matched by byte ranges, not by packets: a 64 KB segment in front of segmentation offload is
// many packets behind it, and the reverse where the receiver joins them. Whatever else there is (SYN, FIN,
// RST, bare acknowledgments, datagrams) is matched one by one. What found no partner waits in a window of
// bounded time and size.
#pragma once
#include <array>
#include <cstddef>
#include <vector>

#include "base/time.h"

namespace wiretale {

/// One packet at one point, in the sequence numbers of the first capture.
struct PassingPacket {
  Time time;    ///< by the clock of its own capture
  Time common;  ///< by the clock of the first capture, as far as that is known
  uint32_t number = 0;
  uint32_t sequence = 0, length = 0;  ///< payload
  uint32_t identity = 0;  ///< of what is matched one by one: a hash of what does not change on the way
  uint32_t stamp = 0;     ///< TCP time stamp; 0 without
  uint32_t acknowledgment = 0;
  uint16_t identification = 0;
  uint8_t flags = 0;
  bool tcp = false, acknowledges = false;
  bool judged = true;  ///< inside of the time that both captures cover
};

/// The first numbers of some sort of packets, and how many there are.
struct Numbers {
  std::array<uint32_t, 8> first{};
  uint64_t count = 0;
  void add(uint32_t number) {
    if (count < first.size()) first[count] = number;
    ++count;
  }
};

struct PassageFacts {
  uint64_t sent = 0, arrived = 0;  ///< packets as captured at the two points; the counts differ with offload
  uint64_t matched = 0;            ///< of those sent
  Numbers lost;                    ///< sent, never arrived; numbers of the sender's side
  Numbers lost_syn, lost_fin, lost_reset, lost_data;
  Numbers lost_bare;  ///< bare acknowledgments, not among `lost`: the next one says the same, and receive
                      ///< offload joins them
  uint64_t lost_bytes = 0;
  Numbers unsure_sent,
      unsure_arrived;  ///< without partner, but at a time that the other capture may not cover
  Numbers appeared;    ///< arrived, never sent; numbers of the receiver's side
  Numbers appeared_syn, appeared_reset;
  Numbers not_captured;  ///< the receiver acknowledged them although its capture lacks them
  uint64_t duplicates_sent = 0, duplicates_arrived = 0;
  // Arrival minus sending, each by its own clock.
  int64_t least = INT64_MAX, most = INT64_MIN;
  double sum = 0;
  uint64_t timed = 0;
  Time most_at;          ///< when, by the sender's clock
  uint32_t slowest = 0;  ///< its number at the sender's side
  uint32_t least_lost = 0,
           most_matched = 0;         ///< payload bytes: of the smallest lost, the largest that arrived
  uint64_t lost_at_the_end = 0;      ///< lost, and nothing that was sent later arrived
  uint64_t unsure_resets = 0;        ///< of unsure_arrived
  Time first_matched, last_matched;  ///< when sent, by the first capture's clock
  Time last_unsure;                  ///< of unsure_sent
  uint64_t overflows = 0;            ///< times the window was too small
};

class Passage {
 public:
  static constexpr size_t window = 16'384;
  static constexpr Duration patience = seconds(4);

  /// Returns, by its clock, the time at which the same bytes were seen at the other point; time 0: not seen
  /// yet.
  Time sent(const PassingPacket& packet);
  Time arrived(const PassingPacket& packet);
  /// An acknowledgment by the receiver, seen at its own point: it has the bytes in front of it.
  void acknowledged(uint32_t sequence);
  void finish();
  [[nodiscard]] const PassageFacts& facts() const { return facts_; }
  void duplicate_sent() { ++facts_.duplicates_sent; }
  void duplicate_arrived() { ++facts_.duplicates_arrived; }

 private:
  struct Waiting {
    PassingPacket packet;
    uint32_t left = 0;  ///< bytes without partner; 1 for what has no payload
    bool matched_in_part = false, repeated = false;
  };
  struct Queue {
    std::vector<Waiting> all;
    size_t head = 0;
    [[nodiscard]] size_t size() const { return all.size() - head; }
  };
  void note_repeat(const PassingPacket& packet);
  Time match(Waiting& packet, Queue& others, bool is_sent);
  void note_match(const PassingPacket& sent, const PassingPacket& arrived);
  void settle(Queue& queue, Time now, bool is_sent);
  void give_up(const Waiting& waiting, bool is_sent);
  void keep(Waiting waiting, Queue& queue, bool is_sent);

  Queue sent_, arrived_;
  PassageFacts facts_;
  uint32_t acknowledged_ = 0, highest_sent_ = 0;
  bool any_acknowledged_ = false, any_sent_ = false;
};

}  // namespace wiretale
