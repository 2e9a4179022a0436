// The streams of a transport by their ends, for dissection in packet order: bounded, the longest unused one
// leaves first.
#pragma once
#include <cstring>
#include <unordered_map>
#include <vector>

#include "base/address.h"
#include "base/hash.h"

namespace wiretale {

/// Both ends of a packet as a stream's name; the same for both directions.
struct StreamEnds {
  Address low, high;
  uint16_t low_port = 0, high_port = 0;
  bool operator==(const StreamEnds&) const = default;
};

/// A packet's stream and which of the two directions it takes.
struct StreamPlace {
  StreamEnds ends;
  uint8_t way;  ///< 0: from the low end
};
[[nodiscard]] inline StreamPlace stream_place(const Address& source, const Address& destination,
                                              uint16_t source_port, uint16_t destination_port) {
  const auto order = source <=> destination;
  const bool from_low = order < 0 || (order == 0 && source_port <= destination_port);
  if (from_low) return {{source, destination, source_port, destination_port}, 0};
  return {{destination, source, destination_port, source_port}, 1};
}

template <class State>
class StreamTable {
 public:
  explicit StreamTable(size_t most) : most_(most) {}

  struct Found {
    State& state;
    bool is_new;
  };
  /// The state of a stream, made anew when there is none; it stays where it is until the next call.
  [[nodiscard]] Found find_or_add(const StreamEnds& ends) {
    if (const auto at = index_.find(ends); at != index_.end()) {
      touch(at->second);
      return {entries_[at->second].state, false};
    }
    uint32_t slot;
    if (entries_.size() < most_) {
      slot = static_cast<uint32_t>(entries_.size());
      entries_.emplace_back();
    } else {
      slot = oldest_;
      unlink(slot);
      index_.erase(entries_[slot].ends);
      entries_[slot].state = State{};
      ++evicted_;
    }
    entries_[slot].ends = ends;
    link_newest(slot);
    index_.emplace(ends, slot);
    return {entries_[slot].state, true};
  }
  /// How many streams left for want of room.
  [[nodiscard]] uint64_t evicted() const { return evicted_; }

 private:
  static constexpr uint32_t none = UINT32_MAX;
  struct Entry {
    StreamEnds ends;
    uint32_t older = none, newer = none;
    State state;
  };
  struct Hash {
    size_t operator()(const StreamEnds& ends) const {
      const HashKey& secret = process_hash_key();
      uint64_t hash = mixed(ends.low.high() ^ secret.low, ends.low.low() ^ secret.high);
      hash = mixed(hash ^ ends.high.high(), ends.high.low() ^ secret.low);
      return mixed(hash ^ (uint64_t{ends.low_port} << 16 | ends.high_port), secret.high);
    }
  };
  void unlink(uint32_t slot) {
    Entry& entry = entries_[slot];
    (entry.older == none ? oldest_ : entries_[entry.older].newer) = entry.newer;
    (entry.newer == none ? newest_ : entries_[entry.newer].older) = entry.older;
  }
  void link_newest(uint32_t slot) {
    Entry& entry = entries_[slot];
    entry.older = newest_;
    entry.newer = none;
    (newest_ == none ? oldest_ : entries_[newest_].newer) = slot;
    newest_ = slot;
  }
  void touch(uint32_t slot) {
    if (slot == newest_) return;
    unlink(slot);
    link_newest(slot);
  }

  size_t most_;
  std::unordered_map<StreamEnds, uint32_t, Hash> index_;
  std::vector<Entry> entries_;
  uint32_t oldest_ = none, newest_ = none;
  uint64_t evicted_ = 0;
};

}  // namespace wiretale
