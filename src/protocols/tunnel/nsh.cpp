// Network Service Header (RFC 8300): which service function path a packet takes, with metadata.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::nsh {
namespace {

constexpr Name metadata_name_table[] = {{0, "reserved"}, {1, "1"}, {2, "2"}, {15, "experimental"}};
constexpr Names metadata_names = metadata_name_table;
enum Payload : uint8_t { ipv4_packet = 1, ipv6_packet = 2, ethernet_frame = 3 };
constexpr Name payload_name_table[] = {
    {ipv4_packet, "IPv4"}, {ipv6_packet, "IPv6"},  {ethernet_frame, "Ethernet"}, {4, "NSH"},
    {5, "MPLS"},           {0xfe, "Experiment 1"}, {0xff, "Experiment 2"}};
constexpr Names payload_names = payload_name_table;

constexpr Field version{"nsh.version", "Version", bits(0, 2)};
constexpr Field oam{"nsh.Obit", "O Bit", bits(2, 1), Type::Boolean, Show::Flag};
constexpr Field ttl{"nsh.ttl", "Time to live", bits(4, 6)};
constexpr Field length{"nsh.length", "Length", bits(10, 6)};
constexpr Field metadata{"nsh.mdtype", "MD Type",     bits(20, 4).with_mask(0),
                         Type::Uint8,  Show::Decimal, metadata_names};
constexpr Field payload{"nsh.nextproto", "Next Protocol", bytes(3, 1),
                        Type::Uint8,     Show::Decimal,   payload_names};
constexpr Field path{"nsh.spi", "SPI", bytes(4, 3)};
constexpr Field index{"nsh.si", "SI", bytes(7, 1)};
constexpr const Field* fields[] = {&version, &oam, &ttl, &length, &metadata, &payload, &path, &index};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x894f}};

constexpr size_t word = 4, fixed_length = 8, fixed_words = fixed_length / word;

ProtocolId find_payload(uint64_t number) {
  switch (number) {
    case ipv4_packet: return ids::ipv4;
    case ipv6_packet: return ids::ipv6;
    case ethernet_frame: return ids::ethernet;
    default: return ProtocolId::None;
  }
}

Step decode(Cursor& in, Context&) {
  if (in.left() < fixed_length) return {.trouble = Trouble::Truncated};
  const Bytes fixed = in.take(fixed_length);
  const uint64_t words = length.read(fixed);
  if (version.read(fixed) != 0 || words < fixed_words) return {.trouble = Trouble::Malformed};
  in.skip((words - fixed_words) * word);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = find_payload(payload.read(fixed))};
}

/// Metadata of type 1: four words whose meaning the path defines. False when there is another number of them.
bool print_contexts(Line& line, View in) {
  constexpr unsigned contexts = 4;
  if (in.length() != contexts * word) {
    line.put(" (invalid length for the MD type) (invalid)");
    return false;
  }
  for (unsigned i = 0; i < contexts; ++i)
    line.put("\n        Context[", Hex{i, 2}, "]: 0x", Hex{in.u32(i * word), 8});
  return true;
}

/// Metadata of type 2: records of variable length, padded to words.
bool print_records(Line& line, View in) {
  while (in.length() > 0) {
    const size_t size = in.u8(3) & 0x7f;
    line.put("\n        TLV Class ", in.u16(0), ", Type ", in.u8(2), ", Len ", size);
    in = in.from(word);
    const size_t padded = (size + word - 1) / word * word;
    if (padded > in.length()) {
      line.put(" (length too big) (invalid)");
      return false;
    }
    if (size > 0) line.put("\n            Value: 0x");
    for (size_t i = 0; i < size; ++i) {
      if (i > 0) line.put(':');
      line.put(Hex{in.u8(i), 2});
    }
    in.need(0, padded);
    in = in.from(padded);
  }
  return true;
}

bool print_metadata(Line& line, uint64_t type, View in) {
  if (type == 1) return print_contexts(line, in);
  if (type == 2) return print_records(line, in);
  in.need(0, in.length());
  return true;
}

void print(Line& line, View in) {
  line.protocol = "nsh";
  const int verbose = line.options.verbose;
  if (in.length() < fixed_length) {
    line.put(" (packet length ", in.length(), " < ", fixed_length, ") (invalid)");
    return;
  }
  in.need(0, 4);
  line.put("NSH, ");
  const uint64_t version_number = in.u8(0) >> 6;
  const size_t words = in.u16(0) & 0x3fu;
  if (verbose > 1) line.put("ver ", version_number, ", ");
  if (version_number != 0) return;
  line.put("flags [", (in.u8(0) & 0x20) != 0 ? "O" : "none", "], ");
  const unsigned metadata_type = in.u8(2) & 15u;
  const uint8_t next = in.u8(3);
  if (verbose > 2)
    line.put("TTL ", (in.u16(0) >> 6) & 0x3fu, ", length ", words, ", md type ",
             NamedHex{metadata_names, metadata_type, "unknown (0x", ")", 2}, ", ");
  if (verbose > 1) line.put("next-protocol ", NamedHex{payload_names, next, "unknown (0x", ")", 2}, ", ");
  if (in.length() < words * word) {
    line.put(" (too many headers for packet length ", in.length(), ") (invalid)");
    return;
  }
  line.put("service-path-id 0x", Hex{in.u24(4), 6}, ", ");
  line.put("service-index 0x", Hex{in.u8(7)});
  if (words < fixed_words) {
    line.put(" (less than two headers) (invalid)");
    return;
  }
  const View metadata_view = in.part(fixed_length, words * word - fixed_length);
  if (verbose > 2) {
    if (!print_metadata(line, metadata_type, metadata_view)) return;
  } else {
    in.need(0, words * word);
  }
  line.put(verbose > 0 ? "\n    " : ": ");
  if (!line.print(find_payload(next), in.from(words * word))) line.put("ERROR: unknown-next-protocol");
}

}  // namespace

extern constinit const Protocol protocol{.name = "nsh",
                                         .title = "Network Service Header",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::nsh
