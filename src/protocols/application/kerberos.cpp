// Kerberos on its port: version 4's messages; of version 5 (RFC 4120, ASN.1) the line tells nothing.
#include <algorithm>

#include "packet/line.h"

namespace wiretale::kerberos {
namespace {

enum MessageType : uint8_t {
  KdcRequest = 1,
  KdcReply = 2,
  ApplicationRequest = 3,
  MutualRequest = 4,
  ErrorReply = 5,
  Private = 6
};
// In their lowest bit messages have the sender's byte order.
constexpr Name type_names[] = {{KdcRequest << 1, "KDC_REQUEST"},
                               {KdcReply << 1, "KDC_REPLY"},
                               {ApplicationRequest << 1, "APPL_REQUEST"},
                               {MutualRequest << 1, "APPL_REQUEST_MUTUAL"},
                               {ErrorReply << 1, "ERR_REPLY"},
                               {Private << 1, "PRIVATE"},
                               {7 << 1, "SAFE"},
                               {8 << 1, "APPL_ERR"},
                               {31 << 1, "DIE"}};
constexpr Name error_names[] = {{0, "OK"},
                                {1, "NAME_EXP"},
                                {2, "SERVICE_EXP"},
                                {3, "AUTH_EXP"},
                                {4, "PKT_VER"},
                                {5, "NAME_MAST_KEY_VER"},
                                {6, "SERV_MAST_KEY_VER"},
                                {7, "BYTE_ORDER"},
                                {8, "PRINCIPAL_UNKNOWN"},
                                {9, "PRINCIPAL_NOT_UNIQUE"},
                                {10, "NULL_KEY"}};

constexpr Claim found_on[] = {{On::UdpPort, 88, Scope::Line}, {On::UdpPort, 750, Scope::Line}};

/// A string that ends with a NUL; the place behind it.
size_t put_string(Line& line, View in, size_t at) {
  const Bytes rest = in.available(at, in.captured());
  const size_t size = static_cast<size_t>(std::ranges::find(rest, uint8_t{0}) - rest.begin());
  line.put(CaretNotation{rest.first(size)});
  if (size == rest.size()) line.truncated();
  return at + size + 1;
}

/// Name, instance (which may be empty) and realm: "user.instance@REALM", "user.@REALM".
size_t put_name(Line& line, View in, size_t at) {
  at = put_string(line, in, at);
  line.put('.');
  at = put_string(line, in, at);
  line.put('@');
  return put_string(line, in, at);
}

void print_version4(Line& line, View in) {
  constexpr unsigned minutes_per_unit = 5;
  const uint8_t type = in.u8(1);
  const bool little = (type & 1) != 0;
  const auto number = [&](size_t at) { return little ? in.little16(at) : in.u16(at); };
  line.put(little ? " le " : " be ", Named{type_names, type & ~1u, "type-#"}, ": ");
  switch (type >> 1) {
    case KdcRequest: {
      size_t at = put_name(line, in, 2) + 4;  // behind the time
      line.put(' ', in.u8(at) * minutes_per_unit, "min ");
      at = put_string(line, in, at + 1);
      line.put('.');
      put_string(line, in, at);
      break;
    }
    case KdcReply: {
      // Behind the name: a time, the number of tickets, an expiry and the key's version.
      const size_t at = put_name(line, in, 2) + 10;
      line.put(" (", number(at), ')');
      break;
    }
    case ApplicationRequest: {
      line.put('v', in.u8(2), ' ');
      const size_t at = put_string(line, in, 3);
      line.put(" (", in.u8(at), ')', " (", in.u8(at + 1), ')');
      break;
    }
    case ErrorReply: {
      const size_t at = put_name(line, in, 2) + 4;
      line.put(' ', Named{error_names, number(at), "#"}, ' ');
      put_string(line, in, at + 4);
      break;
    }
    default: line.put("(unknown)"); break;
  }
}

void print(Line& line, View in) {
  line.protocol = "krb";
  const uint8_t version = in.u8(0);
  switch (version) {
    case 1:
    case 2:
    case 3: line.put(" v", version); break;
    case 4:
      line.put(" v", version);
      print_version4(line, in);
      break;
    case 106:
    case 107: line.put(" v5"); break;
    default: break;
  }
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "kerberos", .title = "Kerberos", .found_on = found_on, .print = print};

}  // namespace wiretale::kerberos
