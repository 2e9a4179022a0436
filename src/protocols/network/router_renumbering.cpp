// Router renumbering in ICMPv6 (RFC 2894): replacing the prefixes of a site's routers.
#include "protocols/network/icmpv6_parts.h"

namespace wiretale::icmpv6 {
namespace {

enum Code : uint8_t { command = 0, result = 1, sequence_reset = 255 };

constexpr Name codes_[] = {
    {command, "command"}, {result, "result"}, {sequence_reset, "sequence number reset"}};
constexpr Names codes = codes_;
constexpr Name operations_[] = {{1, "add"}, {2, "change"}, {3, "setglobal"}};
constexpr Names operations = operations_;
constexpr Name flags_[] = {{0x80, "T"}, {0x40, "R"}, {0x20, "A"}, {0x10, "S"}, {0x08, "P"}};
constexpr Names flag_names = flags_;

constexpr size_t header_length = 16, match_length = 24, use_length = 32;

void put_lifetime(Line& line, uint32_t seconds) {
  if (seconds == 0xffffffff)
    line.put("infty,");
  else
    line.put(seconds, ',');
}

/// Each part stands on a line of its own with -vv.
void put_part(Line& line, std::string_view name) { line.put(line.options.verbose > 1 ? "\n\t" : " ", name); }

/// False when the part was not captured.
bool print_use(Line& line, View use) {
  if (!use.has(0, use_length)) {
    line.put(" [|icmp6]");
    return false;
  }
  put_part(line, "use(");
  const uint8_t flags = use.u8(12);
  if ((flags & 0xc0) != 0) line.put((flags & 0x80) != 0 ? "V" : "", (flags & 0x40) != 0 ? "P" : "", ',');
  if (line.options.verbose > 0) {
    line.put("mask=0x", Hex{use.u8(2)}, ",raflags=0x", Hex{use.u8(3)}, ",vltime=");
    put_lifetime(line, use.u32(4));
    line.put("pltime=");
    put_lifetime(line, use.u32(8));
  }
  line.put(Ipv6Text{use.at_least(16, 16)}, '/', use.u8(0), '/', use.u8(1), ')');
  return true;
}

}  // namespace

void print_router_renumbering(Line& line, View message) {
  if (!message.has(0, header_length)) {
    line.put(" [|icmp6]");
    return;
  }
  const bool verbose = line.options.verbose > 0;
  const uint8_t code = message.u8(1), flags = message.u8(9);
  line.put(", ", Named{codes, code, "code-#"}, ", seq=", message.u32(4));
  if (verbose) {
    line.put('[', NamedBits{flag_names, flags, "", ""});
    if (flags != 0) line.put(',');
    line.put("seg=", message.u8(8), ",maxdelay=", message.u16(10));
    if (message.u32(12) != 0) line.put("rsvd=0x", Hex{message.u32(12)});
    line.put(']');
  }
  if (code != command) return;
  const View match = message.from(header_length);
  if (!match.has(0, match_length)) {
    line.put(" [|icmp6]");
    return;
  }
  put_part(line, "match(");
  line.put(Named{operations, match.u8(0)}, ',');
  if (verbose) line.put("ord=", match.u8(2), ",min=", match.u8(4), ",max=", match.u8(5), ',');
  line.put(Ipv6Text{match.at_least(8, 16)}, '/', match.u8(3), ')');
  // The length counts units of 8 bytes and covers the match and what to use instead.
  const size_t length = match.u8(1) * size_t{8};
  if (length == match_length) return;
  View use = match.from(match_length);
  for (size_t at = match_length; at < std::max(length, match_length + 1); at += use_length) {
    if (!print_use(line, use)) return;
    use = use.from(use_length);
  }
}

}  // namespace wiretale::icmpv6
