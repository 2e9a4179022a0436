// What the two versions of Linux cooked frames share.
#pragma once
#include "packet/line.h"

namespace wiretale::linux_cooked {

/// PACKET_* of linux/if_packet.h.
inline constexpr Name packet_type_table[] = {{0, "In"}, {1, "B"}, {2, "M"}, {3, "P"}, {4, "Out"}};
inline constexpr Names packet_types = packet_type_table;

/// What follows, by the header's protocol type: an EtherType, or one of Linux' small numbers for frames that
/// have none (ETH_P_802_3, ETH_P_802_2).
[[nodiscard]] ProtocolId find_payload(const Context& context, uint16_t type);

/// tcpdump's "ethertype IPv4 (0x0800), length 98: ", or "802.3", or "802.2".
void print_type(Line& line, uint16_t type, size_t length);

/// Prints what follows the header of `header_length` bytes; `print_header` writes the header where -e did
/// not.
void print_payload(Line& line, View in, size_t header_length, uint16_t type,
                   void (*print_header)(Line&, View, size_t length));

}  // namespace wiretale::linux_cooked
