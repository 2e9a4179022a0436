// The headers that stand for the link layer where packets of different interfaces come together.
#pragma once
#include <linux/if_packet.h>

#include "base/bytes.h"

namespace wiretale {

/// LINKTYPE_LINUX_SLL and LINKTYPE_LINUX_SLL2 (tcpdump.org/linktypes).
inline constexpr uint16_t linux_sll = 113, linux_sll2 = 276;

[[nodiscard]] constexpr bool is_cooked(uint16_t link_type) {
  return link_type == linux_sll || link_type == linux_sll2;
}
[[nodiscard]] constexpr uint32_t cooked_header_size(uint16_t link_type) {
  return link_type == linux_sll2 ? 20 : 16;
}

/// Writes the header of `cooked_header_size` bytes.
inline void write_cooked_header(uint16_t link_type, const sockaddr_ll& from, uint8_t* to) {
  const auto put16 = [](uint8_t* at, uint16_t value) {
    value = swapped(value);
    std::memcpy(at, &value, sizeof value);
  };
  // sll_protocol is in network order already.
  if (link_type == linux_sll2) {
    const uint32_t index = swapped(static_cast<uint32_t>(from.sll_ifindex));
    std::memcpy(to, &from.sll_protocol, 2);
    put16(to + 2, 0);
    std::memcpy(to + 4, &index, 4);
    put16(to + 8, from.sll_hatype);
    to[10] = from.sll_pkttype;
    to[11] = from.sll_halen;
    std::memcpy(to + 12, from.sll_addr, 8);
    return;
  }
  put16(to, from.sll_pkttype);
  put16(to + 2, from.sll_hatype);
  put16(to + 4, from.sll_halen);
  std::memcpy(to + 6, from.sll_addr, 8);
  std::memcpy(to + 14, &from.sll_protocol, 2);
}

}  // namespace wiretale
