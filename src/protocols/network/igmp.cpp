// IGMP versions 1, 2 and 3 (RFC 1112, 2236, 3376), and what else travels in it: multicast trace, DVMRP.
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/checksum.h"
#include "protocols/network/dvmrp.h"
#include "protocols/network/group_records.h"
#include "protocols/network/igmp_fields.h"
#include "protocols/network/igmp_tree.h"
#include "protocols/network/ip_protocol_names.h"
#include "protocols/network/pim_v1.h"

namespace wiretale::igmp {
namespace {

enum MessageType : uint8_t {
  query = 0x11,
  report_v1 = 0x12,
  distance_vector = 0x13,
  protocol_independent_v1 = 0x14,
  report_v2 = 0x16,
  leave = 0x17,
  trace_response = 0x1e,
  trace = 0x1f,
  report_v3 = 0x22
};

constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::igmp}};

constexpr size_t header_length = 8;

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void print_query_v3(Line& line, View in) {
  line.put(" v3");
  // RFC 3376 4.1.1: tenths of a second, large values with exponent and mantissa.
  const uint32_t code = in.u8(1);
  const uint32_t tenths = code < 128 ? code : ((code & 15) | 16) << ((code >> 4 & 7) + 3);
  if (tenths != 100) {
    line.put(" [max resp time ");
    if (tenths < 600)
      line.put(tenths / 10, '.', tenths % 10, 's');
    else
      put_time_span(line, tenths / 10);
    line.put(']');
  }
  const uint32_t address = in.u32(4);
  if (address == 0) return;
  line.put(" [gaddr ", Ipv4Text{in.at_least(4, 4)});
  if (const size_t sources = in.u16(10); sources > 0) {
    if (in.length() < 12 + sources * 4)
      line.put(" [invalid number of sources]");
    else
      put_sources<Ipv4Text, 4>(line, in, 12, sources);
  }
  line.put(']');
}

void print_query(Line& line, View in) {
  line.put("igmp query");
  if (in.length() >= 12) return print_query_v3(line, in);
  const uint8_t tenths = in.u8(1);
  line.put(tenths != 0 ? " v2" : " v1");
  if (tenths != 0 && tenths != 100) line.put(" [max resp time ", tenths, ']');
  if (in.u32(4) != 0) line.put(" [gaddr ", Ipv4Text{in.at_least(4, 4)}, ']');
}

void print_report_v3(Line& line, View in) {
  line.put("igmp v3 report");
  if (in.length() < 16)
    line.put(" [invalid len ", in.length(), ']');
  else
    print_group_records<Ipv4Text, 4>(line, in, "v3-report-#");
}

void print_trace(Line& line, View in) {
  if (in.length() < 24) {
    line.put(" [invalid len ", in.length(), ']');
    return;
  }
  in.need(0, 24);
  line.put(in.u8(0) == trace ? "mtrace " : "mresp ", in.u24(21), ": ", Ipv4Text{in.at_least(8, 4)}, " to ",
           Ipv4Text{in.at_least(12, 4)}, " reply-to ", Ipv4Text{in.at_least(16, 4)});
  if (in.u8(16) >> 4 == 14) line.put(" with-ttl ", in.u8(20));
}

void print(Line& line, View in) {
  line.protocol = "igmp";
  const uint8_t message = in.u8(0);
  switch (message) {
    case query: print_query(line, in); break;
    case report_v1: line.put("igmp v1 report ", Ipv4Text{in.at_least(4, 4)}); break;
    case report_v2: line.put("igmp v2 report ", Ipv4Text{in.at_least(4, 4)}); break;
    case leave: line.put("igmp leave ", Ipv4Text{in.at_least(4, 4)}); break;
    case report_v3: print_report_v3(line, in); break;
    case trace:
    case trace_response: print_trace(line, in); break;
    case distance_vector:
      line.put("igmp dvmrp");
      if (in.length() < header_length)
        line.put(" [invalid len ", in.length(), ']');
      else
        print_distance_vector(line, in);
      break;
    case protocol_independent_v1:
      line.put("igmp pimv1");
      print_pim_v1(line, in);
      break;
    default: line.put("igmp-", message);
  }
  if (line.options.verbose > 0 && in.has(0, in.length()) &&
      Checksum().add(in.bytes(0, in.length())).value() != 0)
    line.put(" bad igmp cksum ", Hex{in.u16(2)}, '!');
}

}  // namespace

extern constinit const Protocol protocol{.name = "igmp",
                                         .title = "Internet Group Management Protocol",
                                         .fields = igmp_field::fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .print = print};

}  // namespace wiretale::igmp
