// Packets that Linux' netfilter logs (the NFLOG target): LINKTYPE_NFLOG, attributes in the host's byte order.
#include "packet/line.h"
#include "packet/tree.h"
#include "protocols/catalog.h"

namespace wiretale::nflog {
namespace {

constexpr Name family_names[] = {{2, "IPv4"}, {10, "IPv6"}};

constexpr Field family{"nflog.family", "Family", bytes(0, 1), Type::Uint8, Show::Decimal, family_names};
constexpr Field version{"nflog.version", "Version", bytes(1, 1)};
constexpr Field resource{"nflog.res_id", "Resource id", bytes(2, 2)};
constexpr Field attribute_type{"nflog.tlv_type", "Type", varies.with_mask(0x7fff), Type::Uint16};
constexpr Field attribute_value{"nflog.tlv_value", "Value", varies, Type::ByteArray};
constexpr const Field* fields[] = {&family, &version, &resource, &attribute_type, &attribute_value};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::LinkType, 239}};

constexpr size_t header_length = 4, attribute_header = 4;
constexpr uint16_t payload_attribute = 9;

size_t padded(size_t length) { return (length + 3) & ~size_t{3}; }

ProtocolId find_payload(uint64_t number) {
  return number == 2 ? ids::ipv4 : number == 10 ? ids::ipv6 : ProtocolId::None;
}

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  while (in.left() >= attribute_header) {
    const Bytes attribute = in.take(attribute_header);
    const size_t length = le16(attribute.data());
    if (length < attribute_header) return {.trouble = Trouble::Malformed};
    if (le16(&attribute[2]) == payload_attribute) {
      in.limit(length - attribute_header);
      return {.next = find_payload(family.read(header))};
    }
    in.skip(padded(length) - attribute_header);
  }
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void dissect(Bytes layer, FieldWriter& out) {
  for (size_t at = header_length; at + attribute_header <= layer.size();) {
    const size_t length = le16(&layer[at]);
    if (length < attribute_header) return;
    out.put(attribute_type, at + 2, 2, le16(&layer[at + 2]));
    out.put(attribute_value, at + attribute_header, length - attribute_header);
    at += padded(length);
  }
}

void print_header(Line& line, Bytes header, size_t length) {
  const std::string_view name = find_name(family_names, family.read(header));
  line.put("version ", version.read(header), ", resource ID ", resource.read(header));
  if (!line.options.quiet)
    line.put(", family ", name.empty() ? "Unknown" : name, " (", family.read(header), "), length ", length,
             ": ");
}

void print(Line& line, View in) {
  line.protocol = "nflog";
  if (in.captured() < header_length || in.length() < header_length) line.truncated();
  const Bytes header = in.bytes(0, header_length);
  if (version.read(header) != 0) {
    line.put("version ", version.read(header), " (unknown)");
    return;
  }
  if (line.options.link_header) print_header(line, header, in.length());
  View rest = in.from(header_length);
  size_t skipped = header_length;
  while (rest.length() > 0) {
    if (rest.captured() < attribute_header || rest.length() < attribute_header) line.truncated();
    const size_t length = rest.little16(0);
    if (padded(length) < attribute_header) line.truncated();
    const bool found = rest.little16(2) == payload_attribute;
    const size_t step = found ? attribute_header : padded(length);
    if (rest.captured() < step || rest.length() < step) line.truncated();
    rest = rest.from(step);
    skipped += step;
    if (found) break;
  }
  if (line.outermost()) line.link_header_length = skipped;
  if (line.print(find_payload(family.read(header)), rest)) return;
  if (!line.options.link_header) print_header(line, header, rest.length() + header_length);
  line.unknown_data(rest);
}

}  // namespace

extern constinit const Protocol protocol{.name = "nflog",
                                         .title = "Linux Netfilter NFLOG",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .print = print};

}  // namespace wiretale::nflog
