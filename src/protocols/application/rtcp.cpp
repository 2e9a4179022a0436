// RTCP (RFC 3550 6): reports about RTP streams; tcpdump prints it only when it is told to (-T rtcp).
#include "packet/line.h"

namespace wiretale::rtcp {
namespace {

constexpr Field version{"rtcp.version", "Version", bits(0, 2)};
constexpr Field padding{"rtcp.padding", "Padding", bits(2, 1), Type::Boolean, Show::Flag};
constexpr Field count_field{"rtcp.rc", "Reception report count", bits(3, 5)};
constexpr Field packet_type{"rtcp.pt", "Packet type", bytes(1, 1)};
constexpr Field length_field{"rtcp.length", "Length", bytes(2, 2)};
constexpr Field source{"rtcp.senderssrc", "Sender SSRC", bytes(4, 4), Type::Uint32, Show::Hex};
constexpr const Field* fields[] = {&version, &padding, &count_field, &packet_type, &length_field, &source};
static_assert(fields_are_distinct(fields));

enum PacketType : uint8_t { sender_report = 200, receiver_report = 201, description = 202, goodbye = 203 };

constexpr size_t header_length = 8, sender_length = 20, report_length = 24;

void print_reports(Line& line, View in, unsigned count) {
  if (count > 1) line.put(" c", count);
  for (unsigned i = 0; i < count; ++i) {
    const View report = in.from(i * report_length);
    report.need(0, report_length);
    if (line.options.verbose > 0) line.put(' ', report.u32(0));
    line.put(' ', report.u32(4) & 0xffffffu, "l ", report.u32(8), "s ", report.u32(12), "j @",
             Fixed{report.u32(16) / 65536.0, 2}, '+', Fixed{report.u32(20) / 65536.0, 2});
  }
}

/// The length that the packet claims.
size_t print_packet(Line& line, View in) {
  in.need(0, header_length);
  const uint8_t type = in.u8(1);
  const unsigned count = in.u8(0) & 0x1fu;
  const size_t length = (in.u16(2) + size_t{1}) * 4;
  const auto put_source = [&] {
    if (line.options.verbose > 0) line.put(' ', in.u32(4));
  };
  switch (type) {
    case sender_report: {
      line.put(" sr");
      if (length != header_length + sender_length + count * report_length) line.put(" [", length, ']');
      put_source();
      in.need(header_length, sender_length);
      line.put(" @", Fixed{in.u32(8) + in.u32(12) / 4294967296.0, 2}, ' ', in.u32(16), ' ', in.u32(20), "p ",
               in.u32(24), 'b');
      print_reports(line, in.from(header_length + sender_length), count);
      break;
    }
    case receiver_report:
      line.put(" rr");
      if (length != header_length + count * report_length) line.put(" [", length, ']');
      put_source();
      print_reports(line, in.from(header_length), count);
      break;
    case description:
    case goodbye:
      line.put(type == description ? " sdes " : " bye ", length);
      put_source();
      break;
    default: line.put(" type-0x", Hex{type}, ' ', length); break;
  }
  return length;
}

void print(Line& line, View in) {
  line.protocol = "rtcp";
  while (in.length() > 0) in = in.from(print_packet(line, in));
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "rtcp", .title = "Real-time Transport Control Protocol", .fields = fields, .print = print};

}  // namespace wiretale::rtcp
