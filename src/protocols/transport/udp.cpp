// UDP (RFC 768).
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::udp {
namespace {

constexpr Field source_port{"udp.srcport", "Source Port", bytes(0, 2)};
constexpr Field destination_port{"udp.dstport", "Destination Port", bytes(2, 2)};
constexpr Field length{"udp.length", "Length", bytes(4, 2)};
constexpr Field checksum{"udp.checksum", "Checksum", bytes(6, 2), Type::Uint16, Show::Hex};
constexpr const Field* fields[] = {&source_port, &destination_port, &length, &checksum};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::IpProtocol, 17}};

constexpr size_t header_length = 8;

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const uint64_t claimed = length.read(header);
  if (claimed != 0 && claimed < header_length) return {.trouble = Trouble::Malformed};
  if (claimed != 0) in.limit(claimed - header_length);
  context.ports = {be16(header.data()), be16(header.data() + 2)};
  if (const ProtocolId next = context.find(On::UdpPort, context.ports.destination); next != ProtocolId::None)
    return {.next = next};
  return {.next = context.find(On::UdpPort, context.ports.source)};
}

void print(Line& line, View in) {
  line.protocol = "udp";
  line.ports = {in.u16(0), in.u16(2)};
  if (line.network.version == NetworkHeader::Four)
    line.put(Ipv4Text{line.network.source}, '.', line.ports.source, " > ", Ipv4Text{line.network.destination},
             '.', line.ports.destination, ": ");
  else if (line.network.version == NetworkHeader::Six)
    line.put(Ipv6Text{line.network.source}, '.', line.ports.source, " > ", Ipv6Text{line.network.destination},
             '.', line.ports.destination, ": ");
  const View payload = in.limit(in.u16(4)).from(header_length);
  if (line.child(On::UdpPort, line.ports.destination, payload) ||
      line.child(On::UdpPort, line.ports.source, payload))
    return;
  line.put("UDP, length ", payload.length());
}

}  // namespace

extern constinit const Protocol protocol{.name = "udp",
                                         .title = "User Datagram Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::udp
