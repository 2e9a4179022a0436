// The payloads of ISAKMP and IKEv1 (RFC 2408 section 3, RFC 2407 section 4.6).
#include "protocols/application/isakmp/payloads.h"

namespace wiretale::isakmp {
namespace {

constexpr uint32_t ipsec_domain = 1;

struct ProtocolNumbers {
  Names transforms;
  Attributes attributes;
};
constexpr ProtocolNumbers numbers_of(uint8_t protocol) {
  switch (protocol) {
    case 1: return {isakmp_transforms, oakley_attributes};
    case 2: return {ah_transforms, ipsec_attributes};
    case 3: return {esp_transforms, ipsec_attributes};
    case 4: return {ipcomp_transforms, ipsec_attributes};
    default: return {};
  }
}

void put_situation(Line& line, uint32_t situation) {
  constexpr Name names[] = {{1, "identity"}, {2, "secrecy"}, {4, "integrity"}};
  line.put(" situation=", NamedBits{names, situation, "", "+"});
}

Next print_security_association(const Message& message, const Item& item) {
  Line& line = message.line;
  line.put("sa:");
  if (!message.bytes.has(item.at, 12)) return cut_short(line, item.type);
  const uint32_t domain = message.bytes.u32(item.at + 4), situation = message.bytes.u32(item.at + 8);
  if (domain != ipsec_domain) {
    line.put(" doi=", domain, " situation=", situation);
    return item.at + 12;
  }
  line.put(" doi=ipsec");
  put_situation(line, situation);
  size_t proposals = item.at + 12;
  if (situation != 1) {
    // tcpdump takes the domain for the labeled domain identifier that follows.
    line.put(" ident=", domain);
    proposals += 4;
  }
  if (!message.bytes.has(proposals, generic_header)) return cut_short(line, item.type);
  return print_chain(message, proposal, proposals, item.depth);
}

Next print_proposal(const Message& message, const Item& item) {
  Line& line = message.line;
  line.put("p:");
  if (!message.bytes.has(item.at, 8)) return cut_short(line, item.type);
  const uint8_t protocol = message.bytes.u8(item.at + 5), spi_size = message.bytes.u8(item.at + 6);
  line.put(" #", message.bytes.u8(item.at + 4), " protoid=", Named{protocol_names, protocol},
           " transform=", message.bytes.u8(item.at + 7));
  if (spi_size != 0) {
    line.put(" spi=");
    if (!put_hex(message, item.at + 8, spi_size)) return cut_short(line, item.type);
  }
  const size_t transforms = item.at + 8 + spi_size;
  if (!message.bytes.has(transforms, generic_header)) return cut_short(line, item.type);
  return print_chain(message, transform, transforms, item.depth, protocol);
}

Next print_transform(const Message& message, const Item& item) {
  Line& line = message.line;
  line.put("t:");
  if (!message.bytes.has(item.at, 8)) return cut_short(line, item.type);
  const ProtocolNumbers numbers = numbers_of(item.protocol);
  const uint8_t id = message.bytes.u8(item.at + 5);
  line.put(" #", message.bytes.u8(item.at + 4), " id=");
  line.put(Named{numbers.transforms, id, numbers.transforms.empty() ? "" : "#"}, ' ');
  return put_attributes(message, item.at + 8, item.at + item.length, numbers.attributes);
}

/// Text as `cat -v` shows it.
void put_visible(Line& line, Bytes text) {
  for (uint8_t c : text) {
    if (c >= 0x80) {
      line.put("M-");
      c &= 0x7f;
    }
    if (c < 0x20 || c == 0x7f)
      line.put('^', static_cast<char>(c ^ 0x40));
    else
      line.put(static_cast<char>(c));
  }
}

void put_identity(const Message& message, uint8_t type, size_t at, size_t length) {
  Line& line = message.line;
  const auto long_enough = [&](size_t least) {
    if (length >= least) {
      line.put(' ');
      return true;
    }
    line.put(" [bad: < ", least, ']');
    return false;
  };
  const auto ip4 = [&](size_t offset) { return Ipv4Text{message.bytes.at_least(at + offset, 4)}; };
  const auto ip6 = [&](size_t offset) { return Ipv6Text{message.bytes.at_least(at + offset, 16)}; };
  switch (type) {
    case 1:
      if (long_enough(4)) line.put(ip4(0));
      break;
    case 2:
    case 3:
      line.put(' ');
      put_visible(line, message.bytes.bytes(at, length));
      break;
    case 4:
      if (long_enough(8)) line.put(ip4(0), '/', ip4(4));
      break;
    case 5:
      if (long_enough(16)) line.put(ip6(0));
      break;
    case 6:
      if (!long_enough(32)) break;
      line.put(ip6(0), "/0x");
      (void)put_hex(message, at + 16, 16);
      break;
    case 7:
      if (long_enough(8)) line.put(ip4(0), '-', ip4(4));
      break;
    case 8:
      if (long_enough(32)) line.put(ip6(0), '-', ip6(16));
      break;
    default:
      // Names in ASN.1 and keys, which have no text.
      (void)put_contents(message, at, length);
      break;
  }
}

Next print_identification(const Message& message, const Item& item) {
  Line& line = message.line;
  line.put("id:");
  if (!message.bytes.has(item.at, 8)) return cut_short(line, item.type);
  const uint8_t type = message.bytes.u8(item.at + 4);
  line.put(" idtype=", Named{identification_types, type}, " protoid=", message.bytes.u8(item.at + 5),
           " port=", message.bytes.u16(item.at + 6));
  if (item.length > 8) {
    line.put(" len=", item.length - 8);
    put_identity(message, type, item.at + 8, item.length - 8);
  }
  return item.at + item.length;
}

Next print_certificate(const Message& message, const Item& item) {
  Line& line = message.line;
  line.put(Named{payload_names, item.type}, ':');
  if (!message.bytes.has(item.at, 6)) return cut_short(line, item.type);
  line.put(" len=", item.length - generic_header,
           " type=", Named{certificate_types, message.bytes.u8(item.at + 4)});
  (void)put_contents(message, item.at + generic_header, item.length - generic_header);
  return item.at + item.length;
}

/// Payloads of which only the length is known; `label` stands before it.
Next print_opaque(const Message& message, const Item& item, std::string_view label) {
  message.line.put(Named{payload_names, item.type}, ": ", label, "len=", item.length - generic_header);
  (void)put_contents(message, item.at + generic_header, item.length - generic_header);
  return item.at + item.length;
}

Next print_nonce(const Message& message, const Item& item) {
  Line& line = message.line;
  const Next next = print_opaque(message, item, "n ");
  if (line.options.verbose == 2) {
    line.put(' ');
    put_some_data(message, item.at + generic_header);
  }
  return next;
}

/// The notification's name; `base` is the first number of the range that the name counts from.
void put_notification(Line& line, uint16_t type, bool in_ipsec) {
  const auto put = [&](Names names, uint16_t base) { line.put(Named{names, uint64_t{type} - base}); };
  if (type < 8192)
    put(notification_errors, 0);
  else if (type < 16384)
    put(in_ipsec ? Names(ipsec_notification_errors) : Names{}, in_ipsec ? 8192 : 0);
  else if (type < 24576)
    put(notification_states, 16384);
  else if (type < 32768 && in_ipsec)
    put(ipsec_notification_states, 24576);
  else
    line.put('#', type);
}

Next print_notification(const Message& message, const Item& item) {
  constexpr uint16_t responder_lifetime = 24576, replay_status = 24577;
  Line& line = message.line;
  line.put("n:");
  if (!message.bytes.has(item.at, 12)) return cut_short(line, item.type);
  const uint32_t domain = message.bytes.u32(item.at + 4);
  const uint8_t protocol = message.bytes.u8(item.at + 8), spi_size = message.bytes.u8(item.at + 9);
  const uint16_t type = message.bytes.u16(item.at + 10);
  const bool in_ipsec = domain == ipsec_domain;
  if (in_ipsec)
    line.put(" doi=ipsec proto=", Named{protocol_names, protocol});
  else
    line.put(" doi=", domain, " proto=", protocol);
  line.put(" type=");
  put_notification(line, type, in_ipsec);
  size_t data = item.at + 12;
  if (spi_size != 0) {
    line.put(" spi=");
    if (!put_hex(message, data, spi_size)) return cut_short(line, item.type);
    data += spi_size;
  }
  if (!in_ipsec) return data;
  const size_t end = item.at + item.length;
  if (data >= message.end()) return end;
  switch (type) {
    case responder_lifetime:
      line.put(" attrs=(");
      (void)put_attributes(message, data, end, oakley_attributes);
      line.put(')');
      break;
    case replay_status:
      line.put(" status=(");
      line.put("replay detection ", message.bytes.u32(data) != 0 ? "en" : "dis", "abled)");
      break;
    default:
      if (line.options.verbose > 3)
        put_all_data(message, data);
      else
        put_some_data(message, data);
  }
  return end;
}

Next print_deletion(const Message& message, const Item& item) {
  Line& line = message.line;
  line.put("d:");
  if (!message.bytes.has(item.at, 12)) return cut_short(line, item.type);
  const uint32_t domain = message.bytes.u32(item.at + 4);
  const uint8_t protocol = message.bytes.u8(item.at + 8), spi_size = message.bytes.u8(item.at + 9);
  const uint16_t count = message.bytes.u16(item.at + 10);
  if (domain == ipsec_domain)
    line.put(" doi=ipsec proto=", Named{protocol_names, protocol});
  else
    line.put(" doi=", domain, " proto=", protocol);
  line.put(" spilen=", spi_size, " nspi=", count, " spi=");
  size_t at = item.at + 12;
  for (unsigned i = 0; i < count; ++i, at += spi_size) {
    if (i != 0) line.put(',');
    if (!put_hex(message, at, spi_size)) return cut_short(line, item.type);
  }
  return at;
}

}  // namespace

Next print_v1_payload(const Message& message, const Item& item) {
  switch (item.type) {
    case security_association: return print_security_association(message, item);
    case proposal: return print_proposal(message, item);
    case transform: return print_transform(message, item);
    case key_exchange: return print_opaque(message, item, "key ");
    case identification: return print_identification(message, item);
    case certificate:
    case certificate_request: return print_certificate(message, item);
    case hash:
    case signature:
    case vendor_id: return print_opaque(message, item, "");
    case nonce: return print_nonce(message, item);
    case notification: return print_notification(message, item);
    case deletion: return print_deletion(message, item);
    default: message.line.put(Named{payload_names, item.type}); return item.at + item.length;
  }
}

}  // namespace wiretale::isakmp
