// PPPoE discovery (RFC 2516): finding an access concentrator, with tags.
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/pppoe_frame.h"

namespace wiretale::pppoe_discovery {
namespace {

constexpr Field version{"pppoed.version", "Version", bits(0, 4)};
constexpr Field type{"pppoed.type", "Type", bits(4, 4)};
constexpr Field code{"pppoed.code", "Code", bytes(1, 1), Type::Uint8, Show::Hex, pppoe_frame::code_names};
constexpr Field session{"pppoed.session_id", "Session ID", bytes(2, 2), Type::Uint16, Show::Hex};
constexpr Field payload_length{"pppoed.payload_length", "Payload Length", bytes(4, 2)};
constexpr Field tag{"pppoed.tag", "Tag", varies, Type::Uint16, Show::Hex, pppoe_frame::tag_names};
constexpr Field tag_length{"pppoed.tag_length", "Tag Length", varies, Type::Uint16};
constexpr Field tag_value{"pppoed.tag.unknown_data", "Tag Data", varies, Type::ByteArray};
constexpr const Field* fields[] = {&version,        &type, &code,       &session,
                                   &payload_length, &tag,  &tag_length, &tag_value};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x8863}};

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(pppoe_frame::header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (version.read(header) != 1) return {.trouble = Trouble::Malformed};
  in.limit(payload_length.read(header));
  return {};
}

void dissect(Bytes layer, FieldWriter& out) {
  for (size_t at = pppoe_frame::header_length; at + 4 <= layer.size();) {
    const size_t size = be16(&layer[at + 2]);
    out.put(tag, at, 2);
    out.put(tag_length, at + 2, 2);
    if (size > 0) out.put(tag_value, at + 4, size);
    at += 4 + size;
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "pppoed",
                                         .title = "PPP-over-Ethernet Discovery",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .print = pppoe_frame::print};

}  // namespace wiretale::pppoe_discovery
