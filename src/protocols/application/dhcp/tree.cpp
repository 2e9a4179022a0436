// The DHCP field tree: the fixed part (RFC 951) and the list of options (RFC 2132).
#include "protocols/application/dhcp/tree.h"

#include "protocols/application/dhcp/tree_options.h"

namespace wiretale::dhcp {
namespace {

constexpr size_t hardware_at = 28, hardware_size = 16, server_at = 44, server_size = 64, file_at = 108,
                 file_size = 128, cookie_at = 236, vendor_size = 64;
constexpr uint32_t magic_cookie = 0x63825363;
constexpr unsigned padding_code = 0, overload_code = 52, type_code = 53, end_code = 255;

/// What the options say that is told before them.
struct Ahead {
  bool is_dhcp = false;
  unsigned type = 0, overload = 0;
};

Ahead look_ahead(Bytes options) {
  Ahead ahead;
  for (size_t at = 0; at < options.size() && options[at] != end_code;) {
    if (options[at] == padding_code) {
      ++at;
      continue;
    }
    if (options.size() - at < 3) break;
    if (options[at] == type_code && options[at + 1] != 0) {
      ahead.is_dhcp = true;
      ahead.type = options[at + 2];
    }
    if (options[at] == overload_code && options[at + 1] != 0) ahead.overload = options[at + 2];
    at += 2u + options[at + 1];
  }
  return ahead;
}

std::string type_words(unsigned type) {
  const std::string_view name = find_name(field::option_dhcp_labels, type);
  return name.empty() ? text_of("Unknown Message Type (0x", Hex{type, 2}, ')') : std::string(name);
}

void put_hardware(FieldCursor& in, unsigned type, unsigned length) {
  constexpr unsigned ethernet = 1, ieee_802 = 6;
  FieldWriter& out = in.out;
  if (length == 0 || length > hardware_size) {
    in.skip(hardware_size);
    out.put_words(hardware_at, hardware_size, "Client address not given");
    out.expert(field::client_address_not_given, ExpertSeverity::Note, ExpertGroup::Protocol,
               "Client address not given");
    return;
  }
  if ((type == ethernet || type == ieee_802) && length == 6)
    in.put(field::hw_mac_addr, length);
  else
    in.put(field::hw_addr, length);
  if (length < hardware_size) in.put(field::hw_addr_padding, hardware_size - length);
}

/// A name in a place of fixed size, which options may use instead (option 52).
void put_name(FieldCursor& in, const Field& name_field, size_t size, std::string_view what, bool overloaded,
              const Field& expert_field) {
  FieldWriter& out = in.out;
  const Bytes place = in.take_bytes(size);
  const size_t at = in.at - size;
  if (overloaded) {
    const std::string_view name = what == "Server host name" ? "Server name" : what;
    out.put_text(name_field, at, size, std::string_view{}).label(name, " option overloaded by DHCP");
    out.expert(expert_field, ExpertSeverity::Note, ExpertGroup::Protocol, name, " option overloaded by DHCP");
    return;
  }
  size_t length = 0;
  while (length < size && place[length] != 0) ++length;
  Item line = out.put_text(name_field, at, size, place.first(length));
  if (length == 0) line.label(what, " not given");
}

/// One option. False at the end of the list.
bool put_next_option(FieldCursor& in, bool overload_allowed);

void put_overload(FieldCursor& in, size_t at, size_t size, std::string_view title, const Field& missing,
                  std::string_view missing_words) {
  FieldWriter& out = in.out;
  out.put_words(at, size, title);
  const Deeper below(out);
  FieldCursor options(out, in.name(), at, at + size);
  while (options.left() != 0)
    if (!put_next_option(options, false)) return;
  out.shallower();
  out.expert(missing, ExpertSeverity::Error, ExpertGroup::Protocol, missing_words);
  out.deeper();
}

bool put_next_option(FieldCursor& in, bool overload_allowed) {
  FieldWriter& out = in.out;
  const size_t start = in.at;
  const unsigned code = static_cast<unsigned>(in.take(1));
  if (code == end_code) {
    out.put(field::option_type, start, 1, 0).label("Option: (255) End");
    const Deeper below(out);
    out.put(field::option_end, start, 1);
    return false;
  }
  if (code == padding_code) {
    while (in.left() != 0 && in.number(1) == padding_code) in.skip(1);
    out.put(field::option_type, start, in.at - start, 0).label("Option: (0) Padding");
    const Deeper below(out);
    out.put(field::option_padding, start, in.at - start);
    return true;
  }
  const size_t length = static_cast<size_t>(in.number(1));
  (void)in.peek(1 + length);
  Item line = out.put(field::option_type, start, 2 + length, code);
  line.label("Option: (", code, ") ", name_or(option_labels, code, "Unassigned"));
  if (code == type_code && length == 1) line.more(" (", type_words(out.layer()[start + 2]), ')');
  const Deeper below(out);
  in.put(field::option_length, 1);
  const size_t end = in.at + length;
  put_option(in, line, code, length);
  in.at = end;
  if (code == overload_code && overload_allowed && length == 1) {
    const unsigned overload = out.layer()[end - 1];
    if ((overload & 1) != 0 && overload <= 3) {
      if ((overload & 2) != 0)
        put_overload(in, server_at, server_size, "Server host name option overload",
                     field::option_option_overload_sname_end_missing, "sname overload end option missing");
      put_overload(in, file_at, file_size, "Boot file name option overload",
                   field::option_option_overload_file_end_missing, "file overload end option missing");
    } else if (overload == 2) {
      put_overload(in, server_at, server_size, "Server host name option overload",
                   field::option_option_overload_sname_end_missing, "sname overload end option missing");
    }
  }
  return true;
}

void put_operation(FieldWriter& out, unsigned operation, unsigned type, unsigned length) {
  if (operation == 2) return out.info("Boot Reply");
  if (operation != 1) return out.info("Unknown");
  out.info("Boot Request");
  const Bytes address = out.layer().subspan(std::min(hardware_at, out.size()));
  if (type == 1 && length == 6 && address.size() >= 6)
    out.more_info(" from ", MacText{address.data()}, " (", MacText{address.data()}, ')');
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  out.protocol_column("BOOTP");
  out.info("");
  FieldCursor in(out, "DHCP/BOOTP");
  out.root().length(layer.size());
  const Bytes head = in.peek(3);
  const unsigned operation = head[0], hardware = head[1], hardware_length = head[2];
  put_operation(out, operation, hardware, hardware_length);
  const bool has_cookie = layer.size() >= cookie_at + 4 && be32(&layer[cookie_at]) == magic_cookie;
  const Ahead ahead = has_cookie ? look_ahead(layer.subspan(cookie_at + 4)) : Ahead{};
  if (ahead.is_dhcp) {
    const std::string type = type_words(ahead.type);
    out.protocol_column("DHCP");
    out.info("DHCP ", Left{type, 8}, " - Transaction ID 0x", Hex{be32(&layer[4])});
    out.root().more(" (", type, ')');
  }
  in.put(field::type, 1);
  in.put(field::hw_type, 1);
  in.put(field::hw_len, 1);
  in.put(field::hops, 1);
  in.put(field::id, 4);
  const unsigned seconds = static_cast<unsigned>(in.number(2));
  if (seconds > 255 && (seconds & 255) == 0) {
    in.put(field::secs, 2, seconds >> 8);
    out.expert(field::secs_le, ExpertSeverity::Note, ExpertGroup::Protocol,
               "Seconds elapsed appears to be encoded as little-endian");
  } else {
    in.put(field::secs, 2);
  }
  const bool broadcast = (in.number(2) & 0x8000) != 0;
  in.put(field::flags, 2).more(broadcast ? ", Broadcast flag (Broadcast)" : " (Unicast)");
  {
    const Deeper below(out);
    out.put_in(0, field::flags_bc);
    out.put_in(0, field::flags_reserved);
  }
  in.put(field::ip_client, 4);
  in.put(field::ip_your, 4);
  in.put(field::ip_server, 4);
  in.put(field::ip_relay, 4);
  put_hardware(in, hardware, hardware_length);
  put_name(in, field::server, server_size, "Server host name", (ahead.overload & 2) != 0,
           field::server_name_overloaded_by_dhcp);
  put_name(in, field::file, file_size, "Boot file name", (ahead.overload & 1) != 0,
           field::boot_filename_overloaded_by_dhcp);
  if (!has_cookie) {
    in.put(field::vendor_specific_options, vendor_size);
    return;
  }
  in.put(field::cookie, 4).label("Magic cookie: DHCP");
  bool ended = false;
  while (in.left() != 0 && !ended) ended = !put_next_option(in, true);
  if (!ended) {
    out.shallower();
    out.expert(field::end_option_missing, ExpertSeverity::Error, ExpertGroup::Protocol, "End option missing");
    out.deeper();
  }
  if (in.left() != 0) in.put(field::option_padding, in.left());
}

}  // namespace wiretale::dhcp
