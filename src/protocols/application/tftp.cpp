// TFTP (RFC 1350) with option negotiation (RFC 2347).
#include "packet/field_cursor.h"
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

constexpr Name opcode_labels[] = {
    {read_request, "Read Request"}, {write_request, "Write Request"},
    {data, "Data Packet"},          {acknowledgment, "Acknowledgement"},
    {error, "Error Code"},          {option_acknowledgment, "Option Acknowledgement"}};
constexpr Name error_labels[] = {{0, "Not defined"},
                                 {1, "File not found"},
                                 {2, "Access violation"},
                                 {3, "Disk full or allocation exceeded"},
                                 {4, "Illegal TFTP Operation"},
                                 {5, "Unknown transfer ID"},
                                 {6, "File already exists"},
                                 {7, "No such user"},
                                 {8, "Option negotiation failed"}};
constexpr Field opcode{"tftp.opcode", "Opcode", bytes(0, 2), Type::Uint16, Show::Decimal, opcode_labels};
constexpr Field source_file{"tftp.source_file", "Source File", varies, Type::String};
constexpr Field destination_file{"tftp.destination_file", "Destination File", varies, Type::String};
constexpr Field transfer_type{"tftp.type", "Type", varies, Type::String};
constexpr Field block{"tftp.block", "Block", varies, Type::Uint16};
constexpr Field error_code{"tftp.error.code", "Error code",  varies,
                           Type::Uint16,      Show::Decimal, error_labels};
constexpr Field error_message{"tftp.error.message", "Error message", varies, Type::String};
constexpr Field option_name{"tftp.option.name", "Option name", varies, Type::String};
constexpr Field option_value{"tftp.option.value", "Option value", varies, Type::String};
constexpr const Field* fields[] = {&opcode,     &source_file,   &destination_file, &transfer_type, &block,
                                   &error_code, &error_message, &option_name,      &option_value};
static_assert(names_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 69}};

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

/// The string at the cursor, without the zero byte that ends it.
std::string_view string_at(const FieldCursor& in) {
  const Bytes rest = in.out.layer().subspan(in.at, in.left());
  const auto zero = std::find(rest.begin(), rest.end(), 0);
  if (zero == rest.end()) in.too_short();
  return {reinterpret_cast<const char*>(rest.data()), static_cast<size_t>(zero - rest.begin())};
}

/// Writes the string at the cursor and goes behind it.
std::string_view put_string(FieldCursor& in, const Field& what) {
  const std::string_view words = string_at(in);
  in.out.put_text(what, in.at, words.size() + 1, words);
  in.skip(words.size() + 1);
  return words;
}

void put_options(FieldCursor& in) {
  FieldWriter& out = in.out;
  while (in.left() > 0) {
    const std::string_view name = string_at(in);
    FieldCursor behind = in;
    behind.skip(name.size() + 1);
    const std::string_view value = string_at(behind);
    out.put_words(in.at, name.size() + value.size() + 2, "Option: ", name, " = ", value);
    const Deeper below(out);
    (void)put_string(in, option_name);
    (void)put_string(in, option_value);
    out.more_info(", ", name, '=', value);
  }
}

void dissect(Bytes layer, FieldWriter& out) {
  out.protocol_column("TFTP");
  out.root().length(layer.size());
  FieldCursor in(out, "TFTP");
  const auto code = static_cast<unsigned>(in.number(2));
  const std::string_view name = find_name(opcode_labels, code);
  out.info(name.empty() ? "Unknown TFTP message type" : name);
  in.put(opcode, 2);
  switch (code) {
    case read_request:
    case write_request: {
      const std::string_view file = put_string(in, code == read_request ? source_file : destination_file);
      out.more_info(", File: ", file);
      const std::string_view type = put_string(in, transfer_type);
      out.more_info(", Transfer type: ", type);
      return put_options(in);
    }
    case data:
    case acknowledgment:
      out.more_info(", Block: ", in.number(2));
      in.put(block, 2);
      if (in.left() > 0) out.inside(ids::data, in.at, in.left());
      return;
    case error:
      out.more_info(", Code: ", name_or(error_labels, in.number(2), "Unknown"));
      in.put(error_code, 2);
      out.more_info(", Message: ", put_string(in, error_message));
      return;
    case option_acknowledgment: return put_options(in);
    default: return;
  }
}

Step decode(Cursor&, Context&) { return {}; }

}  // namespace

extern constinit const Protocol protocol{.name = "tftp",
                                         .title = "Trivial File Transfer Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .keeps = Keeps::Nothing,
                                         .print = print};

}  // namespace wiretale::tftp
