// Linux cooked frames, version 2, which name the interface too (LINKTYPE_LINUX_SLL2).
#include <net/if.h>

#include <unordered_map>

#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/ethertype_names.h"
#include "protocols/link/linux_cooked.h"

namespace wiretale::linux_cooked_v2 {
namespace {

// Wireshark shares sll.* between the versions; the places differ, so the names that collide stay with
// version 1.
constexpr Field type{"sll.etype", "Protocol", bytes(0, 2), Type::Uint16, Show::Hex, ethertype_names};
constexpr Field interface { "sll.ifindex", "Interface index", bytes(4, 4) };
constexpr Field hardware{"sll.hatype", "Link-layer address type", bytes(8, 2)};
constexpr Field packet_type{"sll.pkttype", "Packet type", bytes(10, 1),
                            Type::Uint8,   Show::Decimal, linux_cooked::packet_types};
constexpr Field address_length{"sll.halen", "Link-layer address length", bytes(11, 1)};
constexpr Field source{"sll.src.eth", "Source", varies, Type::Ether};
constexpr const Field* fields[] = {&type, &interface, &hardware, &packet_type, &address_length, &source};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::LinkType, 276}};

constexpr size_t header_length = 20;
constexpr size_t address_at = 12, mac_length = 6;

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = linux_cooked::find_payload(context, static_cast<uint16_t>(type.read(header)))};
}

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() >= header_length && address_length.read(layer) == mac_length)
    out.put(source, address_at, mac_length);
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

extern constinit const Protocol protocol{.name = "sll2",
                                         .title = "Linux cooked-mode capture v2",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .rest = Rest::Data,
                                         .print = print};

}  // namespace wiretale::linux_cooked_v2
