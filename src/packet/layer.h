// Layers: what tier 1 of decoding finds in a packet, one small record each, without allocation.
#pragma once
#include <array>

#include "base/bytes.h"

namespace wiretale {

/// An index into the catalog of protocols; protocols/catalog.h names the values.
enum class ProtocolId : uint16_t { None = 0 };

/// What is wrong with a layer: its header ends behind the captured bytes, or contradicts itself.
enum class Trouble : uint8_t { None, Truncated, Malformed };

/// One header in a packet. Offsets count from the packet's first byte; the payload is [offset + header, end).
struct Layer {
  ProtocolId protocol;
  uint16_t header;    ///< header length in bytes
  uint32_t offset;    ///< first byte of the header
  uint32_t end : 28;  ///< one past the last byte that belongs to this layer, as framed by its parents
  uint32_t trouble_ : 4;

  [[nodiscard]] Trouble trouble() const { return static_cast<Trouble>(trouble_); }
};
static_assert(sizeof(Layer) == 12);

/// The layers of one packet, outermost first; those beyond the capacity are not decoded.
struct Layers {
  std::array<Layer, 16> all;
  uint8_t count = 0;

  [[nodiscard]] bool full() const { return count == all.size(); }
  void push(const Layer& layer) { all[count++] = layer; }
  [[nodiscard]] const Layer* begin() const { return all.data(); }
  [[nodiscard]] const Layer* end() const { return all.data() + count; }
  /// The innermost layer of a protocol, or null.
  [[nodiscard]] const Layer* last(ProtocolId protocol) const {
    for (unsigned i = count; i-- > 0;)
      if (all[i].protocol == protocol) return &all[i];
    return nullptr;
  }
};

}  // namespace wiretale
