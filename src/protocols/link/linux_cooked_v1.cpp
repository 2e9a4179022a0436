// Linux cooked frames: what capturing on "any" delivered for long (LINKTYPE_LINUX_SLL).
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/linux_cooked.h"
#include "protocols/link/linux_cooked_tree.h"

namespace wiretale::linux_cooked_v1 {
namespace {

constexpr Claim found_on[] = {{On::LinkType, 113}};

constexpr size_t header_length = 16;
constexpr size_t address_at = 6, mac_length = 6;

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = linux_cooked::find_payload(context, be16(&header[14]))};
}

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < header_length) return;
  const uint16_t type_number = be16(&layer[14]), hardware_number = be16(&layer[2]), size = be16(&layer[4]);
  out.root().label("Linux cooked capture v1");
  out.put(linux_cooked::packet_type, 0, 2);
  out.put(linux_cooked::hardware, 2, 2);
  out.put(linux_cooked::address_length, 4, 2);
  linux_cooked::dissect_source(out, address_at, size);
  linux_cooked::dissect_type(out, 14, type_number, hardware_number);
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
                                         .fields = linux_cooked::fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .print = print};

}  // namespace wiretale::linux_cooked_v1
