// What DHCP options hold, in the field tree.
#include <algorithm>

#include "packet/time_words.h"
#include "protocols/application/dhcp/tree.h"
#include "protocols/application/dhcp/tree_options.h"

namespace wiretale::dhcp {
namespace {

std::string_view words(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

template <class... Parts>
void complain(FieldWriter& out, const Parts&... parts) {
  out.shallower();
  out.expert(field::bad_length, ExpertSeverity::Error, ExpertGroup::Protocol, parts...);
  out.deeper();
}

/// The hidden line that every option has.
Item put_value(FieldCursor& in, size_t length) { return in.out.put(field::option_value, in.at, length); }

/// Seconds as "(1800s) 30 minutes"; a time offset may be negative, all ones stand for ever.
void put_seconds(FieldCursor& in, const Field& time_field) {
  const uint32_t seconds = static_cast<uint32_t>(in.number(4));
  const bool is_signed = time_field.value_type() == Type::Int32;
  Item line = in.put(time_field, 4,
                     is_signed ? static_cast<uint64_t>(int64_t{static_cast<int32_t>(seconds)}) : seconds);
  if (is_signed && seconds > 0x7fffffff)
    line.label(time_field.label, ": (", static_cast<int32_t>(seconds), "s) -",
               time_words(uint32_t{0} - seconds));
  else if (seconds == 0xffffffff)
    line.label(time_field.label, ": (", seconds, "s) infinity");
  else
    line.label(time_field.label, ": (", seconds, "s) ", time_words(seconds));
}

size_t size_of(ValueForm form) {
  switch (form) {
    case ValueForm::Flag:
    case ValueForm::Number1: return 1;
    case ValueForm::Number2: return 2;
    default: return 4;
  }
}

void put_form(FieldCursor& in, Item& line, const OptionForm& form, size_t length) {
  FieldWriter& out = in.out;
  const Field& what = *form.field;
  switch (form.form) {
    case ValueForm::String:
      put_value(in, length).hidden();
      {
        const Bytes text = in.take_bytes(length);
        const size_t size = static_cast<size_t>(std::ranges::find(text, 0) - text.begin());
        out.put_text(what, in.at - length, length, text.first(size));
      }
      return;
    case ValueForm::Addresses: {
      Item value = put_value(in, length);
      if (length % 4 != 0 || length == 0) return complain(out, "Option length isn't a multiple of 4");
      value.hidden();
      for (size_t i = 0; i < length; i += 4) in.put(what, 4);
      return;
    }
    case ValueForm::Numbers1:
      put_value(in, length).hidden();
      for (size_t i = 0; i < length; ++i) in.put(what, 1);
      return;
    case ValueForm::Numbers2: {
      Item value = put_value(in, length);
      if (length % 2 != 0) return complain(out, "Option length isn't a multiple of 2");
      value.hidden();
      for (size_t i = 0; i < length; i += 2) in.put(what, 2);
      return;
    }
    default: break;
  }
  const size_t size = size_of(form.form);
  Item value = put_value(in, length);
  if (length != size) return complain(out, "length isn't ", size);
  value.hidden();
  if (form.form == ValueForm::Seconds) return put_seconds(in, what);
  if (form.form == ValueForm::Address) line.more(" (", Ipv4Text{in.peek(4).data()}, ')');
  in.put(what, size);
}

void put_pairs(FieldCursor& in, const Field& first, const Field& second, size_t length) {
  put_value(in, length).hidden();
  if (length % 8 != 0) return complain(in.out, "Option length isn't a multiple of 8");
  for (size_t i = 0; i < length; i += 8) {
    in.put(first, 4);
    in.put(second, 4);
  }
}

/// A DHCPv6 identifier within a client identifier (RFC 4361 6.1).
void put_unique_identifier(FieldCursor& in, size_t end) {
  FieldWriter& out = in.out;
  const auto as_text = [&](const Field& what, size_t length, const auto& text) {
    in.skip(length);
    out.put_text(what, in.at - length, length, text_of(text));
  };
  in.skip(1);
  const uint64_t association = in.number(4);
  as_text(field::client_id_iaid, 4, Hex{association, 8});
  const uint64_t kind = in.number(2);
  in.put(field::client_id_duid_type, 2);
  const auto left = [&] { return end > in.at ? end - in.at : 0; };
  if (kind == 1 || kind == 3) {
    in.put(kind == 1 ? field::client_id_duid_llt_hw_type : field::client_id_duid_ll_hw_type, 2);
    if (kind == 1) in.put(field::client_id_time, 4);
    if (left() != 0) as_text(field::client_id_link_layer_address, left(), LinkAddressText{in.peek(left())});
  } else if (kind == 2) {
    in.put(field::client_id_enterprise_num, 4);
    if (left() != 0) in.put(field::client_id, left());
  }
}

/// 16 bytes whose first three numbers are little-endian, as PXE has them.
void put_unique_id(FieldCursor& in) {
  const Bytes b = in.take_bytes(16);
  const uint8_t turned[16] = {b[3], b[2], b[1],  b[0],  b[5],  b[4],  b[7],  b[6],
                              b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]};
  in.out.put_text(field::client_id_uuid, in.at - 16, 16, Bytes{turned});
}

void put_client_identifier(FieldCursor& in, size_t length) {
  constexpr unsigned first_hardware = 1, last_hardware = 47, unique = 255;
  put_value(in, length).hidden();
  if (length == 0) return;
  const size_t end = in.at + length;
  const unsigned kind = static_cast<unsigned>(in.number(1));
  if (length == 7 && kind >= first_hardware && kind <= last_hardware) {
    in.put(field::hw_type, 1);
    in.put(field::hw_mac_addr, 6);
  } else if (length == 17 && kind == 0) {
    in.skip(1);
    put_unique_id(in);
  } else if (kind == unique && length >= 7) {
    put_unique_identifier(in, end);
  } else if (kind == 0 && length > 1) {
    in.put(field::client_id_type, 1);
    in.put(field::client_id_undef, length - 1);
  }
}

void put_user_classes(FieldCursor& in, size_t length) {
  FieldWriter& out = in.out;
  put_value(in, length).hidden();
  const Bytes all = in.peek(length);
  size_t at = 0;
  while (at < length && all[at] != 0) at += 1u + all[at];
  if (at != length) {
    out.put_text(field::option_user_class_text, in.at, length, all);
    out.expert(field::option_nonstd_data, ExpertSeverity::Note, ExpertGroup::Protocol,
               "Non standard compliant option data");
    return;
  }
  for (unsigned i = 0, next = 0; next < length; ++i) {
    const size_t size = all[next];
    out.put(field::option_user_class, in.at, size + 1, i).label("Instance of User Class: [", i, ']');
    const Deeper below(out);
    in.put(field::option_user_class_length, 1);
    in.put(field::option_user_class_data, size);
    next += static_cast<unsigned>(size) + 1;
  }
}

/// A name in DNS form, with pointers from `base` on.
std::string read_name(FieldCursor& in, size_t base, size_t end) {
  std::string name;
  size_t at = in.at, hops = 0;
  bool jumped = false;
  const Bytes layer = in.out.layer();
  while (at < end) {
    const size_t size = layer[at];
    if (size == 0) {
      if (!jumped) in.at = at + 1;
      break;
    }
    if ((size & 0xc0) == 0xc0) {
      if (at + 1 >= end || ++hops > 32) break;
      if (!jumped) in.at = at + 2;
      jumped = true;
      at = base + ((size & 0x3f) << 8 | layer[at + 1]);
      continue;
    }
    if (size >= end - at) {
      if (!jumped) in.at = end;
      break;
    }
    if (!name.empty()) name += '.';
    name += words(layer.subspan(at + 1, size));
    at += size + 1;
    if (!jumped) in.at = at;
  }
  return name;
}

void put_domain_name(FieldCursor& in, size_t length) {
  FieldWriter& out = in.out;
  put_value(in, length).hidden();
  if (length < 3) return complain(out, "length isn't >= 3");
  const size_t start = in.at, end = in.at + length;
  const unsigned flags = static_cast<unsigned>(in.number(1));
  Item line = in.put(field::fqdn_flags, 1);
  // In Wireshark's order, the one that the tree below turns round.
  if ((flags & 8) != 0) line.more(", Server DDNS");
  if ((flags & 4) != 0) line.more(", Encoding");
  if ((flags & 2) != 0) line.more(", Server overrides");
  if ((flags & 1) != 0) line.more(", Server");
  {
    const Deeper below(out);
    out.put_in(start, field::fqdn_mbz);
    for (const Field* flag : {&field::fqdn_n, &field::fqdn_e, &field::fqdn_o, &field::fqdn_s})
      out.put_in(start, *flag);
  }
  in.put(field::fqdn_rcode1, 1);
  in.put(field::fqdn_rcode2, 1);
  if (length == 3) return;
  if ((flags & 4) == 0) {
    in.put(field::fqdn_name, end - in.at);
    return;
  }
  const size_t at = in.at;
  const std::string name = read_name(in, at, end);
  out.put_text(field::fqdn_name, at, end - at, name);
}

void put_search_list(FieldCursor& in, size_t length) {
  put_value(in, length).hidden();
  const size_t base = in.at, end = in.at + length;
  while (in.at < end) {
    const size_t at = in.at;
    const std::string name = read_name(in, base, end);
    if (in.at == at) return;
    in.out.put_text(field::option_dhcp_dns_domain_search_list_fqdn, at, in.at - at, name);
  }
}

void put_routes(FieldCursor& in, size_t length) {
  FieldWriter& out = in.out;
  put_value(in, length).hidden();
  if (length < 5) return complain(out, "length isn't >= 5");
  const size_t end = in.at + length;
  while (in.at < end) {
    const size_t at = in.at;
    const unsigned width = static_cast<unsigned>(in.take(1));
    if (width > 32) {
      out.shallower();
      out.expert(field::bad_bitfield, ExpertSeverity::Error, ExpertGroup::Protocol, "Mask width (", width,
                 ") > 32");
      out.deeper();
      return;
    }
    const size_t held = (width + 7) / 8;
    const Bytes significant = in.take_bytes(held), router = in.take_bytes(4);
    uint8_t address[4] = {};
    std::copy(significant.begin(), significant.end(), address);
    Item line = out.put(field::option_classless_static_route, at, in.at - at);
    if (width == 0)
      line.label(" default-", Ipv4Text{router.data()});
    else
      line.label(" ", Ipv4Text{address}, '/', width, '-', Ipv4Text{router.data()});
  }
}

/// RFC 3046 and those that add to it.
void put_relay_information(FieldCursor& in, size_t length) {
  FieldWriter& out = in.out;
  put_value(in, length).hidden();
  const size_t end = in.at + length;
  while (in.at + 2 <= end) {
    const size_t at = in.at;
    const unsigned code = static_cast<unsigned>(in.take(1));
    const size_t size = static_cast<size_t>(in.number(1));
    Item line = out.put(field::option_agent_information_option_suboption, at, size + 2, code);
    line.label("Option 82 Suboption: (", code, ") ",
               name_or(field::option_agent_information_option_suboption_labels, code, "Unknown"));
    if (size + 1 > end - in.at) return;
    const Deeper below(out);
    in.put(field::option_length, 1);
    const Field* address = code == 5     ? &field::option_agent_information_option_link_selection
                           : code == 11  ? &field::option_agent_information_option_server_id_override
                           : code == 150 ? &field::option_agent_information_option_link_selection_cisco
                           : code == 152 ? &field::option_agent_information_option_server_id_override_cisco
                                         : nullptr;
    if (address != nullptr && size == 4) {
      line.more(" (", Ipv4Text{in.peek(4).data()}, ')');
      in.put(*address, 4);
    } else if (address != nullptr) {
      complain(out, "length isn't 4");
    } else if (code == 1) {
      out.put(field::option_agent_information_option_agent_circuit_id, in.at, size);
    } else if (code == 2) {
      out.put(field::option_agent_information_option_agent_remote_id, in.at, size);
    } else if (code == 6) {
      out.put(field::option_agent_information_option_subscriber_id, in.at, size);
    }
    in.at = at + 2 + size;
  }
}

void put_identifier(FieldCursor& in, size_t length) {
  Item value = put_value(in, length);
  if (length != 17) return complain(in.out, "length isn't 17");
  value.hidden();
  in.skip(1);
  put_unique_id(in);
}

}  // namespace

void put_option(FieldCursor& in, Item& line, unsigned code, size_t length) {
  for (const OptionForm& form : option_forms)
    if (form.code == code) return put_form(in, line, form, length);
  FieldWriter& out = in.out;
  switch (code) {
    case 21:
      return put_pairs(in, field::option_policy_filter_ip, field::option_policy_filter_subnet_mask, length);
    case 33: return put_pairs(in, field::option_static_route_ip, field::option_static_route_router, length);
    case 43:
      put_value(in, length).hidden();
      out.put(field::option_vendor_value, in.at, length);
      return;
    case 52:
    case 53: {
      Item value = put_value(in, length);
      if (code == 53 && length != 1) return complain(out, "length isn't 1");
      value.hidden();
      if (length != 0) in.put(code == 53 ? field::option_dhcp : field::option_option_overload, 1);
      return;
    }
    case 55:
      put_value(in, length).hidden();
      for (size_t i = 0; i < length; ++i) {
        const unsigned item = static_cast<unsigned>(in.number(1));
        in.put(field::option_request_list_item, 1)
            .label("Parameter Request List Item: (", item, ") ", name_or(option_labels, item, "Unassigned"));
      }
      return;
    case 61: return put_client_identifier(in, length);
    case 77: return put_user_classes(in, length);
    case 81: return put_domain_name(in, length);
    case 82: return put_relay_information(in, length);
    case 94:
      put_value(in, length).hidden();
      if (length != 3) return;
      in.skip(1);
      in.put(field::client_network_id_major, 1);
      in.put(field::client_network_id_minor, 1);
      return;
    case 97: return put_identifier(in, length);
    case 119: return put_search_list(in, length);
    case 121:
    case 249: return put_routes(in, length);
    default: put_value(in, length);
  }
}

}  // namespace wiretale::dhcp
