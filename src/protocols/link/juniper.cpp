// Juniper's captures: a header of its own before each frame, by the kind of interface.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::juniper {
namespace {
void print_stub(Line& line, View in) { line.unknown_data(in); }
}
#define JUNIPER(space, link_type) } namespace wiretale::space { namespace { constexpr Claim found_on[] = {{On::LinkType, link_type}}; } extern constinit const Protocol protocol{.name = "juniper", .title = "Juniper", .found_on = found_on, .print = juniper::print_stub};
JUNIPER(juniper_atm1, 137)
JUNIPER(juniper_atm2, 135)
JUNIPER(juniper_mlppp, 130)
JUNIPER(juniper_mlfr, 131)
JUNIPER(juniper_mfr, 134)
JUNIPER(juniper_es, 132)
JUNIPER(juniper_ggsn, 133)
JUNIPER(juniper_services, 136)
JUNIPER(juniper_monitor, 164)
JUNIPER(juniper_ethernet, 178)
JUNIPER(juniper_ppp, 179)
JUNIPER(juniper_frame_relay, 180)
JUNIPER(juniper_hdlc, 181)
JUNIPER(juniper_pppoe, 167)
JUNIPER(juniper_pppoe_atm, 168)
}
