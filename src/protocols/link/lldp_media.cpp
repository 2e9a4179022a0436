// LLDP-MED (ANSI/TIA-1057): what telephones and the ports they hang on tell each other.
#include "packet/hex_dump.h"
#include "protocols/link/lldp.h"

namespace wiretale::lldp {
namespace {

enum Subtype : uint8_t { capabilities = 1, policy, location, power, first_inventory, last_inventory = 11 };

constexpr Name capability_names[] = {
    {0x01, "LLDP-MED capabilities"},     {0x02, "network policy"},
    {0x04, "location identification"},   {0x08, "extended power via MDI-PSE"},
    {0x10, "extended power via MDI-PD"}, {0x20, "Inventory"}};
constexpr Name device_names[] = {
    {1, "endpoint class 1"}, {2, "endpoint class 2"}, {3, "endpoint class 3"}, {4, "network connectivity"}};
constexpr Name application_names[] = {
    {1, "voice"},           {2, "voice signaling"},    {3, "guest voice"},     {4, "guest voice signaling"},
    {5, "softphone voice"}, {6, "video conferencing"}, {7, "streaming video"}, {8, "video signaling"}};
constexpr Name policy_flags[] = {{0x80, "Unknown"}, {0x40, "Tagged"}, {0x20, "reserved"}};
constexpr Name power_source_names[] = {
    {1, "PSE - primary power source"}, {2, "local - backup power source"}, {3, "PSE+local - reserved"}};
constexpr Name power_priority_names[] = {{1, "critical"}, {2, "high"}, {3, "low"}};
constexpr Name inventory_names[] = {
    {5, "Hardware revision"}, {6, "Firmware revision"}, {7, "Software revision"}, {8, "Serial number"},
    {9, "Manufacturer name"}, {10, "Model name"},       {11, "Asset ID"}};

enum Format : uint8_t { coordinates = 1, civic_address = 2, emergency_number = 3 };
constexpr Name format_names[] = {{coordinates, "coordinate-based LCI"},
                                 {civic_address, "civic address LCI"},
                                 {emergency_number, "ECS ELIN"}};
constexpr Name altitude_names[] = {{1, "meters"}, {2, "floors"}};
constexpr Name datum_names[] = {{1, "World Geodesic System 1984"},
                                {2, "North American Datum 1983 (NAVD88)"},
                                {3, "North American Datum 1983 (MLLW)"}};
constexpr Name whose_names[] = {{0, "location of DHCP server"},
                                {1, "location of the network element believed to be closest to the client"},
                                {2, "location of the client"}};
constexpr Name civic_names[] = {{1, "national subdivisions (state,canton,region,province,prefecture)"},
                                {2, "county, parish, gun, district"},
                                {3, "city, township, shi"},
                                {4, "city division, borough, city district, ward chou"},
                                {5, "neighborhood, block"},
                                {6, "street"}};

/// RFC 3825 2: 6 bits of resolution and 34 of the value.
void print_coordinate(Line& line, View in, size_t at, std::string_view label, std::string_view value_label) {
  line.put("\n\t    ", label, " resolution ", in.u8(at) >> 2, ", ", value_label, " value ",
           uint64_t{in.u8(at) & 3u} << 32 | in.u32(at + 1));
}

void print_coordinates(Line& line, View in) {
  constexpr size_t length = 21;
  if (in.length() < length) return;
  print_coordinate(line, in, 5, "Latitude", "latitude");
  print_coordinate(line, in, 10, "Longitude", "longitude");
  line.put("\n\t    Altitude type ", name_or(altitude_names, in.u8(15) >> 4, "unknown"), " (", in.u8(15) >> 4,
           ')');
  line.put("\n\t    Altitude resolution ", (in.u16(15) >> 6) & 0x3fu, ", altitude value 0x",
           Hex{in.u32(16) & 0x3fffffffu});
  line.put("\n\t    Datum ", name_or(datum_names, in.u8(20), "unknown"), " (0x", Hex{in.u8(20), 2}, ')');
}

/// RFC 4776 3.1.
void print_civic_address(Line& line, View in) {
  constexpr size_t fixed = 3, element_header = 2;
  if (in.length() < 6) return;
  const size_t claimed = in.u8(5);
  if (claimed < fixed || in.length() < 7 + claimed) return;
  line.put("\n\t    LCI length ", claimed, ", LCI what ", name_or(whose_names, in.u8(6), "unknown"), " (0x",
           Hex{in.u8(6), 2}, "), Country-code ", text_in(in.bytes(7, 2)));
  View elements = in.part(9, in.length() - 9);
  for (size_t left = claimed - fixed; left >= element_header;) {
    const uint8_t type = elements.u8(0);
    const size_t size = elements.u8(1);
    left -= element_header;
    line.put("\n\t      CA type '", name_or(civic_names, type, "unknown"), "' (", type, "), length ", size,
             ": ");
    if (left < size) return;
    line.put(text_in(elements.bytes(element_header, size)));
    elements = elements.from(element_header + size);
    left -= size;
  }
}

void print_location(Line& line, View in) {
  if (in.length() < 5) return;
  const uint8_t format = in.u8(4);
  line.put("\n\t    Location data format ", name_or(format_names, format, "unknown"), " (0x", Hex{format, 2},
           ')');
  switch (format) {
    case coordinates: print_coordinates(line, in); break;
    case civic_address: print_civic_address(line, in); break;
    case emergency_number: line.put("\n\t    ECS ELIN id ", text_in(in.bytes(5, in.length() - 5))); break;
    default: line.put("\n\t    Location ID "); append_hex(line, in.bytes(5, in.length() - 5), "\n\t      ");
  }
}

void print_power(Line& line, View in) {
  constexpr size_t length = 7;
  constexpr uint16_t first_reserved = 1024;
  if (in.length() < length) return;
  const unsigned first = in.u8(4), value = in.u16(5);
  // As tcpdump, which looks for the type in the two lowest bits; it stands in the two highest.
  line.put("\n\t    Power type [", (first & 3) != 0 ? "PD" : "PSE", " device], Power source [",
           name_or(power_source_names, (first >> 4) & 3u, "none"), ']');
  line.put("\n\t    Power priority [", name_or(power_priority_names, first & 15u, "none"), "] (0x",
           Hex{first & 15u, 2}, "), Power ");
  if (value < first_reserved)
    line.put(value / 10, '.', value % 10, " Watts");
  else
    line.put(value, " (Reserved)");
}

}  // namespace

void print_media(Line& line, uint8_t subtype, View in) {
  switch (subtype) {
    case capabilities:
      if (in.length() < 7) return;
      line.put("\n\t    Media capabilities [", NamedBits{capability_names, in.u16(4)}, "] (0x",
               Hex{in.u16(4), 4}, ')');
      line.put("\n\t    Device type [", name_or(device_names, in.u8(6), "unknown"), "] (0x", Hex{in.u8(6), 2},
               ')');
      break;
    case policy:
      if (in.length() < 8) return;
      line.put("\n\t    Application type [", name_or(application_names, in.u8(4), "none"), "] (0x",
               Hex{in.u8(4), 2}, "), Flags [", NamedBits{policy_flags, in.u8(5)}, ']');
      line.put("\n\t    Vlan id ", (in.u16(5) >> 1) & 0xfffu, ", L2 priority ", (in.u16(6) >> 6) & 7u,
               ", DSCP value ", in.u16(6) & 0x3fu);
      break;
    case location: print_location(line, in); break;
    case power: print_power(line, in); break;
    default:
      if (subtype < first_inventory || subtype > last_inventory) return;
      line.put("\n\t  ", find_name(inventory_names, subtype), ' ', text_in(in.bytes(4, in.length() - 4)));
  }
}

}  // namespace wiretale::lldp
