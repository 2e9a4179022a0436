// VXLAN (RFC 7348): an Ethernet frame carried in UDP.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::vxlan {
namespace {

constexpr Field flags{"vxlan.flags", "Flags", bytes(0, 2), Type::Uint16, Show::Hex};
constexpr Field has_vni{"vxlan.flag_i", "VXLAN Network ID (VNI)", bits(4, 1), Type::Boolean, Show::Flag};
constexpr Field group_policy{"vxlan.gbp", "Group Policy ID", bytes(2, 2)};
constexpr Field vni{"vxlan.vni", "VXLAN Network Identifier (VNI)", bytes(4, 3)};
constexpr const Field* fields[] = {&flags, &has_vni, &group_policy, &vni};
static_assert(fields_are_distinct(fields));

// 8472 is what Linux, Flannel and Cilium use; tcpdump reads OTV there.
constexpr Claim found_on[] = {{On::UdpPort, 4789}, {On::UdpPort, 8472, Scope::Flows}};

constexpr size_t header_length = 8;

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (has_vni.read(header) == 0) return {.trouble = Trouble::Malformed};
  return {.next = ids::ethernet};
}

void print(Line& line, View in) {
  line.protocol = "vxlan";
  line.put("VXLAN");
  if (in.length() < header_length) return line.invalid();
  const Bytes header = in.bytes(0, header_length);
  line.put(", flags [", has_vni.read(header) != 0 ? "I" : "invalid", "] (0x", Hex{header[0], 2}, "), vni ",
           vni.read(header), '\n');
  line.print(ids::ethernet, in.from(header_length));
}

}  // namespace

extern constinit const Protocol protocol{.name = "vxlan",
                                         .title = "Virtual eXtensible Local Area Network",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .rest = Rest::Data,
                                         .print = print};

}  // namespace wiretale::vxlan
