// A frame under construction: the payload first, then each header in front of it, with right checksums.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "hosts.h"

namespace wiretale::bench {

enum class Side : uint8_t { Client, Server };

[[nodiscard]] constexpr Side other(Side side) { return side == Side::Client ? Side::Server : Side::Client; }

namespace ip_protocol {
constexpr uint8_t icmp = 1;
constexpr uint8_t tcp = 6;
constexpr uint8_t udp = 17;
constexpr uint8_t icmpv6 = 58;
}  // namespace ip_protocol

class Frame {
 public:
  void clear() { begin_ = end_ = headroom; }
  // Room behind what is there, to be written by the caller. Together at most 2048 bytes.
  [[nodiscard]] uint8_t* append(uint32_t size);
  // Room in front of what is there. Together at most 256 bytes.
  [[nodiscard]] uint8_t* prepend(uint32_t size);
  [[nodiscard]] std::span<const uint8_t> bytes() const { return {buffer_.data() + begin_, end_ - begin_}; }
  [[nodiscard]] uint32_t size() const { return end_ - begin_; }

 private:
  static constexpr uint32_t headroom = 256;

  std::array<uint8_t, headroom + 2048> buffer_{};
  uint32_t begin_ = headroom;
  uint32_t end_ = headroom;
};

// The way of a conversation's packets: between whom, in which VLAN, through which tunnel.
class Path {
 public:
  struct Tunnel {  // VXLAN (RFC 7348); no ends = no tunnel
    HostPair ends;
    uint32_t network = 0;
    uint16_t source_port = 0;
  };

  Path(HostPair hosts, uint16_t vlan, Tunnel tunnel) : hosts_(hosts), tunnel_(tunnel), vlan_(vlan) {}

  [[nodiscard]] bool is_ipv6() const { return hosts_.client->address_size == 16; }
  [[nodiscard]] bool is_tunnelled() const { return tunnel_.ends.client != nullptr; }

  // Fills in the checksum at `place` of the transport header that the frame begins with.
  void put_checksum(Frame& frame, uint8_t protocol, uint32_t place) const;
  void add_udp(Frame& frame, uint16_t source, uint16_t destination) const;
  // Adds everything below the transport header.
  void add_network(Frame& frame, Side sender, uint8_t protocol);

 private:
  void add_ip(Frame& frame, const Host& from, const Host& to, uint8_t protocol);

  HostPair hosts_;
  Tunnel tunnel_;
  uint16_t vlan_;
  uint16_t identification_ = 0;
};

inline void put_u16(uint8_t* place, uint32_t value) {
  place[0] = static_cast<uint8_t>(value >> 8);
  place[1] = static_cast<uint8_t>(value);
}

inline void put_u32(uint8_t* place, uint32_t value) {
  put_u16(place, value >> 16);
  put_u16(place + 2, value & 0xffff);
}

}  // namespace wiretale::bench
