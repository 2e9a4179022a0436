// Marvell's DSA and EDSA tags in frames between switch chips and their processor: LINKTYPE_DSA_TAG_DSA and
// ..._EDSA.
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/link/ethernet.h"
#include "protocols/link/ethertype_names.h"

namespace wiretale {
namespace {

enum Mode : uint8_t { to_processor = 0, from_processor = 1, to_sniffer = 2, forward = 3 };

constexpr Field mode{"dsa.mode", "Mode", bits(0, 2)};
constexpr Field tagged{"dsa.tagged", "Tagged", bits(2, 1), Type::Boolean, Show::Flag};
constexpr Field device{"dsa.dev", "Device", bits(3, 5), Type::Uint8};
constexpr Field port{"dsa.port", "Port", bits(8, 5), Type::Uint8};
constexpr Field trunk{"dsa.trunk", "Trunk", bits(13, 1), Type::Boolean, Show::Flag};
constexpr Field canonical{"dsa.cfi", "CFI", bits(15, 1), Type::Boolean, Show::Flag};
constexpr Field priority{"dsa.pri", "Priority", bits(16, 3), Type::Uint8};
constexpr Field vlan_id{"dsa.vid", "VLAN ID", bits(20, 12)};
constexpr const Field* fields[] = {&mode, &tagged, &device, &port, &trunk, &canonical, &priority, &vlan_id};
static_assert(fields_are_distinct(fields));

constexpr Name reason_names[] = {{0, "BPDU (MGMT) Trap"}, {1, "Frame2Reg"},  {2, "IGMP/MLD Trap"},
                                 {3, "Policy Trap"},      {4, "ARP Mirror"}, {5, "Policy Mirror"}};

constexpr size_t tag_length = 4, extended_length = 8, addresses_length = 12;

/// Why the chip sent the frame to the processor; the number's last bit lies apart.
std::string_view reason(Bytes tag) {
  const std::string_view name = find_name(reason_names, (tag[1] & 6u) | (tag[2] & 0x10u) >> 4);
  return name.empty() ? "reserved" : name;
}

void print_in_full(Line& line, Bytes tag) {
  const auto dev = device.read(tag), number = port.read(tag);
  const bool second = trunk.read(tag) != 0;
  line.put("mode ");
  switch (mode.read(tag)) {
    case to_processor:
      line.put("To CPU, source dev ", dev, ", port ", number, ", code ", reason(tag), ", ");
      break;
    case from_processor: line.put("From CPU, target dev ", dev, ", port ", number, ", "); break;
    case to_sniffer:
      line.put("To Sniffer, source dev ", dev, ", port ", number,
               second ? ", ingress sniff, " : ", egress sniff, ");
      break;
    default: line.put("Forward, dev ", dev, second ? ", trunk " : ", port ", number, ", ");
  }
  line.put(tagged.read(tag) != 0 ? "tagged, " : "untagged, ", canonical.read(tag) != 0 ? "CFI, " : "", "VID ",
           vlan_id.read(tag), ", FPri ", priority.read(tag), ", ");
}

void print_in_short(Line& line, Bytes tag) {
  const auto dev = device.read(tag), number = port.read(tag);
  const bool second = trunk.read(tag) != 0;
  switch (mode.read(tag)) {
    case to_processor: line.put("port ", dev, '.', number, " > CPU, "); break;
    case from_processor: line.put("CPU > port ", dev, '.', number, ", "); break;
    case to_sniffer:
      line.put("port ", dev, '.', number, second ? " > Rx Sniffer, " : " > Tx Sniffer, ");
      break;
    default: line.put("Forward ", second ? "trunk " : "port ", dev, '.', number, ", ");
  }
  line.put("VLAN ", vlan_id.read(tag), tagged.read(tag) != 0 ? "t, " : "u, ");
}

void print_dsa(Line& line, View in) {
  const Bytes tag = in.bytes(0, tag_length);
  if (line.options.link_header) {
    line.put("Marvell DSA ");
    print_in_full(line, tag);
  } else {
    line.put("DSA ");
    print_in_short(line, tag);
  }
}

void print_edsa(Line& line, View in) {
  const uint16_t type = in.u16(0);
  const Bytes tag = in.bytes(4, tag_length);
  if (line.options.link_header) {
    const std::string_view name = find_name(ethertype_names, type);
    line.put("Marvell EDSA ethertype 0x", Hex{type, 4}, " (", name.empty() ? "Unknown" : name, "), rsvd ",
             in.u8(2), ' ', in.u8(3), ", ");
    print_in_full(line, tag);
  } else {
    line.put("EDSA 0x", Hex{type, 4}, ", ");
    print_in_short(line, tag);
  }
}

Step decode_tagged(Cursor& in, Context& context, size_t length) {
  in.skip(addresses_length + length);
  const uint16_t type = in.u16();
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = context.find(On::EtherType, type)};
}

}  // namespace

namespace marvell_dsa {
namespace {

constexpr Claim found_on[] = {{On::LinkType, 284}};

Step decode(Cursor& in, Context& context) { return decode_tagged(in, context, tag_length); }
void print(Line& line, View in) {
  ethernet::print_frame(line, in, {.length = tag_length, .protocol = "dsa", .print = print_dsa});
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "dsa", .title = "Marvell DSA tag", .found_on = found_on, .decode = decode, .print = print};

}  // namespace marvell_dsa

namespace marvell_edsa {
namespace {

constexpr Claim found_on[] = {{On::LinkType, 285}};

Step decode(Cursor& in, Context& context) { return decode_tagged(in, context, extended_length); }
void print(Line& line, View in) {
  ethernet::print_frame(line, in, {.length = extended_length, .protocol = "edsa", .print = print_edsa});
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "edsa", .title = "Marvell EDSA tag", .found_on = found_on, .decode = decode, .print = print};

}  // namespace marvell_edsa
}  // namespace wiretale
