// OSPF version 3 (RFC 5340): OSPF for IPv6, with the authentication trailer of RFC 7166.
#include "packet/hex_dump.h"
#include "protocols/catalog.h"
#include "protocols/network/ospf/ospf.h"
#include "protocols/network/ospf/ospf_names.h"

namespace wiretale::ospf3 {
namespace {

using namespace ospf;

constexpr Field instance{"ospf.v3.instance_id", "Instance ID", bytes(14, 1)};
constexpr const Field* fields[] = {&instance};

constexpr size_t header_length = 16, lsa_header_length = 20;
constexpr uint32_t trailer_option = 0x400;

void put_options(Line& line, uint32_t options) {
  line.put("Options [", NamedBits{option6_names, options & 0xffffff}, ']');
}

void put_lsa_type(Line& line, uint16_t type, const uint8_t* id) {
  line.put("\n\t    ", or_else(find_name(lsa6_names, type & 0x1fff), "Unknown"), " LSA (", type & 0x1fffu,
           "), ", or_else(find_name(scope_names, type & 0x6000), "Unknown"), " Scope",
           (type & 0x8000) != 0 ? ", transitive" : "", ", LSA-ID ", Ipv4Text{id});
}

/// Its length, the header's own 20 bytes included.
size_t print_header(Line& line, View in) {
  in.need(0, lsa_header_length);
  const size_t length = in.u16(18);
  line.put("\n\t  Advertising Router ", Ipv4Text{in.at_least(8, 4)}, ", seq 0x", Hex{in.u32(12), 8}, ", age ",
           in.u16(0), "s, length ", length - lsa_header_length);
  put_lsa_type(line, in.u16(2), in.at_least(4, 4));
  return length;
}

/// An address prefix (A.4.1); how many bytes it takes.
size_t print_prefix(Line& line, View in, size_t left) {
  if (left < 4) line.truncated();
  const size_t bits = in.u8(0), words = (bits + 31) / 32;
  if (bits > 128) {
    line.put(" bogus prefix length /", bits);
    line.truncated();
  }
  if (left < 4 + words * 4) line.truncated();
  uint8_t address[16] = {};
  const Bytes given = in.bytes(4, words * 4);
  if (words != 0) std::memcpy(address, given.data(), given.size());
  line.put("\n\t\t", Ipv6Text{address}, '/', bits);
  if (in.u8(1) != 0) line.put(", Options [", NamedBits{prefix_options, in.u8(1)}, ']');
  line.put(", metric ", in.u16(2));
  return 4 + words * 4;
}

void print_prefixes(Line& line, View in, size_t at, size_t length, uint64_t count) {
  for (uint64_t i = 0; i < count; ++i) at += print_prefix(line, in.from(at), length - std::min(at, length));
}

void print_router_lsa(Line& line, View in, size_t length) {
  const uint32_t flags_and_options = in.u32(0);
  line.put("\n\t      ");
  put_options(line, flags_and_options);
  line.put(", RLA-Flags [", NamedBits{router_flags, flags_and_options >> 24}, ']');
  for (size_t at = 4; at < length; at += 16) {
    if (length - at < 16) line.truncated();
    in.need(at, 16);
    const uint8_t type = in.u8(at);
    const Ipv4Text interface {
      in.at_least(at + 4, 4)
    }, neighbor_interface{in.at_least(at + 8, 4)}, neighbor{in.at_least(at + 12, 4)};
    switch (type) {
      case virtual_link: line.put("\n\t      Virtual Link: Neighbor Router-ID ", neighbor); break;
      case point_to_point: line.put("\n\t      Neighbor Router-ID ", neighbor); break;
      case transit: line.put("\n\t      Neighbor Network-ID ", neighbor); break;
      default: line.put("\n\t      Unknown Router Links Type 0x", Hex{type, 2}); return;
    }
    line.put("\n\t      Neighbor Interface-ID ", neighbor_interface, ", Interface ", interface, ", metric ",
             in.u16(at + 2));
  }
}

void print_body(Line& line, View in, uint16_t type, size_t length) {
  switch (type) {
    case router6_lsa: print_router_lsa(line, in, length); break;
    case network6_lsa:
      line.put("\n\t      ");
      put_options(line, in.u32(0));
      line.put("\n\t      Connected Routers:");
      for (size_t at = 4; at < length; at += 4) line.put("\n\t\t", Ipv4Text{in.at_least(at, 4)});
      break;
    case area_prefix_lsa:
      line.put(", metric ", in.u32(0) & 0xffffff);
      for (size_t at = 4; at < length;) at += print_prefix(line, in.from(at), length - at);
      break;
    case external6_lsa: {
      const uint32_t flags_and_metric = in.u32(0);
      line.put("\n\t     Flags [", NamedBits{external_flags, flags_and_metric >> 24}, "] metric ",
               flags_and_metric & 0xffffff);
      size_t at = 4 + print_prefix(line, in.from(4), length - std::min<size_t>(4, length));
      if ((flags_and_metric & 0x02000000) != 0) {
        line.put(" forward ", Ipv6Text{in.at_least(at, 16)});
        at += 16;
      }
      if ((flags_and_metric & 0x01000000) != 0) line.put(" tag ", Ipv4Text{in.at_least(at, 4)});
      break;
    }
    case link_lsa: {
      line.put("\n\t      ");
      put_options(line, in.u32(0));
      const uint32_t count = in.u32(20);
      line.put("\n\t      Priority ", in.u8(0), ", Link-local address ", Ipv6Text{in.at_least(4, 16)},
               ", Prefixes ", count, ':');
      print_prefixes(line, in, 24, length, count);
      break;
    }
    case intra_prefix_lsa: {
      const uint16_t count = in.u16(0);
      // The router or network LSA that the prefixes belong to.
      put_lsa_type(line, in.u16(2), in.at_least(4, 4));
      line.put("\n\t      Prefixes ", count, ':');
      print_prefixes(line, in, 12, length, count);
      break;
    }
    default: append_hex(line, in.available(0, length), "\n\t    "); break;
  }
}

size_t print_lsa(Line& line, View in, size_t left) {
  if (left < lsa_header_length) line.truncated();
  const size_t length = print_header(line, in);
  if (length < lsa_header_length || length > left) line.truncated();
  print_body(line, in.from(lsa_header_length), in.u16(2), length - lsa_header_length);
  return length;
}

void print_hello(Line& line, View in, size_t length) {
  in.need(0, 8);
  line.put("\n\t");
  put_options(line, in.u32(4));
  line.put("\n\t  Hello Timer ", in.u16(8), "s, Dead Timer ", in.u16(10), "s, Interface-ID ",
           Ipv4Text{in.at_least(0, 4)}, ", Priority ", in.u8(4));
  if (in.u32(12) != 0) line.put("\n\t  Designated Router ", Ipv4Text{in.at_least(12, 4)});
  if (in.u32(16) != 0) line.put(", Backup Designated Router ", Ipv4Text{in.at_least(16, 4)});
  if (line.options.verbose > 1) {
    line.put("\n\t  Neighbor List:");
    for (size_t at = 20; at < length; at += 4) line.put("\n\t    ", Ipv4Text{in.at_least(at, 4)});
  }
}

void print_message(Line& line, View in, uint8_t type, size_t length) {
  const bool details = line.options.verbose > 1;
  switch (type) {
    case hello: print_hello(line, in, length); break;
    case database_description:
      line.put("\n\t");
      put_options(line, in.u32(0));
      line.put(", DD Flags [", NamedBits{exchange_flags, in.u8(7)}, "], MTU ", in.u16(4), ", DD-Sequence 0x",
               Hex{in.u32(8), 8});
      for (size_t at = 12; details && at < length; at += lsa_header_length) print_header(line, in.from(at));
      break;
    case request:
      for (size_t at = 0; details && at < length; at += 12) {
        in.need(at, 12);
        line.put("\n\t  Advertising Router ", Ipv4Text{in.at_least(at + 8, 4)});
        put_lsa_type(line, in.u16(at + 2), in.at_least(at + 4, 4));
      }
      break;
    case update: {
      if (!details) break;
      const uint32_t count = in.u32(0);
      size_t at = 4;
      for (uint32_t i = 0; i < count; ++i) at += print_lsa(line, in.from(at), length - std::min(at, length));
      break;
    }
    case acknowledgment:
      for (size_t at = 0; details && at < length; at += lsa_header_length) print_header(line, in.from(at));
      break;
    default: break;
  }
}

void print_trailer(Line& line, View in, size_t left) {
  if (left < 16) {
    line.put("\n\tAuthentication trailer truncated");
    line.truncated();
  }
  const size_t length = in.u16(2);
  line.put("\n\tAuthentication Type ", in.u16(0) == 1 ? "HMAC" : "unknown", ", Length ", length, ", SAID ",
           in.u16(6), ", CSN 0x", Hex{in.u32(8), 8}, ':', Hex{in.u32(12), 8});
  if (length < 16) line.truncated();
  append_hex(line, in.available(16, length - 16), "\n\tAuthentication Data ");
}

void print(Line& line, View in) {
  line.protocol = "ospf3";
  const uint8_t type = in.u8(1);
  const std::string_view name = find_name(message_names, type);
  line.put("OSPFv3, ");
  if (name.empty())
    line.put("unknown packet type (", type, ')');
  else
    line.put(name);
  line.put(", length ", in.length());
  if (name.empty() || line.options.verbose == 0) return;
  const size_t claimed = in.u16(2);
  if (claimed > in.length()) {
    line.put(" [len ", claimed, ']');
    return;
  }
  line.put("\n\tRouter-ID ", Ipv4Text{in.at_least(4, 4)});
  if (in.u32(8) != 0)
    line.put(", Area ", Ipv4Text{in.at_least(8, 4)});
  else
    line.put(", Backbone Area");
  if (in.u8(14) != 0) line.put(", Instance ", in.u8(14));
  const View body = in.from(header_length);
  const size_t length = claimed - std::min(claimed, header_length);
  print_message(line, body, type, length);
  const bool trailer = (type == hello && (body.u32(4) & trailer_option) != 0) ||
                       (type == database_description && (body.u32(0) & trailer_option) != 0);
  if (trailer) print_trailer(line, in.from(claimed), in.length() - claimed);
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "ospf.v3", .title = "Open Shortest Path First version 3", .fields = fields, .print = print};

}  // namespace wiretale::ospf3
