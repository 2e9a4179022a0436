// Link state advertisements of OSPFv2 (RFC 2328 12.4, RFC 1584, RFC 5250).
#include "packet/hex_dump.h"
#include "protocols/network/ospf/ospf.h"
#include "protocols/network/ospf/ospf_names.h"

namespace wiretale::ospf {
namespace {

constexpr size_t header_length = 20;

void put_topology(Line& line, uint64_t topology) {
  line.put("\n\t\ttopology ", or_else(find_name(topology_names, topology), "Unknown"), " (", topology, ')');
}

void print_router(Line& line, View in) {
  line.put("\n\t    Router LSA Options: [", NamedBits{router_flags, in.u8(0)}, ']');
  const size_t links = in.u16(2);
  size_t at = 4;
  for (size_t i = 0; i < links; ++i) {
    const View link = in.from(at);
    link.need(0, 12);
    const uint8_t type = link.u8(8), metrics = link.u8(9);
    const Ipv4Text id{link.at_least(0, 4)}, data{link.at_least(4, 4)};
    switch (type) {
      case virtual_link:
        line.put("\n\t      Virtual Link: Neighbor Router-ID: ", id, ", Interface Address: ", data);
        break;
      case point_to_point:
        line.put("\n\t      Neighbor Router-ID: ", id, ", Interface Address: ", data);
        break;
      case transit: line.put("\n\t      Neighbor Network-ID: ", id, ", Interface Address: ", data); break;
      case stub: line.put("\n\t      Stub Network: ", id, ", Mask: ", data); break;
      default: line.put("\n\t      Unknown Router Link Type (", type, ')'); return;
    }
    put_topology(line, 0);
    line.put(", metric ", link.u16(10));
    for (size_t m = 0; m < metrics; ++m) {
      const size_t where = 12 + m * 4;
      link.need(where, 4);
      put_topology(line, link.u8(where));
      line.put(", metric ", link.u16(where + 2));
    }
    at += 12u + metrics * 4u;
  }
}

void print_summary(Line& line, View in, size_t at, size_t length) {
  for (; at < length; at += 4) {
    const uint32_t word = in.u32(at);
    put_topology(line, word >> 24 & 0x7f);
    line.put(" metric ", word & 0xffffff);
  }
}

void print_external(Line& line, View in, size_t length) {
  in.need(0, 4);
  line.put("\n\t    Mask ", Ipv4Text{in.at_least(0, 4)});
  for (size_t at = 4; at < length; at += 12) {
    const uint32_t word = in.u32(at);
    put_topology(line, word >> 24 & 0x7f);
    line.put(", type ", (word & 0x80000000) != 0 ? 2 : 1, ", metric ");
    if ((word & 0xffffff) == 0xffffff)
      line.put("infinite");
    else
      line.put(word & 0xffffff);
    if (in.u32(at + 4) != 0) line.put(", forward ", Ipv4Text{in.at_least(at + 4, 4)});
    if (in.u32(at + 8) != 0) line.put(", tag ", Ipv4Text{in.at_least(at + 8, 4)});
  }
}

void print_group(Line& line, View in, size_t length) {
  for (size_t at = 0; at < length; at += 8) {
    const uint32_t kind = in.u32(at);
    const Ipv4Text id{in.at_least(at + 4, 4)};
    if (kind == 1)
      line.put("\n\t    Router Router-ID ", id);
    else if (kind == 2)
      line.put("\n\t    Network Designated Router ", id);
    else
      line.put("\n\t    unknown VertexType (", kind, ')');
  }
}

/// Opaque types that are read in a flooding scope; false when one is invalid.
bool print_opaque(Line& line, View in, uint8_t type, uint8_t kind, size_t length) {
  if (type == link_opaque_lsa && kind == graceful_restart) {
    print_grace(line, in, length);
    return true;
  }
  if (type == area_opaque_lsa && kind == traffic_engineering)
    return print_traffic_engineering(line, in, length);
  if (type != link_opaque_lsa && kind == router_information) {
    print_router_information(line, in, length);
    return true;
  }
  if (line.options.verbose <= 1) append_hex(line, in.available(0, length), "\n\t    ");
  return true;
}

}  // namespace

size_t print_lsa_header(Line& line, View in) {
  const size_t length = in.u16(18);
  in.need(0, header_length);
  if (length < header_length) {
    line.put("\n\t    Bogus length ", length, " < header (", header_length, ')');
    line.truncated();
  }
  line.put("\n\t  Advertising Router ", Ipv4Text{in.at_least(8, 4)}, ", seq 0x", Hex{in.u32(12), 8}, ", age ",
           in.u16(0), "s, length ", length - header_length);
  const uint8_t type = in.u8(3);
  line.put("\n\t    ", or_else(find_name(lsa_names, type), "unknown"), " LSA (", type, ')');
  if (type >= link_opaque_lsa && type <= domain_opaque_lsa)
    line.put(", Opaque-Type ", or_else(find_name(opaque_names, in.u8(4)), "unknown"), " LSA (", in.u8(4),
             "), Opaque-ID ", in.u24(5));
  else
    line.put(", LSA-ID: ", Ipv4Text{in.at_least(4, 4)});
  line.put("\n\t    Options: [", NamedBits{option_names, in.u8(2)}, ']');
  return length;
}

size_t print_lsa(Line& line, View in) {
  const size_t whole = print_lsa_header(line, in);
  const size_t length = whole - header_length;
  const View body = in.from(header_length);
  const uint8_t type = in.u8(3);
  switch (type) {
    case router_lsa: print_router(line, body); break;
    case network_lsa:
      line.put("\n\t    Mask ", Ipv4Text{body.at_least(0, 4)}, "\n\t    Connected Routers:");
      for (size_t at = 4; at < length; at += 4) line.put("\n\t      ", Ipv4Text{body.at_least(at, 4)});
      break;
    case summary_lsa:
      line.put("\n\t    Mask ", Ipv4Text{body.at_least(0, 4)});
      print_summary(line, body, 4, length);
      break;
    case asbr_summary_lsa: print_summary(line, body, 4, length); break;
    case external_lsa:
    case nssa_lsa: print_external(line, body, length); break;
    case group_lsa: print_group(line, body, length); break;
    case link_opaque_lsa:
    case area_opaque_lsa:
    case domain_opaque_lsa:
      if (!print_opaque(line, body, type, in.u8(4), length)) return 0;
      break;
    default: break;
  }
  if (line.options.verbose > 1) append_hex(line, body.available(0, length), "\n\t    ");
  return whole;
}

}  // namespace wiretale::ospf
