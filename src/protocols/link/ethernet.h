// What other link layers share with Ethernet.
#pragma once
#include "packet/line.h"

namespace wiretale::ethernet {

inline constexpr size_t header_length = 14;
/// Up to here the two bytes after the addresses are a length (IEEE 802.3), from 1536 on a type.
inline constexpr uint16_t largest_8023_length = 1500;

/// The EtherTypes of VLAN tags: 802.1Q, 802.1ad, and two that vendors used before it.
[[nodiscard]] constexpr bool is_vlan_type(uint64_t type) {
  return type == 0x8100 || type == 0x88a8 || type == 0x9100 || type == 0x9200;
}

/// tcpdump's "ethertype IPv4 (0x0800), length 98: ".
void print_type(Line& line, uint16_t type, size_t length);

/// tcpdump's "vlan 5, p 1, DEI, " for the tag control information.
void print_tag(Line& line, uint16_t tag);

/// What stands between the addresses and the type in frames from switch chips: its length and its printer.
struct SwitchTag {
  size_t length = 0;
  std::string_view protocol = "ether";  ///< what frames cut short are said to lack
  void (*print)(Line& line, View tag) = nullptr;
};

/// Prints a frame; `in` begins with the addresses.
void print_frame(Line& line, View in, SwitchTag tag = {});

}  // namespace wiretale::ethernet
