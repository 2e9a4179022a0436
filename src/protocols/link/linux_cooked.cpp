// What the two versions of Linux cooked frames share.
#include "protocols/link/linux_cooked.h"

#include "protocols/catalog.h"
#include "protocols/link/ethernet.h"
#include "protocols/link/ethertype_names.h"
#include "protocols/link/llc.h"

namespace wiretale::linux_cooked {
namespace {

constexpr uint16_t linux_802_3 = 1, linux_802_2 = 4;
constexpr uint16_t ipx_sap = 0xe0;
constexpr uint16_t vlan_type = 0x8100;
constexpr size_t tag_length = 4;

std::string_view ethertype_name(uint16_t type) {
  const std::string_view name = find_name(ethertype_names, type);
  return name.empty() ? "Unknown" : name;
}

}  // namespace

ProtocolId find_payload(const Context& context, uint16_t type) {
  if (type > ethernet::largest_8023_length) return context.find(On::EtherType, type);
  return type == linux_802_2   ? ids::llc
         : type == linux_802_3 ? context.find(On::LlcSap, ipx_sap)
                               : ProtocolId::None;
}

void print_type(Line& line, uint16_t type, size_t length) {
  if (type == linux_802_3)
    line.put("802.3");
  else if (type == linux_802_2)
    line.put("802.2");
  else
    line.put("ethertype ", ethertype_name(type), " (0x", Hex{type, 4}, ')');
  line.put(", length ", length, ": ");
}

void print_payload(Line& line, View in, size_t header_length, uint16_t type,
                   void (*print_header)(Line&, View, size_t length)) {
  line.link = {};
  size_t link_length = header_length;
  View payload = in.from(header_length);
  // tcpdump reads the 802.1Q tags, and of those only the inner type is shown when -e is not given.
  while (type == vlan_type) {
    if (payload.captured() < tag_length || payload.length() < tag_length) {
      line.put(" [|vlan]");
      line.link_header_length = in.captured();
      return;
    }
    if (line.options.link_header) ethernet::print_tag(line, payload.u16(0));
    type = payload.u16(2);
    if (!line.options.quiet && type <= ethernet::largest_8023_length)
      line.put("ethertype Unknown, ");
    else if (!line.options.quiet)
      line.put("ethertype ", ethertype_name(type), ", ");
    payload = payload.from(tag_length);
    if (type <= ethernet::largest_8023_length) type = linux_802_2;
    link_length += tag_length;
  }
  if (type <= ethernet::largest_8023_length) {
    bool known = false;
    if (type == linux_802_3) {
      known = line.child(On::LlcSap, ipx_sap, payload);
    } else if (type == linux_802_2) {
      const llc::Printed done = llc::print_llc(line, payload);
      known = done.known;
      if (known) link_length += done.header_length;
    }
    if (!known) line.unknown_data(payload);
  } else if (!line.child(On::EtherType, type, payload)) {
    if (!line.options.link_header) print_header(line, in, payload.length() + header_length);
    line.unknown_data(payload);
  }
  line.link_header_length = link_length;
}

}  // namespace wiretale::linux_cooked
