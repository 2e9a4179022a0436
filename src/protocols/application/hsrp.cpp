// HSRP version 0 (RFC 2281): which router is active for a virtual address.
#include "packet/line.h"
#include "protocols/application/hsrp_tree.h"
#include "protocols/catalog.h"

namespace wiretale::hsrp {
namespace {

constexpr Name operation_name_table[] = {{0, "hello"}, {1, "coup"}, {2, "resign"}};
constexpr Names operation_names = operation_name_table;
constexpr Name state_name_table[] = {{0, "initial"}, {1, "learn"},   {2, "listen"},
                                     {4, "speak"},   {8, "standby"}, {16, "active"}};
constexpr Names state_names = state_name_table;

constexpr Claim found_on[] = {{On::UdpPort, 1985}};

Step decode(Cursor& in, Context&) {
  constexpr size_t shortest = 2;
  in.skip(shortest);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void print(Line& line, View in) {
  line.protocol = "hsrp";
  const uint8_t of_version = in.u8(0);
  line.put("HSRPv", of_version);
  if (of_version != 0) return;
  line.put('-', Named{operation_names, in.u8(1), "unknown (", ")"}, ' ', in.length(), ": ",
           "state=", Named{state_names, in.u8(2), "Unknown (", ")"}, ' ', "group=", in.u8(6), ' ');
  if (in.u8(7) != 0) line.put("[reserved=", in.u8(7), "!] ");
  line.put("addr=", Ipv4Text{in.at_least(16, 4)});
  if (line.options.verbose == 0) return;
  line.put(" hellotime=", Elapsed{in.u8(3)}, " holdtime=", Elapsed{in.u8(4)}, " priority=", in.u8(5),
           " auth=\"");
  for (size_t i = 0; i < 8 && in.u8(8 + i) != 0; ++i) line.put(Escaped{in.bytes(8 + i, 1)});
  line.put('"');
}

}  // namespace

extern constinit const Protocol protocol{.name = "hsrp",
                                         .title = "Cisco Hot Standby Router Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .print = print};

}  // namespace wiretale::hsrp
