// LISP's control messages (RFC 6833): which locators stand for which endpoints.
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::lisp {
namespace {

enum Message : uint8_t { map_request = 1, map_reply = 2, map_register = 3, map_notify = 4 };
constexpr Name message_name_table[] = {{0, "LISP-Reserved"},
                                       {map_request, "LISP-Map-Request"},
                                       {map_reply, "LISP-Map-Reply"},
                                       {map_register, "LISP-Map-Register"},
                                       {map_notify, "LISP-Map-Notify"},
                                       {8, "LISP-Encapsulated-Contol-Message"}};
constexpr Names message_names = message_name_table;

constexpr Field type{"lisp.type", "Type", bits(0, 4), Type::Uint8, Show::Decimal, message_names};
constexpr Field record_count{"lisp.mapreg.record_count", "Record Count", bytes(3, 1)};
constexpr Field nonce{"lisp.mapreg.nonce", "Nonce", bytes(4, 8), Type::Uint64, Show::Hex};
constexpr Field key{"lisp.mapreg.keyid", "Key ID", bytes(12, 2)};
constexpr Field authentication_length{"lisp.mapreg.authlen", "Authentication Data Length", bytes(14, 2)};
constexpr const Field* fields[] = {&type, &record_count, &nonce, &key, &authentication_length};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 4342}};

constexpr size_t header_length = 4, register_length = 16, record_length = 12, locator_length = 8,
                 identifier_length = 16, site_length = 8;
constexpr uint16_t ipv4_family = 1, ipv6_family = 2;
/// Of the first 24 bits, by message.
constexpr Name register_flags[] = {{0x080000, "P-Proxy-Map-Reply"},
                                   {0x040000, "S-LISP-SEC-Capable"},
                                   {0x020000, "I-xTR-ID-Present"},
                                   {0x010000, "R-Build-For-RTR"},
                                   {0x000001, "M-Want-Map-Notify"}};
constexpr Name notify_flags[] = {{0x080000, "I-xTR-ID-Present"}, {0x040000, "R-Build-For-RTR"}};
constexpr Name action_names[] = {
    {0, "No-Action"}, {1, "Natively-Forward"}, {2, "Send-Map-Request"}, {3, "Drop"}};
constexpr Name locator_flags[] = {{4, "Local-Locator"}, {2, "RLoc-Probed"}, {1, "Reachable"}};
constexpr Name key_names[] = {{0, "None"}, {1, "SHA1"}, {2, "SHA256"}};

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

size_t address_length(uint16_t family) { return family == ipv4_family ? 4 : family == ipv6_family ? 16 : 0; }

void put_address(Line& line, View in, uint16_t family) {
  if (family == ipv4_family)
    line.put(Ipv4Text{in.at_least(0, 4)});
  else
    line.put(Ipv6Text{in.at_least(0, 16)});
}

/// The addresses at which an endpoint may be reached; false where one is of an unknown family.
bool print_locators(Line& line, View& in, size_t& left, unsigned count) {
  for (; count > 0; --count) {
    if (left < locator_length) return true;
    in.need(0, locator_length);
    const uint16_t family = in.u16(6), flags = in.u16(4);
    const size_t size = address_length(family);
    if (size == 0) return false;
    line.put(line.options.verbose > 0 ? "\n        " : " ");
    in.need(locator_length, size);
    line.put("LOC ");
    put_address(line, in.from(locator_length), family);
    if (line.options.verbose > 0)
      line.put("\n          Priority/Weight ", in.u8(0), '/', in.u8(1), ", Multicast Priority/Weight ",
               in.u8(2), '/', in.u8(3), ", flags [", NamedBits{locator_flags, flags}, "],");
    in = in.from(locator_length + size);
    left -= std::min(left, locator_length + size);
  }
  return true;
}

struct Invalid {};

/// One mapping: an endpoint's prefix and its locators.
void print_record(Line& line, View& in, size_t& left) {
  const bool verbose = line.options.verbose > 0;
  if (left < record_length) throw Invalid{};
  in.need(0, record_length);
  const unsigned locators = in.u8(4), mask = in.u8(5);
  const uint16_t action = in.u16(6), family = in.u16(10);
  if (verbose)
    line.put("\n      Record TTL ", in.u32(0), ", ",
             (action & 0x1000) != 0 ? "Authoritative" : "Non-Authoritative", ", ",
             name_or(action_names, action >> 13, "unknown"), ", Map Version: ", in.u16(8) & 0xfff, ',');
  else
    line.put("\n");
  const size_t size = address_length(family);
  if (size == 0) throw Invalid{};
  in = in.from(record_length);
  left -= record_length;
  line.put(" EID ");
  put_address(line, in, family);
  line.put('/', mask, ", ", locators, " locator(s)");
  in = in.from(size);
  left -= std::min(left, size);
  if (!print_locators(line, in, left, locators)) throw Invalid{};
}

void print(Line& line, View in) {
  line.protocol = "lisp";
  in.need(0, header_length);
  if (in.length() < header_length) line.truncated();
  const uint16_t flags = in.u16(0);
  const auto message = static_cast<uint8_t>(flags >> 12);
  const bool verbose = line.options.verbose > 0,
             has_identifier = (flags & (message == map_notify ? 0x0800 : 0x0200)) != 0;
  line.put(Named{message_names, message, "unknown-type-", ""}, ',');
  if (message != map_register && message != map_notify) return;
  if (verbose) {
    const Names names = message == map_register ? Names{register_flags} : Names{notify_flags};
    line.put(" flags [", NamedBits{names, uint32_t{in.u16(0)} << 8 | in.u8(2)}, "],");
  }
  unsigned count = in.u8(3);
  line.put(verbose ? "\n    " : " ", count, " record(s),");
  if (count == 0) {
    line.invalid();
    return;
  }
  in.need(0, register_length);
  const size_t data_length = in.u16(14);
  if (verbose) line.put(" Authentication ", name_or(key_names, in.u16(12), "unknown-type"), ',');
  size_t left = in.length() - std::min(in.length(), register_length);
  in = in.from(register_length);
  if (verbose) append_hex(line, in.available(0, data_length), "\n    Authentication-Data: ");
  in.need(0, data_length);
  in = in.from(data_length);
  left -= std::min(left, data_length);
  try {
    for (; left > 0 && count > 0; --count) print_record(line, in, left);
    if (!has_identifier) {
      if (verbose && left > 0) append_hex(line, in.available(0, left), "\n    Data: ");
      return;
    }
    if (left < identifier_length + site_length) throw Invalid{};
    if (!verbose) return;
    append_hex(line, in.available(0, identifier_length), "\n    xTR-ID: ");
    in.need(0, identifier_length);
    line.put("\n    SITE-ID: ", in.u64(identifier_length));
  } catch (const Invalid&) {
    line.invalid();
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "lisp",
                                         .title = "Locator/ID Separation Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::lisp
