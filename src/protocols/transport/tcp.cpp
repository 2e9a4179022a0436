// TCP (RFC 9293).
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::tcp {
namespace {

constexpr Field source_port{"tcp.srcport", "Source Port", bytes(0, 2)};
constexpr Field destination_port{"tcp.dstport", "Destination Port", bytes(2, 2)};
constexpr Field sequence{"tcp.seq_raw", "Sequence Number (raw)", bytes(4, 4)};
constexpr Field acknowledgment{"tcp.ack_raw", "Acknowledgment number (raw)", bytes(8, 4)};
constexpr Field header_words{"tcp.hdr_len", "Header Length", bits(96, 4)};
constexpr Field flags{"tcp.flags", "Flags", bits(100, 12), Type::Uint16, Show::Hex};
constexpr Field window{"tcp.window_size_value", "Window", bytes(14, 2)};
constexpr const Field* fields[] = {
    &source_port, &destination_port, &sequence, &acknowledgment, &header_words, &flags, &window};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::IpProtocol, 6}};

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(20);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const size_t length = header_words.read(header) * 4;
  if (length < 20) return {.trouble = Trouble::Malformed};
  in.skip(length - 20);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  context.ports = {be16(header.data()), be16(header.data() + 2)};
  if (const ProtocolId next = context.find(On::TcpPort, context.ports.destination); next != ProtocolId::None)
    return {.next = next};
  return {.next = context.find(On::TcpPort, context.ports.source)};
}

void print(Line& line, View in) {
  line.protocol = "tcp";
  line.ports = {in.u16(0), in.u16(2)};
  if (line.network.version == NetworkHeader::Four)
    line.put(Ipv4Text{line.network.source}, '.', line.ports.source, " > ", Ipv4Text{line.network.destination},
             '.', line.ports.destination, ": ");
  line.put("Flags [.], length ", in.length());
}

}  // namespace

extern constinit const Protocol protocol{.name = "tcp",
                                         .title = "Transmission Control Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::tcp
