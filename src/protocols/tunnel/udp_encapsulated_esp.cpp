// ESP and IKE on UDP port 4500, to pass through address translation (RFC 3948).
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::udp_encapsulated_esp {
namespace {

constexpr Claim found_on[] = {{On::UdpPort, 4500}};

constexpr size_t marker_length = 4;
constexpr uint8_t keep_alive = 0xff;

Step decode(Cursor& in, Context&) {
  const Bytes rest = in.rest();
  if (rest.size() == 1 && rest[0] == keep_alive) {
    in.skip(1);
    return {};
  }
  if (rest.size() < marker_length) return {.trouble = Trouble::Truncated};
  // An ESP header begins with an SPI, which is never 0; IKE messages begin with a marker that is.
  if (be32(rest.data()) != 0) return {.next = ids::esp};
  in.skip(marker_length);
  return {.next = ids::isakmp};
}

void print(Line& line, View in) {
  line.protocol = "isakmp_rfc3948";
  if (in.length() == 1 && in.u8(0) == keep_alive) {
    line.put("isakmp-nat-keep-alive");
    return;
  }
  if (in.length() < marker_length) line.truncated();
  if (in.u32(0) == 0) {
    line.put("NONESP-encap: ");
    line.print(ids::isakmp, in.from(marker_length));
  } else {
    line.put("UDP-encap: ");
    line.print(ids::esp, in);
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "udpencap",
                                         .title = "UDP Encapsulation of IPsec Packets",
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::udp_encapsulated_esp
