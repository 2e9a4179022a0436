// Ad Hoc Configuration Protocol (draft-chroboczek-ahcp-00): addresses and servers for mesh networks.
#include <ctime>

#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::ahcp {
namespace {

constexpr Name message_names[] = {{0, "Discover"}, {1, "Offer"}, {2, "Request"},
                                  {3, "Ack"},      {4, "Nack"},  {5, "Release"}};

enum Option : uint8_t {
  Pad,
  Mandatory,
  OriginTime,
  Expires,
  MyIpv6Address,
  MyIpv4Address,
  Ipv6Prefix,
  Ipv4Prefix,
  Ipv6Address,
  Ipv4Address,
  Ipv6Delegation,
  Ipv4Delegation,
  NameServer,
  TimeServer
};
constexpr Name option_names[] = {{Pad, "Pad"},
                                 {Mandatory, "Mandatory"},
                                 {OriginTime, "Origin Time"},
                                 {Expires, "Expires"},
                                 {MyIpv6Address, "My-IPv6-Address"},
                                 {MyIpv4Address, "My-IPv4-Address"},
                                 {Ipv6Prefix, "IPv6 Prefix"},
                                 {Ipv4Prefix, "IPv4 Prefix"},
                                 {Ipv6Address, "IPv6 Address"},
                                 {Ipv4Address, "IPv4 Address"},
                                 {Ipv6Delegation, "IPv6 Prefix Delegation"},
                                 {Ipv4Delegation, "IPv4 Prefix Delegation"},
                                 {NameServer, "Name Server"},
                                 {TimeServer, "NTP Server"}};

constexpr Field magic{"ahcp.magic", "Magic", bytes(0, 1), Type::Uint8, Show::Hex};
constexpr Field version{"ahcp.version", "Version", bytes(1, 1)};
constexpr Field hop_count{"ahcp.hopcount", "Hop Count", bytes(2, 1)};
constexpr Field original_hop_count{"ahcp.original_hopcount", "Original Hop Count", bytes(3, 1)};
constexpr Field nonce{"ahcp.nonce", "Nonce", bytes(4, 4), Type::Uint32, Show::Hex};
constexpr const Field* fields[] = {&magic, &version, &hop_count, &original_hop_count, &nonce};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 5359}};

constexpr uint8_t magic_value = 43;
constexpr size_t header_length = 24, body_header_length = 4, identifier_length = 8;

/// tcpdump's " (invalid)", and its mark of a cut when the invalid part was not captured whole.
void put_invalid(Line& line, View in) {
  line.invalid();
  in.need(0, in.length());
}

void put_identifier(Line& line, View in, size_t at) {
  in.need(at, identifier_length);
  for (size_t i = 0; i < identifier_length; ++i) line.put(i == 0 ? "" : ":", Hex{in.u8(at + i), 2});
}

/// A value that is a run of addresses, each with a prefix length behind it or none; false when it ends
/// within one.
bool print_addresses(Line& line, View value, size_t size, size_t prefix_length) {
  for (size_t at = 0; at < value.length(); at += size + prefix_length) {
    if (value.length() - at < size + prefix_length) return false;
    value.need(at, size + prefix_length);
    line.put(at == 0 ? ": " : ", ");
    const uint8_t* address = value.at_least(at, size);
    if (size == 4)
      line.put(Ipv4Text{address});
    else
      line.put(Ipv6Text{address});
    if (prefix_length != 0) line.put('/', value.u8(at + size));
  }
  return true;
}

bool print_value(Line& line, View value, uint8_t option) {
  constexpr size_t four = 4, six = 16, with_prefix = 1;
  switch (option) {
    case OriginTime: {
      if (value.length() != 4) return false;
      const auto seconds = static_cast<std::time_t>(value.u32(0));
      if (seconds == 0) {
        line.put(": 0");
        return true;
      }
      std::tm date{};
      gmtime_r(&seconds, &date);
      char text[32];
      const size_t size = std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S UTC", &date);
      line.put(": ", std::string_view(text, size));
      return true;
    }
    case Expires:
      if (value.length() != 4) return false;
      line.put(": ", value.u32(0), 's');
      return true;
    case MyIpv6Address:
    case Ipv6Address:
    case NameServer:
    case TimeServer: return print_addresses(line, value, six, 0);
    case MyIpv4Address:
    case Ipv4Address: return print_addresses(line, value, four, 0);
    case Ipv6Prefix:
    case Ipv6Delegation: return print_addresses(line, value, six, with_prefix);
    case Ipv4Delegation: return print_addresses(line, value, four, with_prefix);
    default: line.put(" (Length ", value.length(), ')'); return true;
  }
}

/// False when the options end within one.
bool print_options(Line& line, View in) {
  size_t at = 0;
  while (at < in.length()) {
    const uint8_t option = in.u8(at++);
    line.put("\n\t ", Named{option_names, option, "Unknown-"});
    if (option == Pad || option == Mandatory) continue;
    if (at == in.length()) return false;
    const size_t length = in.u8(at++);
    if (length > in.length() - at) return false;
    if (!print_value(line, in.part(at, length).with_length(length), option))
      put_invalid(line, in.part(at, length).with_length(length));
    in.need(at, length);
    at += length;
  }
  return true;
}

void print_version_1(Line& line, View in) {
  line.put("\n\tHopcount ", in.u8(2));
  line.put(", Original Hopcount ", in.u8(3));
  line.put(", Nonce 0x", Hex{in.u32(4), 8});
  in.need(8, identifier_length);
  line.put(", Source Id ");
  put_identifier(line, in, 8);
  in.need(16, identifier_length);
  line.put(", Destination Id ");
  put_identifier(line, in, 16);
  in.need(0, std::min(in.length(), header_length + body_header_length));
  if (in.length() < header_length + body_header_length) return put_invalid(line, in);
  line.put("\n\t", Named{message_names, in.u8(header_length), "Unknown-"});
  if (in.u8(header_length + 1) != 0) line.put(", MBZ ", in.u8(header_length + 1));
  const size_t length = in.u16(header_length + 2);
  line.put(", Length ", length);
  const size_t options = header_length + body_header_length;
  if (length > in.length() - options) return put_invalid(line, in);
  if (line.options.verbose > 1 && !print_options(line, in.from(options).with_length(length)))
    put_invalid(line, in.from(options).with_length(length));
}

void print(Line& line, View in) {
  line.protocol = "ahcp";
  line.put("AHCP");
  if (in.length() < 2) return put_invalid(line, in);
  if (in.u8(0) != magic_value) return put_invalid(line, in);
  const uint8_t found = in.u8(1);
  line.put(" Version ", found);
  if (found != 1) {
    line.put(" (unknown)");
    in.need(0, in.length());
  } else if (in.length() < header_length) {
    put_invalid(line, in);
  } else if (line.options.verbose != 0) {
    print_version_1(line, in);
  }
}

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

}  // namespace

extern constinit const Protocol protocol{.name = "ahcp",
                                         .title = "Ad Hoc Configuration Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::ahcp
