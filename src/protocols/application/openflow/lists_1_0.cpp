// OpenFlow 1.0's parts that several messages have: matches, actions and ports; and Big Switch Networks'
// messages.
#include "protocols/application/openflow/openflow.h"
#include "protocols/application/openflow/openflow_names.h"

namespace wiretale::openflow {
namespace {

using namespace v10;

constexpr size_t match_length = 40, port_length = 48;

Named port_name(uint16_t port) { return {port_names, port, ""}; }

void put_vlan(Line& line, uint16_t vlan) {
  constexpr uint16_t no_vlan = 0xffff, largest = 4094;
  if (vlan == no_vlan)
    line.put("NONE");
  else
    line.put(vlan, vlan == 0 || vlan > largest ? " (bogus)" : "");
}

void put_priority(Line& line, uint8_t priority) { line.put(priority, priority > 7 ? " (bogus)" : ""); }

void print_mirror(Line& line, View in) {
  expect(in, 12);
  line.put(", dest_port ", in.u32(0));
  const uint32_t vlan = in.u32(4);
  // The upper half says of which kind the tag in the lower half is.
  switch (vlan >> 16) {
    case 0: line.put(", vlan_tag none"); break;
    case 0x8100:
      line.put(", vlan_tag 802.1Q (vlan ", vlan & 0xfff, ", p ", vlan >> 13 & 7,
               (vlan & 0x1000) != 0 ? ", DEI" : "", ')');
      break;
    default: line.put(", vlan_tag unknown (0x", Hex{vlan >> 16, 4}, ')'); break;
  }
  line.put(", copy_stage ", Named{copy_stage_names, in.u8(8), "unknown (", ")"});
}

void print_vendor_action(Line& line, View in) {
  if (in.length() < 4) throw Malformed{};
  const uint32_t vendor = take(in, 4).u32(0);
  line.put(", vendor 0x", Hex{vendor, 8}, " (", vendor_name(vendor), ')');
  if (vendor != big_switch) return print_data(line, in);
  constexpr uint32_t mirror = 1;
  const uint32_t subtype = take(in, 4).u32(0);
  line.put("\n\t  subtype ");
  put_name(line, big_switch_action_names, subtype, "unknown (0x", 8);
  if (subtype == mirror) return print_mirror(line, in);
  in.need(0, in.length());
}

/// What an action's type wants as its length, or 0 where any is right.
size_t action_length(uint16_t type) {
  switch (type) {
    case Output:
    case SetVlanVid:
    case SetVlanPcp:
    case StripVlan:
    case SetNwSrc:
    case SetNwDst:
    case SetNwTos:
    case SetTpSrc:
    case SetTpDst: return 8;
    case SetDlSrc:
    case SetDlDst:
    case Enqueue: return 16;
    default: return 0;
  }
}

void print_action(Line& line, uint16_t type, View in) {
  switch (type) {
    case Output: {
      const uint16_t port = in.u16(0);
      line.put(", port ", port_name(port));
      if (port == controller_port) line.put(", max_len ", in.u16(2));
      break;
    }
    case SetVlanVid:
      line.put(", vlan_vid ");
      put_vlan(line, in.u16(0));
      break;
    case SetVlanPcp:
      line.put(", vlan_pcp ");
      put_priority(line, in.u8(0));
      break;
    case SetDlSrc:
    case SetDlDst: line.put(", dl_addr ", MacText{in.at_least(0, 6)}); break;
    case SetNwSrc:
    case SetNwDst: line.put(", nw_addr ", Ipv4Text{in.at_least(0, 4)}); break;
    case SetNwTos: line.put(", nw_tos 0x", Hex{in.u8(0), 2}); break;
    case SetTpSrc:
    case SetTpDst: line.put(", tp_port ", in.u16(0)); break;
    case Enqueue:
      line.put(", port ", port_name(in.u16(0)), ", queue_id ", Named{queue_names, in.u32(8), ""});
      break;
    case VendorAction: return print_vendor_action(line, in);
    default: break;
  }
  in.need(0, in.length());
}

}  // namespace

void print_match(Line& line, View in, std::string_view indent) {
  constexpr uint32_t known = 0x3fffff;
  constexpr uint16_t type_ipv4 = 0x0800, type_arp = 0x0806;
  constexpr uint8_t protocol_icmp = 1;
  expect(in, match_length);
  const uint32_t wild = in.u32(0);
  const auto fixed = [wild](uint32_t bit) { return (wild & bit) == 0; };
  const auto put_prefix = [&] { line.put(indent, "match "); };
  if ((wild & ~known) != 0) line.put(indent, "wildcards 0x", Hex{wild, 8}, " (bogus)");
  if (fixed(InPort)) {
    const auto value = in.u16(4);
    put_prefix();
    line.put("in_port ", port_name(value));
  }
  if (fixed(DlSrc)) {
    const MacText value{in.at_least(6, 6)};
    put_prefix();
    line.put("dl_src ", value);
  }
  if (fixed(DlDst)) {
    const MacText value{in.at_least(12, 6)};
    put_prefix();
    line.put("dl_dst ", value);
  }
  if (fixed(DlVlan)) {
    const auto value = in.u16(18);
    put_prefix();
    line.put("dl_vlan ");
    put_vlan(line, value);
  }
  if (fixed(DlVlanPcp)) {
    const auto value = in.u8(20);
    put_prefix();
    line.put("dl_vlan_pcp ");
    put_priority(line, value);
  }
  const uint16_t ether_type = in.u16(22);
  if (fixed(DlType)) {
    put_prefix();
    line.put("dl_type 0x", Hex{ether_type, 4});
  }
  if (fixed(NwTos)) {
    const auto value = in.u8(24);
    put_prefix();
    line.put("nw_tos 0x", Hex{value, 2});
  }
  const uint8_t protocol = in.u8(25);
  if (fixed(NwProto)) {
    put_prefix();
    line.put(fixed(DlType) && ether_type == type_arp ? "arp_opcode " : "nw_proto ", protocol);
  }
  for (const bool source : {true, false}) {
    const unsigned free_bits = wild >> (source ? 8 : 14) & 0x3f;
    if (free_bits >= 32) continue;
    const Ipv4Text value{in.at_least(source ? 28 : 32, 4)};
    put_prefix();
    line.put(source ? "nw_src " : "nw_dst ", value, '/', 32 - free_bits);
  }
  const bool icmp = fixed(DlType) && ether_type == type_ipv4 && fixed(NwProto) && protocol == protocol_icmp;
  if (fixed(TpSrc)) {
    const uint16_t value = in.u16(36);
    put_prefix();
    line.put(icmp ? "icmp_type " : "tp_src ", value);
  }
  if (fixed(TpDst)) {
    const uint16_t value = in.u16(38);
    put_prefix();
    line.put(icmp ? "icmp_code " : "tp_dst ", value);
  }
}

void print_actions(Line& line, View in, std::string_view indent) {
  constexpr size_t header_length = 4, smallest = 8;
  while (in.length() > 0) {
    if (in.length() < smallest) throw Malformed{};
    const uint16_t type = in.u16(0);
    line.put(indent, "action type ");
    put_name(line, action_names, type, "invalid (0x", 4);
    const size_t length = in.u16(2);
    line.put(", len ", length);
    if (length < smallest || length % 8 != 0 || length > in.length()) throw Malformed{};
    const View action = take(in, length);
    const size_t wanted = action_length(type);
    if (wanted != 0 && wanted != length) {
      line.put(" (bogus)");
      action.need(0, length);
      continue;
    }
    print_action(line, type, action.from(header_length));
  }
}

void print_ports(Line& line, View in) {
  constexpr uint32_t known_config = 0x7f, known_state = 0x301, known_features = 0xfff;
  constexpr uint32_t spanning_tree = 0x300, link_down = 1;
  while (in.length() > 0) {
    const View port = take(in, port_length);
    line.put("\n\t  port_no ", port_name(port.u16(0)));
    line.put(", hw_addr ", MacText{port.at_least(2, 6)});
    line.put(", name ");
    put_quoted(line, port.part(8, 16));
    if (!detailed(line)) {
      port.need(0, port_length);
      continue;
    }
    const uint32_t configuration = port.u32(24), state = port.u32(28);
    line.put("\n\t   config 0x", Hex{configuration, 8});
    put_bits(line, port_config_names, configuration, known_config);
    line.put("\n\t   state 0x", Hex{state, 8}, " (", find_name(spanning_tree_names, state & spanning_tree),
             (state & link_down) != 0 ? ", LINK_DOWN" : "", ')',
             (state & ~known_state) != 0 ? " (bogus)" : "");
    constexpr std::string_view names[] = {"curr", "advertised", "supported", "peer"};
    for (size_t i = 0; i < std::size(names); ++i) {
      const uint32_t features = port.u32(32 + 4 * i);
      line.put("\n\t   ", names[i], " 0x", Hex{features, 8});
      put_bits(line, link_feature_names, features, known_features);
    }
  }
}

void print_big_switch(Line& line, View in) {
  enum Subtype : uint32_t {
    SetIpMask,
    GetIpMaskRequest,
    GetIpMaskReply,
    SetMirroring,
    GetMirroringRequest,
    GetMirroringReply,
    ShellCommand,
    ShellOutput,
    ShellStatus,
    GetInterfacesRequest,
    GetL2TableRequest = 13,
    VirtualPortRemoveRequest = 17,
    BandwidthGetRequest = 19,
    BandwidthClearRequest = 21,
    HybridGetRequest = 27
  };
  if (in.length() < 4) throw Malformed{};
  const uint32_t subtype = take(in, 4).u32(0);
  line.put("\n\t subtype ");
  put_name(line, big_switch_names, subtype, "unknown (0x", 8);
  switch (subtype) {
    case SetIpMask:
    case GetIpMaskReply:
      expect(in, 8);
      line.put(", index ", in.u8(0));
      line.put(", mask ", Ipv4Text{in.at_least(4, 4)});
      break;
    case GetIpMaskRequest:
      expect(in, 8);
      line.put(", index ", in.u8(0));
      break;
    case SetMirroring:
    case GetMirroringRequest:
    case GetMirroringReply:
      expect(in, 4);
      line.put(", report_mirror_ports ", Named{switch_names, in.u8(0), "bogus (", ")"});
      break;
    case ShellCommand: {
      const uint32_t service = take(in, 4).u32(0);
      line.put(", service ", service);
      [[fallthrough]];
    }
    case ShellOutput:
      line.put(", data '", CaretNotation{in.available(0, in.length())});
      in.need(0, in.length());
      line.put('\'');
      break;
    case ShellStatus:
      expect(in, 4);
      line.put(", status 0x", Hex{in.u32(0), 8});
      break;
    case GetInterfacesRequest:
    case GetL2TableRequest:
    case BandwidthGetRequest:
    case BandwidthClearRequest:
    case HybridGetRequest: expect(in, 0); break;
    case VirtualPortRemoveRequest:
      expect(in, 4);
      line.put(", vport_no ", in.u32(0));
      break;
    default: break;
  }
  in.need(0, in.length());
}

}  // namespace wiretale::openflow
