// What a protocol keeps for each TCP stream, from packet to packet.
#pragma once
#include "packet/dissection.h"

namespace wiretale {

/// One state for each stream that is known and has asked for one; it begins anew when the stream does.
template <class State>
class StreamStates : public KeptState {
 public:
  [[nodiscard]] State& of(const Dissection& about) {
    std::unique_ptr<State>& state = about.segment != nullptr ? streams_.of(about.segment->stream) : other_;
    if (!state) state = std::make_unique<State>();
    return *state;
  }

 private:
  PerStream<std::unique_ptr<State>> streams_;
  std::unique_ptr<State> other_;  ///< of messages outside of any stream
};

}  // namespace wiretale
