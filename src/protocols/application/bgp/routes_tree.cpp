// The routes of BGP's address families in the field tree (RFC 4760, 8277, 4364, 7432), and extended
// communities.
#include <algorithm>
#include <string>

#include "protocols/application/bgp/bgp_tree.h"

namespace wiretale::bgp {
namespace {

enum Family : uint16_t { ipv4 = 1, ipv6 = 2, layer2 = 25 };
enum Subsequent : uint8_t { unicast = 1, multicast, labeled = 4, evpn = 70, vpn = 128 };

struct Address {
  uint8_t bytes[16] = {};
};

void put_address(FieldCursor& in, const Field& what, size_t bits, size_t whole) {
  const size_t size = (bits + 7) / 8;
  if (size > whole) in.too_short();
  Address address;
  const Bytes bytes = in.peek(size);
  std::copy(bytes.begin(), bytes.end(), address.bytes);
  in.out.put_text(what, in.at, size, Bytes(address.bytes).first(whole));
  in.skip(size);
}

void put_plain_route(FieldCursor& in, const RouteFields& what, unsigned family) {
  FieldWriter& out = in.out;
  const size_t bits = static_cast<size_t>(in.number(1)), size = (bits + 7) / 8,
               whole = family == ipv4 ? 4 : 16;
  if (size > whole) in.too_short();
  Address address;
  const Bytes bytes = in.peek(size + 1).subspan(1);
  std::copy(bytes.begin(), bytes.end(), address.bytes);
  if (family == ipv4)
    out.put_words(in.at, size + 1, Ipv4Text{address.bytes}, '/', bits);
  else
    out.put_words(in.at, size + 1, Ipv6Text{address.bytes}, '/', bits);
  const Deeper below(out);
  in.put(field::prefix_length, 1).label(what.length_label, ": ", bits);
  put_address(in, family == ipv4 ? what.ipv4 : what.ipv6, bits, whole);
}

/// A stack of MPLS labels of 3 bytes each (RFC 8277 2.3); its length in bits.
size_t put_labels(FieldCursor& in, size_t bits) {
  constexpr uint32_t bottom = 1, withdrawn = 0x800000;
  Text words(32);
  size_t used = 0;
  const Bytes bytes = in.peek(std::min(in.left(), (bits + 7) / 8));
  for (size_t at = 0; at + 3 <= bytes.size(); at += 3) {
    const uint32_t label = be24(&bytes[at]);
    words.put(used == 0 ? "" : " ", label >> 4);
    used += 24;
    if (label == withdrawn || label == 0) {
      words.put(" (withdrawn)");
      break;
    }
    if ((label & bottom) != 0) {
      words.put(" (bottom)");
      break;
    }
  }
  in.out.put_text(field::label_stack, in.at, used / 8, words.view());
  in.skip(used / 8);
  return used;
}

void put_labeled_route(FieldCursor& in, const RouteFields& what, unsigned family, bool with_rd) {
  FieldWriter& out = in.out;
  size_t bits = static_cast<size_t>(in.number(1));
  out.put_words(in.at, std::min(1 + (bits + 7) / 8, in.left()), "BGP Prefix");
  const Deeper below(out);
  in.put(field::prefix_length, 1).label("Prefix Length: ", bits);
  const size_t labels = put_labels(in, bits), front = labels + (with_rd ? 64 : 0);
  if (bits < front) in.too_short();
  if (with_rd) {
    out.put_text(field::rd, in.at, 8, route_distinguisher(in.peek(8)));
    in.skip(8);
  }
  bits -= front;
  put_address(in, family == ipv4 ? what.ipv4 : what.ipv6, bits, family == ipv4 ? 4 : 16);
}

void put_segment_identifier(FieldCursor& in) {
  FieldWriter& out = in.out;
  const Bytes bytes = in.peek(10);
  const auto spaced = [&](const Field& what, size_t at) {
    Item line = out.put(what, at, 9);
    line.label(what.label, ": ");
    for (size_t i = 1; i < 10; ++i) line.more(i == 1 ? "" : " ", Hex{bytes[i], 2});
  };
  out.put(field::evpn_nlri_esi, in.at, 10).label("ESI: ", LinkAddressText{bytes});
  const Deeper below(out);
  const size_t value = in.at + 1;
  in.put(field::evpn_nlri_esi_type, 1);
  spaced(field::evpn_nlri_esi_value, value);
  if (bytes[0] == 0) spaced(field::evpn_nlri_esi_type0, value);
  in.skip(9);
}

void put_evpn_address(FieldCursor& in) {
  FieldWriter& out = in.out;
  const auto bits = static_cast<size_t>(in.number(1));
  const size_t at = in.at;
  in.put(field::evpn_nlri_iplen, 1);
  if (bits == 32) {
    in.put(field::evpn_nlri_ip_addr, 4);
  } else if (bits == 128) {
    in.put(field::evpn_nlri_ipv6_addr, 16);
  } else if (bits == 0) {
    out.put_words(at, 1, "IP Address: NOT INCLUDED");
    out.expert(field::evpn_no_ip, ExpertSeverity::Note, ExpertGroup::Protocol, field::evpn_no_ip.label);
  }
}

void put_evpn_route(FieldCursor& in) {
  enum Route : uint8_t { auto_discovery = 1, mac_ip, inclusive_multicast, segment };
  FieldWriter& out = in.out;
  const Bytes head = in.peek(2);
  const unsigned type = head[0];
  const size_t length = head[1], first = in.at;
  out.put(field::evpn_nlri, first, std::min(length + 2, in.left()))
      .label("EVPN NLRI: ", name_or(field::evpn_nlri_rt_labels, type, "Unknown"));
  const Deeper below(out);
  in.put(field::evpn_nlri_rt, 1);
  in.put(field::evpn_nlri_len, 1);
  FieldCursor route(out, tree_name, in.at, std::min(in.at + length, in.end));
  in.at = std::min(first + 2 + length, in.end);
  if (type < auto_discovery || type > segment) return;
  const Bytes rd = route.peek(8);
  Item rd_line = route.put(field::evpn_nlri_rd, 8);
  rd_line.more(" (", route_distinguisher(rd), ')');
  if (type != inclusive_multicast) put_segment_identifier(route);
  if (type != segment) route.put(field::evpn_nlri_etag, 4);
  switch (type) {
    case auto_discovery: route.put(field::evpn_nlri_vni, 3); return;
    case mac_ip:
      route.put(field::evpn_nlri_maclen, 1);
      route.put(field::evpn_nlri_mac_addr, 6);
      put_evpn_address(route);
      while (route.left() >= 3) route.put(field::evpn_nlri_vni, 3);
      return;
    default: put_evpn_address(route);
  }
}

struct CommunityKind {
  const Field& subtype;
  enum Form : uint8_t { AsNumber2, Address, AsNumber4, Opaque, Mobility, Other } form;
};
CommunityKind kind_of(unsigned type) {
  switch (type) {
    case 0x00: return {field::ext_com_stype_tr_as2, CommunityKind::AsNumber2};
    case 0x40: return {field::ext_com_stype_ntr_as2, CommunityKind::AsNumber2};
    case 0x01: return {field::ext_com_stype_tr_ip4, CommunityKind::Address};
    case 0x41: return {field::ext_com_stype_ntr_ip4, CommunityKind::Address};
    case 0x02: return {field::ext_com_stype_tr_as4, CommunityKind::AsNumber4};
    case 0x42: return {field::ext_com_stype_ntr_as4, CommunityKind::AsNumber4};
    case 0x03: return {field::ext_com_stype_tr_opaque, CommunityKind::Opaque};
    case 0x43: return {field::ext_com_stype_ntr_opaque, CommunityKind::Opaque};
    case 0x06: return {field::ext_com_stype_tr_evpn, CommunityKind::Mobility};
    case 0x80: return {field::ext_com_stype_tr_exp, CommunityKind::Other};
    default: return {field::ext_com_stype_unknown, CommunityKind::Other};
  }
}

void put_community_value(FieldCursor& in, const CommunityKind& kind, Bytes all, Item line) {
  constexpr uint8_t encapsulation = 0x0c, mobility = 0;
  switch (kind.form) {
    case CommunityKind::AsNumber2:
      line.more(": ", be16(&all[2]), ':', be32(&all[4]));
      in.put(field::ext_com_value_as2, 2);
      in.put(field::ext_com_value_an4, 4);
      return;
    case CommunityKind::Address:
      line.more(": ", Ipv4Text{&all[2]}, ':', be16(&all[6]));
      in.put(field::ext_com_value_ip4, 4);
      in.put(field::ext_com_value_an2, 2);
      return;
    case CommunityKind::AsNumber4:
      line.more(": ", be16(&all[2]), '.', be16(&all[4]), '(', be32(&all[2]), "):", be16(&all[6]));
      in.put(field::ext_com_value_as4, 4);
      in.put(field::ext_com_value_an2, 2);
      return;
    case CommunityKind::Opaque:
      if (all[1] != encapsulation) return;
      line.more(": ", name_or(field::ext_com_tunnel_type.names, be16(&all[6]), "Unknown"));
      in.skip(4);
      in.put(field::ext_com_tunnel_type, 2);
      return;
    case CommunityKind::Mobility:
      if (all[1] != mobility) return;
      line.more(": ", (all[2] & 1) != 0 ? "Sticky MAC" : "Movable MAC");
      in.put(field::ext_com_evpn_mmac_flags, 1);
      {
        const Deeper below(in.out);
        in.out.put_in(in.at - 1, field::ext_com_evpn_mmac_flags_sticky);
      }
      in.skip(1);
      in.put(field::ext_com_evpn_mmac_seq, 4);
      return;
    case CommunityKind::Other: return;
  }
}

}  // namespace

std::string route_distinguisher(Bytes eight) {
  switch (be16(eight.data())) {
    case 0: return text_of(be16(&eight[2]), ':', be32(&eight[4]));
    case 1: return text_of(Ipv4Text{&eight[2]}, ':', be16(&eight[6]));
    case 2: return text_of(be32(&eight[2]), ':', be16(&eight[6]));
    default: return text_of("Unknown (0x", Hex{be64(eight.data()), 16}, ") RD type");
  }
}

void put_routes(FieldCursor& in, const RouteFields& what, unsigned family, unsigned subsequent) {
  const bool ip = family == ipv4 || family == ipv6;
  while (in.left() > 0) {
    if (ip && (subsequent == unicast || subsequent == multicast))
      put_plain_route(in, what, family);
    else if (ip && (subsequent == labeled || subsequent == vpn))
      put_labeled_route(in, what, family, subsequent == vpn);
    else if (family == layer2 && subsequent == evpn)
      put_evpn_route(in);
    else
      return;
  }
}

void put_extended_communities(FieldCursor& in) {
  constexpr size_t size = 8;
  FieldWriter& out = in.out;
  const size_t count = in.left() / size;
  out.put(field::ext_communities, in.at, in.left())
      .label("Carried extended communities: (", count, count == 1 ? " community)" : " communities)");
  const Deeper below(out);
  while (in.left() >= size) {
    const Bytes all = in.peek(size);
    const CommunityKind kind = kind_of(all[0]);
    const size_t first = in.at;
    Item line = out.put(field::ext_community, first, size);
    line.label(name_or(kind.subtype.names, all[1], "Unknown subtype"));
    const Deeper each(out);
    in.put(field::ext_com_type, 1);
    {
      const Deeper bits(out);
      out.put_in(first, field::ext_com_type_auth);
      out.put_in(first, field::ext_com_type_tran);
    }
    in.put(kind.subtype, 1);
    put_community_value(in, kind, all, line);
    line.more(" [", name_or(field::ext_com_type_labels, all[0], "Unknown type"), ']');
    in.at = first + size;
  }
}

}  // namespace wiretale::bgp
