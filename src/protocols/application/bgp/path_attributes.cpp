// Path attributes of BGP routes (RFC 4271 5, RFC 6368, RFC 6514, RFC 7311).
#include "packet/hex_dump.h"
#include "protocols/application/bgp/bgp.h"
#include "protocols/application/bgp/bgp_names.h"

namespace wiretale::bgp {
namespace {

constexpr int deepest_set = 10;

void print_attribute(Line& line, uint8_t type, View value, size_t length, int level);

/// Whether the segments of an AS path add up with numbers of two bytes; else they have four (RFC 6793).
size_t as_number_size(uint8_t type, View value, size_t length) {
  if (type == as4_path) return 4;
  size_t at = 0;
  while (at < length) {
    const uint8_t kind = value.u8(at);
    if (kind < 1 || kind > 4) return 4;
    const size_t count = value.u8(at + 1);
    if (count == 0) return 2;
    at += 2 + count * 2;
    if (at > length) return 4;
  }
  return at == length ? 2 : 4;
}

constexpr Name segment_open_table[] = {{1, "{ "}, {2, ""}, {3, "( "}, {4, "({ "}};
constexpr Name segment_close_table[] = {{1, "}"}, {2, ""}, {3, ")"}, {4, "})"}};

/// The brackets around a segment; an AS sequence has none.
void put_bracket(Line& line, Names brackets, uint8_t kind) {
  if (kind == 2) return;
  const std::string_view found = find_name(brackets, kind);
  line.put(found.empty() ? std::string_view("?") : found);
}

void print_as_path(Line& line, uint8_t type, View value, size_t length) {
  if (length % 2 != 0) {
    line.put("invalid len");
    return;
  }
  if (length == 0) {
    line.put("empty");
    return;
  }
  const size_t size = as_number_size(type, value, length);
  for (size_t at = 0; at < length;) {
    const uint8_t kind = value.u8(at), count = value.u8(at + 1);
    put_bracket(line, segment_open_table, kind);
    for (size_t i = 0; i < count; ++i) {
      const size_t where = at + 2 + i * size;
      put_as(line, size == 2 ? value.u16(where) : value.u32(where));
      line.put(' ');
    }
    put_bracket(line, segment_close_table, kind);
    at += 2 + count * size;
  }
}

void print_aggregator(Line& line, View value, size_t length, bool four_bytes_only) {
  if (length != 8 && (four_bytes_only || length != 6)) {
    line.put("invalid len");
    return;
  }
  line.put(" AS #");
  put_as(line, length == 6 ? value.u16(0) : value.u32(0));
  line.put(", origin ", Ipv4Text{value.at_least(length - 4, 4)});
}

void print_pmsi_tunnel(Line& line, View value, size_t length) {
  if (length < 5) throw MessageCut{};
  const uint8_t type = value.u8(1);
  const std::string_view name = find_name(pmsi_names, type);
  value.need(0, 5);
  line.put("\n\t    Tunnel-type ", name.empty() ? std::string_view("Unknown") : name, " (", type,
           "), Flags [", NamedBits{pmsi_flags, value.u8(0)}, "], MPLS Label ", value.u24(2) >> 4);
  switch (type) {
    case 1:
      value.need(5, 8);
      line.put("\n\t      Extended-Tunnel-ID ", Ipv4Text{value.at_least(5, 4)}, ", P2MP-ID 0x",
               Hex{value.u32(9), 8});
      break;
    case 2:
    case 7:
      value.need(5, 8);
      line.put("\n\t      Root-Node ", Ipv4Text{value.at_least(5, 4)}, ", LSP-ID 0x", Hex{value.u32(9), 8});
      break;
    case 3:
      value.need(5, 8);
      line.put("\n\t      Root-Node ", Ipv4Text{value.at_least(5, 4)}, ", P-Group ",
               Ipv4Text{value.at_least(9, 4)});
      break;
    case 4:
    case 5:
      value.need(5, 8);
      line.put("\n\t      Sender ", Ipv4Text{value.at_least(5, 4)}, ", P-Group ",
               Ipv4Text{value.at_least(9, 4)});
      break;
    case 6: line.put("\n\t      Tunnel-Endpoint ", Ipv4Text{value.at_least(5, 4)}); break;
    default:
      if (line.options.verbose <= 1) append_hex(line, value.available(5, length - 5), "\n\t      ");
      break;
  }
}

void print_accumulated_metric(Line& line, View value, size_t length) {
  for (size_t at = 0; at < length;) {
    value.need(at, 3);
    if (length - at < 3) throw MessageCut{};
    const uint8_t type = value.u8(at);
    const uint16_t size = value.u16(at + 1);
    line.put("\n\t    ", type == 1 ? "AIGP" : "Unknown", " TLV (", type, "), length ", size);
    if (size < 3 || size > length - at) throw MessageCut{};
    if (type == 1) {
      if (size < 11) throw MessageCut{};
      line.put(", metric ", value.u64(at + 3));
    } else if (line.options.verbose <= 1) {
      append_hex(line, value.available(at + 3, size - 3u), "\n\t      ");
    }
    at += size;
  }
}

/// Type, flags and length; where the value starts, or 0 when `left` bytes hold no header.
struct Header {
  uint8_t flags, type;
  size_t length, size;
};
Header attribute_header(View in, size_t left) {
  if (left < 2) return {0, 0, 0, 0};
  in.need(0, 2);
  const uint8_t flags = in.u8(0);
  const bool extended_length = (flags & 0x10) != 0;
  const size_t size = extended_length ? 4 : 3;
  if (left < size) return {flags, 0, 0, 0};
  in.need(0, size);
  return {flags, in.u8(1), extended_length ? in.u16(2) : size_t{in.u8(2)}, size};
}

/// `without_flags` follows the length when there are no flags.
void put_header(Line& line, const Header& header, std::string_view indent, std::string_view without_flags) {
  const std::string_view name = find_name(attribute_names, header.type);
  line.put(indent, name.empty() ? std::string_view("Unknown Attribute") : name, " (", header.type,
           "), length: ", header.length);
  if (header.flags == 0) {
    line.put(without_flags);
    return;
  }
  line.put(", Flags [", (header.flags & 0x80) != 0 ? "O" : "", (header.flags & 0x40) != 0 ? "T" : "",
           (header.flags & 0x20) != 0 ? "P" : "", (header.flags & 0x10) != 0 ? "E" : "");
  if ((header.flags & 15) != 0) line.put('+', Hex{header.flags & 15u});
  line.put("]: ");
}

/// How many bytes of the set were not understood.
size_t print_attribute_set(Line& line, View value, size_t length, int level) {
  if (length < 4) throw MessageCut{};
  line.put("\n\t    Origin AS: ");
  put_as(line, value.u32(0));
  for (size_t at = 4; at < length;) {
    const Header header = attribute_header(value.from(at), length - at);
    if (header.size == 0) {
      line.put(" [path attr too short]");
      return length - at;
    }
    put_header(line, header, "\n\t      ", ": ");
    at += header.size;
    if (length - at < header.length) {
      line.put(" [path attr too short]");
      return length - at;
    }
    print_attribute(line, header.type, value.from(at), header.length, level + 1);
    at += header.length;
  }
  return 0;
}

void print_addresses(Line& line, View value, size_t length) {
  for (size_t at = 0; at < length; at += 4)
    line.put(Ipv4Text{value.at_least(at, 4)}, at + 4 < length ? ", " : "");
}

void print_attribute(Line& line, uint8_t type, View value, size_t length, int level) {
  const auto has_length = [&](bool right) {
    if (!right) line.put("invalid len");
    return right;
  };
  switch (type) {
    case origin:
      if (has_length(length == 1)) {
        const std::string_view name = find_name(origin_names, value.u8(0));
        line.put(name.empty() ? std::string_view("Unknown Origin Typecode") : name);
      }
      break;
    case as_path:
    case as4_path: print_as_path(line, type, value, length); break;
    case next_hop:
      if (has_length(length == 4)) line.put(Ipv4Text{value.at_least(0, 4)});
      break;
    case multi_exit_discriminator:
    case local_preference:
      if (has_length(length == 4)) line.put(value.u32(0));
      break;
    case atomic_aggregate: (void)has_length(length == 0); break;
    case aggregator: print_aggregator(line, value, length, false); break;
    case as4_aggregator: print_aggregator(line, value, length, true); break;
    case community: print_communities(line, value, length); break;
    case originator_id:
      if (has_length(length == 4)) line.put(Ipv4Text{value.at_least(0, 4)});
      break;
    case cluster_list:
      if (has_length(length % 4 == 0)) print_addresses(line, value, length);
      break;
    case mp_reach: print_reachable(line, value, length); break;
    case mp_unreach: print_unreachable(line, value, length); break;
    case extended_community: print_extended_communities(line, value, length); break;
    case pmsi_tunnel: print_pmsi_tunnel(line, value, length); break;
    case aigp: print_accumulated_metric(line, value, length); break;
    case attribute_set:
      if (level > deepest_set) {
        line.put("(too many nested levels, not recursing)");
        break;
      }
      length = print_attribute_set(line, value, length, level);
      break;
    case large_community:
      print_large_communities(line, value, length);
      if (length != 0 && length % 12 == 0) return;
      break;
    default:
      line.put("\n\t    no Attribute ", type, " decoder");
      if (line.options.verbose <= 1) append_hex(line, value.available(0, length), "\n\t    ");
      break;
  }
  if (line.options.verbose > 1 && length > 0) append_hex(line, value.available(0, length), "\n\t    ");
}

}  // namespace

void print_attributes(Line& line, View in, size_t length) {
  for (size_t at = 0; at < length;) {
    const Header header = attribute_header(in.from(at), length - at);
    if (header.size == 0) {
      line.put("\n\t  [path attrs too short]");
      return;
    }
    put_header(line, header, "\n\t  ", "");
    at += header.size;
    if (length - at < header.length) {
      line.put(" [path attrs too short]");
      return;
    }
    print_attribute(line, header.type, in.from(at), header.length, 0);
    at += header.length;
  }
}

}  // namespace wiretale::bgp
