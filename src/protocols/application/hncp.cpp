// HNCP (RFC 7788), the home networking control protocol, over DNCP (RFC 7787): nested type-length-values.
#include <algorithm>
#include <array>

#include "packet/line.h"

namespace wiretale::hncp {
namespace {

constexpr Claim found_on[] = {{On::UdpPort, 8231, Scope::Line}};

enum Kind : uint16_t {
  request_network_state = 1,
  request_node_state = 2,
  node_endpoint = 3,
  network_state = 4,
  node_state = 5,
  peer = 8,
  keep_alive = 9,
  trust_verdict = 10,
  version = 32,
  external_connection = 33,
  delegated_prefix = 34,
  assigned_prefix = 35,
  node_address = 36,
  dhcp4_data = 37,
  dhcp6_data = 38,
  delegated_zone = 39,
  domain_name = 40,
  node_name = 41,
  managed_key = 42,
  prefix_policy = 43
};

constexpr Name kinds_[] = {{request_network_state, "Request network state"},
                           {request_node_state, "Request node state"},
                           {node_endpoint, "Node endpoint"},
                           {network_state, "Network state"},
                           {node_state, "Node state"},
                           {peer, "Peer"},
                           {keep_alive, "Keep-alive interval"},
                           {trust_verdict, "Trust-Verdict"},
                           {version, "HNCP-Version"},
                           {external_connection, "External-Connection"},
                           {delegated_prefix, "Delegated-Prefix"},
                           {assigned_prefix, "Assigned-Prefix"},
                           {node_address, "Node-Address"},
                           {dhcp4_data, "DHCPv4-Data"},
                           {dhcp6_data, "DHCPv6-Data"},
                           {delegated_zone, "DNS-Delegated-Zone"},
                           {domain_name, "Domain-Name"},
                           {node_name, "Node-Name"},
                           {managed_key, "Managed-PSK"},
                           {prefix_policy, "Prefix-Policy"}};
constexpr Names kinds = kinds_;
constexpr Name options4_[] = {{6, "DNS-server"}, {42, "NTP-server"}};
constexpr Names options4 = options4_;
constexpr Name options6_[] = {{23, "DNS-server"}, {24, "DNS-search-list"}, {31, "SNTP-servers"}};
constexpr Names options6 = options6_;

constexpr size_t header_length = 4;
constexpr size_t padded(size_t length) { return (length + 3) & ~size_t{3}; }

/// What the numbers without a name are for (RFC 7787 11).
std::string_view range_of(uint16_t type) {
  if (type == 0) return "Reserved";
  if (type >= 44 && type < 512) return "Unassigned";
  if (type >= 768 && type < 1024) return "Private use";
  return "Future use";
}

/// Whether an element could be read to its end, and whether others may follow it.
enum class Outcome { Fine, Invalid, Stop };

Outcome print_list(Line& line, View in, int depth);

void put_node(Line& line, View in, size_t at) {
  line.put(Hex{in.u8(at), 2}, ':', Hex{in.u8(at + 1), 2}, ':', Hex{in.u8(at + 2), 2}, ':',
           Hex{in.u8(at + 3), 2});
}
void put_endpoint(Line& line, View in, size_t at) { line.put(Hex{in.u32(at), 8}); }
void put_seconds(Line& line, uint32_t milliseconds) {
  line.put(milliseconds / 1000, '.', Padded{milliseconds % 1000, 3, '0'}, 's');
}
void put_bytes(Line& line, Bytes some) {
  for (const uint8_t byte : some) line.put(Hex{byte, 2});
}

constexpr std::array<uint8_t, 12> mapped_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

bool is_mapped(const uint8_t* address) {
  return std::equal(mapped_prefix.begin(), mapped_prefix.end(), address);
}

void put_address(Line& line, View in, size_t at) {
  const uint8_t* const address = in.at_least(at, 16);
  if (is_mapped(address))
    line.put(Ipv4Text{address + 12});
  else
    line.put(Ipv6Text{address});
}

constexpr unsigned longest_prefix = 128;

/// Whether the prefix whose length stands at `at` is all there.
bool has_prefix(View in, size_t at) {
  return in.u8(at) <= longest_prefix && at + 1 + (in.u8(at) + 7u) / 8 <= in.length();
}
/// A prefix; where what follows it begins.
size_t print_prefix(Line& line, View in, size_t at) {
  const unsigned bits = in.u8(at);
  const size_t size = (bits + 7) / 8;
  std::array<uint8_t, 16> address{};
  const Bytes carried = in.bytes(at + 1, size);
  std::copy(carried.begin(), carried.end(), address.begin());
  if (bits % 8 != 0) address[size - 1] &= static_cast<uint8_t>(0xff00u >> bits % 8);
  if (bits >= 96 && is_mapped(address.data()))
    line.put(Ipv4Text{address.data() + 12}, '/', bits - 96);
  else
    line.put(Ipv6Text{address.data()}, '/', bits);
  return padded(at + 1 + size);
}

/// The bytes in front of the first zero.
Bytes text_of(Bytes all) {
  return all.first(static_cast<size_t>(std::find(all.begin(), all.end(), uint8_t{0}) - all.begin()));
}

/// Labels with dots between them.
Outcome print_domain(Line& line, View in) {
  for (size_t at = 0; at < in.length();) {
    const size_t size = in.u8(at);
    if (size == 0) return Outcome::Fine;
    if (at > 0) line.put('.');
    line.put(CaretNotation{in.available(at + 1, size)});
    at += 1 + size;
  }
  line.put("[|DNS]");
  return Outcome::Invalid;
}

void put_margin(Line& line, int depth) {
  line.put("\n\t");
  for (int i = 0; i < depth; ++i) line.put('\t');
}

/// After such an option nothing more is shown.
Outcome stopped(Line& line) {
  line.invalid();
  return Outcome::Stop;
}

Outcome print_dhcp4(Line& line, View in, int depth) {
  for (size_t at = 0; at < in.length();) {
    if (in.length() - at < 2) return stopped(line);
    const uint8_t type = in.u8(at);
    const size_t size = in.u8(at + 1);
    put_margin(line, depth);
    line.put(name_or(options4, type, "Unknown"), " (", size + 2, ')');
    at += 2;
    if (size > in.length() - at) return stopped(line);
    if (!find_name(options4, type).empty()) {
      if (size == 0 || size % 4 != 0) return stopped(line);
      for (size_t i = 0; i < size; i += 4) line.put(' ', Ipv4Text{in.at_least(at + i, 4)});
    }
    at += size;
  }
  return Outcome::Fine;
}

Outcome print_dhcp6(Line& line, View in, int depth) {
  for (size_t at = 0; at < in.length();) {
    if (in.length() - at < 4) return Outcome::Invalid;
    const uint16_t type = in.u16(at);
    const size_t size = in.u16(at + 2);
    put_margin(line, depth);
    line.put(name_or(options6, type, "Unknown"), " (", size + 4, ')');
    at += 4;
    if (size > in.length() - at) return Outcome::Invalid;
    if (type == 24) {
      line.put(' ');
      View names = in.part(at, size);
      while (names.length() > 0 && names.u8(0) != 0) {
        const size_t label = names.u8(0);
        line.put(CaretNotation{names.available(1, label)}, '.');
        names = names.from(1 + label);
      }
    } else if (!find_name(options6, type).empty()) {
      if (size == 0 || size % 16 != 0) {
        line.invalid();
        return Outcome::Invalid;
      }
      for (size_t i = 0; i < size; i += 16) line.put(' ', Ipv6Text{in.at_least(at + i, 16)});
    }
    at += size;
  }
  return Outcome::Fine;
}

Outcome print_policy(Line& line, View in) {
  if (in.length() < 1) return Outcome::Invalid;
  const uint8_t type = in.u8(0);
  const Outcome alone = in.length() == 1 ? Outcome::Fine : Outcome::Invalid;
  line.put(" type: ");
  if (type == 0) {
    if (alone == Outcome::Fine) line.put("Internet connectivity");
    return alone;
  }
  if (type <= longest_prefix) {
    line.put("Dest-Prefix: ");
    if (!has_prefix(in, 0)) return Outcome::Invalid;
    (void)print_prefix(line, in, 0);
    return Outcome::Fine;
  }
  switch (type) {
    case 129:
      line.put("DNS domain: ");
      (void)print_domain(line, in.limit(in.length()).from(1));
      return Outcome::Fine;
    case 130:
      line.put("Opaque UTF-8: ", CaretNotation{in.available(1, in.length() - 1)});
      return Outcome::Fine;
    case 131:
      if (alone == Outcome::Fine) line.put("Restrictive assignment");
      return alone;
    default: line.put("Unknown (", type, ')'); return Outcome::Fine;
  }
}

/// What each kind holds at least before what is nested in it.
constexpr size_t least_length(uint16_t type) {
  switch (type) {
    case request_node_state: return 4;
    case node_endpoint:
    case network_state:
    case keep_alive: return 8;
    case node_state:
    case node_address: return 20;
    case peer: return 12;
    case trust_verdict: return 37;
    case version: return 5;
    case delegated_prefix: return 9;
    case assigned_prefix: return 6;
    case delegated_zone:
    case node_name: return 17;
    case domain_name: return 1;
    case managed_key: return 32;
    default: return 0;
  }
}
constexpr bool is_exact(uint16_t type) {
  return (type >= request_network_state && type <= network_state) || type == peer;
}

/// The value may be read beyond its end, as tcpdump does before it looks at what is nested.
Outcome print_value(Line& line, uint16_t type, View in, int depth) {
  const size_t length = in.length(), least = least_length(type);
  if (length < least || (is_exact(type) && length != least)) return Outcome::Invalid;
  switch (type) {
    case request_node_state:
      line.put(" NID: ");
      put_node(line, in, 0);
      return Outcome::Fine;
    case node_endpoint:
      line.put(" NID: ");
      put_node(line, in, 0);
      line.put(" EPID: ");
      put_endpoint(line, in, 4);
      return Outcome::Fine;
    case network_state:
      line.put(" hash: ");
      put_bytes(line, in.bytes(0, 8));
      return Outcome::Fine;
    case node_state:
      line.put(" NID: ");
      put_node(line, in, 0);
      line.put(" seqno: ", in.u32(4), ' ');
      put_seconds(line, in.u32(8));
      line.put(" hash: ");
      put_bytes(line, in.bytes(12, 8));
      return print_list(line, in.from(20), depth);
    case peer:
      line.put(" Peer-NID: ");
      put_node(line, in, 0);
      line.put(" Peer-EPID: ");
      put_endpoint(line, in, 4);
      line.put(" Local-EPID: ");
      put_endpoint(line, in, 8);
      return Outcome::Fine;
    case keep_alive:
      line.put(" EPID: ");
      put_endpoint(line, in, 0);
      line.put(" Interval: ");
      put_seconds(line, in.u32(4));
      return Outcome::Fine;
    case trust_verdict:
      line.put(" Verdict: ", in.u8(0), " Fingerprint: ");
      put_bytes(line, in.bytes(4, 32));
      line.put(" Common Name: ", CaretNotation{in.available(36, length - 36)});
      return Outcome::Fine;
    case version:
      line.put(" M: ", in.u8(2) >> 4u, " P: ", in.u8(2) & 15u, " H: ", in.u8(3) >> 4u, " L: ", in.u8(3) & 15u,
               " User-agent: ", CaretNotation{text_of(in.available(4, length - 4))});
      return Outcome::Fine;
    case external_connection: return print_list(line, in, depth);
    case delegated_prefix: {
      if (!has_prefix(in, 8)) return Outcome::Invalid;
      line.put(" VLSO: ");
      put_seconds(line, in.u32(0));
      line.put(" PLSO: ");
      put_seconds(line, in.u32(4));
      line.put(" Prefix: ");
      const size_t next = print_prefix(line, in, 8);
      return print_list(line, in.from(next), depth);
    }
    case assigned_prefix: {
      if (!has_prefix(in, 5)) return Outcome::Invalid;
      line.put(" EPID: ");
      put_endpoint(line, in, 0);
      line.put(" Prty: ", in.u8(4) & 15u, " Prefix: ");
      const size_t next = print_prefix(line, in, 5);
      return print_list(line, in.from(next), depth);
    }
    case node_address:
      line.put(" EPID: ");
      put_endpoint(line, in, 0);
      line.put(" IP Address: ");
      put_address(line, in, 4);
      return print_list(line, in.from(20), depth);
    case dhcp4_data: return print_dhcp4(line, in, depth);
    case dhcp6_data: return print_dhcp6(line, in, depth);
    case delegated_zone: {
      line.put(" IP-Address: ");
      put_address(line, in, 0);
      const uint8_t flags = in.u8(16);
      line.put(' ', (flags & 4u) != 0 ? 'l' : '-', (flags & 2u) != 0 ? 'b' : '-',
               (flags & 1u) != 0 ? 's' : '-', ' ');
      return print_domain(line, in.limit(length).from(17));
    }
    case domain_name:
      line.put(" Domain: ");
      (void)print_domain(line, in.limit(length));
      return Outcome::Fine;
    case node_name: {
      const size_t size = in.u8(16);
      if (size > length - 17) return Outcome::Invalid;
      line.put(" IP-Address: ");
      put_address(line, in, 0);
      line.put(" Name: \"", CaretNotation{in.bytes(17, size)}, '"');
      return Outcome::Fine;
    }
    case managed_key:
      line.put(" PSK: ");
      put_bytes(line, in.bytes(0, 32));
      return print_list(line, in.from(32), depth);
    case prefix_policy: return print_policy(line, in);
    default: return Outcome::Fine;
  }
}

/// The kinds' names only, with how often each occurs in a row; a name is written when its row has ended.
class NamesInARow {
 public:
  NamesInARow(Line& line, int depth) : line_(line), depth_(depth) {}
  void add(std::string_view name) {
    if (name != name_) finish();
    name_ = name;
    ++count_;
  }
  void finish() {
    if (count_ == 0) return;
    if (written_++ > 0)
      line_.put(", ");
    else if (depth_ > 0)
      put_margin(line_, depth_);
    else
      line_.put(' ');
    line_.put(name_);
    if (count_ > 1) line_.put(" (x", count_, ')');
    count_ = 0;
  }

 private:
  Line& line_;
  int depth_;
  std::string_view name_;
  unsigned count_ = 0, written_ = 0;
};

/// The elements in full down to a depth that -v sets, below it by their names.
Outcome print_list(Line& line, View in, int depth) {
  const bool in_full = line.options.verbose > 2 || line.options.verbose > depth;
  NamesInARow row(line, depth);
  while (in.length() > 0) {
    if (in_full) put_margin(line, depth);
    in.need(0, header_length);
    if (in.length() < header_length) {
      line.invalid();
      return Outcome::Fine;
    }
    const uint16_t type = in.u16(0);
    const size_t size = in.u16(2);
    in.need(header_length, size);
    if (size > in.length() - header_length) {
      line.invalid();
      return Outcome::Fine;
    }
    const std::string_view name = find_name(kinds, type);
    if (!in_full) {
      row.add(name.empty() ? range_of(type) : name);
    } else {
      if (name.empty())
        line.put(range_of(type), ": type=", type);
      else
        line.put(name);
      line.put(" (", header_length + size, ')');
      const Outcome outcome = print_value(line, type, in.from(header_length).with_length(size), depth + 1);
      if (outcome == Outcome::Stop) return outcome;
      if (outcome == Outcome::Invalid) line.invalid();
    }
    in = in.from(padded(header_length + size));
  }
  row.finish();
  return Outcome::Fine;
}

void print(Line& line, View in) {
  line.protocol = "hncp";
  line.put("hncp (", in.length(), ')');
  (void)print_list(line, in, 0);
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "hncp", .title = "Home Networking Control Protocol", .found_on = found_on, .print = print};

}  // namespace wiretale::hncp
