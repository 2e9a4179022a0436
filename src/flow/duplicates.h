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
  static constexpr size_t usual_size = 4096;
  /// `size` is a power of 2.
  explicit Duplicates(size_t size = usual_size) : mask_(size - 1), seen_(new Seen[size]) {}

  /// The name of a frame, and where to look for it, which is the same in every run.
  struct Name {
    uint64_t hash;
    uint32_t place;
  };
  /// `from_network` are the frame's bytes from the IP header on, `flow_hash` is that of its flow's key.
  [[nodiscard]] static Name name(const FlowPlace& place, uint64_t flow_hash, Bytes from_network);
  /// For the batch loop, some packets before see().
  void prefetch(const FlowPacket& packet) const { __builtin_prefetch(&seen_[packet.frame_place & mask_]); }
  Repeat see(const FlowPacket& packet);
  /// The first of the frames that the last see() found repeated.
  [[nodiscard]] uint32_t original() const { return original_; }

 private:
  struct Seen {
    uint64_t hash = 0;
    Time time;
    uint32_t number = 0;
    InterfaceId interface = 0;
    uint8_t time_to_live = 0, falls = 0;
  };
  size_t mask_;
  std::unique_ptr<Seen[]> seen_;
  uint32_t original_ = 0;
};

}  // namespace wiretale
