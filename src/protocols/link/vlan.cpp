// VLAN tags (IEEE 802.1Q, 802.1ad): each tag is a layer. The line printers of Ethernet and Linux cooked
// frames write tags themselves, as parts of their headers.
#include "packet/protocol.h"
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/ethernet.h"
#include "protocols/link/ethernet_trailer.h"
#include "protocols/link/ethertype_labels.h"
#include "protocols/link/vlan_fields.h"

namespace wiretale {
namespace {

constexpr size_t header_length = 4;

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const uint16_t length_or_type = be16(header.data() + 2);
  if (length_or_type > ethernet::largest_8023_length)
    return {.next = context.find(On::EtherType, length_or_type)};
  in.limit(length_or_type);
  return {.next = ids::llc};
}

/// What both kinds of tags end with.
void dissect_rest(Bytes layer, FieldWriter& out, const Field& type) {
  const uint16_t length_or_type = be16(layer.data() + 2);
  if (length_or_type > ethernet::largest_8023_length) {
    const std::string_view name = name_or(ethertype_labels, length_or_type, "Unknown");
    out.put(type, 2, 2).label("Type: ", name, " (0x", Hex{length_or_type, 4}, ')');
    out.path("ethertype");
  } else {
    out.put(vlan::length, 2, 2);
  }
  const Layer* const next = out.about.next;
  if (next != nullptr && (next->protocol == ids::vlan || next->protocol == ids::provider_vlan)) return;
  ethernet::put_trailer(out, ethernet::payload_end(out), out.about.layer->offset, vlan::trailer,
                        ethernet::Ends::WithoutChecksum);
}

}  // namespace

namespace vlan {
namespace {

constexpr Claim found_on[] = {{On::EtherType, 0x8100, Scope::Decode},
                              {On::EtherType, 0x9100, Scope::Decode},
                              {On::EtherType, 0x9200, Scope::Decode}};

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < header_length) return;
  const uint16_t tag = be16(layer.data());
  out.info("PRI: ", tag >> 13, "  DEI: ", tag >> 12 & 1, "  ID: ", tag & 0xfff);
  out.root().more(", PRI: ", tag >> 13, ", DEI: ", tag >> 12 & 1, ", ID: ", tag & 0xfff);
  out.put(priority);
  out.put(drop_eligible);
  out.put(identifier);
  dissect_rest(layer, out, type);
}

}  // namespace

extern constinit const Protocol protocol{.name = "vlan",
                                         .title = "802.1Q Virtual LAN",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .keeps = Keeps::Nothing,
                                         .behind = Behind::Trailer};

}  // namespace vlan

namespace provider_vlan {
namespace {

constexpr Field priority{"ieee8021ad.priority", "Priority", bits(0, 3).within(0, 16), Type::Uint16};
constexpr Field drop_eligible{"ieee8021ad.dei", "DEI", bits(3, 1).within(0, 16), Type::Uint16};
constexpr Field identifier{"ieee8021ad.id", "ID", bits(4, 12), Type::Uint16};
constexpr Field inner_type{"ieee8021ah.etype", "Type", varies, Type::Uint16, Show::Hex};
constexpr const Field* fields[] = {&priority, &drop_eligible, &identifier, &inner_type};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x88a8, Scope::Decode}};

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < header_length) return;
  const uint16_t tag = be16(layer.data());
  out.protocol_column("IEEE 802.1ad");
  out.info("ID: ", tag & 0xfff);
  out.root().more(", ID: ", tag & 0xfff);
  out.put(priority);
  out.put(drop_eligible);
  out.put(identifier);
  dissect_rest(layer, out, inner_type);
}

}  // namespace

extern constinit const Protocol protocol{.name = "ieee8021ad",
                                         .title = "IEEE 802.1ad",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .behind = Behind::Trailer};

}  // namespace provider_vlan
}  // namespace wiretale
