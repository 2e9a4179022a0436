// Cisco's Dynamic Trunking Protocol: whether two switches make their link a trunk.
#include <algorithm>

#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::dtp {
namespace {

enum Element : uint16_t { domain = 1, status = 2, trunk_type = 3, neighbor = 4 };
constexpr Name element_name_table[] = {
    {domain, "Domain"}, {status, "Status"}, {trunk_type, "DTP type"}, {neighbor, "Neighbor"}};
constexpr Names element_names = element_name_table;

constexpr Field version{"dtp.version", "Version", bytes(0, 1), Type::Uint8, Show::Hex};
constexpr Field element{"dtp.tlv_type", "Type", varies, Type::Uint16, Show::Hex, element_names};
constexpr Field element_length{"dtp.tlv_length", "Length", varies, Type::Uint16};
constexpr const Field* fields[] = {&version, &element, &element_length};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::CiscoSnap, 0x2004}};

constexpr size_t element_header = 4;

Step decode(Cursor& in, Context&) {
  in.take(1);
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
bool print_element(Line& line, uint16_t kind, size_t size, View in) {
  constexpr size_t byte_element = element_header + 1, mac_element = element_header + 6;
  switch (kind) {
    case domain: print_padded_text(line, in.part(element_header, size - element_header)); return true;
    case status:
    case trunk_type:
      if (size != byte_element) return false;
      line.put(", 0x", Hex{in.u8(element_header)});
      return true;
    case neighbor:
      if (size != mac_element) return false;
      line.put(", ", MacText{in.at_least(element_header, 6)});
      return true;
    default: in.need(0, size); return true;
  }
}

void print(Line& line, View in) {
  line.protocol = "dtp";
  if (in.length() < 1) {
    line.put("[zero packet length]");
    return give_up(line, in);
  }
  line.put("DTPv", in.u8(0), ", length ", in.length());
  if (line.options.verbose == 0) return;
  in = in.from(1);
  while (in.length() > 0) {
    if (in.length() < element_header) {
      line.put('[', in.length(), " bytes remaining]");
      return give_up(line, in);
    }
    const uint16_t kind = in.u16(0);
    const size_t size = in.u16(2);
    if (kind == 0) return;  // the frame's padding
    const std::string_view name = find_name(element_names, kind);
    line.put("\n\t", name.empty() ? "Unknown" : name);
    line.put(" (0x", Hex{kind, 4}, ") TLV, length ", size);
    if (size < element_header || size > in.length()) {
      line.put("[invalid TLV length ", size, ']');
      return give_up(line, in);
    }
    if (!print_element(line, kind, size, in)) return give_up(line, in);
    in = in.from(size);
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "dtp",
                                         .title = "Dynamic Trunk Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::dtp
