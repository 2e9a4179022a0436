// OTV (draft-hasmit-otv): what tcpdump reads on UDP port 8472. Almost all packets there are VXLAN, which has
// the same layout and which decoding reads; only the line keeps tcpdump's habit.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::otv {
namespace {

constexpr Field has_instance{"otv.flag_i", "Instance ID", bits(4, 1), Type::Boolean, Show::Flag};
constexpr Field overlay{"otv.overlay", "Overlay ID", bytes(1, 3)};
constexpr Field instance{"otv.instance", "Instance ID", bytes(4, 3)};
constexpr const Field* fields[] = {&has_instance, &overlay, &instance};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 8472, Scope::Line}};

constexpr size_t header_length = 8;

void print(Line& line, View in) {
  line.protocol = "otv";
  line.put("OTV, ");
  if (in.length() < header_length) {
    line.put("[length ", in.length(), " < ", header_length, "] (invalid)");
    in.need(0, in.length());
    return;
  }
  const uint8_t flags = in.u8(0);
  line.put("flags [", (flags & 0x08) != 0 ? "I" : ".", "] (0x", Hex{flags, 2}, "), overlay ");
  line.put(in.u24(1), ", ");
  line.put("instance ", in.u24(4));
  in.need(7, 1);
  line.put('\n');
  line.print(ids::ethernet, in.from(header_length));
}

}  // namespace

extern constinit const Protocol protocol{.name = "otv",
                                         .title = "Overlay Transport Virtualization",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .print = print};

}  // namespace wiretale::otv
