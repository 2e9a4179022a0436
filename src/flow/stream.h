// The beginning of one direction of a TCP connection, put together from its segments.
#pragma once
#include <vector>

#include "base/bytes.h"

namespace wiretale {

/// Collects bytes from a known first sequence number on, whatever the order of the segments. Bytes that were
/// received once are never replaced (a repeat with other content changes nothing). Bounded: at most `limit`
/// bytes and `most_pieces` pieces out of order; what lies beyond is left out.
class Stream {
 public:
  static constexpr size_t limit = 32 * 1024;
  static constexpr size_t most_pieces = 64;

  /// Begins at a sequence number, behind the SYN or in the middle.
  void begin(uint32_t sequence) {
    *this = {};
    first_ = sequence;
    begun_ = true;
  }
  [[nodiscard]] bool begun() const { return begun_; }
  /// Adds a segment's payload. Returns whether ready() grew.
  bool add(uint32_t sequence, Bytes payload, uint32_t packet);
  /// The bytes from the start without a gap.
  [[nodiscard]] Bytes ready() const { return {bytes_.data(), ready_}; }
  /// Whether a gap (a lost or cut segment) stands in front of later bytes.
  [[nodiscard]] bool gap() const { return !pieces_.empty(); }
  /// Whether bytes were left out: behind the limit, or too many pieces.
  [[nodiscard]] bool full() const { return full_; }
  /// The packet that brought the byte at `offset` of ready(); 0 when unknown.
  [[nodiscard]] uint32_t packet_of(size_t offset) const;
  /// Gives the memory back; nothing is added afterwards.
  void close() {
    bytes_ = {};
    pieces_ = {};
    origins_ = {};
    ready_ = 0;
    closed_ = true;
  }
  [[nodiscard]] bool closed() const { return closed_; }

 private:
  struct Piece {
    uint32_t start, end;
  };
  struct Origin {
    uint32_t start, packet;
  };
  void copy_new(uint32_t start, Bytes payload);
  std::vector<uint8_t> bytes_;
  std::vector<Piece> pieces_;    ///< behind ready_, sorted, apart from each other
  std::vector<Origin> origins_;  ///< sorted by start
  uint32_t first_ = 0, ready_ = 0;
  bool begun_ = false, full_ = false, closed_ = false;
};

}  // namespace wiretale
