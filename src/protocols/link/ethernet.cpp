// Ethernet II and IEEE 802.3 frames; the printer takes their VLAN tags along.
#include "protocols/link/ethernet.h"

#include <algorithm>

#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/arista.h"
#include "protocols/link/ethernet_trailer.h"
#include "protocols/link/ethertype_labels.h"
#include "protocols/link/ethertype_names.h"
#include "protocols/link/llc.h"
#include "protocols/link/macsec.h"

namespace wiretale::ethernet {
namespace {

// The bits of an address are counted from the address.
constexpr Place local_bit = bits(6, 1).within(0, 24), group_bit = bits(7, 1).within(0, 24);
constexpr Name local_names_[] = {{1, "Locally administered address (this is NOT the factory default)"},
                                 {0, "Globally unique address (factory default)"}};
constexpr Name group_names_[] = {{1, "Group address (multicast/broadcast)"},
                                 {0, "Individual address (unicast)"}};

/// What is told of each of the two addresses, and again of "any address".
struct AddressFields {
  Field address, resolved, oui, local, group;
};
constexpr AddressFields destination{
    {"eth.dst", "Destination", bytes(0, 6), Type::Ether},
    {"eth.dst_resolved", "Destination (resolved)", varies, Type::String},
    {"eth.dst.oui", "Destination OUI", varies, Type::Uint24},
    {"eth.dst.lg", "LG bit", local_bit, Type::Boolean, Show::Flag, local_names_},
    {"eth.dst.ig", "IG bit", group_bit, Type::Boolean, Show::Flag, group_names_}};
constexpr AddressFields source{{"eth.src", "Source", bytes(6, 6), Type::Ether},
                               {"eth.src_resolved", "Source (resolved)", varies, Type::String},
                               {"eth.src.oui", "Source OUI", varies, Type::Uint24},
                               {"eth.src.lg", "LG bit", local_bit, Type::Boolean, Show::Flag, local_names_},
                               {"eth.src.ig", "IG bit", group_bit, Type::Boolean, Show::Flag, group_names_}};
constexpr AddressFields any{{"eth.addr", "Address", varies, Type::Ether},
                            {"eth.addr_resolved", "Address (resolved)", varies, Type::String},
                            {"eth.addr.oui", "Address OUI", varies, Type::Uint24},
                            {"eth.lg", "LG bit", local_bit, Type::Boolean, Show::Flag, local_names_},
                            {"eth.ig", "IG bit", group_bit, Type::Boolean, Show::Flag, group_names_}};
constexpr Field type{"eth.type", "Type", varies, Type::Uint16, Show::Hex, ethertype_labels};
constexpr Field length{"eth.len", "Length", varies, Type::Uint16};
constexpr const Field* header_fields[] = {&destination.address,
                                          &destination.resolved,
                                          &destination.oui,
                                          &destination.local,
                                          &destination.group,
                                          &source.address,
                                          &source.resolved,
                                          &source.oui,
                                          &source.local,
                                          &source.group,
                                          &any.address,
                                          &any.resolved,
                                          &any.oui,
                                          &any.local,
                                          &any.group,
                                          &type,
                                          &length};
constexpr auto fields = joined_fields(header_fields, trailer_fields);
static_assert(names_are_distinct(fields));

// tcpdump knows Ethernet only on links and in the tunnels that name it, not as an EtherType.
constexpr Claim found_on[] = {
    {On::LinkType, 1}, {On::EtherType, 0x6558, Scope::Decode}, {On::IpProtocol, 143}};

constexpr size_t addresses_length = 12;
constexpr size_t tag_length = 4;

/// Novell's form of IEEE 802.3: IPX lies directly behind the length, and its checksum is not used.
bool is_raw(Bytes payload) { return payload.size() >= 2 && payload[0] == 0xff && payload[1] == 0xff; }

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const uint16_t length_or_type = be16(header.data() + addresses_length);
  if (length_or_type > largest_8023_length) return {.next = context.find(On::EtherType, length_or_type)};
  in.limit(length_or_type);
  return {.next = is_raw(in.rest()) ? ids::ipx : ids::llc};
}

void dissect_address(FieldWriter& out, size_t at, const AddressFields& own) {
  const MacText text{out.layer().data() + at};
  out.put(own.address, at, 6).label(own.address.label, ": ", text);
  const Deeper below(out);
  const auto put_resolved = [&](const Field& field) {
    if (!out.wants(field)) return;
    out.put_text(field, at, 6, text_of(text)).hidden();
  };
  put_resolved(own.resolved);
  const LinkAddressText vendor{out.layer().subspan(at, 3)};
  out.put(own.oui, at, 3).label(own.oui.label, ": ", vendor).hidden();
  out.put(any.address, at, 6);
  put_resolved(any.resolved);
  out.put(any.oui, at, 3).label(any.oui.label, ": ", vendor).hidden();
  out.put_in(at, own.local);
  out.put_in(at, any.local).hidden();
  out.put_in(at, own.group);
  out.put_in(at, any.group).hidden();
}

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < header_length) return;
  const uint16_t length_or_type = be16(layer.data() + addresses_length);
  const bool ethernet_two = length_or_type > largest_8023_length;
  const MacText from{&layer[6]}, to{&layer[0]};
  out.root().label("Ethernet II, Src: ", from, ", Dst: ", to);
  if (!ethernet_two)
    out.root().label("IEEE 802.3 Ethernet ", is_raw(layer.subspan(header_length)) ? "Raw " : "");
  out.addresses(layer.subspan(6, 6), layer.first(6));
  if (ethernet_two)
    out.protocol_column("0x", Hex{length_or_type, 4});
  else
    out.protocol_column("LLC");
  if (ethernet_two && out.wants_columns()) out.info(name_or(ethertype_labels, length_or_type, "Ethernet II"));
  dissect_address(out, 0, destination);
  dissect_address(out, 6, source);
  out.put(ethernet_two ? type : length, addresses_length, 2);
  if (ethernet_two) out.path("ethertype");
  const bool tagged = out.about.next != nullptr && (out.about.next->protocol == ids::vlan ||
                                                    out.about.next->protocol == ids::provider_vlan);
  if (!tagged) put_trailer(out, payload_end(out), 0, trailer, Ends::MaybeWithChecksum);
}

void print_addresses(Line& line, View in) {
  line.put(MacText{in.at_least(6, 6)}, " > ", MacText{in.at_least(0, 6)}, ", ");
}

/// The type alone: "ethertype IPv4 (0x0800)", or "IPv4" with -q.
void print_type_alone(Line& line, uint16_t type_number) {
  if (line.options.quiet) {
    line.put(NamedHex{ethertype_names, type_number, "Unknown Ethertype (0x", ")", 4});
    return;
  }
  const std::string_view name = find_name(ethertype_names, type_number);
  line.put("ethertype ", name.empty() ? "Unknown" : name, " (0x", Hex{type_number, 4}, ')');
}

void print(Line& line, View in) { print_frame(line, in); }

}  // namespace

void print_type(Line& line, uint16_t type_number, size_t frame_length) {
  print_type_alone(line, type_number);
  line.put(", length ", frame_length, ": ");
}

void print_tag(Line& line, uint16_t tag) {
  line.put("vlan ", tag & 0xfffu, ", p ", tag >> 13);
  if ((tag & 0x1000) != 0) line.put(", DEI");
  line.put(", ");
}

void print_frame(Line& line, View in, SwitchTag tag) {
  line.protocol = tag.protocol;
  const size_t whole = header_length + tag.length;
  if (in.captured() < whole || in.length() < whole) line.truncated();
  const bool outermost = line.outermost(), verbose_link = line.options.link_header;
  if (verbose_link) print_addresses(line, in);
  if (tag.print != nullptr) tag.print(line, in.part(addresses_length, tag.length));
  line.link = {in.at_least(6, 6), in.at_least(0, 6)};
  uint16_t length_or_type = in.u16(whole - 2);
  View payload = in.from(whole);
  size_t link_length = whole;

  // After a tag the frame's length is not said again.
  bool tagged = false;
  const auto print_link_type = [&] {
    if (!verbose_link) return;
    if (!tagged) return print_type(line, length_or_type, in.length());
    print_type_alone(line, length_or_type);
    line.put(", ");
  };
  const auto too_short = [&](size_t count) { return payload.captured() < count || payload.length() < count; };
  const auto skip_to_type = [&](size_t tag_size) {
    length_or_type = payload.u16(tag_size - 2);
    payload = payload.from(tag_size);
    link_length += tag_size;
  };
  const auto print_unknown = [&] {
    if (!verbose_link) {
      print_addresses(line, in);
      print_type(line, length_or_type, in.length());
    }
    line.unknown_data(payload);
  };
  for (;; tagged = true) {
    if (length_or_type == macsec::ether_type) {
      print_link_type();
      const View before = payload;
      if (!macsec::print_tag(line, payload)) {
        line.unknown_data(payload);
        break;
      }
      link_length += before.captured() - payload.captured();
      if (too_short(2)) {
        line.protocol = "ether";
        line.truncated();
      }
      skip_to_type(2);
    } else if (is_vlan_type(length_or_type)) {
      if (too_short(tag_length)) {
        line.protocol = "vlan";
        line.truncated();
      }
      print_link_type();
      if (verbose_link) print_tag(line, payload.u16(0));
      skip_to_type(tag_length);
    } else if (length_or_type == arista::ether_type) {
      if (too_short(2)) {
        line.put("[|arista]");
        return;
      }
      print_type(line, length_or_type, in.length());
      const size_t size = arista::print_header(line, payload);
      if (size == 0) {
        print_unknown();
        break;
      }
      skip_to_type(size + 2);
      if (verbose_link) print_type(line, length_or_type, in.length());
      tagged = false;
      if (verbose_link && !is_vlan_type(length_or_type)) {
        if (!line.child(On::EtherType, length_or_type, payload)) line.unknown_data(payload);
        break;
      }
      if (!verbose_link) continue;
      if (too_short(tag_length)) line.truncated();
      print_tag(line, payload.u16(0));
      skip_to_type(tag_length);
    } else if (length_or_type <= largest_8023_length) {
      payload = payload.limit(length_or_type);
      if (verbose_link) line.put("802.3");
      if (verbose_link && !tagged) line.put(", length ", payload.length(), ": ");
      const llc::Printed done = llc::print_llc(line, payload);
      link_length += done.header_length;
      if (!done.known) line.unknown_data(payload);
      break;
    } else {
      print_link_type();
      if (!line.child(On::EtherType, length_or_type, payload)) print_unknown();
      break;
    }
  }
  // Only now: tcpdump dumps (-x) from the frame's first byte on where a printer found it cut short.
  if (outermost) line.link_header_length = link_length;
}

extern constinit const Protocol protocol{.name = "eth",
                                         .title = "Ethernet",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .keeps = Keeps::Nothing,
                                         .behind = Behind::Trailer,
                                         .print = print};

}  // namespace wiretale::ethernet
