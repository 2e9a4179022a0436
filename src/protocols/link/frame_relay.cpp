// Frame relay (ITU-T Q.922 annex A; RFC 2427; Cisco's form with an EtherType): LINKTYPE_FRELAY.
#include "packet/line.h"
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/ethertype_names.h"
#include "protocols/link/llc.h"

namespace wiretale::frame_relay {
namespace {

enum Payload : uint8_t {
  q933 = 0x08,
  snap = 0x80,
  clnp = 0x81,
  es_is = 0x82,
  is_is = 0x83,
  ipv6 = 0x8e,
  frf15 = 0xb1,
  ipv4 = 0xcc,
  ppp = 0xcf
};
constexpr Name payload_names[] = {{0x00, "NULL"}, {q933, "Q.933"},  {0x09, "LMI"},     {snap, "SNAP"},
                                  {clnp, "CLNP"}, {es_is, "ES-IS"}, {is_is, "IS-IS"},  {0x84, "CONS"},
                                  {0x85, "IDRP"}, {ipv6, "IPv6"},   {frf15, "FRF.15"}, {0xc1, "ISIS_SPB"},
                                  {ipv4, "IPv4"}, {ppp, "PPP"}};
constexpr Name flag_names[] = {{0x01, "C!"}, {0x02, "DE"}, {0x04, "BECN"}, {0x08, "FECN"}, {0x10, "sdlcore"}};

constexpr Field identifier{"fr.dlci", "DLCI", varies, Type::Uint32};
constexpr Field control{"fr.control", "Control Field", varies, Type::Uint8, Show::Hex};
constexpr Field payload_type{"fr.nlpid", "NLPID", varies, Type::Uint8, Show::Hex, payload_names};
constexpr Field cisco_type{"fr.chdlctype", "Type", varies, Type::Uint16, Show::Hex, ethertype_names};
constexpr const Field* fields[] = {&identifier, &control, &payload_type, &cisco_type};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::LinkType, 107}};

constexpr uint8_t unnumbered_information = 0x03;
constexpr uint16_t osi_sap = 0xfe, ppp_link = 9;

/// The address: two to four bytes, the last one marked by its lowest bit.
struct Q922Address {
  enum class State : uint8_t { good, invalid, short_of_bytes } state = State::good;
  size_t length = 2;
  uint32_t dlci = 0;
  uint8_t flags = 0;
};

Q922Address read_address(Bytes bytes) {
  constexpr uint8_t last = 0x01, core_bit = 0x02, response_bit = 0x02;
  using State = Q922Address::State;
  if (bytes.size() < 2) return {.state = State::short_of_bytes};
  if ((bytes[0] & last) != 0) return {.state = State::invalid};
  Q922Address address;
  address.dlci = (bytes[0] & 0xfcu) << 2 | bytes[1] >> 4;
  // FECN, BECN and DE stand in bits 3, 2 and 1.
  address.flags = static_cast<uint8_t>((bytes[1] & 0x0e) | ((bytes[0] & response_bit) != 0 ? 0x01 : 0));
  if ((bytes[1] & last) == 0) {
    size_t at = 2;
    if (bytes.size() <= at) return {.state = State::short_of_bytes};
    if ((bytes[at] & last) == 0) {
      address.dlci = address.dlci << 7 | bytes[at] >> 1;
      if (bytes.size() <= ++at) return {.state = State::short_of_bytes};
    }
    if ((bytes[at] & last) == 0) return {.state = State::invalid};
    address.dlci = address.dlci << 6 | bytes[at] >> 2;
    if ((bytes[at] & core_bit) != 0) address.flags |= 0x10;
    address.length = at + 1;
  }
  return address;
}

/// Where the payload of an RFC 2427 frame begins: behind the control byte, a byte of padding that makes the
/// header even, and the NLPID.
size_t header_length(Bytes bytes, size_t address_length) {
  const bool is_padded = bytes.size() > address_length + 1 && bytes[address_length + 1] == 0;
  return address_length + (is_padded ? 3 : 2);
}

template <class Finder>
ProtocolId find_payload(const Finder& finder, uint8_t type) {
  switch (type) {
    case ipv4: return ids::ipv4;
    case ipv6: return ids::ipv6;
    case ppp: return finder.find(On::LinkType, ppp_link);
    case q933: return ids::q933;
    default: return ProtocolId::None;
  }
}

Step decode(Cursor& in, Context& context) {
  const Bytes all = in.rest();
  const Q922Address address = read_address(all);
  if (address.state == Q922Address::State::invalid) return {.trouble = Trouble::Malformed};
  if (address.state != Q922Address::State::good || all.size() < address.length + 2)
    return {.trouble = Trouble::Truncated};
  if (all[address.length] != unnumbered_information) {
    in.skip(address.length + 2);
    return {.next = context.find(On::EtherType, be16(&all[address.length]))};
  }
  const size_t length = header_length(all, address.length);
  if (all.size() < length) return {.trouble = Trouble::Truncated};
  const uint8_t type = all[length - 1];
  if (type == clnp || type == es_is || type == is_is) {
    in.skip(length - 1);
    return {.next = context.find(On::LlcSap, osi_sap)};
  }
  in.skip(length);
  return {.next = find_payload(context, type)};
}

void dissect(Bytes layer, FieldWriter& out) {
  const Q922Address address = read_address(layer);
  if (address.state != Q922Address::State::good) return;
  out.put(identifier, 0, address.length, address.dlci);
  if (layer.size() <= address.length) return;
  if (layer[address.length] != unnumbered_information) {
    out.put(cisco_type, address.length, 2);
    return;
  }
  out.put(control, address.length, 1);
  out.put(payload_type, header_length(layer, address.length) - 1, 1);
}

void print_header(Line& line, const Q922Address& address, size_t length, Names names, std::string_view kind,
                  uint64_t number, unsigned digits) {
  if (line.options.quiet) {
    line.put("Q.922, DLCI ", address.dlci, ", length ", length, ": ");
    return;
  }
  const std::string_view name = find_name(names, number);
  line.put("Q.922, hdr-len ", address.length, ", DLCI ", address.dlci, ", Flags [",
           NamedBits{flag_names, address.flags}, "], ", kind, ' ', name.empty() ? "unknown" : name, " (0x",
           Hex{number, digits}, "), length ", length, ": ");
}

/// FRF.15: a fragment of a frame.
void print_fragment(Line& line, View in) {
  constexpr Name flags[] = {{0x80, "Begin"}, {0x40, "End"}, {0x20, "Control"}};
  line.protocol = "fr";
  if (in.length() < 2) line.truncated();
  const uint16_t first = in.u16(0);
  line.put("FRF.15, seq 0x", Hex{(first & 0x1e00u) >> 1 | (first & 0xffu), 3}, ", Flags [",
           NamedBits{flags, uint64_t{first} >> 8}, "],", (first & 0x100) != 0 ? "Interface" : "End-to-End",
           " Fragmentation, length ", in.length());
}

void print(Line& line, View in) {
  line.protocol = "fr";
  in.need(0, 4);
  if (in.length() < 4) line.truncated();
  const Q922Address address = read_address(in.all());
  if (address.state == Q922Address::State::short_of_bytes) line.truncated();
  if (address.state == Q922Address::State::invalid) {
    line.put("Q.922, invalid address");
    return;
  }
  const bool verbose_link = line.options.link_header, outermost = line.outermost();
  size_t at = address.length;
  // The network's own circuit never has Cisco's form.
  if (in.u8(at) != unnumbered_information && address.dlci != 0) {
    if (in.length() < at + 2) line.truncated();
    const uint16_t type = in.u16(at);
    if (verbose_link) print_header(line, address, in.length(), ethertype_names, "cisco-ethertype", type, 4);
    if (outermost) line.link_header_length = at + 2;
    if (line.child(On::EtherType, type, in.from(at + 2))) return;
    line.protocol = "fr";
    line.put("UI ", Hex{in.u8(at), 2}, "! ");
  }
  const size_t after_control = at + 1;
  size_t length = after_control + 1;
  if (in.u8(after_control) == 0) {
    if (address.length != 3) line.put("Pad! ");
    ++length;
  } else if (address.length == 3) {
    line.put("No pad! ");
  }
  if (in.length() < length) line.truncated();
  const uint8_t type = in.u8(length - 1);
  // A dump of bytes not all captured ends with the mark.
  const auto dump = [&](View bytes) {
    const size_t before = line.size();
    line.unknown_data(bytes);
    if (line.size() != before) bytes.need(0, bytes.length());
  };
  const auto print_own_header = [&] {
    print_header(line, address, in.length(), payload_names, "NLPID", type, 2);
  };
  if (verbose_link) print_own_header();
  const View payload = in.from(length);
  if (outermost) line.link_header_length = length;
  bool known = true;
  switch (type) {
    case clnp:
    case es_is:
    case is_is: known = line.child(On::LlcSap, osi_sap, in.from(length - 1)); break;
    case snap:
      line.link = {};
      if (llc::print_snap(line, payload)) return;
      if (!verbose_link) {
        // With the whole header's length this time.
        Q922Address whole = address;
        whole.length = length;
        print_header(line, whole, in.length(), payload_names, "NLPID", type, 2);
      }
      dump(in);
      return;
    case frf15: print_fragment(line, payload); return;
    default: known = line.print(find_payload(line, type), payload);
  }
  if (known) return;
  if (!verbose_link) print_own_header();
  dump(payload);
}

}  // namespace

extern constinit const Protocol protocol{.name = "fr",
                                         .title = "Frame Relay",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .print = print};

}  // namespace wiretale::frame_relay
