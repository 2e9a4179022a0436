// OpenFlow 1.0: requests for statistics and their replies.
#include <array>

#include "protocols/application/openflow/openflow.h"
#include "protocols/application/openflow/openflow_names.h"

namespace wiretale::openflow {
namespace {

using namespace v10;

Named port_name(uint16_t port) { return {port_names, port, ""}; }

void print_description(Line& line, View in) {
  struct Part {
    std::string_view name;
    size_t length;
  };
  constexpr Part parts[] = {
      {"mfr_desc", 256}, {"hw_desc", 256}, {"sw_desc", 256}, {"serial_num", 32}, {"dp_desc", 256}};
  expect(in, 1056);
  for (const Part& part : parts) {
    line.put("\n\t  ", part.name, ' ');
    put_quoted(line, take(in, part.length));
  }
}

void print_flows(Line& line, View in) {
  constexpr size_t fixed_length = 88;
  while (in.length() > 0) {
    if (in.length() < fixed_length) throw Malformed{};
    const size_t length = in.u16(0);
    line.put("\n\t length ", length);
    if (length < fixed_length || length > in.length()) throw Malformed{};
    const View flow = take(in, length);
    line.put(", table_id ", Named{table_names, flow.u8(2), ""});
    print_match(line, flow.part(4, 40), "\n\t  ");
    line.put("\n\t  duration_sec ", flow.u32(44));
    line.put(", duration_nsec ", flow.u32(48));
    line.put(", priority ", flow.u16(52));
    line.put(", idle_timeout ", flow.u16(54));
    line.put(", hard_timeout ", flow.u16(56));
    line.put(", cookie 0x", Hex{flow.u64(64), 16});
    line.put(", packet_count ", flow.u64(72));
    line.put(", byte_count ", flow.u64(80));
    print_actions(line, flow.from(fixed_length), "\n\t  ");
  }
}

void print_tables(Line& line, View in) {
  constexpr uint32_t known_wildcards = 0x3fffff;
  while (in.length() > 0) {
    const View table = take(in, 64);
    line.put("\n\t table_id ", Named{table_names, table.u8(0), ""});
    line.put(", name ");
    put_quoted(line, table.part(4, 32));
    const uint32_t wildcards = table.u32(36);
    line.put("\n\t  wildcards 0x", Hex{wildcards, 8});
    put_bits(line, wildcard_names, wildcards, known_wildcards);
    line.put("\n\t  max_entries ", table.u32(40));
    line.put(", active_count ", table.u32(44));
    line.put(", lookup_count ", table.u64(48));
    line.put(", matched_count ", table.u64(56));
  }
}

void print_port_counters(Line& line, View in) {
  constexpr std::string_view names[] = {"rx_packets",   "tx_packets",  "rx_bytes",   "tx_bytes",
                                        "rx_dropped",   "tx_dropped",  "rx_errors",  "tx_errors",
                                        "rx_frame_err", "rx_over_err", "rx_crc_err", "collisions"};
  while (in.length() > 0) {
    const View port = take(in, 104);
    line.put("\n\t  port_no ", port_name(port.u16(0)));
    if (detailed(line))
      for (size_t i = 0; i < std::size(names); ++i) line.put(", ", names[i], ' ', port.u64(8 + 8 * i));
    port.need(0, port.length());
  }
}

void print_queue_counters(Line& line, View in) {
  while (in.length() > 0) {
    const View queue = take(in, 32);
    line.put("\n\t  port_no ", port_name(queue.u16(0)));
    line.put(", queue_id ", queue.u32(4));
    line.put(", tx_bytes ", queue.u64(8));
    line.put(", tx_packets ", queue.u64(16));
    line.put(", tx_errors ", queue.u64(24));
  }
}

void print_vendor(Line& line, View in) {
  const uint32_t vendor = take(in, 4).u32(0);
  line.put(", vendor 0x", Hex{vendor, 8}, " (", vendor_name(vendor), ')');
  print_data(line, in);
}

}  // namespace

void print_statistics_request(Line& line, View in) {
  const View head = take(in, 4);
  const uint16_t type = head.u16(0);
  line.put("\n\t type ");
  put_name(line, statistics_names, type, "invalid (0x", 4);
  const uint16_t flags = head.u16(2);
  line.put(", flags 0x", Hex{flags, 4});
  if (flags != 0) line.put(" (bogus)");
  switch (type) {
    case Desc:
    case Table: return expect(in, 0);
    case Flow:
    case Aggregate: {
      expect(in, 44);
      print_match(line, take(in, 40), "\n\t ");
      line.put("\n\t table_id ", Named{table_names, in.u8(0), ""});
      in.need(1, 1);
      line.put(", out_port ", port_name(in.u16(2)));
      return;
    }
    case Port:
      expect(in, 8);
      line.put("\n\t port_no ", port_name(in.u16(0)));
      return in.need(0, 8);
    case Queue:
      expect(in, 8);
      line.put("\n\t port_no ", port_name(in.u16(0)));
      line.put(", queue_id ", Named{queue_names, in.u32(4), ""});
      return;
    case VendorStatistics: return print_vendor(line, in);
    default: return;
  }
}

void print_statistics_reply(Line& line, View in) {
  constexpr uint32_t known_flags = 1;
  const View head = take(in, 4);
  const uint16_t type = head.u16(0);
  line.put("\n\t type ");
  put_name(line, statistics_names, type, "invalid (0x", 4);
  const uint16_t flags = head.u16(2);
  line.put(", flags 0x", Hex{flags, 4});
  put_bits(line, more_names, flags, known_flags);
  if (in.length() == 0) return;
  switch (type) {
    case Desc: return print_description(line, in);
    case Flow: return print_flows(line, in);
    case Aggregate:
      expect(in, 24);
      line.put("\n\t packet_count ", in.u64(0));
      line.put(", byte_count ", in.u64(8));
      line.put(", flow_count ", in.u32(16));
      return in.need(0, 24);
    case Table: return print_tables(line, in);
    case Port: return print_port_counters(line, in);
    case Queue: return print_queue_counters(line, in);
    case VendorStatistics: return print_vendor(line, in);
    default: return;
  }
}

}  // namespace wiretale::openflow
