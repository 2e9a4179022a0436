// FDDI (ANSI X3.139): token ring frames on fibre, whose addresses captures hold in the order of bits of the
// ring.
#include "packet/flag_lines.h"
#include "protocols/catalog.h"

namespace wiretale::fddi {
namespace {

constexpr Name class_names[] = {{0x0, "Void"},
                                {0x4, "SMT"},
                                {0x5, "Async LLC"},
                                {0x6, "Implementor Async"},
                                {0x8, "Nonrestricted Token"},
                                {0xc, "MAC"},
                                {0xd, "Sync LLC"},
                                {0xe, "Implementor Sync"}};
constexpr Field control{"fddi.fc", "Frame Control", bytes(0, 1), Type::Uint8, Show::Hex};
constexpr Field format{"fddi.fc.clf", "Class/Length/Format", Place{0, 4, 0, 8}, Type::Uint8, Show::Hex,
                       class_names};
constexpr Field priority{"fddi.fc.prio", "Priority", Place{5, 3, 0, 8}, Type::Uint8};
constexpr Field destination{"fddi.dst", "Destination", varies, Type::Ether};
constexpr Field source{"fddi.src", "Source", varies, Type::Ether};
constexpr Field address{"fddi.addr", "Source or Destination Address", varies, Type::Ether};
constexpr const Field* fields[] = {&control, &format, &priority, &destination, &source, &address};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::LinkType, 10, Scope::Decode}};
constexpr size_t header_length = 13, address_length = 6;
constexpr uint8_t async_llc = 0x5, sync_llc = 0xd;

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const uint64_t kind = format.read(header);
  return {.next = kind == async_llc || kind == sync_llc ? ids::llc : ProtocolId::None};
}

/// The bits of each byte turned round.
void turn(Bytes from, uint8_t* to) {
  for (size_t i = 0; i < from.size(); ++i) {
    unsigned byte = from[i], turned = 0;
    for (unsigned bit = 0; bit < 8; ++bit) turned |= (byte >> bit & 1u) << (7 - bit);
    to[i] = static_cast<uint8_t>(turned);
  }
}

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < header_length) return;
  const uint64_t kind = format.read(layer), of_class = layer[0] & 7u;
  const std::string name(name_or(class_names, kind, "Unknown"));
  const std::string words =
      kind == async_llc ? text_of("Async LLC frame, priority ", of_class) : name + " frame";
  out.root().label("Fiber Distributed Data Interface, ", words);
  out.protocol_column("FDDI");
  out.info(words);
  uint8_t turned[2 * address_length];
  turn(layer.subspan(1, sizeof turned), turned);
  const Bytes kept = out.tree().keep(turned);
  out.addresses(kept.subspan(address_length), kept.first(address_length));
  out.put(control).more(" (", words, ')');
  {
    const Deeper below(out);
    out.put(format);
    if (kind == async_llc) out.put(priority);
  }
  for (const Field* each : {&destination, &source}) {
    const size_t at = each == &destination ? 0 : address_length;
    out.put_text(*each, 1 + at, address_length, kept.subspan(at, address_length));
    out.put_text(address, 1 + at, address_length, kept.subspan(at, address_length)).hidden();
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "fddi",
                                         .title = "Fiber Distributed Data Interface",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .keeps = Keeps::Nothing};

}  // namespace wiretale::fddi
