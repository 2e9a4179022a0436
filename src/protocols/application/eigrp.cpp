// EIGRP (RFC 7868): Cisco's distance-vector routing protocol.
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::eigrp {
namespace {

constexpr Name opcode_name_table[] = {{1, "Update"}, {3, "Query"},   {4, "Reply"},
                                      {5, "Hello"},  {6, "IPX SAP"}, {7, "Probe"}};
constexpr Names opcode_names = opcode_name_table;

constexpr Field version{"eigrp.version", "Version", bytes(0, 1)};
constexpr Field opcode{"eigrp.opcode", "Opcode", bytes(1, 1), Type::Uint8, Show::Decimal, opcode_names};
constexpr Field checksum{"eigrp.checksum", "Checksum", bytes(2, 2), Type::Uint16, Show::Hex};
constexpr Field flags{"eigrp.flags", "Flags", bytes(4, 4), Type::Uint32, Show::Hex};
constexpr Field sequence{"eigrp.seq", "Sequence", bytes(8, 4)};
constexpr Field acknowledgment{"eigrp.ack", "Acknowledge", bytes(12, 4)};
constexpr Field router{"eigrp.vrid", "Virtual Router ID", bytes(16, 2)};
constexpr Field autonomous_system{"eigrp.as", "Autonomous System", bytes(18, 2)};
constexpr const Field* fields[] = {&version,  &opcode,         &checksum, &flags,
                                   &sequence, &acknowledgment, &router,   &autonomous_system};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::IpProtocol, 88}};

constexpr size_t header_length = 20, tlv_header_length = 4;
constexpr Name flag_names[] = {
    {1, "Init"}, {2, "Conditionally Received"}, {4, "Restart"}, {8, "End-of-Table"}};

enum Tlv : uint16_t {
  general_parameters = 0x0001,
  software_version = 0x0004,
  ip_internal = 0x0102,
  ip_external = 0x0103,
  appletalk_internal = 0x0202,
  appletalk_external = 0x0203,
  appletalk_cable = 0x0204
};
constexpr Name tlv_names[] = {{general_parameters, "General Parameters"},
                              {2, "Authentication"},
                              {3, "Sequence"},
                              {software_version, "Software Version"},
                              {5, "Next Multicast Sequence"},
                              {ip_internal, "IP Internal routes"},
                              {ip_external, "IP External routes"},
                              {appletalk_internal, "AppleTalk Internal routes"},
                              {appletalk_external, "AppleTalk External routes"},
                              {appletalk_cable, "AppleTalk Cable setup"},
                              {0x0302, "IPX Internal routes"},
                              {0x0303, "IPX External routes"}};
constexpr Name external_protocol_names[] = {{1, "IGRP"},  {2, "EIGRP"}, {3, "Static"},    {4, "RIP"},
                                            {5, "Hello"}, {6, "OSPF"},  {7, "IS-IS"},     {8, "EGP"},
                                            {9, "BGP"},   {10, "IDRP"}, {11, "Connected"}};

/// What a TLV must hold with its header.
size_t least_length(uint16_t tlv) {
  switch (tlv) {
    case general_parameters: return 12;
    case software_version: return 8;
    case ip_internal: return 26;
    case ip_external: return 46;
    case appletalk_internal: return 28;
    case appletalk_external: return 44;
    case appletalk_cable: return 12;
    default: return 0;
  }
}

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.trouble = version.read(header) == 2 ? Trouble::None : Trouble::Malformed};
}

void print_metrics(Line& line, View in) {
  line.put("\n\t      delay ", in.u32(0) / 100, " ms, bandwidth ", in.u32(4), " Kbps, mtu ", in.u24(8),
           ", hop ", in.u8(11), ", reliability ", in.u8(12), ", load ", in.u8(13));
}

/// Where a route that EIGRP did not make itself comes from.
void print_origin(Line& line, View in) {
  line.put(", origin-as ", in.u32(4), ", origin-proto ",
           name_or(external_protocol_names, in.u8(18), "unknown"), ", flags [0x", Hex{in.u8(19), 2},
           "], tag 0x", Hex{in.u32(8), 8}, ", metric ", in.u32(12));
}

/// An IPv4 route; false where its prefix is too long.
bool print_route(Line& line, View in, bool is_external) {
  constexpr size_t origin_length = 20;
  const View metrics = in.from(is_external ? 4 + origin_length : 4);
  const unsigned bits = metrics.u8(16);
  if (bits > 32) {
    line.put("\n\t    illegal prefix length ", bits);
    return false;
  }
  const size_t size = (bits + 7) / 8;
  uint8_t prefix[4] = {};
  std::copy_n(metrics.at_least(17, size), size, prefix);
  const size_t start = line.size();
  line.put(Ipv4Text{prefix});
  const size_t width = line.size() - start;
  line.shorten(start);
  line.put("\n\t    IPv4 prefix: ");
  if (width < 15) line.fill(15 - width, ' ');
  line.put(Ipv4Text{prefix}, '/', bits, ", nexthop: ");
  if (in.u32(0) == 0)
    line.put("self");
  else
    line.put(Ipv4Text{in.at_least(0, 4)});
  if (is_external) {
    line.put("\n\t      origin-router ", Ipv4Text{in.at_least(4, 4)});
    print_origin(line, in.from(4));
  }
  print_metrics(line, metrics);
  return true;
}

void print_appletalk_route(Line& line, View in, bool is_external) {
  const size_t at = is_external ? 24 : 4;
  line.put("\n\t     Cable-Range: ", in.u16(at + 16), '-', in.u16(at + 18), ", nexthop: ", in.u16(0), '.',
           in.u16(2));
  if (is_external) {
    line.put("\n\t      origin-router ", in.u32(4));
    line.put(", origin-as ", in.u32(8), ", origin-proto ",
             name_or(external_protocol_names, in.u8(18), "unknown"), ", flags [0x", Hex{in.u8(19), 2},
             "], tag 0x", Hex{in.u32(12), 8}, ", metric ", in.u16(16));
  }
  print_metrics(line, in.from(at));
}

/// False where the packet should be read no further.
bool print_tlv(Line& line, uint16_t tlv, View value, size_t length) {
  switch (tlv) {
    case general_parameters:
      line.put("\n\t    holdtime: ", value.u16(6), "s, k1 ", value.u8(0), ", k2 ", value.u8(1), ", k3 ",
               value.u8(2), ", k4 ", value.u8(3), ", k5 ", value.u8(4));
      return true;
    case software_version:
      line.put("\n\t    IOS version: ", value.u8(0), '.', value.u8(1), ", EIGRP version ", value.u8(2), '.',
               value.u8(3));
      return true;
    case ip_internal:
    case ip_external: print_route(line, value, tlv == ip_external); return true;
    case appletalk_internal:
    case appletalk_external: print_appletalk_route(line, value, tlv == appletalk_external); return true;
    case appletalk_cable:
      line.put("\n\t    Cable-range: ", value.u16(0), '-', value.u16(2), ", Router-ID ", value.u32(4));
      return true;
    default:
      if (line.options.verbose <= 1) append_hex(line, value.available(0, length), "\n\t    ");
      return true;
  }
}

void print(Line& line, View in) {
  line.protocol = "eigrp";
  const Bytes header = in.bytes(0, header_length);
  if (version.read(header) != 2) {
    line.put("EIGRP version ", version.read(header), " packet not supported");
    return;
  }
  const Named opcode_name{opcode_names, opcode.read(header), "unknown, type: ", ""};
  if (line.options.verbose < 1) {
    line.put("EIGRP ", opcode_name, ", length: ", in.length());
    return;
  }
  if (in.length() < header_length) {
    line.put("EIGRP ", opcode_name, ", length: ", in.length(), " (too short, < ", header_length, ')');
    return;
  }
  size_t left = in.length() - header_length;
  line.put("\n\tEIGRP v", version.read(header), ", opcode: ", opcode_name, " (", opcode.read(header),
           "), chksum: 0x", Hex{checksum.read(header), 4}, ", Flags: [",
           NamedBits{flag_names, flags.read(header)}, "]\n\tseq: 0x", Hex{sequence.read(header), 8},
           ", ack: 0x", Hex{acknowledgment.read(header), 8}, ", VRID: ", router.read(header),
           ", AS: ", autonomous_system.read(header), ", length: ", left);
  in = in.from(header_length);
  while (left > 0) {
    in.need(0, tlv_header_length);
    const uint16_t tlv = in.u16(0);
    const size_t length = in.u16(2);
    if (length < tlv_header_length || length > left) {
      append_hex(line, in.from(tlv_header_length).available(0, left), "\n\t    ");
      return;
    }
    line.put("\n\t  ", name_or(tlv_names, tlv, "Unknown"), " TLV (0x", Hex{tlv, 4}, "), length: ", length);
    if (length < least_length(tlv)) {
      line.put(" (too short, < ", least_length(tlv), ')');
    } else {
      in.need(0, length);
      if (!print_tlv(line, tlv, in.from(tlv_header_length), length - tlv_header_length)) return;
    }
    if (line.options.verbose > 1)
      append_hex(line, in.available(tlv_header_length, length - tlv_header_length), "\n\t    ");
    in = in.from(length);
    left -= length;
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "eigrp",
                                         .title = "Enhanced Interior Gateway Routing Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::eigrp
