// Solaris' view of the packets of a zone: LINKTYPE_IPNET.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::solaris_ipnet {
namespace {

constexpr Name family_names[] = {{2, "IPv4"}, {26, "IPv6"}};

constexpr Field version{"ipnet.version", "Header version", bytes(0, 1)};
constexpr Field family{"ipnet.family", "Address family", bytes(1, 1),
                       Type::Uint8,    Show::Decimal,    family_names};
constexpr Field hook{"ipnet.htype", "Hook type", bytes(2, 2)};
constexpr Field packet_length{"ipnet.pktlen", "Data length", bytes(4, 4)};
constexpr Field interface { "ipnet.ifindex", "Interface index", bytes(8, 4) };
constexpr Field group{"ipnet.grifindex", "Group interface index", bytes(12, 4)};
constexpr Field source_zone{"ipnet.zsrc", "Source zone ID", bytes(16, 4)};
constexpr Field destination_zone{"ipnet.zdst", "Destination zone ID", bytes(20, 4)};
constexpr const Field* fields[] = {&version,   &family, &hook,        &packet_length,
                                   &interface, &group,  &source_zone, &destination_zone};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::LinkType, 226}};

constexpr size_t header_length = 24;

ProtocolId find_payload(Bytes header) {
  const uint64_t number = family.read(header);
  return number == 2 ? ids::ipv4 : number == 26 ? ids::ipv6 : ProtocolId::None;
}

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = find_payload(header)};
}

void print_header(Line& line, Bytes header, size_t length) {
  line.put(source_zone.read(header), " > ", destination_zone.read(header), ", ");
  const std::string_view name = find_name(family_names, family.read(header));
  if (line.options.quiet)
    line.put(Named{family_names, family.read(header), "Unknown (", ")"});
  else
    line.put("family ", name.empty() ? "Unknown" : name, " (", family.read(header), ')');
  line.put(", length ", length, ": ");
}

void print(Line& line, View in) {
  line.protocol = "ipnet";
  if (in.length() < header_length) line.truncated();
  const Bytes header = in.bytes(0, header_length);
  line.link_header_length = header_length;
  if (line.options.link_header) print_header(line, header, in.length());
  const View payload = in.from(header_length);
  if (line.print(find_payload(header), payload)) return;
  if (!line.options.link_header) print_header(line, header, in.length());
  line.unknown_data(payload);
}

}  // namespace

extern constinit const Protocol protocol{.name = "ipnet",
                                         .title = "Solaris IPNET",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::solaris_ipnet
