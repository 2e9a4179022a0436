// Datagram Congestion Control Protocol.
#include "packet/line.h"

namespace wiretale::dccp {

extern constinit const Protocol protocol{.name = "dccp", .title = "Datagram Congestion Control Protocol"};

}  // namespace wiretale::dccp
