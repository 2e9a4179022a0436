// TCP (RFC 9293).
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/network/endpoint.h"
#include "protocols/network/ip_payload.h"
#include "protocols/network/ip_protocol_names.h"
#include "protocols/transport/port_turns.h"
#include "protocols/transport/tcp_fields.h"
#include "protocols/transport/tcp_option_fields.h"
#include "protocols/transport/tcp_options.h"
#include "protocols/transport/tcp_sequences.h"
#include "protocols/transport/tcp_tree.h"

namespace wiretale::tcp {
namespace {

constexpr auto fields = joined_fields(header_fields, analysis_fields, tcp_option::fields);
static_assert(names_are_distinct(fields));

constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::tcp}};

constexpr size_t fixed_length = 20;

enum Flag : uint8_t { finish = 1, synchronize = 2, reset = 4, push = 8, acknowledge = 16, urgent = 32 };

/// tcpdump's letters for each combination of the eight flags.
struct FlagText {
  char text[8];
  uint8_t size;
};
constexpr auto flag_texts = [] {
  std::array<FlagText, 256> texts{};
  constexpr std::string_view letters = "FSRP.UEW";
  for (unsigned value = 0; value < 256; ++value) {
    FlagText& one = texts[value];
    for (unsigned bit = 0; bit < 8; ++bit)
      if ((value >> bit & 1) != 0) one.text[one.size++] = letters[bit];
  }
  return texts;
}();

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(fixed_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const size_t length = (header[12] >> 4) * size_t{4};
  if (length < fixed_length) return {.trouble = Trouble::Malformed};
  in.skip(length - fixed_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  context.ports = {be16(&header[0]), be16(&header[2])};
  if (in.left() == 0) return {};
  if (const ProtocolId next = context.find(On::TcpPort, context.ports.destination); next != ProtocolId::None)
    return {.next = next};
  return {.next = context.find(On::TcpPort, context.ports.source)};
}

/// The conversations of both versions of IP.
struct Conversations : LineState {
  SequenceTable<4> version_4;
  SequenceTable<16> version_6;
};

/// A segment's numbers as they are shown, and what its conversation's began with.
struct Numbers {
  uint32_t sequence, acknowledgment;
  SequenceStart start;
  bool backward;
};

/// A segment's conversation in the table of its kind of addresses.
template <size_t AddressSize>
class Place {
 public:
  /// Looked up some work before it is needed, since a table of many conversations is rarely in the cache.
  void find(SequenceTable<AddressSize>& table, const NetworkHeader& network, Ports ports) {
    backward_ = ports.source > ports.destination ||
                (ports.source == ports.destination &&
                 std::memcmp(network.source, network.destination, AddressSize) > 0);
    std::memcpy(&key_.addresses[0], backward_ ? network.destination : network.source, AddressSize);
    std::memcpy(&key_.addresses[AddressSize], backward_ ? network.source : network.destination, AddressSize);
    key_.ports = backward_ ? uint32_t{ports.destination} << 16 | ports.source
                           : uint32_t{ports.source} << 16 | ports.destination;
    hash_ = table.hash(key_);
    table.prefetch(hash_);
  }
  // As tcpdump does: the first segment with ACK, and each SYN with ACK, starts the count of both directions;
  // it is itself shown with absolute numbers.
  [[nodiscard]] Numbers relative(SequenceTable<AddressSize>& table, Numbers numbers,
                                 uint8_t flag_byte) const {
    auto [start, existed] = table.find(key_, hash_);
    uint32_t& own = backward_ ? start.backward : start.forward;
    uint32_t& other = backward_ ? start.forward : start.backward;
    if (!existed || (flag_byte & synchronize) != 0) {
      own = numbers.sequence;
      other = numbers.acknowledgment - 1;
    } else {
      numbers.sequence -= own;
      numbers.acknowledgment -= other;
    }
    numbers.start = start;
    numbers.backward = backward_;
    return numbers;
  }

 private:
  ConversationKey<AddressSize> key_{};
  size_t hash_ = 0;
  bool backward_ = false;
};

void put_checksum(Line& line, View in) {
  const size_t length = in.length();
  if (line.network.version == NetworkHeader::None || !in.has(0, length)) return;
  const uint16_t carried = in.u16(16);
  const uint16_t sum = transport_checksum(line.network, ip_protocol::tcp, length, in.bytes(0, length));
  line.put(", cksum 0x", Hex{carried, 4});
  if (sum == 0)
    line.put(" (correct)");
  else
    line.put(" (incorrect -> 0x", Hex{right_checksum(carried, sum), 4}, ')');
}

/// What a host said about its reset (RFC 9293 3.5.3 lets it); at most 30 bytes.
void print_reset_reason(Line& line, View payload) {
  constexpr size_t most = 30;
  line.put(payload.has(0, payload.length()) ? " [RST" : " [!RST");
  if (payload.length() > most) line.put('+');
  line.put(' ');
  for (uint8_t byte : payload.available(0, std::min(payload.length(), most))) {
    if (byte >= 0x80) line.put("M-");
    byte &= 0x7f;
    if (byte < 0x20 || byte == 0x7f) {
      line.put('^');
      byte ^= 0x40;
    }
    line.put(static_cast<char>(byte));
  }
  line.put(']');
}

/// Of -T's types, tcpdump prints these over TCP; with others it leaves the payload alone, whatever the ports.
bool is_over_tcp(ProtocolId type) {
  const std::string_view name = protocol_of(type).name;
  return name == "dns" || name == "resp" || name == "zmtp";
}

void print_payload(Line& line, View payload) {
  const ProtocolId chosen = line.options.packet_type;
  if (chosen == ProtocolId::None)
    (void)line.print(find_by_ports(line, On::TcpPort, line.ports), payload);
  else if (is_over_tcp(chosen))
    (void)line.print(chosen, payload);
}

void print_bad_length(Line& line, size_t header, size_t length) {
  line.put(" [bad hdr length ", header, " - too long, > ", length, ']');
}

void print(Line& line, View in) {
  line.protocol = "tcp";
  if (!in.has(0, 4)) [[unlikely]] {
    put_address(line, line.network.version, line.network.source);
    line.put(" > ");
    put_address(line, line.network.version, line.network.destination);
    line.put(':');
    line.truncated();
  }
  const uint8_t* const header = in.all().data();
  line.ports = {be16(header), be16(header + 2)};
  Conversations* conversations = nullptr;
  Place<4> place_4;
  Place<16> place_6;
  if (!line.options.absolute_sequence && in.has(0, fixed_length) && (header[13] & acknowledge) != 0) {
    conversations = &line.state<Conversations>();
    if (line.network.version == NetworkHeader::Four)
      place_4.find(conversations->version_4, line.network, line.ports);
    else if (line.network.version == NetworkHeader::Six)
      place_6.find(conversations->version_6, line.network, line.ports);
  }
  put_endpoints(line, ip_protocol::tcp, line.ports);
  if (!in.has(0, fixed_length)) [[unlikely]]
    line.truncated();
  const size_t header_size = (header[12] >> 4) * size_t{4}, length = in.length();
  if (header_size < fixed_length) [[unlikely]] {
    line.put(" tcp ", static_cast<uint32_t>(length - header_size), " [bad hdr length ", header_size,
             " - too short, < 20]");
    return;
  }
  if (line.options.quiet) [[unlikely]] {
    line.put("tcp ", static_cast<uint32_t>(length - header_size));
    if (header_size > length) print_bad_length(line, header_size, length);
    return;
  }
  const uint8_t flag_byte = header[13];
  const FlagText& letters = flag_texts[flag_byte];
  line.append("Flags [");
  if (letters.size != 0)
    line.append(std::string_view(letters.text, letters.size));
  else
    line.append("none");
  line.append(']');
  Numbers numbers{be32(header + 4), be32(header + 8), {}, false};
  if (conversations != nullptr) {
    if (line.network.version == NetworkHeader::Four)
      numbers = place_4.relative(conversations->version_4, numbers, flag_byte);
    else if (line.network.version == NetworkHeader::Six)
      numbers = place_6.relative(conversations->version_6, numbers, flag_byte);
  }
  if (header_size > length) [[unlikely]] {
    print_bad_length(line, header_size, length);
    return;
  }
  if (line.options.verbose > 0 && !line.options.skip_checksums && !line.network.fragmented)
    put_checksum(line, in);
  const uint32_t payload_length = static_cast<uint32_t>(length - header_size);
  if (line.options.verbose > 1 || payload_length > 0 || (flag_byte & (synchronize | finish | reset)) != 0) {
    line.put(", seq ", numbers.sequence);
    if (payload_length > 0) line.put(':', numbers.sequence + payload_length);
  }
  if ((flag_byte & acknowledge) != 0) line.put(", ack ", numbers.acknowledgment);
  line.put(", win ", be16(header + 14));
  if ((flag_byte & urgent) != 0) line.put(", urg ", be16(header + 18));
  if (header_size > fixed_length) {
    const SegmentContext segment{
        numbers.backward ? numbers.start.forward : numbers.start.backward, flag_byte,
        in.has(0, length) ? SegmentContext::Capture::Whole : SegmentContext::Capture::Cut,
        in.with_length(length)};
    if (!print_tcp_options(line, in.from(fixed_length).with_length(header_size - fixed_length), segment))
      return;
  }
  line.put(", length ", payload_length);
  if (payload_length == 0) return;
  if (!in.has(0, header_size)) [[unlikely]] {
    line.put(" [remaining caplen(", in.captured(), ") < header length(", header_size, ")]");
    line.truncated();
  }
  if ((flag_byte & reset) != 0 && line.options.verbose > 0)
    print_reset_reason(line, in.from(header_size));
  else
    print_payload(line, in.from(header_size));
}

}  // namespace

extern constinit const Protocol protocol{.name = "tcp",
                                         .title = "Transmission Control Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect_tcp,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .keeps = Keeps::Nothing,
                                         .print = print};

}  // namespace wiretale::tcp
