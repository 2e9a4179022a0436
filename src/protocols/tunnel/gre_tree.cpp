// GRE in the field tree (RFC 2784, 2890, 1701, 2637).
#include "protocols/tunnel/gre_tree.h"

#include "protocols/checksum_tree.h"

namespace wiretale::gre {
namespace {

constexpr uint16_t checksum_present = 0x8000, routing_present = 0x4000, key_present = 0x2000,
                   sequence_present = 0x1000, ack_present = 0x0080;
constexpr size_t fixed_length = 4;

void put_flags(FieldWriter& out, bool enhanced) {
  out.put(flags_and_version);
  const Deeper below(out);
  for (const Field* field : {&has_checksum, &has_routing, &has_key, &has_sequence, &strict_route, &recursion})
    out.put(*field);
  if (enhanced) {
    out.put(has_acknowledgment);
    const unsigned value = be16(out.layer().data()) >> 3 & 15;
    out.put(reserved, 0, 2, value)
        .label(".... .... .", Binary{value >> 1, 3}, ' ', Binary{value & 1, 1},
               "... = Flags (Reserved): ", value);
  } else {
    out.put(reserved);
  }
  out.put(version);
}

void put_checksum_lines(Bytes layer, FieldWriter& out) {
  const uint16_t carried = be16(&layer[4]), sum = Checksum().add(layer).value();
  uint32_t right = uint32_t{sum} + carried;
  right = (right & 0xffff) + (right >> 16);
  if (cut_by_capture(out.about)) {
    out.put(checksum, 4, 2).more(" [unverified]");
    out.put(checksum_status, 4, 0, 2).label("Checksum Status: Unverified").generated();
  } else if (sum == 0) {
    out.put(checksum, 4, 2).more(" [correct]");
    out.put(checksum_status, 4, 0, 1).label("Checksum Status: Good").generated();
  } else {
    out.put(checksum, 4, 2).more(" incorrect, should be 0x", Hex{right, 4});
    out.expert(bad_checksum, ExpertSeverity::Warning, ExpertGroup::Protocol,
               "Incorrect GRE Checksum [should be 0x", Hex{right, 4}, ']');
    out.put(checksum_status, 4, 0, 0).label("Checksum Status: Bad").generated();
  }
}

/// The source route entries of RFC 1701, which end with one of family 0 and length 0.
void put_routes(Bytes layer, size_t at, FieldWriter& out) {
  constexpr size_t entry_length = 4;
  out.put(routing, at, layer.size() - at);
  const Deeper below(out);
  while (at + entry_length <= layer.size()) {
    const uint16_t family = be16(&layer[at]);
    const size_t size = layer[at + 3];
    out.put(route_family, at, 2);
    out.put(route_offset, at + 2, 1);
    out.put(route_length, at + 3, 1);
    if (family == 0 && size == 0) return;
    out.put(route_information, at + entry_length, size);
    at += entry_length + size;
  }
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < fixed_length) return;
  const uint16_t flags = be16(layer.data()), kind = be16(&layer[2]);
  const bool enhanced = (flags & 7) == 1;
  const std::string_view name = find_name(protocol_type_names_, kind);
  out.protocol_column("GRE");
  if (name.empty()) {
    out.info("Encapsulated 0x", HexUpper{kind, 4}, " (unknown)");
    out.root().more(" (0x", HexUpper{kind, 4}, " - unknown)");
  } else {
    out.info("Encapsulated ", name);
    out.root().more(" (", name, ')');
  }
  put_flags(out, enhanced);
  out.put(protocol_type);
  size_t at = fixed_length;
  if (!enhanced && (flags & (checksum_present | routing_present)) != 0) {
    if (layer.size() < at + 4) return;
    put_checksum_lines(layer, out);
    out.put(offset, at + 2, 2);
    at += 4;
  }
  if ((flags & key_present) != 0) {
    if (enhanced) {
      out.put(payload_length, at, 2);
      out.put(call, at + 2, 2);
    } else {
      out.put(key, at, 4);
    }
    at += 4;
  }
  if ((flags & sequence_present) != 0) {
    out.put(sequence, at, 4);
    at += 4;
  }
  if (enhanced && (flags & ack_present) != 0) out.put(acknowledgment, at, 4);
  if (!enhanced && (flags & routing_present) != 0 && at < layer.size()) put_routes(layer, at, out);
}

}  // namespace wiretale::gre
