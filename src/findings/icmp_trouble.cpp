// ICMP errors (RFC 792, 1812, 4443).
#include "findings/icmp_trouble.h"

#include <utility>

namespace wiretale {

std::optional<IcmpError> read_icmp_error(Bytes message, uint8_t transport, uint32_t tunnel) {
  constexpr size_t header = 8;
  if (message.size() < header + 24) return std::nullopt;
  IcmpError error;
  error.type = message[0];
  error.code = message[1];
  error.six = transport == ip_protocol::icmp6;
  if (error.six ? error.type < 1 || error.type > 4 : error.type != 3 && error.type != 11) return std::nullopt;
  const Bytes ip = message.subspan(header);
  size_t length;
  Address source, destination;
  if (!error.six) {
    length = (ip[0] & 15) * 4u;
    if (ip[0] >> 4 != 4 || length < 20 || ip.size() < length + 4) return std::nullopt;
    error.quoted_transport = ip[9];
    error.quoted_time_to_live = ip[8];
    source = Address::four(&ip[12]);
    destination = Address::four(&ip[16]);
    if ((be16(&ip[6]) & 0x1fff) != 0) error.quoted_transport = 0;
    error.next_hop_mtu = be16(&message[6]);
  } else {
    length = 40;
    if (ip[0] >> 4 != 6 || ip.size() < length + 4) return std::nullopt;
    error.quoted_transport = ip[6];
    error.quoted_time_to_live = ip[7];
    source = Address::six(&ip[8]);
    destination = Address::six(&ip[24]);
    error.next_hop_mtu = static_cast<uint16_t>(std::min<uint32_t>(be32(&message[4]), 65535));
  }
  FlowKey& key = error.quoted;
  key.low = source;
  key.high = destination;
  key.transport = error.quoted_transport;
  key.tunnel = tunnel;
  if (error.quoted_transport == ip_protocol::tcp || error.quoted_transport == ip_protocol::udp) {
    key.low_port = be16(&ip[length]);
    key.high_port = be16(&ip[length + 2]);
  } else if ((error.quoted_transport == ip_protocol::icmp || error.quoted_transport == ip_protocol::icmp6) &&
             ip.size() >= length + 6) {
    key.low_port = key.high_port = be16(&ip[length + 4]);
  }
  error.quoted_from_low = key.low < key.high || (key.low == key.high && key.low_port <= key.high_port);
  if (!error.quoted_from_low) {
    std::swap(key.low, key.high);
    std::swap(key.low_port, key.high_port);
  }
  return error;
}

Kind kind_of(const IcmpError& error) {
  if (!error.six) {
    if (error.type == 11) return error.code == 0 ? Kind::routing_loop : Kind::ip_fragment_loss;
    switch (error.code) {
      case 0:
      case 1:
      case 6:
      case 7: return Kind::icmp_host_unreachable;
      case 3: return Kind::icmp_port_unreachable;
      case 4: return Kind::icmp_frag_needed;
      case 9:
      case 10:
      case 13: return Kind::icmp_admin_prohibited;
      default: return Kind::count;
    }
  }
  if (error.type == 2) return Kind::icmp_frag_needed;
  if (error.type == 3) return error.code == 0 ? Kind::routing_loop : Kind::ip_fragment_loss;
  if (error.type != 1) return Kind::count;
  switch (error.code) {
    case 0:
    case 3: return Kind::icmp_host_unreachable;
    case 4: return Kind::icmp_port_unreachable;
    case 1:
    case 5:
    case 6: return Kind::icmp_admin_prohibited;
    default: return Kind::count;
  }
}

}  // namespace wiretale
