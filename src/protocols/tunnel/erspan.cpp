// ERSPAN types II and III (draft-foschiano-erspan): mirrored Ethernet frames in GRE.
#include "packet/protocol.h"
#include "protocols/catalog.h"

namespace wiretale::erspan {
namespace {

constexpr Field version{"erspan.version", "Version", bits(0, 4)};
constexpr Field vlan{"erspan.vlan", "Vlan", bits(4, 12)};
constexpr Field class_of_service{"erspan.cos", "COS", bits(16, 3)};
constexpr Field truncated{"erspan.truncated", "Truncated", bits(21, 1), Type::Boolean, Show::Flag};
constexpr Field session{"erspan.spanid", "SpanID", bits(22, 10)};
constexpr const Field* fields[] = {&version, &vlan, &class_of_service, &truncated, &session};
static_assert(fields_are_distinct(fields));

// Type I has no header; GRE says so by having no sequence number (see gre.cpp).
constexpr Claim found_on[] = {{On::EtherType, 0x88be, Scope::Decode}, {On::EtherType, 0x22eb, Scope::Decode}};

constexpr size_t type_2_length = 8, type_3_length = 12, platform_length = 8;

Step decode(Cursor& in, Context&) {
  if (in.left() == 0) return {.trouble = Trouble::Truncated};
  const bool type_3 = in.rest()[0] >> 4 == 2;
  const Bytes header = in.take(type_3 ? type_3_length : type_2_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (!type_3 && header[0] >> 4 != 1) return {.trouble = Trouble::Malformed};
  // The last bit of type III's header announces the platform-specific subheader.
  if (type_3 && (header[11] & 1) != 0) in.skip(platform_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = ids::ethernet};
}

}  // namespace

extern constinit const Protocol protocol{.name = "erspan",
                                         .title = "Encapsulated Remote Switch Packet ANalysis",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode};

}  // namespace wiretale::erspan
