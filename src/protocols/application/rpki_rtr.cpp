// RPKI-Router (RFC 6810): which networks may announce which prefixes, from a cache to BGP routers.
#include "packet/hex_dump.h"
#include "packet/line.h"

namespace wiretale::rpki_rtr {
namespace {

constexpr Name types_[] = {{0, "Serial Notify"},  {1, "Serial Query"}, {2, "Reset Query"},
                           {3, "Cache Response"}, {4, "IPV4 Prefix"},  {6, "IPV6 Prefix"},
                           {7, "End of Data"},    {8, "Cache Reset"},  {10, "Error Report"}};
constexpr Names types = types_;
constexpr Name errors_[] = {{0, "Corrupt Data"},
                            {1, "Internal Error"},
                            {2, "No Data Available"},
                            {3, "Invalid Request"},
                            {4, "Unsupported Protocol Version"},
                            {5, "Unsupported PDU Type"},
                            {6, "Withdrawal of Unknown Record"},
                            {7, "Duplicate Announcement Received"}};
constexpr Names errors = errors_;

constexpr Field version{"rpki-rtr.version", "Version", bytes(0, 1)};
constexpr Field type_field{"rpki-rtr.pdu_type", "PDU Type", bytes(1, 1), Type::Uint8, Show::Decimal, types};
constexpr Field length_field{"rpki-rtr.length", "Length", bytes(4, 4)};
constexpr const Field* fields[] = {&version, &type_field, &length_field};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::TcpPort, 323, Scope::Line}};

constexpr size_t header_length = 8, error_length = 16;

enum PduType : uint8_t {
  serial_notify = 0,
  serial_query = 1,
  reset_query = 2,
  cache_response = 3,
  prefix_4 = 4,
  prefix_6 = 6,
  end_of_data = 7,
  cache_reset = 8,
  error_report = 10
};

/// What the type asks a PDU to be long; 0 when it does not say.
constexpr size_t exact_length(uint8_t type) {
  switch (type) {
    case serial_notify:
    case serial_query:
    case end_of_data: return 12;
    case reset_query:
    case cache_response:
    case cache_reset: return header_length;
    case prefix_4: return 20;
    case prefix_6: return 32;
    default: return 0;
  }
}

/// An error report quotes the PDU that it is about, which is shown further to the right.
enum class Place { Outside, Quoted };

/// The length of the PDU, or 0 after " (invalid)", which ends the line.
size_t print_pdu(Line& line, View in, Place place);

bool print_error(Line& line, View pdu, Place place, std::string_view margin) {
  const size_t length = pdu.length();
  if (length < error_length - 4) return false;
  const size_t quoted = pdu.u32(8);
  line.put(margin, "Error code: ", name_or(errors, pdu.u16(2), "Unknown"), " (", pdu.u16(2),
           "), Encapsulated PDU length: ", quoted);
  if (quoted > length - (error_length - 4)) return false;
  if (quoted != 0 && place == Place::Outside) {
    line.put(margin, "  -----encapsulated PDU-----");
    if (print_pdu(line, pdu.part(12, quoted), Place::Quoted) != quoted) return false;
  }
  if (length < error_length + quoted) return false;
  const size_t text = pdu.u32(12 + quoted);
  if (text > length - error_length - quoted) return false;
  if (text != 0) line.put(margin, "Error text: ", CaretNotation{pdu.bytes(error_length + quoted, text)});
  return true;
}

bool print_body(Line& line, View pdu, Place place) {
  const std::string_view margin = place == Place::Outside ? "\n\t  " : "\n\t    ";
  switch (pdu.u8(1)) {
    case serial_notify:
    case serial_query:
    case end_of_data:
      line.put(margin, "Session ID: 0x", Hex{pdu.u16(2), 4}, ", Serial: ", pdu.u32(8));
      return true;
    case cache_response: line.put(margin, "Session ID: 0x", Hex{pdu.u16(2), 4}); return true;
    case prefix_4:
      line.put(margin, "IPv4 Prefix ", Ipv4Text{pdu.at_least(12, 4)}, '/', pdu.u8(9), '-', pdu.u8(10),
               ", origin-as ", pdu.u32(16), ", flags 0x", Hex{pdu.u8(8), 2});
      return true;
    case prefix_6:
      line.put(margin, "IPv6 Prefix ", Ipv6Text{pdu.at_least(12, 16)}, '/', pdu.u8(9), '-', pdu.u8(10),
               ", origin-as ", pdu.u32(28), ", flags 0x", Hex{pdu.u8(8), 2});
      return true;
    case error_report: return print_error(line, pdu, place, margin);
    default: return true;
  }
}

size_t print_pdu(Line& line, View in, Place place) {
  if (in.length() < header_length) {
    line.put('(', in.length(), " bytes is too few to decode)");
    line.invalid();
    return 0;
  }
  line.put("\n\tRPKI-RTRv", in.u8(0));
  if (in.u8(0) != 0) {
    line.put(" (unknown)");
    return in.length();
  }
  const uint8_t type = in.u8(1);
  const size_t length = in.u32(4);
  line.put(", ", name_or(types, type, "Unknown"), " PDU (", type, "), length: ", length);
  const size_t expected = exact_length(type);
  if (length < header_length || length > in.length() || (expected != 0 && length != expected)) {
    line.invalid();
    return 0;
  }
  in.need(0, length);
  const View pdu = in.limit(length);
  if (!print_body(line, pdu, place)) {
    line.invalid();
    return 0;
  }
  const bool is_known = !find_name(types, type).empty();
  if (line.options.verbose > 1 || !is_known) append_hex(line, pdu.all(), "\n\t  ");
  return length;
}

void print(Line& line, View in) {
  line.protocol = "rpki_rtr";
  if (line.options.verbose == 0) {
    line.put(", RPKI-RTR");
    return;
  }
  while (in.length() > 0) {
    const size_t used = print_pdu(line, in, Place::Outside);
    if (used == 0) return;
    in = in.from(used);
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "rpki-rtr",
                                         .title = "RPKI-Router Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .print = print};

}  // namespace wiretale::rpki_rtr
