// Finds words in both directions of a followed stream, also where they begin in one piece and end in another.
#pragma once
#include <functional>
#include <string>

#include "base/bytes.h"

namespace wiretale {

class StreamSearch {
 public:
  struct Hit {
    uint8_t side;
    uint64_t offset;  ///< of the first byte of the words among the side's bytes that are in the capture
    Bytes around;     ///< the words with what stands before and behind them
  };
  /// `words`: not empty.
  explicit StreamSearch(std::string words) : words_(std::move(words)) {}

  /// The next bytes of a side; `found` is called for each place, in order, overlapping ones left out.
  void add(uint8_t side, Bytes bytes, const std::function<void(const Hit&)>& found);
  /// What comes next does not continue what came before: no words span a gap.
  void interrupt(uint8_t side) { sides_[side & 1].text.clear(); }

 private:
  static constexpr size_t context = 40;
  struct Side {
    std::string text;      ///< the last bytes that were seen
    uint64_t seen = 0;     ///< bytes in all
    uint64_t free_at = 0;  ///< where the next hit may begin
  };
  std::string words_;
  Side sides_[2];
};

}  // namespace wiretale
