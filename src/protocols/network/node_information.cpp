// Node information in ICMPv6 (RFC 4620): asking a node for its names and addresses.
#include "protocols/network/icmpv6_parts.h"

namespace wiretale::icmpv6 {
namespace {

enum Question : uint16_t { nothing = 0, supported = 1, name = 2, addresses = 3 };

constexpr size_t header_length = 16, time_to_live_length = 4;

/// The address flags, and for a reply that it was cut short.
constexpr Name flags_[] = {{0x20, "G"}, {0x10, "S"}, {0x08, "L"}, {0x04, "C"}, {0x02, "A"}, {0x01, "T"}};
constexpr Names query_flags = Names(flags_).first(5), reply_flags = flags_;

void print_flags(Line& line, Names names, uint16_t flags) {
  if (flags == 0) return;
  line.put(" [", NamedBits{names, flags, "", ""}, ']');
}

/// A name in quotes: labels with their lengths before, or (draft 03) one length before the whole name.
void print_name(Line& line, View in) {
  if (!in.has(0, 1)) line.truncated();
  const Bytes all = in.all();
  if (all[0] == all.size() - 1) {
    if (line.options.verbose > 0) line.put(", 03 draft");
    line.put(", \"", CaretNotation{all.subspan(1)}, '"');
    return;
  }
  line.put(", \"");
  for (size_t at = 0; at < all.size();) {
    const size_t size = all[at++];
    if (size == 0) break;
    if (size > all.size() - at) {
      line.put("???");
      break;
    }
    line.put(CaretNotation{all.subspan(at, size)});
    at += size;
    if (at < all.size() && all[at] != 0) line.put('.');
  }
  line.put('"');
}

void print_subject(Line& line, View message) {
  const View subject = message.from(header_length);
  switch (message.u8(1)) {
    case 0: line.put(", subject=", Ipv6Text{subject.at_least(0, 16)}); return;
    case 1:
      line.put(", subject=DNS name");
      print_name(line, subject);
      return;
    case 2: line.put(", subject=", Ipv4Text{subject.at_least(0, 4)}); return;
    default: line.put(", unknown subject"); return;
  }
}

}  // namespace

void print_node_information_query(Line& line, View message) {
  // The message of KAME's first implementation.
  if (message.length() == 12) {
    line.put(" who-are-you request");
    return;
  }
  line.put(" node information query");
  if (!message.has(0, header_length)) {
    line.put(" [|icmp6]");
    return;
  }
  line.put(" (");
  const uint16_t flags = message.u16(6);
  const bool has_extra = message.length() != header_length;
  switch (message.u16(4)) {
    case nothing:
    case supported:
      line.put(message.u16(4) == nothing ? "noop" : "supported qtypes");
      if (message.u16(4) == supported && (flags & 1u) != 0) line.put(" [C]");
      if (has_extra && line.options.verbose > 0) line.put(", invalid len");
      line.put(')');
      return;
    case name: line.put("DNS name"); break;
    case addresses:
      line.put("node addresses");
      print_flags(line, query_flags, flags & 0x3eu);
      break;
    default: line.put("unknown"); break;
  }
  // A subject shorter than an IPv4 address is none.
  if (message.length() >= header_length + 4) print_subject(line, message);
  line.put(')');
}

void print_node_information_reply(Line& line, View message) {
  if (!message.has(0, header_length)) {
    line.put(" [|icmp6]");
    return;
  }
  line.put(" node information reply (");
  const bool verbose = line.options.verbose > 0, has_extra = message.length() != header_length;
  const uint8_t code = message.u8(1);
  if (code != 0) {
    if (code <= 2) line.put(code == 1 ? "refused" : "unknown");
    if (code <= 2 && has_extra && verbose) line.put(", invalid length");
    line.put(')');
    return;
  }
  if (verbose) line.put("success, ");
  const uint16_t flags = message.u16(6);
  const View data = message.from(header_length);
  switch (message.u16(4)) {
    case nothing:
      line.put("noop");
      if (has_extra && verbose) line.put(", invalid length");
      break;
    case supported:
      line.put("supported qtypes");
      if ((flags & 1u) != 0) line.put(" [C]");
      break;
    case name:
      line.put("DNS name");
      print_name(line, data.from(time_to_live_length));
      if ((flags & 1u) != 0) line.put(" [TTL=", data.u32(0), ']');
      break;
    case addresses:
      line.put("node addresses");
      for (size_t at = 0; at + time_to_live_length + 16 <= data.length(); at += time_to_live_length + 16) {
        data.need(at, time_to_live_length + 16);
        line.put(' ', Ipv6Text{data.at_least(at + time_to_live_length, 16)}, '(', data.s32(at), ')');
      }
      print_flags(line, reply_flags, flags & 0x3fu);
      break;
    default: line.put("unknown"); break;
  }
  line.put(')');
}

}  // namespace wiretale::icmpv6
