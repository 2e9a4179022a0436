// UDP (RFC 768).
#include "packet/line.h"
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/network/endpoint.h"
#include "protocols/network/ip_payload.h"
#include "protocols/network/ip_protocol_names.h"
#include "protocols/transport/port_turns.h"

namespace wiretale::udp {
namespace {

constexpr Field source_port{"udp.srcport", "Source Port", bytes(0, 2)};
constexpr Field destination_port{"udp.dstport", "Destination Port", bytes(2, 2)};
constexpr Field length{"udp.length", "Length", bytes(4, 2)};
constexpr Field checksum{"udp.checksum", "Checksum", bytes(6, 2), Type::Uint16, Show::Hex};
constexpr Field payload_field{"udp.payload", "Payload", varies, Type::ByteArray};
constexpr const Field* fields[] = {&source_port, &destination_port, &length, &checksum, &payload_field};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::udp}};

constexpr size_t header_length = 8;

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const uint16_t claimed = be16(&header[4]);
  if (claimed != 0 && claimed < header_length) return {.trouble = Trouble::Malformed};
  if (claimed != 0) in.limit(claimed - header_length);
  context.ports = {be16(&header[0]), be16(&header[2])};
  if (const ProtocolId next = context.find(On::UdpPort, context.ports.destination); next != ProtocolId::None)
    return {.next = next};
  return {.next = context.find(On::UdpPort, context.ports.source)};
}

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() > header_length) out.put(payload_field, header_length, layer.size() - header_length);
}

// Over IPv6 the checksum is mandatory (RFC 8200 8.1), so that it is looked at earlier.
bool shows_checksum(const Line& line) {
  if (line.options.skip_checksums || line.network.fragmented) return false;
  if (line.network.version == NetworkHeader::Four) return line.options.verbose > 1;
  return line.network.version == NetworkHeader::Six && line.options.verbose > 0;
}

void put_checksum(Line& line, View in, size_t payload_length) {
  const uint16_t carried = in.u16(6);
  if (carried == 0 && line.network.version == NetworkHeader::Four) {
    line.put("[no cksum] ");
    return;
  }
  const size_t covered = header_length + payload_length;
  if (!in.has(0, covered)) return;
  const uint16_t sum = transport_checksum(line.network, ip_protocol::udp, covered, in.bytes(0, covered));
  if (sum == 0)
    line.put("[udp sum ok] ");
  else
    line.put("[bad udp cksum 0x", Hex{carried, 4}, " -> 0x", Hex{right_checksum(carried, sum), 4}, "!] ");
}

/// With -T, tcpdump prints all UDP by that type; those that UDP does not carry leave nothing but the IP
/// header.
bool is_over_udp(ProtocolId type) {
  const std::string_view name = protocol_of(type).name;
  return name != "carp" && name != "resp" && name != "zmtp";
}

void print(Line& line, View in) {
  line.protocol = "udp";
  if (!in.has(0, 4)) [[unlikely]] {
    put_addresses(line);
    line.truncated();
  }
  line.ports = {be16(&in.all()[0]), be16(&in.all()[2])};
  if (in.length() < header_length) [[unlikely]] {
    put_endpoints(line, ip_protocol::udp, line.ports);
    line.put("truncated-udp ", in.length());
    return;
  }
  if (!in.has(0, 6)) [[unlikely]] {
    put_endpoints(line, ip_protocol::udp, line.ports);
    line.truncated();
  }
  size_t claimed = in.u16(4);
  // RFC 2675 section 4: a length of 0 in a jumbogram.
  if (claimed == 0 && in.length() > 65535) claimed = in.length();
  if (claimed < header_length) [[unlikely]] {
    put_endpoints(line, ip_protocol::udp, line.ports);
    line.put("truncated-udplength ", claimed);
    return;
  }
  claimed -= header_length;
  const size_t size = std::min(claimed, in.length() - header_length);
  if (!in.has(0, header_length)) [[unlikely]] {
    put_endpoints(line, ip_protocol::udp, line.ports);
    line.truncated();
  }
  const View payload = in.from(header_length).with_length(size);
  if (line.options.packet_type != ProtocolId::None) [[unlikely]] {
    if (!is_over_udp(line.options.packet_type)) return;
    put_endpoints(line, ip_protocol::udp, line.ports);
    (void)line.print(line.options.packet_type, payload);
    return;
  }
  put_endpoints(line, ip_protocol::udp, line.ports);
  if (shows_checksum(line)) put_checksum(line, in, size);
  if (!line.options.quiet && line.print(find_by_ports(line, On::UdpPort, line.ports), payload)) return;
  if (claimed > size && !line.network.fragmented)
    line.put("UDP, bad length ", claimed, " > ", size);
  else
    line.put("UDP, length ", claimed);
}

}  // namespace

extern constinit const Protocol protocol{.name = "udp",
                                         .title = "User Datagram Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .rest = Rest::Data,
                                         .print = print};

}  // namespace wiretale::udp
