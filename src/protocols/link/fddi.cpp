// FDDI.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::fddi {
namespace {

constexpr Claim found_on[] = {{On::LinkType, 10}};

void print(Line& line, View in) {
  line.protocol = "fddi";
  line.unknown_data(in);
}

}  // namespace

extern constinit const Protocol protocol{.name = "fddi", .title = "FDDI", .found_on = found_on, .print = print};

}  // namespace wiretale::fddi
