// OSI network layer: the first byte, a network layer protocol identifier (ISO/IEC TR 9577), says what
// follows.
#include "protocols/network/osi/osi.h"

#include "protocols/catalog.h"
#include "protocols/network/osi/osi_names.h"

namespace wiretale::osi {
namespace {

constexpr Field network_layer_id{
    "osi.nlpid", "Network Layer Protocol Identifier", varies, Type::Uint8, Show::Hex, network_layer_ids};
constexpr const Field* fields[] = {&network_layer_id};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::LlcSap, 0xfe}};

enum Id : uint8_t {
  null = 0x00,
  q933 = 0x08,
  clnp_id = 0x81,
  es_is = 0x82,
  is_is = 0x83,
  ipv6_id = 0x8e,
  ipv4_id = 0xcc,
  ppp_id = 0xcf
};

/// The protocol, and whether the identifier is a byte before its header rather than the header's first.
struct Found {
  ProtocolId protocol = ProtocolId::None;
  bool identifier_stands_alone = false;
};
Found find_protocol(uint8_t id) {
  switch (id) {
    case clnp_id: return {ids::clnp};
    case es_is: return {ids::esis};
    case is_is: return {ids::isis};
    case ipv4_id: return {ids::ipv4, true};
    case ipv6_id: return {ids::ipv6, true};
    case ppp_id: return {ids::ppp, true};
    default: return {};
  }
}

Step decode(Cursor& in, Context&) {
  if (in.left() == 0) return {.trouble = Trouble::Truncated};
  const Found found = find_protocol(in.rest()[0]);
  if (found.identifier_stands_alone) in.skip(1);
  return {.next = found.protocol};
}

void print(Line& line, View in) {
  line.protocol = "isoclns";
  const uint8_t id = in.u8(0);
  const bool link_header = line.options.link_header;
  if (link_header)
    line.put("OSI NLPID ", name_or(network_layer_ids, id, "Unknown"), " (0x", Hex{id, 2}, "): ");
  const auto show_length = [&] { line.put(link_header ? "" : ", ", "length: ", in.length()); };
  switch (id) {
    case clnp_id:
      if (!clnp::print_clnp(line, in)) show_bytes(line, in, 0, in.length(), "\n\t");
      return;
    case is_is:
      if (!isis::print_isis(line, in)) show_bytes(line, in, 0, in.length(), "\n\t");
      return;
    case null: show_length(); return;
    case q933:
      if (line.child(On::NetworkLayerId, id, in.from(1))) return;
      break;
    default: break;
  }
  const Found found = find_protocol(id);
  if (found.protocol != ProtocolId::None) {
    line.print(found.protocol, found.identifier_stands_alone ? in.from(1) : in);
    return;
  }
  if (!link_header) line.put("OSI NLPID 0x", Hex{id, 2}, " unknown");
  show_length();
  if (in.length() > 1) show_bytes(line, in, 0, in.length(), "\n\t");
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "osi", .title = "OSI", .fields = fields, .found_on = found_on, .decode = decode, .print = print};

}  // namespace wiretale::osi

namespace wiretale::osi_over_ethernet {
namespace {

constexpr Claim found_on[] = {{On::EtherType, 0xfefe}};

Step decode(Cursor& in, Context&) {
  in.skip(1);
  return in.ok() ? Step{.next = ids::osi} : Step{.trouble = Trouble::Truncated};
}

/// The EtherType stands for an LLC header's service access points; its control byte follows.
void print(Line& line, View in) { line.print(ids::osi, in.from(1)); }

}  // namespace

extern constinit const Protocol protocol{.name = "osi_over_ethernet",
                                         .title = "OSI behind an EtherType",
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::osi_over_ethernet
