// A flood: SYNs of ever new clients to one server that answers none.
#include "flood.h"

#include <algorithm>

namespace wiretale::bench {

Flood::Flood() {
  client_.mac = {2, 0, 0, 0xf1, 0, 1};
  server_.mac = {2, 0, 0, 0xf1, 0, 2};
  constexpr std::array<uint8_t, 4> server = {192, 0, 2, 1};  // RFC 5737: in nobody's way
  std::ranges::copy(server, server_.address.begin());
}

void Flood::send(Frame& frame) {
  // Clients all over 11.0.0.0/8 before the first of them takes another port; the factor is odd.
  constexpr uint32_t hosts = 1 << 24;
  const auto host = static_cast<uint32_t>(sent_ * 0x9e3779b1u) % hosts;
  const auto port = static_cast<uint32_t>(1024 + sent_ / hosts % 64512);
  ++sent_;
  put_u32(client_.address.data(), 11u << 24 | host);
  frame.clear();
  uint8_t* const header = frame.append(20);
  std::fill_n(header, 20, uint8_t{0});
  put_u16(header, port);
  put_u16(header + 2, 80);
  put_u32(header + 4, host * 2654435761u);
  header[12] = 5 << 4;
  header[13] = 2;  // SYN
  put_u16(header + 14, 64240);
  Path path({&client_, &server_}, 0, {});
  path.put_checksum(frame, ip_protocol::tcp, 16);
  path.add_network(frame, Side::Client, ip_protocol::tcp);
}

}  // namespace wiretale::bench
