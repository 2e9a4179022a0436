// Ethernet's configuration testing protocol (Ethernet V2.0, section 8), by its EtherType called loopback:
// frames that a station forwards as they say.
#include "packet/field_cursor.h"
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::configuration_testing {
namespace {

enum Function : uint16_t { reply = 1, forward_data = 2 };
constexpr Name function_names[] = {{reply, "Reply"}, {forward_data, "Forward Data"}};

// All numbers are little-endian, the protocol being Digital's.
constexpr Field skip_count{"loop.skipcount", "skipCount", varies, Type::Uint16};
constexpr Field function{"loop.function", "Function", varies, Type::Uint16, Show::Decimal, function_names};
constexpr Field relevant_function{
    "loop.relevant_function", "Relevant function", varies, Type::Uint16, Show::Decimal, function_names};
constexpr Field receipt{"loop.receipt_number", "Receipt number", varies, Type::Uint16};
constexpr Field forwarding{"loop.forwarding_address", "Forwarding address", varies, Type::Ether};
constexpr const Field* fields[] = {&skip_count, &function, &relevant_function, &receipt, &forwarding};
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

/// Goes through the functions to the one that matters to the frame's receiver and what it has to say.
Step decode(Cursor& in, Context&) {
  const unsigned skipped = static_cast<unsigned>(in.u8() | in.u8() << 8);
  in.skip(skipped);
  for (;;) {
    const unsigned what = static_cast<unsigned>(in.u8() | in.u8() << 8);
    in.skip(what == reply ? 2 : what == forward_data ? 6 : 0);
    if (!in.ok()) return {.trouble = Trouble::Truncated};
    if (what != forward_data) return {};
  }
}

void dissect(Bytes layer, FieldWriter& out) {
  constexpr std::string_view tree_name = "LOOP";
  out.protocol_column("LOOP");
  out.info("");
  FieldCursor in(out, tree_name);
  const auto little = [&] { return le16(in.peek(2).data()); };
  const size_t skipped = little();
  in.put(skip_count, 2, skipped);
  if (skipped + 2 > in.left()) in.too_short();
  const unsigned relevant = le16(&layer[in.at + skipped]);
  out.put(relevant_function, in.at + skipped, 2, relevant);
  if (const std::string_view name = find_name(function_names, relevant); !name.empty())
    out.info(name);
  else
    out.info("Unknown function (", relevant, ')');
  for (bool more = true; more;) {
    const unsigned what = little();
    in.put(function, 2, what);
    more = what == forward_data;
    if (what == reply) in.put(receipt, 2, little());
    if (what == forward_data) in.put(forwarding, 6);
  }
  out.root().length(in.at);
}

}  // namespace

extern constinit const Protocol protocol{.name = "loop",
                                         .title = "Configuration Test Protocol (loopback)",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .keeps = Keeps::Nothing,
                                         .print = print};

}  // namespace wiretale::configuration_testing
