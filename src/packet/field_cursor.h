// Writing the fields of a layer one behind the other: what the layer should hold but does not ends its tree.
#pragma once
#include "packet/tree.h"

namespace wiretale {

/// Thrown where a layer ends inside of what it claims to hold. The dissector ends the layer's lines with one
/// that says so: malformed, or cut short by the capture.
struct LayerTooShort {
  std::string_view protocol;  ///< as that line names it: "DNS"
};

/// A place in a layer that moves on with each field.
class FieldCursor {
 public:
  FieldCursor(FieldWriter& writer, std::string_view protocol, size_t begin = 0)
      : FieldCursor(writer, protocol, begin, writer.size()) {}
  FieldCursor(FieldWriter& writer, std::string_view protocol, size_t begin, size_t limit)
      : out(writer), at(begin), end(std::min(limit, writer.size())), protocol_(protocol) {}

  FieldWriter& out;
  size_t at, end;

  [[nodiscard]] size_t left() const { return at < end ? end - at : 0; }
  [[noreturn]] void too_short() const { throw LayerTooShort{protocol_}; }
  /// The next bytes, which must be there.
  [[nodiscard]] Bytes peek(size_t length) const {
    if (length > left()) too_short();
    return length == 0 ? Bytes{} : out.layer().subspan(at, length);  // a place may lie behind the layer
  }
  [[nodiscard]] uint64_t number(size_t length) const {
    uint64_t value = 0;
    for (const uint8_t byte : peek(length)) value = value << 8 | byte;
    return value;
  }
  uint64_t take(size_t length) {
    const uint64_t value = number(length);
    at += length;
    return value;
  }
  Bytes take_bytes(size_t length) {
    const Bytes bytes = peek(length);
    at += length;
    return bytes;
  }
  void skip(size_t length) { (void)take_bytes(length); }

  /// The next bytes as a field.
  Item put(const Field& field, size_t length) {
    (void)peek(length);
    at += length;
    return out.put(field, at - length, length);
  }
  /// The same with the number given.
  Item put(const Field& field, size_t length, uint64_t number) {
    (void)peek(length);
    at += length;
    return out.put(field, at - length, length, number);
  }
  [[nodiscard]] std::string_view name() const { return protocol_; }

 private:
  std::string_view protocol_;
};

}  // namespace wiretale
