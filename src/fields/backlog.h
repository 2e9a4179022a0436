// Packets that nobody is shown and whose dissection waits until a later packet of their conversation needs
// it.
#pragma once
#include <algorithm>
#include <span>
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
  uint32_t previous;  ///< the entry before it in its group, plus 1

  [[nodiscard]] uint64_t place() const { return place_and_marks >> mark_bits; }
  [[nodiscard]] uint32_t marks() const { return place_and_marks & not_judged; }
  [[nodiscard]] bool judged() const { return marks() != not_judged; }
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

  explicit Backlog(size_t at_most = most) : most_(std::min(at_most, most)), groups_(groups) {}

  [[nodiscard]] bool full() const { return packets_.size() >= most_; }
  [[nodiscard]] bool any(uint32_t group) const { return groups_[group].last != 0; }
  void add(uint32_t group, uint64_t place, uint32_t number, uint32_t marks) {
    packets_.add({place << WaitingPacket::mark_bits | marks, number, groups_[group].last});
    groups_[group].last = static_cast<uint32_t>(packets_.size()) & 0xffffffu;
  }
  /// The indices of what waits in a group, oldest first; valid until the next call.
  [[nodiscard]] std::span<const uint32_t> of(uint32_t group);
  /// How often a group's packets had to be read again; a conversation of which much is shown waits no longer.
  [[nodiscard]] uint32_t visits(uint32_t group) const { return groups_[group].visits; }
  void visit(uint32_t group) {
    if (groups_[group].visits < most_visits) ++groups_[group].visits;
  }
  [[nodiscard]] WaitingPacket& operator[](uint32_t index) { return packets_[index]; }
  [[nodiscard]] size_t size() const { return packets_.size(); }
  /// Nothing of the group waits any longer.
  void empty(uint32_t group) { groups_[group].last = 0; }
  void clear();

 private:
  struct Group {
    uint32_t last : 24 = 0;  ///< the newest entry, plus 1
    uint32_t visits : 8 = 0;
  };
  static constexpr uint32_t most_visits = 255;
  static_assert(most < 1u << 24);
  size_t most_;
  LargeTable<WaitingPacket> packets_;
  std::vector<Group> groups_;
  std::vector<uint32_t> found_;
};

}  // namespace wiretale
