// LLDP (IEEE 802.1AB): a list of type-length-value elements that a neighbor tells about itself.
#include "protocols/link/lldp.h"

#include "packet/hex_dump.h"
#include "protocols/catalog.h"
#include "protocols/link/llc_names.h"
#include "protocols/link/lldp_tree.h"
#include "protocols/network/address_family_names.h"

namespace wiretale::lldp {
namespace {

enum Kind : uint8_t {
  end,
  chassis_id,
  port_id,
  time_to_live,
  port_description,
  system_name,
  system_description,
  capabilities,
  management_address,
  organization_specific = 127
};
constexpr Name kind_name_table[] = {{end, "End"},
                                    {chassis_id, "Chassis ID"},
                                    {port_id, "Port ID"},
                                    {time_to_live, "Time to Live"},
                                    {port_description, "Port Description"},
                                    {system_name, "System Name"},
                                    {system_description, "System Description"},
                                    {capabilities, "System Capabilities"},
                                    {management_address, "Management Address"},
                                    {organization_specific, "Organization specific"}};
constexpr Names kind_names = kind_name_table;

constexpr Name chassis_name_table[] = {
    {1, "Chassis component"}, {2, "Interface alias"}, {3, "Port component"}, {4, "MAC address"},
    {5, "Network address"},   {6, "Interface name"},  {7, "Local"}};
constexpr Name port_name_table[] = {
    {1, "Interface alias"}, {2, "Port component"},   {3, "MAC address"}, {4, "Network Address"},
    {5, "Interface Name"},  {6, "Agent circuit ID"}, {7, "Local"}};
constexpr Name capability_names[] = {{0x01, "Other"},   {0x02, "Repeater"},    {0x04, "Bridge"},
                                     {0x08, "WLAN AP"}, {0x10, "Router"},      {0x20, "Telephone"},
                                     {0x40, "Docsis"},  {0x80, "Station Only"}};
constexpr Name numbering_name_table[] = {{2, "Interface Index"}, {3, "System Port Number"}};

constexpr Claim found_on[] = {{On::EtherType, 0x88cc}};

constexpr size_t header_length = 2;

Step decode(Cursor& in, Context&) {
  while (in.left() > 0) {
    const uint16_t header = in.u16();
    in.skip(header & 0x1ff);
    if (!in.ok()) return {.trouble = Trouble::Truncated};
    if (header >> 9 == end) break;
  }
  in.limit(0);  // what follows is Ethernet's padding
  return {};
}

std::string_view or_unknown(std::string_view name) { return name.empty() ? "Unknown" : name; }

/// Thrown where an element is shorter than what it has to hold. All of it was captured, so the line ends with
/// "[|lldp]" but the dump (-x) begins behind the Ethernet header as for whole packets.
struct TooShort {};

/// An address behind its family number (IANA's): IPv4, IPv6 or a MAC address.
void print_network_address(Line& line, View in) {
  const uint8_t family = in.u8(0);
  line.put("AFI ", or_unknown(find_name(address_family_names, family)), " (", family, "): ");
  const size_t left = in.length() - 1;
  if (family == 1 && left >= 4)
    line.put(Ipv4Text{in.at_least(1, 4)});
  else if (family == 2 && left >= 16)
    line.put(Ipv6Text{in.at_least(1, 16)});
  else if (family == 6 && left >= 6)
    line.put(MacText{in.at_least(1, 6)});
  else if (family == 1 || family == 2 || family == 6)
    throw TooShort{};
  else
    line.shorten(line.size() - 2), line.put(", no AF printer !");
}

/// A chassis or port identifier. What its subtype means differs; the forms are the same.
void print_identifier(Line& line, View in, Names subtypes, uint8_t mac_subtype, uint8_t network_subtype) {
  const uint8_t subtype = in.u8(0);
  const View value = in.from(1);
  line.put("\n\t  Subtype ", or_unknown(find_name(subtypes, subtype)), " (", subtype, "): ");
  if (subtype == mac_subtype) {
    if (value.length() < 6) throw TooShort{};
    line.put(MacText{value.at_least(0, 6)});
  } else if (subtype == network_subtype) {
    if (value.length() < 1) throw TooShort{};
    print_network_address(line, value);
  } else if (!find_name(subtypes, subtype).empty()) {
    line.put(text_in(value.bytes(0, value.length())));
  } else {
    append_hex(line, in.all(), "\n\t  ");
  }
}

void print_management_address(Line& line, View in) {
  const size_t size = in.u8(0);
  if (size == 0 || in.length() < 1 + size) throw TooShort{};
  line.put("\n\t  Management Address length ", size, ", ");
  print_network_address(line, in.part(1, size));
  View rest = in.from(1 + size);
  if (rest.length() < 5) throw TooShort{};
  line.put("\n\t  ", or_unknown(find_name(numbering_name_table, rest.u8(0))), " Interface Numbering (",
           rest.u8(0), "): ", rest.u32(1));
  rest = rest.from(5);
  if (rest.length() == 0) return;
  const size_t oid = rest.u8(0);
  if (oid == 0) return;
  if (rest.length() < 1 + oid) throw TooShort{};
  line.put("\n\t  OID length ", oid, text_in(rest.bytes(1, oid)));
}

/// Prints what -v shows of one element.
void print_value(Line& line, uint8_t type, View in) {
  const auto at_least = [&](size_t count) {
    if (in.length() < count) throw TooShort{};
  };
  bool known = true;
  switch (type) {
    case end: return;
    case chassis_id:
      at_least(2);
      print_identifier(line, in, chassis_name_table, 4, 5);
      break;
    case port_id:
      at_least(2);
      print_identifier(line, in, port_name_table, 3, 4);
      break;
    case time_to_live:
      at_least(2);
      line.put(": TTL ", in.u16(0), 's');
      break;
    case port_description:
    case system_name: line.put(": ", text_in(in.bytes(0, in.length()))); break;
    case system_description: line.put("\n\t  ", text_in(in.bytes(0, in.length()))); break;
    case capabilities:
      at_least(4);
      line.put("\n\t  System  Capabilities [", NamedBits{capability_names, in.u16(0)}, "] (0x",
               Hex{in.u16(0), 4}, ')');
      line.put("\n\t  Enabled Capabilities [", NamedBits{capability_names, in.u16(2)}, "] (0x",
               Hex{in.u16(2), 4}, ')');
      break;
    case management_address: print_management_address(line, in); break;
    case organization_specific: {
      at_least(3);
      const uint32_t oui = in.u24(0);
      line.put(": OUI ", or_unknown(find_name(llc::organization_names, oui)), " (0x", Hex{oui, 6}, ')');
      at_least(4);
      known = print_organization_specific(line, in);
      break;
    }
    default: known = false;
  }
  if (in.length() > 0 && (line.options.verbose > 1 || !known)) append_hex(line, in.all(), "\n\t  ");
}

void print_elements(Line& line, View in) {
  while (in.length() >= header_length) {
    const uint16_t header = in.u16(0);
    const uint8_t type = static_cast<uint8_t>(header >> 9);
    const size_t size = header & 0x1ff;
    if (line.options.verbose > 0)
      line.put("\n\t", or_unknown(find_name(kind_names, type)), " TLV (", type, "), length ", size);
    if (size == 0 && type != end) return;
    in = in.from(header_length);
    if (!in.has(0, size)) throw TooShort{};
    if (in.length() < size) throw TooShort{};
    const View value = in.limit(size);
    if (line.options.verbose > 0)
      print_value(line, type, value);
    else if (type == system_name)
      line.put(": ", text_in(value.all()));
    if (type == end) return;
    in = in.from(size);
  }
}

void print(Line& line, View in) {
  line.protocol = "lldp";
  line.put("LLDP, length ", in.length());
  try {
    print_elements(line, in);
  } catch (const TooShort&) {
    line.put(" [|lldp]");
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "lldp",
                                         .title = "Link Layer Discovery Protocol",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .keeps = Keeps::Nothing,
                                         .print = print};

}  // namespace wiretale::lldp
