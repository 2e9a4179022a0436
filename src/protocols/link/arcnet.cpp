// ARCnet (RFC 1201, RFC 1051): the frames of BSD, and Linux's with two more bytes.
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/network/appletalk.h"

namespace wiretale::arcnet {
namespace {

enum PayloadType : uint8_t {
  old_ip = 0xf0,
  old_arp = 0xf1,
  ip = 0xd4,
  arp = 0xd5,
  reverse_arp = 0xd6,
  appletalk = 0xdd,
  ipx = 0xfa,
  ipv6 = 0xc4,
  diagnostics = 0x80
};
constexpr Name type_name_table[] = {{old_ip, "oldip"}, {old_arp, "oldarp"},   {ip, "ip"},
                                    {arp, "arp"},      {reverse_arp, "rarp"}, {appletalk, "atalk"},
                                    {ipx, "ipx"},      {ipv6, "ipv6"},        {diagnostics, "diag"}};
constexpr Names type_names = type_name_table;

constexpr Field source{"arcnet.src", "Source", bytes(0, 1), Type::Uint8, Show::Hex};
constexpr Field destination{"arcnet.dst", "Dest", bytes(1, 1), Type::Uint8, Show::Hex};
constexpr const Field* fields[] = {&source, &destination};

constexpr Claim found_on[] = {{On::LinkType, 7}};
constexpr Claim found_on_linux[] = {{On::LinkType, 129}};

constexpr uint8_t extended = 0xff;

/// False when nobody knows the type.
bool print_payload(Line& line, uint8_t type, View in) {
  constexpr uint16_t arp_type = 0x0806;
  switch (type) {
    case old_ip:
    case ip: return line.print(ids::ipv4, in);
    case ipv6: return line.print(ids::ipv6, in);
    case old_arp:
    case arp:
    case reverse_arp: return line.child(On::EtherType, arp_type, in);
    case appletalk: print_appletalk(line, in); return true;
    case ipx: return line.print(ids::ipx, in);
    default: return false;
  }
}

void put_header(Line& line, View in, uint8_t type) {
  line.put(Hex{in.u8(0), 2}, ' ', Hex{in.u8(1), 2}, ' ', NamedHex{type_names, type, "", "", 2}, ' ');
}

void print(Line& line, View in) {
  line.protocol = "arcnet";
  constexpr size_t header = 3, with_fragment = 6, with_extension = 10;
  if (in.captured() < header || in.length() < header) line.truncated();
  const bool verbose_link = line.options.link_header;
  const uint8_t type = in.u8(2);
  size_t size = header;
  const bool fragments = type != old_ip && type != old_arp && type != diagnostics;
  uint8_t flag = 0;
  uint16_t sequence = 0;
  if (fragments) {
    const auto cut = [&](std::string_view what) {
      put_header(line, in, type);
      line.put(in.length(), ": ", what);
      line.truncated();
    };
    if (in.captured() < with_fragment || in.length() < with_fragment) cut(" phds");
    flag = in.u8(3);
    size = with_fragment;
    if (flag == extended) {
      if (in.captured() < with_extension || in.length() < with_extension) cut(" phds extended");
      flag = in.u8(7);
      size = with_extension;
    }
    sequence = in.u16(size - 2);
  }
  if (verbose_link) {
    put_header(line, in, type);
    if (fragments) line.put("seqid ", Hex{sequence, 4});
    if (flag != 0 && flag % 2 == 1) line.put(" (first of ", (flag + 3) / 2, " fragments)");
    if (flag != 0 && flag % 2 == 0) line.put(" (fragment ", flag / 2 + 1, ')');
    if (fragments) line.put(' ');
    line.put(in.length(), ": ");
  }
  if (line.outermost()) line.link_header_length = size;
  if (flag != 0 && flag % 2 == 0) return;  // a later fragment
  if (!print_payload(line, type, in.from(size))) line.unknown_data(in.from(size));
}

/// Linux puts the packet together and leaves its offset and, for the types that have it, the first fragment's
/// header there.
void print_linux(Line& line, View in) {
  line.protocol = "arcnet_linux";
  constexpr size_t old_header = 5, header = 8;
  if (in.captured() < old_header || in.length() < old_header) line.truncated();
  const uint8_t type = in.u8(4);
  size_t size = old_header;
  if (type != old_ip && type != old_arp && type != diagnostics) {
    size = header;
    if (in.captured() < header || in.length() < header) line.truncated();
  }
  if (line.options.link_header) {
    // tcpdump takes the byte for the type that is BSD's.
    put_header(line, in, in.u8(2));
    line.put(in.length(), ": ");
  }
  if (line.outermost()) line.link_header_length = size;
  if (!print_payload(line, type, in.from(size))) line.unknown_data(in.from(size));
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "arcnet", .title = "ARCNET", .fields = fields, .found_on = found_on, .print = print};

}  // namespace wiretale::arcnet

namespace wiretale::linux_arcnet {

extern constinit const Protocol protocol{.name = "arcnet",
                                         .title = "ARCNET",
                                         .fields = arcnet::fields,
                                         .found_on = arcnet::found_on_linux,
                                         .print = arcnet::print_linux};

}  // namespace wiretale::linux_arcnet
