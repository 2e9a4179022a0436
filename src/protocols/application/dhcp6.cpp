// DHCPv6 (RFC 8415) and its options.
#include "packet/line.h"
#include "protocols/application/dhcp6_tree.h"
#include "protocols/application/dhcp6_tree_fields.h"
#include "protocols/application/dns/line_name.h"
#include "protocols/catalog.h"

namespace wiretale::dhcp6 {
namespace {

enum Message : uint8_t { relay_forward = 12, relay_reply = 13 };
constexpr Name messages[] = {{1, "solicit"},
                             {2, "advertise"},
                             {3, "request"},
                             {4, "confirm"},
                             {5, "renew"},
                             {6, "rebind"},
                             {7, "reply"},
                             {8, "release"},
                             {9, "decline"},
                             {10, "reconfigure"},
                             {11, "inf-req"},
                             {relay_forward, "relay-fwd"},
                             {relay_reply, "relay-reply"},
                             {14, "leasequery"},
                             {15, "leasequery-reply"}};
constexpr Name option_names[] = {{1, "client-ID"},
                                 {2, "server-ID"},
                                 {3, "IA_NA"},
                                 {4, "IA_TA"},
                                 {5, "IA_ADDR"},
                                 {6, "option-request"},
                                 {7, "preference"},
                                 {8, "elapsed-time"},
                                 {9, "relay-message"},
                                 {11, "authentication"},
                                 {12, "server-unicast"},
                                 {13, "status-code"},
                                 {14, "rapid-commit"},
                                 {15, "user-class"},
                                 {16, "vendor-class"},
                                 {17, "vendor-specific-info"},
                                 {18, "interface-ID"},
                                 {19, "reconfigure-message"},
                                 {20, "reconfigure-accept"},
                                 {21, "SIP-servers-domain"},
                                 {22, "SIP-servers-address"},
                                 {23, "DNS-server"},
                                 {24, "DNS-search-list"},
                                 {25, "IA_PD"},
                                 {26, "IA_PD-prefix"},
                                 {27, "NIS-server"},
                                 {28, "NIS+-server"},
                                 {29, "NIS-domain-name"},
                                 {30, "NIS+-domain-name"},
                                 {31, "SNTP-servers"},
                                 {32, "lifetime"},
                                 {33, "BCMCS-domain-name"},
                                 {34, "BCMCS-server"},
                                 {36, "Geoconf-Civic"},
                                 {37, "Remote-ID"},
                                 {38, "Subscriber-ID"},
                                 {39, "Client-FQDN"},
                                 {40, "PANA-agent"},
                                 {41, "POSIX-timezone"},
                                 {42, "POSIX-tz-database"},
                                 {43, "Echo-request-option"},
                                 {44, "Lease-query"},
                                 {45, "LQ-client-data"},
                                 {46, "Clt-time"},
                                 {47, "LQ-relay-data"},
                                 {48, "LQ-client-link"},
                                 {56, "NTP-server"},
                                 {64, "AFTR-Name"},
                                 {112, "MUD-URL"}};
constexpr Name statuses[] = {{0, "Success"},       {1, "UnspecFail"},       {2, "NoAddrsAvail"},
                             {3, "NoBinding"},     {4, "NotOnLink"},        {5, "UseMulticast"},
                             {6, "NoPrefixAvail"}, {7, "UnknownQueryType"}, {8, "MalformedQuery"},
                             {9, "NotConfigured"}, {10, "NotAllowed"}};
constexpr Name query_types[] = {{1, "by-address"}, {2, "by-clientID"}};
constexpr Name authentication_protocols[] = {{2, "delayed"}, {3, "reconfigure"}};

constexpr Claim found_on[] = {{On::UdpPort, 546}, {On::UdpPort, 547}};

constexpr unsigned most_nested = 32;

void print_message(Line& line, View in, unsigned depth);
void print_options(Line& line, View in, unsigned depth);

void put_truncated(Line& line) { line.put(" [|dhcp6]"); }
void put_hex(Line& line, Bytes bytes) {
  for (const uint8_t byte : bytes) line.put(Hex{byte, 2});
}
/// The first ten bytes; "..." says that there may be more.
void put_some_hex(Line& line, View data, size_t at) {
  put_hex(line, data.bytes(at, std::min<size_t>(data.length() - at, 10)));
  line.put("...");
}

void print_identifier(Line& line, View data) {
  const size_t size = data.length();
  if (size < 2) {
    line.put(" ?");
    return;
  }
  enum : uint16_t { with_time = 1, vendor = 2, link_layer = 3 };
  const uint16_t type = data.u16(0);
  switch (type) {
    case with_time:
      if (size < 8) break;
      line.put(" hwaddr/time type ", data.u16(2), " time ", data.u32(4), ' ');
      return put_hex(line, data.bytes(8, size - 8));
    case vendor:
      if (size < 10) break;
      line.put(" vid ");
      return put_hex(line, data.bytes(2, 8));
    case link_layer:
      if (size < 4) break;
      line.put(" hwaddr type ", data.u16(2), ' ');
      return put_hex(line, data.bytes(4, size - 4));
    default: line.put(" type ", type); return;
  }
  line.put(" ?");
}

/// RFC 8415 21.11.
void print_authentication(Line& line, View data) {
  enum : uint8_t { delayed = 2, reconfigure = 3 };
  constexpr size_t fixed = 11, digest = 16;
  const size_t size = data.length();
  const uint8_t kind = data.u8(0);
  const auto put_words = [&](size_t at) {
    for (size_t i = 0; i < digest; i += 4) line.put(i == 0 ? "" : " ", Hex{data.u32(at + i), 8});
  };
  line.put(" proto: ", Named{authentication_protocols, kind, ""}, ", alg: ");
  if (data.u8(1) == 1)
    line.put("HMAC-MD5");
  else
    line.put(data.u8(1));
  line.put(", RDM: ");
  if (data.u8(2) == 0)
    line.put("mono");
  else
    line.put(data.u8(2));
  line.put(", RD:");
  for (size_t at = 3; at < fixed; at += 2) line.put(' ', Hex{data.u16(at), 4});
  if (kind == delayed && size >= fixed + 20) {
    const size_t key = size - 20;
    if (key > fixed) {
      line.put(", realm: ");
      put_hex(line, data.bytes(fixed, key - fixed));
    }
    line.put(", key ID: ", Hex{data.u32(key), 8}, ", HMAC-MD5: ");
    put_words(key + 4);
  } else if (kind == reconfigure && size >= fixed + 1 + digest) {
    if (data.u8(fixed) == 1)
      line.put(" reconfig-key value: ");
    else if (data.u8(fixed) == 2)
      line.put(" type: HMAC-MD5 value: ");
    else
      line.put(" type: unknown(", data.u8(fixed), ") value: ");
    put_words(fixed + 1);
  } else {
    line.put(" ??");
  }
}

/// False where a name is cut off or makes no sense.
bool print_names(Line& line, View data) {
  for (size_t at = 0; at < data.length();) {
    line.put(' ');
    const std::optional<size_t> next = dns::print_name(line, data, at, dns::Compression::None);
    if (!next) return false;
    at = *next;
  }
  return true;
}

/// RFC 6334: one name, its labels with dots between.
void print_tunnel_endpoint(Line& line, View data) {
  line.put(' ');
  for (size_t at = 0; at < data.length() && data.u8(at) != 0;) {
    const uint8_t size = data.u8(at++);
    if (size > data.length() - at) {
      line.put(" ?");
      return;
    }
    line.put(CaretNotation{data.bytes(at, size)});
    at += size;
    if (at < data.length() && data.u8(at) != 0) line.put('.');
  }
}

/// RFC 5908. False where a suboption is cut off.
bool print_time_server(Line& line, View data) {
  while (data.length() > 4) {
    const uint16_t kind = data.u16(0), size = data.u16(2);
    if (data.length() < size + 4u) return false;
    const View value = data.part(4, size);
    line.put(" subopt:", kind);
    if ((kind == 1 || kind == 2) && size == 16)
      line.put(' ', Ipv6Text{value.at_least(0, 16)});
    else if (kind == 3) {
      if (!print_names(line, value)) return false;
    } else
      line.put(" ?");
    data = data.from(size + 4u);
  }
  return true;
}

void print_addresses(Line& line, View data) {
  for (size_t at = 0; at < data.length(); at += 16) line.put(' ', Ipv6Text{data.at_least(at, 16)});
}

/// Options inside of an option, behind its fixed part.
void print_nested(Line& line, View data, size_t fixed, unsigned depth) {
  if (data.length() > fixed) print_options(line, data.from(fixed), depth + 1);
}

/// What became of an option's data: a wrong length for its code is marked " ?", a cut ends the list.
enum class Result : uint8_t { Good, BadLength, Cut };

/// Writes an option's data.
Result print_data(Line& line, uint16_t code, View data, unsigned depth) {
  const size_t size = data.length();
  switch (code) {
    case 1:
    case 2: print_identifier(line, data); return Result::Good;
    case 3:
    case 25:
      if (size < 12) return Result::BadLength;
      line.put(" IAID:", data.u32(0), " T1:", data.u32(4), " T2:", data.u32(8));
      print_nested(line, data, 12, depth);
      return Result::Good;
    case 4:
      if (size < 4) return Result::BadLength;
      line.put(" IAID:", data.u32(0));
      print_nested(line, data, 4, depth);
      return Result::Good;
    case 5:
      if (size < 24) return Result::BadLength;
      line.put(' ', Ipv6Text{data.at_least(0, 16)}, " pltime:", data.u32(16), " vltime:", data.u32(20));
      print_nested(line, data, 24, depth);
      return Result::Good;
    case 26:
      if (size < 25) return Result::BadLength;
      line.put(' ', Ipv6Text{data.at_least(9, 16)}, '/', data.u8(8), " pltime:", data.u32(0),
               " vltime:", data.u32(4));
      print_nested(line, data, 25, depth);
      return Result::Good;
    case 6:
    case 43:
      if (size % 2 != 0) return Result::BadLength;
      for (size_t at = 0; at < size; at += 2) line.put(' ', Named{option_names, data.u16(at), "opt_"});
      return Result::Good;
    case 7:
      if (size != 1) return Result::BadLength;
      line.put(' ', data.u8(0));
      return Result::Good;
    case 8:
      if (size != 2) return Result::BadLength;
      line.put(' ', data.u16(0));
      return Result::Good;
    case 32:
    case 46:
      if (size != 4) return Result::BadLength;
      line.put(' ', data.u32(0));
      return Result::Good;
    case 9:
      line.put(" (");
      print_message(line, data, depth + 1);
      return Result::Good;  // and no second parenthesis: tcpdump's form

    case 11:
      if (size < 11) return Result::BadLength;
      print_authentication(line, data);
      return Result::Good;
    case 13:
      if (size < 2) return Result::BadLength;
      if (data.u16(0) > 255)
        line.put(" INVALID code");
      else
        line.put(' ', Named{statuses, data.u16(0), "code"});
      return Result::Good;
    case 18:
    case 38:
      line.put(' ');
      put_some_hex(line, data, 0);
      return Result::Good;
    case 19:
      if (size != 1) return Result::BadLength;
      if (data.u8(0) == 5)
        line.put(" for renew");
      else if (data.u8(0) == 11)
        line.put(" for inf-req");
      else
        line.put(" for ?\?\?(", Hex{data.u8(0), 2}, ')');
      return Result::Good;
    case 21:
    case 24: return print_names(line, data) ? Result::Good : Result::Cut;
    case 22:
    case 23:
    case 27:
    case 28:
    case 31:
    case 34:
    case 40:
      if (size % 16 != 0) return Result::BadLength;
      print_addresses(line, data);
      return Result::Good;
    case 37:
      if (size < 4) return Result::BadLength;
      line.put(' ', data.u32(0), ' ');
      put_some_hex(line, data, 4);
      return Result::Good;
    case 41:
    case 42:
      if (size < 5) return Result::BadLength;
      line.put(' ', CaretNotation{data.bytes(0, size)});
      return Result::Good;
    case 112: {
      if (size < 5) return Result::BadLength;
      const Bytes text = data.bytes(0, size);
      const auto zero = std::find(text.begin(), text.end(), 0);
      line.put(' ', CaretNotation{text.first(static_cast<size_t>(zero - text.begin()))});
      return Result::Good;
    }
    case 44:
      if (size < 17) return Result::BadLength;
      line.put(' ', Named{query_types, data.u8(0), "type_"}, ' ', Ipv6Text{data.at_least(1, 16)});
      print_nested(line, data, 17, depth);
      return Result::Good;
    case 45: print_nested(line, data, 0, depth); return Result::Good;
    case 47:
      if (size < 16) return Result::BadLength;
      line.put(' ', Ipv6Text{data.at_least(0, 16)}, ' ');
      put_some_hex(line, data, 16);
      return Result::Good;
    case 48:
      if (size != 16) return Result::BadLength;
      print_addresses(line, data);
      return Result::Good;
    case 56:
      if (size < 4) return Result::BadLength;
      return print_time_server(line, data) ? Result::Good : Result::Cut;
    case 64:
      if (size < 3) return Result::BadLength;
      print_tunnel_endpoint(line, data);
      return Result::Good;
    default: return Result::Good;
  }
}

void print_options(Line& line, View in, unsigned depth) {
  if (depth > most_nested) return put_truncated(line);
  while (in.length() > 0 && in.captured() > 0) {
    if (in.length() < 4 || !in.has(0, 4)) return put_truncated(line);
    const uint16_t code = in.u16(0), size = in.u16(2);
    if (in.length() < size + 4u || !in.has(4, size)) return put_truncated(line);
    line.put(" (", Named{option_names, code, "opt_"});
    const Result result = print_data(line, code, in.part(4, size), depth);
    if (result == Result::Cut) return put_truncated(line);
    if (result == Result::BadLength) line.put(" ?");
    line.put(')');
    in = in.from(size + 4u);
  }
}

void print_message(Line& line, View in, unsigned depth) {
  constexpr size_t client_header = 4, relay_header = 34;
  line.put("dhcp6");
  in = in.limit(in.length());
  if (depth > most_nested || in.captured() < client_header) return put_truncated(line);
  const uint8_t type = in.u8(0);
  line.put(' ', Named{messages, type, "msgtype-"});
  if (line.options.verbose == 0) return;
  if (type == relay_forward || type == relay_reply) {
    line.put(" (");
    in.need(2, 16);
    line.put("linkaddr=", Ipv6Text{in.at_least(2, 16)});
    in.need(18, 16);
    line.put(" peeraddr=", Ipv6Text{in.at_least(18, 16)});
    print_options(line, in.from(relay_header), depth);
  } else {
    line.put(" (xid=", Hex{in.u24(1)});
    print_options(line, in.from(client_header), depth);
  }
  line.put(')');
}

void print(Line& line, View in) {
  line.protocol = "dhcp6";
  print_message(line, in, 0);
}

Step decode(Cursor&, Context&) { return {}; }

}  // namespace

extern constinit const Protocol protocol{.name = "dhcpv6",
                                         .title = "DHCPv6",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .keeps = Keeps::Nothing,
                                         .print = print};

}  // namespace wiretale::dhcp6
