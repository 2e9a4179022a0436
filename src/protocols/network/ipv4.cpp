// IPv4 (RFC 791): the header, its options, and fragments.
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/checksum.h"
#include "protocols/network/ip_protocol_names.h"

namespace wiretale::ipv4 {
namespace {

constexpr Field version{"ip.version", "Version", bits(0, 4)};
constexpr Field header_words{"ip.hdr_len", "Header Length", bits(4, 4)};
constexpr Field total_length{"ip.len", "Total Length", bytes(2, 2)};
constexpr Field identification{"ip.id", "Identification", bytes(4, 2), Type::Uint16, Show::HexDecimal};
constexpr Field dont_fragment{"ip.flags.df", "Don't fragment", bits(49, 1), Type::Boolean, Show::Flag};
constexpr Field more_fragments{"ip.flags.mf", "More fragments", bits(50, 1), Type::Boolean, Show::Flag};
constexpr Field fragment_offset{"ip.frag_offset", "Fragment Offset", bits(51, 13)};
constexpr Field time_to_live{"ip.ttl", "Time to Live", bytes(8, 1)};
constexpr Field transport{"ip.proto", "Protocol", bytes(9, 1), Type::Uint8, Show::Decimal, ip_protocol_names};
constexpr Field source{"ip.src", "Source Address", bytes(12, 4), Type::Ipv4};
constexpr Field destination{"ip.dst", "Destination Address", bytes(16, 4), Type::Ipv4};
constexpr const Field* fields[] = {&version,       &header_words,   &total_length,    &identification,
                                   &dont_fragment, &more_fragments, &fragment_offset, &time_to_live,
                                   &transport,     &source,         &destination};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x0800}, {On::IpProtocol, 4}};

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(20);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const size_t length = header_words.read(header) * 4, total = total_length.read(header);
  if (version.read(header) != 4 || length < 20) return {.trouble = Trouble::Malformed};
  in.skip(length - 20);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (total >= length) in.limit(total - length);
  if (fragment_offset.read(header) != 0) return {};
  return {.next = context.find(On::IpProtocol, transport.read(header))};
}

void print(Line& line, View in) {
  line.protocol = "ip";
  const size_t header = (in.u8(0) & 15) * 4u;
  if (!line.options.verbose) line.put("IP ");
  const Bytes fixed = in.bytes(0, 20);
  View payload = in.limit(total_length.read(fixed)).from(header);
  line.network = {NetworkHeader::Four, in, fixed.data() + 12, fixed.data() + 16, false, fixed[9]};
  if (!line.child(On::IpProtocol, fixed[9], payload))
    line.put(Ipv4Text{fixed.data() + 12}, " > ", Ipv4Text{fixed.data() + 16}, ": ip-proto-", fixed[9], ' ',
             payload.length());
}

}  // namespace

extern constinit const Protocol protocol{.name = "ip",
                                         .title = "Internet Protocol Version 4",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::ipv4
