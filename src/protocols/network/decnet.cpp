// DECnet Phase IV.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::decnet {
namespace {

constexpr Claim found_on[] = {{On::EtherType, 0x6003}};

void print(Line& line, View in) {
  line.protocol = "decnet";
  line.unknown_data(in);
}

}  // namespace

extern constinit const Protocol protocol{.name = "decnet", .title = "DECnet Phase IV", .found_on = found_on, .print = print};

}  // namespace wiretale::decnet
