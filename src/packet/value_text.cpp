// Values as text.
#include "packet/value_text.h"

#include <algorithm>
#include <ctime>
#include <string>

namespace wiretale {
namespace {

unsigned hex_digits(Type type) {
  switch (type) {
    case Type::Uint8:
    case Type::Int8:
    case Type::Char:
    case Type::Boolean: return 2;
    case Type::Uint16:
    case Type::Int16: return 4;
    case Type::Uint24:
    case Type::Int24: return 6;
    case Type::Uint32:
    case Type::Int32: return 8;
    case Type::Uint40: return 10;
    case Type::Uint48: return 12;
    case Type::Uint56: return 14;
    default: return 16;
  }
}

bool is_signed(Type type) { return type >= Type::Int8 && type <= Type::Int64; }

void append_decimal(Text& text, Type type, uint64_t number) {
  if (is_signed(type))
    text.append(static_cast<int64_t>(number));
  else
    text.append(number);
}

/// A span as seconds with nine decimals; "-0.5" keeps its sign.
void append_seconds(Text& text, int64_t nanoseconds) {
  const uint64_t size =
      nanoseconds < 0 ? uint64_t{0} - static_cast<uint64_t>(nanoseconds) : static_cast<uint64_t>(nanoseconds);
  if (nanoseconds < 0) text.append('-');
  text.put(size / 1'000'000'000, '.', Padded{size % 1'000'000'000, 9, '0'});
}

/// "Jan  1, 2025 12:00:00.001000000 UTC" in the local zone.
void append_date(Text& text, int64_t nanoseconds) {
  constexpr int64_t second = 1'000'000'000;
  const int64_t fraction = (nanoseconds % second + second) % second;
  const time_t seconds = (nanoseconds - fraction) / second;
  // The same second is asked for again and again: several fields, and packets close together.
  thread_local time_t cached = -1;
  thread_local char before[64], zone[16];
  if (seconds != cached) {
    tm date{};
    localtime_r(&seconds, &date);
    std::strftime(before, sizeof before, "%b %e, %Y %H:%M:%S", &date);
    std::strftime(zone, sizeof zone, "%Z", &date);
    cached = seconds;
  }
  text.put(std::string_view{before}, '.', Padded{static_cast<uint64_t>(fraction), 9, '0'}, ' ',
           std::string_view{zone});
}

void append_guid(Text& text, Bytes b) {
  if (b.size() != 16) return;
  text.put(Hex{be32(&b[0]), 8}, '-', Hex{be16(&b[4]), 4}, '-', Hex{be16(&b[6]), 4}, '-', Hex{be16(&b[8]), 4},
           '-', Hex{uint64_t{be16(&b[10])} << 32 | be32(&b[12]), 12});
}

/// Content octets of an object identifier (X.690 8.19).
void append_oid(Text& text, Bytes bytes) {
  uint64_t number = 0;
  bool first = true;
  for (const uint8_t byte : bytes) {
    number = number << 7 | (byte & 127);
    if ((byte & 128) != 0) continue;
    if (first) {
      const uint64_t top = number < 40 ? 0 : number < 80 ? 1 : 2;
      text.put(top, '.', number - 40 * top);
    } else {
      text.put('.', number);
    }
    first = false;
    number = 0;
  }
}

void append_content(Text& text, Bytes bytes) {
  text.append(std::string_view{reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

bool is_number(Type type) { return (type >= Type::Char && type <= Type::Int64) || type == Type::FrameNumber; }

/// The number in the base of the declaration; hexadecimal ones with `digits`.
void append_number(Text& text, const Field& field, uint64_t number, unsigned digits) {
  switch (field.show) {
    case Show::Hex:
    case Show::HexDecimal: text.put("0x", Hex{number, digits}); return;
    case Show::Octal: text.put('0', Octal{number}); return;
    default: append_decimal(text, field.value_type(), number);
  }
}

void append_truth(Text& text, const Field& field, uint64_t number) {
  if (const std::string_view name = find_name(field.names, number != 0 ? 1 : 0); !name.empty())
    text.append(name);
  else if (field.show == Show::Flag)
    text.append(number != 0 ? "Set" : "Not set");
  else
    text.append(number != 0 ? "True" : "False");
}

void append_plain_hex(Text& text, Bytes bytes) {
  for (const uint8_t byte : bytes) text.append(Hex{byte, 2});
}

/// "..0. .... = " over the bits of the pattern.
void append_pattern(Text& text, const Field& field, uint64_t number) {
  const Place& place = field.place;
  for (unsigned i = 0; i < place.pattern_width; ++i) {
    if (i != 0 && i % 4 == 0) text.append(' ');
    const unsigned bit = place.pattern_bit + i;
    if (bit < place.bit || bit >= place.bit + place.width)
      text.append('.');
    else
      text.append((number >> (place.bit + place.width - 1u - bit) & 1) != 0 ? '1' : '0');
  }
  text.append(" = ");
}

}  // namespace

void append_value(Text& text, const FieldValue& value) {
  const Type type = value.field->value_type();
  if (is_number(type)) return append_number(text, *value.field, value.number, hex_digits(type));
  switch (type) {
    case Type::Boolean: text.append(value.number != 0 ? '1' : '0'); return;
    case Type::Float:
    case Type::Double: {
      char buffer[40];
      const int size = std::snprintf(buffer, sizeof buffer, "%.*g", type == Type::Float ? 6 : 15,
                                     std::bit_cast<double>(value.number));
      text.append(std::string_view{buffer, static_cast<size_t>(size)});
      return;
    }
    case Type::AbsoluteTime:
      if (value.number == no_date) return text.append("NULL");
      append_date(text, static_cast<int64_t>(value.number));
      return;
    case Type::RelativeTime: append_seconds(text, static_cast<int64_t>(value.number)); return;
    case Type::String: append_content(text, value.bytes); return;
    case Type::Ipv4:
      if (value.bytes.size() >= 4) text.append(Ipv4Text{value.bytes.data()});
      return;
    case Type::Ipv6:
      if (value.bytes.size() >= 16) text.append(Ipv6Text{value.bytes.data()});
      return;
    case Type::Ether:
    case Type::ByteArray: text.append(LinkAddressText{value.bytes}); return;
    case Type::Guid: append_guid(text, value.bytes); return;
    case Type::Oid: append_oid(text, value.bytes); return;
    default: return;
  }
}

namespace {
std::string_view words_of_nothing(const Field& bytes) {
  return bytes.show == Show::MaybeNone ? "<none>" : "<MISSING>";
}
}  // namespace

void append_line(Text& text, const FieldValue& value) {
  const Field& field = *value.field;
  const Type type = field.value_type();
  if (type == Type::Protocol || type == Type::None) return text.append(field.label);
  if (field.place.pattern_width != 0) append_pattern(text, field, value.number);
  text.put(field.label, ": ");
  if (type == Type::Boolean) return append_truth(text, field, value.number);
  if (type == Type::String) {
    append_label_content(text, value.bytes);
    return text.append(field.unit);
  }
  if (is_number(type)) {
    const unsigned digits = field.place.pattern_width != 0 ? (field.place.width + 3u) / 4 : hex_digits(type);
    if (!field.names.empty()) {
      text.append(name_or(field.names, value.number, "Unknown"));
      text.append(" (");
      append_number(text, field, value.number, digits);
      text.append(')');
      return;
    }
    append_number(text, field, value.number, digits);
    if (field.show == Show::DecimalHex) text.put(" (0x", Hex{value.number, digits}, ')');
    if (field.show == Show::HexDecimal) {
      text.append(" (");
      append_decimal(text, type, value.number);
      text.append(')');
    }
    text.append(field.unit);
    return;
  }
  if (type == Type::ByteArray) {
    constexpr size_t shown = 36;
    for (const uint8_t byte : value.bytes.first(std::min(value.bytes.size(), shown)))
      text.append(Hex{byte, 2});
    if (value.bytes.size() > shown) text.append("…");
    if (value.bytes.empty()) text.append(words_of_nothing(field));
    return;
  }
  append_value(text, value);
  if (type == Type::RelativeTime) text.append(" seconds");
  text.append(field.unit);
}

namespace {

/// Wireshark's lines are at most this long; longer ones are cut, and say so: own words in front, others
/// behind the label.
constexpr size_t longest_line = 239;

void cut_line(Text& text, size_t start, size_t label) {
  constexpr std::string_view mark = " [truncated]";
  const std::string line(text.view().substr(start));
  size_t end = longest_line - 1 - mark.size();
  while (end > label && (static_cast<uint8_t>(line[end]) & 0xc0) == 0x80) --end;  // not within a character
  text.shorten(start);
  text.put(std::string_view(line).substr(0, label), mark, std::string_view(line).substr(label, end - label));
}

}  // namespace

void append_line_words(Text& text, const FieldTree& tree, const FieldValue& value) {
  const size_t start = text.size();
  const bool own_words = value.label_size != 0;
  if (own_words)
    text.append(tree.words(value));
  else
    append_line(text, value);
  if (text.size() - start > longest_line)
    cut_line(text, start, own_words ? 0 : std::min(value.field->label.size(), longest_line / 2));
}

void append_tree_line(Text& text, const FieldTree& tree, const FieldValue& value) {
  if (value.generated) text.append('[');
  append_line_words(text, tree, value);
  if (value.generated) text.append(']');
}

void append_table_value(Text& text, const FieldTree& tree, const FieldValue& value) {
  if (value.field == &line_of_words) return text.append(tree.words(value));
  switch (value.field->value_type()) {
    case Type::None: text.append('1'); return;
    case Type::Protocol:
      if (value.field->name == "data")
        append_plain_hex(text, value.bytes);
      else if (value.label_size != 0)
        text.append(tree.words(value));
      else
        text.append(value.field->name);
      return;
    case Type::ByteArray:
      if (value.bytes.empty()) return text.append(words_of_nothing(*value.field));
      return append_plain_hex(text, value.bytes);
    default: append_value(text, value);
  }
}

void append_column_value(Text& text, const FieldTree& tree, const FieldValue& value) {
  const Type type = value.field->value_type();
  if (type == Type::None || type == Type::Protocol) return text.append("✓");
  if (type == Type::Boolean) return append_truth(text, *value.field, value.number);
  if (is_number(type) && !value.field->names.empty())
    if (const std::string_view name = find_name(value.field->names, value.number); !name.empty())
      return text.append(name);
  append_table_value(text, tree, value);
}

void append_label_content(Text& text, Bytes content) {
  for (const uint8_t byte : content) {
    switch (byte) {
      case '\a': text.append("\\a"); break;
      case '\b': text.append("\\b"); break;
      case '\t': text.append("\\t"); break;
      case '\n': text.append("\\n"); break;
      case '\v': text.append("\\v"); break;
      case '\f': text.append("\\f"); break;
      case '\r': text.append("\\r"); break;
      default:
        if (byte < 0x20 || byte == 0x7f)
          text.put('\\', Octal{byte, 3});
        else
          text.append(static_cast<char>(byte));
    }
  }
}

}  // namespace wiretale
