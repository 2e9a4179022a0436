// Home Networking Control Protocol.
#include "packet/line.h"

namespace wiretale::hncp {

extern constinit const Protocol protocol{.name = "hncp", .title = "Home Networking Control Protocol"};

}  // namespace wiretale::hncp
