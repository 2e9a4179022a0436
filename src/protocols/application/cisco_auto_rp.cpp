// Cisco auto-RP: routers announce and learn the rendezvous points of PIM by UDP multicast.
#include "packet/line.h"

namespace wiretale::cisco_auto_rp {
namespace {

constexpr Name type_names[] = {{1, "candidate-advert"}, {2, "mapping"}};

constexpr Field version_field{"auto_rp.version", "Protocol version", bits(0, 4)};
constexpr Field type_field{"auto_rp.type", "Packet type", bits(4, 4), Type::Uint8, Show::Decimal, type_names};
constexpr Field count_field{"auto_rp.rp_count", "RP count", bytes(1, 1)};
constexpr Field hold_field{"auto_rp.holdtime", "Holdtime", bytes(2, 2)};
constexpr const Field* fields[] = {&version_field, &type_field, &count_field, &hold_field};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 496, Scope::Line}};

constexpr size_t header_length = 8, router_length = 6, group_length = 6;
constexpr uint8_t known_type = 0x10;

/// The groups that a rendezvous point serves.
size_t print_groups(Line& line, View in, size_t at, unsigned count) {
  char before = ' ';
  for (; count > 0; --count) {
    const uint8_t flags = in.u8(at);
    line.put(before);
    before = ',';
    if ((flags & 1) != 0) line.put('!');
    const Bytes address = in.bytes(at + 2, 4);
    line.put(Ipv4Text{address.data()}, '/', in.u8(at + 1));
    if ((flags & 2) != 0) line.put(" bidir");
    if ((flags & ~3u) != 0) line.put(" rsvd=0x", Hex{flags & ~3u});
    at += group_length;
  }
  return at;
}

void print(Line& line, View in) {
  line.protocol = "cisco_autorp";
  const Bytes header = in.bytes(0, header_length);
  line.put(" auto-rp ");
  const uint8_t type = header[0];
  const std::string_view name = (type & 0xf0) == known_type ? find_name(type_names, type & 0xf) : "";
  if (name.empty())
    line.put("type-0x", Hex{type, 2});
  else
    line.put(name);
  line.put(" Hold ");
  if (const uint64_t hold = hold_field.read(header); hold != 0)
    line.put(Elapsed{hold});
  else
    line.put("FOREVER");
  size_t at = header_length;
  for (uint64_t count = count_field.read(header); count > 0; --count) {
    const Bytes address = in.bytes(at, 4);
    line.put(" RP ", Ipv4Text{address.data()});
    const uint8_t version = in.u8(at + 4);
    constexpr std::string_view versions[] = {" PIMv?", " PIMv1", " PIMv2", " PIMv1+2"};
    line.put(versions[version & 3]);
    if ((version & ~3u) != 0) line.put(" [rsvd=0x", Hex{version & ~3u}, ']');
    const unsigned groups = in.u8(at + 5);
    at = print_groups(line, in, at + router_length, groups);
  }
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "auto_rp", .title = "Cisco Auto-RP", .fields = fields, .found_on = found_on, .print = print};

}  // namespace wiretale::cisco_auto_rp
