// Geneve (RFC 8926): any EtherType, or an Ethernet frame, carried in UDP with options.
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/link/ethertype_names.h"
#include "protocols/tunnel/geneve_tree.h"

namespace wiretale::geneve {
namespace {

constexpr Name class_name_table[] = {{0x0100, "Linux"},
                                     {0x0101, "Open vSwitch"},
                                     {0x0102, "Open Virtual Networking (OVN)"},
                                     {0x0103, "In-band Network Telemetry (INT)"},
                                     {0x0104, "VMware"}};

constexpr Claim found_on[] = {{On::UdpPort, 6081}};

constexpr size_t header_length = 8, option_header_length = 4;
constexpr uint64_t ethernet_bridging = 0x6558;

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (header[0] >> 6 != 0) return {.trouble = Trouble::Malformed};
  in.skip((header[0] & 0x3fu) * 4);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = context.find(On::EtherType, protocol_type.read(header))};
}

/// The whole length of the option at the start of `option`, its header included.
size_t length_of(const uint8_t* option) { return option_header_length + (option[3] & 0x1fu) * 4u; }

std::string_view class_name(uint16_t number) {
  if (number <= 0xff) return "Standard";
  if (number >= 0xfff0) return "Experimental";
  const std::string_view name = find_name(class_name_table, number);
  return name.empty() ? "Unknown" : name;
}

void print_options(Line& line, View options) {
  for (bool first = true; options.length() > 0; first = false) {
    const uint8_t* option = options.at_least(0, option_header_length);
    const size_t size = length_of(option);
    const uint16_t number = be16(option);
    line.put(first ? "" : ", ", "class ", class_name(number), " (0x", Hex{number}, ") type 0x",
             Hex{option[2]}, (option[2] & 0x80) != 0 ? "(C)" : "", " len ", size);
    if (size > options.length()) {
      line.put(" [bad length]");
      return;
    }
    if (line.options.verbose > 1 && size > option_header_length) {
      line.put(" data");
      for (size_t at = option_header_length; at < size; at += 4) line.put(' ', Hex{options.u32(at), 8});
    }
    options = options.from(size);
  }
}

void print(Line& line, View in) {
  line.protocol = "geneve";
  line.put("Geneve");
  if (in.length() < header_length) {
    line.put(" [length ", in.length(), " < ", header_length, "] (invalid)");
    return;
  }
  const uint8_t first = in.u8(0);
  if (first >> 6 != 0) {
    line.put(" ERROR: unknown-version ", first >> 6);
    return;
  }
  const uint8_t flag_byte = in.u8(1);
  const uint16_t type = in.u16(2);
  const uint32_t network = in.u24(4);
  const uint8_t reserved = in.u8(7);
  constexpr Name flag_names[] = {{0x80, "O"},  {0x40, "C"},  {0x20, "R1"}, {0x10, "R2"},
                                 {0x08, "R3"}, {0x04, "R4"}, {0x02, "R5"}, {0x01, "R6"}};
  line.put(", Flags [", NamedBits{flag_names, flag_byte, "none", ""}, "], vni 0x", Hex{network});
  if (reserved != 0) line.put(", rsvd 0x", Hex{reserved});
  if (line.options.link_header)
    line.put(", proto ",
             find_name(ethertype_names, type).empty() ? "unknown" : find_name(ethertype_names, type), " (0x",
             Hex{type, 4}, ')');
  const View rest = in.from(header_length);
  const size_t options_length = (first & 0x3fu) * 4u;
  if (options_length > rest.length()) {
    line.put(" truncated-geneve - ", options_length - rest.length(), " bytes missing");
    return;
  }
  rest.need(0, options_length);
  if (options_length > 0) {
    line.put(", options [");
    if (line.options.verbose > 0)
      print_options(line, rest.limit(options_length));
    else
      line.put(options_length, " bytes");
    line.put(']');
  }
  line.put(line.options.verbose > 0 ? "\n\t" : ": ");
  const View payload = rest.from(options_length);
  if (line.child(On::EtherType, type, payload)) return;
  if (type == ethernet_bridging)
    line.print(ids::ethernet, payload);
  else
    line.put("geneve-proto-0x", Hex{type});
}

}  // namespace

extern constinit const Protocol protocol{.name = "geneve",
                                         .title = "Generic Network Virtualization Encapsulation",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .print = print};

}  // namespace wiretale::geneve
