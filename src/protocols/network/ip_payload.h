// What follows an IP header of either version.
#pragma once
#include "packet/line.h"

namespace wiretale {

/// Prints the payload of the IP header in `line.network`: authentication headers, then the protocol that
/// claims `protocol`, or tcpdump's words for a number that nobody knows. `protocol` is the payload's own.
void print_ip_payload(Line& line, View payload, uint8_t protocol);

/// The checksum over pseudo-header and `covered` (RFC 9293 3.1, RFC 8200 8.1): 0 when the checksum inside is
/// right.
[[nodiscard]] uint16_t transport_checksum(const NetworkHeader& network, uint8_t protocol, size_t length,
                                          Bytes covered);

/// The checksum that the bytes should have carried, from the one they carry and what transport_checksum()
/// said.
[[nodiscard]] uint16_t right_checksum(uint16_t carried, uint16_t computed);

}  // namespace wiretale
