// IGRP: Cisco's first distance-vector routing protocol.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::igrp {
namespace {

constexpr Name opcode_name_table[] = {{1, "update"}, {2, "request"}};
constexpr Names opcode_names = opcode_name_table;

constexpr Field version{"igrp.version", "IGRP Version", bits(0, 4)};
constexpr Field opcode{"igrp.command", "Command", bits(4, 4), Type::Uint8, Show::Decimal, opcode_names};
constexpr Field edition{"igrp.update", "Update Release", bytes(1, 1)};
constexpr Field autonomous_system{"igrp.as", "Autonomous System", bytes(2, 2)};
constexpr Field interior{"igrp.interior_routes", "Interior routes", bytes(4, 2)};
constexpr Field system{"igrp.system_routes", "System routes", bytes(6, 2)};
constexpr Field exterior{"igrp.exterior_routes", "Exterior routes", bytes(8, 2)};
constexpr Field checksum{"igrp.checksum", "Checksum", bytes(10, 2), Type::Uint16, Show::Hex};
constexpr const Field* fields[] = {&version,  &opcode, &edition,  &autonomous_system,
                                   &interior, &system, &exterior, &checksum};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::IpProtocol, 9}};

constexpr size_t header_length = 12, route_length = 14;

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

/// One route; the place of the fourth byte of its network tells its kind.
void print_route(Line& line, View in, std::string_view before, std::string_view after) {
  const uint32_t delay = in.u24(3), bandwidth = in.u24(6);
  const uint32_t metric = std::min<uint32_t>(bandwidth + delay, 0xffffff);
  line.put(' ', before, in.u8(0), '.', in.u8(1), '.', in.u8(2), after, " d=", delay * 10,
           " b=", bandwidth == 0 ? 0 : 10000000 / bandwidth, " r=", in.u8(11), " l=", in.u8(12),
           " M=", metric, " mtu=", in.u16(9), " in ", in.u8(13), " hops");
}

void print(Line& line, View in) {
  line.protocol = "igrp";
  line.put("igrp:");
  if (in.length() < header_length || !in.has(0, header_length)) line.truncated();
  const Bytes header = in.bytes(0, header_length);
  line.put(' ', Named{opcode_names, opcode.read(header), "op-#", ""}, " V", version.read(header),
           " edit=", edition.read(header), " AS=", autonomous_system.read(header), " (",
           interior.read(header), '/', system.read(header), '/', exterior.read(header), ')');
  if (line.options.verbose > 0) line.put(" checksum=0x", Hex{checksum.read(header), 4});
  struct Kind {
    uint64_t count;
    std::string_view before, after;
  };
  const Kind kinds[] = {
      {interior.read(header), "*.", ""}, {system.read(header), "", ".0"}, {exterior.read(header), "X", ".0"}};
  size_t at = header_length, left = in.length() - header_length;
  for (const Kind& kind : kinds)
    for (uint64_t i = 0; i < kind.count; ++i) {
      if (left < route_length) return line.invalid();
      in.need(at, route_length);
      print_route(line, in.from(at), kind.before, kind.after);
      at += route_length;
      left -= route_length;
    }
  if (left != 0) {
    line.put(" [extra bytes ", left, ']');
    line.invalid();
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "igrp",
                                         .title = "Cisco Interior Gateway Routing Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::igrp
