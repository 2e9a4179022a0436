// Neighbor discovery for IPv6 (RFC 4861, 4191, 8106): router advertisements and options.
#include "packet/hex_dump.h"
#include "protocols/network/icmpv6_parts.h"

namespace wiretale::icmpv6 {
namespace {

enum Option : uint8_t {
  source_address = 1,
  target_address = 2,
  prefix_information = 3,
  redirected_header = 4,
  link_mtu = 5,
  advertisement_interval = 7,
  home_agent = 8,
  route_information = 24,
  dns_servers = 25,
  dns_search_list = 31
};

constexpr Name option_names_[] = {
    {source_address, "source link-address"},
    {target_address, "destination link-address"},
    {prefix_information, "prefix info"},
    {redirected_header, "redirected header"},
    {link_mtu, "mtu"},
    {advertisement_interval, "advertisement interval"},
    {home_agent, "homeagent information"},
    {route_information, "route info"},
    {dns_servers, "rdnss"},
    {dns_search_list, "dnssl"},
};
constexpr Names option_names = option_names_;

constexpr Name router_flags_[] = {
    {0x80, "managed"}, {0x40, "other stateful"}, {0x20, "home agent"}, {0x02, "ipv6 only"}};
constexpr Names router_flags = router_flags_;
constexpr Name prefix_flags_[] = {{0x80, "onlink"}, {0x40, "auto"}, {0x20, "router"}};
constexpr Names prefix_flags = prefix_flags_;
constexpr std::string_view preferences[] = {"medium", "high", "rsv", "low"};

void put_lifetime(Line& line, uint32_t seconds) {
  if (seconds == 0xffffffff)
    line.put("infinity");
  else
    line.put(seconds, 's');
}

/// Domain names in DNS's form, without compression (RFC 8106 5.2).
void print_search_list(Line& line, View option, size_t size) {
  line.put(" lifetime ");
  put_lifetime(line, option.u32(4));
  line.put(", domain(s):");
  for (size_t at = 8; at < size && option.u8(at) != 0;) {
    line.put(' ');
    while (const uint8_t label = option.u8(at)) {
      line.put(Escaped{option.bytes(at + 1, label)}, '.');
      at += label + size_t{1};
      if (at >= size) line.truncated();
    }
    ++at;
  }
}

void print_route(Line& line, View option, size_t size) {
  uint8_t prefix[16] = {};
  const Bytes given = option.bytes(8, std::min<size_t>(size - 8, 16));
  std::copy(given.begin(), given.end(), prefix);
  line.put(' ', Ipv6Text{prefix}, '/', option.u8(2), ", pref=", preferences[option.u8(3) >> 3 & 3],
           ", lifetime=");
  put_lifetime(line, option.u32(4));
}

/// False when the options after it are not shown.
bool print_option(Line& line, View option, uint8_t kind, size_t size) {
  switch (kind) {
    case source_address:
    case target_address: line.put(LinkAddressText{option.bytes(2, size - 2)}); return true;
    case prefix_information:
      option.need(0, 32);
      line.put(Ipv6Text{option.at_least(16, 16)}, '/', option.u8(2), ", Flags [",
               NamedBits{prefix_flags, option.u8(3)}, "], valid time ");
      put_lifetime(line, option.u32(4));
      line.put(", pref. time ");
      put_lifetime(line, option.u32(8));
      return true;
    case redirected_header: append_hex(line, option.available(0, size), "\n\t    "); return true;
    case link_mtu:
      line.put(' ', option.u32(4));
      if (size != 8) line.put(", bad option length ", size / 8);
      return true;
    case advertisement_interval: line.put(' ', option.u32(4), "ms"); return true;
    case home_agent: line.put(" preference ", option.u16(4), ", lifetime ", option.u16(6)); return true;
    case route_information: print_route(line, option, size); return true;
    case dns_servers:
      line.put(" lifetime ");
      put_lifetime(line, option.u32(4));
      line.put(',');
      for (size_t at = 8; at + 16 <= size; at += 16) line.put(" addr: ", Ipv6Text{option.at_least(at, 16)});
      return true;
    case dns_search_list: print_search_list(line, option, size); return true;
    default:
      if (line.options.verbose > 1) return true;
      append_hex(line, option.available(2, size - 2), "\n\t  ");
      return false;
  }
}

}  // namespace

void print_router_advertisement(Line& line, View message) {
  line.put("\n\thop limit ", message.u8(4), ", Flags [", NamedBits{router_flags, message.u8(5)}, "], pref ",
           preferences[message.u8(5) >> 3 & 3], ", router lifetime ", message.u16(6), "s, reachable time ",
           message.u32(8), "ms, retrans timer ", message.u32(12), "ms");
}

void print_neighbor_options(Line& line, View options) {
  while (options.length() > 0) {
    const uint8_t kind = options.u8(0), words = options.u8(1);
    const size_t size = words * size_t{8};
    if (words == 0) line.truncated();
    options.need(0, size);
    const std::string_view name = find_name(option_names, kind);
    line.put("\n\t  ", name.empty() ? "unknown" : name, " option (", kind, "), length ", size, " (", words,
             "): ");
    if (!print_option(line, options, kind, size)) return;
    if (line.options.verbose > 1) append_hex(line, options.available(2, size - 2), "\n\t    ");
    options = options.from(size);
  }
}

}  // namespace wiretale::icmpv6
