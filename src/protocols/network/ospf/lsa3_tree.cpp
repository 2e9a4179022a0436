// Link state advertisements of OSPF version 3 in the field tree (RFC 5340 A.4).
#include <algorithm>

#include "packet/flag_lines.h"
#include "protocols/network/ospf/ospf_tree.h"

namespace wiretale::ospf {
namespace {

enum Function : uint16_t {
  router = 1,
  network,
  inter_area_prefix,
  inter_area_router,
  external,
  group,
  nssa,
  link,
  intra_area_prefix
};
constexpr const Field* kinds[] = {&field::v3_lsa_router,      &field::v3_lsa_network,
                                  &field::v3_lsa_interprefix, &field::v3_lsa_interrouter,
                                  &field::v3_lsa_asext,       &field::v3_lsa_member,
                                  &field::v3_lsa_nssa,        &field::v3_lsa_link,
                                  &field::v3_lsa_intraprefix, &field::v3_lsa_opaque};

void put_options(FieldCursor& in) {
  (void)in.peek(3);
  put_options3(in.out, in.at);
  in.skip(3);
}

void put_prefix_options(FieldCursor& in) {
  static constexpr const Field* bits[] = {&field::v3_prefix_options_p, &field::v3_prefix_options_mc,
                                          &field::v3_prefix_options_la, &field::v3_prefix_options_nu};
  (void)in.peek(1);
  put_flags(in.out, in.at, 1, field::v3_prefix_options, bits);
  in.skip(1);
}

/// An address prefix, whose bytes are filled up to 32 bits.
void put_prefix(FieldCursor& in, size_t bits) {
  const size_t size = std::min<size_t>((bits + 31) / 32 * 4, 16);
  const Bytes bytes = in.peek(size);
  uint8_t whole[16] = {};
  std::copy(bytes.begin(), bytes.end(), whole);
  in.out.put_text(field::v3_address_prefix_ipv6, in.at, size, Bytes(whole));
  in.skip(size);
}

/// Length, options and 16 bits that mean different things; the prefix's length in bits.
size_t put_prefix_head(FieldCursor& in, const Field& third) {
  const auto bits = static_cast<size_t>(in.number(1));
  in.put(field::prefix_length, 1);
  put_prefix_options(in);
  in.put(third, 2);
  return bits;
}

void put_router(FieldCursor& in) {
  static constexpr const Field* flags[] = {&field::v3_router_lsa_flags_w, &field::v3_router_lsa_flags_v,
                                           &field::v3_router_lsa_flags_e, &field::v3_router_lsa_flags_b};
  (void)in.peek(1);
  put_flags(in.out, in.at, 1, field::v3_router_lsa_flags, flags);
  in.skip(1);
  put_options(in);
  if (in.left() == 0) return;
  FieldWriter& out = in.out;
  out.put_words(in.at, in.left(), "Router Interfaces");
  const Deeper below(out);
  for (size_t number = 1; in.left() > 0; ++number) {
    out.put_words(in.at, std::min<size_t>(16, in.left()), "Entry #", number);
    const Deeper entry(out);
    in.put(field::v3_lsa_type, 1);
    in.put(field::reserved, 1);
    in.put(field::metric, 2);
    in.put(field::v3_lsa_interface_id, 4);
    in.put(field::v3_lsa_neighbor_interface_id, 4);
    in.put(field::v3_lsa_neighbor_router_id, 4);
  }
}

void put_external(FieldCursor& in) {
  static constexpr const Field* bits[] = {&field::v3_as_external_flags_e, &field::v3_as_external_flags_f,
                                          &field::v3_as_external_flags_t};
  enum Flag : uint8_t { tag = 1, forwarding = 2 };
  const uint64_t flags = in.number(1);
  put_flags(in.out, in.at, 1, field::v3_as_external_flags, bits);
  in.skip(1);
  in.put(field::metric, 3);
  const auto length = static_cast<size_t>(in.number(1));
  in.put(field::prefix_length, 1);
  put_prefix_options(in);
  const uint64_t referenced = in.number(2);
  in.put(field::v3_lsa_referenced_ls_type, 2);
  put_prefix(in, length);
  if ((flags & forwarding) != 0) in.put(field::v3_lsa_forwarding_address_ipv6, 16);
  if ((flags & tag) != 0) in.put(field::v3_lsa_external_route_tag, 4);
  if (referenced != 0) in.put(field::v3_lsa_referenced_link_state_id, 4);
}

void put_link(FieldCursor& in) {
  in.put(field::v3_lsa_router_priority, 1);
  put_options(in);
  in.put(field::v3_lsa_link_local_interface_address_ipv6, 16);
  uint64_t count = in.number(4);
  in.put(field::v3_lsa_num_prefixes, 4);
  for (; count > 0; --count) {
    const size_t bits = put_prefix_head(in, field::reserved);
    put_prefix(in, bits);
  }
}

void put_intra_area_prefix(FieldCursor& in) {
  uint64_t count = in.number(2);
  in.put(field::v3_lsa_num_prefixes, 2);
  in.put(field::v3_lsa_referenced_ls_type, 2);
  in.put(field::v3_lsa_referenced_link_state_id, 4);
  in.put(field::v3_lsa_referenced_advertising_router, 4);
  for (; count > 0; --count) {
    const size_t bits = put_prefix_head(in, field::metric);
    put_prefix(in, bits);
  }
}

void put_body(FieldCursor& in, unsigned function) {
  switch (function) {
    case router: return put_router(in);
    case network:
      in.put(field::reserved, 1);
      put_options(in);
      while (in.left() > 0) in.put(field::v3_lsa_attached_router, 4);
      return;
    case inter_area_prefix: {
      in.put(field::reserved, 1);
      in.put(field::metric, 3);
      const size_t bits = put_prefix_head(in, field::reserved);
      return put_prefix(in, bits);
    }
    case inter_area_router:
      in.put(field::reserved, 1);
      put_options(in);
      in.put(field::reserved, 1);
      in.put(field::metric, 3);
      in.put(field::v3_lsa_destination_router_id, 4);
      return;
    case external:
    case nssa: return put_external(in);
    case link: return put_link(in);
    case intra_area_prefix: return put_intra_area_prefix(in);
    default: in.at = in.end;
  }
}

}  // namespace

void put_options3(FieldWriter& out, size_t at) {
  static constexpr const Field* bits[] = {&field::v3_options_at, &field::v3_options_l, &field::v3_options_af,
                                          &field::v3_options_dc, &field::v3_options_r, &field::v3_options_n,
                                          &field::v3_options_mc, &field::v3_options_e, &field::v3_options_v6};
  put_flags(out, at, 3, field::v3_options, bits);
}

void put_lsa3_type(FieldCursor& in) {
  const size_t at = in.at;
  in.put(field::v3_lsa, 2);
  const Deeper below(in.out);
  in.out.put_in(at, field::v3_lsa_u);
  in.out.put_in(at, field::v3_lsa_s12);
  in.out.put_in(at, field::v3_lsa_fc);
}

void put_lsa3(FieldCursor& in, Parts parts) {
  FieldWriter& out = in.out;
  const Bytes head = in.peek(lsa_header_size);
  const unsigned function = be16(&head[2]) & 0x1fff;
  const size_t length = be16(&head[18]), first = in.at;
  const size_t size = parts == Parts::Whole ? std::min(length, in.left()) : lsa_header_size;
  out.put_words(first, size, "LSA-type ", function, " (",
                name_or(field::v3_lsa_fc_labels, function, "Unknown"), "), len ", length);
  const Deeper below(out);
  out.put_in(first, field::lsa_age);
  out.put_in(first, field::v3_lsa_do_not_age);
  in.skip(2);
  put_lsa3_type(in);
  if (function >= router && function <= std::size(kinds))
    out.put(*kinds[function - 1], first + 2, 2, 1).hidden();
  in.put(field::link_state_id, 4);
  put_lsa_rest(in, first, length, parts, [&](FieldCursor& body) { put_body(body, function); });
}

}  // namespace wiretale::ospf
