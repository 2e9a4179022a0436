// Walking the flat field tree.
#include "outputs/tree_walk.h"

namespace wiretale {

const ProtocolChoice& ProtocolChoice::inside() const {
  static const ProtocolChoice everything;
  return below == Below::Everything ? everything : *this;
}

Bytes bytes_of(const Packet& packet, const FieldTree& tree, const FieldValue& value) {
  if (value.length == 0) return {};
  Bytes from = packet.bytes;
  if (value.source != 0)
    from = value.source <= tree.sources().size() ? tree.sources()[value.source - 1u].bytes : Bytes{};
  if (value.offset >= from.size()) return {};
  return from.subspan(value.offset, std::min<size_t>(value.length, from.size() - value.offset));
}

uint64_t mask_of(const Field& field) {
  const Place& place = field.place;
  if (place.mask != Place::mask_of_pattern) return place.mask;
  if (place.pattern_width == 0 || place.width == 0 || place.width >= 64) return 0;
  const unsigned below = place.pattern_bit + place.pattern_width - place.bit - place.width;
  return below >= 64 ? 0 : ((uint64_t{1} << place.width) - 1) << below;
}

}  // namespace wiretale
