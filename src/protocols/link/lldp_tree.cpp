// LLDP in the field tree (IEEE 802.1AB): a list of type-length-value elements.
#include "protocols/link/lldp_tree.h"

#include "packet/flag_lines.h"

namespace wiretale::lldp {
namespace {

enum Type : uint8_t {
  end_of_list,
  chassis_id,
  port_id,
  time_to_live,
  port_description,
  system_name,
  system_description,
  capabilities,
  management_address,
  organization_specific = 127
};
constexpr uint32_t ieee_8021 = 0x0080c2, ieee_8023 = 0x00120f, media = 0x0012bb;
constexpr uint8_t family_ipv4 = 1, family_ipv6 = 2, family_802 = 6;

void put_head(FieldWriter& out, size_t at) {
  out.put_in(at, field::tlv_type);
  out.put_in(at, field::tlv_len);
}

/// What chassis and port identifiers differ in.
struct Identifier {
  std::string_view title, kinds[8];
  const Field &subtype, &value, &mac, &ipv4, &ipv6;
  uint8_t mac_subtype, network_subtype;
};
constexpr Identifier chassis{"Chassis",
                             {"", "CC", "IA", "PC", "MA", "NA", "IN", "LA"},
                             field::chassis_subtype,
                             field::chassis_id,
                             field::chassis_id_mac,
                             field::chassis_id_ip4,
                             field::chassis_id_ip6,
                             4,
                             5};
constexpr Identifier port{"Port",
                          {"", "IA", "PC", "MA", "NA", "IN", "CI", "LA"},
                          field::port_subtype,
                          field::port_id,
                          field::port_id_mac,
                          field::port_id_ip4,
                          field::port_id_ip6,
                          3,
                          4};

Text identifier_words(const Identifier& what, unsigned subtype, Bytes value) {
  Text words(64);
  if (subtype == what.mac_subtype && value.size() == 6)
    words.put(MacText{value.data()});
  else if (subtype == what.network_subtype && value.size() == 5 && value[0] == family_ipv4)
    words.put(Ipv4Text{&value[1]});
  else if (subtype == what.network_subtype && value.size() == 17 && value[0] == family_ipv6)
    words.put(Ipv6Text{&value[1]});
  else
    words.append(std::string_view(reinterpret_cast<const char*>(value.data()), value.size()));
  return words;
}

void put_identifier(FieldCursor& in, const Identifier& what, size_t length) {
  FieldWriter& out = in.out;
  const size_t first = in.at;
  const Bytes all = in.peek(length + 2);
  if (length == 0) {
    in.skip(2);
    return;
  }
  const unsigned subtype = all[2];
  const Bytes value = all.subspan(3);
  const Text words = identifier_words(what, subtype, value);
  out.put_words(first, length + 2, what.title,
                " Subtype = ", name_or(what.subtype.names, subtype, "Reserved"), ", Id: ", words.view());
  out.more_info(subtype < 8 ? what.kinds[subtype] : std::string_view(), '/', words.view(), ' ');
  const Deeper below(out);
  put_head(out, first);
  in.skip(2);
  in.put(what.subtype, 1);
  if (subtype == what.mac_subtype && value.size() == 6) {
    in.put(what.mac, 6);
  } else if (subtype == what.network_subtype && !value.empty()) {
    in.put(field::network_address_subtype, 1);
    if (value[0] == family_ipv4 && value.size() == 5)
      in.put(what.ipv4, 4);
    else if (value[0] == family_ipv6 && value.size() == 17)
      in.put(what.ipv6, 16);
    else
      in.put(what.value, in.left());
  } else if (what.value.type == wiretale::Type::String || subtype >= 8) {
    in.put(what.value, value.size());
  } else {
    in.put(what.value, value.size()).label(what.value.label, ": ", words.view());
  }
}

void put_text_element(FieldCursor& in, std::string_view title, const Field& text, size_t length,
                      std::string_view column) {
  FieldWriter& out = in.out;
  const size_t first = in.at;
  const Bytes value = in.peek(length + 2).subspan(2);
  std::string_view words(reinterpret_cast<const char*>(value.data()), value.size());
  words = words.substr(0, words.find('\0'));
  out.put_words(first, length + 2, title, " = ", words);
  if (!column.empty()) out.more_info(column, words, ' ');
  const Deeper below(out);
  put_head(out, first);
  in.skip(2);
  out.put_text(text, in.at, length, words);
}

void put_capabilities(FieldCursor& in, size_t length) {
  static constexpr const Field* system[] = {&field::tlv_system_cap_other,
                                            &field::tlv_system_cap_repeater,
                                            &field::tlv_system_cap_bridge,
                                            &field::tlv_system_cap_wlan_access_pt,
                                            &field::tlv_system_cap_router,
                                            &field::tlv_system_cap_telephone,
                                            &field::tlv_system_cap_docsis_cable_device,
                                            &field::tlv_system_cap_station_only};
  static constexpr const Field* enabled[] = {&field::tlv_enable_system_cap_other,
                                             &field::tlv_enable_system_cap_repeater,
                                             &field::tlv_enable_system_cap_bridge,
                                             &field::tlv_enable_system_cap_wlan_access_pt,
                                             &field::tlv_enable_system_cap_router,
                                             &field::tlv_enable_system_cap_telephone,
                                             &field::tlv_enable_system_cap_docsis_cable_device,
                                             &field::tlv_enable_system_cap_station_only};
  FieldWriter& out = in.out;
  out.put_words(in.at, length + 2, "Capabilities");
  const Deeper below(out);
  put_head(out, in.at);
  in.skip(2);
  const auto put_one = [&](const Field& all, std::span<const Field* const> bits) {
    const size_t at = in.at;
    in.put(all, 2);
    const Deeper each(out);
    for (const Field* bit : bits) out.put_in(at, *bit);
  };
  put_one(field::tlv_system_cap, system);
  put_one(field::tlv_enable_system_cap, enabled);
}

void put_management_address(FieldCursor& in, size_t length) {
  FieldWriter& out = in.out;
  out.put_words(in.at, length + 2, "Management Address");
  const Deeper below(out);
  put_head(out, in.at);
  in.skip(2);
  const auto size = static_cast<size_t>(in.number(1));
  in.put(field::mgn_address_len, 1);
  const uint64_t family = in.number(1);
  in.put(field::mgn_address_subtype, 1);
  if (size < 1) return;
  if (family == family_ipv4 && size == 5)
    in.put(field::mgn_addr_ip4, 4);
  else if (family == family_ipv6 && size == 17)
    in.put(field::mgn_addr_ip6, 16);
  else
    in.put(field::mgn_addr_hex, size - 1);
  in.put(field::mgn_interface_subtype, 1);
  in.put(field::mgn_interface_number, 4);
  const auto name_size = static_cast<size_t>(in.number(1));
  in.put(field::mgn_obj_len, 1);
  if (name_size > 0) in.put(field::mgn_obj_id, name_size);
}

struct Organization {
  std::string_view heading, vendor;
  const Field& subtype;
  void (*put)(FieldCursor&, unsigned) = nullptr;
};

Organization organization_of(uint32_t code) {
  switch (code) {
    case ieee_8021: return {"IEEE", "IEEE", field::ieee_802_1_subtype, put_8021};
    case ieee_8023: return {"Ieee 802.3", "Ieee 802.3", field::ieee_802_3_subtype, put_8023};
    case media:
      return {"Telecommunications Industry Association TR-41 Committee", "Telecommunications In",
              field::media_subtype, put_media};
    default: return {"Unknown", "", field::unknown_subtype, nullptr};
  }
}

void put_organization(FieldCursor& in, size_t length) {
  FieldWriter& out = in.out;
  const Bytes all = in.peek(length + 2);
  if (length < 4) {
    in.skip(length + 2);
    return;
  }
  const uint32_t code = be24(&all[2]);
  const unsigned subtype = all[5];
  const Organization who = organization_of(code);
  const size_t first = in.at;
  if (who.put != nullptr)
    out.put_words(first, length + 2, who.heading, " - ",
                  name_or(who.subtype.names, subtype, text_of("Unknown (", subtype, ')')));
  else
    out.put_words(first, length + 2, "Unknown - Unknown (", subtype, ')');
  const Deeper below(out);
  put_head(out, first);
  in.skip(2);
  Item line = in.put(field::orgtlv_oui, 3);
  line.label(field::orgtlv_oui.label, ": ", LinkAddressText{all.subspan(2, 3)});
  if (!who.vendor.empty()) line.more(" (", who.vendor, who.vendor.size() < 21 ? ")" : "");
  in.put(who.subtype, 1);
  if (who.put == nullptr) {
    if (in.left() > 0) in.put(field::unknown_subtype_content, in.left());
    return;
  }
  who.put(in, subtype);
}

void put_element(FieldCursor& in, unsigned type, size_t length) {
  FieldWriter& out = in.out;
  switch (type) {
    case end_of_list: {
      out.put_words(in.at, length + 2, "End of LLDPDU");
      const Deeper below(out);
      return put_head(out, in.at);
    }
    case chassis_id: return put_identifier(in, chassis, length);
    case port_id: return put_identifier(in, port, length);
    case time_to_live: {
      const uint16_t seconds = be16(&in.peek(4)[2]);
      out.put_words(in.at, length + 2, "Time To Live = ", seconds, " sec");
      out.more_info(seconds, ' ');
      const Deeper below(out);
      put_head(out, in.at);
      in.skip(2);
      in.put(field::time_to_live, 2);
      return;
    }
    case port_description: return put_text_element(in, "Port Description", field::port_desc, length, "");
    case system_name: return put_text_element(in, "System Name", field::tlv_system_name, length, "SysN=");
    case system_description:
      return put_text_element(in, "System Description", field::tlv_system_desc, length, "SysD=");
    case capabilities: return put_capabilities(in, length);
    case management_address: return put_management_address(in, length);
    case organization_specific: return put_organization(in, length);
    default: {
      out.put_words(in.at, length + 2, "Unknown TLV");
      const Deeper below(out);
      put_head(out, in.at);
    }
  }
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  out.protocol_column("LLDP");
  out.info("");
  bool lived = false;
  for (size_t at = 0; at < layer.size();) {
    FieldCursor head(out, tree_name, at);
    const auto word = static_cast<uint16_t>(head.number(2));
    const size_t length = word & 0x1ff;
    constexpr std::string_view inner = "LLDP: length of contained item exceeds length of containing item";
    (void)head.peek(2 + length);
    FieldCursor element(out, inner, at, at + 2 + length);
    put_element(element, word >> 9, length);
    at += 2 + length;
    out.root().length(at);
    if (word >> 9 == end_of_list) return;
    if (word >> 9 == time_to_live && lived) {
      out.info("Duplicate Time-To-Live TLV");
      return;
    }
    lived = lived || word >> 9 == time_to_live;
  }
}

}  // namespace wiretale::lldp
