// OSPF version 2 (RFC 2328), and the way to version 3, which shares its IP protocol number.
#include "protocols/network/ospf/ospf.h"

#include "packet/hex_dump.h"
#include "protocols/catalog.h"
#include "protocols/network/ip_protocol_names.h"
#include "protocols/network/ospf/ospf_names.h"
#include "protocols/network/ospf/ospf_tree.h"

namespace wiretale::ospf {
namespace {

constexpr Claim found_on[] = {{On::IpProtocol, 89}};
constexpr size_t header_length = 24;

void print_hello(Line& line, View in, size_t length) {
  line.put("\n\tOptions [", NamedBits{option_names, in.u8(6)}, "]\n\t  Hello Timer ", in.u16(4),
           "s, Dead Timer ", in.u32(8), "s, Mask ", Ipv4Text{in.at_least(0, 4)}, ", Priority ", in.u8(7));
  if (in.u32(12) != 0) line.put("\n\t  Designated Router ", Ipv4Text{in.at_least(12, 4)});
  if (in.u32(16) != 0) line.put(", Backup Designated Router ", Ipv4Text{in.at_least(16, 4)});
  if (length > 20) line.put("\n\t  Neighbor List:");
  for (size_t at = 20; at < length; at += 4) line.put("\n\t    ", Ipv4Text{in.at_least(at, 4)});
}

void print_requests(Line& line, View in, size_t length) {
  for (size_t at = 0; at < length; at += 12) {
    in.need(at, 12);
    const uint32_t type = in.u32(at);
    line.put("\n\t  Advertising Router: ", Ipv4Text{in.at_least(at + 8, 4)}, ", ",
             or_else(find_name(lsa_names, type), "unknown"), " LSA (", type, ')');
    if (type >= link_opaque_lsa && type <= domain_opaque_lsa)
      line.put(", Opaque-Type: ", or_else(find_name(opaque_names, in.u8(at + 4)), "unknown"), " LSA (",
               in.u8(at + 4), "), Opaque-ID: ", in.u24(at + 5));
    else
      line.put(", LSA-ID: ", Ipv4Text{in.at_least(at + 4, 4)});
  }
}

/// `length` bytes of the packet follow its header.
void print_message(Line& line, View in, uint8_t type, size_t length) {
  switch (type) {
    case hello: print_hello(line, in, length); break;
    case database_description:
      line.put("\n\tOptions [", NamedBits{option_names, in.u8(2)}, "], DD Flags [",
               NamedBits{exchange_flags, in.u8(3)}, "], MTU: ", in.u16(0), ", Sequence: 0x",
               Hex{in.u32(4), 8});
      for (size_t at = 8; at < length; at += 20) print_lsa_header(line, in.from(at));
      break;
    case request: print_requests(line, in, length); break;
    case update: {
      const uint32_t count = in.u32(0);
      line.put(", ", count, count == 1 ? " LSA" : " LSAs");
      size_t at = 4;
      for (uint32_t i = 0; i < count; ++i) {
        line.put("\n\t  LSA #", i + 1);
        const size_t size = print_lsa(line, in.from(at));
        if (size == 0) return;
        at += size;
      }
      break;
    }
    case acknowledgment:
      // To the end of what was captured, as tcpdump reads it.
      for (size_t at = 0;; at += 20) print_lsa_header(line, in.from(at));
    default: break;
  }
}

/// RFC 5613: what follows the OSPF packet when the options say so.
void print_local_signaling(Line& line, View in) {
  const size_t length = in.u16(2) * size_t{4};
  line.put("\n\t  LLS: checksum: 0x", Hex{in.u16(0), 4}, ", length: ", in.u16(2));
  for (size_t at = 4; at + 4 < length;) {
    const uint16_t type = in.u16(at), size = in.u16(at + 2);
    line.put("\n\t    ",
             type == 1   ? "Extended Options"
             : type == 2 ? "MD5 Authentication"
                         : "Unknown TLV",
             " (", type, "), length: ", size);
    at += 4;
    if (type == 1) {
      if (size != 4) {
        line.put(" [bad length ", size, " != 4]");
        return;
      }
      line.put("\n\t      Options: 0x", Hex{in.u32(at), 8}, " [",
               NamedBits{extended_options, in.u32(at), "?"}, ']');
    } else if (type == 2) {
      if (size < 4) {
        line.put(" [bad length ", size, " < 4]");
        return;
      }
      line.put("\n\t      Sequence number: 0x", Hex{in.u32(at), 8});
    }
    at += (size + size_t{3}) & ~size_t{3};
  }
}

void print_authentication(Line& line, View in) {
  const uint16_t type = in.u16(14);
  line.put(", Authentication Type: ", or_else(find_name(authentication_names, type), "unknown"), " (", type,
           ')');
  in.need(16, 8);
  if (type == simple_authentication) {
    line.put("\n\tSimple text password: ");
    for (size_t i = 16; i < 24 && in.u8(i) != 0; ++i) line.put(Escaped{in.bytes(i, 1)});
  } else if (type == md5_authentication) {
    line.put("\n\tKey-ID: ", in.u8(18), ", Auth-Length: ", in.u8(19), ", Crypto Sequence Number: 0x",
             Hex{in.u32(20), 8});
  }
}

void print(Line& line, View in) {
  if (line.network.version == NetworkHeader::Six) {
    line.print(ids::ospf3, in);
    return;
  }
  line.protocol = "ospf2";
  // The packet's own length leaves out the digest behind it (RFC 2328 D.4.3).
  if (in.has(0, 20) && in.u8(0) == 2 && in.u16(14) == md5_authentication && in.length() >= in.u8(19))
    in = in.with_length(in.length() - in.u8(19));
  const uint8_t of_version = in.u8(0), type = in.u8(1);
  line.put("OSPFv", of_version, ", ");
  if (const std::string_view name = find_name(message_names, type); !name.empty())
    line.put(name);
  else
    line.put("unknown LS-type ", type);
  line.put(", length ", in.length());
  if (find_name(message_names, type).empty() || line.options.verbose == 0) return;
  const size_t claimed = in.u16(2);
  if (claimed != in.length()) line.put(" [len ", claimed, ']');
  const size_t end = claimed != in.length() && in.length() > claimed ? claimed : in.length();
  line.put("\n\tRouter-ID ", Ipv4Text{in.at_least(4, 4)});
  if (in.u32(8) != 0)
    line.put(", Area ", Ipv4Text{in.at_least(8, 4)});
  else
    line.put(", Backbone Area");
  print_authentication(line, in);
  if (of_version != 2) {
    line.put(" ospf [version ", of_version, ']');
    return;
  }
  print_message(line, in.from(header_length), type, end - std::min(end, header_length));
  const bool signaling =
      (type == hello && (in.u8(30) & 0x10) != 0) || (type == database_description && (in.u8(26) & 0x10) != 0);
  if (signaling && in.length() > end) print_local_signaling(line, in.from(end));
}

Step decode(Cursor&, Context&) { return {}; }

}  // namespace

extern constinit const Protocol protocol{.name = "ospf",
                                         .title = "Open Shortest Path First",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .keeps = Keeps::Nothing,
                                         .print = print};

}  // namespace wiretale::ospf
