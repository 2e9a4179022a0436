// CARP (OpenBSD): a shared address, on VRRP's protocol number; read on request only.
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/checksum.h"

namespace wiretale::carp {
namespace {

constexpr Field version{"carp.version", "Version", bits(0, 4)};
constexpr Field type{"carp.type", "Packet Type", bits(4, 4)};
constexpr Field host{"carp.vhid", "Virtual Host ID", bytes(1, 1)};
constexpr Field skew{"carp.advskew", "Advertisement Skew", bytes(2, 1)};
constexpr Field authentication_length{"carp.auth_len", "Auth Len", bytes(3, 1)};
constexpr Field base{"carp.advbase", "Adver Base", bytes(5, 1)};
constexpr Field checksum{"carp.checksum", "Checksum", bytes(6, 2), Type::Uint16, Show::Hex};
constexpr Field counter{"carp.counter", "Counter", bytes(8, 8)};
constexpr const Field* fields[] = {&version, &type,     &host,   &skew, &authentication_length,
                                   &base,    &checksum, &counter};
static_assert(fields_are_distinct(fields));

constexpr size_t header_length = 16;

void print(Line& line, View in) {
  line.protocol = "carp";
  const uint8_t first = in.u8(0);
  line.put("CARPv", first >> 4, '-');
  const bool advertises = (first & 15) == 1;
  if (advertises)
    line.put("advertise");
  else
    line.put("unknown-type");
  line.put(' ', in.length(), ": ");
  if (line.network.header.has(8, 1) && line.network.header.u8(8) != 255)
    line.put("[ttl=", line.network.header.u8(8), "!] ");
  if (first >> 4 != 2 || !advertises) return;
  const Bytes header = in.bytes(0, header_length);
  line.put("vhid=", host.read(header), " advbase=", base.read(header), " advskew=", skew.read(header),
           " authlen=", authentication_length.read(header), ' ');
  if (line.options.verbose > 0 && in.has(0, in.length()) &&
      Checksum().add(in.bytes(0, in.length())).value() != 0)
    line.put(" (bad carp cksum ", Hex{checksum.read(header)}, "!)");
  line.put("counter=", counter.read(header));
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "carp", .title = "Common Address Redundancy Protocol", .fields = fields, .print = print};

}  // namespace wiretale::carp
