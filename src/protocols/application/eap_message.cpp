// EAP messages: RFC 3748, and the flags of its TLS-like methods (RFC 5216, 5281, 4851).
#include "protocols/application/eap_message.h"

namespace wiretale {
namespace {

enum Code : uint8_t { request = 1, response = 2 };
constexpr Name codes[] = {{request, "Request"}, {response, "Response"}, {3, "Success"}, {4, "Failure"}};

enum Method : uint8_t {
  identity = 1,
  notification = 2,
  nak = 3,
  tls = 13,
  sim = 18,
  ttls = 21,
  aka = 23,
  fast = 43
};
constexpr Name methods[] = {{0, "No proposed"},
                            {identity, "Identity"},
                            {notification, "Notification"},
                            {nak, "Nak"},
                            {4, "MD5-challenge"},
                            {5, "OTP"},
                            {6, "GTC"},
                            {tls, "TLS"},
                            {sim, "SIM"},
                            {ttls, "TTLS"},
                            {aka, "AKA"},
                            {fast, "FAST"},
                            {254, "Expanded types"},
                            {255, "Experimental"}};
constexpr Name tls_flags[] = {{0x80, "L bit"}, {0x40, "More fragments bit"}, {0x20, "Start bit"}};
constexpr Name aka_subtypes[] = {{1, "Challenge"},     {2, "Auth reject"}, {4, "Sync failure"},
                                 {5, "Identity"},      {10, "Start"},      {11, "Challenge"},
                                 {12, "Notification"}, {13, "Reauth"},     {14, "Client error"}};

void put_method(Line& line, uint8_t method) {
  const std::string_view name = find_name(methods, method);
  line.put(name.empty() ? "unknown" : name, " (", method, ')');
}

void print_tls_flags(Line& line, View in, uint8_t method) {
  const uint8_t flags = in.u8(5);
  if (method == ttls) line.put(" TTLSv", flags & 7u);
  if (method == fast) line.put(" FASTv", flags & 7u);
  line.put(" flags [", NamedBits{tls_flags, flags}, "] 0x", Hex{flags, 2});
  if ((flags & 0x80) != 0) line.put(", len ", in.u32(6));
}

void print_subtype(Line& line, uint8_t subtype) {
  const std::string_view name = find_name(aka_subtypes, subtype);
  line.put(" subtype [", name.empty() ? "unknown" : name, "] 0x", Hex{subtype, 2});
}

void print_method(Line& line, View in, size_t length) {
  constexpr size_t type_at = 4, data_at = 5;
  const uint8_t method = in.u8(type_at);
  line.put("\n\t\t Type ");
  put_method(line, method);
  switch (method) {
    case identity:
    case notification:
      if (length <= data_at) return;
      line.put(method == identity ? ", Identity: " : ", Notification: ",
               HexEscaped{in.bytes(data_at, length - data_at)});
      return;
    case nak:
      // One octet each; a request has none, but shows what is there.
      for (size_t at = data_at; at < length; ++at) {
        line.put(at == data_at ? " " : ", ");
        put_method(line, in.u8(at));
        if (in.u8(at) == 0) return;
      }
      return;
    case tls:
    case ttls:
    case fast: return print_tls_flags(line, in, method);
    case sim:
    case aka: print_subtype(line, in.u8(data_at)); return;
    default: return;
  }
}

}  // namespace

void print_eap_message(Line& line, View in) {
  const uint8_t code = in.u8(0);
  const uint16_t length = in.u16(2);
  if (length != in.length()) {
    line.put("EAP fragment?");
    return;
  }
  const std::string_view name = find_name(codes, code);
  line.put(name.empty() ? "unknown" : name, " (", code, "), id ", in.u8(1), ", len ", length);
  if (code != request && code != response) return;
  constexpr size_t with_type = 5;
  if (length < with_type) {
    line.put(" (too short for EAP request/response)");
    return;
  }
  print_method(line, in, length);
}

}  // namespace wiretale
