// BOOTP (RFC 951) and DHCP (RFC 2131).
#include "packet/line.h"
#include "protocols/application/dhcp/options.h"
#include "protocols/application/dhcp/tree.h"
#include "protocols/application/dhcp/tree_fields.h"
#include "protocols/catalog.h"

namespace wiretale::dhcp {
namespace {

constexpr Name operations[] = {{1, "Request"}, {2, "Reply"}};

static_assert(names_are_distinct(field::all));

constexpr Claim found_on[] = {{On::UdpPort, 67, Scope::Line},
                              {On::UdpPort, 68, Scope::Line},
                              {On::UdpPort, 67, Scope::Tree},
                              {On::UdpPort, 68, Scope::Tree}};

Step decode(Cursor&, Context&) { return {}; }

constexpr size_t hardware_at = 28, server_name_at = 44, file_at = 108, vendor_at = 236;
constexpr size_t server_name_size = 64, file_size = 128;
constexpr uint8_t request = 1, ethernet = 1;

/// CMU's vendor area (RFC 1048's predecessor): addresses, of which those that are not 0 are written.
void print_cmu(Line& line, View vendor) {
  line.put(" vend-cmu");
  if (const uint8_t flag_byte = vendor.u8(4); (flag_byte & ~1u) != 0) line.put(" F:0x", Hex{flag_byte});
  struct Entry {
    std::string_view name;
    size_t at;
  };
  for (const Entry entry : {Entry{" DG:", 12},
                            {" SM:", 8},
                            {" NS1:", 16},
                            {" NS2:", 20},
                            {" IEN1:", 24},
                            {" IEN2:", 28},
                            {" TS1:", 32},
                            {" TS2:", 36}})
    if (vendor.u32(entry.at) != 0) line.put(entry.name, Ipv4Text{vendor.at_least(entry.at, 4)});
}

void print_address(Line& line, View in, size_t at, std::string_view label) {
  if (in.u32(at) != 0) line.put("\n\t  ", label, ' ', Ipv4Text{in.at_least(at, 4)});
}

/// A string that a zero byte ends; cut off when there is none.
void print_name(Line& line, View in, size_t at, size_t size, std::string_view label) {
  if (in.u8(at) == 0) return;
  line.put("\n\t  ", label, " \"");
  const Bytes text = in.available(at, size);
  const auto zero = std::find(text.begin(), text.end(), 0);
  line.put(CaretNotation{text.first(static_cast<size_t>(zero - text.begin()))});
  if (zero == text.end()) {
    line.put('"');
    line.truncated();
  }
  line.put('"');
}

void print_vendor_area(Line& line, View vendor) {
  constexpr uint32_t rfc1048 = 0x63825363, cmu = 0x434d5500;
  const uint32_t cookie = vendor.u32(0);
  if (cookie == rfc1048) {
    line.put("\n\t  Vendor-rfc1048 Extensions\n\t    Magic Cookie 0x", Hex{cookie, 8});
    print_options(line, vendor.from(4));
  } else if (cookie == cmu) {
    print_cmu(line, vendor);
  } else if (cookie != 0) {
    line.put("\n\t  Vendor-#0x", Hex{cookie});
  }
}

void print(Line& line, View in) {
  line.protocol = "bootp";
  line.put("BOOTP/DHCP, ", NamedHex{operations, in.u8(0), "unknown (0x", ")", 2});
  const uint8_t type = in.u8(1), size = in.u8(2);
  const bool has_mac = type == ethernet && size == 6;
  if (has_mac && in.u8(0) == request) line.put(" from ", MacText{in.at_least(hardware_at, 6)});
  line.put(", length ", in.length());
  if (line.options.verbose == 0) return;
  in.need(8, 2);
  if (type != ethernet) line.put(", htype ", type);
  if (type != ethernet || size != 6) line.put(", hlen ", size);
  if (in.u8(3) != 0) line.put(", hops ", in.u8(3));
  if (in.u32(4) != 0) line.put(", xid 0x", Hex{in.u32(4)});
  if (in.u16(8) != 0) line.put(", secs ", in.u16(8));
  const uint16_t flag_bits = in.u16(10);
  line.put(", Flags [", (flag_bits & 0x8000) != 0 ? "Broadcast" : "none", ']');
  if (line.options.verbose > 1) line.put(" (0x", Hex{flag_bits, 4}, ')');
  print_address(line, in, 12, "Client-IP");
  print_address(line, in, 16, "Your-IP");
  print_address(line, in, 20, "Server-IP");
  print_address(line, in, 24, "Gateway-IP");
  if (has_mac) line.put("\n\t  Client-Ethernet-Address ", MacText{in.at_least(hardware_at, 6)});
  print_name(line, in, server_name_at, server_name_size, "sname");
  print_name(line, in, file_at, file_size, "file");
  in.need(vendor_at, 1);
  if (in.length() > vendor_at) print_vendor_area(line, in.from(vendor_at));
}

}  // namespace

extern constinit const Protocol protocol{.name = "dhcp",
                                         .title = "Dynamic Host Configuration Protocol",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .print = print};

}  // namespace wiretale::dhcp
