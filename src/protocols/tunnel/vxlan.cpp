// VXLAN (RFC 7348): an Ethernet frame carried in UDP.
#include "packet/line.h"
#include "packet/tree.h"
#include "protocols/catalog.h"

namespace wiretale::vxlan {
namespace {

constexpr Name group_names[] = {{1, "Defined"}, {0, "Not defined"}};
constexpr Field flags{"vxlan.flags", "Flags", bytes(0, 2), Type::Uint16, Show::Hex};
constexpr Field has_group{"vxlan.flag_g", "GBP Extension", bits(0, 1).within(0, 16),
                          Type::Boolean,  Show::Decimal,   group_names};
constexpr Field has_vni{"vxlan.flag_i", "VXLAN Network ID (VNI)", bits(4, 1).within(0, 16), Type::Boolean};
constexpr Field dont_learn{"vxlan.flag_d", "Don't Learn", bits(9, 1).within(0, 16), Type::Boolean};
constexpr Field policy_applied{"vxlan.flag_a", "Policy Applied", bits(12, 1).within(0, 16), Type::Boolean};
constexpr Field reserved_flags{"vxlan.flags_reserved", "Reserved(R)", varies.with_mask(0x77b7), Type::Uint16,
                               Show::Hex};
constexpr Field group_policy{"vxlan.gbp", "Group Policy ID", bytes(2, 2)};
constexpr Field vni{"vxlan.vni", "VXLAN Network Identifier (VNI)", bytes(4, 3)};
constexpr Field reserved{"vxlan.reserved8", "Reserved", bytes(7, 1)};
constexpr Field next_protocol{"vxlan.next_proto", "Next Protocol", varies, Type::Uint8};  // of VXLAN GPE
constexpr const Field* fields[] = {&next_protocol,  &flags,          &has_group,    &has_vni, &dont_learn,
                                   &policy_applied, &reserved_flags, &group_policy, &vni,     &reserved};
static_assert(fields_are_distinct(fields));

// 8472 is what Linux, Flannel and Cilium use; tcpdump reads OTV there.
constexpr Claim found_on[] = {{On::UdpPort, 4789}, {On::UdpPort, 8472, Scope::Flows}};

constexpr size_t header_length = 8;

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = ids::ethernet};
}

/// The bits of the flags without a meaning.
constexpr uint16_t reserved_mask = 0x77b7;

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < header_length) return;
  const uint16_t set = be16(layer.data());
  out.protocol_column("VxLAN");
  Item item = out.put(flags);
  for (const Field* field : {&has_group, &has_vni, &dont_learn, &policy_applied})
    if (field->read(layer) != 0) item.more(", ", field->label);
  {
    const Deeper below(out);
    for (const Field* field : {&has_group, &has_vni, &dont_learn, &policy_applied}) out.put(*field);
    Item rest = out.put(reserved_flags, 0, 2, set & reserved_mask);
    if (rest.has_label()) {
      Text words(64);
      for (int bit = 15; bit >= 0; --bit) {
        const bool meant = (reserved_mask >> bit & 1) == 0;
        words.put(meant ? '.' : (set >> bit & 1) != 0 ? '1' : '0', bit % 4 == 0 ? " " : "");
      }
      rest.label(words.view(), "= Reserved(R): 0x", Hex{set & uint64_t{reserved_mask}, 4});
    }
  }
  out.put(group_policy);
  out.put(vni);
  out.put(reserved);
}

void print(Line& line, View in) {
  line.protocol = "vxlan";
  line.put("VXLAN");
  if (in.length() < header_length) return line.invalid();
  const Bytes header = in.bytes(0, header_length);
  line.put(", flags [", has_vni.read(header) != 0 ? "I" : "invalid", "] (0x", Hex{header[0], 2}, "), vni ",
           vni.read(header), '\n');
  line.print(ids::ethernet, in.from(header_length));
}

}  // namespace

extern constinit const Protocol protocol{.name = "vxlan",
                                         .title = "Virtual eXtensible Local Area Network",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .keeps = Keeps::Nothing,
                                         .print = print};

}  // namespace wiretale::vxlan
