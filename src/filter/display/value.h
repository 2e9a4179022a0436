// The values that display filters compute with.
#pragma once
#include <compare>
#include <deque>
#include <optional>
#include <string>

#include "packet/tree.h"

namespace wiretale::display {

/// What a value is to the language; several types of fields are one kind.
enum class Kind : unsigned char {
  None,
  Protocol,
  Boolean,
  Integer,
  Real,
  Date,
  Span,
  Text,
  Bytes,
  Ipv4,
  Ipv6
};
[[nodiscard]] Kind kind_of(Type type);
/// "an unsigned integer of 2 bytes", for messages.
[[nodiscard]] std::string words_for(Type type);
/// The operators that a field of a type may stand beside.
[[nodiscard]] std::string_view operators_for(Type type);
/// The size in bytes of a type's values; 0 when they differ.
[[nodiscard]] size_t width_of(Type type);
[[nodiscard]] bool is_signed(Type type);

/// One value. `bytes` are borrowed from the packet, the tree, the filter or the run.
struct Value {
  Kind kind = Kind::None;
  bool negative = false;  ///< of Integer: `number` is a negative one by bit_cast
  uint8_t prefix = 128;   ///< of addresses: how many bits count
  uint8_t width = 0;      ///< of numbers and times: the size of the field's type in bytes, for len()
  uint64_t number = 0;    ///< as in FieldValue; of Ipv4 the address
  Bytes bytes = {};
  Bytes all = {};  ///< of Protocol: from its first byte to the end of what it carries
};

/// The value of a line of the tree. `packet` holds the bytes that follow a protocol's header.
[[nodiscard]] Value value_of(const FieldValue& line, const FieldTree& tree, const Packet& packet);

[[nodiscard]] inline Bytes bytes_of(std::string_view text) {
  return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view text_of_bytes(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
[[nodiscard]] inline Value bytes_value(Bytes bytes) { return {.kind = Kind::Bytes, .bytes = bytes}; }
[[nodiscard]] inline Value integer_value(int64_t number) {
  return {.kind = Kind::Integer, .negative = number < 0, .number = static_cast<uint64_t>(number)};
}

/// The order of two values of compatible kinds; addresses only as far as the shorter prefix reaches.
[[nodiscard]] std::partial_ordering compare(const Value& a, const Value& b);
[[nodiscard]] bool contains(const Value& whole, const Value& part);
/// Not zero, not empty.
[[nodiscard]] bool is_set(const Value& value);

/// Where computed bytes live until the next packet.
class Storage {
 public:
  void clear() { used_ = 0; }
  /// An empty string to fill.
  [[nodiscard]] std::string& fresh() {
    if (used_ == strings_.size()) strings_.emplace_back();
    std::string& string = strings_[used_++];
    string.clear();
    return string;
  }

 private:
  std::deque<std::string> strings_;
  size_t used_ = 0;
};

/// The result of an operator, or nothing (division by zero).
[[nodiscard]] std::optional<Value> add(const Value& a, const Value& b);
[[nodiscard]] std::optional<Value> subtract(const Value& a, const Value& b);
[[nodiscard]] std::optional<Value> multiply(const Value& a, const Value& b);
[[nodiscard]] std::optional<Value> divide(const Value& a, const Value& b);
[[nodiscard]] std::optional<Value> remainder(const Value& a, const Value& b);
[[nodiscard]] std::optional<Value> bitwise_and(const Value& a, const Value& b, Storage& storage);
[[nodiscard]] std::optional<Value> negated(const Value& a);

/// The bytes that slices of a value are taken from; nothing for numbers.
[[nodiscard]] Bytes sliceable_bytes(const Value& value, Storage& storage);

}  // namespace wiretale::display
