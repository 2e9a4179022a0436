// Values of display filters: comparing and computing.
#include "filter/display/value.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/text.h"

namespace wiretale::display {
namespace {

double real(const Value& value) {
  if (value.kind == Kind::Real) return std::bit_cast<double>(value.number);
  return value.negative ? static_cast<double>(static_cast<int64_t>(value.number))
                        : static_cast<double>(value.number);
}
Value real_value(double number) {
  return {.kind = Kind::Real, .width = 8, .number = std::bit_cast<uint64_t>(number)};
}
Value signed_like(const Value& model, uint64_t number) {
  Value value{.kind = model.kind, .width = model.width, .number = number};
  value.negative = static_cast<int64_t>(number) < 0;
  return value;
}

std::strong_ordering compare_integers(const Value& a, const Value& b) {
  if (a.negative != b.negative)
    return a.negative ? std::strong_ordering::less : std::strong_ordering::greater;
  return a.negative ? static_cast<int64_t>(a.number) <=> static_cast<int64_t>(b.number)
                    : a.number <=> b.number;
}

std::strong_ordering compare_bytes(Bytes a, Bytes b) {
  const size_t count = std::min(a.size(), b.size());
  const int order = count == 0 ? 0 : std::memcmp(a.data(), b.data(), count);
  return order != 0 ? order <=> 0 : a.size() <=> b.size();
}

std::strong_ordering compare_prefixes(const Value& a, const Value& b) {
  const size_t bits = std::min({size_t{a.prefix}, size_t{b.prefix}, a.bytes.size() * 8, b.bytes.size() * 8});
  const size_t whole = bits / 8;
  if (const auto order = compare_bytes(a.bytes.first(whole), b.bytes.first(whole)); order != 0) return order;
  if (bits % 8 == 0) return std::strong_ordering::equal;
  const unsigned shift = 8 - bits % 8;
  return a.bytes[whole] >> shift <=> b.bytes[whole] >> shift;
}

std::strong_ordering compare_ipv4(const Value& a, const Value& b) {
  const unsigned bits = std::min({a.prefix, b.prefix, uint8_t{32}});
  const uint64_t mask = bits == 0 ? 0 : 0xffffffffu << (32 - bits) & 0xffffffffu;
  return (a.number & mask) <=> (b.number & mask);
}

}  // namespace

Kind kind_of(Type type) {
  switch (type) {
    case Type::None:
    case Type::ByWidth: return Kind::None;
    case Type::Protocol: return Kind::Protocol;
    case Type::Boolean: return Kind::Boolean;
    case Type::Float:
    case Type::Double: return Kind::Real;
    case Type::AbsoluteTime: return Kind::Date;
    case Type::RelativeTime: return Kind::Span;
    case Type::String: return Kind::Text;
    case Type::ByteArray:
    case Type::Ether:
    case Type::Guid:
    case Type::Oid: return Kind::Bytes;
    case Type::Ipv4: return Kind::Ipv4;
    case Type::Ipv6: return Kind::Ipv6;
    default: return Kind::Integer;
  }
}

size_t width_of(Type type) {
  switch (type) {
    case Type::Boolean:
    case Type::Char:
    case Type::Uint8:
    case Type::Int8: return 1;
    case Type::Uint16:
    case Type::Int16: return 2;
    case Type::Uint24:
    case Type::Int24: return 3;
    case Type::Uint32:
    case Type::Int32:
    case Type::FrameNumber:
    case Type::Float:
    case Type::Ipv4: return 4;
    case Type::Uint40: return 5;
    case Type::Uint48:
    case Type::Ether: return 6;
    case Type::Uint56: return 7;
    case Type::Uint64:
    case Type::Int64:
    case Type::Double: return 8;
    case Type::AbsoluteTime:
    case Type::RelativeTime:
    case Type::Ipv6:
    case Type::Guid: return 16;
    default: return 0;
  }
}

std::string_view operators_for(Type type) {
  switch (kind_of(type)) {
    case Kind::None: return "present";
    case Kind::Protocol: return "present == != < > <= >= contains matches in [i:j]";
    case Kind::Boolean: return "present == != < > <= >= in";
    case Kind::Integer:
    case Kind::Real: return "present == != < > <= >= in & + - * / %";
    case Kind::Date: return "present == != < > <= >= in";
    case Kind::Span: return "present == != < > <= >= in + -";
    case Kind::Text: return "present == != < > <= >= contains matches in [i:j]";
    case Kind::Bytes: return "present == != < > <= >= contains matches in & [i:j]";
    case Kind::Ipv4:
    case Kind::Ipv6: return "present == != < > <= >= in & [i:j] /prefix";
  }
  return {};
}

bool is_signed(Type type) { return type >= Type::Int8 && type <= Type::Int64; }

std::string words_for(Type type) {
  switch (kind_of(type)) {
    case Kind::None: return "a field without a value";
    case Kind::Protocol: return "a protocol";
    case Kind::Boolean: return "true or false";
    case Kind::Real: return "a floating-point number";
    case Kind::Date: return "a date and time";
    case Kind::Span: return "a span of time in seconds";
    case Kind::Text: return "a text";
    case Kind::Ipv4: return "an IPv4 address";
    case Kind::Ipv6: return "an IPv6 address";
    case Kind::Bytes:
      return type == Type::Ether  ? "an Ethernet address"
             : type == Type::Guid ? "a GUID"
             : type == Type::Oid  ? "an object identifier"
                                  : "a run of bytes";
    case Kind::Integer: break;
  }
  if (type == Type::FrameNumber) return "a frame number";
  if (type == Type::Char) return "a character";
  const size_t width = width_of(type);
  return text_of(is_signed(type) ? "a signed integer of " : "an unsigned integer of ", width,
                 width == 1 ? " byte" : " bytes");
}

Value value_of(const FieldValue& line, const FieldTree& tree, const Packet& packet) {
  const Type type = line.field->value_type();
  Value value{.kind = kind_of(type),
              .width = static_cast<uint8_t>(width_of(type)),
              .number = line.number,
              .bytes = line.bytes};
  if (is_signed(type)) value.negative = static_cast<int64_t>(line.number) < 0;
  if (value.kind == Kind::Ipv4) value.number = line.bytes.size() >= 4 ? be32(line.bytes.data()) : 0;
  if (value.kind == Kind::Protocol) {
    // A protocol's length may have been told only after what is below it.
    const bool in_frame = line.source == 0;
    const Bytes source = in_frame || line.source > tree.sources().size()
                             ? packet.bytes
                             : tree.sources()[line.source - 1].bytes;
    size_t end = source.size();
    if (in_frame)
      for (const Layer& layer : packet.layers)
        if (layer.protocol == line.protocol && layer.offset == line.offset) end = layer.end;
    if (line.offset <= end && end <= source.size()) {
      value.all = source.subspan(line.offset, end - line.offset);
      value.bytes = value.all.first(std::min<size_t>(line.length, value.all.size()));
    } else {
      value.all = value.bytes;
    }
  }
  return value;
}

std::partial_ordering compare(const Value& a, const Value& b) {
  switch (a.kind) {
    case Kind::Boolean: return (a.number != 0) <=> (b.number != 0);
    case Kind::Integer: return compare_integers(a, b);
    case Kind::Real: return real(a) <=> real(b);
    case Kind::Date:
    case Kind::Span: return static_cast<int64_t>(a.number) <=> static_cast<int64_t>(b.number);
    case Kind::Ipv4: return compare_ipv4(a, b);
    case Kind::Ipv6: return compare_prefixes(a, b);
    case Kind::Text: return compare_bytes(a.bytes, b.bytes);
    case Kind::Protocol:
    case Kind::Bytes:
      // As Wireshark has it, the longer run is the greater one.
      if (a.bytes.size() != b.bytes.size()) return a.bytes.size() <=> b.bytes.size();
      return compare_bytes(a.bytes, b.bytes);
    case Kind::None: break;
  }
  return std::partial_ordering::unordered;
}

bool contains(const Value& whole, const Value& part) {
  const Bytes in = whole.kind == Kind::Protocol ? whole.all : whole.bytes;
  if (part.bytes.empty()) return true;
  return in.size() >= part.bytes.size() &&
         memmem(in.data(), in.size(), part.bytes.data(), part.bytes.size()) != nullptr;
}

bool is_set(const Value& value) {
  switch (value.kind) {
    case Kind::Real: return real(value) != 0;
    case Kind::Bytes:
    case Kind::Ipv6: return std::ranges::any_of(value.bytes, [](uint8_t byte) { return byte != 0; });
    case Kind::Text:
    case Kind::Protocol: return !value.bytes.empty();
    case Kind::None: return true;
    default: return value.number != 0;
  }
}

std::optional<Value> add(const Value& a, const Value& b) {
  if (a.kind == Kind::Real) return real_value(real(a) + real(b));
  return signed_like(a, a.number + b.number);
}

std::optional<Value> subtract(const Value& a, const Value& b) {
  if (a.kind == Kind::Real) return real_value(real(a) - real(b));
  return signed_like(a, a.number - b.number);
}

std::optional<Value> multiply(const Value& a, const Value& b) {
  if (a.kind == Kind::Real) return real_value(real(a) * real(b));
  return signed_like(a, a.number * b.number);
}

std::optional<Value> divide(const Value& a, const Value& b) {
  if (a.kind == Kind::Real) {
    if (real(b) == 0) return {};
    return real_value(real(a) / real(b));
  }
  if (b.number == 0) return {};
  if (!a.negative && !b.negative) return signed_like(a, a.number / b.number);
  if (static_cast<int64_t>(b.number) == -1) return signed_like(a, uint64_t{0} - a.number);
  return signed_like(a,
                     static_cast<uint64_t>(static_cast<int64_t>(a.number) / static_cast<int64_t>(b.number)));
}

std::optional<Value> remainder(const Value& a, const Value& b) {
  if (a.kind == Kind::Real) {
    if (real(b) == 0) return {};
    return real_value(std::fmod(real(a), real(b)));
  }
  if (b.number == 0) return {};
  if (!a.negative && !b.negative) return signed_like(a, a.number % b.number);
  if (static_cast<int64_t>(b.number) == -1) return signed_like(a, 0);
  return signed_like(a,
                     static_cast<uint64_t>(static_cast<int64_t>(a.number) % static_cast<int64_t>(b.number)));
}

std::optional<Value> bitwise_and(const Value& a, const Value& b, Storage& storage) {
  if (a.kind == Kind::Integer) return Value{.kind = a.kind, .width = a.width, .number = a.number & b.number};
  if (a.kind == Kind::Ipv4)
    return Value{.kind = a.kind, .prefix = 32, .width = 4, .number = a.number & b.number};
  std::string& both = storage.fresh();
  for (size_t i = 0; i < std::min(a.bytes.size(), b.bytes.size()); ++i)
    both.push_back(static_cast<char>(a.bytes[i] & b.bytes[i]));
  Value value = a;
  value.prefix = 128;
  value.bytes = bytes_of(both);
  return value;
}

std::optional<Value> negated(const Value& a) {
  if (a.kind == Kind::Real) return real_value(-real(a));
  return signed_like(a, uint64_t{0} - a.number);
}

Bytes sliceable_bytes(const Value& value, Storage& storage) {
  if (value.kind != Kind::Ipv4 || value.bytes.size() >= 4) return value.bytes;
  std::string& four = storage.fresh();
  for (unsigned shift = 32; shift > 0; shift -= 8)
    four.push_back(static_cast<char>(value.number >> (shift - 8) & 255));
  return bytes_of(four);
}

}  // namespace wiretale::display
