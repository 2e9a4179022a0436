// Token Ring.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::token_ring {
namespace {

constexpr Claim found_on[] = {{On::LinkType, 6}};

void print(Line& line, View in) {
  line.protocol = "tr";
  line.unknown_data(in);
}

}  // namespace

extern constinit const Protocol protocol{.name = "tr", .title = "Token Ring", .found_on = found_on, .print = print};

}  // namespace wiretale::token_ring
