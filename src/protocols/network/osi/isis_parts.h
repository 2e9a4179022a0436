// IS-IS: what its source files tell each other.
#pragma once
#include "protocols/network/osi/osi.h"
#include "protocols/network/osi_address.h"

namespace wiretale::isis {

constexpr size_t system_id_length = 6, node_id_length = 7, lsp_id_length = 8;

/// One TLV's value: `length` bytes are claimed, and may be less than were captured or more.
struct Value {
  View in;
  size_t length;
  void pass(size_t count) {
    in = in.from(count);
    length -= count;
  }
};

/// Thrown where a TLV ends the packet's line without a mark.
struct Stop {};

/// What `tlv` says. False where the TLV contradicts itself (" (invalid)" belongs behind it); throws Truncated
/// where the rest of the packet cannot be read. `packet` begins at the PDU's first byte and is `pdu_length`
/// bytes long.
bool print_tlv(Line& line, uint8_t tlv, Value value, View packet, size_t pdu_length);

/// The four metrics of ISO 10589, of which each but the default is optional.
void print_metrics(Line& line, View in, std::string_view line_start);

/// One neighbor with its subTLVs (RFC 5305 3); returns how many bytes it claims.
size_t print_extended_neighbor(Line& line, uint8_t tlv, View in, size_t left, std::string_view line_start);
/// One prefix with its subTLVs (RFC 5305 4, RFC 5308); returns how many bytes it claims.
size_t print_extended_prefix(Line& line, View in, std::string_view line_start, bool is_ipv6);
/// The topology that what follows belongs to (RFC 5120 7.1).
void print_topology(Line& line, View in, std::string_view line_start);

void print_port_capability(Line& line, Value value);
void print_multi_topology_capability(Line& line, Value value);
/// False where the TLV is too short.
bool print_router_capability(Line& line, Value value);

/// `parts` and an identifier behind them: nothing is written where the identifier was not captured.
template <class... Parts>
void put_with_id(Line& line, Bytes id, const Parts&... parts) {
  line.put(parts...);
  put_system_id(line, id);
}

/// Ends the line as the part of an entry that could not be read does: the mark of the frame printer follows.
[[noreturn]] inline void part_truncated(Line& line) {
  line.put(" [|isis]");
  throw Truncated{};
}

}  // namespace wiretale::isis
