// LLDP's organization-specific TLVs: the names of all that are known, and the contents of IEEE 802.1's.
#include "protocols/link/lldp.h"

namespace wiretale::lldp {
namespace {

constexpr uint32_t iana = 0x00005e, ieee_802_1 = 0x0080c2, ieee_802_3 = 0x00120f, tia = 0x0012bb,
                   dcbx = 0x001b21;

constexpr Name ieee_802_1_names[] = {{1, "Port VLAN Id"},
                                     {2, "Port and Protocol VLAN ID"},
                                     {3, "VLAN name"},
                                     {4, "Protocol Identity"},
                                     {7, "Link aggregation"},
                                     {8, "Congestion Notification"},
                                     {9, "ETS Configuration"},
                                     {10, "ETS Recommendation"},
                                     {11, "Priority Flow Control Configuration"},
                                     {12, "Application Priority"},
                                     {13, "EVB"},
                                     {14, "CDCP"}};
constexpr Name ieee_802_3_names[] = {{1, "MAC/PHY configuration/status"},
                                     {2, "Power via MDI"},
                                     {3, "Link aggregation"},
                                     {4, "Max frame size"}};
constexpr Name tia_names[] = {{1, "LLDP-MED Capabilities"},         {2, "Network policy"},
                              {3, "Location identification"},       {4, "Extended power-via-MDI"},
                              {5, "Inventory - hardware revision"}, {6, "Inventory - firmware revision"},
                              {7, "Inventory - software revision"}, {8, "Inventory - serial number"},
                              {9, "Inventory - manufacturer name"}, {10, "Inventory - model name"},
                              {11, "Inventory - asset ID"}};
constexpr Name dcbx_names[] = {{1, "DCB Capability Exchange Protocol Rev 1"},
                               {2, "DCB Capability Exchange Protocol Rev 1.01"}};

/// A table of eight numbers, each in `width` characters: four bits or a byte of the frame.
template <class Value>
void print_table(Line& line, std::string_view heading, std::string_view head, std::string_view row,
                 unsigned width, Value value) {
  const auto cell = [&](uint64_t number, size_t cell_width) {
    const size_t start = line.size();
    line.put(number);
    const size_t used = line.size() - start;
    if (used < cell_width) line.fill(cell_width - used, ' ');
  };
  constexpr size_t last_width = 3;
  line.put("\n\t    ", heading, "\n\t     ", head, ": ");
  for (unsigned i = 0; i < 7; ++i) cell(i, width);
  line.put("7\n\t     ", row, ": ");
  for (unsigned i = 0; i < 7; ++i) cell(value(i), width);
  cell(value(7), last_width);
}

/// The assignment of priorities and bandwidth (IEEE 802.1Qaz D.2.8).
void print_transmission_selection(Line& line, View in) {
  constexpr unsigned wide = 4;
  print_table(line, "Priority Assignment Table", "Priority ", "Value    ", wide,
              [&](unsigned i) { return i % 2 == 0 ? in.u8(i / 2) >> 4 : in.u8(i / 2) & 15u; });
  print_table(line, "TC Bandwidth Table", "TC%   ", "Value ", wide, [&](unsigned i) { return in.u8(4 + i); });
  print_table(line, "TSA Assignment Table", "Traffic Class", "Value        ", wide,
              [&](unsigned i) { return in.u8(12 + i); });
}

void print_bits(Line& line, std::string_view heading, uint8_t bits) {
  print_table(line, heading, "Priority ", "Value    ", 3, [&](unsigned i) { return (bits >> i) & 1u; });
}

void print_application_priorities(Line& line, View in) {
  constexpr size_t entry_length = 3;
  if (in.length() >= entry_length) line.put("\n\t    Application Priority Table");
  for (; in.length() >= entry_length; in = in.from(entry_length))
    line.put("\n\t      Priority: ", in.u8(0) >> 5, ", RES: ", (in.u8(0) >> 3) & 3u, ", Sel: ", in.u8(0) & 7u,
             ", Protocol ID: ", in.u16(1));
}

/// Edge virtual bridging (IEEE 802.1Qbg D.2.12).
void print_virtual_bridging(Line& line, View in) {
  constexpr Name modes[] = {{0, "Not Supported"},
                            {1, "EVB Bridge"},
                            {2, "EVB Station"},
                            {3, "Reserved for future Standardization"}};
  const unsigned bridge = in.u8(0), station = in.u8(1), retries = in.u8(2), mode = in.u8(3),
                 keep_alive = in.u8(4);
  line.put("\n\t    EVB Bridge Status\n\t      RES: ", bridge >> 3, ", BGID: ", (bridge >> 2) & 1u,
           ", RRCAP: ", (bridge >> 1) & 1u, ", RRCTR: ", bridge & 1u);
  line.put("\n\t    EVB Station Status\n\t      RES: ", station >> 4, ", SGID: ", (station >> 3) & 1u,
           ", RRREQ: ", (station >> 2) & 1u, ",RRSTAT: ", station & 3u);
  line.put("\n\t    R: ", retries >> 5, ", RTE: ", retries & 0x1fu,
           ", EVB Mode: ", find_name(modes, mode >> 6), " [", mode >> 6, ']');
  line.put("\n\t    ROL: ", (mode >> 5) & 1u, ", RWD: ", mode & 0x1fu, ", RES: ", keep_alive >> 6,
           ", ROL: ", (keep_alive >> 5) & 1u, ", RKA: ", keep_alive & 0x1fu);
}

/// `in` begins with the organization; the contents begin at byte 4. Contents too short for their form are
/// left out.
void print_802_1(Line& line, uint8_t subtype, View in) {
  const auto has = [&](size_t count) { return in.length() >= count; };
  switch (subtype) {
    case 1:
      if (!has(6)) return;
      line.put("\n\t    port vlan id (PVID): ", in.u16(4));
      return;
    case 2: {
      if (!has(7)) return;
      constexpr Name flags[] = {{0x02, "supported"}, {0x04, "enabled"}};
      line.put("\n\t    port and protocol vlan id (PPVID): ", in.u16(5), ", flags [",
               NamedBits{flags, in.u8(4)}, "] (0x", Hex{in.u8(4), 2}, ')');
      return;
    }
    case 3: {
      if (!has(6)) return;
      line.put("\n\t    vlan id (VID): ", in.u16(4));
      if (!has(7)) return;
      const size_t size = in.u8(6);
      if (!has(7 + size)) return;
      line.put("\n\t    vlan name: ", text_in(in.bytes(7, size)));
      return;
    }
    case 4: {
      if (!has(5)) return;
      const size_t size = in.u8(4);
      if (!has(5 + size)) return;
      line.put("\n\t    protocol identity: ", text_in(in.bytes(5, size)));
      return;
    }
    case 7:
      if (!has(9)) return;
      print_aggregation(line, in);
      return;
    case 8:
      if (!has(6)) return;
      print_bits(line, "Pre-Priority CNPV Indicator", in.u8(4));
      print_bits(line, "Pre-Priority Ready Indicator", in.u8(5));
      return;
    case 9: {
      if (!has(25)) return;
      const unsigned first = in.u8(4);
      line.put("\n\t    Willing:", first >> 7, ", CBS:", (first >> 6) & 1u, ", RES:", (first >> 3) & 7u,
               ", Max TCs:", first & 7u);
      print_transmission_selection(line, in.from(5));
      return;
    }
    case 10:
      if (!has(25)) return;
      line.put("\n\t    RES: ", in.u8(4));
      print_transmission_selection(line, in.from(5));
      return;
    case 11: {
      if (!has(6)) return;
      const unsigned first = in.u8(4);
      line.put("\n\t    Willing: ", first >> 7, ", MBC: ", (first >> 6) & 1u, ", RES: ", (first >> 4) & 3u,
               ", PFC cap:", first & 15u, ' ');
      print_bits(line, "PFC Enable", in.u8(5));
      return;
    }
    case 12:
      if (!has(5)) return;
      line.put("\n\t    RES: ", in.u8(4));
      print_application_priorities(line, in.from(5));
      return;
    case 13:
      if (!has(9)) return;
      print_virtual_bridging(line, in.from(4));
      return;
    case 14: {
      if (!has(8)) return;
      const unsigned first = in.u8(4);
      line.put("\n\t    Role: ", first >> 7, ", RES: ", (first >> 4) & 7u, ", Scomp: ", (first >> 3) & 1u,
               " ChnCap: ", in.u16(6) & 0xfffu);
      constexpr size_t pair_length = 3;
      for (View pairs = in.from(8); pairs.length() >= pair_length; pairs = pairs.from(pair_length))
        line.put("\n\t    SCID: ", pairs.u24(0) >> 12, ", SVID: ", pairs.u24(0) & 0xfffu);
      return;
    }
    default: return;
  }
}

/// Where the manufacturer describes the device to its network (RFC 8520).
bool print_iana(Line& line, View in) {
  constexpr size_t least_length = 8;
  constexpr uint8_t mud_url = 1;
  if (in.length() < least_length) return true;
  const uint8_t subtype = in.u8(3);
  line.put("\n\t  ", subtype == mud_url ? "MUD-URL" : "unknown", " Subtype (", subtype, ')');
  if (subtype != mud_url) return false;
  line.put("\n\t  MUD-URL=", CaretNotation{in.bytes(4, in.length() - 4)});
  return true;
}

}  // namespace

void print_aggregation(Line& line, View in) {
  constexpr Name flags[] = {{0x01, "supported"}, {0x02, "enabled"}};
  line.put("\n\t    aggregation status [", NamedBits{flags, in.u8(4)}, "], aggregation port ID ", in.u32(5));
}

bool print_organization_specific(Line& line, View information) {
  const uint32_t oui = information.u24(0);
  const uint8_t subtype = information.u8(3);
  if (oui == iana) return print_iana(line, information);
  const Names names = oui == ieee_802_1   ? Names{ieee_802_1_names}
                      : oui == ieee_802_3 ? Names{ieee_802_3_names}
                      : oui == tia        ? Names{tia_names}
                      : oui == dcbx       ? Names{dcbx_names}
                                          : Names{};
  if (names.empty()) return false;
  const std::string_view name = find_name(names, subtype);
  line.put("\n\t  ", name.empty() ? "unknown" : name, " Subtype (", subtype, ')');
  if (oui == dcbx) return name.empty();
  if (name.empty()) return false;
  if (oui == ieee_802_1)
    print_802_1(line, subtype, information);
  else if (oui == ieee_802_3)
    print_ethernet(line, subtype, information);
  else
    print_media(line, subtype, information);
  return true;
}

}  // namespace wiretale::lldp
