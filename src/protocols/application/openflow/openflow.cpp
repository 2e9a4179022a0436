// OpenFlow (ONF): how a controller programs switches. The messages' header; their bodies are in
// version_*.cpp.
#include "protocols/application/openflow/openflow.h"

#include <algorithm>

#include "packet/hex_dump.h"
#include "protocols/application/openflow/openflow_names.h"

namespace wiretale::openflow {
namespace {

constexpr Name version_names[] = {{1, "1.0"}, {2, "1.1"}, {3, "1.2"}, {4, "1.3"}, {5, "1.4"}, {6, "1.5"}};

constexpr Field version_field{"openflow.version", "Version", bytes(0, 1),
                              Type::Uint8,        Show::Hex, version_names};
constexpr Field type_field{"openflow.type", "Type", bytes(1, 1)};
constexpr Field length_field{"openflow.length", "Length", bytes(2, 2)};
constexpr Field transaction_field{"openflow.xid", "Transaction ID", bytes(4, 4)};
constexpr const Field* fields[] = {&version_field, &type_field, &length_field, &transaction_field};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::TcpPort, 6633}, {On::TcpPort, 6653}};

constexpr size_t header_length = 8;
constexpr uint8_t version_1_0 = 1, version_1_3 = 4;

/// Ends a header that the segment cuts.
View cut(Line& line) {
  line.put(" (end of TCP payload)");
  return {};
}

/// One message; what follows it.
View print_message(Line& line, View in) {
  const uint8_t version = in.u8(0);
  line.put("\n\tversion ");
  put_name(line, version_names, version, "unknown (0x", 2);
  if (in.length() < 2) return cut(line);
  const uint8_t type = in.u8(1);
  line.put(", type ");
  const Names names = version == version_1_0   ? Names{v10::type_names}
                      : version == version_1_3 ? Names{v13::type_names}
                                               : Names{};
  put_name(line, names, type, "unknown (0x", 2);
  if (in.length() < 4) return cut(line);
  const size_t length = in.u16(2);
  line.put(", length ", length);
  if (length < header_length) line.put(" (too short!)");
  if (in.length() < header_length) return cut(line);
  line.put(", xid 0x", Hex{in.u32(4), 8});
  if (length < header_length) {
    line.invalid();
    return {};
  }
  const size_t rest = in.length() - std::min<size_t>(length, in.length());
  View body = in.from(header_length).with_length(length - header_length);
  body = body.limit(length - header_length);
  try {
    if (version == version_1_0)
      print_body_1_0(line, type, body);
    else if (version == version_1_3)
      print_body_1_3(line, type, body);
  } catch (const Malformed&) {
    line.invalid();
    body.need(0, body.length());
  }
  return in.from(length).with_length(rest);
}

void print(Line& line, View in) {
  line.protocol = "openflow";
  line.put(": OpenFlow");
  while (in.length() > 0) in = print_message(line, in);
}

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

}  // namespace

void put_name(Line& line, Names names, uint64_t value, std::string_view otherwise, unsigned digits) {
  line.put(NamedHex{names, value, otherwise, ")", digits});
}

void put_bits(Line& line, Names names, uint32_t bits, uint32_t known) {
  if (bits == 0) return;
  if ((bits & known) != 0) line.put(" (", NamedBits{names, bits}, ')');
  if ((bits & ~known) != 0) line.put(" (bogus)");
}

void put_quoted(Line& line, View in) {
  const Bytes text = in.available(0, in.length());
  const size_t size = static_cast<size_t>(std::ranges::find(text, uint8_t{0}) - text.begin());
  line.put('\'', CaretNotation{text.first(size)});
  if (size == text.size()) in.need(0, in.length());
  line.put('\'');
}

void print_data(Line& line, View in, std::string_view indent) {
  if (in.length() == 0) return;
  line.put(indent, "data (", in.length(), " octets)");
  if (detailed(line)) append_hex_and_ascii(line, in.available(0, in.length()), "\n\t  ");
  in.need(0, in.length());
}

std::string_view vendor_name(uint32_t vendor) { return name_or(vendor_names, vendor, "unknown"); }

extern constinit const Protocol protocol{.name = "openflow",
                                         .title = "OpenFlow",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::openflow
