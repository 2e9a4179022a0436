// The process's hash key.
#include "base/hash.h"

#include <cstdlib>
#include <random>

namespace wiretale {

const HashKey& process_hash_key() {
  static const HashKey key = [] {
    if (const char* seed = std::getenv("WIRETALE_HASH_SEED")) {
      const uint64_t fixed = std::strtoull(seed, nullptr, 10);
      return HashKey{fixed * 0x9e3779b97f4a7c15u + 1, ~fixed * 0xbf58476d1ce4e5b9u + 1};
    }
    std::random_device device;
    const auto word = [&] { return uint64_t{device()} << 32 | device() | 1; };
    return HashKey{word(), word()};
  }();
  return key;
}

}  // namespace wiretale
