// A message of which a TCP stream has brought only a part so far.
#include "flow/pending_message.h"

#include <algorithm>

namespace wiretale {

size_t PendingMessage::takes(uint32_t sequence, size_t length) const {
  const uint32_t at = sequence - first_;
  if (wanted_ == 0) return at == ready_ ? length : 0;
  if (at >= wanted_) return 0;
  return std::min(length, wanted_ - at);
}

bool PendingMessage::add(uint32_t sequence, Bytes bytes, uint32_t frame) {
  const size_t at = sequence - first_, end = at + bytes.size();
  if (end > bytes_.size()) {
    const size_t more = end - bytes_.size();
    if (end > PendingBudget::longest_message || budget_.held + more > PendingBudget::most_held) {
      ++budget_.dropped;
      return false;
    }
    budget_.held += more;
    bytes_.resize(end);
  }
  std::copy(bytes.begin(), bytes.end(), bytes_.begin() + static_cast<ptrdiff_t>(at));
  const auto behind = std::ranges::find_if(pieces_, [&](const Piece& piece) { return piece.at > at; });
  pieces_.insert(behind, {frame, at, bytes.size()});
  ready_ = 0;
  for (const Piece& piece : pieces_) {
    if (piece.at > ready_) break;
    ready_ = std::max(ready_, piece.at + piece.length);
  }
  return true;
}

}  // namespace wiretale
