// VRRP versions 2 and 3 (RFC 3768, RFC 5798): which router owns a virtual address.
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/checksum.h"
#include "protocols/network/ip_payload.h"
#include "protocols/network/ip_protocol_names.h"
#include "protocols/network/vrrp_tree.h"

namespace wiretale::vrrp {
namespace {

constexpr Name type_name_table[] = {{1, "Advertisement"}};
constexpr Names type_names = type_name_table;
constexpr uint8_t advertisement = 1, simple_password = 1;
constexpr Name authentication_table[] = {{0, "none"}, {1, "simple"}, {2, "ah"}};
constexpr Names authentications = authentication_table;

constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::vrrp}};
constexpr size_t header_length = 8;

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

uint8_t time_to_live(const NetworkHeader& network) {
  const size_t at = network.version == NetworkHeader::Six ? 7 : 8;
  return network.header.has(at, 1) ? network.header.u8(at) : uint8_t{0};
}

void print_checksum(Line& line, View in, uint64_t of_version) {
  const size_t length = in.length();
  if (!in.has(0, length)) return;
  const Bytes covered = in.bytes(0, length);
  const uint16_t sum = of_version == 2 ? Checksum().add(covered).value()
                                       : transport_checksum(line.network, ip_protocol::vrrp, length, covered);
  if (sum != 0) line.put(", (bad vrrp cksum ", Hex{in.u16(6)}, ')');
}

void print(Line& line, View in) {
  if (line.options.packet_type == ids::carp && line.print(ids::carp, in)) return;
  line.protocol = "vrrp";
  const uint8_t first = in.u8(0);
  const uint64_t of_version = first >> 4u, kind = first & 15u;
  line.put("VRRPv", of_version, ", ", Named{type_names, kind, "unknown type (", ")"});
  if (const uint8_t ttl = time_to_live(line.network); ttl != 255) line.put(", (ttl ", ttl, ')');
  if (of_version < 2 || of_version > 3 || kind != advertisement) return;
  // Byte by byte, because a short capture still shows what it has.
  line.put(", vrid ", in.u8(1), ", prio ", in.u8(2));
  const Bytes header = in.available(0, header_length);
  const uint64_t method = authentication.read(header);
  if (of_version == 2)
    line.put(", authtype ", Named{authentications, in.u8(4)}, ", intvl ", in.u8(5), 's');
  else
    line.put(", intvl ", in.u16(4) & 0x0fffu, "cs");
  line.put(", length ", in.length());
  if (line.options.verbose == 0) return;
  print_checksum(line, in, of_version);
  const uint64_t count = address_count.read(header);
  line.put(", addrs");
  if (count > 1) line.put('(', count, ')');
  line.put(':');
  const bool six = line.network.version == NetworkHeader::Six;
  size_t at = header_length;
  for (uint64_t i = 0; i < count; ++i, at += six ? 16 : 4) {
    const uint8_t* address = in.at_least(at, six ? 16 : 4);
    line.put(i == 0 ? ' ' : ',');
    if (six)
      line.put(Ipv6Text{address});
    else
      line.put(Ipv4Text{address});
  }
  if (of_version == 2 && method == simple_password) {
    line.put(" auth \"");
    for (size_t i = 0; i < 8; ++i) {
      const Bytes letter = in.bytes(at + i, 1);
      if (letter[0] == 0) break;
      line.put(Escaped{letter});
    }
    line.put('"');
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "vrrp",
                                         .title = "Virtual Router Redundancy Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .print = print};

}  // namespace wiretale::vrrp
