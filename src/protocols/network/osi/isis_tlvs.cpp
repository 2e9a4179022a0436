// The TLVs of IS-IS PDUs (ISO 10589 9, RFC 1195 5, and the registry of IS-IS TLV codepoints).
#include "protocols/link/llc_names.h"
#include "protocols/network/osi/isis_names.h"
#include "protocols/network/osi/isis_parts.h"
#include "protocols/network/osi/osi_checksum.h"
#include "protocols/network/osi/osi_names.h"
#include "protocols/network/osi_address.h"

namespace wiretale::isis {
namespace {

constexpr size_t metric_block_length = 4;
constexpr std::string_view metric_line = "\n\t\t  ", entry_line = "\n\t      ";
constexpr uint8_t metric_unsupported = 0x80, metric_external = 0x40, metric_value = 0x3f;

std::string_view metric_scope(uint8_t metric) {
  return (metric & metric_external) != 0 ? "External" : "Internal";
}

void print_area_addresses(Line& line, Value value) {
  while (value.length != 0) {
    const size_t size = value.in.u8(0);
    value.pass(1);
    if (size > value.length) return;
    value.in.need(0, size);
    line.put(entry_line, "Area address (length: ", size, "): ");
    put_nsap(line, value.in.bytes(0, size));
    value.pass(size);
  }
}

void print_neighbors(Line& line, Value value, std::string_view kind, size_t id_length) {
  while (value.length >= metric_block_length + id_length) {
    value.in.need(0, metric_block_length + id_length);
    put_with_id(line, value.in.bytes(metric_block_length, id_length), entry_line, kind, " Neighbor: ");
    print_metrics(line, value.in, metric_line);
    value.pass(metric_block_length + id_length);
  }
}

void print_is_reachability(Line& line, Value value) {
  const uint8_t flag = value.in.u8(0);
  line.put(entry_line, NamedHex{virtual_flags, flag, "bogus virtual flag 0x", "", 2});
  value.pass(1);
  print_neighbors(line, value, "IS", node_id_length);
}

/// Prefixes whose length is counted in half bytes (ISO 10589 9.8, TLV 5).
void print_prefix_neighbors(Line& line, Value value) {
  if (value.length < metric_block_length) return;
  line.put(entry_line, "Metric Block");
  print_metrics(line, value.in, metric_line);
  value.pass(metric_block_length);
  while (value.length > 0) {
    const unsigned half_bytes = value.in.u8(0);
    const size_t size = half_bytes / 2;
    value.pass(1);
    if (size == 0 || size > value.length) return;
    const Bytes prefix = value.in.bytes(0, size);
    line.put("\n\t\tAddress: ");
    put_nsap(line, prefix);
    line.put('/', 4 * half_bytes);
    value.pass(size);
  }
}

void print_system_ids(Line& line, Value value, std::string_view label) {
  while (value.length >= system_id_length) {
    put_with_id(line, value.in.bytes(0, system_id_length), entry_line, label);
    value.pass(system_id_length);
  }
}

/// RFC 8202 2.1.
void print_instances(Line& line, Value value) {
  if (value.length < 4) return;
  line.put(entry_line, "Instance ID: ", value.in.u16(0), ", ITIDs(", (value.length - 2) / 2, "): ");
  value.pass(2);
  while (value.length >= 2) {
    line.put(value.in.u16(0));
    value.pass(2);
    if (value.length >= 2) line.put(", ");
  }
}

void print_lsp_entries(Line& line, Value value) {
  constexpr size_t entry = 16;
  while (value.length >= entry) {
    put_with_id(line, value.in.bytes(2, lsp_id_length), entry_line, "lsp-id: ");
    line.put(", seq: 0x", Hex{value.in.u32(10), 8});
    line.put(", lifetime: ", Padded{value.in.u16(0), 5}, 's');
    line.put(", chksum: 0x", Hex{value.in.u16(14), 4});
    value.pass(entry);
  }
}

/// RFC 5304, RFC 5310.
void print_authentication(Line& line, Value value) {
  constexpr uint8_t simple = 1, generic = 3, md5 = 54;
  constexpr Name names[] = {{simple, "simple text password"},
                            {generic, "Generic Crypto key-id"},
                            {md5, "HMAC-MD5 password"},
                            {255, "Routing Domain private authentication method"}};
  const uint8_t method = value.in.u8(0);
  value.pass(1);
  line.put(entry_line, NamedHex{names, method, "unknown Authentication type 0x", "", 2}, ": ");
  switch (method) {
    case simple: line.put(CaretNotation{value.in.bytes(0, value.length)}); break;
    case md5:
      for (size_t i = 0; i < value.length; ++i) line.put(Hex{value.in.u8(i), 2});
      if (value.length != 16) line.put(", (invalid subTLV) ");
      break;
    case generic:
      if (value.length < 2) break;
      line.put(value.in.u16(0), ", password: ");
      for (size_t i = 2; i < value.length; ++i) line.put(Hex{value.in.u8(i), 2});
      break;
    default: show_bytes(line, value.in, 0, value.length, "\n\t\t  "); break;
  }
}

/// RFC 3358: over the whole PDU, in which the checksum field counts as zero.
void print_checksum(Line& line, Value value, View packet, size_t pdu_length) {
  if (value.length < 2) return;
  const uint16_t checksum = value.in.u16(0);
  line.put(entry_line, "checksum: 0x", Hex{checksum, 4}, ' ');
  const size_t offset = packet.captured() - value.in.captured();
  put_osi_verdict(line, packet, checksum, offset, pdu_length);
}

/// RFC 6232.
void print_purge_originator(Line& line, Value value) {
  if (value.length < 1 + system_id_length) return;
  put_with_id(line, value.in.bytes(1, system_id_length), entry_line, "Purge Originator System-ID: ");
  if (value.length < 1 + 2 * system_id_length) return;
  put_with_id(line, value.in.bytes(1 + system_id_length, system_id_length), entry_line,
              "Received from System-ID: ");
}

/// The length of a contiguous mask, or -1.
int mask_length(uint32_t mask) {
  const int length = std::countl_one(mask);
  return length == 32 || mask << length == 0 ? length : -1;
}

/// RFC 1195 5.3: prefixes with a metric for each type of service. False where an entry is cut short.
bool print_ip_reachability(Line& line, Value value) {
  constexpr size_t entry = 12;
  constexpr std::string_view names[] = {"Delay", "Expense", "Error"};
  while (value.length != 0) {
    if (value.length < entry) {
      line.put("short IPv4 Reachability (", value.length, " vs ", entry, ')');
      return false;
    }
    if (!value.in.has(0, entry)) return false;
    const uint8_t metric = value.in.u8(0);
    const int prefix = mask_length(value.in.u32(8));
    const uint8_t* address = value.in.at_least(4, 4);
    line.put(entry_line, "IPv4 prefix: ");
    if (prefix < 0) {
      line.put(Ipv4Text{address}, " mask ", Ipv4Text{value.in.at_least(8, 4)});
    } else {
      const size_t start = line.size();
      line.put(Ipv4Text{address});
      const size_t width = line.size() - start;
      line.shorten(start);
      if (width < 15) line.fill(15 - width, ' ');
      line.put(Ipv4Text{address}, '/', prefix);
    }
    line.put(", Distribution: ", (metric & metric_unsupported) != 0 ? "down" : "up",
             ", Metric: ", metric & metric_value, ", ", metric_scope(metric));
    for (size_t i = 1; i < metric_block_length; ++i) {
      const uint8_t other = value.in.u8(i);
      if ((other & metric_unsupported) == 0)
        line.put("\n\t        ", names[i - 1], " Metric: ", other & metric_value, ", ", metric_scope(other));
    }
    value.pass(entry);
  }
  return true;
}

/// RFC 5307 1.4.
void print_risk_group(Line& line, Value value) {
  if (value.length < node_id_length) return;
  put_with_id(line, value.in.bytes(0, node_id_length), entry_line, "IS Neighbor: ");
  value.pass(node_id_length);
  if (value.length < 1) return;
  line.put(", Flags: [", (value.in.u8(0) & 1) != 0 ? "numbered" : "unnumbered", ']');
  value.pass(1);
  for (const std::string_view end : {"interface", "neighbor"}) {
    if (value.length < 4) return;
    line.put(entry_line, "IPv4 ", end, " address: ", Ipv4Text{value.in.at_least(0, 4)});
    value.pass(4);
  }
  while (value.length >= 4) {
    line.put(entry_line, "Link-ID: 0x", Hex{value.in.u32(0), 8});
    value.pass(4);
  }
}

/// RFC 5306 3.2.
void print_restart(Line& line, Value value) {
  line.put(entry_line, "Flags [", NamedBits{restart_flags, value.in.u8(0)}, ']');
  value.pass(1);
  if (value.length < 2) return;
  line.put(", Remaining holding time ", value.in.u16(0), 's');
  value.pass(2);
  if (value.length != system_id_length) return;
  put_with_id(line, value.in.bytes(0, system_id_length), ", for ");
}

/// RFC 5303. Routers leave out what they do not know yet; the last part then counts as present where the TLV
/// is long enough for it, and is read at its place all the same, as tcpdump does.
void print_adjacency_state(Line& line, Value value) {
  const uint8_t state = value.in.u8(0);
  line.put(entry_line, "Adjacency State: ", name_or(adjacency_states, state, "unknown"), " (", state, ')');
  size_t left = value.length - 1;
  if (left > 4) {
    line.put(entry_line, "Extended Local circuit-ID: 0x", Hex{value.in.u32(1), 8});
    left -= 4;
  }
  if (left >= system_id_length) {
    put_with_id(line, value.in.bytes(5, system_id_length), entry_line, "Neighbor System-ID: ");
    left -= system_id_length;
  }
  if (left >= 4) line.put(entry_line, "Neighbor Extended Local circuit-ID: 0x", Hex{value.in.u32(11), 8});
}

/// Entries of which each says how long it is, until the TLV is used up. False where one claims more.
template <class PrintEntry>
bool print_entries(Line& line, Value value, PrintEntry print_entry) {
  while (value.length != 0) {
    const size_t claimed = print_entry(value.in, value.length);
    if (claimed > value.length) {
      line.put(" [remaining tlv length ", value.length, " < ", claimed, ']');
      return false;
    }
    value.pass(claimed);
  }
  return true;
}

bool print_prefixes(Line& line, Value value, bool is_ipv6) {
  return print_entries(line, value,
                       [&](View in, size_t) { return print_extended_prefix(line, in, entry_line, is_ipv6); });
}
bool print_extended_neighbors(Line& line, uint8_t tlv, Value value) {
  return print_entries(line, value, [&](View in, size_t left) {
    return print_extended_neighbor(line, tlv, in, left, entry_line);
  });
}

}  // namespace

void print_metrics(Line& line, View in, std::string_view line_start) {
  constexpr std::string_view names[] = {"Delay", "Expense", "Error"};
  const uint8_t first = in.u8(0);
  line.put(", Default Metric: ", first & metric_value, ", ", metric_scope(first));
  for (size_t i = 1; i < metric_block_length; ++i) {
    const uint8_t metric = in.u8(i);
    if ((metric & metric_unsupported) == 0)
      line.put(line_start, names[i - 1], " Metric: ", metric & metric_value, ", ", metric_scope(metric));
  }
}

bool print_tlv(Line& line, uint8_t tlv, Value value, View packet, size_t pdu_length) {
  switch (tlv) {
    case area_addresses: print_area_addresses(line, value); break;
    case is_reachability: print_is_reachability(line, value); break;
    case es_neighbors: print_neighbors(line, value, "ES", system_id_length); break;
    case partition_dis: print_system_ids(line, value, ""); break;
    case prefix_neighbors: print_prefix_neighbors(line, value); break;
    case is_neighbors: print_system_ids(line, value, "SNPA: "); break;
    case instance_id: print_instances(line, value); break;
    case padding: break;
    case lsp_entries: print_lsp_entries(line, value); break;
    case authentication: print_authentication(line, value); break;
    case checksum_tlv: print_checksum(line, value, packet, pdu_length); break;
    case purge_originator: print_purge_originator(line, value); break;
    case lsp_buffer_size:
      if (value.length >= 2) line.put(entry_line, "LSP Buffersize: ", value.in.u16(0));
      break;
    case extended_is_reachability:
    case is_alias: return print_extended_neighbors(line, tlv, value);
    case mt_is_reachability:
      if (value.length < 2) line.truncated();
      print_topology(line, value.in, entry_line);
      value.pass(2);
      return print_extended_neighbors(line, tlv, value);
    case internal_ipv4_reachability:
    case external_ipv4_reachability:
      if (!print_ip_reachability(line, value)) throw Stop{};
      break;
    case extended_ipv4_reachability: return print_prefixes(line, value, false);
    case ipv6_reachability: return print_prefixes(line, value, true);
    case mt_ipv4_reachability:
    case mt_ipv6_reachability:
      if (value.length < 2) line.truncated();
      print_topology(line, value.in, entry_line);
      value.pass(2);
      return print_prefixes(line, value, tlv == mt_ipv6_reachability);
    case protocols_supported:
      line.put(entry_line, "NLPID(s): ");
      for (size_t i = 0; i < value.length; ++i) {
        const uint8_t id = value.in.u8(i);
        line.put(name_or(network_layer_ids, id, "unknown"), " (0x", Hex{id, 2}, ')',
                 i + 1 < value.length ? ", " : "");
      }
      break;
    case interdomain_information: {
      const uint8_t kind = value.in.u8(0);
      line.put(entry_line,
               "Inter-Domain Information Type: ", NamedHex{interdomain_names, kind, "Unknown (0x", ")", 2});
      value.pass(1);
      if (kind == 2) {
        if (value.length >= 2) line.put(", AS number: ", value.in.u16(0));
      } else {
        show_bytes(line, value.in, 0, value.length, entry_line);
      }
      break;
    }
    case ipv4_interfaces:
      for (; value.length >= 4; value.pass(4))
        line.put(entry_line, "IPv4 interface address: ", Ipv4Text{value.in.at_least(0, 4)});
      break;
    case ipv6_interfaces:
      for (; value.length >= 16; value.pass(16))
        line.put(entry_line, "IPv6 interface address: ", Ipv6Text{value.in.at_least(0, 16)});
      break;
    case te_router_id:
      if (value.length >= 4)
        line.put(entry_line, "Traffic Engineering Router ID: ", Ipv4Text{value.in.at_least(0, 4)});
      break;
    case hostname: line.put(entry_line, "Hostname: ", CaretNotation{value.in.bytes(0, value.length)}); break;
    case shared_risk_group: print_risk_group(line, value); break;
    case mt_port_capability: print_port_capability(line, value); break;
    case mt_capability: print_multi_topology_capability(line, value); break;
    case restart: print_restart(line, value); break;
    case multi_topology:
      for (; value.length >= 2; value.pass(2)) print_topology(line, value.in, entry_line);
      break;
    case adjacency_state: print_adjacency_state(line, value); break;
    case hello_sequence:
      if (value.length >= 4) line.put(entry_line, "Sequence number: ", value.in.u32(0));
      break;
    case router_capability: return print_router_capability(line, value);
    case vendor_private: {
      if (value.length < 3) break;
      const uint32_t vendor = value.in.u24(0);
      line.put(entry_line, "Vendor: ", name_or(llc::organization_names, vendor, "Unknown"), " (", vendor,
               ')');
      value.pass(3);
      if (value.length > 0) show_bytes(line, value.in, 0, value.length, "\n\t\t");
      break;
    }
    default:
      if (line.options.verbose <= 1) show_bytes(line, value.in, 0, value.length, "\n\t\t");
      break;
  }
  return true;
}

}  // namespace wiretale::isis
