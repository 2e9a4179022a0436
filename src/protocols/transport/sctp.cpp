// SCTP (RFC 9260): a common header and the chunks behind it.
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/network/endpoint.h"
#include "protocols/network/ip_protocol_names.h"
#include "protocols/transport/sctp_fields.h"
#include "protocols/transport/sctp_names.h"
#include "protocols/transport/sctp_tree.h"

namespace wiretale::sctp {
namespace {

constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::sctp}};

constexpr size_t header_length = 12, chunk_header_length = 4, data_header_length = 16;

enum ChunkType : uint8_t {
  data = 0,
  initiation = 1,
  initiation_acknowledgment = 2,
  selective_acknowledgment = 3
};

/// Chunks are padded to whole words (RFC 9260 3.2).
constexpr size_t padded(size_t length) { return (length + 3) & ~size_t{3}; }

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  context.ports = {be16(&header[0]), be16(&header[2])};
  return {};
}

/// What a chunk's printer found: whether its length leaves room for what its type needs.
enum class Room { Enough, TooLittle };

void print_flags(Line& line, uint8_t flags) {
  if ((flags & 7u) == 0) return;
  if ((flags & 4u) != 0) line.put("(U)");
  if ((flags & 2u) != 0) line.put("(B)");
  if ((flags & 1u) != 0) line.put("(E)");
  line.put(' ');
}

/// The ports that ForCES uses tell the priority of what they carry (RFC 5811 4.2.1.1).
constexpr Name priority_port_names[] = {{6704, "[ForCES HP]"}, {6705, "[ForCES MP]"}, {6706, "[ForCES LP]"}};

uint16_t priority_port(Ports ports) {
  if (!find_name(priority_port_names, ports.destination).empty()) return ports.destination;
  return find_name(priority_port_names, ports.source).empty() ? uint16_t{0} : ports.source;
}

Room print_data(Line& line, View chunk) {
  print_flags(line, chunk.u8(1));
  if (chunk.length() < data_header_length) return Room::TooLittle;
  const uint32_t carried = chunk.u32(12);
  line.put("[TSN: ", chunk.u32(4), "] [SID: ", chunk.u16(8), "] [SSEQ ", chunk.u16(10), "] [PPID ",
           NamedHex{payload_names, carried, "0x"}, "] ");
  if (chunk.length() == data_header_length) return Room::TooLittle;
  const View payload = chunk.from(data_header_length);
  const uint16_t port = priority_port(line.ports);
  if (port != 0 && line.child(On::SctpPort, port, payload)) return Room::Enough;
  if (line.child(On::SctpPayload, carried, payload) || line.options.verbose < 2) return Room::Enough;
  line.put("[Payload:");
  append_hex_and_ascii(line, payload.available(0, payload.length()));
  line.put(']');
  return Room::Enough;
}

Room print_initiation(Line& line, View chunk) {
  if (chunk.length() < 20) return Room::TooLittle;
  line.put("[init tag: ", chunk.u32(4), "] [rwnd: ", chunk.u32(8), "] [OS: ", chunk.u16(12),
           "] [MIS: ", chunk.u16(14), "] [init TSN: ", chunk.u32(16), "] ");
  return Room::Enough;
}

Room print_selective_acknowledgment(Line& line, View chunk) {
  constexpr size_t fixed = 16;
  if (chunk.length() < fixed) return Room::TooLittle;
  const uint32_t cumulative = chunk.u32(4);
  const unsigned gaps = chunk.u16(12), duplicates = chunk.u16(14);
  line.put("[cum ack ", cumulative, "] [a_rwnd ", chunk.u32(8), "] [#gap acks ", gaps, "] [#dup tsns ",
           duplicates, "] ");
  size_t at = fixed;
  const size_t end = chunk.length();
  for (unsigned i = 1; i <= gaps && at < end; ++i, at += 4) {
    if (end - at < 4) return Room::TooLittle;
    line.put("\n\t\t[gap ack block #", i, ": start = ", static_cast<uint32_t>(cumulative + chunk.u16(at)),
             ", end = ", static_cast<uint32_t>(cumulative + chunk.u16(at + 2)), "] ");
  }
  for (unsigned i = 1; i <= duplicates && at < end; ++i, at += 4) {
    if (end - at < 4) return Room::TooLittle;
    line.put("\n\t\t[dup TSN #", i, ": ", chunk.u32(at), "] ");
  }
  return Room::Enough;
}

Room print_chunk(Line& line, View chunk) {
  switch (chunk.u8(0)) {
    case data: return print_data(line, chunk);
    case initiation:
    case initiation_acknowledgment: return print_initiation(line, chunk);
    case selective_acknowledgment: return print_selective_acknowledgment(line, chunk);
    default: return Room::Enough;
  }
}

void print_chunks(Line& line, View in) {
  for (unsigned number = 1; in.length() > 0; ++number) {
    // A chunk is shown only when it was captured as far as its length says.
    const size_t length = in.length() < chunk_header_length ? 0 : in.u16(2);
    in.need(0, length);
    if (line.options.verbose > 1)
      line.put("\n\t", number, ") ");
    else
      line.put(number == 1 ? " (" : ", (", number, ") ");
    if (in.length() < chunk_header_length) {
      line.put("[chunk descriptor cut off at end of packet]");
      return;
    }
    if (length < chunk_header_length) {
      line.put("[Bad chunk length ", length, ", < size of chunk descriptor]");
      return;
    }
    line.put('[', NamedHex{chunk_names, in.u8(0), "Unknown chunk type: 0x"}, "] ");
    if (print_chunk(line, in.limit(length)) == Room::TooLittle) {
      line.put("bogus chunk length ", length, ']');
      return;
    }
    in.need(0, padded(length));
    in = in.from(padded(length));
  }
}

void print(Line& line, View in) {
  line.protocol = "sctp";
  if (in.length() < header_length) {
    line.put("truncated-sctp - ", header_length - in.length(), " bytes missing!");
    return;
  }
  in.need(0, header_length);
  line.ports = {in.u16(0), in.u16(2)};
  const NetworkHeader& network = line.network;
  put_address(line, network.version, network.source);
  line.put('.');
  put_port(line, line.ports.source);
  line.put(" > ");
  put_address(line, network.version, network.destination);
  line.put('.');
  put_port(line, line.ports.destination);
  line.put(": sctp", find_name(priority_port_names, line.ports.source),
           find_name(priority_port_names, line.ports.destination));
  print_chunks(line, in.from(header_length));
}

}  // namespace

extern constinit const Protocol protocol{.name = "sctp",
                                         .title = "Stream Control Transmission Protocol",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .print = print};

}  // namespace wiretale::sctp
