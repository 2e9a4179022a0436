// RTP (RFC 3550), and its version 1; tcpdump prints it only when it is told to (-T rtp).
#include "packet/line.h"

namespace wiretale::rtp {
namespace {

constexpr Field version{"rtp.version", "Version", bits(0, 2)};
constexpr Field padding{"rtp.padding", "Padding", bits(2, 1), Type::Boolean, Show::Flag};
constexpr Field extension{"rtp.ext", "Extension", bits(3, 1), Type::Boolean, Show::Flag};
constexpr Field sources{"rtp.cc", "Contributing source identifiers count", bits(4, 4)};
constexpr Field marker{"rtp.marker", "Marker", bits(8, 1), Type::Boolean, Show::Flag};
constexpr Field payload_type{"rtp.p_type", "Payload type", bits(9, 7)};
constexpr Field sequence{"rtp.seq", "Sequence number", bytes(2, 2)};
constexpr Field timestamp{"rtp.timestamp", "Timestamp", bytes(4, 4)};
constexpr Field source{"rtp.ssrc", "Synchronization Source identifier", bytes(8, 4), Type::Uint32, Show::Hex};
constexpr const Field* fields[] = {&version,      &padding,  &extension, &sources, &marker,
                                   &payload_type, &sequence, &timestamp, &source};
static_assert(fields_are_distinct(fields));

constexpr size_t header_length = 12, first_version_header_length = 8;
constexpr unsigned h261 = 31;  ///< the payload type of which the beginning is shown

void print(Line& line, View in) {
  line.protocol = "rtp";
  if (in.length() < first_version_header_length) {
    line.put("udp/rtp, length ", in.length(), " < ", first_version_header_length);
    return;
  }
  in.need(0, first_version_header_length);
  const uint32_t first = in.u32(0);
  const bool is_first_version = first >> 30 == 1;
  if (is_first_version) {
    const bool synchronized = (first & 0x400000) != 0, has_options = (first & 0x800000) != 0;
    line.put("udp/rtpv1 ", in.length() - first_version_header_length, " c", first >> 16 & 0x3fu, ' ',
             synchronized ? "*" : "", has_options ? "+" : "", ' ', first & 0xffffu, ' ', in.u32(4));
    if (line.options.verbose > 0) line.put(' ', in.u32(8));
    return;
  }
  if (in.length() < header_length) {
    line.put("udp/rtp, length ", in.length(), " < ", header_length);
    return;
  }
  const Bytes header = in.available(0, header_length);
  const uint64_t format = payload_type.read(header);
  const bool has_extension = extension.read(header) != 0;
  size_t left = in.length() - header_length;
  line.put("udp/rtp ", left, " c", format, ' ', marker.read(header) != 0 ? "*" : "", has_extension ? "+" : "",
           ' ', sequence.read(header), ' ', timestamp.read(header));
  if (line.options.verbose == 0) return;
  line.put(' ', in.u32(8));
  size_t at = header_length;
  if (has_extension) {
    const size_t size = (in.u16(at + 2) + size_t{1}) * 4;
    if (size > left) {
      line.put(" !ext");
      return;
    }
    at += size;
    left -= size;
  }
  if (format == h261) line.put(" 0x", Hex{in.u32(at) >> 16, 4});
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "rtp", .title = "Real-Time Transport Protocol", .fields = fields, .print = print};

}  // namespace wiretale::rtp
