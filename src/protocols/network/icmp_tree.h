// ICMP as lines of the field tree.
#pragma once
#include "packet/tree.h"
#include "protocols/network/icmp_fields.h"

namespace wiretale::icmp {

enum MessageType : uint8_t {
  echo_reply = 0,
  unreachable = 3,
  source_quench = 4,
  redirect = 5,
  echo = 8,
  router_advertisement = 9,
  router_solicitation = 10,
  time_exceeded = 11,
  parameter_problem = 12,
  timestamp = 13,
  timestamp_reply = 14,
  information_request = 15,
  information_reply = 16,
  mask_request = 17,
  mask_reply = 18,
  extended_echo = 42,
  extended_echo_reply = 43
};

inline constexpr size_t header_length = 8;

void dissect(Bytes layer, FieldWriter& out);

/// The extension structure of RFC 4884 that begins at `at`: ICMPv6 has it too.
void dissect_extensions(Bytes layer, size_t at, FieldWriter& out);

}  // namespace wiretale::icmp
