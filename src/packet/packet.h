// A packet as captured, and a batch of them.
#pragma once
#include <array>
#include <span>

#include "base/bytes.h"
#include "base/time.h"
#include "packet/layer.h"

namespace wiretale {

/// An index into the interfaces of the source that delivered the packet.
using InterfaceId = uint16_t;
/// An index into the flow table; 0 means that the packet belongs to no flow.
using FlowId = uint32_t;

/// One captured frame. `bytes` are borrowed from the batch or the file buffer behind it.
struct Packet {
  Time time;
  uint32_t number;       ///< from 1, in the order of the source
  uint32_t wire_length;  ///< bytes on the wire; bytes.size() of them were captured
  InterfaceId interface;
  uint16_t link_type;  ///< LINKTYPE_* as in the file
  FlowId flow;
  Bytes bytes;
  Layers layers;

  /// The header and the payload of one of the packet's layers.
  [[nodiscard]] Bytes header(const Layer& layer) const { return bytes.subspan(layer.offset, layer.header); }
  [[nodiscard]] Bytes payload(const Layer& layer) const {
    const size_t first = layer.offset + layer.header;
    return bytes.subspan(first, layer.end - first);
  }
};
static_assert(sizeof(Packet) <= 256);

/// Up to 256 packets that are passed from stage to stage together. Refilled, never reallocated; the bytes
/// that its packets borrow stay valid until the source is asked to fill a batch again.
struct Batch {
  static constexpr size_t capacity = 256;
  std::array<Packet, capacity> all;
  size_t count = 0;

  [[nodiscard]] std::span<Packet> packets() { return {all.data(), count}; }
  [[nodiscard]] std::span<const Packet> packets() const { return {all.data(), count}; }
};

}  // namespace wiretale
