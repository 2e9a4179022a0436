// IPv6 (RFC 8200): the fixed header.
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/network/ip_protocol_names.h"

namespace wiretale::ipv6 {
namespace {

constexpr Field version{"ipv6.version", "Version", bits(0, 4)};
constexpr Field payload_length{"ipv6.plen", "Payload Length", bytes(4, 2)};
constexpr Field next_header{"ipv6.nxt",  "Next Header", bytes(6, 1),
                            Type::Uint8, Show::Decimal, ip_protocol_names};
constexpr Field hop_limit{"ipv6.hlim", "Hop Limit", bytes(7, 1)};
constexpr Field source{"ipv6.src", "Source Address", bytes(8, 16), Type::Ipv6};
constexpr Field destination{"ipv6.dst", "Destination Address", bytes(24, 16), Type::Ipv6};
constexpr const Field* fields[] = {&version,   &payload_length, &next_header,
                                   &hop_limit, &source,         &destination};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x86dd}, {On::IpProtocol, 41}};

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(40);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (version.read(header) != 6) return {.trouble = Trouble::Malformed};
  if (payload_length.read(header) != 0) in.limit(payload_length.read(header));
  return {.next = context.find(On::IpProtocol, next_header.read(header))};
}

void print(Line& line, View in) {
  line.protocol = "ip6";
  const Bytes fixed = in.bytes(0, 40);
  line.put("IP6 ");
  line.network = {NetworkHeader::Six, in, fixed.data() + 8, fixed.data() + 24, false, fixed[6], fixed[6]};
  (void)line.child(On::IpProtocol, fixed[6], in.from(40).limit(payload_length.read(fixed)));
}

}  // namespace

extern constinit const Protocol protocol{.name = "ipv6",
                                         .title = "Internet Protocol Version 6",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::ipv6
