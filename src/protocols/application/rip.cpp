// RIP versions 1 and 2 (RFC 1058, RFC 2453, authentication of RFC 4822).
#include <bit>

#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::rip {
namespace {

enum Command : uint8_t { request = 1, response, trace_on, trace_off, poll, poll_entry };
constexpr Name command_name_table[] = {{request, "Request"},   {response, "Response"},
                                       {trace_on, "Trace on"}, {trace_off, "Trace off"},
                                       {poll, "Poll"},         {poll_entry, "Poll Entry"}};
constexpr Names command_names = command_name_table;
/// Address families as BSD numbers them.
constexpr Name family_name_table[] = {{2, "IPv4"}, {6, "NS"},    {7, "ISO"},   {16, "Appletalk"},
                                      {23, "IPX"}, {24, "IPv6"}, {28, "IPv6"}, {30, "IPv6"}};
constexpr Names family_names = family_name_table;
constexpr uint16_t ipv4_family = 2, authentication_family = 0xffff;

constexpr Field command{"rip.command", "Command", bytes(0, 1), Type::Uint8, Show::Decimal, command_names};
constexpr Field version{"rip.version", "Version", bytes(1, 1)};
constexpr const Field* fields[] = {&command, &version};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 520}};
constexpr size_t header_length = 4, entry_length = 20;

bool all_zero(View in, size_t at, size_t count) {
  for (const uint8_t byte : in.bytes(at, count))
    if (byte != 0) return false;
  return true;
}

void print_old_entry(Line& line, View entry) {
  // RFC 1058 3.1: all else must be zero.
  const uint16_t family = entry.u16(0);
  if (!all_zero(entry, 2, 2) || !all_zero(entry, 8, 8)) {
    append_hex(line, entry.bytes(0, entry_length), "\n\t  ");
    return;
  }
  if (family != ipv4_family && family != 0) {
    line.put("\n\t  AFI ", Named{family_names, family, "Unknown (", ")"});
    append_hex(line, entry.bytes(4, entry_length - 4), "\n\t  ");
    return;
  }
  line.put(family == 0 ? "\n\t  AFI 0, " : "\n\t  ", Ipv4Text{entry.at_least(4, 4)},
           ", metric: ", entry.u32(16));
}

void put_padded_address(Line& line, View entry) {
  const size_t start = line.size();
  line.put(Ipv4Text{entry.at_least(4, 4)});
  const size_t width = line.size() - start;
  if (width >= 15) return;
  line.shorten(start);
  line.fill(15 - width, ' ');
  line.put(Ipv4Text{entry.at_least(4, 4)});
}

/// How many bytes the authentication entry takes.
size_t print_authentication(Line& line, View entry, size_t left) {
  const uint16_t type = entry.u16(2);
  switch (type) {
    case 1:
      line.put("\n\t  Auth trailer:");
      append_hex(line, entry.available(4, left - 4), "\n\t  ");
      return left;
    case 2: {
      line.put("\n\t  Simple Text Authentication data: ");
      for (size_t i = 4; i < entry_length && entry.u8(i) != 0; ++i) line.put(Escaped{entry.bytes(i, 1)});
      return entry_length;
    }
    case 3:
      line.put("\n\t  Auth header: Packet Len ", entry.u16(4), ", Key-ID ", entry.u8(6), ", Auth Data Len ",
               entry.u8(7), ", SeqNo ", entry.u32(8), ", MBZ ", entry.u32(12), ", MBZ ", entry.u32(16));
      return entry_length;
    default:
      line.put("\n\t  Unknown (", type, ") Authentication data:");
      append_hex(line, entry.available(4, left - 4), "\n\t  ");
      return left;
  }
}

/// How many bytes the entry takes.
size_t print_entry(Line& line, View entry, size_t left) {
  const uint16_t family = entry.u16(0);
  if (family == authentication_family) return print_authentication(line, entry, left);
  if (family != ipv4_family && family != 0) {
    line.put("\n\t  AFI ", Named{family_names, family, "Unknown (", ")"});
    append_hex(line, entry.available(4, entry_length - 4), "\n\t  ");
    return entry_length;
  }
  const std::string_view name = find_name(family_names, family);
  line.put("\n\t  AFI ", name.empty() ? std::string_view("0") : name, ", ");
  put_padded_address(line, entry);
  const int prefix = std::popcount(entry.u32(8));
  line.put('/', prefix, prefix < 10 ? " " : "", ", tag 0x", Hex{entry.u16(2), 4}, ", metric: ", entry.u32(16),
           ", next-hop: ");
  if (entry.u32(12) != 0)
    line.put(Ipv4Text{entry.at_least(12, 4)});
  else
    line.put("self");
  return entry_length;
}

void print_entries(Line& line, View in, uint8_t of_version) {
  size_t left = in.length() - header_length, at = header_length;
  switch (of_version) {
    case 1: {
      line.put(", routes: ", in.length() / entry_length);
      for (; left >= entry_length; left -= entry_length, at += entry_length) {
        in.need(at, entry_length);
        print_old_entry(line, in.from(at));
      }
      if (left != 0) {
        line.put(" [remaining entries length ", left, " < ", entry_length, ']');
        line.invalid();
      }
      break;
    }
    case 2:
      line.put(", routes: ", in.length() / entry_length, " or less");
      while (left > 0) {
        const size_t taken = print_entry(line, in.from(at), left);
        if (left < taken) {
          line.put(" [remaining entries length ", left, " < ", entry_length, ']');
          line.invalid();
          break;
        }
        at += taken;
        left -= taken;
      }
      break;
    default: line.put(", unknown version"); break;
  }
}

void print(Line& line, View in) {
  line.protocol = "rip";
  if (in.captured() < header_length || in.length() < header_length) line.truncated();
  const uint8_t of_version = in.u8(1), kind = in.u8(0);
  const bool verbose = line.options.verbose >= 1;
  line.put(verbose ? "\n\tRIPv" : "RIPv", of_version);
  if (of_version == 0) {
    append_hex(line, in.available(0, in.length()));
    return;
  }
  line.put(", ", Named{command_names, kind, "unknown command (", ")"}, ", length: ", in.length());
  if (!verbose) return;
  switch (kind) {
    case request:
    case response: print_entries(line, in, of_version); break;
    case trace_off:
    case poll:
    case poll_entry: break;
    default:
      if (line.options.verbose <= 1) append_hex(line, in.available(0, in.length()));
      break;
  }
  if (line.options.verbose > 1) append_hex(line, in.available(0, in.length()));
}

}  // namespace

extern constinit const Protocol protocol{.name = "rip",
                                         .title = "Routing Information Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .print = print};

}  // namespace wiretale::rip
