// The payloads of IKEv2 (RFC 7296 section 3).
#include "protocols/application/isakmp/payloads.h"
#include "protocols/network/ipsec_secrets.h"

namespace wiretale::isakmp {
namespace {

constexpr uint8_t critical_bit = 0x80;

/// "v2ke:", with "[C]" when who does not know the payload must refuse the message.
void put_name(const Message& message, size_t at, std::string_view name) {
  message.line.put(name, (message.bytes.u8(at + 1) & critical_bit) != 0 ? "[C]:" : ":");
}
void put_name(const Message& message, const Item& item) {
  put_name(message, item.at, find_name(payload_names, item.type));
}

void put_printable(const Message& message, size_t at, size_t count) {
  for (const uint8_t byte : message.bytes.bytes(at, count))
    message.line.put(byte >= 0x20 && byte < 0x7f ? static_cast<char>(byte) : '.');
}

Next print_opaque(const Message& message, const Item& item) {
  put_name(message, item);
  message.line.put(" len=", item.length - generic_header);
  (void)put_contents(message, item.at + generic_header, item.length - generic_header);
  return item.at + item.length;
}

Next print_transform(const Message& message, size_t at, size_t length, unsigned number) {
  Line& line = message.line;
  put_name(message, at, "t");
  const uint8_t type = message.bytes.u8(at + 4);
  const uint16_t id = message.bytes.u16(at + 6);
  const Names ids = type == 1   ? Names(esp_transforms)
                    : type == 2 ? Names(v2_functions)
                    : type == 3 ? Names(v2_integrity)
                    : type == 4 ? Names(groups)
                    : type == 5 ? Names(v2_sequence_numbers)
                                : Names{};
  line.put(" #", number, " type=", Named{v2_transform_types, type}, " id=");
  line.put(Named{ids, id, ids.empty() ? "" : "#"}, ' ');
  return put_attributes(message, at + 8, at + length, type == 1 ? Attributes(v2_attributes) : Attributes{});
}

/// What is left of the container that a chain of proposals or transforms fills.
enum class Fit : uint8_t { fits, not_captured, too_long };
Fit fit(const Message& message, size_t at, size_t left) {
  if (!message.bytes.has(at, generic_header)) return Fit::not_captured;
  if (left < generic_header) return Fit::too_long;
  const size_t length = message.bytes.u16(at + 2);
  if (length <= generic_header) return Fit::not_captured;
  if (length > left) return Fit::too_long;
  return message.bytes.has(at, length) ? Fit::fits : Fit::not_captured;
}

Next print_proposal(const Message& message, size_t at, size_t length, unsigned depth) {
  Line& line = message.line;
  put_name(message, at, "p");
  const uint8_t spi_size = message.bytes.u8(at + 6);
  line.put(" #", message.bytes.u8(at + 4), " protoid=", Named{protocol_names, message.bytes.u8(at + 5)},
           " transform=", message.bytes.u8(at + 7), " len=", length);
  // Counted as if the header were no longer than a generic one, as tcpdump does.
  size_t left = length - generic_header, next = at + 8;
  const auto too_long = [&]() -> Next {
    (void)cut_short(line, proposal);
    return next + left;
  };
  if (spi_size != 0) {
    if (left < spi_size) return too_long();
    line.put(" spi=");
    if (!put_hex(message, next, spi_size)) return cut_short(line, proposal);
    next += spi_size;
    left -= spi_size;
  }
  uint8_t type = transform;
  for (unsigned number = 1; type != none; ++number) {
    switch (fit(message, next, left)) {
      case Fit::not_captured: return cut_short(line, proposal);
      case Fit::too_long: return too_long();
      case Fit::fits: break;
    }
    const size_t size = message.bytes.u16(next + 2);
    const uint8_t next_type = message.bytes.u8(next);
    open_payload(line, depth + 1);
    Next after = next + size;
    if (type == transform)
      after = print_transform(message, next, size, number);
    else
      line.put(Named{payload_names, type});
    line.put(')');
    left -= size;
    next = *after;
    type = next_type;
  }
  return next;
}

Next print_security_association(const Message& message, const Item& item) {
  Line& line = message.line;
  put_name(message, item.at, "sa");
  const size_t length = item.length - generic_header;
  line.put(" len=", length);
  size_t at = item.at + generic_header, left = length;
  uint8_t type = proposal;
  while (type != none) {
    const Fit fits = fit(message, at, left);
    if (fits != Fit::fits) {
      (void)cut_short(line, item.type);
      return fits == Fit::not_captured ? Next{} : at + left;
    }
    const size_t size = message.bytes.u16(at + 2);
    const uint8_t next_type = message.bytes.u8(at);
    open_payload(line, item.depth + 1);
    if (type == proposal) {
      const Next next = print_proposal(message, at, size, item.depth + 1);
      if (!next) return std::nullopt;
      at = *next;
    } else {
      line.put(Named{payload_names, type});
      at += size;
    }
    line.put(')');
    left -= size;
    type = next_type;
  }
  return at;
}

Next print_key_exchange(const Message& message, const Item& item) {
  Line& line = message.line;
  if (!message.bytes.has(item.at, 8)) return cut_short(line, item.type);
  put_name(message, item);
  if (item.length < 8) {
    line.put(" len=", item.length, " < 8");
    return item.at + item.length;
  }
  line.put(" len=", item.length - 8, " group=", Named{groups, message.bytes.u16(item.at + 4)});
  if (item.length > 8) (void)put_contents(message, item.at + 8, item.length - 8);
  return item.at + item.length;
}

Next print_identification(const Message& message, const Item& item) {
  Line& line = message.line;
  if (!message.bytes.has(item.at, 8)) return cut_short(line, item.type);
  put_name(message, item);
  const size_t length = item.length - generic_header;
  line.put(" len=", length);
  (void)put_contents(message, item.at + generic_header, length);
  const uint8_t type = message.bytes.u8(item.at + 4);
  const std::string_view name = find_name(v2_identification_types, type);
  if (name.empty()) return item.at + item.length;
  line.put(' ', name);
  if (length < 4) return cut_short(line, item.type);
  const size_t size = length - 4;
  const bool is_text = type == 2 || type == 3;
  if (is_text)
    put_printable(message, item.at + 8, size);
  else
    (void)put_hex(message, item.at + 8, size);
  return item.at + item.length;
}

Next print_authentication(const Message& message, const Item& item) {
  Line& line = message.line;
  if (!message.bytes.has(item.at, 8)) return cut_short(line, item.type);
  put_name(message, item);
  line.put(" len=", item.length - generic_header,
           " method=", Named{v2_authentication_methods, message.bytes.u8(item.at + 4)});
  if (item.length > generic_header) {
    if (line.options.verbose > 1) {
      line.put(" authdata=(");
      if (item.length < 8) return cut_short(line, item.type);
      (void)put_hex(message, item.at + 8, item.length - 8);
      line.put(") ");
    } else {
      put_some_data(message, item.at + 8);
    }
  }
  return item.at + item.length;
}

Next print_nonce(const Message& message, const Item& item) {
  Line& line = message.line;
  put_name(message, item.at, "nonce");
  line.put(" len=", item.length - generic_header);
  if (line.options.verbose > 1) {
    line.put(" nonce=(");
    (void)put_hex(message, item.at + generic_header, item.length - generic_header);
    line.put(") ");
  } else {
    put_some_data(message, item.at + generic_header);
  }
  return item.at + item.length;
}

void put_notification(Line& line, uint16_t type) {
  line.put(" type=", type, '(');
  const std::string_view name = find_name(v2_notification_names, type);
  if (!name.empty())
    line.put(name);
  else if (type < 16384)
    line.put(type < 8192 ? "error" : "private-error");
  else
    line.put(type < 40960 ? "status" : "private-status");
  line.put(')');
}

Next print_notification(const Message& message, const Item& item) {
  constexpr uint16_t cookie = 16390;
  constexpr size_t short_cookie = 30;
  Line& line = message.line;
  if (!message.bytes.has(item.at, 8)) return cut_short(line, notification);
  put_name(message, item.at, "n");
  const uint8_t spi_size = message.bytes.u8(item.at + 5);
  const uint16_t type = message.bytes.u16(item.at + 6);
  line.put(" prot_id=", Named{protocol_names, message.bytes.u8(item.at + 4)});
  put_notification(line, type);
  size_t data = item.at + 8;
  if (spi_size != 0 && std::ranges::find(v2_notifications_without_spi, type) ==
                           std::ranges::end(v2_notifications_without_spi)) {
    line.put(" spi=");
    if (!put_hex(message, data, spi_size)) return cut_short(line, notification);
  }
  data += spi_size;
  if (data < message.end()) {
    const size_t left = message.end() - data;
    if (line.options.verbose > 3 || (type == cookie && left < short_cookie))
      put_all_data(message, data);
    else if (type == cookie)
      put_some_data(message, data);
  }
  return item.at + item.length;
}

Next print_vendor_id(const Message& message, const Item& item) {
  put_name(message, item);
  const size_t length = item.length - generic_header;
  message.line.put(" len=", length, " vid=");
  put_printable(message, item.at + generic_header, length);
  if (length > generic_header) (void)put_contents(message, item.at + generic_header, length);
  return item.at + item.length;
}

/// The payloads inside, where the user gave the keys. The chain ends here in any case (RFC 7296 3.14).
Next print_encrypted(const Message& message, const Item& item) {
  const size_t length = item.length - generic_header;
  put_name(message, item);
  message.line.put(" len=", length);
  if (length > generic_header) (void)put_contents(message, item.at + generic_header, length);
  const Bytes sealed = message.bytes.bytes(item.at + generic_header, length);
  std::vector<uint8_t> opened;
  if (!message.line.state<ipsec::Secrets>().open_ikev2(message.line.options, message.from_initiator,
                                                       message.initiator_cookie, message.responder_cookie,
                                                       sealed, opened))
    return std::nullopt;
  Message inner = message;
  inner.bytes = View(Bytes(opened));
  (void)print_chain(inner, message.bytes.u8(item.at), 0, item.depth + 1);
  return std::nullopt;
}

}  // namespace

Next print_v2_payload(const Message& message, const Item& item) {
  switch (item.type) {
    case v2_security_association: return print_security_association(message, item);
    case v2_key_exchange: return print_key_exchange(message, item);
    case v2_initiator_id:
    case v2_responder_id: return print_identification(message, item);
    case v2_authentication: return print_authentication(message, item);
    case v2_nonce: return print_nonce(message, item);
    case v2_notification: return print_notification(message, item);
    case v2_vendor_id: return print_vendor_id(message, item);
    case v2_certificate:
    case v2_certificate_request:
    case v2_deletion:
    case v2_initiator_selectors:
    case v2_responder_selectors:
    case v2_configuration:
    case v2_eap: return print_opaque(message, item);
    case v2_encrypted:
      if (message.major_version == 2) return print_encrypted(message, item);
      break;
    default: break;
  }
  message.line.put(Named{payload_names, item.type});
  return item.at + item.length;
}

}  // namespace wiretale::isakmp
