// Q.933 annex A and ANSI T1.617 annex D: a frame relay network tells the state of its circuits.
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::q933 {
namespace {

constexpr Name message_names[] = {
    {0x00, "ESC to National"}, {0x01, "Alert"},       {0x02, "Call proceeding"}, {0x03, "Progress"},
    {0x05, "Setup"},           {0x07, "Connect"},     {0x0f, "Connect ACK"},     {0x45, "Disconnect"},
    {0x46, "Restart"},         {0x4d, "Release"},     {0x4e, "Restart ACK"},     {0x5a, "Release Complete"},
    {0x75, "Status Enquiry"},  {0x7d, "Status Reply"}};

enum Element : uint8_t {
  ansi_report = 0x01,
  ansi_verify_old = 0x19,
  ansi_verify = 0x03,
  ansi_status = 0x07,
  ccitt_report = 0x51,
  ccitt_verify = 0x53,
  ccitt_status = 0x57
};
constexpr Name ansi_element_names[] = {{ansi_report, "ANSI Report Type"},
                                       {ansi_verify_old, "ANSI Link Verify"},
                                       {ansi_verify, "ANSI Link Verify"},
                                       {ansi_status, "ANSI PVC Status"}};
constexpr Name ccitt_element_names[] = {{ccitt_report, "CCITT Report Type"},
                                        {ccitt_verify, "CCITT Link Verify"},
                                        {ccitt_status, "CCITT PVC Status"}};
constexpr Name report_names[] = {{0, "Full Status"}, {1, "Link verify"}, {2, "Async PVC Status"}};

constexpr Field message{"q933.message_type", "Message type", varies, Type::Uint8, Show::Hex, message_names};
constexpr const Field* fields[] = {&message};

constexpr Claim found_on[] = {{On::NetworkLayerId, 0x08}};

constexpr uint8_t ansi_codeset = 5;

std::string_view element_name(uint8_t kind, uint8_t codeset) {
  std::string_view name;
  if (codeset == 0 || codeset == ansi_codeset) {
    name = find_name(ansi_element_names, kind);
    if (name.empty()) name = find_name(ccitt_element_names, kind);
  }
  return name;
}

/// The circuit's number, whose bytes end with the one whose highest bit is set, and its state behind it.
void print_circuit(Line& line, View in) {
  constexpr std::string_view invalid = "Invalid DLCI in PVC STATUS IE";
  constexpr uint8_t last = 0x80, is_new = 0x08, is_active = 0x02;
  const size_t size = in.length();
  // Numbers of 10, 16 and 23 bits.
  if (size < 3 || (in.u8(0) & last) != 0 || (size == 3 && (in.u8(1) & last) == 0) ||
      (size == 4 && ((in.u8(1) & last) != 0 || (in.u8(2) & last) == 0)) ||
      (size == 5 && ((in.u8(1) & last) != 0 || (in.u8(2) & last) != 0 || (in.u8(3) & last) == 0)) ||
      size > 5) {
    line.put(invalid);
    return;
  }
  uint32_t number = (in.u8(0) & 0x3fu) << 4 | (in.u8(1) & 0x78u) >> 3;
  if (size == 4)
    number = number << 6 | (in.u8(2) & 0x7eu) >> 1;
  else if (size == 5)  // As tcpdump, which puts the third byte's bits where the fourth's are.
    number = number << 13 | (in.u8(2) & 0x7fu) | (in.u8(3) & 0x7eu) >> 1;
  const uint8_t state = in.u8(size - 1);
  line.put("DLCI ", number, ": status ", (state & is_new) != 0 ? "New, " : "",
           (state & is_active) != 0 ? "Active" : "Inactive");
}

/// False where nothing of the element is known.
bool print_element(Line& line, uint8_t kind, View value) {
  const bool verbose = line.options.verbose > 0;
  switch (kind) {
    case ansi_report:
    case ccitt_report:
      if (verbose) line.put(name_or(report_names, value.u8(0), "unknown"), " (", value.u8(0), ')');
      return true;
    case ansi_verify:
    case ansi_verify_old:
    case ccitt_verify:
      if (!verbose) line.put(", ");
      if (value.length() < 2)
        line.put("Invalid LINK VERIFY IE");
      else
        line.put("TX Seq: ", Padded{value.u8(0), 3}, ", RX Seq: ", Padded{value.u8(1), 3});
      return true;
    case ansi_status:
    case ccitt_status:
      if (!verbose) line.put(", ");
      print_circuit(line, value);
      return true;
    default: return false;
  }
}

/// False where an element without contents ends the list and, without -v, the line.
bool print_elements(Line& line, View in, size_t length, uint8_t codeset) {
  const bool verbose = line.options.verbose > 0;
  while (in.length() > 0) {
    if (in.length() < 2) line.truncated();
    const uint8_t kind = in.u8(0);
    const size_t size = in.u8(1);
    const std::string_view name = element_name(kind, codeset);
    if (verbose)
      line.put("\n\t", name.empty() ? "unknown" : name, " IE (0x", Hex{kind, 2}, "), length ", size, ": ");
    in = in.from(2);
    if (in.length() < size) {
      if (!verbose) line.put(", length ", length);
      line.truncated();
    }
    if (kind == 0 || size == 0) return false;
    in.need(0, size);
    const View value = in.limit(size);
    const bool known = !name.empty() && print_element(line, kind, value);
    if (verbose && !known)
      append_hex(line, value.all());
    else if (line.options.verbose > 1)
      append_hex(line, value.all(), "\n\t  ");
    in = in.from(size);
  }
  return true;
}

void print(Line& line, View in) {
  line.protocol = "q.933";
  line.put(line.options.link_header ? "" : "Q.933, ");
  const size_t length = in.length();
  const auto too_short = [&] {
    line.put("length ", length);
    line.truncated();
  };
  if (length < 2) too_short();
  const size_t reference_length = in.u8(0) & 15;
  if (length < 2 + reference_length) too_short();
  const size_t message_at = 1 + reference_length;
  const uint8_t kind = in.u8(message_at);
  size_t at = message_at + 1;
  uint8_t codeset = 0;
  // A shift to another codeset (Q.931 4.5.3).
  if (at < length && (in.u8(at) & 0xf0) == 0x90) codeset = in.u8(at++) & 7;
  line.put(codeset == ansi_codeset ? "ANSI" : "CCITT", ", codeset ", codeset);
  if (reference_length != 0) {
    in.need(0, 5);  // tcpdump looks for that many, however few are meant
    line.put(", Call Ref: 0x");
    for (size_t i = 0; i < reference_length; ++i) line.put(Hex{in.u8(1 + i), 2});
  }
  const std::string_view name = find_name(message_names, kind);
  if (line.options.verbose > 0) {
    line.put(", ", name.empty() ? "unknown message" : name, " (0x", Hex{kind, 2}, "), length ", length);
  } else {
    line.put(", ", name.empty() ? "unknown message 0x" : name);
    if (name.empty()) line.put(Hex{kind, 2});
  }
  if (print_elements(line, in.from(at), length, codeset) && line.options.verbose == 0)
    line.put(", length ", length);
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "q933", .title = "Q.933", .fields = fields, .found_on = found_on, .print = print};

}  // namespace wiretale::q933
