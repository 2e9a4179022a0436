// RX.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::rx {
namespace {

constexpr Claim found_on[] = {{On::UdpPort, 7000}};

void print(Line& line, View in) {
  line.protocol = "rx";
  line.unknown_data(in);
}

}  // namespace

extern constinit const Protocol protocol{.name = "rx", .title = "RX", .found_on = found_on, .print = print};

}  // namespace wiretale::rx
