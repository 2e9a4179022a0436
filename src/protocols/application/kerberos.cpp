// Kerberos over UDP: the version alone, as tcpdump says it.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::kerberos {
namespace {

constexpr Claim found_on[] = {{On::UdpPort, 88}, {On::UdpPort, 750}};

void print(Line& line, View in) {
  line.protocol = "kerberos";
  if (in.length() < 1) line.truncated();
  // Version 4 and those before begin with their number, version 5 with the ASN.1 tag of a request.
  constexpr uint8_t authentication_request = 0x6a, authentication_reply = 0x6b;
  switch (const uint8_t first = in.u8(0)) {
    case 1:
    case 2:
    case 3:
    case 4: line.put(" v", first); return;
    case authentication_request:
    case authentication_reply: line.put(" v5"); return;
    default: return;
  }
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "kerberos", .title = "Kerberos", .found_on = found_on, .print = print};

}  // namespace wiretale::kerberos
