// Cisco NetFlow, versions 1, 5 and 6; tcpdump prints it only when it is told to (-T cnfp).
#include "packet/line.h"

namespace wiretale::netflow {
namespace {

constexpr Field version_field{"cflow.version", "Version", bytes(0, 2)};
constexpr Field count_field{"cflow.count", "Count", bytes(2, 2)};
constexpr Field uptime_field{"cflow.sysuptime", "SysUptime", bytes(4, 4)};
constexpr Field seconds_field{"cflow.unix_secs", "CurrentSecs", bytes(8, 4)};
constexpr Field nanoseconds_field{"cflow.unix_nsecs", "CurrentNSecs", bytes(12, 4)};
constexpr const Field* fields[] = {&version_field, &count_field, &uptime_field, &seconds_field,
                                   &nanoseconds_field};
static_assert(fields_are_distinct(fields));

constexpr size_t header_length = 16;
/// What versions 5 and 6 add to the header: a sequence number and the exporter.
constexpr size_t sequence_length = 8;
/// Version 6's. Those of 1 and 5 are 52 and 48 bytes long, but the reference reads all as 52.
constexpr size_t record_length = 52;
constexpr uint8_t tcp = 6, udp = 17, icmp = 1;

constexpr Name transport_names[] = {{1, "ICMP"}, {2, "IGMP"}, {6, "TCP"}, {17, "UDP"}};

/// Milliseconds as seconds.
void put_time(Line& line, uint32_t milliseconds) {
  line.put(milliseconds / 1000, '.', Padded{milliseconds % 1000, 3, '0'});
}

void put_flags(Line& line, uint8_t flags) {
  line.put((flags & 0x01) != 0 ? "F" : "", (flags & 0x02) != 0 ? "S" : "", (flags & 0x04) != 0 ? "R" : "",
           (flags & 0x08) != 0 ? "P" : "", (flags & 0x10) != 0 ? "A" : "", (flags & 0x20) != 0 ? "U" : "");
  if (flags != 0) line.put(' ');
}

/// An address with its port; from version 5 on with its network's length and autonomous system, too.
void put_end(Line& line, View record, size_t address_at, size_t mask_at, size_t system_at, size_t port_at,
             unsigned version) {
  line.put(Ipv4Text{record.at_least(address_at, 4)});
  if (version >= 5) line.put('/', record.u8(mask_at), ':', record.u16(system_at));
  line.put(':', record.u16(port_at));
}

void print_record(Line& line, View record, unsigned version) {
  line.put("\n  started ");
  put_time(line, record.u32(24));
  line.put(", last ");
  put_time(line, record.u32(28));
  line.put("\n    ");
  put_end(line, record, 0, 44, 40, 32, version);
  line.put(" > ");
  put_end(line, record, 4, 45, 42, 34, version);
  line.put(" >> ", Ipv4Text{record.at_least(8, 4)}, "\n    ");
  const uint8_t transport = record.u8(38);
  line.put(transport, ' ');
  // ICMP's type and code are in the place of a port.
  if (transport == icmp) line.put(record.u8(34), ':', record.u8(35), ' ');
  // Version 1 has the flags behind the type of service.
  if (transport == tcp) put_flags(line, record.u8(version == 1 ? 40 : 37));
  line.put("tos ", record.u8(39), ", ", record.u32(16), " (", record.u32(20), " octets) ");
  if (version == 6) line.put('(', record.u8(46), "<>", record.u8(47), " encaps)");
}

void print(Line& line, View in) {
  line.protocol = "cnfp";
  const unsigned version = in.u16(0);
  const bool known = version == 1 || version == 5 || version == 6;
  if (known) in.need(0, header_length + (version == 1 ? 0 : sequence_length));
  line.put("NetFlow v", Hex{version});
  if (!known) return;
  const Bytes header = in.bytes(0, header_length);
  line.put(", ");
  put_time(line, static_cast<uint32_t>(uptime_field.read(header)));
  line.put(" uptime, ", seconds_field.read(header), '.', Padded{nanoseconds_field.read(header), 9, '0'},
           ", ");
  size_t at = header_length;
  if (version >= 5) {
    line.put('#', in.u32(at), ", ");
    at += sequence_length;
  }
  // The reference takes the count of two bytes and the two bytes behind it for one number.
  const uint32_t count = in.u32(2);
  line.put(Padded{count, 2}, " recs");
  for (uint32_t i = 0; i < count; ++i) {
    in.need(at, record_length);
    print_record(line, in.from(at), version);
    at += record_length;
  }
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "cflow", .title = "Cisco NetFlow/IPFIX", .fields = fields, .print = print};

}  // namespace wiretale::netflow
