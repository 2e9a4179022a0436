// ICMP errors: what they quote and which finding they are.
#pragma once
#include <optional>

#include "findings/facts.h"
#include "flow/flow_table.h"

namespace wiretale {

/// An ICMP or ICMPv6 error and the packet that it quotes.
struct IcmpError {
  uint8_t type = 0, code = 0;
  bool six = false;
  FlowKey quoted;
  bool quoted_from_low = false;
  uint8_t quoted_transport = 0;
  uint8_t quoted_time_to_live = 0;
  uint16_t next_hop_mtu = 0;
  [[nodiscard]] const Address& sender() const { return quoted_from_low ? quoted.low : quoted.high; }
  [[nodiscard]] const Address& receiver() const { return quoted_from_low ? quoted.high : quoted.low; }
  [[nodiscard]] uint16_t sender_port() const { return quoted_from_low ? quoted.low_port : quoted.high_port; }
  [[nodiscard]] uint16_t receiver_port() const {
    return quoted_from_low ? quoted.high_port : quoted.low_port;
  }
};
/// Reads an error message; nothing when it is another message or cut off in front of the quoted ports.
[[nodiscard]] std::optional<IcmpError> read_icmp_error(Bytes message, uint8_t transport, uint32_t tunnel);

/// The kind that an error stands for, or Kind::count.
[[nodiscard]] Kind kind_of(const IcmpError& error);

}  // namespace wiretale
