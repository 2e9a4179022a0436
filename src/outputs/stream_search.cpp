// Finds words in both directions of a followed stream.
#include "outputs/stream_search.h"

#include <algorithm>

namespace wiretale {

void StreamSearch::add(uint8_t side_number, Bytes bytes, const std::function<void(const Hit&)>& found) {
  Side& side = sides_[side_number & 1];
  std::string& text = side.text;
  const size_t before = text.size();
  text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const uint64_t base = side.seen - before;  // the offset of the text's first byte
  side.seen += bytes.size();
  // Where words could begin that the bytes before did not complete.
  size_t at = before >= words_.size() ? before - words_.size() + 1 : 0;
  at = std::max(at, side.free_at > base ? static_cast<size_t>(side.free_at - base) : 0);
  while ((at = text.find(words_, at)) != std::string::npos) {
    const size_t end = at + words_.size();
    const size_t first = at - std::min(at, context), last = std::min(text.size(), end + context);
    found({side_number, base + at, {reinterpret_cast<const uint8_t*>(&text[first]), last - first}});
    at = end;
    side.free_at = base + end;
  }
  const size_t keep = std::min(text.size(), words_.size() - 1 + context);
  text.erase(0, text.size() - keep);
}

}  // namespace wiretale
