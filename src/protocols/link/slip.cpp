// SLIP (RFC 1055), captured by BSD's interfaces: a direction and the header that Van Jacobson's compression
// (RFC 1144) made of the packet's, then the packet.
#include <array>

#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::slip {
namespace {

constexpr Claim found_on[] = {{On::LinkType, 8}};

constexpr size_t header_length = 16;
enum Direction : uint8_t { received = 0, sent = 1 };

/// How much data the last packet of each connection had: some compressed headers mean "as much again".
struct Lengths : LineState {
  std::array<std::array<uint64_t, 256>, 2> last = {};
  uint8_t connection = 0;
};

// RFC 1144 A.1.
enum Change : uint8_t {
  new_connection = 0x40,
  new_identification = 0x20,
  new_sequence = 0x08,
  new_acknowledgment = 0x04,
  new_window = 0x02,
  new_urgent = 0x01,
  specials = 0x0f,
  echoed = 0x0b,  ///< sequence and acknowledgment both grew by the last packet's data
  one_way = 0x0f  ///< the sequence did
};

/// A change: one byte, or after a zero two. tcpdump reads each from the same place, so that all that a header
/// has look like its first one.
uint16_t read_change(View in, size_t at) {
  const uint8_t first = in.u8(at);
  return first != 0 ? first : in.u16(at + 1);
}

/// The length of the IPv4 and TCP headers.
size_t headers_length(View packet) {
  const size_t network = (packet.u8(0) & 0xf) * size_t{4};
  packet.need(network, 20);
  return network + (packet.u8(network + 12) >> 4) * size_t{4};
}

void print_compressed(Line& line, View in, View packet, uint8_t direction) {
  auto& lengths = line.state<Lengths>();
  size_t at = 1;
  const uint8_t changes = in.u8(at++);
  if ((changes & new_connection) != 0) {
    lengths.connection = in.u8(at++);
    line.put("ctcp ", lengths.connection);
  } else {
    line.put("ctcp *");
  }
  at += 2;  // the TCP checksum, as it was
  uint64_t& last = lengths.last[direction][lengths.connection];
  switch (changes & specials) {
    case echoed: line.put(" *SA+", last); break;
    case one_way: line.put(" *S+", last); break;
    default:
      if ((changes & new_urgent) != 0) line.put(" U=", read_change(in, at));
      if ((changes & new_window) != 0) {
        const auto change = static_cast<int16_t>(read_change(in, at));
        line.put(" W", change >= 0 ? "+" : "", change);
      }
      if ((changes & new_acknowledgment) != 0) line.put(" A+", read_change(in, at));
      if ((changes & new_sequence) != 0) line.put(" S+", read_change(in, at));
      break;
  }
  if ((changes & new_identification) != 0) line.put(" I+", read_change(in, at));
  last = packet.length() - headers_length(packet);
  line.put(' ', static_cast<int64_t>(last), " (", at - 1, ')');
}

void print_header(Line& line, View in, View packet) {
  const uint8_t direction = in.u8(0), type = in.u8(1);
  const bool known = direction == received || direction == sent;
  if (known)
    line.put(direction == received ? "I " : "O ");
  else
    line.put("Invalid direction ", direction, ' ');
  constexpr uint8_t plain = 0x40, uncompressed = 0x70, compressed = 0x80;
  switch (type & 0xf0) {
    case plain: line.put("ip ", packet.length() + header_length, ": "); return;
    case uncompressed: {
      auto& lengths = line.state<Lengths>();
      lengths.connection = in.u8(10);
      line.put("utcp ", lengths.connection, ": ");
      if (known) lengths.last[direction][lengths.connection] = packet.length() - headers_length(packet);
      return;
    }
    default: break;
  }
  if (!known) return;
  if ((type & compressed) != 0)
    print_compressed(line, in, packet, direction);
  else
    line.put("slip-", type, '!');
  line.put(": ");
}

void print(Line& line, View in) {
  line.protocol = "slip";
  if (in.captured() < header_length || in.length() < header_length) line.truncated();
  const View packet = in.from(header_length);
  if (line.options.link_header) print_header(line, in, packet);
  if (packet.length() == 0) line.truncated();
  switch (packet.u8(0) >> 4) {
    case 4: (void)line.print(ids::ipv4, packet); break;
    case 6: (void)line.print(ids::ipv6, packet); break;
    default: line.put("ip v", packet.u8(0) >> 4); break;
  }
  if (line.outermost()) line.link_header_length = header_length;
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "slip", .title = "Serial Line Internet Protocol", .found_on = found_on, .print = print};

}  // namespace wiretale::slip
