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

  /// `from_network` are the frame's bytes from the IP header on.
  Repeat see(const FlowPlace& place, Bytes from_network, const Packet& packet);
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
