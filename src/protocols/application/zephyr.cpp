// Zephyr.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::zephyr {
namespace {

constexpr Claim found_on[] = {{On::UdpPort, 2104}};

void print(Line& line, View in) {
  line.protocol = "zephyr";
  line.unknown_data(in);
}

}  // namespace

extern constinit const Protocol protocol{.name = "zephyr", .title = "Zephyr", .found_on = found_on, .print = print};

}  // namespace wiretale::zephyr
