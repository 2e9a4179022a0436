// The BSD loopback encapsulations: LINKTYPE_NULL and LINKTYPE_LOOP, an address family before the packet.
#include "packet/line.h"
#include "packet/tree.h"
#include "protocols/catalog.h"

namespace wiretale::bsd_loopback {
namespace {

/// Address families as the BSDs number them; IPv6 differs between NetBSD and OpenBSD, FreeBSD, and Darwin.
constexpr Name family_name_table[] = {{2, "IPv4"}, {6, "NS"},    {7, "ISO"},   {16, "Appletalk"},
                                      {23, "IPX"}, {24, "IPv6"}, {28, "IPv6"}, {30, "IPv6"}};
constexpr Names family_names = family_name_table;

constexpr Name family_labels[] = {{2, "IP"},    {7, "OSI"},   {16, "Appletalk"}, {23, "Netware IPX/SPX"},
                                  {24, "IPv6"}, {28, "IPv6"}, {30, "IPv6"}};
constexpr Field family{"null.family", "Family", varies, Type::Uint32, Show::Decimal, family_labels};
constexpr const Field* fields[] = {&family};

constexpr Claim found_on[] = {{On::LinkType, 0}, {On::LinkType, 108}};

constexpr size_t header_length = 4;
constexpr uint16_t osi_sap = 0xfe, ipx_sap = 0xe0;

/// The family in either byte order: families are small numbers.
uint32_t family_of(const uint8_t* header) {
  const uint32_t number = le32(header);
  return number >> 16 != 0 ? swapped(number) : number;
}

template <class Finder>
ProtocolId find_payload(const Finder& finder, uint32_t number) {
  switch (number) {
    case 2: return ids::ipv4;
    case 24:
    case 28:
    case 30: return ids::ipv6;
    case 7: return finder.find(On::LlcSap, osi_sap);
    case 16: return finder.find(On::EtherType, 0x809b);
    case 23: return finder.find(On::LlcSap, ipx_sap);
    default: return ProtocolId::None;
  }
}

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = find_payload(context, family_of(header.data()))};
}

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() >= header_length) out.put(family, 0, header_length, family_of(layer.data()));
}

void print_header(Line& line, uint32_t number, size_t length) {
  if (line.options.quiet)
    line.put(Named{family_names, number, "Unknown AF "});
  else
    line.put("AF ", find_name(family_names, number).empty() ? "Unknown" : find_name(family_names, number),
             " (", number, ')');
  line.put(", length ", length, ": ");
}

void print(Line& line, View in) {
  line.protocol = "null";
  if (in.length() < header_length) line.truncated();
  const uint32_t number = family_of(in.at_least(0, header_length));
  line.link_header_length = header_length;
  if (line.options.link_header) print_header(line, number, in.length());
  const View payload = in.from(header_length);
  if (line.print(find_payload(line, number), payload)) return;
  if (!line.options.link_header) print_header(line, number, in.length());
  line.unknown_data(payload);
}

}  // namespace

extern constinit const Protocol protocol{.name = "null",
                                         .title = "Null/Loopback",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .print = print};

}  // namespace wiretale::bsd_loopback
