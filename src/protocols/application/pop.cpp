// Post Office Protocol.
#include "packet/tree.h"
#include "protocols/application/mail_tree.h"
#include "protocols/application/pop_fields.h"
#include "protocols/catalog.h"

namespace wiretale::pop {
namespace {

constexpr Claim found_on[] = {{On::TcpPort, 110, Scope::Tree}};

}  // namespace

extern constinit const Protocol protocol{.name = "pop",
                                         .title = "Post Office Protocol",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .frame = frame};

}  // namespace wiretale::pop
