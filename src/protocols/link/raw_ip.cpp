// Links that carry IP packets without a header: LINKTYPE_RAW, LINKTYPE_IPV4, LINKTYPE_IPV6.
#include "protocols/link/raw_ip.h"

#include "protocols/catalog.h"

namespace wiretale::raw_ip {
namespace {

// 12 and 14 are what DLT_RAW is on Linux and on OpenBSD; such files exist.
constexpr Claim found_on[] = {{On::LinkType, 101},
                              {On::LinkType, 12},
                              {On::LinkType, 14},
                              {On::LinkType, 228, Scope::Line},
                              {On::LinkType, 229, Scope::Line}};

ProtocolId of_version(uint8_t first_byte) {
  if (first_byte >> 4 == 4) return ids::ipv4;
  return first_byte >> 4 == 6 ? ids::ipv6 : ProtocolId::None;
}

Step decode(Cursor& in, Context&) {
  if (in.left() == 0) return {.trouble = Trouble::Truncated};
  const ProtocolId next = of_version(in.rest()[0]);
  return {.next = next, .trouble = next == ProtocolId::None ? Trouble::Malformed : Trouble::None};
}

void print(Line& line, View in) {
  line.protocol = "raw";
  if (line.options.link_header) line.put("ip: ");
  print_by_version(line, in);
}

}  // namespace

void print_by_version(Line& line, View in) {
  if (in.length() < 1) {
    line.put("truncated-ip ", in.length());
    return;
  }
  const uint8_t first = in.u8(0);
  if (!line.print(of_version(first), in)) line.put("unknown ip ", first >> 4);
}

extern constinit const Protocol protocol{.name = "raw",
                                         .title = "Raw packet data",
                                         .found_on = found_on,
                                         .decode = decode,
                                         .rest = Rest::Data,
                                         .print = print};

}  // namespace wiretale::raw_ip
