// Link-local multicast name resolution (RFC 4795): DNS messages with flags of its own.
#include "protocols/application/dns/message.h"
#include "protocols/application/dns/tree.h"
#include "protocols/catalog.h"

namespace wiretale::llmnr {
namespace {

constexpr Claim found_on[] = {{On::UdpPort, 5355, Scope::Tree}};

Step decode(Cursor& in, Context&) {
  in.skip(dns::header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void dissect(Bytes, FieldWriter& out) { dns::dissect_message(out, dns::Flavour::LinkLocal); }

}  // namespace

extern constinit const Protocol protocol{.name = "llmnr",
                                         .title = "Link-local Multicast Name Resolution",
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect};

}  // namespace wiretale::llmnr
