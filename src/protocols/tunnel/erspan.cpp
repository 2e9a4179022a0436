// ERSPAN types II and III (draft-foschiano-erspan): mirrored Ethernet frames in GRE.
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/tunnel/erspan_fields.h"

namespace wiretale::erspan {
namespace {

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

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < type_2_length) return;
  const bool type_3 = layer[0] >> 4 == 2;
  out.protocol_column("ERSPAN");
  out.root().more(type_3 ? " Type III" : " Type II");
  out.put(version);
  out.put(vlan);
  out.put(class_of_service);
  out.put(type_3 ? bad_short_oversized : encapsulation);
  out.put(truncated);
  out.put(session);
  if (!type_3) {
    out.put(reserved);
    out.put(index);
    return;
  }
  if (layer.size() < type_3_length) return;
  for (const Field* field :
       {&timestamp, &group_tag, &has_pdu, &frame_type, &hardware, &direction, &granularity, &optional})
    out.put(*field);
}

}  // namespace

extern constinit const Protocol protocol{.name = "erspan",
                                         .title = "Encapsulated Remote Switch Packet ANalysis",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect};

}  // namespace wiretale::erspan
