// GRE (RFC 1701, 2784, 2890), and its version 1 of PPTP (RFC 2637).
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/link/ethertype_names.h"
#include "protocols/tunnel/gre_tree.h"

namespace wiretale::gre {
namespace {

constexpr Claim found_on[] = {{On::IpProtocol, 47}};

enum Flag : uint16_t {
  checksum_present = 0x8000,
  routing_present = 0x4000,
  key_present = 0x2000,
  sequence_present = 0x1000,
  source_routing_present = 0x0800,
  ack_present = 0x0080
};
constexpr Name flag_names[] = {{checksum_present, "checksum present"},
                               {routing_present, "routing present"},
                               {key_present, "key present"},
                               {sequence_present, "sequence# present"},
                               {source_routing_present, "source routing present"},
                               {ack_present, "ack present"}};

enum PayloadType : uint16_t {
  osi = 0x00fe,
  ipv4_type = 0x0800,
  bridging = 0x6558,
  appletalk = 0x809b,
  ipx = 0x8137,
  ipv6_type = 0x86dd,
  ppp_type = 0x880b,
  mpls_type = 0x8847,
  erspan_type = 0x88be
};

constexpr size_t fixed_length = 4, route_entry_length = 4;
constexpr uint16_t osi_sap = 0xfe;

/// Passes over the source route entries of RFC 1701, which end with one of family 0 and length 0.
void skip_routes(Cursor& in) {
  while (in.ok()) {
    const Bytes entry = in.take(route_entry_length);
    if (entry.empty() || (be16(entry.data()) == 0 && entry[3] == 0)) return;
    in.skip(entry[3]);
  }
}

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(fixed_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const uint16_t flags = be16(header.data()), type = be16(header.data() + 2);
  const uint64_t number = version.read(header);
  if (number > 1) return {.trouble = Trouble::Malformed};
  if (number == 0 && (flags & (checksum_present | routing_present)) != 0) in.skip(4);
  if ((flags & key_present) != 0) in.skip(4);
  if ((flags & sequence_present) != 0) in.skip(4);
  if (number == 1 && (flags & ack_present) != 0) in.skip(4);
  if (number == 0 && (flags & routing_present) != 0) skip_routes(in);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (number == 1 && (flags & sequence_present) == 0) return {};  // an acknowledgment alone
  if (type == osi) return {.next = context.find(On::LlcSap, osi_sap)};
  if (type == erspan_type && (flags & sequence_present) == 0) return {.next = ids::ethernet};  // type I
  return {.next = context.find(On::EtherType, type)};
}

/// One entry of a source route: `unit` bytes per hop, the next one starred.
template <class PrintHop>
void print_route(Line& line, View entry, size_t unit, PrintHop print_hop) {
  const size_t next = entry.u8(2), size = entry.u8(3);
  if (next % unit != 0)
    line.put(", badoffset=", next);
  else if (size % unit != 0)
    line.put(", badlength=", size);
  else if (next >= size)
    line.put(", badoff/len=", next, '/', size);
  else
    for (size_t at = 0; at < size; at += unit) {
      line.put(' ', at == next ? "*" : "");
      print_hop(entry.at_least(route_entry_length + at, unit));
    }
}

/// Prints source route entries; returns what follows them.
View print_routes(Line& line, View in) {
  constexpr uint16_t ip_family = 0x0800, as_number_family = 0xfffe;
  while (true) {
    const uint16_t family = in.u16(0);
    const size_t size = in.u8(3);
    if (family == 0 && size == 0) return in.from(route_entry_length);
    line.put(", (rtaf=");
    if (family == ip_family) {
      line.put("ip");
      print_route(line, in, 4, [&](const uint8_t* hop) { line.put(Ipv4Text{hop}); });
    } else if (family == as_number_family) {
      line.put("asn");
      print_route(line, in, 2, [&](const uint8_t* hop) { line.put(Hex{be16(hop)}); });
    } else {
      line.put("0x", Hex{family});
    }
    line.put(')');
    in.need(route_entry_length, size);
    in = in.from(route_entry_length + size);
  }
}

void print_type(Line& line, uint16_t type) {
  if (!line.options.link_header) return;
  const std::string_view name = type == osi ? "GRE-OSI" : find_name(ethertype_names, type);
  line.put(", proto ", name.empty() ? "unknown" : name, " (0x", Hex{type, 4}, ')');
}

void print_payload(Line& line, uint16_t type, View payload) {
  bool known = false;
  switch (type) {
    case ipv4_type:
    case ipv6_type:
    case mpls_type:
    case appletalk: known = line.child(On::EtherType, type, payload); break;
    case ipx: known = line.print(ids::ipx, payload); break;
    case osi: known = line.child(On::LlcSap, osi_sap, payload); break;
    case bridging: known = line.print(ids::ethernet, payload); break;
    default: break;
  }
  if (!known) line.put("gre-proto-0x", Hex{type});
}

void print_version_0(Line& line, View in, uint16_t flags) {
  const bool verbose = line.options.verbose > 0;
  const uint16_t type = in.u16(2);
  View rest = in.from(fixed_length);
  if ((flags & (checksum_present | routing_present)) != 0) {
    const uint16_t sum = rest.u16(0);
    if (verbose) line.put(", sum 0x", Hex{sum});
    line.put(", off 0x", Hex{rest.u16(2)});
    rest = rest.from(4);
  }
  if ((flags & key_present) != 0) {
    line.put(", key=0x", Hex{rest.u32(0)});
    rest = rest.from(4);
  }
  if ((flags & sequence_present) != 0) {
    line.put(", seq ", rest.u32(0));
    rest = rest.from(4);
  }
  if ((flags & routing_present) != 0) rest = print_routes(line, rest);
  print_type(line, type);
  line.put(", length ", in.length(), verbose ? "\n\t" : ": ");
  print_payload(line, type, rest);
}

void print_version_1(Line& line, View in, uint16_t flags) {
  const uint16_t type = in.u16(2);
  View rest = in.from(fixed_length);
  if ((flags & key_present) != 0) {
    line.put(", call ", rest.u32(0) & 0xffff);
    rest = rest.from(4);
  }
  if ((flags & sequence_present) != 0) {
    line.put(", seq ", rest.u32(0));
    rest = rest.from(4);
  }
  if ((flags & ack_present) != 0) {
    line.put(", ack ", rest.u32(0));
    rest = rest.from(4);
  }
  if ((flags & sequence_present) == 0) line.put(", no-payload");
  print_type(line, type);
  line.put(", length ", in.length());
  if ((flags & sequence_present) == 0) return;
  line.put(line.options.verbose > 0 ? "\n\t" : ": ");
  if (type != ppp_type || !line.print(ids::ppp, rest)) line.put("gre-proto-0x", Hex{type});
}

void print(Line& line, View in) {
  line.protocol = "gre";
  const uint16_t flags = in.u16(0);
  const unsigned number = flags & 7u;
  line.put("GREv", number);
  if (number > 1) {
    line.put(" ERROR: unknown-version");
    return;
  }
  if (line.options.verbose > 0) line.put(", Flags [", NamedBits{flag_names, flags}, ']');
  if (number == 0)
    print_version_0(line, in, flags);
  else
    print_version_1(line, in, flags);
}

}  // namespace

extern constinit const Protocol protocol{.name = "gre",
                                         .title = "Generic Routing Encapsulation",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .print = print};

}  // namespace wiretale::gre
