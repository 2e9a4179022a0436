// The parts of IS-IS TLVs that are TLVs themselves.
#include "protocols/network/gmpls_names.h"
#include "protocols/network/osi/isis_names.h"
#include "protocols/network/osi/isis_parts.h"
#include "protocols/network/osi_address.h"

namespace wiretale::isis {
namespace {

/// A bandwidth as IEEE 754 says it, in bytes a second.
void put_bandwidth(Line& line, View in, size_t at) {
  const float bits_per_second = std::bit_cast<float>(in.u32(at)) * 8;
  line.put(Fixed{bits_per_second / 1000000, 3}, " Mbps");
}

void print_link_subtlv(Line& line, uint8_t subtlv, View in, size_t length) {
  constexpr std::string_view row = "\n\t          ";
  switch (subtlv) {
    case 3:
    case 4:
    case 5:
      if (length < 4) break;
      line.put(", 0x", Hex{in.u32(0), 8});
      if (length == 8) line.put(", 0x", Hex{in.u32(4), 8});
      break;
    case 6:
    case 8:
      if (length >= 4) line.put(", ", Ipv4Text{in.at_least(0, 4)});
      break;
    case 9:
    case 10:
      if (length < 4) break;
      line.put(", ");
      put_bandwidth(line, in, 0);
      break;
    case 11:
      if (length < 32) break;
      for (size_t i = 0; i < 8; ++i) {
        line.put(row, "TE-Class ", i, ": ");
        put_bandwidth(line, in, i * 4);
      }
      break;
    case 12:
    case 22: {
      if (length == 0) break;
      const uint8_t model = in.u8(0);
      line.put("\n\t        Bandwidth Constraints Model ID: ", name_or(bandwidth_models, model, "unknown"),
               " (", model, ')');
      // After the model there are three reserved bytes (RFC 4124 5.1); tcpdump reads on right behind the
      // model.
      size_t at = 1;
      for (size_t i = 0; at + 4 <= length && i < 8; ++i, at += 4) {
        line.put(row, "Bandwidth constraint CT", i, ": ");
        put_bandwidth(line, in, at);
      }
      break;
    }
    case 18:
      if (length >= 3) line.put(", ", in.u24(0));
      break;
    case 19:
      if (length == 2) line.put(", [ ", NamedBits{Names{}, in.u16(0)}, " ]");
      break;
    case 20:
      if (length >= 2) line.put(", ", NamedBits{protections, in.u8(0)}, ", Priority ", in.u8(1));
      break;
    case 21:
      if (length < 36) break;
      line.put(row, "Interface Switching Capability:", name_or(gmpls_switchings, in.u8(0), "Unknown"),
               ", LSP Encoding: ", name_or(gmpls_encodings, in.u8(1), "Unknown"), row, "Max LSP Bandwidth:");
      for (size_t i = 0; i < 8; ++i) {
        line.put(row, "  priority level ", i, ": ");
        put_bandwidth(line, in, 4 + i * 4);
      }
      length -= 36;
      in = in.from(36);
      if (length > 0) show_bytes(line, in, 0, length, "\n\t\t    ");
      break;
    case 29:
      if (length < 6) break;
      line.put(", LM: ", in.u24(0));
      line.put(", P: ", in.u8(3));
      line.put(", P-ID: ", in.u16(4));
      break;
    case 32: {
      constexpr uint8_t value_flag = 0x20, local_flag = 0x10;
      if (length < 8) break;
      const uint8_t flags = in.u8(0);
      put_with_id(line, in.bytes(2, system_id_length), row, "Flags: [",
                  NamedBits{adjacency_segment_flags, flags}, ']', row, "Weight: ", in.u8(1), row,
                  "Neighbor System-ID: ");
      const bool is_label = (flags & value_flag) != 0 && (flags & local_flag) != 0;
      const size_t size = is_label ? 3 : 4;
      if (length < 8 + size) line.truncated();
      if (is_label)
        line.put(row, "Label: ", in.u24(8));
      else
        line.put(row, "Index: ", in.u32(8));
      break;
    }
    default: show_bytes(line, in, 0, length, "\n\t\t    "); break;
  }
}

/// RFC 8667 2.1.
void print_prefix_segment(Line& line, View in, size_t length) {
  constexpr uint8_t value_flag = 0x08;
  const bool has_label = length >= 5 && (in.u8(0) & value_flag) != 0;
  if (length < (has_label ? 5u : 6u)) part_truncated(line);
  const uint8_t flags = in.u8(0), algorithm = in.u8(1);
  line.put(", Flags [", NamedBits{prefix_segment_flags, flags, "None"}, "], Algo ",
           name_or(algorithms, algorithm, "Unknown"), " (", algorithm, ')');
  if ((flags & value_flag) != 0)
    line.put(", label ", in.u24(2));
  else
    line.put(", index ", in.u32(2));
}

void print_prefix_subtlv(Line& line, View in, uint8_t subtlv, size_t length, std::string_view line_start) {
  line.put(line_start, name_or(prefix_subtlv_names, subtlv, "unknown"), " subTLV #", subtlv,
           ", length: ", length);
  if (!in.has(0, length)) part_truncated(line);
  switch (subtlv) {
    case 1:
    case 117:
      for (size_t at = 0; at + 4 <= length; at += 4)
        line.put(", 0x", Hex{in.u32(at), 8}, " (=", in.u32(at), ')');
      break;
    case 2:
      for (size_t at = 0; at + 8 <= length; at += 8)
        line.put(", 0x", Hex{in.u32(at), 8}, Hex{in.u32(at + 4), 8});
      break;
    case 3: print_prefix_segment(line, in, length); break;
    default: show_bytes(line, in, 0, length, "\n\t\t    "); break;
  }
}

/// One subTLV's type and length; false, said in words, where it does not fit. `value` then begins with what
/// it holds.
bool open_capability(Line& line, Value& value, Names names, std::string_view line_start, uint8_t& subtlv,
                     size_t& length) {
  subtlv = value.in.u8(0);
  length = value.in.u8(1);
  value.pass(2);
  line.put(line_start, name_or(names, subtlv, "unknown"), " subTLV #", subtlv, ", length: ", length);
  if (length <= value.length) return true;
  line.put(" (> containing TLV length)");
  return false;
}

/// A part that cannot be read; the TLVs behind it go on.
void mark_truncated(Line& line) { line.put(" [|isis]"); }

/// A multiple spanning tree configuration identifier (IEEE 802.1Q 13.8).
constexpr size_t configuration_id_length = 51;
void print_configuration_id(Line& line, View in) {
  line.put("ID: ", in.u8(0), ", Name: ");
  size_t name_length = 0;
  const Bytes name = in.bytes(1, 32);
  while (name_length < name.size() && name[name_length] != 0) ++name_length;
  line.put(CaretNotation{name.first(name_length)});
  line.put("\n\t              Lvl: ", in.u16(33), ", Digest: ");
  for (const uint8_t byte : in.bytes(35, 16)) line.put(Hex{byte, 2}, ' ');
}

void print_digest(Line& line, View in) {
  const uint8_t flags = in.u8(0);
  line.put("\n\t        RES: ", flags >> 5, " V: ", (flags >> 4) & 1, " A: ", (flags >> 2) & 3,
           " D: ", flags & 3, "\n\t         Digest: ");
  for (size_t i = 0; i < 8; ++i) {
    line.put(Hex{in.u32(1 + i * 4), 8}, ' ');
    if (i == 3) line.put("\n\t                 ");
  }
}

void print_base_vlans(Line& line, View in, size_t length) {
  while (length > 0) {
    if (length < 6) {
      line.put("\n\t           ECT: ", Hex{in.u32(0), 8}, " (too short)");
      return;
    }
    const uint16_t vlan = in.u16(4);
    line.put("\n\t           ECT: ", Hex{in.u32(0), 8}, " BVID: ", vlan >> 4, ", U:", (vlan >> 3) & 1,
             " M:", (vlan >> 2) & 1, ' ');
    in = in.from(6);
    length -= 6;
  }
}

/// RFC 6329 16.1.
void print_instance(Line& line, View in, size_t length) {
  constexpr size_t fixed = 19, tree_length = 8;
  if (length < fixed) {
    line.put(" (too short)");
    return;
  }
  const uint32_t source = in.u32(14);
  unsigned trees = in.u8(18);
  line.put("\n\t        CIST Root-ID: ", Hex{in.u32(0), 8}, ' ', Hex{in.u32(4), 8},
           ", Path Cost: ", Hex{in.u32(8), 8}, ", Prio: ", in.u16(12), "\n\t        RES: ", (source >> 21),
           ", V: ", (source >> 20) & 1, ", SPSource-ID: ", source & 0xfffff, ", No of Trees: ", trees);
  in = in.from(fixed);
  length -= fixed;
  for (; trees > 0; --trees) {
    if (length < tree_length) return mark_truncated(line);
    const uint8_t flags = in.u8(0);
    const uint32_t vlans = in.u24(5);
    line.put("\n\t         U:", flags >> 7, ", M:", (flags >> 6) & 1, ", A:", (flags >> 5) & 1,
             ", RES:", flags & 31, ", ECT: ", Hex{in.u32(1), 8}, ", BVID: ", vlans >> 12,
             ", SPVID: ", vlans & 0xfff);
    in = in.from(tree_length);
    length -= tree_length;
  }
}

/// RFC 6329 16.2.
void print_services(Line& line, View in, size_t length) {
  if (length < 8) return mark_truncated(line);
  line.put("\n\t        BMAC: ", Hex{in.u48(0), 12}, ", RES: ", in.u16(6) >> 12,
           ", VID: ", in.u16(6) & 0xfff);
  in = in.from(8);
  length -= 8;
  while (length >= 4) {
    const uint32_t service = in.u32(0);
    line.put("\n\t        T: ", service >> 31, ", R: ", (service >> 30) & 1, ", RES: ", (service >> 24) & 63,
             ", ISID: ", service & 0xffffff);
    in = in.from(4);
    length -= 4;
  }
}

}  // namespace

void print_topology(Line& line, View in, std::string_view line_start) {
  const uint16_t word = in.u16(0), topology = word & 0xfff;
  line.put(line_start, name_or(topologies, topology, "Reserved for IETF Consensus"), " Topology (0x",
           Hex{topology, 3}, "), Flags: [", NamedBits{topology_flags, word}, ']');
}

size_t print_extended_neighbor(Line& line, uint8_t tlv, View in, size_t left, std::string_view line_start) {
  constexpr std::string_view row = "\n\t        ";
  size_t claimed = node_id_length;
  if (left < node_id_length) line.truncated();
  in.need(0, node_id_length);
  put_with_id(line, in.bytes(0, node_id_length), line_start, "IS Neighbor: ");
  if (tlv != is_alias) {
    if (left < claimed + 3) line.truncated();
    line.put(", Metric: ", in.u24(claimed));
    claimed += 3;
  }
  if (left < claimed + 1) line.truncated();
  size_t parts = in.u8(claimed);
  ++claimed;
  if (parts == 0) {
    line.put(", no sub-TLVs present");
    return claimed;
  }
  line.put(", sub-TLVs present (", parts, ')');
  while (parts > 0) {
    in.need(claimed, left - claimed < 2 ? 0 : 2);
    if (left - claimed < 2) {
      line.put(row, "Remaining data in TLV shorter than a subTLV header");
      return left;
    }
    if (parts < 2) {
      line.put(row, "Remaining data in subTLVs shorter than a subTLV header");
      return claimed + parts;
    }
    const uint8_t subtlv = in.u8(claimed);
    const size_t length = in.u8(claimed + 1);
    claimed += 2;
    parts -= 2;
    line.put(row, name_or(link_subtlv_names, subtlv, "unknown"), " subTLV #", subtlv, ", length: ", length);
    if (parts < length) {
      line.put(" (remaining data in subTLVs shorter than the current subTLV)");
      return claimed + parts;
    }
    if (left - claimed < length) {
      line.put(" (> remaining tlv length)");
      return left;
    }
    in.need(claimed, length);
    print_link_subtlv(line, subtlv, in.from(claimed), length);
    claimed += length;
    parts -= length;
  }
  return claimed;
}

size_t print_extended_prefix(Line& line, View in, std::string_view line_start, bool is_ipv6) {
  constexpr uint8_t down_bit = 0x80, subtlvs_bit = 0x40, external_bit = 0x40, ipv6_subtlvs_bit = 0x20;
  in.need(0, 4);
  const uint32_t metric = in.u32(0);
  const uint8_t status = in.u8(4);
  size_t claimed = 5;
  unsigned prefix_length = status & 0x3fu;
  if (is_ipv6) {
    prefix_length = in.u8(5);
    ++claimed;
  }
  const std::string_view family = is_ipv6 ? "IPv6" : "IPv4";
  if (prefix_length > (is_ipv6 ? 128 : 32)) {
    line.put(line_start, family, " prefix: bad bit length ", prefix_length);
    line.truncated();
  }
  const size_t size = (prefix_length + 7) / 8;
  uint8_t address[16] = {};
  in.need(claimed, size);
  line.put(line_start, family, " prefix: ");
  std::copy_n(in.at_least(claimed, size), size, address);
  claimed += size;
  if (is_ipv6) {
    line.put(Ipv6Text{address}, '/', prefix_length);
  } else {
    const size_t start = line.size();
    line.put(Ipv4Text{address});
    const size_t width = line.size() - start;
    line.shorten(start);
    if (width < 15) line.fill(15 - width, ' ');
    line.put(Ipv4Text{address}, '/', prefix_length);
  }
  line.put(", Distribution: ", (status & down_bit) != 0 ? "down" : "up", ", Metric: ", metric);
  if (is_ipv6) line.put((status & external_bit) != 0 ? ", External" : ", Internal");
  if ((status & (is_ipv6 ? ipv6_subtlvs_bit : subtlvs_bit)) == 0) return claimed;
  line.put(", sub-TLVs present");
  size_t parts = in.u8(claimed);
  ++claimed;
  line.put(" (", parts, ')');
  while (parts > 0) {
    in.need(claimed, 2);
    const uint8_t subtlv = in.u8(claimed);
    const size_t length = in.u8(claimed + 1);
    claimed += 2;
    print_prefix_subtlv(line, in.from(claimed), subtlv, length, "\n\t        ");
    claimed += length;
    parts -= length + 2;  // what runs over its frame goes on to the end of the packet, as in tcpdump
  }
  return claimed;
}

void print_port_capability(Line& line, Value value) {
  constexpr std::string_view row = "\n\t       ";
  if (value.length < 2) return;
  line.put(row, "RES: ", value.in.u16(0) >> 12, ", MTID(s): ", value.in.u16(0) & 0xfffu);
  value.pass(2);
  while (value.length > 2) {
    uint8_t subtlv;
    size_t length;
    if (!open_capability(line, value, port_subtlv_names, row, subtlv, length)) return;
    if (!value.in.has(0, length)) return mark_truncated(line);
    switch (subtlv) {
      case 4:
        if (length < 2 * configuration_id_length) {
          line.put(" (too short)");
          break;
        }
        line.put("\n\t         MCID: ");
        print_configuration_id(line, value.in);
        line.put("\n\t         AUX-MCID: ");
        print_configuration_id(line, value.in.from(configuration_id_length));
        break;
      case 5:
        if (length < 33) {
          line.put(" (too short)");
          break;
        }
        print_digest(line, value.in);
        break;
      case 6: print_base_vlans(line, value.in, length); break;
      default: break;
    }
    value.pass(length);
  }
}

void print_multi_topology_capability(Line& line, Value value) {
  constexpr std::string_view row = "\n\t      ";
  if (value.length < 2) return;
  const uint16_t word = value.in.u16(0);
  line.put(row, "O: ", word >> 15, ", RES: ", (word >> 12) & 7u, ", MTID(s): ", word & 0xfffu);
  value.pass(2);
  while (value.length > 2) {
    uint8_t subtlv;
    size_t length;
    if (!open_capability(line, value, capability_subtlv_names, row, subtlv, length)) return;
    if (!value.in.has(0, length)) return mark_truncated(line);
    if (subtlv == 1)
      print_instance(line, value.in, length);
    else if (subtlv == 3)
      print_services(line, value.in, length);
    value.pass(length);
  }
}

bool print_router_capability(Line& line, Value value) {
  if (value.length < 5) {
    line.put(" [object length ", value.length, " < 5]");
    return false;
  }
  line.put("\n\t      Router-ID ", Ipv4Text{value.in.at_least(0, 4)});
  line.put(", Flags [", NamedBits{router_flags, value.in.u8(4)}, ']');
  value.pass(5);
  while (value.length > 2) {
    const uint8_t subtlv = value.in.u8(0);
    size_t length = value.in.u8(1);
    value.pass(2);
    line.put("\n\t\t", name_or(router_subtlv_names, subtlv, "unknown"), " subTLV #", subtlv,
             ", length: ", length);
    if (length > value.length) return true;
    value.in.need(0, length);
    if (subtlv != 2) {
      show_bytes(line, value.in, 0, length, "\n\t\t");
      value.pass(length);
      continue;
    }
    // RFC 8667 3.1: the segment routing global block.
    line.put(", Flags [", NamedBits{segment_routing_flags, value.in.u8(0), "None"});
    line.put("], Range ", value.in.u24(1));
    size_t at = 4;
    for (size_t left = length - 4; left >= 5;) {
      const uint8_t kind = value.in.u8(at), size = value.in.u8(at + 1);
      at += 2;
      left -= 2;
      if (size > left) break;
      if (kind == 1) {
        if (size == 3)
          line.put(", SID value ", value.in.u24(at));
        else if (size == 4)
          line.put(", SID value ", value.in.u32(at));
        else
          line.put(", Unknown SID length", size);
      } else {
        show_bytes(line, value.in, at, size, "\n\t\t  ");
        value.in.need(at, size);
      }
      at += size;
      left -= size;
    }
    value.pass(length);
  }
  return true;
}

}  // namespace wiretale::isis
