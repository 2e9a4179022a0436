// Broadcom's lawful interception shim: what a router copies, in UDP.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::broadcom_li {
namespace {

constexpr Name directions[] = {{1, "unused"}, {2, "egress"}, {3, "ingress"}};
constexpr Name packet_types[] = {{4, "undecided"}, {5, "ipv4"}, {6, "ipv6"}, {7, "ethernet"}};
constexpr Name packet_subtypes[] = {{1, "single VLAN tag"}, {2, "double VLAN tag"}, {3, "untagged"}};

constexpr Field direction{"bcm_li.direction", "Direction",   bits(0, 3),
                          Type::Uint8,        Show::Decimal, directions};
constexpr Field packet_type{"bcm_li.pkt_type", "Packet type", bits(3, 4),
                            Type::Uint8,       Show::Decimal, packet_types};
constexpr Field packet_subtype{"bcm_li.pkt_subtype", "Packet subtype", bits(7, 3),
                               Type::Uint8,          Show::Decimal,    packet_subtypes};
constexpr Field id{"bcm_li.li_id", "LI ID", bits(10, 22)};
constexpr const Field* fields[] = {&direction, &packet_type, &packet_subtype, &id};
static_assert(fields_are_distinct(fields));

// tcpdump takes whatever comes from this port for the shim.
constexpr Claim found_on[] = {{On::UdpPort, 49152, Scope::Line}};

constexpr size_t header_length = 4;

std::string_view name_in(const Field& field, Bytes header) {
  const std::string_view name = find_name(field.names, field.read(header));
  return name.empty() ? "unknown" : name;
}

void print(Line& line, View in) {
  line.protocol = "bcm_li";
  if (in.length() < header_length) {
    line.put(" (length ", in.length(), " < ", header_length, ')');
    line.invalid();
    return;
  }
  const Bytes header = in.bytes(0, header_length);
  if (line.options.verbose > 0) line.put("\n    ");
  line.put("BCM-LI-SHIM: direction ", name_in(direction, header), ", pkt-type ", name_in(packet_type, header),
           ", pkt-subtype ", name_in(packet_subtype, header), ", li-id ", id.read(header));
  if (line.options.verbose == 0) return;
  line.put("\n    ");
  const View payload = in.from(header_length);
  switch (packet_type.read(header)) {
    case 4:
      if (const unsigned version = payload.length() == 0 ? 0u : payload.u8(0) >> 4u; version == 4)
        line.print(ids::ipv4, payload);
      else if (version == 6)
        line.print(ids::ipv6, payload);
      else
        line.put("unknown payload");
      break;
    case 5: line.print(ids::ipv4, payload); break;
    case 6: line.print(ids::ipv6, payload); break;
    case 7: line.print(ids::ethernet, payload); break;
    default: line.invalid();
  }
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "bcm_li", .title = "Broadcom LI", .fields = fields, .found_on = found_on, .print = print};

}  // namespace wiretale::broadcom_li
