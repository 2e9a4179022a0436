// Cisco NetFlow.
#include "packet/line.h"

namespace wiretale::netflow {

extern constinit const Protocol protocol{.name = "cflow", .title = "Cisco NetFlow"};

}  // namespace wiretale::netflow
