// PIM version 2 in the field tree (RFC 7761 4.9, RFC 3973, RFC 5059).
#include "protocols/network/pim_tree.h"

#include "packet/field_cursor.h"
#include "packet/flag_lines.h"
#include "protocols/catalog.h"
#include "protocols/checksum_tree.h"
#include "protocols/network/pim_tree_fields.h"

namespace wiretale::pim {
namespace {

enum Message : uint8_t {
  hello,
  register_packet,
  register_stop,
  join_prune,
  bootstrap,
  assertion,
  graft,
  graft_acknowledgment,
  candidate,
  state_refresh,
  source_discovery = 12
};
enum Option : uint16_t {
  hold_time = 1,
  prune_delay,
  priority_option = 19,
  generation = 20,
  refresh = 21,
  address_list = 24,
  old_address_list = 65001
};
constexpr Name other_options[] = {{34, "DR Load Balancing Capability"}, {35, "DR Load Balancing List"}};
constexpr std::string_view tree_name = "PIM";
constexpr uint8_t family_ipv4 = 1, family_ipv6 = 2, protocol_number = 103;

/// An encoded address (RFC 7761 4.9.1) as a field of its own kind for each family.
struct AddressFields {
  const Field &ipv4, &ipv6;
};
constexpr AddressFields upstream{field::upstream_neighbor, field::upstream_neighbor_ip6},
    group_fields{field::group, field::group_ip6}, source_fields{field::source, field::source_ip6},
    rp_fields{field::rp, field::rp_ip6}, bsr_fields{field::bsr, field::bsr_ip6},
    originator_fields{field::originator, field::originator_ip6},
    list_fields{field::address_list, field::address_list_ip6}, join_fields{field::join_ip, field::join_ip6},
    prune_fields{field::prune_ip, field::prune_ip6};

struct Address {
  const Field* what;
  size_t size;
  bool four;
};
/// Thrown at an address of an unknown family, which ends the message's lines without a complaint.
struct UnknownFamily {};

Address address_at(const FieldCursor& in, const AddressFields& fields) {
  const uint8_t family = in.peek(2)[0];
  if (family == family_ipv4) return {&fields.ipv4, 4, true};
  if (family == family_ipv6) return {&fields.ipv6, 16, false};
  throw UnknownFamily{};
}

void put_shown(Item& line, std::string_view label, const Address& address, Bytes bytes) {
  if (address.four)
    line.label(label, ": ", Ipv4Text{bytes.data()});
  else
    line.label(label, ": ", Ipv6Text{bytes.data()});
}

void put_family(FieldCursor& in) {
  in.put(field::addr_address_family, 1);
  in.put(field::addr_encoding_type, 1);
}

void put_unicast(FieldCursor& in, const AddressFields& fields, std::string_view label) {
  constexpr size_t front = 2;
  FieldWriter& out = in.out;
  const Address address = address_at(in, fields);
  const Bytes bytes = in.peek(front + address.size).subspan(front);
  Item line = out.put_text(*address.what, in.at, front + address.size, bytes);
  put_shown(line, label, address, bytes);
  const Deeper below(out);
  put_family(in);
  in.put(address.four ? field::unicast : field::unicast_ipv6, address.size);
}

void put_group(FieldCursor& in, std::string_view label) {
  static constexpr const Field* flags[] = {&field::group_addr_flags_b, &field::group_addr_flags_z};
  constexpr size_t front = 4;
  FieldWriter& out = in.out;
  const Address address = address_at(in, group_fields);
  const Bytes all = in.peek(front + address.size), bytes = all.subspan(front);
  Item line = out.put_text(*address.what, in.at, front + address.size, bytes);
  put_shown(line, label, address, bytes);
  line.more('/', all[3]);
  const Deeper below(out);
  put_family(in);
  Item flag_line = out.put(field::group_addr_flags, in.at, 1);
  for (const Field* each : flags)
    if (each->read(out.layer().subspan(in.at, 1)) != 0) flag_line.more(", ", each->label);
  {
    const Deeper bits(out);
    for (const Field* each :
         {&field::group_addr_flags_b, &field::group_addr_flags_reserved, &field::group_addr_flags_z})
      out.put_in(in.at, *each);
  }
  in.skip(1);
  in.put(field::mask_len, 1);
  in.put(*address.what, address.size);
}

void put_source(FieldCursor& in, const AddressFields& fields) {
  static constexpr const Field* flags[] = {&field::source_addr_flags_s, &field::source_addr_flags_w,
                                           &field::source_addr_flags_r};
  constexpr size_t front = 4;
  FieldWriter& out = in.out;
  const Address address = address_at(in, fields);
  const Bytes all = in.peek(front + address.size), bytes = all.subspan(front);
  Item line = out.put_text(*address.what, in.at, front + address.size, bytes);
  put_shown(line, "IP address", address, bytes);
  line.more('/', all[3]);
  if ((all[2] & 7) != 0)
    line.more(" (", (all[2] & 4) != 0 ? "S" : "", (all[2] & 2) != 0 ? "W" : "", (all[2] & 1) != 0 ? "R" : "",
              ')');
  const Deeper below(out);
  put_family(in);
  Item flag_line = out.put(field::source_addr_flags, in.at, 1);
  for (const Field* each : flags)
    if (each->read(out.layer().subspan(in.at, 1)) != 0) flag_line.more(", ", each->label);
  {
    const Deeper bits(out);
    out.put_in(in.at, field::source_addr_flags_reserved);
    for (const Field* each : flags) out.put_in(in.at, *each);
  }
  in.skip(1);
  in.put(field::mask_len, 1);
  in.put(address.four ? field::source : field::source_ip6, address.size);
}

void put_hold_time(FieldCursor& in) {
  const uint64_t seconds = in.number(2);
  Item line = in.put(field::holdtime, 2);
  if (seconds == 0xffff) line.label("Holdtime: Infinity (65535)");
}

void put_option(FieldCursor& in, unsigned type, Item line) {
  FieldWriter& out = in.out;
  switch (type) {
    case hold_time:
      line.more(": Hold Time: ", in.number(2), in.number(2) == 0xffff ? " (infinity)" : "");
      put_hold_time(in);
      return;
    case prune_delay: {
      const Bytes all = in.peek(4);
      line.more(": LAN Prune Delay: T = ", all[0] >> 7, ", Propagation Delay = ", be16(all.data()) & 0x7fff,
                "ms, Override Interval = ", be16(&all[2]), "ms");
      out.put_in(in.at, field::t);
      out.put_in(in.at, field::propagation_delay);
      in.skip(2);
      in.put(field::override_interval, 2);
      return;
    }
    case priority_option:
      line.more(": DR Priority: ", in.number(4));
      in.put(field::dr_priority, 4);
      return;
    case generation:
      line.more(": Generation ID: ", in.number(4));
      in.put(field::generation_id, 4);
      return;
    case refresh: {
      const Bytes all = in.peek(4);
      line.more(": State-Refresh: Version = ", all[0], ", Interval = ", all[1], 's');
      in.put(field::state_refresh_version, 1);
      in.put(field::state_refresh_interval, 1);
      in.put(field::state_refresh_reserved, 2);
      return;
    }
    case address_list:
    case old_address_list: {
      line.more(": Address List", type == address_list ? "" : " (old implementation)");
      out.put_words(in.at, in.left(), "Address List (", type, ')');
      const Deeper below(out);
      while (in.left() > 0) put_unicast(in, list_fields, "Address");
      return;
    }
    default:
      line.more(": ", name_or(other_options, type, "Unknown"));
      if (in.left() > 0) in.put(field::optionvalue, in.left());
  }
}

void put_options(FieldCursor& in) {
  FieldWriter& out = in.out;
  while (in.left() >= 4) {
    const Bytes head = in.peek(4);
    const unsigned type = be16(head.data());
    const size_t length = be16(&head[2]), first = in.at;
    (void)in.peek(length + 4);
    Item line = out.put_words(first, length + 4, "Option ", type);
    const Deeper below(out);
    in.put(field::optiontype, 2);
    in.put(field::optionlength, 2);
    FieldCursor value(out, tree_name, in.at, in.at + length);
    put_option(value, type, line);
    in.at = first + 4 + length;
  }
}

unsigned count_options(FieldCursor in) {
  unsigned count = 0;
  while (in.left() >= 4) {
    const size_t size = be16(&in.peek(4)[2]) + size_t{4};
    in.at += size;
    ++count;
  }
  return count;
}

void put_register(FieldCursor& in) {
  static constexpr const Field* flags[] = {&field::register_flag_border, &field::register_flag_null_register};
  FieldWriter& out = in.out;
  (void)in.peek(4);
  const size_t at = in.at;
  in.put(field::register_flag, 4);
  {
    const Deeper below(out);
    for (const Field* each : flags) out.put_in(at, *each);
  }
  if (in.left() > 0) out.put_in(in.at, field::ip_version);
}

void put_joins(FieldCursor& in, unsigned type) {
  (void)type;
  FieldWriter& out = in.out;
  put_unicast(in, upstream, "Upstream-neighbor");
  in.put(field::res_bytes, 1);
  const auto groups = static_cast<unsigned>(in.number(1));
  in.put(field::numgroups, 1);
  put_hold_time(in);
  for (unsigned i = 0; i < groups; ++i) {
    const size_t first = in.at;
    const std::string name = text_of("Group ", i);
    Item set = out.put(field::group_set, first, 0);
    set.label(name);
    const Deeper below(out);
    put_group(in, name);
    (void)in.peek(4);
    const uint64_t joins = in.number(2);
    out.put(field::numjoins, in.at, 2);
    const size_t prunes_at = in.at + 2;
    in.skip(2);
    const uint64_t prunes = in.number(2);
    in.skip(2);
    {
      const Deeper each(out);
      for (uint64_t j = 0; j < joins; ++j) put_source(in, join_fields);
    }
    out.put(field::numprunes, prunes_at, 2);
    {
      const Deeper each(out);
      for (uint64_t j = 0; j < prunes; ++j) put_source(in, prune_fields);
    }
    set.length(in.at - first);
  }
}

/// Rendezvous points stand beside their group, their priorities below it, and what is reserved behind all.
void put_bootstrap(FieldCursor& in, std::vector<size_t>& reserved) {
  FieldWriter& out = in.out;
  in.put(field::fragment_tag, 2);
  in.put(field::hash_mask_len, 1);
  in.put(field::bsr_priority, 1);
  put_unicast(in, bsr_fields, "BSR");
  for (unsigned group = 0; in.left() > 0; ++group) {
    put_group(in, text_of("Group ", group));
    uint64_t here = 0;
    {
      const Deeper below(out);
      in.put(field::rp_count, 1);
      here = in.number(1);
      in.put(field::frp_count, 1);
      in.skip(2);
      FieldCursor ahead = in;
      for (uint64_t i = 0; i < here && ahead.left() > 0; ++i) {
        ahead.skip(2 + address_at(ahead, rp_fields).size + 2);
        ahead.put(field::priority, 1);
        ahead.skip(1);
      }
    }
    for (uint64_t i = 0; i < here; ++i) {
      put_unicast(in, rp_fields, text_of("RP ", i));
      put_hold_time(in);
      in.skip(1);
      reserved.push_back(in.at);
      in.skip(1);
    }
  }
}

void put_metric(FieldCursor& in) {
  (void)in.peek(8);
  in.out.put_in(in.at, field::rpt);
  in.out.put_in(in.at, field::metric_pref);
  in.skip(4);
  in.put(field::metric, 4);
}

void put_state_refresh(FieldCursor& in) {
  put_group(in, "Group");
  put_unicast(in, source_fields, "Source");
  put_unicast(in, originator_fields, "Originator");
  put_metric(in);
  in.put(field::mask_len, 1);
  in.put(field::ttl, 1);
  (void)in.peek(1);
  for (const Field* each : {&field::prune_indicator, &field::prune_now, &field::assert_override})
    in.out.put_in(in.at, *each);
  in.skip(1);
  in.put(field::interval, 1);
}

void put_candidate(FieldCursor& in) {
  const uint64_t groups = in.number(1);
  in.put(field::prefix_count, 1);
  in.put(field::priority, 1);
  put_hold_time(in);
  put_unicast(in, rp_fields, "RP");
  for (uint64_t i = 0; i < groups; ++i) put_group(in, text_of("Group ", i));
}

void put_body(FieldCursor& in, unsigned type, std::vector<size_t>& reserved) {
  switch (type) {
    case hello: return put_options(in);
    case register_packet: return put_register(in);
    case register_stop: put_group(in, "Group"); return put_unicast(in, source_fields, "Source");
    case join_prune:
    case graft:
    case graft_acknowledgment: return put_joins(in, type);
    case bootstrap: return put_bootstrap(in, reserved);
    case assertion:
      put_group(in, "Group");
      put_unicast(in, source_fields, "Source");
      return put_metric(in);
    case candidate: return put_candidate(in);
    case state_refresh: return put_state_refresh(in);
    default: return;
  }
}

/// That of a Register covers its first 8 bytes, or, as some have it, all of them.
ChecksumResult sum_of(Bytes layer, unsigned type, const Dissection& about) {
  constexpr size_t register_head = 8;
  if (cut_by_capture(about)) return {};
  const auto over = [&](Bytes bytes) {
    Checksum sum;
    if (about.source.size() == 16) {
      sum.add(about.source).add(about.destination);
      sum.add32(static_cast<uint32_t>(bytes.size())).add32(protocol_number);
    }
    return sum.add(bytes).value();
  };
  if (type == register_packet && layer.size() > register_head && over(layer.first(register_head)) == 0)
    return {.verified = true, .sum = 0};
  return {.verified = true, .sum = over(layer)};
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  out.protocol_column("PIM");
  out.info("");
  if (layer.empty()) throw LayerTooShort{tree_name};
  const unsigned version = layer[0] >> 4, type = layer[0] & 15;
  out.protocol_column("PIMv", version);
  out.info(name_or(field::type_labels, type, "Unknown"));
  out.put(field::version);
  if (version != 2) return;
  out.put(field::type);
  if (type == source_discovery) out.put(field::pfmnoforwardbit, 1, 1);
  FieldCursor in(out, tree_name, 1);
  in.put(field::res_bytes, 1);
  const ChecksumFields checksum{field::cksum, field::cksum_status, field::bad_checksum,
                                ExpertSeverity::Error};
  (void)in.peek(2);
  put_checksum(out, checksum, in.at, sum_of(layer, type, out.about));
  in.skip(2);
  out.root().length(type == register_packet ? std::min<size_t>(layer.size(), 8) : layer.size());
  if (in.left() == 0) return;
  Item options = out.put(field::option, in.at, in.left());
  if (type == hello) options.label("PIM Options: ", count_options(in));
  std::vector<size_t> reserved;
  {
    const Deeper below(out);
    try {
      put_body(in, type, reserved);
    } catch (const UnknownFamily&) {
      in.at = in.end;
    }
  }
  for (const size_t at : reserved) out.put(field::res_bytes, at, 1);
  if (type != register_packet || in.left() == 0) return;
  const uint8_t inner = layer[in.at] >> 4;
  out.shallower();
  out.inside(inner == 4 ? ids::ipv4 : inner == 6 ? ids::ipv6 : ids::data, in.at, in.left());
  out.deeper();
}

}  // namespace wiretale::pim
