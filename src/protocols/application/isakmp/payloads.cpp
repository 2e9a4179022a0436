// The chain of payloads in an ISAKMP message (RFC 2408 3.2), and what printers of its two versions share.
#include "protocols/application/isakmp/payloads.h"

namespace wiretale::isakmp {

void open_payload(Line& line, unsigned depth) {
  line.put('\n');
  line.fill(size_t{4} * depth, ' ');
  line.put('(');
}

Next cut_short(Line& line, uint8_t type) {
  line.put(" [|", Named{payload_names, type}, ']');
  return std::nullopt;
}

bool put_hex(const Message& message, size_t at, size_t count) {
  if (!message.bytes.has(at, count)) return false;
  for (const uint8_t byte : message.bytes.bytes(at, count)) message.line.put(Hex{byte, 2});
  return true;
}

bool put_contents(const Message& message, size_t at, size_t count) {
  if (message.line.options.verbose <= 2) return true;
  message.line.put(' ');
  return put_hex(message, at, count);
}

void put_some_data(const Message& message, size_t at) {
  constexpr size_t head = 10, tail = 20;
  const size_t count = message.end() - at, first = std::min(count, head);
  const size_t last = std::min(count - first, tail);
  message.line.put(" data=(");
  (void)put_hex(message, at, first);
  message.line.put("...");
  (void)put_hex(message, message.end() - last, last);
  message.line.put(')');
}

void put_all_data(const Message& message, size_t at) {
  message.line.put(" data=(");
  (void)put_hex(message, at, message.end() - at);
  message.line.put(')');
}

size_t put_attribute(const Message& message, size_t at, size_t end, Attributes known) {
  // RFC 2408 3.3: the highest bit says that the value stands in place of the length.
  constexpr uint16_t short_format = 0x8000;
  Line& line = message.line;
  const uint16_t first = message.bytes.u16(at);
  const bool is_short = (first & short_format) != 0;
  const size_t total = is_short ? 4 : size_t{4} + message.bytes.u16(at + 2);
  if (total > end - at) {
    line.put("[|attr]");
    return end + 1;
  }
  const uint16_t type = first & 0x7fff;
  const Attribute* named = nullptr;
  for (const Attribute& attribute : known)
    if (attribute.type == type) named = &attribute;
  line.put("(type=");
  if (named != nullptr)
    line.put(named->name);
  else
    line.put('#', type);
  if (is_short) {
    line.put(" value=");
    const std::string_view name =
        named == nullptr ? std::string_view{} : find_name(named->values, message.bytes.u16(at + 2));
    if (name.empty())
      (void)put_hex(message, at + 2, 2);
    else
      line.put(name);
  } else {
    line.put(" len=", total - 4, " value=");
    (void)put_hex(message, at + 4, total - 4);
  }
  line.put(')');
  return at + total;
}

size_t put_attributes(const Message& message, size_t at, size_t end, Attributes known) {
  while (at < end && at < message.end()) at = put_attribute(message, at, end, known);
  return at;
}

namespace {

Next print_payload(const Message& message, const Item& item) {
  if (item.length <= generic_header) return std::nullopt;
  if (item.type < v2_security_association) return print_v1_payload(message, item);
  return print_v2_payload(message, item);
}

}  // namespace

Next print_chain(const Message& message, uint8_t type, size_t at, unsigned depth, uint8_t protocol) {
  Line& line = message.line;
  while (type != none) {
    if (!message.bytes.has(at, generic_header)) return cut_short(line, type);
    const uint8_t next_type = message.bytes.u8(at);
    const size_t length = message.bytes.u16(at + 2);
    if (!message.bytes.has(at, length)) return cut_short(line, type);
    open_payload(line, depth + 1);
    const Next next = print_payload(message, {type, at, length, depth + 1, protocol});
    line.put(')');
    if (!next) return std::nullopt;
    type = next_type;
    at = *next;
  }
  return at;
}

}  // namespace wiretale::isakmp
