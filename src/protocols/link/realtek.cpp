// Realtek's protocols under one EtherType: RRCP, by which its switches are configured, and others known by
// name.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::realtek {
namespace {

constexpr uint8_t rrcp = 1;
constexpr Name kind_name_table[] = {
    {rrcp, "RRCP"}, {2, "REP"}, {3, "RLDP"}, {0x23, "RLDP"}, {4, "Realtek 8-byte DSA tag"}};
constexpr Names kind_names = kind_name_table;
/// The tags of switch chips are told by the upper four bits.
constexpr Name tag_names[] = {{0x9, "Realtek RTL8306 4-byte DSA tag"},
                              {0xa, "Realtek RTL8366RB 4-byte DSA tag"}};

enum Operation : uint8_t { hello = 0, get = 1, set = 2 };
constexpr Name operation_name_table[] = {{hello, "hello"}, {get, "get"}, {set, "set"}};
constexpr Names operation_names = operation_name_table;

// Numbers after the first four bytes are little-endian, except the authentication key.
constexpr Field kind{"rtk.protocol", "Protocol", bytes(0, 1), Type::Uint8, Show::Hex, kind_names};
constexpr Field reply{"rrcp.reply", "Reply", bits(8, 1), Type::Boolean, Show::Flag};
constexpr Field operation{"rrcp.opcode", "Opcode", bits(9, 7), Type::Uint8, Show::Decimal, operation_names};
constexpr Field authentication{"rrcp.authkey", "Authentication key", bytes(2, 2), Type::Uint16, Show::Hex};
constexpr const Field* fields[] = {&kind, &reply, &operation, &authentication};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x8899}};

Step decode(Cursor& in, Context&) {
  const Bytes first = in.take(1);
  return {.trouble = first.empty() ? Trouble::Truncated : Trouble::None};
}

void print_rrcp(Line& line, View in) {
  constexpr size_t authentication_at = 2, body_at = 4;
  line.protocol = "rrcp";
  const bool is_reply = (in.u8(1) & 0x80) != 0;
  const uint8_t what = in.u8(1) & 0x7f;
  line.put("RRCP ", is_reply ? "reply" : "query", ": ",
           NamedHex{operation_names, what, "unknown opcode (0x", ")", 2});
  if (what == get || what == set)
    line.put(" addr=0x", Hex{in.little16(body_at), 4}, ", data=0x", Hex{in.little32(body_at + 2), 8});
  line.put(", auth=0x", Hex{in.u16(authentication_at), 4});
  if (what == hello && is_reply) {
    line.put(" downlink_port=", in.u8(4), ", uplink_port=", in.u8(5),
             ", uplink_mac=", MacText{in.at_least(6, 6)});
    line.put(", vendor_id=", Hex{in.little32(14), 8}, " ,chip_id=", Hex{in.little16(12), 4}, ' ');
  }
  if (what == get || what == set) {
    constexpr size_t cookie_at = 10;
    line.put(", cookie=0x", Hex{in.u32(cookie_at), 8}, Hex{in.u32(cookie_at + 4), 8}, ' ');
  }
}

void print(Line& line, View in) {
  line.protocol = "rtl";
  if (line.link.source != nullptr)
    line.put(MacText{line.link.source}, " > ", MacText{line.link.destination}, ", ");
  const uint8_t what = in.u8(0);
  if (what == rrcp) return print_rrcp(line, in);
  if (const std::string_view tag = find_name(tag_names, what >> 4); !tag.empty()) {
    line.put(tag);
    return;
  }
  line.put(NamedHex{kind_names, what, "Realtek unknown type 0x", "", 2});
}

}  // namespace

extern constinit const Protocol protocol{.name = "rtk",
                                         .title = "Realtek Layer 2 protocols",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::realtek
