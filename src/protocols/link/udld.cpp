// Unidirectional Link Detection (RFC 5171): neighbors echo whom they hear.
#include <algorithm>

#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::udld {
namespace {

constexpr Name code_name_table[] = {
    {0, "Reserved"}, {1, "Probe message"}, {2, "Echo message"}, {3, "Flush message"}};
constexpr Names code_names = code_name_table;
constexpr Name flag_names[] = {{0x01, "RT"},    {0x02, "RSY"},   {0x04, "MBZ-2"}, {0x08, "MBZ-3"},
                               {0x10, "MBZ-4"}, {0x20, "MBZ-5"}, {0x40, "MBZ-6"}, {0x80, "MBZ-7"}};
enum Element : uint16_t {
  device_id = 1,
  port_id,
  echo,
  message_interval,
  timeout_interval,
  device_name,
  sequence_number
};
constexpr Name element_name_table[] = {{device_id, "Device-ID TLV"},
                                       {port_id, "Port-ID TLV"},
                                       {echo, "Echo TLV"},
                                       {message_interval, "Message Interval TLV"},
                                       {timeout_interval, "Timeout Interval TLV"},
                                       {device_name, "Device Name TLV"},
                                       {sequence_number, "Sequence Number TLV"}};
constexpr Names element_names = element_name_table;

constexpr Field version{"udld.version", "Version", bits(0, 3)};
constexpr Field code{"udld.opcode", "Opcode", bits(3, 5), Type::Uint8, Show::Decimal, code_names};
constexpr Field flags{"udld.flags", "Flags", bytes(1, 1), Type::Uint8, Show::Hex};
constexpr Field timeout{"udld.flags.rt", "Recommended timeout", bits(15, 1), Type::Boolean, Show::Flag};
constexpr Field resynch{"udld.flags.rsy", "ReSynch", bits(14, 1), Type::Boolean, Show::Flag};
constexpr Field checksum{"udld.checksum", "Checksum", bytes(2, 2), Type::Uint16, Show::Hex};
constexpr const Field* fields[] = {&version, &code, &flags, &timeout, &resynch, &checksum};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::CiscoSnap, 0x0111}};

constexpr size_t header_length = 4, element_header = 4;

Step decode(Cursor& in, Context&) {
  in.take(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void give_up(Line& line, View in) {
  line.invalid();
  in.need(0, in.length());
}

/// The characters up to the first zero.
void print_padded_text(Line& line, View in) {
  const Bytes all = in.available(0, in.length());
  const Bytes text = all.first(static_cast<size_t>(std::ranges::find(all, 0) - all.begin()));
  line.put(", ", CaretNotation{text});
  if (text.size() == all.size()) in.need(0, in.length());
}

/// False when the length does not fit the element.
bool print_element(Line& line, uint16_t kind, View in) {
  if (in.length() == 0) return false;
  switch (kind) {
    case device_id:
    case port_id:
    case device_name: print_padded_text(line, in); return true;
    case echo:
      line.put(", ", CaretNotation{in.available(0, in.length())});
      in.need(0, in.length());
      return true;
    case message_interval:
    case timeout_interval:
      if (in.length() != 1) return false;
      line.put(", ", in.u8(0), 's');
      return true;
    case sequence_number:
      if (in.length() != 4) return false;
      line.put(", ", in.u32(0));
      return true;
    default: return true;
  }
}

void print(Line& line, View in) {
  line.protocol = "udld";
  if (in.length() < header_length) return give_up(line, in);
  in.need(0, 2);
  const unsigned what = in.u8(0) & 0x1fu;
  line.put("UDLDv", in.u8(0) >> 5, ", Code ");
  const std::string_view name = find_name(code_names, what);
  line.put(name.empty() ? "Reserved" : name, " (", Hex{what}, "), Flags [");
  line.put(NamedBits{flag_names, in.u8(1)}, "] (0x", Hex{in.u8(1), 2}, "), length ", in.length());
  if (line.options.verbose == 0) return;
  line.put("\n\tChecksum 0x", Hex{in.u16(2), 4}, " (unverified)");
  in = in.from(header_length);
  while (in.length() > 0) {
    if (in.length() < element_header) return give_up(line, in);
    const uint16_t kind = in.u16(0);
    const size_t size = in.u16(2);
    const std::string_view element = find_name(element_names, kind);
    line.put("\n\t", element.empty() ? "Unknown" : element, " (0x", Hex{kind, 4}, ") TLV, length ", size);
    if (size < element_header || size > in.length()) return give_up(line, in);
    if (!print_element(line, kind, in.part(element_header, size - element_header))) return give_up(line, in);
    in = in.from(size);
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "udld",
                                         .title = "Unidirectional Link Detection",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::udld
