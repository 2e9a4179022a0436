// What organizations define for LLDP, in the field tree: IEEE 802.1 (annex D), IEEE 802.3 (clause 79) and
// LLDP-MED (ANSI/TIA-1057).
#include <algorithm>

#include "protocols/link/lldp_tree.h"

namespace wiretale::lldp {
namespace {

void put_bits(FieldCursor& in, const Field& all, size_t length, std::span<const Field* const> bits) {
  const size_t at = in.at;
  in.put(all, length);
  const Deeper below(in.out);
  for (const Field* bit : bits) in.out.put_in(at, *bit);
}

void put_vlan(FieldCursor& in, const Field& id) {
  const auto number = static_cast<uint16_t>(in.number(2));
  in.put(id, 2).label(id.label, ": ", number, " (0x", Hex{number, 4}, ')');
}

void put_speeds(FieldCursor& in) {
  static constexpr const Field* speeds[] = {&field::ieee_802_3_pmd_auto_neg_advertised_caps_1000base_tfd,
                                            &field::ieee_802_3_pmd_auto_neg_advertised_caps_1000base_t,
                                            &field::ieee_802_3_pmd_auto_neg_advertised_caps_1000base_xfd,
                                            &field::ieee_802_3_pmd_auto_neg_advertised_caps_1000base_x,
                                            &field::ieee_802_3_pmd_auto_neg_advertised_caps_fdx_bpause,
                                            &field::ieee_802_3_pmd_auto_neg_advertised_caps_fdx_spause,
                                            &field::ieee_802_3_pmd_auto_neg_advertised_caps_fdx_apause,
                                            &field::ieee_802_3_pmd_auto_neg_advertised_caps_fdx_pause,
                                            &field::ieee_802_3_pmd_auto_neg_advertised_caps_100base_t2fd,
                                            &field::ieee_802_3_pmd_auto_neg_advertised_caps_100base_t2,
                                            &field::ieee_802_3_pmd_auto_neg_advertised_caps_100base_txfd,
                                            &field::ieee_802_3_pmd_auto_neg_advertised_caps_100base_tx,
                                            &field::ieee_802_3_pmd_auto_neg_advertised_caps_100base_t4,
                                            &field::ieee_802_3_pmd_auto_neg_advertised_caps_10base_tfd,
                                            &field::ieee_802_3_pmd_auto_neg_advertised_caps_10base_t,
                                            &field::ieee_802_3_pmd_auto_neg_advertised_caps_other};
  static constexpr const Field* inverse[] = {&field::ieee_802_3_pmd_auto_neg_advertised_caps_inv_1000base_tfd,
                                             &field::ieee_802_3_pmd_auto_neg_advertised_caps_inv_1000base_t,
                                             &field::ieee_802_3_pmd_auto_neg_advertised_caps_inv_1000base_xfd,
                                             &field::ieee_802_3_pmd_auto_neg_advertised_caps_inv_1000base_x,
                                             &field::ieee_802_3_pmd_auto_neg_advertised_caps_inv_fdx_bpause,
                                             &field::ieee_802_3_pmd_auto_neg_advertised_caps_inv_fdx_spause,
                                             &field::ieee_802_3_pmd_auto_neg_advertised_caps_inv_fdx_apause,
                                             &field::ieee_802_3_pmd_auto_neg_advertised_caps_inv_fdx_pause,
                                             &field::ieee_802_3_pmd_auto_neg_advertised_caps_inv_100base_t2fd,
                                             &field::ieee_802_3_pmd_auto_neg_advertised_caps_inv_100base_t2,
                                             &field::ieee_802_3_pmd_auto_neg_advertised_caps_inv_100base_txfd,
                                             &field::ieee_802_3_pmd_auto_neg_advertised_caps_inv_100base_tx,
                                             &field::ieee_802_3_pmd_auto_neg_advertised_caps_inv_100base_t4,
                                             &field::ieee_802_3_pmd_auto_neg_advertised_caps_inv_10base_tfd,
                                             &field::ieee_802_3_pmd_auto_neg_advertised_caps_inv_10base_t,
                                             &field::ieee_802_3_pmd_auto_neg_advertised_caps_inv_other};
  const size_t at = in.at;
  put_bits(in, field::ieee_802_3_pmd_auto_neg_advertised_caps, 2, speeds);
  in.out.put_words(at, 2, "Same in inverse (wrong) bitorder");
  const Deeper below(in.out);
  for (const Field* bit : inverse) in.out.put_in(at, *bit);
}

void put_civic_address(FieldCursor& in) {
  in.put(field::media_civic_length, 1);
  in.put(field::media_civic_what, 1);
  in.put(field::media_civic_country, 2);
  while (in.left() >= 2) {
    in.put(field::media_civic_type, 1);
    const auto size = static_cast<size_t>(in.number(1));
    in.out.put_words(in.at, 1, "CA Length: ", size);
    in.skip(1);
    if (size > 0) in.put(field::media_civic_value, size);
  }
}

void put_power(FieldCursor& in) {
  const uint64_t type = in.number(1) >> 6, source = in.number(1) >> 4 & 3;
  in.out.put_in(in.at, field::media_power_type);
  const bool supply = (type & 1) == 0;
  constexpr std::string_view of_supply[] = {"Unknown", "Primary Power Source", "Backup Power Source",
                                            "Reserved"};
  constexpr std::string_view of_device[] = {"Unknown", "PSE", "Local", "PSE and Local"};
  Item line = in.out.put_in(in.at, field::media_power_source);
  line.more(' ', supply ? of_supply[source] : of_device[source]);
  in.out.put_in(in.at, field::media_power_prio);
  in.skip(1);
  const uint64_t value = in.number(2);
  in.put(field::media_power_value, 2).label("Power Value: ", value * 100, " mW");
}

}  // namespace

void put_8021(FieldCursor& in, unsigned subtype) {
  enum Kind : uint8_t { port_vlan = 1, port_and_protocol, vlan_name, protocol_identity };
  switch (subtype) {
    case port_vlan: return put_vlan(in, field::ieee_802_1_port_vlan_id);
    case port_and_protocol: {
      static constexpr const Field* bits[] = {&field::ieee_802_1_port_and_vlan_id_flag_supported,
                                              &field::ieee_802_1_port_and_vlan_id_flag_enabled};
      put_bits(in, field::ieee_802_1_port_and_vlan_id_flag, 1, bits);
      return put_vlan(in, field::ieee_802_1_port_proto_vlan_id);
    }
    case vlan_name: {
      put_vlan(in, field::ieee_802_1_vlan_id);
      const auto size = static_cast<size_t>(in.number(1));
      in.put(field::ieee_802_1_vlan_name_len, 1);
      if (size == 0) return;
      const Bytes name = in.peek(size);
      const auto end = std::find(name.begin(), name.end(), 0);
      in.out.put_text(field::ieee_802_1_vlan_name, in.at, size,
                      name.first(static_cast<size_t>(end - name.begin())));
      return;
    }
    case protocol_identity: {
      const auto size = static_cast<size_t>(in.number(1));
      in.put(field::ieee_802_1_proto_id_length, 1);
      if (size > 0) in.put(field::ieee_802_1_proto_id, size);
      return;
    }
    default:
      if (in.left() > 0) in.put(field::unknown_subtype_content, in.left());
  }
}

void put_8023(FieldCursor& in, unsigned subtype) {
  enum Kind : uint8_t { physical = 1, power, aggregation, frame_size };
  switch (subtype) {
    case physical: {
      static constexpr const Field* bits[] = {&field::ieee_802_3_mac_phy_auto_neg_status_supported,
                                              &field::ieee_802_3_mac_phy_auto_neg_status_enabled};
      put_bits(in, field::ieee_802_3_mac_phy_auto_neg_status, 1, bits);
      put_speeds(in);
      in.put(field::ieee_802_3_pmd_mau_type, 2);
      return;
    }
    case power: {
      static constexpr const Field* bits[] = {
          &field::ieee_802_3_mdi_power_support_port_class, &field::ieee_802_3_mdi_power_support_supported,
          &field::ieee_802_3_mdi_power_support_enabled, &field::ieee_802_3_mdi_power_support_pse_pairs};
      put_bits(in, field::ieee_802_3_mdi_power_support, 1, bits);
      in.put(field::ieee_802_3_mdi_pse_pair, 1);
      in.put(field::ieee_802_3_mdi_power_class, 1);
      return;
    }
    case aggregation: {
      static constexpr const Field* bits[] = {&field::ieee_802_3_aggregation_status_cap,
                                              &field::ieee_802_3_aggregation_status_enabled};
      in.out.expert(field::tlv_deprecated, ExpertSeverity::Warning, ExpertGroup::Protocol,
                    field::tlv_deprecated.label);
      put_bits(in, field::ieee_802_3_aggregation_status, 1, bits);
      in.put(field::ieee_802_3_aggregated_port_id, 4);
      return;
    }
    case frame_size: in.put(field::ieee_802_3_max_frame_size, 2); return;
    default:
      if (in.left() > 0) in.put(field::unknown_subtype_content, in.left());
  }
}

void put_media(FieldCursor& in, unsigned subtype) {
  enum Kind : uint8_t { capabilities = 1, policy, location, power, hardware };
  enum Format : uint8_t { civic = 2, emergency = 3 };
  static constexpr const Field* inventory[] = {
      &field::media_hardware,     &field::media_firmware, &field::media_software, &field::media_sn,
      &field::media_manufacturer, &field::media_model,    &field::media_asset};
  switch (subtype) {
    case capabilities: {
      static constexpr const Field* bits[] = {
          &field::media_subtype_caps_llpd,        &field::media_subtype_caps_network_policy,
          &field::media_subtype_caps_location_id, &field::media_subtype_caps_mdi_pse,
          &field::media_subtype_caps_mid_pd,      &field::media_subtype_caps_inventory};
      put_bits(in, field::media_subtype_caps, 2, bits);
      in.put(field::media_subtype_class, 1);
      return;
    }
    case policy:
      in.put(field::media_app_type, 1);
      (void)in.peek(3);
      for (const Field* each : {&field::media_policy_flag, &field::media_tag_flag, &field::media_vlan_id,
                                &field::media_l2_prio, &field::media_dscp})
        in.out.put_in(in.at, *each);
      return;
    case location: {
      const uint64_t format = in.number(1);
      in.put(field::media_loc_data_format, 1);
      if (format == civic) return put_civic_address(in);
      if (format == emergency && in.left() > 0) in.put(field::media_ecs, in.left());
      return;
    }
    case power: return put_power(in);
    default:
      if (subtype >= hardware && subtype < hardware + std::size(inventory)) {
        if (in.left() > 0) in.put(*inventory[subtype - hardware], in.left());
      } else if (in.left() > 0) {
        in.put(field::unknown_subtype_content, in.left());
      }
  }
}

}  // namespace wiretale::lldp
