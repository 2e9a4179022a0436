// Linux cooked frames: what capturing on "any" delivered for long (LINKTYPE_LINUX_SLL).
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/ethertype_names.h"
#include "protocols/link/linux_cooked.h"

namespace wiretale::linux_cooked_v1 {
namespace {

constexpr Field packet_type{"sll.pkttype", "Packet type", bytes(0, 2),
                            Type::Uint16,  Show::Decimal, linux_cooked::packet_types};
constexpr Field hardware{"sll.hatype", "Link-layer address type", bytes(2, 2)};
constexpr Field address_length{"sll.halen", "Link-layer address length", bytes(4, 2)};
constexpr Field source{"sll.src.eth", "Source", varies, Type::Ether};
constexpr Field type{"sll.etype", "Protocol", bytes(14, 2), Type::Uint16, Show::Hex, ethertype_names};
constexpr const Field* fields[] = {&packet_type, &hardware, &address_length, &source, &type};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::LinkType, 113}};

constexpr size_t header_length = 16;
constexpr size_t address_at = 6, mac_length = 6;

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = linux_cooked::find_payload(context, static_cast<uint16_t>(type.read(header)))};
}

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() >= header_length && address_length.read(layer) == mac_length)
    out.put(source, address_at, mac_length);
}

void print_header(Line& line, View in, size_t length) {
  const std::string_view name = find_name(linux_cooked::packet_types, in.u16(0));
  const std::string_view shown = name.empty() ? "?" : name;
  line.fill(shown.size() < 3 ? 3 - shown.size() : 0, ' ');
  line.put(shown, ' ');
  if (in.u16(4) == mac_length) line.put(MacText{in.at_least(address_at, mac_length)}, ' ');
  if (!line.options.quiet) linux_cooked::print_type(line, in.u16(14), length);
}

void print(Line& line, View in) {
  line.protocol = "sll";
  if (in.captured() < header_length || in.length() < header_length) line.truncated();
  if (line.options.link_header) print_header(line, in, in.length());
  linux_cooked::print_payload(line, in, header_length, in.u16(14), print_header);
}

}  // namespace

extern constinit const Protocol protocol{.name = "sll",
                                         .title = "Linux cooked-mode capture",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .rest = Rest::Data,
                                         .print = print};

}  // namespace wiretale::linux_cooked_v1
