// PKTAP.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::pktap {
namespace {

constexpr Claim found_on[] = {{On::LinkType, 258}};

void print(Line& line, View in) {
  line.protocol = "pktap";
  line.unknown_data(in);
}

}  // namespace

extern constinit const Protocol protocol{.name = "pktap", .title = "PKTAP", .found_on = found_on, .print = print};

}  // namespace wiretale::pktap
