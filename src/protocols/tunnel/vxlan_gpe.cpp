// VXLAN-GPE (draft-ietf-nvo3-vxlan-gpe): VXLAN that says what it carries.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::vxlan_gpe {
namespace {

constexpr Name payload_name_table[] = {
    {1, "IPv4"}, {2, "IPv6"}, {3, "Ethernet"}, {4, "Network Service Header"}};
constexpr Names payload_names = payload_name_table;

constexpr Field flags{"vxlan_gpe.flags", "Flags", bytes(0, 1), Type::Uint8, Show::Hex};
constexpr Field version{"vxlan_gpe.ver", "Version", bits(2, 2)};
constexpr Field has_instance{"vxlan_gpe.flag_i", "Instance", bits(4, 1), Type::Boolean, Show::Flag};
constexpr Field payload{"vxlan_gpe.next_proto", "Next Protocol", bytes(3, 1), Type::Uint8,
                        Show::Decimal,          payload_names};
constexpr Field vni{"vxlan_gpe.vni", "VXLAN Network Identifier (VNI)", bytes(4, 3)};
constexpr const Field* fields[] = {&flags, &version, &has_instance, &payload, &vni};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 4790}};

constexpr size_t header_length = 8;
constexpr uint64_t nsh_ethertype = 0x894f;

template <class Finder>
ProtocolId find_payload(const Finder& finder, uint64_t number) {
  switch (number) {
    case 1: return ids::ipv4;
    case 2: return ids::ipv6;
    case 3: return ids::ethernet;
    case 4: return finder.find(On::EtherType, nsh_ethertype);
    default: return ProtocolId::None;
  }
}

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = find_payload(context, payload.read(header))};
}

void print(Line& line, View in) {
  line.protocol = "vxlan_gpe";
  line.put("VXLAN-GPE, ");
  if (in.length() < header_length) {
    line.put(" (len ", in.length(), " < ", header_length, ") (invalid)");
    return;
  }
  const uint8_t flag_byte = in.u8(0);
  constexpr Name flag_names[] = {{0x08, "I"}, {0x04, "P"}, {0x02, "B"}, {0x01, "O"}};
  line.put("flags [", NamedBits{flag_names, flag_byte, "none", ""}, ']');
  const uint8_t next = in.u8(3);
  line.put(", vni ", in.u24(4));
  in.need(7, 1);
  line.put(line.options.verbose > 0 ? "\n    " : ": ");
  if (!line.print(find_payload(line, next), in.from(header_length)))
    line.put("ERROR: unknown-next-protocol (invalid)");
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "vxlan_gpe",
    .title = "Virtual eXtensible Local Area Network, generic protocol extension",
    .fields = fields,
    .found_on = found_on,
    .decode = decode,
    .print = print};

}  // namespace wiretale::vxlan_gpe
