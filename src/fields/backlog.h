// Packets that nobody is shown and whose dissection waits until a later packet of their conversation needs
// it.
#pragma once
#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "base/large_memory.h"
#include "packet/segment.h"

namespace wiretale {

/// A packet that waits: where to find it, and what was found out about it already.
struct WaitingPacket {
  static constexpr unsigned mark_bits = 18;
  static constexpr uint64_t most_places = uint64_t{1} << (64 - mark_bits);
  static constexpr uint32_t not_judged = (1u << mark_bits) - 1;  ///< no segment has all marks

  uint64_t place_and_marks;
  uint32_t number;    ///< of the packet
  uint32_t previous;  ///< the entry before it in its group, plus 1; the group while it is not linked yet

  [[nodiscard]] uint64_t place() const { return place_and_marks >> mark_bits; }
  [[nodiscard]] uint32_t marks() const { return place_and_marks & not_judged; }
  [[nodiscard]] bool judged() const { return marks() != not_judged; }
  /// It waits no longer; it is not to be followed once more when all that waits is.
  void finish() { number = 0; }
  [[nodiscard]] bool finished() const { return number == 0; }
  void judge(SegmentMark marks) {
    place_and_marks = (place_and_marks & ~uint64_t{not_judged}) | static_cast<uint32_t>(marks);
  }
};
static_assert(sizeof(WaitingPacket) == 16);
static_assert(static_cast<uint32_t>(SegmentMark::FastOpenIgnored) < 1u << WaitingPacket::mark_bits);

/// What waits, in groups: the packets of a conversation are in one group, maybe with those of others.
class Backlog {
 public:
  /// At most so many packets wait (64 MB); then all of them are followed, in the order of the capture.
  static constexpr size_t most = 1 << 22;
  static constexpr size_t groups = 1 << 17;

  explicit Backlog(size_t at_most = most)
      : most_(std::min(at_most, most)), groups_(groups), visits_(groups) {}

  [[nodiscard]] bool full() const { return packets_.size() >= most_; }
  [[nodiscard]] bool any(uint32_t group) {
    link();
    return groups_[group] != 0;
  }
  void add(uint32_t group, uint64_t place, uint32_t number, uint32_t marks) {
    // Its group is on the way from memory while the next few packets are added.
    __builtin_prefetch(&groups_[group]);
    packets_.add({place << WaitingPacket::mark_bits | marks, number, group});
    if (packets_.size() - linked_ >= 16) link();
  }
  /// The indices of what waits in a group, oldest first; valid until the next call.
  [[nodiscard]] std::span<const uint32_t> of(uint32_t group);
  /// How often a group's packets had to be read again; a conversation of which much is shown waits no longer.
  [[nodiscard]] uint32_t visits(uint32_t group) const { return visits_[group]; }
  void visit(uint32_t group) { visits_[group] = static_cast<uint8_t>(std::min(visits_[group] + 1, 255)); }
  /// Whether it was visited so often that nothing of it should wait any longer.
  [[nodiscard]] bool is_lively(uint32_t group) const { return lively_[group / 64] >> group % 64 & 1; }
  void make_lively(uint32_t group) { lively_[group / 64] |= uint64_t{1} << group % 64; }
  [[nodiscard]] WaitingPacket& operator[](uint32_t index) { return packets_[index]; }
  [[nodiscard]] size_t size() const { return packets_.size(); }
  /// Nothing of the group waits any longer.
  void empty(uint32_t group) { groups_[group] = 0; }
  void clear();

 private:
  /// Puts what was added since into its groups.
  void link() {
    for (; linked_ < packets_.size(); ++linked_) {
      WaitingPacket& packet = packets_[linked_];
      uint32_t& last = groups_[packet.previous];
      packet.previous = std::exchange(last, static_cast<uint32_t>(linked_ + 1));
    }
  }

  size_t most_, linked_ = 0;
  LargeTable<WaitingPacket> packets_;
  std::vector<uint32_t> groups_;  ///< the newest entry of each, plus 1
  std::vector<uint8_t> visits_;
  std::array<uint64_t, groups / 64> lively_{};
  std::vector<uint32_t> found_;
};

}  // namespace wiretale
