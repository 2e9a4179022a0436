// The RPKI to Router protocol, version 0 (RFC 6810): which origins may announce which prefixes.
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::rpki_router {
namespace {

enum Kind : uint8_t {
  serial_notify,
  serial_query,
  reset_query,
  cache_response,
  ipv4_prefix,
  ipv6_prefix = 6,
  end_of_data,
  cache_reset,
  error_report = 10
};
constexpr Name kind_name_table[] = {
    {serial_notify, "Serial Notify"},   {serial_query, "Serial Query"}, {reset_query, "Reset Query"},
    {cache_response, "Cache Response"}, {ipv4_prefix, "IPV4 Prefix"},   {ipv6_prefix, "IPV6 Prefix"},
    {end_of_data, "End of Data"},       {cache_reset, "Cache Reset"},   {error_report, "Error Report"}};
constexpr Names kind_names = kind_name_table;
constexpr Name error_name_table[] = {{0, "Corrupt Data"},
                                     {1, "Internal Error"},
                                     {2, "No Data Available"},
                                     {3, "Invalid Request"},
                                     {4, "Unsupported Protocol Version"},
                                     {5, "Unsupported PDU Type"},
                                     {6, "Withdrawal of Unknown Record"},
                                     {7, "Duplicate Announcement Received"}};
constexpr Names error_names = error_name_table;

constexpr Field version{"rpkirtr.version", "Version", bytes(0, 1)};
constexpr Field kind{"rpkirtr.pdu_type", "PDU Type", bytes(1, 1), Type::Uint8, Show::Decimal, kind_names};
constexpr Field length{"rpkirtr.length", "Length", bytes(4, 4)};
constexpr const Field* fields[] = {&version, &kind, &length};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::TcpPort, 323}};
constexpr size_t header_length = 8;

/// How long a PDU of a kind is; 0 where it varies.
constexpr size_t fixed_length(uint8_t what) {
  switch (what) {
    case serial_notify:
    case serial_query:
    case end_of_data: return 12;
    case reset_query:
    case cache_response:
    case cache_reset: return header_length;
    case ipv4_prefix: return 20;
    case ipv6_prefix: return 32;
    default: return 0;
  }
}

enum class Level : uint8_t { Outer, Inner };
bool print_unit(Line& line, View in, Level level);

void indent(Line& line) {
  line.new_line();
  line.put("  ");
}

template <class Address>
void print_prefix(Line& line, View in, std::string_view title, size_t address_length) {
  indent(line);
  line.put(title, Address{in.at_least(12, address_length)}, '/', in.u8(9), '-', in.u8(10), ", origin-as ",
           in.u32(12 + address_length), ", flags 0x", Hex{in.u8(8), 2});
}

/// One PDU; false when it is invalid.
bool print_body(Line& line, View in, uint32_t claimed, uint8_t what, Level level) {
  if (const size_t fixed = fixed_length(what); fixed != 0 && fixed != claimed) return false;
  switch (what) {
    case serial_notify:
    case serial_query:
    case end_of_data:
      indent(line);
      line.put("Session ID: 0x", Hex{in.u16(2), 4}, ", Serial: ", in.u32(8));
      return true;
    case reset_query:
    case cache_reset: return true;
    case cache_response:
      indent(line);
      line.put("Session ID: 0x", Hex{in.u16(2), 4});
      return true;
    case ipv4_prefix: print_prefix<Ipv4Text>(line, in, "IPv4 Prefix ", 4); return true;
    case ipv6_prefix: print_prefix<Ipv6Text>(line, in, "IPv6 Prefix ", 16); return true;
    case error_report: break;
    default: append_hex(line, in.bytes(0, claimed), "\n\t  "); return true;
  }
  constexpr size_t least = header_length + 8;
  if (claimed < least || level == Level::Inner) return false;
  const uint32_t enclosed = in.u32(8);
  indent(line);
  const uint16_t error = in.u16(2);
  line.put("Error code: ", Named{error_names, error, "Unknown (", ")"},
           ", Encapsulated PDU length: ", enclosed);
  if (least + uint64_t{enclosed} > claimed) return false;
  size_t at = 12;
  if (enclosed > 0) {
    indent(line);
    line.put("  -----encapsulated PDU-----");
    if (enclosed < header_length) return false;
    if (!print_unit(line, in.part(at, enclosed), Level::Inner)) return false;
    at += enclosed;
  }
  const uint32_t words = in.u32(at);
  at += 4;
  if (at + uint64_t{words} > claimed) return false;
  if (words > 0) {
    indent(line);
    line.put("Error text: ", CaretNotation{in.bytes(at, words)});
  }
  return true;
}

bool print_unit(Line& line, View in, Level level) {
  if (in.u8(0) != 0) {
    line.new_line();
    line.put("RPKI-RTRv", in.u8(0), " (unknown)");
    return true;
  }
  const uint8_t what = in.u8(1);
  const uint32_t claimed = in.u32(4);
  line.new_line();
  line.put("RPKI-RTRv0, ", name_or(kind_names, what, "Unknown"), " PDU (", what, "), length: ", claimed);
  if (claimed < header_length || claimed > in.length()) return false;
  in.need(0, claimed);
  return print_body(line, in, claimed, what, level);
}

void print(Line& line, View in) {
  line.protocol = "rpki_rtr";
  if (line.options.verbose == 0) {
    line.put(", RPKI-RTR");
    return;
  }
  while (in.length() > 0) {
    if (in.length() < header_length) {
      line.put('(', in.length(), " bytes is too few to decode)");
      return line.invalid();
    }
    if (in.u8(0) != 0) {
      (void)print_unit(line, in, Level::Outer);
      return;
    }
    if (!print_unit(line, in, Level::Outer)) return line.invalid();
    if (line.options.verbose > 1) append_hex(line, in.available(0, in.u32(4)), "\n\t  ");
    in = in.from(in.u32(4));
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "rpkirtr",
                                         .title = "RPKI-Router Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .print = print};

}  // namespace wiretale::rpki_router
