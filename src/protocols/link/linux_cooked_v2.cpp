// Linux cooked frames, version 2, which name the interface too (LINKTYPE_LINUX_SLL2).
#include <net/if.h>

#include <unordered_map>

#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/linux_cooked.h"
#include "protocols/link/linux_cooked_tree.h"

namespace wiretale::linux_cooked_v2 {
namespace {

constexpr Claim found_on[] = {{On::LinkType, 276}};

constexpr size_t header_length = 20;
constexpr size_t address_at = 12, mac_length = 6;

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = linux_cooked::find_payload(context, be16(&header[0]))};
}

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < header_length) return;
  const uint16_t type_number = be16(&layer[0]), hardware_number = be16(&layer[8]);
  out.root().label("Linux cooked capture v2");
  linux_cooked::dissect_type(out, 0, type_number, hardware_number);
  out.put(linux_cooked::interface, 4, 4);
  out.put(linux_cooked::hardware, 8, 2);
  out.put(linux_cooked::packet_type, 10, 1);
  out.put(linux_cooked::address_length, 11, 1);
  linux_cooked::dissect_source(out, address_at, layer[11]);
}

/// Names of this machine's interfaces, asked once per index: tcpdump takes the file to be from here.
class InterfaceNames : public LineState {
 public:
  std::string_view name(uint32_t index) {
    const auto known = names_.find(index);
    if (known != names_.end()) return known->second;
    if (names_.size() >= most_names) names_.clear();
    char buffer[IF_NAMESIZE];
    const char* found = if_indextoname(index, buffer);
    return names_.emplace(index, found == nullptr ? "?" : found).first->second;
  }

 private:
  static constexpr size_t most_names = 4096;
  std::unordered_map<uint32_t, std::string> names_;
};

void print_header(Line& line, View in, size_t length) {
  line.put("ifindex ", in.u32(4), ' ');
  if (in.u8(11) == mac_length) line.put(MacText{in.at_least(address_at, mac_length)}, ' ');
  if (!line.options.quiet) linux_cooked::print_type(line, in.u16(0), length);
}

void print(Line& line, View in) {
  line.protocol = "sll2";
  if (in.captured() < header_length || in.length() < header_length) line.truncated();
  const std::string_view kind = find_name(linux_cooked::packet_types, in.u8(10));
  line.put(Left{line.state<InterfaceNames>().name(in.u32(4)), 5}, ' ', Left{kind.empty() ? "?" : kind, 3},
           ' ');
  if (line.options.link_header) print_header(line, in, in.length());
  linux_cooked::print_payload(line, in, header_length, in.u16(0), print_header);
}

}  // namespace

extern constinit const Protocol protocol{.name = "sll",
                                         .title = "Linux cooked-mode capture v2",
                                         .fields = linux_cooked::fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .print = print};

}  // namespace wiretale::linux_cooked_v2
