// Streams that change their protocol on the way: HTTP's upgrades, a client's preface on a port of another.
#pragma once
#include "packet/layer.h"
#include "packet/stream_states.h"

namespace wiretale {

/// Which protocol a stream's bytes belong to behind the message that was framed last; None: it has not
/// changed.
struct Handover {
  ProtocolId next = ProtocolId::None;
};
using StreamHandover = StreamStates<Handover>;

}  // namespace wiretale
