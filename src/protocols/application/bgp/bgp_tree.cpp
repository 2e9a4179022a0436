// BGP messages in the field tree (RFC 4271), with the capabilities of Open messages (RFC 5492).
#include "protocols/application/bgp/bgp_tree.h"

#include <algorithm>
#include <string>

#include "packet/flag_lines.h"
#include "protocols/catalog.h"

namespace wiretale::bgp {
namespace {

enum Message : uint8_t { open = 1, update, notification, keepalive, route_refresh, cisco_refresh = 128 };
enum Capability : uint8_t {
  multiprotocol = 1,
  next_hop_encoding = 5,
  bgpsec = 7,
  graceful_restart = 64,
  four_octets = 65,
  additional_paths = 69,
  names = 73
};
constexpr size_t header_length = 19;

void put_graceful_restart(FieldCursor& in) {
  static constexpr const Field* timers[] = {&field::cap_gr_timers_restart_flag,
                                            &field::cap_gr_timers_notification_flag};
  FieldWriter& out = in.out;
  if (in.left() == 2)
    out.expert(field::cap_gr_helper_mode_only, ExpertSeverity::Chat, ExpertGroup::Request,
               field::cap_gr_helper_mode_only.label);
  (void)in.peek(2);
  put_flags(out, in.at, 2, field::cap_gr_timers, timers);
  {
    const Deeper below(out);
    out.put_in(in.at, field::cap_gr_timers_restart_time);
  }
  in.skip(2);
  while (in.left() >= 4) {
    static constexpr const Field* flags[] = {&field::cap_gr_flag_pfs};
    in.put(field::cap_gr_afi, 2);
    in.put(field::cap_gr_safi, 1);
    put_flags(out, in.at, 1, field::cap_gr_flag, flags);
    in.skip(1);
  }
}

void put_bgpsec(FieldCursor& in) {
  const uint64_t flags = in.number(1);
  const size_t at = in.at;
  in.put(field::cap_bgpsec_flags, 1).more(", Send/Receive: ", (flags & 8) != 0 ? "Send" : "Receive");
  {
    const Deeper below(in.out);
    in.out.put_in(at, field::cap_bgpsec_version);
    in.out.put_in(at, field::cap_bgpsec_sendreceive);
    in.out.put_in(at, field::cap_bgpsec_reserved);
  }
  in.put(field::cap_bgpsec_afi, 2);
}

void put_capability_data(FieldCursor& in, unsigned type) {
  switch (type) {
    case multiprotocol:
      in.put(field::cap_mp_afi, 2);
      in.put(field::cap_reserved, 1);
      in.put(field::cap_mp_safi, 1);
      return;
    case next_hop_encoding:
      while (in.left() >= 6) {
        in.put(field::cap_enh_afi, 2);
        in.put(field::cap_enh_safi, 2);
        in.put(field::cap_enh_nhafi, 2);
      }
      return;
    case bgpsec: return put_bgpsec(in);
    case graceful_restart: return put_graceful_restart(in);
    case four_octets: in.put(field::cap_4as, 4); return;
    case additional_paths:
      while (in.left() >= 4) {
        in.put(field::cap_ap_afi, 2);
        in.put(field::cap_ap_safi, 1);
        in.put(field::cap_ap_sendreceive, 1);
      }
      return;
    case names: {
      auto size = static_cast<size_t>(in.number(1));
      in.put(field::cap_orf_fqdn_hostname_len, 1);
      in.put(field::cap_orf_fqdn_hostname, size);
      size = static_cast<size_t>(in.number(1));
      in.put(field::cap_orf_fqdn_domain_name_len, 1);
      in.put(field::cap_orf_fqdn_domain_name, size);
      return;
    }
    default:
      if (in.left() > 0) in.put(field::cap_unknown, in.left());
  }
}

void put_capability(FieldCursor& in) {
  FieldWriter& out = in.out;
  const Bytes head = in.peek(2);
  const unsigned type = head[0];
  const size_t length = head[1], first = in.at;
  Item line = out.put(field::cap, first, std::min(length + 2, in.left()));
  if (const std::string_view name = find_name(field::cap_type_labels, type); !name.empty())
    line.label("Capability: ", name);
  else
    line.label("Capability: Unknown capability ", type);
  const Deeper below(out);
  in.put(field::cap_type, 1);
  in.put(field::cap_length, 1);
  FieldCursor data(out, tree_name, in.at, std::min(in.at + length, in.end));
  put_capability_data(data, type);
  in.at = std::min(first + 2 + length, in.end);
}

void put_open(FieldCursor& in) {
  constexpr uint64_t capability = 2;
  FieldWriter& out = in.out;
  in.put(field::open_version, 1);
  in.put(field::open_myas, 2);
  in.put(field::open_holdtime, 2);
  in.put(field::open_identifier, 4);
  const auto length = static_cast<size_t>(in.number(1));
  in.put(field::open_opt_len, 1);
  if (length == 0) return;
  out.put(field::open_opt, in.at, std::min(length, in.left()));
  const Deeper below(out);
  const size_t end = std::min(in.at + length, in.end);
  while (in.at < end) {
    const Bytes head = in.peek(2);
    const size_t size = head[1], first = in.at;
    out.put(field::open_opt_param, first, std::min(size + 2, in.left()))
        .label("Optional Parameter: ", name_or(field::open_opt_param_type_labels, head[0], "Unknown"));
    const Deeper each(out);
    in.put(field::open_opt_param_type, 1);
    in.put(field::open_opt_param_len, 1);
    FieldCursor parameter(out, tree_name, in.at, std::min(in.at + size, in.end));
    if (head[0] == capability)
      while (parameter.left() > 0) put_capability(parameter);
    in.at = std::min(first + 2 + size, in.end);
  }
}

void put_notification(FieldCursor& in) {
  constexpr unsigned cease = 6, shutdown = 2, reset = 4;
  const auto major = static_cast<unsigned>(in.number(1));
  in.put(field::notify_major_error, 1);
  const Field* const minors[] = {&field::notify_minor_error_unknown, &field::notify_minor_error,
                                 &field::notify_minor_error_open,    &field::notify_minor_error_update,
                                 &field::notify_minor_error_expired, &field::notify_minor_error_state,
                                 &field::notify_minor_error_cease,   &field::notify_minor_error_capability};
  const auto minor = static_cast<unsigned>(in.number(1));
  in.put(*minors[major < std::size(minors) ? major : 0], 1);
  if (in.left() == 0) return;
  if (major == cease && (minor == shutdown || minor == reset)) {
    const auto size = static_cast<size_t>(in.number(1));
    in.put(field::notify_communication_length, 1);
    if (size > 0 && size <= in.left()) in.put(field::notify_communication, size);
    return;
  }
  in.put(field::notify_minor_data, in.left());
}

void put_refresh(FieldCursor& in) {
  in.put(field::route_refresh_afi, 2);
  in.put(field::route_refresh_subtype, 1);
  in.put(field::route_refresh_safi, 1);
}

/// The message that begins at the cursor and ends with it.
void put_message(FieldCursor& in, Item line, bool first) {
  FieldWriter& out = in.out;
  const unsigned type = in.peek(header_length)[18];
  const std::string_view known = find_name(field::type_labels, type);
  const std::string name =
      known.empty() ? text_of("Unknown message type (0x", Hex{type, 2}, ')') : std::string(known);
  line.label("Border Gateway Protocol - ", name);
  out.more_info(first ? "" : ", ", name);
  in.put(field::marker, 16);
  in.put(field::length, 2);
  in.put(field::type, 1);
  switch (type) {
    case open: return put_open(in);
    case update: return put_update(in);
    case notification: return put_notification(in);
    case route_refresh:
    case cisco_refresh: return put_refresh(in);
    default: return;
  }
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  constexpr size_t length_at = 16;
  bool first = out.about.columns == nullptr || out.about.columns->protocol.view() != "BGP";
  if (first) {
    out.protocol_column("BGP");
    out.info("");
  }
  if (const size_t shown = std::min(layer.size(), length_at);
      !std::ranges::all_of(layer.first(shown), [](uint8_t byte) { return byte == 0xff; })) {
    out.root().length(layer.size());
    out.info("");
    out.put_words(0, layer.size(), "Continuation");
    return;
  }
  for (size_t at = 0; at < layer.size(); first = false) {
    FieldCursor head(out, tree_name, at);
    const size_t length =
        std::clamp<size_t>(be16(&head.peek(header_length)[length_at]), header_length, head.left());
    Item line = out.root();
    if (at != 0) {
      out.shallower();
      line = out.put(own_field(ids::bgp), at, length);
      out.deeper();
    }
    line.length(length);
    FieldCursor message(out, tree_name, at, at + length);
    put_message(message, line, first);
    at += length;
  }
}

}  // namespace wiretale::bgp
