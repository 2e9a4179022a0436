// Multicast DNS (RFC 6762).
#include "protocols/application/dns/line.h"
#include "protocols/catalog.h"

namespace wiretale::mdns {
namespace {

constexpr Claim found_on[] = {{On::UdpPort, 5353, Scope::Line}};

void print(Line& line, View in) { dns::print_message(line, in, dns::Flavour::Multicast); }

}  // namespace

extern constinit const Protocol protocol{
    .name = "mdns", .title = "Multicast Domain Name System", .found_on = found_on, .print = print};

}  // namespace wiretale::mdns
