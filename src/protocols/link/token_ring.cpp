// Token Ring frames (IEEE 802.5) with their source routes (IEEE 802.1D annex C): LINKTYPE_IEEE802_5.
#include <algorithm>

#include "packet/line.h"
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/llc.h"

namespace wiretale::token_ring {
namespace {

constexpr Name frame_names[] = {{1, "Frame"}, {0, "Token"}};
constexpr Name type_names_[] = {{0, "MAC"}, {1, "LLC"}, {2, "Reserved"}};
constexpr Names type_names = type_names_;
constexpr Name control_names_[] = {{0, "Normal buffer"},
                                   {1, "Express buffer"},
                                   {2, "Purge"},
                                   {3, "Claim Token"},
                                   {4, "Beacon"},
                                   {5, "Active Monitor Present"},
                                   {6, "Standby Monitor Present"}};
constexpr Names control_names = control_names_;
constexpr Name broadcast_names[] = {{0, "Non-broadcast"},
                                    {32, "Non-broadcast"},
                                    {64, "Non-broadcast"},
                                    {96, "Non-broadcast"},
                                    {128, "All-routes broadcast"},
                                    {160, "All-routes broadcast"},
                                    {192, "Single-route broadcast"},
                                    {224, "Single-route broadcast"}};
constexpr Name size_names[] = {{0, "516"},   {16, "1500"},  {32, "2052"},  {48, "4472"},
                               {64, "8144"}, {80, "11407"}, {96, "17800"}, {112, "65535"}};
constexpr Name direction_names[] = {{0, "From originating station (-->)"},
                                    {128, "To originating station (<--)"}};

constexpr Field access_control{"tr.ac", "Access Control", bytes(0, 1), Type::Uint8, Show::Hex};
constexpr Field priority{"tr.priority", "Priority", bits(0, 3), Type::Uint8};
constexpr Field frame{"tr.frame", "Frame", bits(3, 1), Type::Boolean, Show::Flag, frame_names};
constexpr Field monitor_count{"tr.monitor_cnt", "Monitor Count", bits(4, 1), Type::Uint8};
constexpr Field reservation{"tr.priority_reservation", "Priority Reservation", bits(5, 3), Type::Uint8};
constexpr Field frame_control{"tr.fc", "Frame Control", bytes(1, 1), Type::Uint8, Show::Hex};
constexpr Field frame_type{"tr.frame_type", "Frame Type", bits(8, 2), Type::Uint8, Show::Decimal, type_names};
constexpr Field physical_control{"tr.frame_pcf", "Frame PCF",   bits(12, 4),
                                 Type::Uint8,    Show::Decimal, control_names};
constexpr Field destination{"tr.dst", "Destination", bytes(2, 6), Type::Ether};
constexpr Field source{"tr.src", "Source", bytes(8, 6), Type::Ether};
constexpr Field address{"tr.addr", "Source or Destination Address", varies, Type::Ether};
constexpr Field source_routed{"tr.sr", "Source Routed", varies, Type::Boolean};
constexpr Field route_length{"tr.rif_bytes", "RIF Bytes", varies, Type::Uint8};
constexpr Field broadcast{"tr.broadcast", "Broadcast Type", varies,
                          Type::Uint8,    Show::Decimal,    broadcast_names};
constexpr Field largest_frame{"tr.max_frame_size", "Maximum Frame Size", varies,
                              Type::Uint8,         Show::Decimal,        size_names};
constexpr Field direction{"tr.direction", "Direction", varies, Type::Uint8, Show::Decimal, direction_names};
constexpr Field route{"tr.rif", "Ring-Bridge Pairs", varies, Type::String};
constexpr Field ring{"tr.rif.ring", "RIF Ring", varies, Type::Uint16, Show::Hex};
constexpr Field bridge{"tr.rif.bridge", "RIF Bridge", varies, Type::Uint8, Show::Hex};
constexpr const Field* fields[] = {
    &access_control,   &priority,    &frame,  &monitor_count, &reservation,   &frame_control, &frame_type,
    &physical_control, &destination, &source, &address,       &source_routed, &route_length,  &broadcast,
    &largest_frame,    &direction,   &route,  &ring,          &bridge};
static_assert(names_are_distinct(fields));

constexpr Claim found_on[] = {{On::LinkType, 6}};

constexpr size_t addresses_end = 14, source_at = 8, segment_length = 2;
constexpr uint8_t routed_bit = 0x80, llc_type = 1;

/// The route behind the addresses, where the source address says that there is one.
struct Route {
  size_t length = 0;  ///< with its two bytes of control
  uint8_t how = 0, control = 0;

  [[nodiscard]] size_t segments() const { return length < segment_length ? 0 : length / segment_length - 1; }
};
size_t route_length_of(uint8_t first) { return first & 0x1fu; }

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(addresses_end);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if ((header[source_at] & routed_bit) != 0) {
    const Bytes rest = in.rest();
    if (rest.size() < 2) return {.trouble = Trouble::Truncated};
    in.skip(route_length_of(rest[0]));
    if (!in.ok()) return {.trouble = Trouble::Truncated};
  }
  return {.next = header[1] >> 6 == llc_type ? ids::llc : ProtocolId::None};
}

void dissect_route(Bytes layer, FieldWriter& out) {
  const uint8_t how = layer[addresses_end], control = layer[addresses_end + 1];
  const size_t length = std::min(route_length_of(how), layer.size() - addresses_end);
  out.put(route_length, addresses_end, 1, length);
  out.put(broadcast, addresses_end, 1, how & 0xe0u);
  out.put(largest_frame, addresses_end + 1, 1, control & 0x70u);
  out.put(direction, addresses_end + 1, 1, control & 0x80u);
  if (length <= 3) return;
  // Rings with the bridges between them; the last ring has none behind it.
  const size_t rings = (length - 1) / segment_length, begin = addresses_end + 2;
  Text pairs(256);
  for (size_t i = 0; i < rings && rings > 1; ++i) {
    const size_t at = begin + i * segment_length;
    if (at + segment_length > layer.size()) break;
    const unsigned segment = be16(&layer[at]);
    if (i != 0) pairs.append('-');
    pairs.put(HexUpper{segment >> 4, 3});
    out.put(ring, at, 2, segment >> 4).hidden();
    if (i + 1 == rings) break;
    pairs.put('-', HexUpper{segment & 15u});
    out.put(bridge, at + 1, 1, segment & 15u).hidden();
  }
  out.put_text(route, begin, length - 2, pairs.view());
}

void dissect(Bytes layer, FieldWriter& out) {
  out.protocol_column("TR");
  if (layer.size() < addresses_end) return;
  const uint8_t type = layer[1] >> 6;
  out.info("Token-Ring ", name_or(type_names, type, "Unknown"));
  out.put(access_control).more(", ", (layer[0] & 0x10) != 0 ? "Frame" : "Token");
  {
    const Deeper below(out);
    for (const Field* field : {&priority, &frame, &monitor_count, &reservation}) out.put(*field);
  }
  out.put(frame_control)
      .more(", Frame Type: ", name_or(type_names, type, "Unknown"),
            ", Frame PCF: ", name_or(control_names, layer[1] & 15u, "Unknown"));
  {
    const Deeper below(out);
    out.put(frame_type);
    out.put(physical_control);
  }
  const bool routed = (layer[source_at] & routed_bit) != 0;
  // The source address without the bit that stands for a route.
  uint8_t plain[6];
  std::copy_n(&layer[source_at], 6, plain);
  plain[0] &= static_cast<uint8_t>(~routed_bit);
  const Bytes sender = out.tree().keep(plain);
  out.addresses(sender, layer.subspan(2, 6));
  out.put(destination);
  out.put(source);
  out.put(address, 2, 6).hidden();
  out.put(address, source_at, 6).hidden();
  out.put(source_routed, source_at, 1, routed ? 1 : 0);
  out.put_text(source, source_at, 6, sender).hidden();
  if (routed && layer.size() >= addresses_end + 2) dissect_route(layer, out);
}

void print_route(Line& line, View in, const Route& own) {
  static constexpr std::string_view sizes[] = {"516", "1500", "2052", "4472", "8144", "11407", "17800", "??"};
  const auto segment = [&](size_t i) { return in.u16(addresses_end + 2 + i * segment_length); };
  if (line.options.verbose != 0) {
    line.put((own.how & 0x80) == 0   ? "Non-Broadcast"
             : (own.how & 0x40) == 0 ? "All-routes"
                                     : "Single-route",
             (own.control & 0x80) != 0 ? " Backward" : " Forward");
    for (size_t i = 0; i < own.segments(); ++i) line.put(" [", segment(i) >> 4, ':', segment(i) & 15, ']');
  } else {
    line.put("rt = ", Hex{unsigned{own.how} << 8 | own.control});
    for (size_t i = 0; i < own.segments(); ++i) line.put(':', Hex{segment(i)});
  }
  line.put(" (", sizes[own.control >> 4 & 7], ") ");
}

void print(Line& line, View in) {
  line.protocol = "token-ring";
  const bool outermost = line.outermost();
  if (in.captured() < addresses_end || in.length() < addresses_end) line.truncated();
  std::array<uint8_t, 6> sender;
  std::copy_n(in.at_least(source_at, 6), 6, sender.begin());
  const bool routed = (sender[0] & routed_bit) != 0;
  sender[0] &= static_cast<uint8_t>(~routed_bit);
  line.link = {sender.data(), in.at_least(2, 6)};
  const auto print_header = [&] {
    if (!line.options.quiet) line.put(Hex{in.u8(0), 2}, ' ', Hex{in.u8(1), 2}, ' ');
    line.put(MacText{sender.data()}, " > ", MacText{in.at_least(2, 6)}, ", length ", in.length(), ": ");
  };
  if (line.options.link_header) print_header();
  Route own;
  if (routed) {
    const uint8_t how = in.u8(addresses_end);
    own = {.length = route_length_of(how), .how = how, .control = in.u8(addresses_end + 1)};
    print_route(line, in, own);
  }
  size_t link_length = addresses_end + own.length;
  const View payload = in.from(link_length);
  if (in.u8(1) >> 6 == llc_type) {
    const llc::Printed done = llc::print_llc(line, payload);
    if (!done.known) line.unknown_data(payload);
    link_length += done.header_length;
  } else {
    if (!line.options.link_header) print_header();
    line.unknown_data(payload);
  }
  if (outermost) line.link_header_length = link_length;
}

}  // namespace

extern constinit const Protocol protocol{.name = "tr",
                                         .title = "Token-Ring",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .print = print};

}  // namespace wiretale::token_ring
