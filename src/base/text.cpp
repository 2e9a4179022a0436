// Text: formatting numbers and addresses without locale, allocation or printf.
#include "base/text.h"

#include <algorithm>
#include <array>
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
  while (value >= 100) {
    const uint64_t pair = value % 100;
    value /= 100;
    end -= 2;
    std::memcpy(end, &digit_pairs[pair * 2], 2);
  }
  if (value >= 10) {
    end -= 2;
    std::memcpy(end, &digit_pairs[value * 2], 2);
  } else {
    *--end = static_cast<char>('0' + value);
  }
  return end;
}

char* power_of_two_before(char* end, uint64_t value, unsigned bits, const char* digits) {
  do {
    *--end = digits[value & ((1u << bits) - 1)];
    value >>= bits;
  } while (value != 0);
  return end;
}

void pad(Text& text, std::string_view digits, unsigned width, char fill) {
  if (digits.size() < width) text.fill(width - digits.size(), fill);
  text.append(digits);
}

/// One octet in decimal at `to`; returns the place after it.
char* octet_at(char* to, uint8_t value) {
  if (value >= 100) {
    *to++ = static_cast<char>('0' + value / 100);
    std::memcpy(to, &digit_pairs[value % 100 * 2u], 2);
    return to + 2;
  }
  if (value >= 10) {
    std::memcpy(to, &digit_pairs[value * 2u], 2);
    return to + 2;
  }
  *to = static_cast<char>('0' + value);
  return to + 1;
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
  char digits[20];
  char* first = decimal_before(digits + sizeof digits, value);
  append(std::string_view(first, digits + sizeof digits));
}

void Text::append(Hex number) {
  char digits[16];
  char* first = power_of_two_before(digits + sizeof digits, number.value, 4, lower_digits);
  pad(*this, {first, digits + sizeof digits}, number.width, number.fill);
}

void Text::append(HexUpper number) {
  char digits[16];
  char* first = power_of_two_before(digits + sizeof digits, number.value, 4, upper_digits);
  pad(*this, {first, digits + sizeof digits}, number.width, '0');
}

void Text::append(Octal number) {
  char digits[22];
  char* first = power_of_two_before(digits + sizeof digits, number.value, 3, lower_digits);
  pad(*this, {first, digits + sizeof digits}, number.width, '0');
}

void Text::append(Padded number) {
  char digits[20];
  char* first = decimal_before(digits + sizeof digits, number.value);
  pad(*this, {first, digits + sizeof digits}, number.width, number.fill);
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
  reserve(16);
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
  for (const Unit unit : {Unit{31'536'000, 'y'}, {604800, 'w'}, {86400, 'd'}, {3600, 'h'}, {60, 'm'}, {1, 's'}}) {
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
