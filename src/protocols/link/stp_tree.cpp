// The spanning tree protocols in the field tree (IEEE 802.1D, 802.1w, 802.1s; Cisco's PVST).
#include "protocols/link/stp_tree.h"

#include <bit>

namespace wiretale::stp {
namespace {

enum Version : uint8_t { original = 0, rapid = 2, multiple = 3, shortest_path = 4 };
enum Kind : uint8_t { configuration = 0x00, rapid_configuration = 0x02, topology_change = 0x80 };

/// Places in a configuration BPDU.
constexpr size_t root_at = 5, cost_at = 13, bridge_at = 17, port_at = 25, times_at = 27, version_1_at = 35,
                 version_3_at = 36;

struct Identifier {
  const Field &priority, &extension, &mac;
};

void put_identifier(Bytes layer, size_t at, std::string_view label, const Identifier& own, FieldWriter& out) {
  const unsigned both = be16(&layer[at]), priority = both & 0xf000, extension = both & 0xfff;
  out.put_words(at, 8, label, ": ", priority, " / ", extension, " / ", MacText{&layer[at + 2]});
  const Deeper below(out);
  out.put(own.priority, at, 2, priority);
  out.put(own.extension, at, 2, extension);
  out.put(own.mac, at + 2, 6);
}

/// Times are in 1/256 seconds.
void put_time(Bytes layer, size_t at, const Field& field, FieldWriter& out) {
  const double seconds = be16(&layer[at]) / 256.0;
  out.put(field, at, 2, std::bit_cast<uint64_t>(seconds));
}

void put_flags(Bytes layer, bool is_rapid, FieldWriter& out) {
  const uint8_t set = layer[4];
  Item item = out.put(flags);
  if (item.has_label()) {
    bool first = true;
    const auto add = [&](std::string_view word) {
      item.more(first ? ", " : ", ", word);
      first = false;
    };
    if ((set & 0x80) != 0) add(change_ack.label);
    if (is_rapid) {
      if ((set & 0x40) != 0) add(agreement.label);
      if ((set & 0x20) != 0) add(forwarding.label);
      if ((set & 0x10) != 0) add(learning.label);
      item.more(first ? ", " : ", ", "Port Role: ", name_or(role.names, set >> 2 & 3u, "Unknown"));
      first = false;
      if ((set & 0x02) != 0) add(proposal.label);
    }
    if ((set & 0x01) != 0) add(change.label);
  }
  const Deeper below(out);
  out.put(change_ack);
  if (is_rapid)
    for (const Field* field : {&agreement, &forwarding, &learning, &role, &proposal}) out.put(*field);
  out.put(change);
}

void put_multiple(Bytes layer, FieldWriter& out) {
  constexpr size_t config_at = 38, instances_at = 102, instance_length = 16;
  if (layer.size() < instances_at) return;
  out.put_words(config_at, layer.size() - config_at, "MST Extension");
  const Deeper below(out);
  out.put(config_selector, 38, 1);
  size_t name_size = 32;
  while (name_size > 0 && layer[39 + name_size - 1] == 0) --name_size;
  out.put_text(config_name, 39, 32, layer.subspan(39, name_size));
  out.put(config_revision, 71, 2);
  out.put(config_digest, 73, 16);
  out.put(internal_cost, 89, 4);
  put_identifier(layer, 93, "CIST Bridge Identifier", {cist_priority, cist_extension, cist_mac}, out);
  out.put(remaining_hops, 101, 1);
  const size_t counted = be16(&layer[version_3_at]) + config_at, end = std::min(layer.size(), counted);
  for (size_t at = instances_at; at + instance_length <= end; at += instance_length) {
    const unsigned both = be16(&layer[at + 1]);
    out.put_words(at, instance_length, "MSTID ", both & 0xfff, ", Regional Root Identifier ", both & 0xf000,
                  " / ", MacText{&layer[at + 3]});
    const Deeper inside(out);
    out.put(instance_flags, at, 1);
    out.put(instance_root, at + 1, 2, both & 0xf000);
    out.put(instance_root_mac, at + 3, 6);
    out.put(instance_cost, at + 9, 4);
    out.put(instance_bridge_priority, at + 13, 1, layer[at + 13] >> 4);
    out.put(instance_port_priority, at + 14, 1, layer[at + 14] >> 4);
    out.put(instance_hops, at + 15, 1);
  }
}

void write_info(Bytes layer, FieldWriter& out) {
  if (!out.wants_columns()) return;
  out.protocol_column("STP");
  const uint8_t what = layer[3];
  if (what == topology_change) return out.info("Topology Change Notification");
  const bool is_rapid = what == rapid_configuration;
  const std::string_view name = !is_rapid                   ? "Conf. "
                                : layer[2] == shortest_path ? "SPT. "
                                : layer[2] == multiple      ? "MST. "
                                                            : "RST. ";
  const unsigned both = be16(&layer[root_at]);
  std::string_view mark;
  if ((layer[4] & 0x81) == 0x81)
    mark = "TC + ";
  else if ((layer[4] & 0x01) != 0)
    mark = "TC + ";
  out.info(name, mark, "Root = ", both & 0xf000, '/', both & 0xfff, '/', MacText{&layer[root_at + 2]},
           "  Cost = ", be32(&layer[cost_at]), "  Port = 0x", Hex{be16(&layer[port_at]), 4});
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  constexpr size_t configuration_length = 35;
  if (layer.size() < 4) return;
  const uint8_t what = layer[3];
  out.root().length(layer.size());
  if (what != topology_change && layer.size() < configuration_length) return;
  write_info(layer, out);
  out.put(protocol_id);
  out.put(version);
  out.put(kind);
  if (what == topology_change) return;
  const bool is_rapid = what == rapid_configuration;
  put_flags(layer, is_rapid, out);
  put_identifier(layer, root_at, "Root Identifier", {root_priority, root_extension, root_mac}, out);
  out.put(root_cost, cost_at, 4);
  put_identifier(layer, bridge_at, "Bridge Identifier", {bridge_priority, bridge_extension, bridge_mac}, out);
  out.put(port, port_at, 2);
  put_time(layer, times_at, message_age, out);
  put_time(layer, times_at + 2, max_age, out);
  put_time(layer, times_at + 4, hello, out);
  put_time(layer, times_at + 6, forward, out);
  if (!is_rapid) return;
  out.put(version_1_length, version_1_at, 1);
  if (layer[2] >= multiple && layer.size() > version_3_at + 2) {
    out.put(version_3_length, version_3_at, 2);
    put_multiple(layer, out);
    return;
  }
  // PVST+ tells the VLAN behind the BPDU.
  constexpr size_t tlv_at = 36;
  if (out.about.layer->end - out.about.layer->offset < tlv_at + 6 || layer.size() < tlv_at + 6) return;
  if (be16(&layer[tlv_at]) != 0 || be16(&layer[tlv_at + 2]) != 2) return;
  const unsigned number = be16(&layer[tlv_at + 4]);
  out.put_words(tlv_at, 6, "Originating VLAN (PVID): ", number);
  const Deeper below(out);
  out.put(pvst_type, tlv_at, 2).label("Type: Originating VLAN (0x0000)");
  out.put(pvst_length, tlv_at + 2, 2);
  out.put(pvst_vlan, tlv_at + 4, 2);
}

}  // namespace wiretale::stp
