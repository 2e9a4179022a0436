// Text: an appending writer into one reused buffer; the only way that output is formatted.
#pragma once
#include <concepts>
#include <memory>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace wiretale {

/// A number in hexadecimal, lower case, at least `width` digits, padded with `fill`. No "0x".
struct Hex {
  uint64_t value;
  unsigned width = 0;
  char fill = '0';
};
/// A number in upper-case hexadecimal.
struct HexUpper {
  uint64_t value;
  unsigned width = 0;
};
/// A number in octal.
struct Octal {
  uint64_t value;
  unsigned width = 0;
};
/// The lowest `width` binary digits of a number.
struct Binary {
  uint64_t value;
  unsigned width;
};
/// A number in decimal, at least `width` characters, padded on the left with `fill`.
struct Padded {
  uint64_t value;
  unsigned width;
  char fill = ' ';
};
/// Words padded on the right with spaces to `width` characters.
struct Left {
  std::string_view text;
  unsigned width;
};
/// A floating-point number with a fixed count of decimals.
struct Fixed {
  double value;
  int decimals;
};
/// A number in decimal with commas between thousands, for messages.
struct Grouped {
  uint64_t value;
};
/// An address, given by its bytes in network order: 4, 16 and any count (colon-separated hexadecimal).
struct Ipv4Text {
  const uint8_t* bytes;
};
struct Ipv6Text {
  const uint8_t* bytes;
};
struct MacText {
  const uint8_t* bytes;
};
struct LinkAddressText {
  Bytes bytes;
};
/// Bytes from the wire, made safe for a terminal: printable ASCII as it is, the rest as \ooo.
struct Escaped {
  Bytes bytes;
};

/// Bytes from the wire as one character each: printable ASCII as it is, control characters as ^A, bytes from
/// 0x80 on as M- and the same of their lower seven bits.
struct CaretNotation {
  Bytes bytes;
};
/// Bytes from the wire: printable ASCII as it is, the rest as \0xnn.
struct HexEscaped {
  Bytes bytes;
};
/// A span of time in years of 365 days, weeks, days, hours, minutes and seconds without the parts that are 0:
/// "1d12h31s".
struct Elapsed {
  uint64_t seconds;
};

/// Appends to a buffer that grows and is kept: clear() leaves the memory in place for the next packet.
class Text {
 public:
  Text() : Text(4096) {}
  explicit Text(size_t capacity)
      : buffer_(new char[capacity]), next_(buffer_.get()), end_(next_ + capacity) {}

  /// Appends each part: words, a character, an integer in decimal, or one of the forms above.
  template <class... Parts>
  Text& put(const Parts&... parts) {
    (append(parts), ...);
    return *this;
  }

  void append(std::string_view words) {
    if (words.empty()) return;  // its data may be null, which memcpy must not see
    reserve(words.size());
    std::memcpy(next_, words.data(), words.size());
    next_ += words.size();
  }
  void append(char c) {
    reserve(1);
    *next_++ = c;
  }
  template <std::unsigned_integral Number>
  void append(Number value) {
    static_assert(!std::same_as<Number, bool>, "say in words what the truth value means");
    append_decimal(value);
  }
  template <std::signed_integral Number>
  void append(Number value) {
    if (value < 0) append('-');
    append_decimal(value < 0 ? uint64_t{0} - static_cast<uint64_t>(value) : static_cast<uint64_t>(value));
  }
  void append(Hex number);
  void append(HexUpper number);
  void append(Octal number);
  void append(Binary number) {
    for (unsigned i = number.width; i-- > 0;) append((number.value >> i & 1) != 0 ? '1' : '0');
  }
  void append(Padded number);
  void append(Left words);
  void append(Fixed number);
  void append(Grouped number);
  void append(Ipv4Text address);
  void append(Ipv6Text address);
  void append(MacText address);
  void append(LinkAddressText address);
  void append(Escaped bytes);
  void append(CaretNotation bytes);
  void append(HexEscaped bytes);
  void append(Elapsed time);
  /// `count` times the same character.
  void fill(size_t count, char c);

  [[nodiscard]] std::string_view view() const { return {buffer_.get(), size()}; }
  [[nodiscard]] size_t size() const { return static_cast<size_t>(next_ - buffer_.get()); }
  [[nodiscard]] bool empty() const { return next_ == buffer_.get(); }
  void clear() { next_ = buffer_.get(); }
  /// Drops what was appended after the text had `size` characters.
  void shorten(size_t size) { next_ = buffer_.get() + size; }
  /// For printers of every packet: where up to `size` characters may be written; written() ends them.
  [[nodiscard]] char* room(size_t size) {
    reserve(size);
    return next_;
  }
  void written(char* end) { next_ = end; }
  /// Room for `size` more characters.
  void reserve(size_t size) {
    if (size > static_cast<size_t>(end_ - next_)) [[unlikely]]
      grow(size);
  }

 private:
  void grow(size_t size);
  void append_decimal(uint64_t value) {
    if (value < 10) return append(static_cast<char>('0' + value));
    append_long_decimal(value);
  }
  void append_long_decimal(uint64_t value);
  /// Makes room for `length` characters behind what pads them to `width`; returns where they end.
  char* padded(size_t length, unsigned width, char fill);

  std::unique_ptr<char[]> buffer_;
  char *next_, *end_;
};

/// The parts as one string; for messages, not for packets.
template <class... Parts>
[[nodiscard]] std::string text_of(const Parts&... parts) {
  thread_local Text text(256);
  text.clear();
  text.put(parts...);
  return std::string(text.view());
}

}  // namespace wiretale
