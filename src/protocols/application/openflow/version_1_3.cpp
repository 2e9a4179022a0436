// OpenFlow 1.3 (ONF TS-006): the bodies of its smaller messages; of flows, groups and multipart messages the
// line tells the header only.
#include "protocols/application/openflow/openflow.h"
#include "protocols/application/openflow/openflow_names.h"

namespace wiretale::openflow {
namespace {

using namespace v13;

constexpr uint32_t known_config = 0x65, known_state = 7, known_features = 0xffff;

Named port_name(uint32_t port) { return {port_names, port, ""}; }

void put_word(Line& line, std::string_view before, uint32_t word, Names names, uint32_t known) {
  line.put(before, " 0x", Hex{word, 8});
  put_bits(line, names, word, known);
}

void print_hello(Line& line, View in) {
  constexpr size_t header_length = 4;
  constexpr uint16_t version_bitmap = 1;
  constexpr uint32_t known_versions = 0x3f;
  while (in.length() > 0) {
    if (in.length() < header_length) throw Malformed{};
    const uint16_t type = in.u16(0);
    line.put("\n\t type ");
    put_name(line, element_names, type, "unknown (0x", 4);
    const size_t length = in.u16(2);
    line.put(", length ", length);
    if (length < header_length || length > in.length()) throw Malformed{};
    const View content = take(in, length).from(header_length);
    if (type == version_bitmap) {
      // Versions beyond the first 31 would follow.
      if (content.length() < 4) throw Malformed{};
      put_word(line, ", bitmap", content.u32(0), version_bit_names, known_versions);
      content.need(0, content.length());
    } else {
      print_data(line, content);
    }
  }
}

void print_error(Line& line, View in) {
  constexpr uint16_t experimenter = 0xffff;
  const View head = take(in, 4);
  const uint16_t type = head.u16(0);
  line.put("\n\t type ");
  put_name(line, error_names, type, "invalid (0x", 4);
  const uint16_t code = head.u16(2);
  if (type == experimenter) {
    line.put(", exp_type 0x", Hex{code, 4});
  } else {
    line.put(", code ");
    put_name(line, type < std::size(code_names) ? code_names[type] : Names{}, code, "invalid (0x", 4);
  }
  print_data(line, in);
}

void print_experimenter(Line& line, View in) {
  const View head = take(in, 8);
  const uint32_t number = head.u32(0);
  line.put("\n\t experimenter 0x", Hex{number, 8}, " (", vendor_name(number), ')');
  line.put(", exp_type 0x", Hex{head.u32(4), 8});
  print_data(line, in);
}

void print_features(Line& line, View in) {
  constexpr uint32_t known_capabilities = 0x16f;
  expect(in, 24);
  line.put("\n\t dpid 0x", Hex{in.u64(0), 16});
  line.put(", n_buffers ", in.u32(8));
  line.put(", n_tables ", in.u8(12));
  line.put(", auxiliary_id ", in.u8(13));
  put_word(line, "\n\t capabilities", in.u32(16), capability_names, known_capabilities);
  in.need(0, 24);
}

void print_configuration(Line& line, View in) {
  expect(in, 4);
  line.put("\n\t flags ");
  put_name(line, fragment_names, in.u16(0), "invalid (0x", 4);
  line.put(", miss_send_len ", Named{miss_length_names, in.u16(2), ""});
}

void print_port_status(Line& line, View in) {
  expect(in, 72);
  line.put("\n\t reason ");
  put_name(line, port_reason_names, in.u8(0), "invalid (0x", 2);
  in = in.from(8);
  line.put("\n\t  port_no ", port_name(in.u32(0)));
  line.put(", hw_addr ", MacText{in.at_least(8, 6)});
  line.put(", name ");
  put_quoted(line, in.part(16, 16));
  if (!detailed(line)) return in.need(0, in.length());
  put_word(line, "\n\t   config", in.u32(32), port_config_names, known_config);
  put_word(line, "\n\t   state", in.u32(36), port_state_names, known_state);
  put_word(line, "\n\t   curr", in.u32(40), link_feature_names, known_features);
  put_word(line, "\n\t   advertised", in.u32(44), link_feature_names, known_features);
  put_word(line, "\n\t   supported", in.u32(48), link_feature_names, known_features);
  put_word(line, "\n\t   peer", in.u32(52), link_feature_names, known_features);
  line.put("\n\t   curr_speed ", in.u32(56), "kbps");
  line.put("\n\t   max_speed ", in.u32(60), "kbps");
}

void print_port_mod(Line& line, View in) {
  expect(in, 32);
  line.put("\n\t port_no ", port_name(in.u32(0)));
  line.put(", hw_addr ", MacText{in.at_least(8, 6)});
  put_word(line, "\n\t  config", in.u32(16), port_config_names, known_config);
  put_word(line, "\n\t  mask", in.u32(20), port_config_names, known_config);
  put_word(line, "\n\t  advertise", in.u32(24), link_feature_names, known_features);
  in.need(0, 32);
}

void print_table_mod(Line& line, View in) {
  expect(in, 8);
  line.put("\n\t table_id ", Named{table_names, in.u8(0), ""});
  const uint32_t configuration = in.u32(4);
  line.put(", config 0x", Hex{configuration, 8});
  if (configuration != 0) line.put(" (bogus)");
}

void print_role(Line& line, View in) {
  expect(in, 16);
  line.put("\n\t role ");
  put_name(line, role_names, in.u32(0), "invalid (0x", 8);
  line.put(", generation_id 0x", Hex{in.u64(8), 16});
}

void print_asynchronous(Line& line, View in) {
  constexpr uint32_t known_packets = 7, known_ports = 7;
  expect(in, 24);
  put_word(line, "\n\t packet_in_mask[EM]", in.u32(0), packet_in_bit_names, known_packets);
  put_word(line, "\n\t packet_in_mask[S]", in.u32(4), packet_in_bit_names, known_packets);
  put_word(line, "\n\t port_status_mask[EM]", in.u32(8), port_status_bit_names, known_ports);
  put_word(line, "\n\t port_status_mask[S]", in.u32(12), port_status_bit_names, known_ports);
  // The reference names these as those of ports.
  put_word(line, "\n\t flow_removed_mask[EM]", in.u32(16), port_status_bit_names, known_ports);
  put_word(line, "\n\t flow_removed_mask[S]", in.u32(20), port_status_bit_names, known_ports);
}

/// Whether a body has the size of its structure, or at least that of its fixed part.
bool body_fits(uint8_t type, size_t length) {
  switch (type) {
    case FeaturesRequest:
    case GetConfigRequest:
    case BarrierRequest:
    case BarrierReply:
    case GetAsyncRequest: return length == 0;
    case GetConfigReply:
    case SetConfig: return length == 4;
    case TableMod:
    case QueueGetConfigRequest: return length == 8;
    case RoleRequest:
    case RoleReply: return length == 16;
    case FeaturesReply:
    case GetAsyncReply:
    case SetAsync: return length == 24;
    case PortMod: return length == 32;
    case PortStatus: return length == 72;
    case Error: return length >= 4;
    case Experimenter: return length >= 8;
    default: return true;
  }
}

}  // namespace

void print_body_1_3(Line& line, uint8_t type, View in) {
  // Sizes are looked at however little is shown.
  if (!body_fits(type, in.length())) throw Malformed{};
  if (line.options.verbose < 1) return in.need(0, in.length());
  switch (type) {
    case Hello: return print_hello(line, in);
    case Error: return print_error(line, in);
    case EchoRequest:
    case EchoReply: return print_data(line, in);
    case Experimenter: return print_experimenter(line, in);
    case FeaturesRequest:
    case GetConfigRequest:
    case BarrierRequest:
    case BarrierReply:
    case GetAsyncRequest: return expect(in, 0);
    case FeaturesReply: return print_features(line, in);
    case GetConfigReply:
    case SetConfig: return print_configuration(line, in);
    case PortStatus: return print_port_status(line, in);
    case PortMod: return print_port_mod(line, in);
    case TableMod: return print_table_mod(line, in);
    case QueueGetConfigRequest:
      expect(in, 8);
      line.put("\n\t port ", port_name(in.u32(0)));
      return in.need(0, 8);
    case RoleRequest:
    case RoleReply: return print_role(line, in);
    case GetAsyncReply:
    case SetAsync: return print_asynchronous(line, in);
    default: return in.need(0, in.length());
  }
}

}  // namespace wiretale::openflow
