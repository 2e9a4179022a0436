// Arista's vendor-specific header (Arista EOS, "Traffic Timestamping in Ethernet Header"): when a switch saw
// a frame.
#include "protocols/link/arista.h"

#include <ctime>

#include "packet/tree.h"
#include "protocols/catalog.h"

namespace wiretale::arista {
namespace {

constexpr Name subtypes[] = {{1, "Timestamp"}};
constexpr Name timescales[] = {{0, "TAI"}, {1, "UTC"}};
constexpr Name formats[] = {{1, "64-bit"}, {2, "48-bit"}};
constexpr Name hardware[] = {{0, "R/R2"}, {1, "R3"}};

constexpr Field subtype{"arista.subtype", "SubType", bytes(0, 2), Type::Uint16, Show::HexDecimal, subtypes};
constexpr Field timescale{"arista.timescale", "Timescale",   bytes(2, 1),
                          Type::Uint8,        Show::Decimal, timescales};
constexpr Field format{"arista.format", "Format", bits(24, 4), Type::Uint8, Show::Decimal, formats};
constexpr Field hardware_info{"arista.hwinfo", "Hardware Info", bits(28, 4),
                              Type::Uint8,     Show::Decimal,   hardware};
constexpr const Field* fields[] = {&subtype, &timescale, &format, &hardware_info};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, ether_type, Scope::Decode}};

constexpr size_t header_length = 4;
constexpr uint16_t time_stamp = 1;
enum Format : uint8_t { seconds_32 = 1, seconds_16 = 2 };

size_t time_length(uint64_t number) { return number == seconds_32 ? 8 : number == seconds_16 ? 6 : 0; }

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const size_t length = time_length(format.read(header));
  if (subtype.read(header) != time_stamp || length == 0) return {};
  in.skip(length);
  const uint16_t type = in.u16();
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = context.find(On::EtherType, type)};
}

void put_named(Line& line, Names names, uint64_t value) {
  const std::string_view name = find_name(names, value);
  line.put(name.empty() ? "Unknown" : name, " (", value, ')');
}

void put_date(Line& line, time_t seconds) {
  std::tm date{};
  gmtime_r(&seconds, &date);
  const auto two = [](int number) { return Padded{static_cast<uint64_t>(number), 2, '0'}; };
  line.put(date.tm_year + 1900, '-', two(date.tm_mon + 1), '-', two(date.tm_mday), ' ', two(date.tm_hour),
           ':', two(date.tm_min), ':', two(date.tm_sec));
}

}  // namespace

size_t print_header(Line& line, View in) {
  line.protocol = "arista";
  const uint16_t kind = in.u16(0);
  const std::string_view name = find_name(subtypes, kind);
  line.put("SubType ", name.empty() ? "Unknown" : name, " (0x", Hex{kind, 4}, "), ");
  if (kind != time_stamp) return 0;
  const uint8_t scale = in.u8(2);
  line.put("Timescale ");
  put_named(line, timescales, scale);
  line.put(", ");
  const Bytes header = in.bytes(0, header_length);
  line.put("Format ");
  put_named(line, formats, format.read(header));
  line.put(", HwInfo ");
  put_named(line, hardware, hardware_info.read(header));
  line.put(", Timestamp ");
  switch (format.read(header)) {
    case seconds_32:
      put_date(line, in.u32(header_length));
      line.put('.', Padded{in.u32(header_length + 4), 9, '0'});
      break;
    case seconds_16: line.put(in.u16(header_length), '.', Padded{in.u32(header_length + 2), 9, '0'}); break;
    default: return 0;
  }
  line.put(": ");
  return header_length + time_length(format.read(header));
}

extern constinit const Protocol protocol{.name = "arista",
                                         .title = "Arista Vendor Specific Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode};

}  // namespace wiretale::arista
