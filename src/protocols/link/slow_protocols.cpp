// IEEE 802.3's slow protocols: link aggregation (LACP, IEEE 802.1AX), its markers, and OAM (IEEE 802.3 57).
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "packet/tree.h"
#include "protocols/catalog.h"

namespace wiretale::slow_protocols {
namespace {

enum Subtype : uint8_t { lacp = 1, marker = 2, oam = 3 };
constexpr Name subtype_name_table[] = {{lacp, "LACP"}, {marker, "MARKER"}, {oam, "OAM"}};
constexpr Names subtype_names = subtype_name_table;

constexpr Name lacp_element_names[] = {
    {0, "Terminator"}, {1, "Actor Information"}, {2, "Partner Information"}, {3, "Collector Information"}};
constexpr Name marker_element_names[] = {{0, "Terminator"}, {1, "Marker Information"}};
constexpr Name state_names[] = {{0x01, "Activity"},        {0x02, "Timeout"},    {0x04, "Aggregation"},
                                {0x08, "Synchronization"}, {0x10, "Collecting"}, {0x20, "Distributing"},
                                {0x40, "Default"},         {0x80, "Expired"}};

constexpr Field subtype{"slow.subtype", "Slow Protocols subtype", bytes(0, 1), Type::Uint8, Show::Hex,
                        subtype_names};
constexpr const Field* fields[] = {&subtype};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x8809}};

Step decode(Cursor& in, Context&) {
  const uint8_t kind = in.u8();
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = kind == lacp ? ids::lacp : ProtocolId::None};
}

void dissect(Bytes layer, FieldWriter& out) {
  out.protocol_column("Slow Protocols");
  if (layer.empty()) return;
  out.root().length(1);
  out.info(name_or(subtype_names, layer[0], "Unknown"));
  out.put(subtype);
}

constexpr size_t element_header = 2;

/// How long an element of this type has to be; 0 where any length will do.
size_t length_of(uint8_t kind, uint8_t element) {
  constexpr size_t system = 20, collector = 16, marker_information = 16;
  if (kind == lacp) return element == 1 || element == 2 ? system : element == 3 ? collector : 0;
  return element == 1 ? marker_information : 0;
}

void print_system(Line& line, View in) {
  in.need(2, 14);
  line.put("\n\t  System ", MacText{in.at_least(4, 6)}, ", System Priority ", in.u16(2), ", Key ", in.u16(10),
           ", Port ", in.u16(14), ", Port Priority ", in.u16(12));
  line.put("\n\t  State Flags [", NamedBits{state_names, in.u8(16)}, ']');
}

void print_marker(Line& line, View in) {
  line.put("\n\t  Request System ", MacText{in.at_least(4, 6)});
  line.put(", Request Port ", in.u16(2));
  line.put(", Request Transaction ID 0x", Hex{in.u32(10), 8});
}

void print_element(Line& line, uint8_t kind, uint8_t element, View in) {
  if (kind == lacp && (element == 1 || element == 2))
    print_system(line, in);
  else if (kind == lacp && element == 3)
    line.put("\n\t  Max Delay ", in.u16(2));
  else if (kind == marker && element == 1)
    print_marker(line, in);
  else if (line.options.verbose <= 1)
    append_hex(line, in.available(element_header, in.length() - element_header), "\n\t  ");
}

void print_elements(Line& line, uint8_t kind, View in) {
  const auto too_short = [&] { line.put("\n\t\t packet is too short"); };
  while (in.length() > 0) {
    if (in.length() < element_header) return too_short();
    const uint8_t element = in.u8(0);
    const size_t size = in.u8(1);
    const std::string_view name =
        find_name(kind == lacp ? Names{lacp_element_names} : Names{marker_element_names}, element);
    line.put("\n\t", name.empty() ? "Unknown" : name, " TLV (0x", Hex{element, 2}, "), length ", size);
    if (element == 0) return;
    if (size < element_header) {
      line.put("\n\t    ERROR: illegal length - should be >= ", element_header);
      return;
    }
    if (size > in.length()) return too_short();
    in.need(0, size);
    if (const size_t expected = length_of(kind, element); expected != 0 && expected != size)
      line.put("\n\t    ERROR: illegal length - should be ", expected);
    else
      print_element(line, kind, element, in.limit(size));
    if (line.options.verbose > 1)
      append_hex(line, in.available(element_header, size - element_header), "\n\t  ");
    in = in.from(size);
  }
}

/// OAM: the code and flags, and the information as it is.
void print_oam(Line& line, View in) {
  constexpr Name codes[] = {{0, "Information"},       {1, "Event Notification"}, {2, "Variable Request"},
                            {3, "Variable Response"}, {4, "Loopback Control"},   {0xfe, "Vendor Private"}};
  constexpr Name flags[] = {{0x0001, "Link Fault"},     {0x0002, "Dying Gasp"},
                            {0x0004, "Critical Event"}, {0x0008, "Local Evaluating"},
                            {0x0010, "Local Stable"},   {0x0020, "Remote Evaluating"},
                            {0x0040, "Remote Stable"}};
  constexpr size_t header_length = 3;
  if (in.length() < header_length) {
    line.put("\n\t\t packet is too short");
    return;
  }
  in.need(0, header_length);
  const uint8_t code = in.u8(2);
  line.put("\n\tCode ", Named{codes, code, "Unknown (", ")"}, " OAM PDU, Flags [",
           NamedBits{flags, in.u16(0)}, ']');
  append_hex(line, in.available(header_length, in.length() - header_length), "\n\t  ");
}

void print(Line& line, View in) {
  line.protocol = "slow";
  const bool verbose = line.options.verbose > 0;
  if (in.length() < 1) {
    line.put(verbose ? "\n\t\t packet is too short" : " packet is too short");
    return;
  }
  const uint8_t kind = in.u8(0);
  const bool has_version = kind == lacp || kind == marker;
  if (has_version) {
    if (in.length() < 2) {
      line.put("\n\t\t packet is too short");
      return;
    }
    if (in.u8(1) != 1) {
      line.put(find_name(subtype_names, kind), " version ", in.u8(1), " packet not supported");
      return;
    }
  }
  line.put(Named{subtype_names, kind, "unknown (", ")"});
  if (has_version) line.put('v', in.u8(1));
  line.put(", length ", in.length());
  if (has_version && verbose) return print_elements(line, kind, in.from(2));
  if (kind == oam && verbose) return print_oam(line, in.from(1));
  if (!has_version && kind != oam) append_hex(line, in.available(0, in.length()));
}

}  // namespace

extern constinit const Protocol protocol{.name = "slow",
                                         .title = "Slow Protocols",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .keeps = Keeps::Nothing,
                                         .print = print};

}  // namespace wiretale::slow_protocols
