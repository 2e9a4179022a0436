// A message of which a TCP stream has brought only a part so far.
#pragma once
#include <vector>

#include "base/bytes.h"
#include "packet/segment.h"

namespace wiretale {

/// What all pending messages hold together; shows when bounds were used.
struct PendingBudget {
  static constexpr size_t longest_message = 16u << 20, most_held = 256u << 20;
  size_t held = 0;
  uint64_t dropped = 0;  ///< messages given up because they were too long or too many
};

class PendingMessage {
 public:
  using Piece = MessagePiece;

  /// `wanted` is the message's length, 0 while it is not known, and the longest possible one when it ends
  /// with the stream.
  PendingMessage(PendingBudget& budget, uint32_t first_sequence, size_t wanted)
      : budget_(budget), first_(first_sequence), wanted_(wanted) {}
  ~PendingMessage() { budget_.held -= bytes_.size(); }
  PendingMessage(const PendingMessage&) = delete;
  PendingMessage& operator=(const PendingMessage&) = delete;

  /// How many of `length` bytes from `sequence` on belong to the message; 0 when they lie elsewhere, or
  /// behind a gap while the length is not known.
  [[nodiscard]] size_t takes(uint32_t sequence, size_t length) const;
  /// Adds bytes of which takes() said that they belong to it. False when that is beyond the bounds.
  [[nodiscard]] bool add(uint32_t sequence, Bytes bytes, uint32_t frame);
  /// Whether all bytes of a known length are there, or, while it is unknown, whether there are any.
  [[nodiscard]] bool complete() const { return wanted_ == 0 ? ready_ > 0 : ready_ >= wanted_; }
  [[nodiscard]] bool length_known() const { return wanted_ != 0; }
  [[nodiscard]] bool until_end() const { return wanted_ == PendingBudget::longest_message; }
  void want(size_t length) { wanted_ = length; }

  [[nodiscard]] Bytes bytes() const { return Bytes{bytes_}.first(ready_); }
  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
  [[nodiscard]] uint32_t first_sequence() const { return first_; }

 private:
  PendingBudget& budget_;
  uint32_t first_;
  size_t wanted_, ready_ = 0;  ///< `ready_` bytes lie without a gap from the beginning
  std::vector<uint8_t> bytes_;
  std::vector<Piece> pieces_;  ///< sorted by `at`
};

}  // namespace wiretale
