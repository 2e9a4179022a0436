// Packets that were read before, read once more: for what turns out to matter only later.
#pragma once
#include <optional>

#include "packet/packet.h"

namespace wiretale {

class EarlierPackets {
 public:
  /// How much of a packet has to be there: its headers, or all that was captured.
  enum class Part : bool { Headers, Whole };

  /// Where a packet of the last batch can be found again; nothing when it cannot.
  [[nodiscard]] virtual std::optional<uint64_t> place_of(const Packet& packet) const = 0;
  /// Reads the packet at a place again, without its number and layers. Its bytes stay valid until the next
  /// call; of `Headers` fewer bytes may be there than were captured. False when it is not there any more.
  [[nodiscard]] virtual bool read_again(uint64_t place, Part part, Packet& packet) = 0;

 protected:
  ~EarlierPackets() = default;
};

}  // namespace wiretale
