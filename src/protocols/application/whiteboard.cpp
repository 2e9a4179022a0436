// LBL's shared whiteboard.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::whiteboard {
namespace {

constexpr Claim found_on[] = {{On::UdpPort, 4567}};

void print(Line& line, View in) {
  line.protocol = "wb";
  line.unknown_data(in);
}

}  // namespace

extern constinit const Protocol protocol{.name = "wb", .title = "LBL's shared whiteboard", .found_on = found_on, .print = print};

}  // namespace wiretale::whiteboard
