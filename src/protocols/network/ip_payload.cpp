// What follows an IP header of either version.
#include "protocols/network/ip_payload.h"

#include "protocols/checksum.h"
#include "protocols/network/authentication_header.h"
#include "protocols/network/ip_protocol_names.h"
#include "protocols/network/ipv4_options.h"
#include "protocols/network/ipv6_extensions.h"

namespace wiretale {
namespace {

/// Protocols that exist in one version of IP only.
struct Bound {
  uint8_t protocol;
  NetworkHeader::Version version;
};
constexpr Bound bound_protocols[] = {{ip_protocol::icmp, NetworkHeader::Four},
                                     {ip_protocol::igmp, NetworkHeader::Four},
                                     {ip_protocol::icmpv6, NetworkHeader::Six},
                                     {ip_protocol::ethernet, NetworkHeader::Six}};

}  // namespace

void print_ip_payload(Line& line, View payload, uint8_t protocol) {
  while (protocol == ip_protocol::authentication) {
    line.protocol = "ah";
    if (!payload.has(0, 1)) line.truncated();
    protocol = payload.u8(0);
    const size_t header = print_authentication_header(line, payload);
    if (header == 0) return;
    payload = payload.from(header);
  }
  line.network.protocol = protocol;
  if (protocol != ip_protocol::tcp && protocol != ip_protocol::udp)
    for (const Bound& bound : bound_protocols)
      if (bound.protocol == protocol && bound.version != line.network.version) {
        line.put('[', Named{ip_protocol_names, protocol}, " requires ",
                 bound.version == NetworkHeader::Four ? "IPv4]" : "IPv6]", " (invalid)");
        return;
      }
  if (protocol == ip_protocol::none) {
    line.put("no next header");
    return;
  }
  if (protocol == ip_protocol::network_disk) {
    line.put(" nd ", payload.length());
    return;
  }
  if (!line.child(On::IpProtocol, protocol, payload)) line.put(" ip-proto-", protocol, ' ', payload.length());
}

uint16_t transport_checksum(const NetworkHeader& network, uint8_t protocol, size_t length, Bytes covered) {
  Checksum sum;
  if (network.version == NetworkHeader::Six) {
    sum.add({network.source, 16}).add({ipv6_final_destination(network), 16});
    sum.add32(static_cast<uint32_t>(length));
  } else {
    sum.add({network.source, 4}).add({ipv4_final_destination(network), 4});
    sum.add32(static_cast<uint32_t>(length & 0xffff));
  }
  return sum.add32(protocol).add(covered).value();
}

uint16_t right_checksum(uint16_t carried, uint16_t computed) {
  const uint32_t sum = uint32_t{carried} + computed;
  return static_cast<uint16_t>((sum & 0xffff) + (sum >> 16));
}

}  // namespace wiretale
