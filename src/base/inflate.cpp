// Decompression in memory.
#include "base/inflate.h"

#include <zlib.h>

#include <algorithm>

namespace wiretale {
namespace {

/// Window bits as zlib wants them: 32 detects gzip and zlib by their heads, a negative number means none.
constexpr int by_head = 15 + 32, without_head = -15;

std::optional<std::vector<uint8_t>> unpack(Bytes packed, int window_bits) {
  z_stream state{};
  if (inflateInit2(&state, window_bits) != Z_OK) return {};
  state.next_in = const_cast<uint8_t*>(packed.data());
  state.avail_in = static_cast<uInt>(std::min<size_t>(packed.size(), 1 << 30));
  std::vector<uint8_t> content;
  bool damaged = false;
  for (int result = Z_OK; result == Z_OK && content.size() < longest_inflated;) {
    const size_t made = content.size();
    content.resize(std::min(std::max<size_t>(made * 2, 4096), longest_inflated));
    state.next_out = content.data() + made;
    state.avail_out = static_cast<uInt>(content.size() - made);
    result = inflate(&state, Z_NO_FLUSH);
    content.resize(content.size() - state.avail_out);
    damaged = result == Z_DATA_ERROR || result == Z_NEED_DICT;
  }
  inflateEnd(&state);
  if (damaged || content.empty()) return {};
  return content;
}

}  // namespace

std::optional<std::vector<uint8_t>> inflated(Bytes packed) {
  if (packed.empty()) return {};
  if (auto content = unpack(packed, by_head)) return content;
  return unpack(packed, without_head);
}

}  // namespace wiretale
