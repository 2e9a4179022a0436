// The options that PPP's control protocols negotiate: LCP (RFC 1661, 1570, 1990), IPCP (RFC 1332, 1877,
// 2507), IPV6CP (RFC 5072), CCP (RFC 1962) and BACP (RFC 2125).
#include "packet/hex_dump.h"
#include "protocols/link/ppp.h"

namespace wiretale::ppp {
namespace {

constexpr Name lcp_names[] = {{0, "Vend-Ext"},
                              {1, "MRU"},
                              {2, "ACCM"},
                              {3, "Auth-Prot"},
                              {4, "Qual-Prot"},
                              {5, "Magic-Num"},
                              {6, "deprecated(6)"},
                              {7, "PFC"},
                              {8, "ACFC"},
                              {9, "FCS-Alt"},
                              {10, "SDP"},
                              {11, "Num-Mode"},
                              {12, "deprecated(12)"},
                              {13, "Call-Back"},
                              {14, "deprecated(14)"},
                              {15, "deprecated(15)"},
                              {16, "deprecated(16)"},
                              {17, "MRRU"},
                              {18, "12-Bit seq #"},
                              {19, "End-Disc"},
                              {20, "Proprietary"},
                              {21, "DCE-Id"},
                              {22, "MP+"},
                              {23, "Link-Disc"},
                              {24, "LCP-Auth-Opt"},
                              {25, "COBS"},
                              {26, "Prefix-elision"},
                              {27, "Multilink-header-Form"},
                              {28, "I18N"},
                              {29, "SDL-over-SONET/SDH"},
                              {30, "PPP-Muxing"}};
constexpr Name ipcp_names[] = {{1, "IP-Addrs"},  {2, "IP-Comp"},    {3, "IP-Addr"},   {4, "Home-Addr"},
                               {129, "Pri-DNS"}, {130, "Pri-NBNS"}, {131, "Sec-DNS"}, {132, "Sec-NBNS"}};
constexpr Name ipv6cp_names[] = {{1, "Interface-ID"}};
constexpr Name ccp_names[] = {{0, "OUI"},      {1, "Pred-1"},    {2, "Pred-2"},   {3, "Puddle"},
                              {16, "HP-PPC"},  {17, "Stac-LZS"}, {18, "MPPC"},    {19, "Gand-FZA"},
                              {20, "V.42bis"}, {21, "BSD-Comp"}, {23, "LZS-DCP"}, {24, "MVRCA"},
                              {25, "DCE"},     {26, "Deflate"},  {27, "V.44"}};
constexpr Name bacp_names[] = {{1, "Favored-Peer"}};

constexpr Name vendor_name_table[] = {{0x000000, "Ethernet"}, {0x00000c, "Cisco"}, {0x000010, "Netgear"}};

/// Says that a length does not suit an option.
void print_bogus(Line& line, std::string_view relation, size_t expected) {
  line.put(" (length bogus, should be ", relation, ' ', expected, ')');
}
bool is_exactly(Line& line, size_t size, size_t expected) {
  if (size != expected) print_bogus(line, "=", expected);
  return size == expected;
}
bool is_at_least(Line& line, size_t size, size_t expected) {
  if (size < expected) print_bogus(line, ">=", expected);
  return size >= expected;
}

/// How an option was printed: with its value, only by its name, wrongly, or so that nothing may follow.
enum class Outcome { Known, Unknown, Wrong, Stop };

Outcome print_authentication(Line& line, View in, size_t size) {
  constexpr Name names[] = {
      {pap, "PAP"}, {chap, "CHAP"}, {0xc227, "EAP"}, {0xc027, "SPAP"}, {0xc123, "SPAP-OLD"}};
  constexpr Name algorithms[] = {{5, "MD5"}, {6, "SHA-1"}, {0x80, "MS-CHAPv1"}, {0x81, "MS-CHAPv2"}};
  if (!is_at_least(line, size, 4)) return Outcome::Wrong;
  const uint16_t number = in.u16(2);
  const std::string_view name = find_name(names, number);
  line.put(": ", name.empty() ? "Unknown Auth Proto (0x04x)" : name);
  if (number == chap) line.put(", ", Named{algorithms, in.u8(4), "Unknown Auth Alg ", ""});
  if (name.empty()) append_hex(line, in.available(0, size));
  return Outcome::Known;
}

Outcome print_discriminator(Line& line, View in, size_t size) {
  enum Class : uint8_t { ipv4_address = 2, mac_address = 3 };
  constexpr Name names[] = {{0, "Null"},          {1, "Local"},     {ipv4_address, "IPv4"},
                            {mac_address, "MAC"}, {4, "Magic-Num"}, {5, "PSNDN"}};
  if (!is_at_least(line, size, 3)) return Outcome::Wrong;
  const uint8_t kind = in.u8(2);
  switch (kind) {
    case ipv4_address:
      if (!is_exactly(line, size, 7)) return Outcome::Wrong;
      line.put(": IPv4 ", Ipv4Text{in.at_least(3, 4)});
      return Outcome::Known;
    case mac_address:
      if (!is_exactly(line, size, 9)) return Outcome::Wrong;
      line.put(": MAC ", MacText{in.at_least(3, 6)});
      return Outcome::Known;
    default: {
      const std::string_view name = find_name(names, kind);
      line.put(": ", name.empty() ? "Unknown" : name);
      if (name.empty()) line.put(" (", kind, ')');
      return Outcome::Known;
    }
  }
}

Outcome print_callback(Line& line, View in, size_t size) {
  constexpr Name names[] = {{0, "UserAuth"}, {1, "DialString"}, {2, "LocalID"},
                            {3, "E.164"},    {4, "X.500"},      {6, "CBCP"}};
  if (!is_at_least(line, size, 3)) return Outcome::Wrong;
  line.put(": ");
  const std::string_view name = find_name(names, in.u8(2));
  line.put(": Callback Operation ", name.empty() ? "Unknown" : name, " (", in.u8(2), ')');
  return Outcome::Known;
}

Outcome print_lcp(Line& line, uint8_t option, View in, size_t size) {
  switch (option) {
    case 0:
      if (!is_at_least(line, size, 6)) return Outcome::Wrong;
      line.put(": Vendor: ", vendor_name(in.u24(2)), " (", in.u24(2), ')');
      return Outcome::Known;
    case 1:
    case 17:
      if (!is_exactly(line, size, 4)) return Outcome::Wrong;
      line.put(": ", in.u16(2));
      return Outcome::Known;
    case 2:
    case 5:
      if (!is_exactly(line, size, 6)) return Outcome::Wrong;
      line.put(": 0x", Hex{in.u32(2), 8});
      return Outcome::Known;
    case 3: return print_authentication(line, in, size);
    case 4:
      if (!is_at_least(line, size, 4)) return Outcome::Wrong;
      line.put(in.u16(2) == 0xc025 ? ": LQR" : ": unknown");
      return Outcome::Known;
    case 7:
    case 8: return Outcome::Known;
    case 13: return print_callback(line, in, size);
    case 19: return print_discriminator(line, in, size);
    default: return Outcome::Unknown;
  }
}

Outcome print_ip_compression(Line& line, View in, size_t size) {
  constexpr uint16_t header_compression = 0x0061;
  constexpr Name names[] = {{0x002d, "VJ-Comp"}, {header_compression, "IP Header Compression"}};
  constexpr Name suboptions[] = {
      {1, "RTP-Compression"}, {2, "Enhanced RTP-Compression"}, {3, "Suppress Data/Packet Type"}};
  constexpr size_t fixed = 14;
  if (!is_at_least(line, size, 4)) return Outcome::Wrong;
  const uint16_t number = in.u16(2);
  const std::string_view name = find_name(names, number);
  line.put(": ", name.empty() ? "Unknown" : name, " (0x", Hex{number, 2}, "):");
  if (number != header_compression) return Outcome::Known;
  if (!is_at_least(line, size, fixed)) return Outcome::Wrong;
  // tcpdump wants two bytes more than it reads.
  if (!in.has(2, fixed)) {
    line.put("[|ipcp]");
    return Outcome::Stop;
  }
  line.put("\n\t    TCP Space ", in.u16(4), ", non-TCP Space ", in.u16(6), ", maxPeriod ", in.u16(8),
           ", maxTime ", in.u16(10), ", maxHdr ", in.u16(12));
  View rest = in.from(fixed).with_length(size - fixed);
  line.put("\n\t      Suboptions, length ", rest.length());
  while (rest.length() >= 2) {
    if (!rest.has(0, 2)) {
      line.put("[|ipcp]");
      return Outcome::Stop;
    }
    const uint8_t kind = rest.u8(0);
    const size_t step = rest.u8(1);
    if (step < 2) break;
    const std::string_view kind_name = kind < 3 ? find_name(suboptions, kind) : std::string_view{};
    line.put("\n\t\t", kind_name.empty() ? "Unknown" : kind_name, " Suboption #", kind, ", length ", step);
    if (step > rest.length()) {
      line.put(" [remaining suboptions length ", rest.length(), " < ", step, "] (invalid)");
      break;
    }
    rest = rest.from(step);
  }
  return Outcome::Known;
}

Outcome print_ipcp(Line& line, uint8_t option, View in, size_t size) {
  switch (option) {
    case 1:
      if (!is_exactly(line, size, 10)) return Outcome::Wrong;
      in.need(2, 8);
      line.put(": src ", Ipv4Text{in.at_least(2, 4)});
      line.put(", dst ", Ipv4Text{in.at_least(6, 4)});
      return Outcome::Known;
    case 2: return print_ip_compression(line, in, size);
    case 3:
    case 4:
    case 129:
    case 130:
    case 131:
    case 132:
      if (!is_exactly(line, size, 6)) return Outcome::Wrong;
      line.put(": ", Ipv4Text{in.at_least(2, 4)});
      return Outcome::Known;
    default: return Outcome::Unknown;
  }
}

Outcome print_ipv6cp(Line& line, uint8_t option, View in, size_t size) {
  if (option != 1) return Outcome::Unknown;
  if (!is_exactly(line, size, 10)) return Outcome::Wrong;
  if (!in.has(2, 8)) {
    line.put("[|ip6cp]");
    return Outcome::Stop;
  }
  line.put(": ", Hex{in.u16(2), 4}, ':', Hex{in.u16(4), 4}, ':', Hex{in.u16(6), 4}, ':', Hex{in.u16(8), 4});
  return Outcome::Known;
}

Outcome print_ccp(Line& line, uint8_t option, View in, size_t size) {
  switch (option) {
    case 21:
      if (!is_at_least(line, size, 3)) return Outcome::Wrong;
      line.put(": Version: ", in.u8(2) >> 5, ", Dictionary Bits: ", in.u8(2) & 0x1fu);
      return Outcome::Known;
    case 24:
      if (!is_at_least(line, size, 4)) return Outcome::Wrong;
      line.put(": Features: ", in.u8(2) >> 6, ", PxP: ", (in.u8(2) & 0x20) != 0 ? "Enabled" : "Disabled",
               ", History: ", in.u8(2) & 0x1fu, ", #CTX-ID: ", in.u8(3));
      return Outcome::Known;
    case 26:
      if (!is_at_least(line, size, 4)) return Outcome::Wrong;
      line.put(": Window: ", in.u8(2) >> 4, "K, Method: ", (in.u8(2) & 15u) == 8 ? "zlib" : "unknown", " (0x",
               Hex{in.u8(2) & 15u}, "), MBZ: ", in.u8(3) >> 2, ", CHK: ", in.u8(3) & 3u);
      return Outcome::Known;
    default: return Outcome::Unknown;
  }
}

Outcome print_bacp(Line& line, uint8_t option, View in, size_t size) {
  if (option != 1) return Outcome::Unknown;
  if (!is_exactly(line, size, 6)) return Outcome::Wrong;
  line.put(": Magic-Num 0x", Hex{in.u32(2), 8});
  return Outcome::Known;
}

struct Grammar {
  uint16_t protocol;
  std::string_view short_name;
  Names names;
  std::string_view unknown;
  Outcome (*print)(Line& line, uint8_t option, View in, size_t size);
};
constexpr Grammar grammars[] = {{lcp, "lcp", lcp_names, "", print_lcp},
                                {ipcp, "ipcp", ipcp_names, "unknown", print_ipcp},
                                {ipv6cp, "ip6cp", ipv6cp_names, "unknown", print_ipv6cp},
                                {ccp, "ccp", ccp_names, "Unknown", print_ccp},
                                {bacp, "bacp", bacp_names, "Unknown", print_bacp}};

/// The length of the option, or 0 when nothing can follow it.
size_t print_option(Line& line, const Grammar& grammar, View in) {
  if (in.length() < 2 || !in.has(0, 2)) {
    line.put("[|", grammar.short_name, ']');
    return 0;
  }
  const uint8_t option = in.u8(0);
  const size_t size = in.u8(1);
  std::string_view name = find_name(grammar.names, option);
  if (name.empty() && grammar.protocol == lcp) {
    line.put("\n\tunknown LCP option 0x", Hex{option, 2});
    return 0;
  }
  if (name.empty()) name = grammar.unknown;
  line.put("\n\t  ", name, " Option (0x", Hex{option, 2}, "), length ", size);
  if (size < 2) {
    print_bogus(line, ">=", 2);
    return 0;
  }
  const Outcome outcome = grammar.print(line, option, in, size);
  if (outcome == Outcome::Stop) return 0;
  const bool dumped = outcome == Outcome::Unknown || (outcome == Outcome::Known && line.options.verbose > 1);
  if (dumped) append_hex(line, in.available(2, size - 2), "\n\t    ");
  return size;
}

}  // namespace

std::string_view vendor_name(uint32_t organization) {
  const std::string_view name = find_name(vendor_name_table, organization);
  return name.empty() ? std::string_view("Unknown") : name;
}

void print_options(Line& line, uint16_t protocol, View in) {
  for (const Grammar& grammar : grammars) {
    if (grammar.protocol != protocol) continue;
    while (in.length() > 0) {
      const size_t size = print_option(line, grammar, in);
      if (size == 0) return;
      if (size > in.length()) {
        line.put(" [remaining options length ", in.length(), " < ", size, "] (invalid)");
        return;
      }
      in = in.from(size);
    }
  }
}

}  // namespace wiretale::ppp
