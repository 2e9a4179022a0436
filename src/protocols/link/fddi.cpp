// FDDI frames (ISO 9314-2), with the addresses in the bit order of the ring: LINKTYPE_FDDI.
#include <algorithm>

#include "packet/line.h"
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/llc.h"

namespace wiretale::fddi {
namespace {

// The frame control's high half: class, address length and format.
enum Class : uint8_t {
  void_frame = 0x0,
  station_management = 0x4,
  async_llc = 0x5,
  implementor_async = 0x6,
  token = 0x8,
  mac = 0xc,
  sync_llc = 0xd,
  implementor_sync = 0xe
};
constexpr uint8_t nonrestricted_token = 0x80, restricted_token = 0xc0, beacon = 0xc2, claim = 0xc3,
                  management_info = 0x41, next_station = 0x4f, odd_void = 0x40;

constexpr Name class_names[] = {{void_frame, "Void"},           {station_management, "SMT"},
                                {async_llc, "Async LLC"},       {implementor_async, "Implementor Async"},
                                {token, "Nonrestricted Token"}, {mac, "MAC"},
                                {sync_llc, "Sync LLC"},         {implementor_sync, "Implementor Sync"}};
constexpr Name management_names[] = {{1, "Info"}, {15, "Next Station Address"}};
constexpr Name mac_names[] = {{2, "Beacon"}, {3, "Claim"}};

constexpr Field frame_control{"fddi.fc", "Frame Control", bytes(0, 1), Type::Uint8, Show::Hex};
constexpr Field frame_class{"fddi.fc.clf", "Class/Length/Format", bits(0, 4), Type::Uint8, Show::Hex,
                            class_names};
constexpr Field priority{"fddi.fc.prio", "Priority", bits(5, 3), Type::Uint8};
constexpr Field management_kind{"fddi.fc.smt_subtype", "SMT Subtype", bits(4, 4),
                                Type::Uint8,           Show::Decimal, management_names};
constexpr Field mac_kind{"fddi.fc.mac_subtype", "MAC Subtype", bits(4, 4),
                         Type::Uint8,           Show::Decimal, mac_names};
constexpr Field destination{"fddi.dst", "Destination", bytes(1, 6), Type::Ether};
constexpr Field source{"fddi.src", "Source", bytes(7, 6), Type::Ether};
constexpr Field address{"fddi.addr", "Source or Destination Address", varies, Type::Ether};
constexpr const Field* fields[] = {&frame_control, &frame_class, &priority, &management_kind,
                                   &mac_kind,      &destination, &source,   &address};
static_assert(names_are_distinct(fields));

constexpr Claim found_on[] = {{On::LinkType, 10}};
constexpr size_t header_length = 13;

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = header[0] >> 4 == async_llc ? ids::llc : ProtocolId::None};
}

uint8_t mirrored(uint8_t byte) {
  uint8_t result = 0;
  for (unsigned bit = 0; bit < 8; ++bit) result = static_cast<uint8_t>(result << 1 | (byte >> bit & 1));
  return result;
}

constexpr Name whole_kinds[] = {{nonrestricted_token, "Nonrestricted token"},
                                {restricted_token, "Restricted token"},
                                {beacon, "MAC beacon"},
                                {claim, "MAC claim token"},
                                {management_info, "SMT info"},
                                {next_station, "SMT Next station address"}};
constexpr Name kinds_of_class[] = {{station_management, "SMT frame, control "},
                                   {async_llc, "Async LLC frame, control "},
                                   {implementor_async, "Implementor async frame, control "},
                                   {mac, "MAC frame, control "},
                                   {sync_llc, "Sync LLC frame, control "},
                                   {implementor_sync, "Implementor sync frame, control "}};

/// What kind of frame it is: "Async LLC frame, priority 1".
void append_kind(Text& text, uint8_t control) {
  const unsigned of = control >> 4, low = control & 15u;
  if (const auto whole = find_name(whole_kinds, control); !whole.empty())
    text.append(whole);
  else if (control == 0)
    text.append("Void frame");
  else if (of == async_llc && low < 8)
    text.put("Async LLC frame, priority ", low);
  else if (const auto name = find_name(kinds_of_class, of); !name.empty())
    text.put(name, Hex{low});
  else
    text.append("Unknown frame type");
}

void put_address(FieldWriter& out, const Field& field, size_t at, Bytes shown) {
  for (const bool again : {false, true}) {
    const Item item = out.put_text(field, at, 6, shown);
    if (again) Item{item}.hidden();
    out.put_text(address, at, 6, shown).hidden();
  }
}

void dissect(Bytes layer, FieldWriter& out) {
  out.protocol_column("FDDI");
  if (layer.empty()) return;
  const uint8_t control = layer[0];
  Text kind(64);
  append_kind(kind, control);
  out.info(kind.view());
  out.root().more(", ", kind.view());
  out.put(frame_control).label("Frame Control: 0x", Hex{control, 2}, " (", kind.view(), ')');
  {
    const Deeper below(out);
    out.put(frame_class);
    const uint8_t of = control >> 4;
    if (of == async_llc && (control & 8) == 0) out.put(priority);
    if (of == station_management) out.put(management_kind);
    if (of == mac && control != restricted_token) out.put(mac_kind);
  }
  if (layer.size() < header_length) return;
  // In the bit order of Ethernet.
  uint8_t turned[12];
  std::transform(&layer[1], &layer[0] + header_length, turned, mirrored);
  const Bytes addresses = out.tree().keep(turned), to = addresses.first(6), from = addresses.subspan(6);
  put_address(out, destination, 1, to);
  put_address(out, source, 7, from);
  out.addresses(from, to);
}

constexpr Name whole_words[] = {
    {odd_void, "void"}, {nonrestricted_token, "nrt"}, {restricted_token, "rt"}, {beacon, "beacon"},
    {claim, "claim"},   {management_info, "info"},    {next_station, "nsa"}};
constexpr Name words_of_class[] = {{station_management, "smt"},
                                   {async_llc, "async"},
                                   {implementor_async, "imp_async"},
                                   {mac, "mac"},
                                   {sync_llc, "sync"},
                                   {implementor_sync, "imp_sync"}};

void put_word(Line& line, uint8_t control) {
  if (const auto whole = find_name(whole_words, control); !whole.empty())
    line.put(whole);
  else if (const auto name = find_name(words_of_class, control >> 4); !name.empty())
    line.put(name, Hex{control & 15u});
  else
    line.put(Hex{control, 2});
}

void print(Line& line, View in) {
  line.protocol = "fddi";
  const bool outermost = line.outermost();
  if (in.captured() < header_length || in.length() < header_length) line.truncated();
  const uint8_t control = in.u8(0);
  line.link = {in.at_least(7, 6), in.at_least(1, 6)};
  const auto print_header = [&] {
    if (!line.options.quiet) {
      put_word(line, control);
      line.put(' ');
    }
    line.put(MacText{in.at_least(7, 6)}, " > ", MacText{in.at_least(1, 6)}, ", length ", in.length(), ": ");
  };
  if (line.options.link_header) print_header();
  size_t link_length = header_length;
  const View payload = in.from(header_length);
  if (control >> 4 == async_llc) {
    const llc::Printed done = llc::print_llc(line, payload);
    if (!done.known) line.unknown_data(payload);
    link_length += done.header_length;
  } else if (control >> 4 == station_management) {
    line.put("<SMT printer not yet implemented>");
  } else {
    if (!line.options.link_header) print_header();
    line.unknown_data(payload);
  }
  if (outermost) line.link_header_length = link_length;
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
                                         .print = print};

}  // namespace wiretale::fddi
