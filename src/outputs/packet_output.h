// What shows packets: it gets each shown packet with its tree and columns, and appends to one text.
#pragma once
#include "packet/tree.h"

namespace wiretale {

/// A packet as outputs see it; valid during the call.
struct ShownPacket {
  const Packet& packet;
  const FieldTree& tree;
  const Columns& columns;  ///< empty when the output asked for none
  const FrameTimes& times;
  unsigned decimals;      ///< of a second, as precise as the file is
  uint64_t bytes_so_far;  ///< on the wire, of all shown packets, this one included
};

class PacketOutput {
 public:
  virtual ~PacketOutput() = default;
  virtual void begin(Text&) {}
  virtual void show(Text& text, const ShownPacket& shown) = 0;
  virtual void end(Text&) {}
};

}  // namespace wiretale
