// Endpoints: how an address and a port are written; the one place where names could come in.
#pragma once
#include "packet/line.h"

namespace wiretale {

/// "192.0.2.1" or "2001:db8::1", by the version of the network header.
inline void put_address(Line& line, NetworkHeader::Version version, const uint8_t* address) {
  if (version == NetworkHeader::Six)
    line.append(Ipv6Text{address});
  else
    line.append(Ipv4Text{address});
}
inline void put_port(Line& line, uint16_t port) { line.append(port); }

/// "source > destination: ", of the network header around.
inline void put_addresses(Line& line) {
  const NetworkHeader& network = line.network;
  put_address(line, network.version, network.source);
  line.append(" > ");
  put_address(line, network.version, network.destination);
  line.append(": ");
}

/// The same with ports: "source.port > destination.port: ". Without addresses where the network header does
/// not name `transport` itself, because an extension header stands between; they were printed before it then.
inline void put_endpoints(Line& line, uint8_t transport, Ports ports) {
  const NetworkHeader& network = line.network;
  const bool adjacent = network.named == transport && network.version != NetworkHeader::None;
  if (adjacent) {
    put_address(line, network.version, network.source);
    line.append('.');
  }
  put_port(line, ports.source);
  line.append(" > ");
  if (adjacent) {
    put_address(line, network.version, network.destination);
    line.append('.');
  }
  put_port(line, ports.destination);
  line.append(": ");
}

}  // namespace wiretale
