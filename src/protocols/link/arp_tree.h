// ARP as lines of the field tree, and what the one-line form shares with it.
#pragma once
#include "packet/tree.h"
#include "protocols/link/arp_fields.h"

namespace wiretale::arp {

enum Operation : uint16_t {
  request = 1,
  reply,
  reverse_request,
  reverse_reply,
  dynamic_reverse_request,
  dynamic_reverse_reply,
  dynamic_reverse_fault,
  inverse_request,
  inverse_reply,
  nack,
  unarp = 23,
  experimental_one,
  experimental_two
};

inline constexpr size_t fixed_length = 8;
inline constexpr uint16_t ipv4_type = 0x0800;

/// Where the four addresses lie, and where they end.
struct Places {
  size_t sender_hardware, sender_protocol, target_hardware, target_protocol, end;
  Places(size_t hardware, size_t protocol)
      : sender_hardware(fixed_length),
        sender_protocol(sender_hardware + hardware),
        target_hardware(sender_protocol + protocol),
        target_protocol(target_hardware + hardware),
        end(target_protocol + protocol) {}
};

void dissect(Bytes layer, FieldWriter& out);

}  // namespace wiretale::arp
