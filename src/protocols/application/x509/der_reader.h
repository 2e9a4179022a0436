// A bounded reader of DER values (X.690), by their places in a layer.
#pragma once
#include <optional>

#include "base/bytes.h"

namespace wiretale::x509 {

enum Tag : uint8_t {
  Boolean = 1,
  Integer = 2,
  BitString = 3,
  OctetString = 4,
  ObjectId = 6,
  Utf8String = 12,
  PrintableString = 19,
  TeletexString = 20,
  Ia5String = 22,
  UtcTime = 23,
  GeneralizedTime = 24,
  VisibleString = 26,
  UniversalString = 28,
  BmpString = 30,
  Sequence = 0x30,
  Set = 0x31
};
/// Tags that a structure gives its own parts: [0], [1], ...
[[nodiscard]] constexpr uint8_t primitive_part(unsigned number) {
  return static_cast<uint8_t>(0x80 + number);
}
[[nodiscard]] constexpr uint8_t part(unsigned number) { return static_cast<uint8_t>(0xa0 + number); }

/// One value: where its tag, its content and its end are.
struct Element {
  uint8_t tag = 0;
  size_t start = 0, content = 0, end = 0;

  [[nodiscard]] size_t size() const { return end - start; }
  [[nodiscard]] size_t content_size() const { return end - content; }
};

/// The values that lie one behind the other in [at, end).
class Elements {
 public:
  Elements(Bytes layer, size_t at, size_t end) : layer_(layer), at_(at), end_(std::min(end, layer.size())) {}
  /// Those inside of a value.
  Elements(Bytes layer, const Element& outer) : Elements(layer, outer.content, outer.end) {}

  /// The next value; nothing at the end, and where the bytes are none that leave room for what they claim.
  [[nodiscard]] std::optional<Element> next() {
    const std::optional<Element> element = peek();
    at_ = element ? element->end : end_;
    return element;
  }
  /// The next value if it has this tag; otherwise it stays.
  [[nodiscard]] std::optional<Element> next(uint8_t tag) {
    const std::optional<Element> element = peek();
    if (!element || element->tag != tag) return {};
    at_ = element->end;
    return element;
  }
  [[nodiscard]] size_t count() const {
    Elements all = *this;
    size_t number = 0;
    while (all.next()) ++number;
    return number;
  }
  [[nodiscard]] Bytes bytes(const Element& element) const {
    return layer_.subspan(element.content, element.content_size());
  }

 private:
  [[nodiscard]] std::optional<Element> peek() const {
    if (end_ < 2 || at_ > end_ - 2) return {};
    Element element{.tag = layer_[at_], .start = at_, .content = at_ + 2, .end = 0};
    constexpr unsigned long_tag = 0x1f, most_length_bytes = 4;
    if ((element.tag & long_tag) == long_tag) return {};
    size_t length = layer_[at_ + 1];
    if ((length & 0x80) != 0) {
      const size_t count = length & 0x7f;
      if (count == 0 || count > most_length_bytes || count > end_ - element.content) return {};
      length = 0;
      for (size_t i = 0; i < count; ++i) length = length << 8 | layer_[element.content++];
    }
    if (length > end_ - element.content) return {};
    element.end = element.content + length;
    return element;
  }

  Bytes layer_;
  size_t at_, end_;
};

}  // namespace wiretale::x509
