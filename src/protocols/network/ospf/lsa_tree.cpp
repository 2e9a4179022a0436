// Link state advertisements of OSPF version 2 in the field tree (RFC 2328 A.4).
#include "packet/flag_lines.h"
#include "protocols/network/ospf/ospf_tree.h"

namespace wiretale::ospf {
namespace {

enum Type : uint8_t {
  router = 1,
  network,
  summary,
  asbr_summary,
  external,
  group,
  nssa,
  link_opaque = 9,
  area_opaque,
  domain_opaque
};

const Field* kind_of(unsigned type) {
  switch (type) {
    case router: return &field::lsa_router;
    case network: return &field::lsa_network;
    case summary: return &field::lsa_summary;
    case asbr_summary: return &field::lsa_asbr;
    case external: return &field::lsa_asext;
    case group: return &field::lsa_member;
    case nssa: return &field::lsa_nssa;
    case link_opaque:
    case area_opaque:
    case domain_opaque: return &field::lsa_opaque;
    default: return nullptr;
  }
}

void put_router_link(FieldCursor& in) {
  enum Link : uint8_t { point_to_point = 1, transit, stub, virtual_link };
  struct Words {
    std::string_view shortly, link, id;
  };
  static constexpr Words words[] = {
      {"Unknown", "Unknown link type", "Unknown link type"},
      {"PTP", "Point-to-point connection to another router", "Neighboring router's Router ID"},
      {"Transit", "Connection to a transit network", "IP address of Designated Router"},
      {"Stub", "Connection to a stub network", "IP network/subnet number"},
      {"Virtual", "Virtual link", "Neighboring router's Router ID"}};
  FieldWriter& out = in.out;
  const Bytes link = in.peek(12);
  const unsigned type = link[8];
  const size_t others = link[9], size = 12 + 4 * others;
  const Words& say = words[type >= point_to_point && type <= virtual_link ? type : 0];
  Text id(16), data(16);
  id.put(Ipv4Text{link.data()});
  data.put(Ipv4Text{&link[4]});
  while (id.size() < 15) id.append(' ');
  while (data.size() < 15) data.append(' ');
  Text kind(16);
  kind.put(say.shortly);
  while (kind.size() < 8) kind.append(' ');
  out.put_words(in.at, std::min(size, in.left()), "Type: ", kind.view(), " ID: ", id.view(),
                " Data: ", data.view(), " Metric: ", be16(&link[10]));
  const Deeper below(out);
  in.put(field::lsa_router_linkid, 4).more(" - ", say.id);
  in.put(field::lsa_router_linkdata, 4);
  in.put(field::lsa_router_linktype, 1).more(" - ", say.link);
  in.put(field::lsa_router_nummetrics, 1).more(" - TOS");
  in.put(field::lsa_router_metric0, 2);
  for (size_t i = 0; i < others; ++i) {
    const Bytes metric = in.peek(4);
    out.put_words(in.at, 4, "TOS: ", metric[0], ", Metric: ", be16(&metric[2]));
    in.skip(4);
  }
}

void put_router(FieldCursor& in) {
  static constexpr const Field* flags[] = {&field::v2_router_lsa_flags_h, &field::v2_router_lsa_flags_n,
                                           &field::v2_router_lsa_flags_w, &field::v2_router_lsa_flags_v,
                                           &field::v2_router_lsa_flags_e, &field::v2_router_lsa_flags_b};
  (void)in.peek(2);
  put_flags(in.out, in.at, 1, field::v2_router_lsa_flags, flags);
  in.skip(2);
  uint64_t links = in.number(2);
  in.put(field::lsa_number_of_links, 2);
  for (; links > 0; --links) put_router_link(in);
}

void put_plain_tos(FieldCursor& in) {
  const uint64_t tos = in.number(1);
  in.put(field::lsa_tos, 1, tos).label("TOS: ", tos);
}

void put_summary(FieldCursor& in) {
  in.put(field::lsa_asbr_netmask, 4);
  while (in.left() > 0) {
    put_plain_tos(in);
    in.put(field::metric, 3);
  }
}

void put_external(FieldCursor& in) {
  in.put(field::lsa_asext_netmask, 4);
  while (in.left() > 0) {
    (void)in.peek(1);
    in.out.put_in(in.at, field::lsa_asext_type);
    in.out.put_in(in.at, field::lsa_tos);
    in.skip(1);
    in.put(field::metric, 3);
    in.put(field::lsa_asext_fwdaddr, 4);
    in.put(field::lsa_asext_extrttag, 4);
  }
}

void put_body(FieldCursor& in, unsigned type) {
  switch (type) {
    case router: return put_router(in);
    case network:
      in.put(field::lsa_network_netmask, 4);
      while (in.left() > 0) in.put(field::lsa_network_attchrtr, 4);
      return;
    case summary:
    case asbr_summary: return put_summary(in);
    case external:
    case nssa: return put_external(in);
    default: in.at = in.end;
  }
}

}  // namespace

void put_options2(FieldWriter& out, size_t at, Instead instead) {
  static constexpr const Field* plain[] = {&field::v2_options_dn, &field::v2_options_o, &field::v2_options_dc,
                                           &field::v2_options_l,  &field::v2_options_n, &field::v2_options_mc,
                                           &field::v2_options_e,  &field::v2_options_mt};
  static constexpr const Field* of_nssa[] = {
      &field::v2_options_dn, &field::v2_options_o,  &field::v2_options_dc, &field::v2_options_l,
      &field::v2_options_p,  &field::v2_options_mc, &field::v2_options_e,  &field::v2_options_mt};
  put_flags(out, at, 1, field::v2_options,
            instead == Instead::PropagateOfNssa ? std::span<const Field* const>(of_nssa) : plain);
}

void put_lsa2(FieldCursor& in, Parts parts) {
  FieldWriter& out = in.out;
  const Bytes head = in.peek(lsa_header_size);
  const unsigned type = head[3];
  const size_t length = be16(&head[18]), first = in.at;
  const size_t size = parts == Parts::Whole ? std::min(length, in.left()) : lsa_header_size;
  out.put_words(first, size, "LSA-type ", type, " (", name_or(field::lsa_labels, type, "Unknown"), "), len ",
                length);
  const Deeper below(out);
  out.put_in(first, field::lsa_age);
  out.put_in(first, field::lsa_donotage);
  in.skip(2);
  put_options2(out, in.at, type == nssa ? Instead::PropagateOfNssa : Instead::No);
  in.skip(1);
  in.put(field::lsa, 1);
  if (const Field* kind = kind_of(type)) out.put(*kind, first + 3, 1, 1).hidden();
  if (type >= link_opaque && type <= domain_opaque) {
    in.put(field::lsid_opaque_type, 1);
    in.put(field::lsid_opaque_id, 3);
  } else {
    in.put(field::lsa_id, 4);
  }
  put_lsa_rest(in, first, length, parts, [&](FieldCursor& body) { put_body(body, type); });
}

}  // namespace wiretale::ospf
