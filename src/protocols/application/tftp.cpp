// TFTP (RFC 1350) with option negotiation (RFC 2347).
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::tftp {
namespace {

enum Opcode : uint16_t {
  read_request = 1,
  write_request,
  data,
  acknowledgment,
  error,
  option_acknowledgment
};
constexpr Name opcodes[] = {{read_request, "RRQ"},   {write_request, "WRQ"}, {data, "DATA"},
                            {acknowledgment, "ACK"}, {error, "ERROR"},       {option_acknowledgment, "OACK"}};
constexpr Name errors[] = {{0, "EUNDEF"}, {1, "ENOTFOUND"}, {2, "EACCESS"}, {3, "ENOSPACE"},
                           {4, "EBADOP"}, {5, "EBADID"},    {6, "EEXISTS"}, {7, "ENOUSER"}};

constexpr Field opcode{"tftp.opcode", "Opcode", bytes(0, 2), Type::Uint16, Show::Decimal, opcodes};
constexpr const Field* fields[] = {&opcode};

constexpr Claim found_on[] = {{On::UdpPort, 69, Scope::Line}};

/// Writes the string at `at`, which a zero byte ends, and returns the offset behind it.
size_t print_string(Line& line, View in, size_t at, size_t end) {
  const Bytes text = in.available(at, end - at);
  const auto zero = std::find(text.begin(), text.end(), 0);
  const auto size = static_cast<size_t>(zero - text.begin());
  line.put(CaretNotation{text.first(size)});
  if (zero == text.end()) line.truncated();
  return at + size + 1;
}

/// The same; the quotation mark behind it is written even when it is cut off.
size_t print_quoted(Line& line, View in, size_t at) {
  const Bytes text = in.available(at, in.length() - at);
  if (std::find(text.begin(), text.end(), 0) != text.end()) {
    at = print_string(line, in, at, in.length());
    line.put('"');
    return at;
  }
  line.put(CaretNotation{text}, '"');
  line.truncated();
}

void print_options(Line& line, View in, size_t at) {
  while (at < in.length()) {
    in.need(at, 1);
    if (in.u8(at) != 0) line.put(' ');
    at = print_string(line, in, at, in.length());
  }
}

void print(Line& line, View in) {
  line.protocol = "tftp";
  line.put("TFTP, length ", in.length());
  if (in.length() < 2) line.truncated();
  const uint16_t code = in.u16(0);
  line.put(", ", Named{opcodes, code, "tftp-#"});
  switch (code) {
    case read_request:
    case write_request: {
      if (in.length() == 2) line.truncated();
      line.put(" \"");
      size_t at = print_quoted(line, in, 2);
      if (at >= in.length()) line.truncated();
      line.put(' ');
      at = print_string(line, in, at, in.length());
      print_options(line, in, at);
      return;
    }
    case option_acknowledgment: print_options(line, in, 2); return;
    case data:
    case acknowledgment:
      if (in.length() < 4) line.truncated();
      line.put(" block ", in.u16(2));
      return;
    case error:
      if (in.length() < 4) line.truncated();
      line.put(' ', Named{errors, in.u16(2), "tftp-err-#", " \""});
      if (in.length() == 4) line.truncated();
      line.put(" \"");
      (void)print_quoted(line, in, 4);
      return;
    default: return;
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "tftp",
                                         .title = "Trivial File Transfer Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .print = print};

}  // namespace wiretale::tftp
