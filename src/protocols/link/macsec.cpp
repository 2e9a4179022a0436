// MACsec (IEEE 802.1AE-2018 clause 9): frames with a security tag and an integrity check value.
#include "protocols/link/macsec.h"

#include "packet/tree.h"
#include "protocols/catalog.h"

namespace wiretale::macsec {
namespace {

constexpr Field version{"macsec.TCI.V", "VER", bits(0, 1), Type::Boolean, Show::Flag};
constexpr Field end_station{"macsec.TCI.ES", "ES", bits(1, 1), Type::Boolean, Show::Flag};
constexpr Field has_channel{"macsec.TCI.SC", "SC", bits(2, 1), Type::Boolean, Show::Flag};
constexpr Field broadcast{"macsec.TCI.SCB", "SCB", bits(3, 1), Type::Boolean, Show::Flag};
constexpr Field encrypted{"macsec.TCI.E", "E", bits(4, 1), Type::Boolean, Show::Flag};
constexpr Field changed{"macsec.TCI.C", "C", bits(5, 1), Type::Boolean, Show::Flag};
constexpr Field association{"macsec.AN", "AN", bits(6, 2), Type::Uint8, Show::Hex};
constexpr Field reserved{"macsec.reserved", "Reserved", bits(8, 2), Type::Uint8, Show::Hex};
constexpr Field short_length{"macsec.SL", "Short length", bits(10, 6).with_mask(0), Type::Uint8};
constexpr Field packet_number{"macsec.PN", "Packet number", bytes(2, 4)};
constexpr Field channel{"macsec.SCI", "SCI", varies, Type::Uint64, Show::Hex};
constexpr const Field* fields[] = {&version,      &end_station,   &has_channel, &broadcast,
                                   &encrypted,    &changed,       &association, &reserved,
                                   &short_length, &packet_number, &channel};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, ether_type, Scope::Decode}};

constexpr size_t tag_length = 6, channel_length = 8, check_length = 16;

Step decode(Cursor& in, Context& context) {
  const Bytes tag = in.take(tag_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (version.read(tag) != 0) return {.trouble = Trouble::Malformed};
  if (has_channel.read(tag) != 0) in.skip(channel_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (encrypted.read(tag) != 0 || changed.read(tag) != 0) return {};
  if (in.left() < check_length + 2) return {.trouble = Trouble::Truncated};
  const size_t protected_length =
      short_length.read(tag) != 0 ? short_length.read(tag) : in.left() - check_length;
  if (protected_length < 2) return {.trouble = Trouble::Malformed};
  in.limit(protected_length);
  const uint16_t type = in.u16();
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = context.find(On::EtherType, type)};
}

void dissect(Bytes layer, FieldWriter& out) {
  if (has_channel.read(layer) != 0) out.put(channel, tag_length, channel_length);
}

}  // namespace

bool print_tag(Line& line, View& payload) {
  line.protocol = "macsec";
  const Bytes tag = payload.bytes(0, tag_length);
  const bool with_channel = has_channel.read(tag) != 0;
  if (version.read(tag) != 0 || reserved.read(tag) != 0) {
    line.invalid();
    payload = payload.limit(0);
    return false;
  }
  const size_t header = tag_length + (with_channel ? channel_length : 0);
  payload.need(0, header);
  const bool readable = encrypted.read(tag) == 0 && changed.read(tag) == 0;
  if (line.options.link_header || !readable) {
    if (!line.options.link_header)
      line.put(MacText{line.link.source}, " > ", MacText{line.link.destination}, " 802.1AE MACsec, ");
    constexpr Name flags[] = {{0x08, "E"}, {0x04, "C"}, {0x40, "S"}, {0x20, "I"}, {0x10, "B"}};
    line.put("an ", association.read(tag), ", pn ", packet_number.read(tag), ", flags ",
             NamedBits{flags, tag[0], "none", ""});
    if (short_length.read(tag) != 0) line.put(", sl ", short_length.read(tag));
    if (with_channel) line.put(", sci ", Hex{payload.u64(tag_length), 16});
    line.put(", ");
  }
  payload = payload.from(header);
  if (!readable) return false;
  if (payload.length() < check_length || payload.captured() < check_length) line.truncated();
  const size_t captured = payload.captured() - check_length, length = payload.length() - check_length;
  const size_t claimed = short_length.read(tag) != 0 ? short_length.read(tag) : length;
  if (length < claimed || (claimed < length && captured < claimed)) line.truncated();
  // A frame with a short length may be padded between it and the check value.
  payload = payload.limit(captured).with_length(claimed);
  return true;
}

extern constinit const Protocol protocol{.name = "macsec",
                                         .title = "802.1AE Security Tag",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect};

}  // namespace wiretale::macsec
