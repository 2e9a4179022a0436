// A frame under construction: the payload first, then each header in front of it, with right checksums.
#include "frame.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>

namespace wiretale::bench {
namespace {

constexpr uint16_t vxlan_port = 4789;

// The sum of big-endian 16-bit words (RFC 1071), not yet folded.
uint64_t sum_of(std::span<const uint8_t> bytes) {
  uint64_t sum = 0;
  size_t i = 0;
  for (; i + 4 <= bytes.size(); i += 4) {
    uint32_t word = 0;
    std::memcpy(&word, bytes.data() + i, 4);
    sum += std::endian::native == std::endian::little ? __builtin_bswap32(word) : word;
  }
  for (; i < bytes.size(); ++i) sum += static_cast<uint64_t>(bytes[i]) << (i % 2 == 0 ? 8 : 0);
  return sum;
}

uint16_t folded(uint64_t sum) {
  while (sum >> 16 != 0) sum = (sum & 0xffff) + (sum >> 16);
  return static_cast<uint16_t>(~sum);
}

std::span<const uint8_t> address_of(const Host& host) { return {host.address.data(), host.address_size}; }

void add_ethernet(Frame& frame, const Host& from, const Host& to, uint16_t vlan) {
  const uint16_t type = from.address_size == 4 ? 0x0800 : 0x86dd;
  put_u16(frame.prepend(2), type);
  if (vlan != 0) {
    uint8_t* tag = frame.prepend(4);
    put_u16(tag, 0x8100);
    put_u16(tag + 2, vlan);
  }
  uint8_t* addresses = frame.prepend(12);
  std::ranges::copy(to.mac, addresses);
  std::ranges::copy(from.mac, addresses + 6);
}

void add_ipv4(Frame& frame, const Host& from, const Host& to, uint8_t protocol, uint16_t identification) {
  uint8_t* header = frame.prepend(20);
  std::fill_n(header, 20, 0);
  header[0] = 0x45;
  put_u16(header + 2, frame.size());
  put_u16(header + 4, identification);
  put_u16(header + 6, 0x4000);  // do not fragment
  header[8] = 64;
  header[9] = protocol;
  std::ranges::copy(address_of(from), header + 12);
  std::ranges::copy(address_of(to), header + 16);
  put_u16(header + 10, folded(sum_of({header, 20})));
}

void add_ipv6(Frame& frame, const Host& from, const Host& to, uint8_t protocol) {
  const uint32_t payload = frame.size();
  uint8_t* header = frame.prepend(40);
  put_u32(header, 0x60000000);
  put_u16(header + 4, payload);
  header[6] = protocol;
  header[7] = 64;
  std::ranges::copy(address_of(from), header + 8);
  std::ranges::copy(address_of(to), header + 24);
}

}  // namespace

uint8_t* Frame::append(uint32_t size) {
  if (size > buffer_.size() - end_) std::abort();
  end_ += size;
  return buffer_.data() + end_ - size;
}

uint8_t* Frame::prepend(uint32_t size) {
  if (size > begin_) std::abort();
  begin_ -= size;
  return buffer_.data() + begin_;
}

void Path::put_checksum(Frame& frame, uint8_t protocol, uint32_t place) const {
  uint8_t* header = frame.prepend(0);
  put_u16(header + place, 0);
  uint64_t sum = sum_of(frame.bytes());
  if (protocol != ip_protocol::icmp) {  // the pseudo header; its sum is the same in both directions
    sum += sum_of(address_of(*hosts_.client)) + sum_of(address_of(*hosts_.server)) + protocol + frame.size();
  }
  const uint16_t checksum = folded(sum);
  put_u16(header + place, protocol == ip_protocol::udp && checksum == 0 ? 0xffff : checksum);
}

void Path::add_udp(Frame& frame, uint16_t source, uint16_t destination) const {
  uint8_t* header = frame.prepend(8);
  put_u16(header, source);
  put_u16(header + 2, destination);
  put_u16(header + 4, frame.size());
  put_checksum(frame, ip_protocol::udp, 6);
}

void Path::add_network(Frame& frame, Side sender, uint8_t protocol) {
  const bool from_client = sender == Side::Client;
  const Host& from = from_client ? *hosts_.client : *hosts_.server;
  const Host& to = from_client ? *hosts_.server : *hosts_.client;
  add_ip(frame, from, to, protocol);
  add_ethernet(frame, from, to, vlan_);
  if (!is_tunnelled()) return;

  const Host& outer_from = from_client ? *tunnel_.ends.client : *tunnel_.ends.server;
  const Host& outer_to = from_client ? *tunnel_.ends.server : *tunnel_.ends.client;
  uint8_t* vxlan = frame.prepend(8);
  put_u32(vxlan, 0x08000000);
  put_u32(vxlan + 4, tunnel_.network << 8);
  uint8_t* udp = frame.prepend(8);
  put_u16(udp, tunnel_.source_port);
  put_u16(udp + 2, vxlan_port);
  put_u16(udp + 4, frame.size());
  put_u16(udp + 6, 0);  // RFC 7348 5: transmitted as zero
  add_ip(frame, outer_from, outer_to, ip_protocol::udp);
  add_ethernet(frame, outer_from, outer_to, 0);
}

void Path::add_ip(Frame& frame, const Host& from, const Host& to, uint8_t protocol) {
  if (from.address_size == 4) {
    add_ipv4(frame, from, to, protocol, ++identification_);
  } else {
    add_ipv6(frame, from, to, protocol);
  }
}

}  // namespace wiretale::bench
