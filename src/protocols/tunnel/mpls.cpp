// MPLS (RFC 3032): a stack of labels, each a layer, before a packet whose kind only its first byte tells.
#include "packet/line.h"
#include "packet/tree.h"
#include "protocols/catalog.h"

namespace wiretale::mpls {
namespace {

constexpr Name label_name_table[] = {{0, "IPv4 explicit NULL"},
                                     {1, "router alert"},
                                     {2, "IPv6 explicit NULL"},
                                     {3, "implicit NULL"},
                                     {4, "rsvd"},
                                     {5, "rsvd"},
                                     {6, "rsvd"},
                                     {7, "rsvd"},
                                     {8, "rsvd"},
                                     {9, "rsvd"},
                                     {10, "rsvd"},
                                     {11, "rsvd"},
                                     {12, "rsvd"},
                                     {13, "rsvd"},
                                     {14, "rsvd"},
                                     {15, "rsvd"}};
constexpr Names label_names = label_name_table;

constexpr Name special_labels[] = {{0, "IPv4 Explicit-Null"},
                                   {1, "Router Alert"},
                                   {2, "IPv6 Explicit-Null"},
                                   {3, "Implicit-Null"},
                                   {7, "Entropy Label Indicator (ELI)"},
                                   {13, "Generic Associated Channel Label (GAL)"},
                                   {14, "OAM Alert"},
                                   {15, "Extension Label"}};
constexpr uint64_t first_ordinary_label = 16;

constexpr Field label{"mpls.label", "MPLS Label", bits(0, 20).within(0, 32), Type::Uint32, Show::DecimalHex};
constexpr Field traffic_class{"mpls.exp", "MPLS Experimental Bits", bits(20, 3).within(0, 32), Type::Uint32};
constexpr Field bottom{"mpls.bottom", "MPLS Bottom Of Label Stack", bits(23, 1).within(0, 32), Type::Uint32};
constexpr Field time_to_live{"mpls.ttl", "MPLS TTL", bits(24, 8).within(0, 32), Type::Uint32};
constexpr const Field* fields[] = {&label, &traffic_class, &bottom, &time_to_live};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x8847},
                              {On::EtherType, 0x8848},
                              {On::UdpPort, 6635},
                              {On::IpProtocol, 137, Scope::Decode}};

constexpr size_t entry_length = 4;
constexpr uint64_t ipv4_null = 0, ipv6_null = 2, implicit_null = 3;
constexpr uint16_t osi_sap = 0xfe;

/// What follows the stack: the last label may say it, else the payload's first byte.
template <class Finder>
ProtocolId find_payload(const Finder& finder, uint64_t last_label, uint8_t first_byte) {
  if (last_label == ipv4_null || last_label == implicit_null) return ids::ipv4;
  if (last_label == ipv6_null || first_byte >> 4 == 6) return ids::ipv6;
  if (first_byte >= 0x45 && first_byte <= 0x4f) return ids::ipv4;
  if (first_byte >= 0x81 && first_byte <= 0x83) return finder.find(On::LlcSap, osi_sap);
  return ProtocolId::None;
}

Step decode(Cursor& in, Context& context) {
  const Bytes entry = in.take(entry_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (bottom.read(entry) == 0) return {.next = ids::mpls};
  if (in.left() == 0) return {};
  return {.next = find_payload(context, label.read(entry), in.rest()[0])};
}

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < entry_length) return;
  const uint64_t number = label.read(layer);
  const std::string_view name =
      number < first_ordinary_label ? name_or(special_labels, number, "Unknown") : std::string_view{};
  out.protocol_column("MPLS");
  out.info("MPLS Label Switched Packet");
  out.root().more(", Label: ", number);
  if (!name.empty()) out.root().more(" (", name, ')');
  out.root().more(", Exp: ", traffic_class.read(layer), ", S: ", bottom.read(layer), ", TTL: ", layer[3]);
  Item item = out.put(label);
  if (!name.empty() && item.has_label()) {
    Text words(64);
    for (int shift = 16; shift >= 0; shift -= 4) words.put(Binary{number >> shift & 15, 4}, ' ');
    item.label(words.view(), ".... .... .... = MPLS Label: ", name, " (", number, ')');
  }
  out.put(traffic_class);
  out.put(bottom);
  out.put(time_to_live);
}

void print(Line& line, View in) {
  line.protocol = "mpls";
  line.put("MPLS");
  const bool verbose = line.options.verbose > 0;
  uint64_t number = 0;
  for (bool is_last = false, first = true; !is_last; first = false) {
    if (in.length() < entry_length) return line.invalid();
    const Bytes entry = in.bytes(0, entry_length);
    number = label.read(entry);
    is_last = bottom.read(entry) != 0;
    line.put(verbose && !first ? "\n\t" : " ", "(label ", number);
    if (verbose && !find_name(label_names, number).empty())
      line.put(" (", find_name(label_names, number), ')');
    line.put(", tc ", traffic_class.read(entry), is_last ? ", [S]" : "", ", ttl ", time_to_live.read(entry),
             ')');
    in = in.from(entry_length);
  }
  if (in.length() == 0) return;
  const ProtocolId next = find_payload(line, number, in.u8(0));
  if (next == ProtocolId::None) return line.unknown_data(in);
  line.put(verbose ? "\n\t" : " ");
  line.print(next, in);
}

}  // namespace

extern constinit const Protocol protocol{.name = "mpls",
                                         .title = "MultiProtocol Label Switching Header",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .print = print};

}  // namespace wiretale::mpls
