// Internet Message Access Protocol.
#include "packet/tree.h"
#include "protocols/application/imap_fields.h"
#include "protocols/application/mail_tree.h"
#include "protocols/catalog.h"

namespace wiretale::imap {
namespace {

constexpr Claim found_on[] = {{On::TcpPort, 143, Scope::Tree}};

}  // namespace

extern constinit const Protocol protocol{.name = "imap",
                                         .title = "Internet Message Access Protocol",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .frame = frame};

}  // namespace wiretale::imap
