// Ethernet's configuration testing protocol (Ethernet V2.0, section 8), by its EtherType called loopback:
// frames that a station forwards as they say.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::configuration_testing {
namespace {

enum Function : uint16_t { reply = 1, forward_data = 2 };
constexpr Name function_names[] = {{reply, "Reply"}, {forward_data, "Forward Data"}};

// All numbers are little-endian, the protocol being Digital's.
constexpr Field skip_count{"loop.skipcount", "skipCount", varies, Type::Uint16};
constexpr Field function{"loop.function", "Function", varies, Type::Uint16, Show::Decimal, function_names};
constexpr const Field* fields[] = {&skip_count, &function};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x9000}};

void print_message(Line& line, View in) {
  if (in.length() < 2) return line.invalid();
  const uint16_t what = in.little16(0);
  in = in.from(2);
  line.put(", ", Named{function_names, what, " invalid (", ")"});
  switch (what) {
    case reply:
      if (in.length() < 2) return line.invalid();
      line.put(", receipt number ", in.little16(0));
      in = in.from(2);
      break;
    case forward_data:
      if (in.length() < 6) return line.invalid();
      line.put(", forwarding address ", MacText{in.at_least(0, 6)});
      in = in.from(6);
      break;
    default: return;
  }
  line.put(", data (", in.length(), " octets)");
  in.need(0, in.length());
}

void print(Line& line, View in) {
  line.protocol = "loopback";
  line.put("Loopback");
  if (in.length() < 2) return line.invalid();
  const uint16_t skipped = in.little16(0);
  in = in.from(2);
  line.put(", skipCount ", skipped);
  if (skipped % 8 != 0) line.put(" (bogus)");
  if (skipped > in.length()) return line.invalid();
  in.need(0, skipped);
  print_message(line, in.from(skipped));
}

Step decode(Cursor& in, Context&) {
  in.take(2);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

}  // namespace

extern constinit const Protocol protocol{.name = "loop",
                                         .title = "Configuration Test Protocol (loopback)",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::configuration_testing
