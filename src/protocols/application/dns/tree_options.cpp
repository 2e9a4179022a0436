// EDNS options (RFC 6891) and service parameters (RFC 9460) in the field tree.
#include "protocols/application/dns/tree.h"
#include "protocols/application/dns/tree_fields.h"

namespace wiretale::dns {
namespace {

std::string base64(Bytes bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    const size_t held = std::min<size_t>(3, bytes.size() - i);
    uint32_t three = 0;
    for (size_t j = 0; j < 3; ++j) three = three << 8 | (j < held ? bytes[i + j] : 0);
    for (size_t j = 0; j < 4; ++j) text += j <= held ? digits[three >> (18 - 6 * j) & 63] : '=';
  }
  return text;
}

/// RFC 7871 6: the address is cut to the bytes that the netmask covers.
void put_client_subnet(FieldWriter& out, FieldCursor& in, size_t end) {
  const unsigned family = static_cast<unsigned>(in.number(2));
  in.put(field::opt_client_family, 2);
  in.put(field::opt_client_netmask, 1);
  in.put(field::opt_client_scope, 1);
  const size_t at = in.at, held = end > at ? end - at : 0;
  const Bytes part = in.take_bytes(held);
  uint8_t address[16] = {};
  std::memcpy(address, part.data(), std::min<size_t>(held, 16));
  if (held > 16)
    out.expert(field::rr_opt_bad_length, ExpertSeverity::Warning, ExpertGroup::Malformed,
               "Length too long for any type of IP address.");
  else if (family == 1)
    out.put_text(field::opt_client_addr4, at, held, Bytes{address, 4});
  else if (family == 2)
    out.put_text(field::opt_client_addr6, at, held, Bytes{address});
  else
    out.put(field::opt_client_addr, at, held);
}

void put_option(FieldWriter& out, FieldCursor& in, unsigned code, size_t end) {
  constexpr unsigned old_subnet = 20730;
  const size_t length = end - in.at;
  const auto each = [&](const Field& list) {
    while (in.at < end) in.put(list, 1);
  };
  switch (code) {
    case 5: return each(field::opt_dau);
    case 6: return each(field::opt_dhu);
    case 7: return each(field::opt_n3u);
    case 8:
    case old_subnet: return put_client_subnet(out, in, end);
    case 10:
      in.put(field::opt_cookie_client, 8);
      in.put(field::opt_cookie_server, end > in.at ? end - in.at : 0);
      return;
    case 11:
      if (length == 2) in.put(field::opt_edns_tcp_keepalive_timeout, 2);
      return;
    case 12: in.put(field::opt_padding, length); return;
    case 13: in.put(field::opt_chain_fqdn, length); return;
    case 15:
      in.put(field::opt_ext_error_info_code, 2);
      if (end > in.at) in.put(field::opt_ext_error_extra_text, end - in.at);
      return;
    default: return;
  }
}

std::string parameter_name(unsigned key) {
  const std::string_view name = find_name(field::svcb_svcparam_key_labels, key);
  return name.empty() ? text_of("key", key) : std::string(name);
}

/// A parameter's value as its own lines and, on the parameter's, as presentation format has it.
void put_parameter(FieldCursor& in, Item& line, unsigned key, size_t end) {
  constexpr unsigned odoh = 32769;
  std::string_view between = "=";
  const auto tell = [&](const auto&... parts) {
    line.more(between, parts...);
    between = ",";
  };
  switch (key) {
    case 0:
      while (in.at < end) {
        const unsigned number = static_cast<unsigned>(in.number(2));
        tell(parameter_name(number));
        in.put(field::svcb_svcparam_mandatory_key, 2);
      }
      return;
    case 1:
      while (in.at < end) {
        const size_t length = static_cast<size_t>(in.number(1));
        in.put(field::svcb_svcparam_alpn_length, 1);
        const Bytes name = in.peek(length);
        tell(std::string_view{reinterpret_cast<const char*>(name.data()), length});
        in.put(field::svcb_svcparam_alpn, length);
      }
      return;
    case 3:
      tell(in.number(2));
      in.put(field::svcb_svcparam_port, 2);
      return;
    case 4:
      for (; in.at + 4 <= end; in.put(field::svcb_svcparam_ipv4hint_ip, 4)) tell(Ipv4Text{in.peek(4).data()});
      return;
    case 6:
      for (; in.at + 16 <= end; in.put(field::svcb_svcparam_ipv6hint_ip, 16))
        tell(Ipv6Text{in.peek(16).data()});
      return;
    case 5:
    case odoh: {
      const std::string text = base64(in.peek(end - in.at));
      tell(text);
      const Field& config = key == odoh ? field::svcb_svcparam_odohconfig : field::svcb_svcparam_echconfig;
      in.put(config, end - in.at).label(config.label, ": ", text);
      return;
    }
    default:
      if (in.at >= end) return;
      const Bytes value = in.peek(end - in.at);
      tell(std::string_view{reinterpret_cast<const char*>(value.data()), value.size()});
      in.put(field::svcb_svcparam_value, value.size());
  }
}

}  // namespace

void put_options(RecordTree& record) {
  FieldCursor& in = record.in();
  FieldWriter& out = record.message.out();
  while (record.left() != 0) {
    const Bytes head = in.peek(4);
    const unsigned code = be16(&head[0]);
    const size_t length = be16(&head[2]), end = in.at + 4 + length;
    const std::string_view name = find_name(field::opt_code_labels, code);
    Item line = out.put(field::opt, in.at, std::min(4 + length, in.left()));
    if (name.empty())
      line.label("Option: Unknown (", code, ')');
    else
      line.label("Option: ", name);
    const Deeper below(out);
    in.put(field::opt_code, 2);
    in.put(field::opt_len, 2);
    (void)in.peek(length);
    out.put(field::opt_data, in.at, length);
    put_option(out, in, code, end);
    in.at = end;
  }
}

void put_service_binding(RecordTree& record) {
  FieldCursor& in = record.in();
  FieldWriter& out = record.message.out();
  in.put(field::svcb_svcpriority, 2);
  record.message.put_name(field::svcb_targetname);
  while (record.left() != 0) {
    const Bytes head = in.peek(4);
    const unsigned key = be16(&head[0]);
    const size_t length = be16(&head[2]), end = in.at + 4 + length;
    (void)in.peek(4 + length);
    Item line = out.put(field::svcb_svcparam, in.at, 4 + length);
    line.label("SvcParam: ", parameter_name(key));
    const Deeper below(out);
    in.put(field::svcb_svcparam_key, 2);
    in.put(field::svcb_svcparam_value_length, 2);
    put_parameter(in, line, key, end);
    in.at = end;
  }
}

}  // namespace wiretale::dns
