// Text: formatting numbers and addresses without locale, allocation or printf.
#include "base/text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

namespace wiretale {
namespace {

constexpr char lower_digits[] = "0123456789abcdef";
constexpr char upper_digits[] = "0123456789ABCDEF";

constexpr auto digit_pairs = [] {
  std::array<char, 200> pairs{};
  for (unsigned i = 0; i < 100; ++i) {
    pairs[2 * i] = static_cast<char>('0' + i / 10);
    pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return pairs;
}();

/// Writes the digits of `value` backwards, ending before `end`; returns the first digit's place.
char* decimal_before(char* end, uint64_t value) {
  while (value >= 10'000) {
    const auto four = static_cast<uint32_t>(value % 10'000);
    value /= 10'000;
    end -= 4;
    std::memcpy(end, &digit_pairs[four / 100 * 2], 2);
    std::memcpy(end + 2, &digit_pairs[four % 100 * 2], 2);
  }
  auto rest = static_cast<uint32_t>(value);
  if (rest >= 100) {
    end -= 2;
    std::memcpy(end, &digit_pairs[rest % 100 * 2], 2);
    rest /= 100;
  }
  if (rest >= 10) {
    end -= 2;
    std::memcpy(end, &digit_pairs[rest * 2], 2);
  } else {
    *--end = static_cast<char>('0' + rest);
  }
  return end;
}

constexpr auto powers_of_ten = [] {
  std::array<uint64_t, 20> powers{};
  powers[0] = 1;
  for (size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

/// How many decimal digits a number has; 1 for 0.
size_t decimal_length(uint64_t value) {
  const auto estimate =
      static_cast<size_t>(std::bit_width(value | 1) * 1233 >> 12);  // log10(2) = 1233 / 4096
  return estimate + (estimate < powers_of_ten.size() && value >= powers_of_ten[estimate] ? 1 : 0);
}

char* power_of_two_before(char* end, uint64_t value, unsigned bits, const char* digits) {
  do {
    *--end = digits[value & ((1u << bits) - 1)];
    value >>= bits;
  } while (value != 0);
  return end;
}

/// How many digits of `bits` bits each a number has; 1 for 0.
size_t digits_of(uint64_t value, unsigned bits) {
  return (static_cast<size_t>(std::bit_width(value | 1)) + bits - 1) / bits;
}

struct OctetDigits {
  char digits[3];
  uint8_t length;
};
constexpr auto octet_digits = [] {
  std::array<OctetDigits, 256> all{};
  for (unsigned value = 0; value < 256; ++value) {
    OctetDigits& one = all[value];
    if (value >= 100) one.digits[one.length++] = static_cast<char>('0' + value / 100);
    if (value >= 10) one.digits[one.length++] = static_cast<char>('0' + value / 10 % 10);
    one.digits[one.length++] = static_cast<char>('0' + value % 10);
  }
  return all;
}();

/// One octet in decimal at `to`, where four characters may be written; returns the place after it.
char* octet_at(char* to, uint8_t value) {
  const OctetDigits& octet = octet_digits[value];
  std::memcpy(to, &octet, 4);
  return to + octet.length;
}

}  // namespace

void Text::grow(size_t size) {
  const size_t used = this->size();
  const size_t capacity = std::max<size_t>(used + size, static_cast<size_t>(end_ - buffer_.get()) * 2);
  std::unique_ptr<char[]> larger(new char[capacity]);
  std::memcpy(larger.get(), buffer_.get(), used);
  buffer_ = std::move(larger);
  next_ = buffer_.get() + used;
  end_ = buffer_.get() + capacity;
}

void Text::append_long_decimal(uint64_t value) {
  const size_t length = decimal_length(value);
  reserve(length);
  next_ += length;
  decimal_before(next_, value);
}

char* Text::padded(size_t length, unsigned width, char fill) {
  const size_t padding = length < width ? width - length : 0;
  reserve(padding + length);
  for (size_t i = 0; i < padding; ++i) *next_++ = fill;
  next_ += length;
  return next_;
}

void Text::append(Hex number) {
  power_of_two_before(padded(digits_of(number.value, 4), number.width, number.fill), number.value, 4,
                      lower_digits);
}

void Text::append(HexUpper number) {
  power_of_two_before(padded(digits_of(number.value, 4), number.width, '0'), number.value, 4, upper_digits);
}

void Text::append(Octal number) {
  power_of_two_before(padded(digits_of(number.value, 3), number.width, '0'), number.value, 3, lower_digits);
}

void Text::append(Padded number) {
  decimal_before(padded(decimal_length(number.value), number.width, number.fill), number.value);
}

void Text::append(Left words) {
  append(words.text);
  if (words.text.size() < words.width) fill(words.width - words.text.size(), ' ');
}

void Text::append(Fixed number) {
  char digits[400];
  const auto done =
      std::to_chars(digits, digits + sizeof digits, number.value, std::chars_format::fixed, number.decimals);
  append(std::string_view(digits, done.ptr));
}

void Text::append(Grouped number) {
  if (number.value >= 1000)
    put(Grouped{number.value / 1000}, ',', Padded{number.value % 1000, 3, '0'});
  else
    append_decimal(number.value);
}

void Text::append(Ipv4Text address) {
  reserve(17);  // 15 at most, and what the last octet writes too much
  char* to = next_;
  to = octet_at(to, address.bytes[0]);
  *to++ = '.';
  to = octet_at(to, address.bytes[1]);
  *to++ = '.';
  to = octet_at(to, address.bytes[2]);
  *to++ = '.';
  next_ = octet_at(to, address.bytes[3]);
}

// RFC 5952, with an IPv4 tail where inet_ntop writes one (::a.b.c.d and ::ffff:a.b.c.d).
void Text::append(Ipv6Text address) {
  uint16_t words[8];
  for (int i = 0; i < 8; ++i) words[i] = be16(address.bytes + 2 * i);
  int best = -1, best_length = 1;
  for (int i = 0; i < 8;) {
    int run = 0;
    while (i + run < 8 && words[i + run] == 0) ++run;
    if (run > best_length) best = i, best_length = run;
    i += run == 0 ? 1 : run;
  }
  const bool ipv4_tail = best == 0 && (best_length == 6 || (best_length == 5 && words[5] == 0xffff));
  for (int i = 0; i < 8; ++i) {
    if (i == best) {
      append("::");
      i += best_length - 1;
      continue;
    }
    if (i != 0 && (best < 0 || i != best + best_length)) append(':');
    if (i == 6 && ipv4_tail) return append(Ipv4Text{address.bytes + 12});
    append(Hex{words[i]});
  }
}

void Text::append(MacText address) {
  reserve(18);
  for (int i = 0; i < 6; ++i) {
    if (i != 0) *next_++ = ':';
    *next_++ = lower_digits[address.bytes[i] >> 4];
    *next_++ = lower_digits[address.bytes[i] & 15];
  }
}

void Text::append(LinkAddressText address) {
  reserve(address.bytes.size() * 3);
  bool first = true;
  for (const uint8_t byte : address.bytes) {
    if (!first) *next_++ = ':';
    first = false;
    *next_++ = lower_digits[byte >> 4];
    *next_++ = lower_digits[byte & 15];
  }
}

void Text::append(Escaped escaped) {
  for (const uint8_t byte : escaped.bytes) {
    if (byte >= 0x20 && byte < 0x7f)
      append(static_cast<char>(byte));
    else
      put('\\', Octal{byte, 3});
  }
}

void Text::append(CaretNotation text) {
  reserve(4 * text.bytes.size());
  for (uint8_t byte : text.bytes) {
    if (byte >= 0x80) append("M-");
    byte &= 0x7f;
    if (byte < 0x20 || byte == 0x7f) {
      append('^');
      byte ^= 0x40;
    }
    append(static_cast<char>(byte));
  }
}

void Text::append(HexEscaped escaped) {
  for (const uint8_t byte : escaped.bytes) {
    if (byte >= 0x20 && byte < 0x7f)
      append(static_cast<char>(byte));
    else
      put("\\0x", Hex{byte, 2});
  }
}

void Text::append(Elapsed time) {
  struct Unit {
    uint64_t seconds;
    char letter;
  };
  if (time.seconds == 0) append("0s");
  for (const Unit unit :
       {Unit{31'536'000, 'y'}, {604800, 'w'}, {86400, 'd'}, {3600, 'h'}, {60, 'm'}, {1, 's'}}) {
    if (time.seconds >= unit.seconds) put(time.seconds / unit.seconds, unit.letter);
    time.seconds %= unit.seconds;
  }
}

void Text::fill(size_t count, char c) {
  reserve(count);
  std::memset(next_, c, count);
  next_ += count;
}

}  // namespace wiretale
