// The streams of a transport by their ends, for dissection in packet order: bounded, one that was not used
// for long leaves first.
#pragma once
#include <memory>
#include <optional>
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
  explicit StreamTable(size_t most) : most_(most), slots_(1024, Slot{0, none}), mask_(slots_.size() - 1) {}

  struct Found {
    State& state;
    uint32_t place;  ///< of the stream in this table, as long as it is known
    bool is_new;
  };
  /// The state of a stream, made anew when there is none; it stays where it is until the next call.
  [[nodiscard]] Found find_or_add(const StreamEnds& ends) { return find_or_add(ends, hash_of(ends)); }
  /// The same with hash_of(ends), for whoever knows it already.
  [[nodiscard]] Found find_or_add(const StreamEnds& ends, uint64_t hash) {
    const auto tag = static_cast<uint32_t>(hash >> 32);
    for (uint64_t i = hash & mask_; slots_[i].entry != none; i = (i + 1) & mask_)
      if (const uint32_t at = slots_[i].entry; slots_[i].tag == tag && entry(at).ends == ends) {
        entry(at).used = true;
        return {entry(at).state, at, false};
      }
    uint32_t at;
    if (count_ < most_) {
      if (count_ % chunk == 0) chunks_.push_back(std::make_unique<Entry[]>(chunk));
      at = static_cast<uint32_t>(count_++);
      if (count_ * 2 > slots_.size()) grow();
    } else {
      at = unused_for_long();
      erase(at);
      entry(at).state = State{};
      ++evicted_;
    }
    Entry& added = entry(at);
    added.ends = ends;
    added.hash = hash;
    added.used = true;
    insert(hash, at);
    return {added.state, at, true};
  }
  struct Known {
    const State& state;
    uint32_t place;
  };
  /// A stream that is known, without using it.
  [[nodiscard]] std::optional<Known> find(const StreamEnds& ends) const {
    const uint64_t hash = hash_of(ends);
    const auto tag = static_cast<uint32_t>(hash >> 32);
    for (uint64_t i = hash & mask_; slots_[i].entry != none; i = (i + 1) & mask_)
      if (const uint32_t at = slots_[i].entry; slots_[i].tag == tag && entry(at).ends == ends)
        return Known{entry(at).state, at};
    return std::nullopt;
  }
  [[nodiscard]] uint64_t hash_of(const StreamEnds& ends) const {
    const uint64_t ports = uint64_t{ends.low_port} << 16 | ends.high_port;
    const uint64_t low = mixed(ends.low.high() ^ secret_.low, ends.low.low() ^ secret_.high);
    const uint64_t high = mixed(ends.high.high() ^ secret_.high, ends.high.low() ^ ~secret_.low);
    return mixed(low ^ ports, high ^ secret_.high);
  }
  /// For streams that are asked for soon: their places in the index are brought into the cache, and somewhat
  /// later their states.
  void prefetch_place(uint64_t hash) const { __builtin_prefetch(&slots_[hash & mask_]); }
  void prefetch_state(uint64_t hash) const {
    const Slot& slot = slots_[hash & mask_];
    if (slot.entry == none || slot.tag != static_cast<uint32_t>(hash >> 32)) return;
    const char* const state = reinterpret_cast<const char*>(&entry(slot.entry));
    for (size_t at = 0; at < sizeof(Entry); at += cache_line) __builtin_prefetch(state + at, 1);
  }
  /// How many streams left for want of room.
  [[nodiscard]] uint64_t evicted() const { return evicted_; }

 private:
  static constexpr uint32_t none = UINT32_MAX;
  static constexpr size_t chunk = 256, cache_line = 64;
  struct Entry {
    StreamEnds ends;
    uint64_t hash = 0;
    bool used = false;  ///< since the hand passed
    State state;
  };
  struct Slot {
    uint32_t tag, entry;
  };
  [[nodiscard]] Entry& entry(uint32_t at) { return chunks_[at / chunk][at % chunk]; }
  [[nodiscard]] const Entry& entry(uint32_t at) const { return chunks_[at / chunk][at % chunk]; }
  void insert(uint64_t hash, uint32_t at) {
    uint64_t i = hash & mask_;
    while (slots_[i].entry != none) i = (i + 1) & mask_;
    slots_[i] = {static_cast<uint32_t>(hash >> 32), at};
  }
  void grow() {
    const size_t known = count_ - 1;  // the last one is not in the index yet
    slots_.assign(slots_.size() * 2, Slot{0, none});
    mask_ = slots_.size() - 1;
    for (uint32_t at = 0; at < known; ++at) insert(entry(at).hash, at);
  }
  void erase(uint32_t at) {
    uint64_t i = entry(at).hash & mask_;
    while (slots_[i].entry != at) i = (i + 1) & mask_;
    // Close the gap, so that no probe ends too early: move back what may stand here.
    for (uint64_t j = (i + 1) & mask_; slots_[j].entry != none; j = (j + 1) & mask_) {
      const uint64_t home = entry(slots_[j].entry).hash & mask_;
      if (((j - home) & mask_) < ((j - i) & mask_)) continue;
      slots_[i] = slots_[j];
      i = j;
    }
    slots_[i] = {0, none};
  }
  /// The clock algorithm: the hand goes round and takes the first that was not used since it passed.
  uint32_t unused_for_long() {
    while (true) {
      const uint32_t at = hand_;
      hand_ = hand_ + 1 == count_ ? 0 : hand_ + 1;
      if (!entry(at).used) return at;
      entry(at).used = false;
    }
  }

  const HashKey secret_ = process_hash_key();
  size_t most_;
  std::vector<Slot> slots_;
  uint64_t mask_;
  std::vector<std::unique_ptr<Entry[]>> chunks_;
  size_t count_ = 0;
  uint32_t hand_ = 0;
  uint64_t evicted_ = 0;
};

}  // namespace wiretale
