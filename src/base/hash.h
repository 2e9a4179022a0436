// Keyed hashing for tables whose keys come from the wire.
#pragma once
#include "base/bytes.h"

namespace wiretale {

/// A secret that differs in each process, so that nobody can prepare packets that collide.
struct HashKey {
  uint64_t low, high;
};
/// The process's key; `WIRETALE_HASH_SEED` makes it fixed for tests.
[[nodiscard]] const HashKey& process_hash_key();

/// Mixes two 64-bit words into one: both halves of the 128-bit product.
[[nodiscard]] inline uint64_t mixed(uint64_t a, uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = Wide{a} * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

}  // namespace wiretale
