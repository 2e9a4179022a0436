// BGP's Update messages in the field tree: routes and path attributes (RFC 4271 4.3, RFC 4760).
#include <algorithm>
#include <string>

#include "protocols/application/bgp/bgp_tree.h"

namespace wiretale::bgp {
namespace {

enum Attribute : uint8_t {
  origin = 1,
  as_path,
  next_hop,
  multi_exit,
  local_preference,
  atomic_aggregate,
  aggregator,
  communities,
  originator,
  cluster_list,
  reachable = 14,
  unreachable,
  extended_communities,
  as4_path,
  as4_aggregator,
  accumulated_igp = 26,
  large_communities = 32
};
enum Family : uint16_t { ipv4 = 1, ipv6 = 2 };
enum Subsequent : uint8_t { unicast = 1, multicast, labeled = 4, vpn = 128 };

/// AS numbers have 2 or 4 bytes (RFC 6793): the width with which the segments fill the attribute.
size_t number_size(Bytes path) {
  const auto fits = [&](size_t width) {
    size_t at = 0;
    while (at + 2 <= path.size() && path[at] >= 1 && path[at] <= 4) at += 2 + path[at + 1] * width;
    return at == path.size();
  };
  return fits(2) && !fits(4) ? 2 : 4;
}

struct SegmentWords {
  std::string_view before, between, behind;
};
SegmentWords segment_words(unsigned type) {
  enum Segment : uint8_t { set = 1, sequence, confederation_sequence, confederation_set };
  switch (type) {
    case set: return {"{", ", ", "}"};
    case confederation_set: return {"[", ", ", "]"};
    case confederation_sequence: return {"(", " ", ")"};
    default: return {"", " ", ""};
  }
}

void put_path(FieldCursor& in, Item line, size_t width) {
  FieldWriter& out = in.out;
  if (in.left() == 0) {
    line.more(": empty");
    return;
  }
  line.more(": ");
  Text whole(64);
  while (in.left() > 0) {
    const Bytes head = in.peek(2);
    const size_t count = head[1], size = 2 + count * width;
    const Bytes bytes = in.peek(size).subspan(2);
    const SegmentWords words = segment_words(head[0]);
    Text segment(64);
    segment.put(words.before);
    for (size_t i = 0; i < count; ++i) {
      if (i != 0) segment.put(words.between);
      segment.put(width == 2 ? be16(&bytes[i * 2]) : be32(&bytes[i * 4]));
    }
    segment.put(words.behind);
    whole.put(segment.view(), ' ');
    out.put(field::update_path_attribute_as_path_segment, in.at, size)
        .label("AS Path segment: ", segment.view());
    const Deeper below(out);
    in.put(field::update_path_attribute_as_path_segment_type, 1);
    in.put(field::update_path_attribute_as_path_segment_length, 1);
    for (size_t i = 0; i < count; ++i)
      in.put(width == 2 ? field::update_path_attribute_as_path_segment_as2
                        : field::update_path_attribute_as_path_segment_as4,
             width);
  }
  line.more(whole.view());
}

void put_aggregator(FieldCursor& in, Item line) {
  const size_t width = in.left() == 6 ? 2 : 4;
  const Bytes all = in.peek(width + 4);
  line.more(": AS: ", width == 2 ? be16(all.data()) : be32(all.data()), " origin: ", Ipv4Text{&all[width]});
  in.put(field::update_path_attribute_aggregator_as, width);
  in.put(field::update_path_attribute_aggregator_origin, 4);
}

void put_communities(FieldCursor& in, Item line) {
  FieldWriter& out = in.out;
  const Names known = field::update_path_attribute_community_wellknown.names;
  const auto words_of = [&](uint32_t number, Text& words) {
    if (const std::string_view name = find_name(known, number); !name.empty())
      words.put(name);
    else
      words.put(number >> 16, ':', number & 0xffff);
    words.put(' ');
  };
  Text all(64);
  const Bytes bytes = in.peek(in.left());
  for (size_t at = 0; at + 4 <= bytes.size(); at += 4) words_of(be32(&bytes[at]), all);
  line.more(": ", all.view());
  out.put(field::update_path_attribute_communities, in.at, in.left()).label("Communities: ", all.view());
  const Deeper below(out);
  while (in.left() >= 4) {
    const auto number = static_cast<uint32_t>(in.number(4));
    if (!find_name(known, number).empty()) {
      in.put(field::update_path_attribute_community_wellknown, 4);
      continue;
    }
    Text one(24);
    words_of(number, one);
    out.put(field::update_path_attribute_community, in.at, 4).label("Community: ", one.view());
    const Deeper each(out);
    in.put(field::update_path_attribute_community_as, 2);
    in.put(field::update_path_attribute_community_value, 2);
  }
}

void put_clusters(FieldCursor& in, Item line) {
  FieldWriter& out = in.out;
  const Bytes bytes = in.peek(in.left());
  Text all(64);
  for (size_t at = 0; at + 4 <= bytes.size(); at += 4) all.put(at == 0 ? "" : " ", Ipv4Text{&bytes[at]});
  line.more(": ", all.view());
  out.put(field::path_attribute_cluster_list, in.at, in.left()).label("Cluster List: ", all.view());
  const Deeper below(out);
  while (in.left() >= 4) in.put(field::path_attribute_cluster_id, 4);
}

void put_large_communities(FieldCursor& in, Item line) {
  FieldWriter& out = in.out;
  line.more(':');
  while (in.left() > 0) {
    const Bytes all = in.peek(12);
    const std::string words = text_of(be32(all.data()), ':', be32(&all[4]), ':', be32(&all[8]));
    line.more(' ', words);
    out.put_text(field::large_communities, in.at, 12, words).label("Large communities: ", words);
    const Deeper below(out);
    in.put(field::large_communities_ga, 4);
    in.put(field::large_communities_ldp1, 4);
    in.put(field::large_communities_ldp2, 4);
  }
}

void put_next_hop(FieldCursor& in, unsigned subsequent) {
  FieldWriter& out = in.out;
  const auto length = static_cast<size_t>(in.number(1));
  const Bytes bytes = in.peek(length + 1).subspan(1);
  Item line = out.put(field::update_path_attribute_mp_reach_nlri_next_hop, in.at, length + 1);
  const Deeper below(out);
  in.skip(1);
  const bool with_rd = subsequent == vpn && (length == 12 || length == 24 || length == 48);
  if (with_rd) {
    const std::string rd = route_distinguisher(bytes);
    if (length == 12)
      line.label("Next hop:  RD=", rd, " IPv4=", Ipv4Text{&bytes[8]});
    else
      line.label("Next hop:  RD=", rd, " IPv6=", Ipv6Text{&bytes[8]});
    out.put_text(field::update_path_attribute_mp_reach_nlri_next_hop_rd, in.at, 8, rd);
    in.skip(8);
    in.put(length == 12 ? field::update_path_attribute_mp_reach_nlri_next_hop_ipv4
                        : field::update_path_attribute_mp_reach_nlri_next_hop_ipv6,
           length == 12 ? 4 : 16);
    if (length == 48) in.skip(24);
  } else if (length == 4) {
    line.label("Next hop: ", Ipv4Text{bytes.data()});
    in.put(field::update_path_attribute_mp_reach_nlri_next_hop_ipv4, 4);
  } else if (length == 16) {
    line.label("Next hop: ", Ipv6Text{bytes.data()});
    in.put(field::update_path_attribute_mp_reach_nlri_next_hop_ipv6, 16);
  } else if (length == 32) {
    line.label("Next hop: IPv6=", Ipv6Text{bytes.data()}, " Link-local=", Ipv6Text{&bytes[16]});
    in.put(field::update_path_attribute_mp_reach_nlri_next_hop_ipv6, 16);
    in.put(field::update_path_attribute_mp_reach_nlri_next_hop_ipv6_link_local, 16);
  } else {
    in.skip(length);
  }
}

void put_reachable(FieldCursor& in) {
  FieldWriter& out = in.out;
  const auto family = static_cast<unsigned>(in.number(2));
  in.put(field::update_path_attribute_mp_reach_nlri_afi, 2);
  const auto subsequent = static_cast<unsigned>(in.number(1));
  in.put(field::update_path_attribute_mp_reach_nlri_safi, 1);
  put_next_hop(in, subsequent);
  in.put(field::update_path_attribute_mp_reach_nlri_nbr_snpa, 1);
  if (in.left() == 0) return;
  out.put(field::update_path_attribute_mp_reach_nlri, in.at, in.left());
  const Deeper below(out);
  static const RouteFields what{"MP Reach NLRI prefix length", field::mp_reach_nlri_ipv4_prefix,
                                field::mp_reach_nlri_ipv6_prefix};
  put_routes(in, what, family, subsequent);
}

void put_unreachable(FieldCursor& in) {
  FieldWriter& out = in.out;
  const auto family = static_cast<unsigned>(in.number(2));
  in.put(field::update_path_attribute_mp_unreach_nlri_afi, 2);
  const auto subsequent = static_cast<unsigned>(in.number(1));
  in.put(field::update_path_attribute_mp_unreach_nlri_safi, 1);
  if (in.left() == 0) return;
  out.put(field::update_path_attribute_mp_unreach_nlri, in.at, in.left());
  const Deeper below(out);
  static const RouteFields what{"MP Unreach NLRI prefix length", field::mp_unreach_nlri_ipv4_prefix,
                                field::mp_unreach_nlri_ipv6_prefix};
  put_routes(in, what, family, subsequent);
}

void put_accumulated_igp(FieldCursor& in, Item line) {
  FieldWriter& out = in.out;
  const Bytes all = in.peek(11);
  const uint64_t metric = be64(&all[3]);
  line.more(": ", metric);
  out.put(field::update_path_attribute_aigp, in.at, in.left()).label("AIGP Attribute: ", metric);
  const Deeper below(out);
  in.put(field::update_attribute_aigp_type, 1);
  in.put(field::update_attribute_aigp_length, 2);
  in.put(field::update_attribute_aigp_accu_igp_metric, 8);
}

void put_attribute_data(FieldCursor& in, unsigned type, Item line) {
  const Bytes value = in.out.layer().subspan(in.at, in.left());
  const auto put_address = [&](const Field& what) {
    line.more(": ", Ipv4Text{in.peek(4).data()}, ' ');
    in.put(what, 4);
  };
  const auto put_metric = [&](const Field& what) {
    line.more(": ", in.number(4));
    in.put(what, 4);
  };
  switch (type) {
    case origin:
      line.more(": ", name_or(field::update_path_attribute_origin_labels, in.number(1), "Unknown"));
      in.put(field::update_path_attribute_origin, 1);
      return;
    case as_path: return put_path(in, line, number_size(value));
    case as4_path: return put_path(in, line, 4);
    case next_hop: return put_address(field::update_path_attribute_next_hop);
    case multi_exit: return put_metric(field::update_path_attribute_multi_exit_disc);
    case local_preference: return put_metric(field::update_path_attribute_local_pref);
    case atomic_aggregate: return;
    case aggregator:
    case as4_aggregator: return put_aggregator(in, line);
    case communities: return put_communities(in, line);
    case originator: return put_address(field::update_path_attribute_originator_id);
    case cluster_list: return put_clusters(in, line);
    case reachable: return put_reachable(in);
    case unreachable: return put_unreachable(in);
    case extended_communities: return put_extended_communities(in);
    case accumulated_igp: return put_accumulated_igp(in, line);
    case large_communities: return put_large_communities(in, line);
    default:
      if (in.left() > 0) in.out.put(field::update_path_attributes_unknown, in.at, in.left());
  }
}

void put_attribute_flags(FieldCursor& in) {
  FieldWriter& out = in.out;
  enum Flag : uint8_t { optional = 0x80, transitive = 0x40, partial = 0x20, extended = 0x10 };
  const auto flags = static_cast<unsigned>(in.number(1));
  const size_t at = in.at;
  in.put(field::update_path_attribute_flags, 1)
      .more((flags & optional) != 0 ? ", Optional" : "", (flags & transitive) != 0 ? ", Transitive" : "",
            (flags & partial) != 0 ? ", Partial" : "", (flags & extended) != 0 ? ", Extended-Length" : "",
            (flags & optional) == 0 ? ", Well-known" : "",
            (flags & transitive) == 0 ? ", Non-transitive" : "", (flags & partial) == 0 ? ", Complete" : "");
  const Deeper below(out);
  for (const Field* each :
       {&field::update_path_attribute_flags_optional, &field::update_path_attribute_flags_transitive,
        &field::update_path_attribute_flags_partial, &field::update_path_attribute_flags_extended_length,
        &field::update_path_attribute_flags_unused})
    out.put_in(at, *each);
}

void put_prefixes(FieldCursor& in, std::string_view length_label, const Field& address) {
  FieldWriter& out = in.out;
  while (in.left() > 0) {
    const auto bits = static_cast<unsigned>(in.number(1));
    const size_t size = (bits + 7) / 8;
    if (bits > 32) in.too_short();
    uint8_t whole[4] = {};
    const Bytes bytes = in.peek(size + 1).subspan(1);
    std::copy(bytes.begin(), bytes.end(), whole);
    out.put_words(in.at, size + 1, Ipv4Text{whole}, '/', bits);
    const Deeper below(out);
    in.put(field::prefix_length, 1).label(length_label, ": ", bits);
    out.put_text(address, in.at, size, Bytes(whole));
    in.skip(size);
  }
}

}  // namespace

void put_attributes(FieldCursor& in) {
  constexpr unsigned extended = 0x10;
  FieldWriter& out = in.out;
  while (in.left() > 0) {
    const Bytes head = in.peek(3);
    const bool wide = (head[0] & extended) != 0;
    const size_t length = wide ? be16(&in.peek(4)[2]) : head[2], front = wide ? 4 : 3, first = in.at;
    const unsigned type = head[1];
    Item line = out.put(field::update_path_attribute, first, std::min(front + length, in.left()));
    const std::string_view known = find_name(field::update_path_attribute_type_code_labels, type);
    if (known.empty())
      line.label("Path Attribute - Unknown (", type, ')');
    else
      line.label("Path Attribute - ", known);
    const Deeper below(out);
    put_attribute_flags(in);
    in.put(field::update_path_attribute_type_code, 1);
    in.put(field::update_path_attribute_length, wide ? 2 : 1);
    FieldCursor value(out, tree_name, in.at, std::min(in.at + length, in.end));
    put_attribute_data(value, type, line);
    in.at = std::min(first + front + length, in.end);
  }
}

void put_update(FieldCursor& in) {
  FieldWriter& out = in.out;
  const auto withdrawn = static_cast<size_t>(in.number(2));
  in.put(field::update_withdrawn_routes_length, 2);
  if (withdrawn > 0) {
    (void)in.peek(withdrawn);
    out.put(field::update_withdrawn_routes, in.at, withdrawn);
    const Deeper below(out);
    FieldCursor routes(out, tree_name, in.at, in.at + withdrawn);
    put_prefixes(routes, "Withdrawn route prefix length", field::withdrawn_prefix);
    in.skip(withdrawn);
  }
  const auto length = static_cast<size_t>(in.number(2));
  in.put(field::update_path_attributes_length, 2);
  if (length > 0) {
    out.put(field::update_path_attributes, in.at, std::min(length, in.left()));
    const Deeper below(out);
    FieldCursor attributes(out, tree_name, in.at, std::min(in.at + length, in.end));
    put_attributes(attributes);
    in.at = std::min(in.at + length, in.end);
  }
  if (in.left() == 0) return;
  out.put(field::update_nlri, in.at, in.left());
  const Deeper below(out);
  put_prefixes(in, "NLRI prefix length", field::nlri_prefix);
}

}  // namespace wiretale::bgp
