// Geneve in the field tree (RFC 8926).
#include "protocols/tunnel/geneve_tree.h"

#include <span>

#include "protocols/link/ethertype_labels.h"

namespace wiretale::geneve {
namespace {

constexpr size_t header_length = 8, option_header_length = 4;

/// IANA's registry of option classes, in ranges.
struct ClassRange {
  uint16_t first, last;
  std::string_view owner;
};
constexpr ClassRange class_ranges[] = {{0x0000, 0x00ff, "Standard"},
                                       {0x0100, 0x0100, "Linux"},
                                       {0x0101, 0x0101, "Open vSwitch"},
                                       {0x0102, 0x0102, "Open Virtual Networking (OVN)"},
                                       {0x0103, 0x0103, "In-band Network Telemetry (INT)"},
                                       {0x0104, 0x0104, "VMware"},
                                       {0x0105, 0x0105, "Amazon.com, Inc."},
                                       {0x0106, 0x0106, "Cisco Systems, Inc."},
                                       {0x0107, 0x0107, "Oracle Corporation"},
                                       {0x0108, 0x0110, "Amazon.com, Inc."},
                                       {0x0111, 0x0118, "IBM"},
                                       {0x0119, 0x0128, "Ericsson"},
                                       {0x0129, 0x0129, "Oxide Computer Company"},
                                       {0x0130, 0x0131, "Cisco Systems, Inc."},
                                       {0x0132, 0x0135, "Google LLC"},
                                       {0x0136, 0x0136, "InfoQuick Global Connection Tech Ltd."},
                                       {0x0137, 0xfeff, "Unassigned"},
                                       {0xfff0, 0xffff, "Experimental"}};

std::string_view owner_of(uint16_t number) {
  for (const ClassRange& range : class_ranges)
    if (number >= range.first && number <= range.last) return range.owner;
  return "Unknown";
}

enum GoogleOption : uint8_t { network = 1, endpoint = 2, profile = 3 };
constexpr uint16_t google = 0x0132;
constexpr Name google_options[] = {
    {network, "GCP Virtual Network ID"}, {endpoint, "GCP Endpoint ID"}, {profile, "GCP Profile ID"}};

void put_google_network(size_t at, FieldWriter& out) {
  const uint32_t word = be32(&out.layer()[at]), id = word >> 4;
  Item item = out.put(gcp_network, at, 4, id);
  if (item.has_label()) {
    item.label(Binary{word >> 28, 4});
    for (int shift = 24; shift > 0; shift -= 4) {
      const bool second_of_byte = shift % 8 == 0;
      item.more(second_of_byte ? " " : "  ", Binary{word >> shift & 15, 4});
    }
    item.more(" .... = GCP Virtual Network ID: ", id);
  }
  out.put_in(at - 4, gcp_direction);
  out.put_in(at - 4, gcp_reserved)
      .label(".... .... .... .... .... .... .... ", Binary{word >> 1 & 7, 3},
             ". = GCP Reserved bits: ", (word & 14) != 0 ? "True" : "False");
}

void put_option(Bytes layer, size_t at, size_t size, FieldWriter& out) {
  const uint16_t class_number = be16(&layer[at]);
  const uint8_t kind = layer[at + 2];
  const std::string_view owner = owner_of(class_number),
                         critical_word = (kind & 0x80) != 0 ? "Critical" : "Non-critical";
  const std::string_view name =
      class_number == google ? name_or(google_options, kind, "Unknown") : std::string_view{"Unknown"};
  out.put(option, at, size)
      .label(name, ", Class: ", owner, " (0x", Hex{class_number, 4}, ") Type: 0x", Hex{kind, 2}, " (",
             critical_word, ')');
  const Deeper below(out);
  out.put_in(at, option_class).label("Class: ", owner, " (0x", Hex{class_number, 4}, ')');
  out.put_in(at, option_type).label("Type: 0x", Hex{kind, 2}, " (", critical_word, ')');
  out.put_in(at, option_type_critical).hidden();
  if ((layer[at + 3] & 0xe0) != 0) {
    out.put_in(at, option_flags);
    out.put_in(at, option_reserved);
  }
  out.put(option_length, at + 3, 1, size).label("Length: ", size, " bytes");
  const size_t content = at + option_header_length, content_size = size - option_header_length;
  if (class_number == google && kind == network && content_size >= 4)
    put_google_network(content, out);
  else if (class_number == google && kind == endpoint)
    out.put(gcp_endpoint, content, content_size);
  else if (class_number == google && kind == profile && content_size == 8)
    out.put(gcp_profile, content, content_size);
  else
    out.put(option_data, content, content_size);
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  constexpr uint8_t oam_bit = 0x80, critical_bit = 0x40;
  if (layer.size() < header_length) return;
  const uint8_t bits_of_flags = layer[1];
  const uint16_t kind = be16(&layer[2]);
  const size_t options_size = (layer[0] & 0x3f) * size_t{4},
               end = std::min(layer.size(), header_length + options_size);
  const std::string_view name = name_or(ethertype_labels, kind, "Unknown");
  out.protocol_column("Geneve");
  out.info("Encapsulated ", name);
  out.root().more(", VNI: 0x", Hex{be24(&layer[4]), 6}, (bits_of_flags & oam_bit) != 0 ? ", OAM" : "");
  out.put(version, 0, 1, layer[0] >> 6);
  out.put(option_length, 0, 1, options_size).label("Length: ", options_size, " bytes");
  Item item = out.put(flags);
  if ((bits_of_flags & oam_bit) != 0) item.more(", ", control.label);
  if ((bits_of_flags & critical_bit) != 0) item.more(", ", critical.label);
  if ((bits_of_flags & 0x3f) != 0) item.more(", ", reserved_flags.label);
  {
    const Deeper below(out);
    out.put(control);
    out.put(critical);
    out.put(reserved_flags);
  }
  out.put(protocol_type).label("Protocol Type: ", name, " (0x", Hex{kind, 4}, ')');
  out.put(vni);
  Item spare = out.put(reserved);
  if (layer[7] == 0) spare.hidden();
  if (end == header_length) return;
  out.put(options, header_length, end - header_length).label("Options: (", options_size, " bytes)");
  const Deeper below(out);
  for (size_t at = header_length; at + option_header_length <= end;) {
    const size_t size = option_header_length + (layer[at + 3] & 0x1fu) * 4u;
    if (size > end - at) return;
    put_option(layer, at, size, out);
    at += size;
  }
}

}  // namespace wiretale::geneve
