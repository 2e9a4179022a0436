// Where the sequence numbers of TCP conversations began, for lines with relative numbers.
#pragma once
#include <array>
#include <memory>

#include "base/hash.h"

namespace wiretale {

/// The numbers that are shown as 0, of the direction from the lower to the higher port, and of the other.
struct SequenceStart {
  uint32_t forward = 0, backward = 0;
};

/// Addresses and ports of a conversation, the endpoint with the lower port first.
template <size_t AddressSize>
struct ConversationKey {
  std::array<uint8_t, 2 * AddressSize> addresses;
  uint32_t ports;
  // Word by word: the standard array compares by calling memcmp, which shows in the lines of every segment.
  bool operator==(const ConversationKey& other) const {
    uint64_t difference = ports ^ other.ports;
    for (size_t at = 0; at < addresses.size(); at += 8)
      difference |= load<uint64_t>(&addresses[at]) ^ load<uint64_t>(&other.addresses[at]);
    return difference == 0;
  }
};

/// A hash table with open addressing: constant time per packet whatever the traffic, memory that doubles with
/// the conversations up to a limit; then the one of a few neighbours that was seen longest ago gives way.
template <size_t AddressSize>
class SequenceTable {
 public:
  using Key = ConversationKey<AddressSize>;
  struct Entry {
    Key key;
    SequenceStart start;
    uint32_t seen = 0;  ///< the table's clock at the last use; 0: the slot is empty
  };
  struct Found {
    SequenceStart& start;
    bool existed;
  };
  explicit SequenceTable(size_t largest = (size_t{48} << 20) / sizeof(Entry)) : largest_(largest) {
    resize(1024);
  }

  [[nodiscard]] size_t hash(const Key& key) const {
    uint64_t sum = secret_.low ^ key.ports;
    for (size_t at = 0; at < key.addresses.size(); at += 8)
      sum = mixed(sum ^ load<uint64_t>(&key.addresses[at]), secret_.high | 1);
    return mixed(sum, secret_.high | 1);
  }
  /// Some work before find(): the entry is fetched meanwhile.
  void prefetch(size_t hash) const { __builtin_prefetch(&entries_[hash & mask_]); }
  /// The conversation's entry, made when there is none. `key_hash` is its hash().
  Found find(const Key& key, size_t key_hash) {
    if (++clock_ == 0) clock_ = 1;
    size_t slot = key_hash & mask_;
    for (size_t at = slot; entries_[at].seen != 0; at = (at + 1) & mask_)
      if (entries_[at].key == key) {
        entries_[at].seen = clock_;
        return {entries_[at].start, true};
      }
    if (used_ * 2 > mask_ && (mask_ + 1) * 2 <= largest_) {
      resize((mask_ + 1) * 2);
      slot = key_hash & mask_;
    }
    Entry& entry = used_ * 4 > mask_ * 3 ? oldest_near(slot) : first_free(slot);
    if (entry.seen == 0)
      ++used_;
    else
      ++evicted_;
    entry = {key, {}, clock_};
    return {entry.start, false};
  }
  Found find(const Key& key) { return find(key, hash(key)); }
  [[nodiscard]] size_t size() const { return used_; }
  [[nodiscard]] uint64_t evicted() const { return evicted_; }

 private:
  static constexpr size_t neighbours = 16;

  Entry& first_free(size_t slot) {
    while (entries_[slot].seen != 0) slot = (slot + 1) & mask_;
    return entries_[slot];
  }
  Entry& oldest_near(size_t slot) {
    Entry* oldest = &entries_[slot];
    for (size_t i = 0; i < neighbours; ++i) {
      Entry& entry = entries_[(slot + i) & mask_];
      if (entry.seen == 0) return entry;
      if (clock_ - entry.seen > clock_ - oldest->seen) oldest = &entry;
    }
    return *oldest;
  }
  void resize(size_t slots) {
    const auto old = std::move(entries_);
    const size_t old_slots = old ? mask_ + 1 : 0;
    entries_ = std::make_unique<Entry[]>(slots);
    mask_ = slots - 1;
    for (size_t i = 0; i < old_slots; ++i)
      if (old[i].seen != 0) first_free(hash(old[i].key) & mask_) = old[i];
  }

  std::unique_ptr<Entry[]> entries_;
  size_t mask_ = 0, used_ = 0, largest_;
  uint64_t evicted_ = 0;
  uint32_t clock_ = 0;
  const HashKey secret_ = process_hash_key();
};

}  // namespace wiretale
