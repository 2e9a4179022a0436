// Random numbers that are the same on every machine: xoshiro256**, its state filled by SplitMix64.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace wiretale::bench {

// A probability in parts per million, so that no floating point takes part in a decision.
struct Share {
  uint32_t per_million = 0;
};

class Random {
 public:
  explicit Random(uint64_t seed) {
    for (uint64_t& word : state_) {
      seed += 0x9e3779b97f4a7c15;
      uint64_t mixed = (seed ^ (seed >> 30)) * 0xbf58476d1ce4e5b9;
      mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
      word = mixed ^ (mixed >> 31);
    }
  }

  [[nodiscard]] uint64_t next() {
    const uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  // A number in [0, limit).
  [[nodiscard]] uint32_t below(uint32_t limit) {
    return static_cast<uint32_t>(((next() >> 32) * limit) >> 32);
  }

  // A number in [first, last].
  [[nodiscard]] uint32_t between(uint32_t first, uint32_t last) { return first + below(last - first + 1); }

  [[nodiscard]] bool happens(Share share) { return below(1'000'000) < share.per_million; }

 private:
  std::array<uint64_t, 4> state_;
};

}  // namespace wiretale::bench
