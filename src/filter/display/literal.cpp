// Literals of display filters, by the type that they are compared with.
#include "filter/display/literal.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "base/letters.h"
#include "base/text.h"

namespace wiretale::display {
namespace {

using Read = std::expected<Literal, FilterError>;

bool is_hex(char c) { return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'f'); }

/// How the message calls what a literal is compared with.
std::string target(const Wanted& wanted) {
  return wanted.field != nullptr ? text_of(wanted.field->name, " (", words_for(wanted.type), ')')
                                 : words_for(wanted.type);
}

std::unexpected<FilterError> wrong(const Node& node, std::string what, std::string hint = {}) {
  return std::unexpected(FilterError{std::move(what), node.where, std::move(hint)});
}

/// The names of values that a message may list.
std::string some_names(Names names) {
  constexpr size_t most = 6;
  if (names.empty()) return {};
  Text text(256);
  text.append("it can be ");
  for (size_t i = 0; i < names.size() && i < most; ++i) text.put(i == 0 ? "\"" : ", \"", names[i].text, '"');
  if (names.size() > most) text.put(" and ", names.size() - most, " others");
  return std::string(text.view());
}

const Name* named_value(const Wanted& wanted, std::string_view text) {
  if (wanted.field == nullptr) return nullptr;
  for (const Name& name : wanted.field->names)
    if (same_letters(name.text, text)) return &name;
  return nullptr;
}

/// 12, 0x0c, 014, 0b1100.
std::errc read_unsigned(std::string_view text, uint64_t& value) {
  int base = 10;
  const auto prefix = [&](char letter) {
    return text.size() > 2 && text[0] == '0' && (text[1] | 32) == letter;
  };
  if (prefix('x')) {
    text.remove_prefix(2);
    base = 16;
  } else if (prefix('b')) {
    text.remove_prefix(2);
    base = 2;
  } else if (text.size() > 1 && text[0] == '0') {
    base = 8;
  }
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error == std::errc{} && end != text.data() + text.size()) return std::errc::invalid_argument;
  return error;
}

Read read_integer(const Node& node, const Wanted& wanted, int sign) {
  if (node.kind == Syntax::Character)
    return Literal{integer_value(sign * static_cast<unsigned char>(node.text[0])), {}};
  if (const Name* name = named_value(wanted, node.text); name != nullptr && node.kind == Syntax::String)
    return Literal{integer_value(static_cast<int64_t>(name->value)), {}};
  if (node.kind == Syntax::String) {
    const bool named = wanted.field != nullptr && !wanted.field->names.empty();
    return wrong(node, text_of('"', node.text, "\" is none of the values of ", target(wanted)),
                 named ? some_names(wanted.field->names) : "numbers stand without quotes");
  }
  uint64_t number = 0;
  const std::errc error = read_unsigned(node.text, number);
  if (error == std::errc::invalid_argument) {
    if (const Name* name = named_value(wanted, node.text); name != nullptr)
      return Literal{integer_value(static_cast<int64_t>(name->value)), {}};
    const bool named = wanted.field != nullptr && !wanted.field->names.empty();
    return wrong(node, text_of('"', node.text, "\" is not a number, as ", target(wanted), " needs"),
                 named ? some_names(wanted.field->names) : "write 12, 0x0c, 014 or 0b1100");
  }
  const size_t bits = width_of(wanted.type) * 8;
  const uint64_t all = bits == 0 || bits >= 64 ? UINT64_MAX : (uint64_t{1} << bits) - 1;
  const uint64_t most = is_signed(wanted.type) ? (all >> 1) + (sign < 0 ? 1 : 0) : all;
  if (error != std::errc{} || number > most)
    return wrong(node, text_of('"', node.text, "\" is too large for ", target(wanted)),
                 text_of("the largest is ", most));
  Value value{.kind = Kind::Integer, .number = number};
  if (sign < 0) value = integer_value(static_cast<int64_t>(uint64_t{0} - number));
  return Literal{value, {}};
}

Read read_truth(const Node& node, const Wanted& wanted) {
  const auto truth = [](bool is) { return Literal{{.kind = Kind::Boolean, .number = is ? 1u : 0u}, {}}; };
  const bool default_names =
      wanted.field == nullptr || (wanted.field->names.empty() && wanted.field->show != Show::Flag);
  const std::string_view text = node.text;
  if (node.kind != Syntax::Character) {
    if (wanted.field != nullptr && wanted.field->names.empty() && wanted.field->show == Show::Flag) {
      if (same_letters(text, "set")) return truth(true);
      if (same_letters(text, "not set")) return truth(false);
    }
    if (default_names && same_letters(text, "true")) return truth(true);
    if (default_names && same_letters(text, "false")) return truth(false);
    if (const Name* name = named_value(wanted, text); name != nullptr) return truth(name->value != 0);
  }
  if (node.kind != Syntax::String) {
    if (text == "True" || text == "TRUE") return truth(true);
    if (text == "False" || text == "FALSE") return truth(false);
    uint64_t number = 0;
    if (read_unsigned(text, number) == std::errc{}) return truth(number != 0);
  }
  return wrong(node, text_of('"', text, "\" is neither true nor false"),
               "write 1 or 0, True or False, or the words that the packet details show");
}

Read read_real(const Node& node, const Wanted& wanted, int sign) {
  char* end = nullptr;
  const double number = std::strtod(node.text.c_str(), &end);
  if (node.kind == Syntax::String || node.kind == Syntax::Character || node.text.empty() || *end != '\0')
    return wrong(node, text_of('"', node.text, "\" is not a number, as ", target(wanted), " needs"));
  return Literal{{.kind = Kind::Real, .width = 8, .number = std::bit_cast<uint64_t>(sign * number)}, {}};
}

Read read_span(const Node& node, const Wanted& wanted, int sign) {
  const auto nanoseconds = read_seconds(node.text);
  if (node.kind == Syntax::String || node.kind == Syntax::Character || !nanoseconds)
    return wrong(node, text_of('"', node.text, "\" is not a count of seconds, as ", target(wanted), " needs"),
                 "write seconds, for instance 0.25");
  return Literal{{.kind = Kind::Span, .width = 16, .number = static_cast<uint64_t>(sign * *nanoseconds)}, {}};
}

Read read_point(const Node& node) {
  const auto nanoseconds = read_date(node.text);
  if (node.kind == Syntax::Character || !nanoseconds)
    return wrong(node, text_of('"', node.text, "\" is not a date and time"),
                 "write \"2011-07-04 12:34:56.5\" or \"Nov 12, 1999 08:55:44.123 UTC\"");
  return Literal{{.kind = Kind::Date, .width = 16, .number = static_cast<uint64_t>(*nanoseconds)}, {}};
}

Literal literal_of(Kind kind, std::string content) { return {{.kind = kind}, std::move(content)}; }

Read read_guid(const Node& node) {
  std::string digits;
  constexpr size_t dashes[] = {8, 13, 18, 23};
  bool fine = node.text.size() == 36;
  for (size_t i = 0; fine && i < node.text.size(); ++i) {
    const bool dash = std::ranges::find(dashes, i) != std::end(dashes);
    fine = dash ? node.text[i] == '-' : is_hex(node.text[i]);
    if (!dash) digits += node.text[i];
  }
  if (!fine)
    return wrong(node, text_of('"', node.text, "\" is not a GUID"),
                 "for instance 12345678-9abc-def0-1234-56789abcdef0");
  return literal_of(Kind::Bytes, *read_bytes(digits));
}

/// X.690 8.19.
Read read_oid(const Node& node) {
  std::vector<uint64_t> arcs;
  std::string_view rest = node.text;
  for (;;) {
    uint64_t arc = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), arc);
    if (error != std::errc{}) break;
    arcs.push_back(arc);
    rest.remove_prefix(static_cast<size_t>(end - rest.data()));
    if (!rest.starts_with('.')) break;
    rest.remove_prefix(1);
  }
  if (!rest.empty() || arcs.size() < 2 || arcs[0] > 2)
    return wrong(node, text_of('"', node.text, "\" is not an object identifier"), "for instance 1.3.6.1.2.1");
  arcs[1] += arcs[0] * 40;
  std::string content;
  for (size_t i = 1; i < arcs.size(); ++i) {
    unsigned shift = 0;
    while (shift < 63 && arcs[i] >> shift >> 7 != 0) shift += 7;
    for (;; shift -= 7) {
      content.push_back(static_cast<char>((arcs[i] >> shift & 127) | (shift != 0 ? 128 : 0)));
      if (shift == 0) break;
    }
  }
  return literal_of(Kind::Bytes, std::move(content));
}

Read read_byte_literal(const Node& node, const Wanted& wanted) {
  if (wanted.type == Type::Oid && node.kind != Syntax::Character && node.kind != Syntax::String)
    return read_oid(node);
  if (wanted.type == Type::Guid && node.text.size() == 36) return read_guid(node);
  const bool text = node.kind == Syntax::String || node.kind == Syntax::Character;
  if (text && wanted.type != Type::Ether && wanted.type != Type::Guid)
    return literal_of(Kind::Bytes, node.text);
  auto bytes = text ? std::nullopt : read_bytes(node.text);
  if (wanted.type == Type::Ether && (!bytes || bytes->size() != 6))
    return wrong(node, text_of('"', node.text, "\" is not an Ethernet address"),
                 "write six bytes without quotes, for instance 00:00:5e:00:53:01");
  if (wanted.type == Type::Guid && (!bytes || bytes->size() != 16)) return read_guid(node);
  if (!bytes)
    return wrong(node, text_of('"', node.text, "\" is not a run of bytes"),
                 "write bytes as 00:1a:ff, or a text in double quotes");
  return literal_of(Kind::Bytes, std::move(*bytes));
}

/// Takes "/24" from the end of an address; nothing when it is more than `most`.
std::optional<uint8_t> take_prefix(std::string_view& address, unsigned most) {
  const size_t slash = address.find('/');
  if (slash == std::string_view::npos) return static_cast<uint8_t>(most);
  unsigned bits = 0;
  const char* const last = address.data() + address.size();
  const auto [end, error] = std::from_chars(address.data() + slash + 1, last, bits);
  if (error != std::errc{} || end != last || bits > most) return {};
  address = address.substr(0, slash);
  return static_cast<uint8_t>(bits);
}

Read read_address(const Node& node, bool four) {
  std::string_view text = node.text;
  const auto prefix = take_prefix(text, four ? 32 : 128);
  const std::string_view kind = four ? "an IPv4 address" : "an IPv6 address";
  if (!prefix)
    return wrong(node, text_of("the prefix of ", kind, " is at most ", four ? "32" : "128", " bits"));
  uint8_t bytes[16];
  const bool plain = node.kind == Syntax::Word || node.kind == Syntax::Literal;
  if (!plain || inet_pton(four ? AF_INET : AF_INET6, std::string(text).c_str(), bytes) != 1)
    return wrong(node, text_of('"', node.text, "\" is not ", kind),
                 four ? "for instance 192.0.2.1 or 192.0.2.0/24, without quotes"
                      : "for instance 2001:db8::1 or 2001:db8::/32, without quotes");
  if (four) return Literal{{.kind = Kind::Ipv4, .prefix = *prefix, .width = 4, .number = be32(bytes)}, {}};
  Literal literal = literal_of(Kind::Ipv6, std::string(text_of_bytes({bytes, 16})));
  literal.value.prefix = *prefix;
  return literal;
}

}  // namespace

std::optional<std::string> read_bytes(std::string_view text) {
  if (text.size() == 4 && text.starts_with("0x")) text.remove_prefix(2);
  std::string bytes;
  char separator = '\0';
  for (size_t i = 0; i < text.size();) {
    size_t digits = 0;
    while (i + digits < text.size() && is_hex(text[i + digits])) ++digits;
    const std::string_view group = text.substr(i, digits);
    // Between separators stand one byte or, as switches write addresses, two; without them a run of any
    // length.
    const bool alone = digits == text.size();
    if (digits == 0 || (!alone && digits > 2 && !(digits == 4 && text.find('.') != std::string_view::npos)))
      return {};
    for (size_t at = 0; at < digits; at += 2) {
      unsigned byte = 0;
      std::from_chars(&group[at], &group[at] + std::min<size_t>(2, digits - at), byte, 16);
      bytes.push_back(static_cast<char>(byte));
    }
    i += digits;
    if (i == text.size()) return bytes;
    const char c = text[i++];
    if ((c != ':' && c != '-' && c != '.') || (separator != '\0' && c != separator)) return {};
    separator = c;
  }
  return {};
}

Read read_literal(const Node& node, Wanted wanted, int sign) {
  const Kind kind = kind_of(wanted.type);
  if (sign < 0 && kind != Kind::Integer && kind != Kind::Real && kind != Kind::Span)
    return wrong(node, text_of(target(wanted), " has no negative values"));
  switch (kind) {
    case Kind::Integer: return read_integer(node, wanted, sign);
    case Kind::Boolean: return read_truth(node, wanted);
    case Kind::Real: return read_real(node, wanted, sign);
    case Kind::Span: return read_span(node, wanted, sign);
    case Kind::Date: return read_point(node);
    case Kind::Text: return literal_of(Kind::Text, node.text);
    case Kind::Protocol:
    case Kind::Bytes: return read_byte_literal(node, wanted);
    case Kind::Ipv4:
    case Kind::Ipv6: return read_address(node, kind == Kind::Ipv4);
    case Kind::None: break;
  }
  return wrong(node, text_of(target(wanted), " cannot be compared"), "ask only whether it is present");
}

}  // namespace wiretale::display
