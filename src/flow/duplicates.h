// Frames that the capture saw twice: `-i any`, both ports of a bridge, a mirror fed twice.
#pragma once
#include <memory>

#include "base/time.h"
#include "flow/flow.h"
#include "packet/packet.h"

namespace wiretale {

/// Remembers the last frames by a hash of what a bridge or router leaves alone. Constant memory.
class Duplicates {
 public:
  Duplicates() : seen_(new Seen[size]) {}

  /// The hash of a frame; `from_network` are its bytes from the IP header on, `flow_hash` is that of its
  /// flow's key.
  [[nodiscard]] static uint64_t hash(const FlowPlace& place, uint64_t flow_hash, Bytes from_network);
  /// For the batch loop, some packets before see().
  void prefetch(uint64_t hash) const { __builtin_prefetch(&seen_[hash & (size - 1)]); }
  Repeat see(const FlowPlace& place, uint64_t hash, const Packet& packet);
  /// The first of the frames that the last see() found repeated.
  [[nodiscard]] uint32_t original() const { return original_; }

 private:
  static constexpr size_t size = 4096;
  struct Seen {
    uint64_t hash = 0;
    Time time;
    uint32_t number = 0;
    InterfaceId interface = 0;
    uint8_t time_to_live = 0, falls = 0;
  };
  std::unique_ptr<Seen[]> seen_;
  uint32_t original_ = 0;
};

}  // namespace wiretale
