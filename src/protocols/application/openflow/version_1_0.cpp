// OpenFlow 1.0 (ONF TS-001): the bodies of its messages.
#include <array>

#include "protocols/application/openflow/openflow.h"
#include "protocols/application/openflow/openflow_names.h"
#include "protocols/catalog.h"

namespace wiretale::openflow {
namespace {

using namespace v10;

constexpr uint32_t no_buffer = 0xffffffff;

Named port_name(uint16_t port) { return {port_names, port, ""}; }

void put_buffer(Line& line, uint32_t buffer) {
  if (buffer == no_buffer)
    line.put("NONE");
  else
    line.put("0x", Hex{buffer, 8});
}

void print_error(Line& line, View in) {
  const View head = take(in, 4);
  const uint16_t type = head.u16(0);
  line.put("\n\t type ");
  put_name(line, error_names, type, "invalid (0x", 4);
  const uint16_t code = head.u16(2);
  line.put(", code ");
  put_name(line, type < std::size(code_names) ? code_names[type] : Names{}, code, "invalid (0x", 4);
  print_data(line, in);
}

void print_vendor(Line& line, View in) {
  const uint32_t vendor = take(in, 4).u32(0);
  line.put(", vendor 0x", Hex{vendor, 8}, " (", vendor_name(vendor), ')');
  if (vendor == big_switch)
    print_big_switch(line, in);
  else
    print_data(line, in);
}

void print_features(Line& line, View in) {
  constexpr uint32_t known_capabilities = 0xff, known_actions = 0xfff;
  const View head = take(in, 24);
  line.put("\n\t dpid 0x", Hex{head.u64(0), 16});
  line.put(", n_buffers ", head.u32(8));
  line.put(", n_tables ", head.u8(12));
  const uint32_t capabilities = head.u32(16);
  line.put("\n\t capabilities 0x", Hex{capabilities, 8});
  put_bits(line, capability_names, capabilities, known_capabilities);
  const uint32_t actions = head.u32(20);
  line.put("\n\t actions 0x", Hex{actions, 8});
  put_bits(line, action_bit_names, actions, known_actions);
  print_ports(line, in);
}

void print_configuration(Line& line, View in) {
  expect(in, 4);
  line.put("\n\t flags ");
  put_name(line, fragment_names, in.u16(0), "invalid (0x", 4);
  line.put(", miss_send_len ", in.u16(2));
}

void print_packet_data(Line& line, View in) {
  if (in.length() == 0) return;
  line.put("\n\t data (", in.length(), " octets)");
  if (line.options.verbose < 3) return in.need(0, in.length());
  line.put(", frame decoding below\n");
  in.need(0, in.length());
  line.print(ids::ethernet, in);
}

void print_packet_in(Line& line, View in) {
  const View head = take(in, 10);
  line.put("\n\t buffer_id ");
  put_buffer(line, head.u32(0));
  line.put(", total_len ", head.u16(4));
  line.put(", in_port ", port_name(head.u16(6)));
  const uint8_t reason = head.u8(8);
  line.put(", reason ");
  put_name(line, packet_in_names, reason, "invalid (0x", 2);
  head.need(9, 1);
  print_packet_data(line, in);
}

void print_flow_removed(Line& line, View in) {
  expect(in, 80);
  print_match(line, take(in, 40), "\n\t ");
  line.put("\n\t cookie 0x", Hex{in.u64(0), 16});
  if (const uint16_t priority = in.u16(8); priority != 0) line.put(", priority ", priority);
  const uint8_t reason = in.u8(10);
  line.put(", reason ");
  put_name(line, removed_names, reason, "unknown (0x", 2);
  line.put(", duration_sec ", in.u32(12));
  line.put(", duration_nsec ", in.u32(16));
  if (const uint16_t idle = in.u16(20); idle != 0) line.put(", idle_timeout ", idle);
  line.put(", packet_count ", in.u64(24));
  line.put(", byte_count ", in.u64(32));
}

void print_port_status(Line& line, View in) {
  expect(in, 56);
  line.put("\n\t reason ");
  put_name(line, port_reason_names, in.u8(0), "invalid (0x", 2);
  in.need(0, 8);
  print_ports(line, in.from(8));
}

void print_packet_out(Line& line, View in) {
  const View head = take(in, 8);
  line.put("\n\t buffer_id 0x", Hex{head.u32(0), 8});
  line.put(", in_port ", port_name(head.u16(4)));
  const size_t actions = head.u16(6);
  print_actions(line, take(in, actions), "\n\t ");
  print_packet_data(line, in);
}

void print_flow_mod(Line& line, View in) {
  constexpr uint32_t known_flags = 7;
  if (in.length() < 64) throw Malformed{};
  print_match(line, take(in, 40), "\n\t ");
  const View head = take(in, 24);
  line.put("\n\t cookie 0x", Hex{head.u64(0), 16});
  const uint16_t command = head.u16(8);
  line.put(", command ");
  put_name(line, command_names, command, "invalid (0x", 4);
  if (const uint16_t idle = head.u16(10); idle != 0) line.put(", idle_timeout ", idle);
  if (const uint16_t hard = head.u16(12); hard != 0) line.put(", hard_timeout ", hard);
  if (const uint16_t priority = head.u16(14); priority != 0) line.put(", priority ", priority);
  const uint32_t buffer = head.u32(16);
  if (command == Add || command == Modify || command == ModifyStrict) {
    line.put(", buffer_id ");
    put_buffer(line, buffer);
  }
  const uint16_t port = head.u16(20);
  if (command == Delete || command == DeleteStrict) line.put(", out_port ", port_name(port));
  const uint16_t flags = head.u16(22);
  line.put(", flags 0x", Hex{flags, 4});
  put_bits(line, flow_flag_names, flags, known_flags);
  print_actions(line, in, "\n\t ");
}

void print_port_mod(Line& line, View in) {
  constexpr uint32_t known_config = 0x7f, known_features = 0xfff;
  expect(in, 24);
  line.put("\n\t port_no ", port_name(in.u16(0)));
  line.put(", hw_addr ", MacText{in.at_least(2, 6)});
  line.put("\n\t config 0x", Hex{in.u32(8), 8});
  put_bits(line, port_config_names, in.u32(8), known_config);
  line.put("\n\t mask 0x", Hex{in.u32(12), 8});
  put_bits(line, port_config_names, in.u32(12), known_config);
  line.put("\n\t advertise 0x", Hex{in.u32(16), 8});
  put_bits(line, link_feature_names, in.u32(16), known_features);
}

void print_properties(Line& line, View in) {
  constexpr uint16_t min_rate = 1, largest_rate = 1000;
  while (in.length() > 0) {
    if (in.length() < 8) throw Malformed{};
    const uint16_t property = in.u16(0);
    const size_t length = in.u16(2);
    line.put("\n\t   property ");
    put_name(line, property_names, property, "invalid (0x", 4);
    line.put(", len ", length);
    if (length < 8 || length > in.length()) throw Malformed{};
    const View content = take(in, length).from(8);
    if (property == min_rate && content.length() == 8) {
      const uint16_t rate = content.u16(0);
      if (rate > largest_rate)
        line.put(", rate disabled");
      else
        line.put(", rate ", rate / 10, '.', rate % 10, '%');
    } else if (property == min_rate) {
      line.put(" (bogus)");
    } else {
      print_data(line, content, "\n\t    ");
    }
  }
}

void print_queues(Line& line, View in) {
  line.put("\n\t port ", port_name(take(in, 8).u16(0)));
  while (in.length() > 0) {
    if (in.length() < 8) throw Malformed{};
    line.put("\n\t  queue_id ", in.u32(0));
    const size_t length = in.u16(4);
    line.put(", len ", length);
    if (length < 8 || length > in.length()) throw Malformed{};
    const View properties = take(in, length).from(8);
    if (detailed(line))
      print_properties(line, properties);
    else
      properties.need(0, properties.length());
  }
}

/// Whether a body has the size of its structure, or at least that of its fixed part.
bool body_fits(uint8_t type, size_t length) {
  switch (type) {
    case FeaturesRequest:
    case GetConfigRequest:
    case BarrierRequest:
    case BarrierReply: return length == 0;
    case GetConfigReply:
    case SetConfig:
    case QueueGetConfigRequest: return length == 4;
    case FlowRemoved: return length == 80;
    case PortStatus: return length == 56;
    case PortMod: return length == 24;
    case FeaturesReply: return length >= 24;
    case PacketIn: return length >= 10;
    case PacketOut:
    case QueueGetConfigReply: return length >= 8;
    case FlowMod: return length >= 64;
    case Error:
    case Vendor:
    case StatsRequest:
    case StatsReply: return length >= 4;
    default: return true;
  }
}

}  // namespace

void print_body_1_0(Line& line, uint8_t type, View in) {
  // Sizes are looked at however little is shown.
  if (!body_fits(type, in.length())) throw Malformed{};
  if (line.options.verbose < 1) return in.need(0, in.length());
  switch (type) {
    case Hello:
    case EchoRequest:
    case EchoReply: return print_data(line, in);
    case Error: return print_error(line, in);
    case Vendor: return print_vendor(line, in);
    case FeaturesRequest:
    case GetConfigRequest:
    case BarrierRequest:
    case BarrierReply: return expect(in, 0);
    case FeaturesReply: return print_features(line, in);
    case GetConfigReply:
    case SetConfig: return print_configuration(line, in);
    case PacketIn: return print_packet_in(line, in);
    case FlowRemoved: return print_flow_removed(line, in);
    case PortStatus: return print_port_status(line, in);
    case PacketOut: return print_packet_out(line, in);
    case FlowMod: return print_flow_mod(line, in);
    case PortMod: return print_port_mod(line, in);
    case StatsRequest: return print_statistics_request(line, in);
    case StatsReply: return print_statistics_reply(line, in);
    case QueueGetConfigRequest:
      expect(in, 4);
      line.put("\n\t port ", port_name(in.u16(0)));
      return;
    case QueueGetConfigReply: return print_queues(line, in);
    default: return in.need(0, in.length());
  }
}

}  // namespace wiretale::openflow
