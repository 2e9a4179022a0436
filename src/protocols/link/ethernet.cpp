// Ethernet II and IEEE 802.3 frames, with their 802.1Q and 802.1ad tags.
#include "protocols/link/ethernet.h"

#include "protocols/catalog.h"
#include "protocols/link/ethertype_names.h"

namespace wiretale::ethernet {
namespace {

constexpr Field destination{"eth.dst", "Destination", bytes(0, 6), Type::Ether};
constexpr Field source{"eth.src", "Source", bytes(6, 6), Type::Ether};
constexpr Field type{"eth.type", "Type", bytes(12, 2), Type::Uint16, Show::Hex, ethertype_names};
constexpr const Field* fields[] = {&destination, &source, &type};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::LinkType, 1}, {On::EtherType, 0x6558}};

constexpr size_t header_length = 14;
constexpr uint16_t largest_8023_length = 1500;

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const uint64_t length_or_type = type.read(header);
  if (length_or_type > largest_8023_length) return {.next = context.find(On::EtherType, length_or_type)};
  in.limit(length_or_type);
  return {};
}

void print(Line& line, View in) {
  line.protocol = "ether";
  if (in.captured() < header_length || in.length() < header_length) line.truncated();
  if (line.options.link_header) {
    line.put(MacText{in.at_least(6, 6)}, " > ", MacText{in.at_least(0, 6)}, ", ");
    print_type(line, in.u16(12), in.length());
  }
  (void)line.child(On::EtherType, in.u16(12), in.from(header_length));
}

}  // namespace

void print_type(Line& line, uint16_t type, size_t length) {
  if (line.options.quiet)
    line.put(Named{ethertype_names, type, "Unknown Ethertype (0x"}, ", length ", length, ": ");
  else
    line.put("ethertype ", Named{ethertype_names, type, "Unknown"}, " (0x", Hex{type, 4}, "), length ",
             length, ": ");
}

extern constinit const Protocol protocol{.name = "eth",
                                         .title = "Ethernet",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::ethernet
