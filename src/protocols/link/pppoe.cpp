// PPPoE sessions (RFC 2516): PPP on Ethernet.
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/pppoe_frame.h"

namespace wiretale::pppoe {
namespace {

constexpr Field version{"pppoe.version", "Version", bits(0, 4)};
constexpr Field type{"pppoe.type", "Type", bits(4, 4)};
constexpr Field code{"pppoe.code", "Code", bytes(1, 1), Type::Uint8, Show::Hex, pppoe_frame::code_names};
constexpr Field session{"pppoe.session_id", "Session ID", bytes(2, 2), Type::Uint16, Show::Hex};
constexpr Field payload_length{"pppoe.payload_length", "Payload Length", bytes(4, 2)};
constexpr const Field* fields[] = {&version, &type, &code, &session, &payload_length};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x8864}, {On::LinkType, 51, Scope::Line}};

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(pppoe_frame::header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (version.read(header) != 1) return {.trouble = Trouble::Malformed};
  in.limit(payload_length.read(header));
  return {.next = code.read(header) == pppoe_frame::session_data ? ids::ppp : ProtocolId::None};
}

}  // namespace

extern constinit const Protocol protocol{.name = "pppoes",
                                         .title = "PPP-over-Ethernet Session",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .rest = Rest::Data,
                                         .print = pppoe_frame::print};

}  // namespace wiretale::pppoe
