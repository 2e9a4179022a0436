// GeoNetworking (ETSI EN 302 636-4-1, in its draft of 2011) with the Basic Transport Protocol above it.
#include "packet/line.h"

namespace wiretale::geonetworking {
namespace {

enum NextHeader : uint8_t { BtpA = 1, BtpB = 2 };
constexpr Name next_header_names[] = {{0, "Any"}, {BtpA, "BTP-A"}, {BtpB, "BTP-B"}, {3, "IPv6"}};
/// By header type and subtype, the subtype in the lower four bits.
constexpr Name scoped_type_names[] = {{0x30, "GeoAnycastCircle"},   {0x31, "GeoAnycastRect"},
                                      {0x32, "GeoAnycastElipse"},   {0x40, "GeoBroadcastCircle"},
                                      {0x41, "GeoBroadcastRect"},   {0x42, "GeoBroadcastElipse"},
                                      {0x50, "TopoScopeBcast-SH"},  {0x51, "TopoScopeBcast-MH"},
                                      {0x60, "LocService-Request"}, {0x61, "LocService-Reply"}};
/// Whatever the subtype is.
constexpr Name type_names[] = {{0, "Any"}, {1, "Beacon"}, {2, "GeoUnicast"}};
constexpr Name message_names[] = {{0, "CAM"},    {1, "DENM"},  {101, "TPEGM"}, {102, "TSPDM"}, {103, "VPM"},
                                  {104, "SRM"},  {105, "SLAM"}, {106, "ecoCAM"}, {107, "ITM"}, {150, "SA"}};

constexpr Field version{"gnw.version", "Version", bits(0, 4)};
constexpr Field next_header{"gnw.nh",    "Next header", bits(4, 4),
                            Type::Uint8, Show::Decimal, next_header_names};
constexpr Field header_type{"gnw.ht", "Header type", bytes(1, 1), Type::Uint8, Show::Hex, scoped_type_names};
constexpr Field payload_length{"gnw.len", "Payload length", bytes(4, 2)};
constexpr Field hop_limit{"gnw.hl", "Hop limit", bytes(7, 1)};
constexpr Field address{"gnw.src_pos.addr", "GeoNetworking address", bytes(8, 8), Type::ByteArray};
constexpr Field latitude{"gnw.src_pos.lat", "Latitude", bytes(20, 4)};
constexpr Field longitude{"gnw.src_pos.lon", "Longitude", bytes(24, 4)};
constexpr const Field* fields[] = {&version,   &next_header, &header_type, &payload_length,
                                   &hop_limit, &address,     &latitude,    &longitude};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x8947}, {On::EtherType, 0x0707}};

constexpr size_t common_header_length = 36, transport_length = 4;

/// How long the header of a type is, or 0 where what follows it is not told.
size_t header_length(uint8_t type) {
  if (type >> 4 <= 1 || type == 0x50) return common_header_length;
  // A multi-hop broadcast repeats the sender's position.
  return type == 0x51 ? common_header_length + 32 : 0;
}

void print_transport(Line& line, View in, size_t& at) {
  line.put("; BTP Dst:", in.u16(at));
  line.put(" Src:", in.u16(at + 2));
  at += transport_length;
  if (in.length() < at + 2) return;
  line.put("; ItsPduHeader v:", in.u8(at));
  line.put(" t:", in.u8(at + 1), '-', Named{message_names, in.u8(at + 1), "unknown (", ")"});
}

void print_packet(Line& line, View in) {
  if (in.length() < common_header_length) {
    line.put(" (common header length ", in.length(), " < ", common_header_length, ')');
    return line.invalid();
  }
  in.need(0, 8);
  const Bytes header = in.available(0, common_header_length);
  const auto type = static_cast<uint8_t>(header_type.read(header));
  const uint64_t next = next_header.read(header);
  line.put("v:", version.read(header), " NH:", next, '-');
  const std::string_view next_name = find_name(next_header_names, next);
  const std::string_view broad = find_name(type_names, type >> 4);
  const std::string_view type_name = broad.empty() ? find_name(scoped_type_names, type) : broad;
  line.put(next_name.empty() ? "Unknown" : next_name, " HT:", type >> 4, '-', type & 0xf, '-',
           type_name.empty() ? "Unknown" : type_name, " HopLim:", hop_limit.read(header),
           " Payload:", payload_length.read(header), ' ');
  line.put("GN_ADDR:", LinkAddressText{in.bytes(8, 8)}, ' ');
  line.put("lat:", in.u32(20), ' ');
  line.put("lon:", in.u32(24));
  in.need(28, 8);
  size_t at = common_header_length;
  if (const size_t size = header_length(type); size > 0) {
    if (in.length() < size) {
      line.put(" (header size ", size - at, " > ", in.length() - at, ')');
      return line.invalid();
    }
    at = size;
    if (next == BtpA || next == BtpB) {
      if (in.length() < at + transport_length) {
        line.put(" (BTP length ", in.length() - at, " < ", transport_length, ')');
        return line.invalid();
      }
      size_t after = at;
      print_transport(line, in, after);
      at = after;
    }
  }
  if (line.options.verbose > 0 && in.length() > at) {
    line.dump(in.from(at));
    in.need(0, in.length());
  }
}

void print(Line& line, View in) {
  line.protocol = "geonet";
  line.put("GeoNet ");
  if (line.link.source != nullptr) line.put("src:", MacText{line.link.source}, "; ");
  print_packet(line, in);
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "gnw", .title = "GeoNetworking", .fields = fields, .found_on = found_on, .print = print};

}  // namespace wiretale::geonetworking
