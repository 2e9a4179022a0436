// An IPv4 or IPv6 address.
#pragma once
#include <array>
#include <compare>

#include "base/text.h"

namespace wiretale {

/// 16 bytes; an IPv4 address is held as ::ffff:a.b.c.d (RFC 4291 2.5.5.2).
struct Address {
  std::array<uint8_t, 16> bytes{};
  // As two words: the standard array compares by calling memcmp, which shows in the flow table.
  bool operator==(const Address& other) const {
    return ((high() ^ other.high()) | (low() ^ other.low())) == 0;
  }
  std::strong_ordering operator<=>(const Address& other) const {
    const auto first = be64(bytes.data()) <=> be64(other.bytes.data());
    return first != 0 ? first : be64(&bytes[8]) <=> be64(&other.bytes[8]);
  }

  [[nodiscard]] static Address four(const uint8_t* from) {
    Address address;
    address.bytes[10] = address.bytes[11] = 0xff;
    std::memcpy(&address.bytes[12], from, 4);
    return address;
  }
  [[nodiscard]] static Address six(const uint8_t* from) {
    Address address;
    std::memcpy(address.bytes.data(), from, 16);
    return address;
  }
  [[nodiscard]] uint64_t high() const { return load<uint64_t>(bytes.data()); }
  [[nodiscard]] uint64_t low() const { return load<uint64_t>(bytes.data() + 8); }
  [[nodiscard]] bool is_four() const { return high() == 0 && be32(&bytes[8]) == 0xffff; }
  [[nodiscard]] bool unspecified() const {
    return high() == 0 && (is_four() ? be32(&bytes[12]) == 0 : low() == 0);
  }
  [[nodiscard]] bool multicast() const { return is_four() ? bytes[12] >> 4 == 14 : bytes[0] == 0xff; }
  /// 255.255.255.255 only; directed broadcasts need the mask.
  [[nodiscard]] bool broadcast() const { return is_four() && be32(&bytes[12]) == 0xffffffff; }
};

/// Appends "10.0.0.1:80", "[2001:db8::1]:80"; without the port (and brackets) when it is 0.
inline void append_end(Text& out, const Address& address, uint16_t port) {
  if (!address.is_four()) {
    const Ipv6Text six{address.bytes.data()};
    if (port == 0)
      out.put(six);
    else
      out.put('[', six, "]:", port);
    return;
  }
  out.put(Ipv4Text{&address.bytes[12]});
  if (port != 0) out.put(':', port);
}

/// "10.0.0.1" or "2001:db8::1".
[[nodiscard]] inline std::string to_string(const Address& address) {
  return address.is_four() ? text_of(Ipv4Text{&address.bytes[12]}) : text_of(Ipv6Text{address.bytes.data()});
}
/// "10.0.0.1:80", "[2001:db8::1]:80"; without the port when it is 0.
[[nodiscard]] inline std::string to_string(const Address& address, uint16_t port) {
  if (port == 0) return to_string(address);
  return address.is_four() ? text_of(Ipv4Text{&address.bytes[12]}, ':', port)
                           : text_of('[', Ipv6Text{address.bytes.data()}, "]:", port);
}

}  // namespace wiretale
