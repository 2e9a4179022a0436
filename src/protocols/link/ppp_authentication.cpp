// PPP's authentication protocols: PAP (RFC 1334) and CHAP (RFC 1994).
#include "protocols/link/ppp.h"

namespace wiretale::ppp {
namespace {

constexpr size_t header_length = 4;

/// `count` bytes as text; ends the line where they were not captured.
void print_text(Line& line, View in, size_t count) {
  const Bytes shown = in.available(0, count);
  line.put(HexEscaped{shown});
  if (shown.size() < count) line.truncated();
}

void print_name_and_code(Line& line, std::string_view name, Names codes, View in) {
  const std::string_view code = find_name(codes, in.u8(0));
  line.put(name, ", ", code.empty() ? "unknown" : code, " (0x", Hex{in.u8(0), 2}, ')');
  line.put(", id ", in.u8(1));
}

}  // namespace

void print_chap(Line& line, View in) {
  enum Code : uint8_t { challenge = 1, response, success, failure };
  constexpr Name codes[] = {
      {challenge, "Challenge"}, {response, "Response"}, {success, "Success"}, {failure, "Fail"}};
  if (in.length() < 1) {
    line.put("[|chap]");
    return;
  }
  const uint8_t code = in.u8(0);
  if (in.length() < header_length) {
    line.put("[|chap 0x", Hex{code, 2}, ']');
    return;
  }
  print_name_and_code(line, "CHAP", codes, in);
  const size_t size = in.u16(2);
  // A length that is too short ends nowhere; tcpdump then shows all bytes there are.
  constexpr size_t endless = ~size_t{0};
  const auto less = [&](size_t read) { return size >= read ? size - read : endless; };
  if (code == challenge || code == response) {
    const View body = in.from(header_length);
    if (body.length() < 1) return;
    const size_t value_length = body.u8(0);
    if (body.length() - 1 < value_length) return;
    line.put(", Value ");
    for (const uint8_t byte : body.available(1, value_length)) line.put(Hex{byte, 2});
    body.need(1, value_length);
    line.put(", Name ");
    print_text(line, body.from(1 + value_length), less(header_length + 1 + value_length));
  } else if (code == success || code == failure) {
    line.put(", Msg ");
    print_text(line, in.from(header_length), less(header_length));
  }
}

void print_pap(Line& line, View in) {
  enum Code : uint8_t { request = 1, acknowledged, refused };
  constexpr Name codes[] = {{request, "Auth-Req"}, {acknowledged, "Auth-ACK"}, {refused, "Auth-NACK"}};
  if (in.length() < 1) {
    line.put("[|pap]");
    return;
  }
  const uint8_t code = in.u8(0);
  if (in.length() < header_length) {
    line.put("[|pap 0x", Hex{code, 2}, ']');
    return;
  }
  print_name_and_code(line, "PAP", codes, in);
  const size_t size = in.u16(2);
  if (size > in.length()) {
    line.put(", length ", size, " > packet size");
    return;
  }
  if (size < header_length) {
    line.put(", length ", size, " < PAP header length");
    return;
  }
  View body = in.part(0, size).from(header_length);
  /// A length byte and that many characters; false when they are not there.
  const auto print_string = [&](std::string_view label) {
    if (body.length() < 1) {
      line.put("[|pap]");
      return false;
    }
    const size_t length = body.u8(0);
    if (body.length() - 1 < length) return false;
    line.put(label);
    print_text(line, body.from(1), length);
    body = body.from(1 + length);
    return true;
  };
  if (code == request) {
    if (print_string(", Peer ")) print_string(", Name ");
  } else if (code == acknowledged || code == refused) {
    print_string(", Msg ");
  }
}

}  // namespace wiretale::ppp
