// What a first pass over a capture learns of each packet's successors, for the second pass (read -2).
#pragma once
#include <cstdint>
#include <optional>
#include <unordered_map>

#include "base/hash.h"
#include "packet/field.h"

namespace wiretale {

/// Numbers by a field and a place: a frame, a stream or a part of one, as the field's protocol likes.
class Foresight {
 public:
  /// What comes in addition is not remembered, and then not told in the second pass.
  static constexpr size_t most_notes = 8'000'000;

  /// A place of two numbers.
  static constexpr uint64_t place(uint64_t number, uint32_t part) { return number << 32 | part; }

  /// A later note on the same place replaces the earlier one.
  void note(const Field& field, uint64_t place, uint64_t value) {
    if (notes_.size() < most_notes)
      notes_[{&field, place}] = value;
    else if (const auto found = notes_.find({&field, place}); found != notes_.end())
      found->second = value;
    else
      ++dropped_;
  }
  [[nodiscard]] std::optional<uint64_t> find(const Field& field, uint64_t place) const {
    const auto found = notes_.find({&field, place});
    if (found == notes_.end()) return std::nullopt;
    return found->second;
  }
  [[nodiscard]] uint64_t dropped() const { return dropped_; }

 private:
  struct Key {
    const Field* field;
    uint64_t place;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    size_t operator()(const Key& key) const {
      const HashKey& secret = process_hash_key();
      return mixed(reinterpret_cast<uintptr_t>(key.field) ^ secret.low, key.place ^ secret.high);
    }
  };
  std::unordered_map<Key, uint64_t, Hash> notes_;
  uint64_t dropped_ = 0;
};

}  // namespace wiretale
