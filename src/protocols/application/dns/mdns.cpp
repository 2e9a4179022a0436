// Multicast DNS (RFC 6762).
#include "protocols/application/dns/line.h"
#include "protocols/application/dns/message.h"
#include "protocols/application/dns/tree.h"
#include "protocols/catalog.h"

namespace wiretale::mdns {
namespace {

constexpr Claim found_on[] = {{On::UdpPort, 5353, Scope::Line}, {On::UdpPort, 5353, Scope::Tree}};

Step decode(Cursor& in, Context&) {
  in.skip(dns::header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void dissect(Bytes, FieldWriter& out) { dns::dissect_message(out, dns::Flavour::Multicast); }

void print(Line& line, View in) { dns::print_message(line, in, dns::Flavour::Multicast); }

}  // namespace

extern constinit const Protocol protocol{.name = "mdns",
                                         .title = "Multicast Domain Name System",
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .print = print};

}  // namespace wiretale::mdns
