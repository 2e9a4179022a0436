// VLAN tags (IEEE 802.1Q, 802.1ad): each tag is a layer. The line printers of Ethernet and Linux cooked
// frames write tags themselves, as parts of their headers.
#include "packet/protocol.h"
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/ethernet.h"
#include "protocols/link/ethertype_names.h"

namespace wiretale::vlan {
namespace {

constexpr Field priority{"vlan.priority", "Priority", bits(0, 3)};
constexpr Field drop_eligible{"vlan.dei", "DEI", bits(3, 1), Type::Boolean, Show::Flag};
constexpr Field identifier{"vlan.id", "ID", bits(4, 12)};
constexpr Field type{"vlan.etype", "Type", varies, Type::Uint16, Show::Hex, ethertype_names};
constexpr Field length{"vlan.len", "Length", varies, Type::Uint16};
constexpr const Field* fields[] = {&priority, &drop_eligible, &identifier, &type, &length};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x8100, Scope::Decode},
                              {On::EtherType, 0x88a8, Scope::Decode},
                              {On::EtherType, 0x9100, Scope::Decode},
                              {On::EtherType, 0x9200, Scope::Decode}};

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

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < header_length) return;
  out.put(be16(layer.data() + 2) > ethernet::largest_8023_length ? type : length, 2, 2);
}

}  // namespace

extern constinit const Protocol protocol{.name = "vlan",
                                         .title = "802.1Q Virtual LAN",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect};

}  // namespace wiretale::vlan
