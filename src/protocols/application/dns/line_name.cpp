// Names in DNS messages as tcpdump writes them: RFC 1035 4.1.4, and the bit labels of RFC 2673.
#include "protocols/application/dns/line_name.h"

namespace wiretale::dns {
namespace {

constexpr uint8_t kind_bits = 0xc0, pointer = 0xc0, extended = 0x40, plain = 0;
constexpr uint8_t bit_label = 0x41;
constexpr size_t longest_name = 255;  // RFC 1035 2.3.4
constexpr std::string_view too_long = "<DOMAIN NAME TOO LONG>";

constexpr size_t bit_count(uint8_t count) { return count == 0 ? 256 : count; }

/// The kind 10 was never defined.
constexpr bool is_known_kind(uint8_t first) { return (first & kind_bits) != 0x80; }

/// The bytes of a label behind its first; nothing for kinds of labels that nobody defined, or when the count
/// is not there.
std::optional<size_t> label_size(View message, size_t at) {
  const uint8_t first = message.all()[at];
  if ((first & kind_bits) == plain || (first & kind_bits) == pointer) return first;
  if (first != bit_label || !message.has(at + 1, 1)) return std::nullopt;
  return (bit_count(message.all()[at + 1]) + 7) / 8 + 1;
}

/// A bit label: "\[xab/7]". `at` is its count. False when it is cut off.
bool print_bit_label(Line& line, View message, size_t at) {
  if (!message.has(at, 1)) return false;
  const size_t count = bit_count(message.all()[at]);
  line.put("\\[x");
  size_t left = count;
  for (++at; left > 7; left -= 8, ++at) {
    if (!message.has(at, 1)) return false;
    line.put(Hex{message.all()[at], 2});
  }
  if (left > 0) {
    if (!message.has(at, 1)) return false;
    const unsigned bits = message.all()[at] & (0xff00u >> left & 0xff);
    if (left > 4)
      line.put(Hex{bits, 2});
    else
      line.put(Hex{bits >> 4});
  }
  line.put('/', count, ']');
  return true;
}

}  // namespace

std::optional<size_t> skip_name(View message, size_t at) {
  while (message.has(at, 1)) {
    const uint8_t first = message.all()[at];
    if (first == 0) return at + 1;
    if ((first & kind_bits) == pointer) return at + 2;
    if ((first & kind_bits) == extended) {
      if (first != bit_label || !message.has(at + 1, 1)) return std::nullopt;
      at += 2 + (bit_count(message.all()[at + 1]) + 7) / 8;
    } else if ((first & kind_bits) == plain) {
      at += 1u + first;
    } else {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<size_t> print_name(Line& line, View message, size_t at, Compression compression) {
  if (!message.has(at, 1)) return std::nullopt;
  size_t limit = at;  // pointers must lead in front of all that was read so far, so that names end
  std::optional<size_t> behind;
  bool any = false;
  size_t length = 0;
  while (true) {
    const uint8_t first = message.all()[at];
    if (first == 0) break;
    const bool last_byte = !message.has(at + 1, 1);
    if (last_byte && (any ? first != bit_label : (first & kind_bits) == plain))
      return behind ? *behind : at + 1 + first;
    if ((first & kind_bits) == pointer) {
      if (compression == Compression::None) return std::nullopt;
      if (!behind) behind = at + 2;
      if (last_byte) return std::nullopt;
      const size_t target = be16(&message.all()[at]) & 0x3fffu;
      if (target >= limit) {
        line.put("<BAD PTR>");
        return std::nullopt;
      }
      any = true;
      at = limit = target;
      if (!message.has(at, 1)) return std::nullopt;
      continue;
    }
    if (!is_known_kind(first)) {
      line.put("<BAD LABEL TYPE>");
      return std::nullopt;
    }
    if ((first & kind_bits) == extended && first != bit_label) {
      line.put("<ELT ", first & 0x3fu, '>');
      return std::nullopt;
    }
    if (length > longest_name) {
      line.put(too_long);
      return behind ? behind : skip_name(message, at);
    }
    const std::optional<size_t> size = label_size(message, at);
    if (!size) return std::nullopt;
    if (first == bit_label) {
      if (!print_bit_label(line, message, at + 1)) return std::nullopt;
    } else {
      const size_t wanted = std::min(*size, longest_name - length);
      const Bytes text = message.available(at + 1, wanted);
      line.put(CaretNotation{text});
      if (text.size() < wanted) return std::nullopt;
      if (wanted < *size) {
        line.put(too_long);
        return behind ? behind : skip_name(message, at);
      }
    }
    any = true;
    line.put('.');
    at += 1 + *size;
    length += 1 + *size;
    if (length > longest_name) {
      // tcpdump looks at what comes next before it finds the name too long.
      const uint8_t next = message.has(at, 1) ? message.all()[at] : 0;
      if ((next & kind_bits) == pointer || !is_known_kind(next)) continue;
      line.put(too_long);
      return behind ? behind : skip_name(message, at);
    }
    if (!message.has(at, 1)) return std::nullopt;
  }
  if (!any) line.put('.');
  return behind ? *behind : at + 1;
}

}  // namespace wiretale::dns
