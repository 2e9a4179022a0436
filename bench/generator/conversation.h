// A conversation of a made capture: who, over what, and the packets one after the other.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "frame.h"
#include "world.h"

namespace wiretale::bench {

class Conversation {
 public:
  virtual ~Conversation() = default;

  // Makes the next packet, sent at `now` (microseconds). Returns how many microseconds later the one after it
  // follows; nothing when this was the last.
  virtual std::optional<uint32_t> send(uint64_t now, Frame& frame) = 0;
};

[[nodiscard]] std::unique_ptr<Conversation> start_conversation(World& world);

}  // namespace wiretale::bench
