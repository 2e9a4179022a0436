// DHCPv6 in the field tree (RFC 8415).
#include "protocols/application/dhcp6_tree.h"

#include <string>

#include "packet/flag_lines.h"
#include "protocols/application/dhcp6_tree_fields.h"
#include "protocols/catalog.h"

namespace wiretale::dhcp6 {
namespace {

enum Message : uint8_t { relay_forward = 12, relay_reply = 13 };
enum Option : uint16_t {
  client_id = 1,
  server_id,
  ia_na,
  ia_ta,
  ia_address,
  option_request,
  preference,
  elapsed_time,
  relay_message,
  authentication = 11,
  unicast,
  status_code,
  rapid_commit,
  user_class,
  vendor_class,
  vendor_options,
  interface_id,
  reconfigure_message,
  sip_names = 21,
  sip_addresses,
  dns_servers,
  search_list,
  ia_pd,
  ia_prefix,
  nis_servers,
  nisp_servers,
  sntp_servers = 31,
  lifetime,
  remote_id = 37,
  subscriber_id,
  client_name,
  time_zone = 42,
  ntp_server = 56
};
constexpr unsigned most_nested = 8;

/// The enterprises (IANA's numbers) that DHCPv6 servers and clients name.
constexpr Name enterprises[] = {{9, "ciscoSystems"},
                                {311, "Microsoft"},
                                {2636, "Juniper Networks, Inc."},
                                {3561, "The Broadband Forum"},
                                {4491, "Cable Television Laboratories, Inc."},
                                {40712, "DHCPCD Project"}};

uint64_t put_enterprise(FieldCursor& in, const Field& what) {
  const uint64_t number = in.number(4);
  in.put(what, 4).label(what.label, ": ", name_or(enterprises, number, "Unknown"), " (", number, ')');
  return number;
}

std::string hex(Bytes bytes) {
  Text text(64);
  for (const uint8_t byte : bytes) text.put(Hex{byte, 2});
  return std::string(text.view());
}

/// A string that shows 4 bytes as digits.
void put_digits(FieldCursor& in, const Field& what) {
  const std::string digits = hex(in.peek(4));
  in.out.put_text(what, in.at, 4, digits);
  in.skip(4);
}

void put_link_address(FieldCursor& in, const Field& what, uint64_t hardware_type) {
  constexpr uint64_t ethernet = 1;
  if (in.left() == 0) return;
  Text text(32);
  const Bytes bytes = in.peek(in.left());
  if (hardware_type == ethernet)
    text.put(LinkAddressText{bytes});
  else
    text.put(hex(bytes));
  in.out.put_text(what, in.at, in.left(), text.view());
}

void put_duid(FieldCursor& in) {
  enum Kind : uint16_t { with_time = 1, enterprise, link_layer, uuid };
  const uint64_t kind = in.number(2);
  in.out.put(field::duid_bytes, in.at, in.left());
  in.put(field::duid_type, 2);
  switch (kind) {
    case with_time: {
      constexpr int64_t year_2000 = 946'684'800, second = 1'000'000'000;
      const uint64_t hardware = in.number(2);
      in.put(field::duidllt_hwtype, 2);
      const auto since = static_cast<int64_t>(in.number(4));
      in.put(field::duidllt_time, 4, static_cast<uint64_t>((year_2000 + since) * second));
      return put_link_address(in, field::duidllt_link_layer_addr, hardware);
    }
    case enterprise:
      put_enterprise(in, field::duiden_enterprise);
      if (in.left() > 0) in.put(field::duiden_identifier, in.left());
      return;
    case link_layer: {
      const uint64_t hardware = in.number(2);
      in.put(field::duidll_hwtype, 2);
      return put_link_address(in, field::duidll_link_layer_addr, hardware);
    }
    case uuid:
      if (in.left() > 0) in.put(field::duiduuid_bytes, in.left());
      return;
    default: return;
  }
}

/// A name in DNS form; partial ones lack the root's empty label.
struct Name6 {
  std::string text;
  size_t length = 0;
  bool whole = false;
};
Name6 name_at(const FieldCursor& in) {
  Name6 name;
  const Bytes bytes = in.out.layer().subspan(in.at, in.left());
  while (name.length < bytes.size()) {
    const size_t size = bytes[name.length];
    if (size == 0) {
      ++name.length;
      name.whole = true;
      break;
    }
    if (size > 63 || name.length + 1 + size > bytes.size()) break;
    if (!name.text.empty()) name.text += '.';
    name.text.append(reinterpret_cast<const char*>(&bytes[name.length + 1]), size);
    name.length += 1 + size;
  }
  return name;
}

/// `title` is a line over all of them; empty without one.
void put_names(FieldCursor& in, const Field& what, std::string_view title) {
  FieldWriter& out = in.out;
  if (!title.empty()) out.put_words(in.at, in.left(), title);
  if (!title.empty()) out.deeper();
  while (in.left() > 0) {
    const Name6 name = name_at(in);
    if (name.length == 0) break;
    const bool top_level = name.text.find('.') == name.text.npos;
    if (name.whole && top_level && !name.text.empty()) {
      out.put_text(field::tld, in.at, name.length, name.text)
          .label("Top Level Domain name (TLD): ", name.text, '.');
      const Deeper below(out);
      out.put_words(in.at, name.length, field::tld_lookup.label);
      out.expert(field::tld_lookup, ExpertSeverity::Warning, ExpertGroup::Comments, field::tld_lookup.label);
    } else {
      out.put_text(what, in.at, name.length, name.whole ? name.text + '.' : name.text)
          .label(name.whole ? what.label : std::string_view("Partial domain name"), ": ", name.text,
                 name.whole ? "." : "");
    }
    in.skip(name.length);
  }
  if (!title.empty()) out.shallower();
}

void put_addresses(FieldCursor& in, const Field& what, std::string_view numbered) {
  for (size_t count = 1; in.left() > 0; ++count) {
    const Bytes address = in.peek(16);
    Item line = in.put(what, 16);
    if (!numbered.empty()) line.label(' ', count, ' ', numbered, ": ", Ipv6Text{address.data()});
  }
}

void put_authentication(FieldCursor& in, unsigned message_type) {
  constexpr uint64_t delayed = 2, reconfigure_key = 3;
  constexpr unsigned solicit = 1;
  const uint64_t protocol = in.number(1);
  in.put(field::auth_protocol, 1);
  in.put(field::auth_algorithm, 1);
  in.put(field::auth_rdm, 1);
  in.put(field::auth_replay_detection, 8);
  (void)reconfigure_key;
  if (protocol == delayed && message_type != solicit && in.left() >= 20) {
    const size_t realm = in.left() - 20;
    if (realm > 0) in.put(field::auth_realm, realm);
    in.put(field::auth_key_id, 4);
    in.put(field::auth_md5_data, 16);
  } else {
    in.put(field::auth_info, in.left());
  }
}

void put_client_name(FieldCursor& in, unsigned message_type) {
  constexpr unsigned solicit = 1, request = 3, renew = 5, rebind = 6, advertise = 2, reply = 7;
  (void)in.peek(1);
  const size_t at = in.at;
  const unsigned flags = in.out.layer()[at];
  Item line = in.put(field::client_fqdn_flags, 1);
  const bool from_client =
      message_type == solicit || message_type == request || message_type == renew || message_type == rebind;
  if (from_client) {
    line.more("  [",
              (flags & 4) != 0   ? "CLIENT wants to update its AAAA and PTR RRs"
              : (flags & 1) != 0 ? "CLIENT wants SERVER to update both its AAAA and PTR RRs"
                                 : "CLIENT wants to update its AAAA RRs and SERVER to update its PTR RRs",
              ']');
    const Deeper below(in.out);
    in.out.put_in(at, field::clientfqdn_client_n);
    in.out.put_in(at, field::clientfqdn_client_s);
  } else if (message_type == advertise || message_type == reply) {
    const Deeper below(in.out);
    for (const Field* each :
         {&field::clientfqdn_server_n, &field::clientfqdn_server_o, &field::clientfqdn_server_s})
      in.out.put_in(at, *each);
  }
  put_names(in, field::client_domain, "");
}

void put_time_servers(FieldCursor& in) {
  enum Kind : uint16_t { address = 1, multicast, name };
  while (in.left() >= 4) {
    const uint64_t kind = in.number(2);
    const size_t whole = be16(&in.peek(4)[2]) + size_t{4};
    in.out.put_words(in.at, std::min(whole, in.left()),
                     name_or(field::ntpserver_option_type_labels, kind, "Unknown"));
    const Deeper below(in.out);
    in.put(field::ntpserver_option_type, 2);
    const auto length = static_cast<size_t>(in.number(2));
    in.put(field::ntpserver_option_length, 2);
    FieldCursor value(in.out, tree_name, in.at, std::min(in.at + length, in.end));
    if (kind == address)
      value.put(field::ntpserver_addr, 16);
    else if (kind == multicast)
      value.put(field::ntpserver_mc_addr, 16);
    else if (kind == name)
      put_names(value, field::ntpserver_fqdn, "");
    in.at = std::min(in.at + length, in.end);
  }
}

void put_classes(FieldCursor& in, const Field& data) {
  while (in.left() >= 2) {
    const auto size = static_cast<size_t>(in.number(2));
    in.skip(2);
    if (size > 0) in.put(data, size);
  }
}

void put_vendor_options(FieldCursor& in) {
  constexpr uint64_t cable_labs = 4491;
  FieldWriter& out = in.out;
  if (put_enterprise(in, field::vendoropts_enterprise) == cable_labs) return;
  while (in.left() >= 4) {
    const size_t size = be16(&in.peek(4)[2]);
    out.put_words(in.at, std::min(size + 4, in.left()), "option");
    const Deeper below(out);
    in.put(field::vendoropts_enterprise_option_code, 2);
    in.put(field::vendoropts_enterprise_option_length, 2);
    if (size > 0) in.put(field::vendoropts_enterprise_option_data, size);
  }
}

void put_lifetimes(FieldCursor& in, const Field& preferred, const Field& valid) {
  for (const Field* each : {&preferred, &valid}) {
    const uint64_t seconds = in.number(4);
    Item line = in.put(*each, 4);
    if (seconds == 0xffffffff) line.label("Preferred lifetime: infinity");  // as tshark says of both
  }
}

void put_option_data(FieldCursor& in, unsigned type, const OptionPlace& place) {
  const OptionPlace inner{place.message_type, place.depth + 1, place.hop_count};
  FieldWriter& out = in.out;
  switch (type) {
    case client_id:
    case server_id: return put_duid(in);
    case ia_na:
    case ia_pd:
      put_digits(in, field::iaid);
      for (const Field* each : {&field::iaid_t1, &field::iaid_t2}) {
        const uint64_t seconds = in.number(4);
        Item line = in.put(*each, 4);
        if (seconds == 0xffffffff) line.label(each->label, ": infinity");
      }
      return put_options(in, inner);
    case ia_ta: put_digits(in, field::iata); return put_options(in, inner);
    case ia_address: {
      const Bytes address = in.peek(16);
      out.more_info("IAA: ", Ipv6Text{address.data()}, ' ');
      in.put(field::iaaddr_ip, 16);
      put_lifetimes(in, field::iaaddr_pref_lifetime, field::iaaddr_valid_lifetime);
      return put_options(in, inner);
    }
    case ia_prefix:
      put_lifetimes(in, field::iaprefix_pref_lifetime, field::iaprefix_valid_lifetime);
      in.put(field::iaprefix_pref_len, 1);
      in.put(field::iaprefix_pref_addr, 16);
      return put_options(in, inner);
    case option_request:
      while (in.left() >= 2) in.put(field::requested_option_code, 2);
      return;
    case preference: in.put(field::option_preference, 1); return;
    case elapsed_time: {
      const uint64_t hundredths = in.number(2);
      in.put(field::elapsed_time, 2, hundredths * 10).more("ms");
      return;
    }
    case relay_message: {
      FieldCursor message(out, tree_name, in.at, in.end);
      return put_message(message, inner);
    }
    case authentication: return put_authentication(in, place.message_type);
    case unicast: in.put(field::unicast, 16); return;
    case status_code:
      in.put(field::status_code, 2);
      if (in.left() > 0) in.put(field::status_msg, in.left());
      return;
    case user_class:
      while (in.left() >= 2) {
        const auto size = static_cast<size_t>(in.number(2));
        out.put_words(in.at, std::min(size + 2, in.left()), "User Class suboption");
        const Deeper below(out);
        in.put(field::userclass_length, 2);
        if (size > 0) in.put(field::userclass_opaque_data, size);
      }
      return;
    case vendor_class:
      put_enterprise(in, field::vendorclass_enterprise);
      return put_classes(in, field::vendorclass_data);
    case vendor_options: return put_vendor_options(in);
    case interface_id:
      if (in.left() > 0) in.put(field::interface_id, in.left());
      return;
    case reconfigure_message: in.put(field::reconf_msg, 1); return;
    case sip_names:
      return put_names(in, field::sip_server_domain_search_fqdn, "SIP Servers Domain Search List");
    case sip_addresses: return put_addresses(in, field::sip_server_a, "");
    case dns_servers: return put_addresses(in, field::dns_server, "DNS server address");
    case search_list: return put_names(in, field::search_list_entry, "Domain name suffix search list");
    case nis_servers: return put_addresses(in, field::nis_server, "NIS server address");
    case nisp_servers: return put_addresses(in, field::nisp_server, "NISP server address");
    case sntp_servers: return put_addresses(in, field::sntp_server, "SNTP server address");
    case lifetime: in.put(field::lifetime, 4); return;
    case remote_id:
      put_enterprise(in, field::remoteid_enterprise);
      if (in.left() > 0) in.put(field::remoteid_enterprise_id, in.left());
      return;
    case subscriber_id:
      if (in.left() > 0) in.put(field::subscriber_id, in.left());
      return;
    case client_name: return put_client_name(in, place.message_type);
    case time_zone:
      if (in.left() > 0) in.put(field::tzdb, in.left());
      return;
    case ntp_server: return put_time_servers(in);
    default: return;
  }
}

/// The client's identifier stands in the packet list.
void tell_client(FieldWriter& out, unsigned type, Bytes data) {
  if (type == client_id && out.wants_columns()) out.more_info("CID: ", hex(data), ' ');
}

}  // namespace

void put_options(FieldCursor& in, const OptionPlace& place) {
  if (place.depth > most_nested) return;
  FieldWriter& out = in.out;
  while (in.left() >= 4) {
    const Bytes head = in.peek(4);
    const unsigned type = be16(head.data());
    const size_t length = be16(&head[2]), first = in.at;
    (void)in.peek(4 + length);
    const std::string_view name = find_name(field::option_type_labels, type);
    const std::string words = name.empty() ? text_of("DHCP option ", type) : std::string(name);
    out.put_text(field::option_type_str, first, std::min(length + 4, in.left()), words).label(words);
    const Deeper below(out);
    in.put(field::option_type, 2);
    in.put(field::option_length, 2);
    tell_client(out, type, in.peek(length));
    FieldCursor data(out, tree_name, in.at, in.at + length);
    put_option_data(data, type, place);
    in.at = first + 4 + length;
  }
}

void put_message(FieldCursor& in, const OptionPlace& place) {
  if (place.depth > most_nested) return;
  FieldWriter& out = in.out;
  if (place.depth > 0) out.put(own_field(find_protocol("dhcpv6")), in.at, in.left());
  if (place.depth > 0) out.deeper();
  const auto type = static_cast<unsigned>(in.number(1));
  const std::string_view name = name_or(field::msgtype_labels, type, "Message Type Unknown");
  out.more_info(name, ' ');
  in.put(field::msgtype, 1);
  OptionPlace options{type, place.depth, place.hop_count};
  if (type == relay_forward || type == relay_reply) {
    options.hop_count = static_cast<unsigned>(in.number(1));
    in.put(field::hopcount, 1);
    out.more_info("L: ", Ipv6Text{in.peek(16).data()}, ' ');
    in.put(field::linkaddr, 16);
    in.put(field::peeraddr, 16);
  } else {
    out.more_info("XID: 0x", Hex{in.number(3)}, ' ');
    in.put(field::xid, 3);
  }
  put_options(in, options);
  if (place.depth > 0) out.shallower();
}

void dissect(Bytes layer, FieldWriter& out) {
  out.protocol_column("DHCPv6");
  out.info("");
  out.root().length(layer.size());
  FieldCursor in(out, tree_name);
  put_message(in, {});
}

}  // namespace wiretale::dhcp6
