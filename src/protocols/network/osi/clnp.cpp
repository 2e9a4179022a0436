// CLNP (ISO 8473-1): the connectionless network protocol of OSI.
#include "protocols/catalog.h"
#include "protocols/network/osi/osi.h"
#include "protocols/network/osi/osi_checksum.h"
#include "protocols/network/osi_address.h"

namespace wiretale::clnp {
namespace {

constexpr Name type_name_table[] = {
    {1, "Error Report"}, {28, "Data"}, {29, "MD"}, {30, "Echo Request"}, {31, "Echo Reply"}};
constexpr Names type_names = type_name_table;

constexpr Field header_length_field{"clnp.len", "HDR Length", bytes(1, 1)};
constexpr Field version{"clnp.version", "Version", bytes(2, 1)};
constexpr Field lifetime{"clnp.ttl", "Holding Time", bytes(3, 1)};
constexpr Field type{"clnp.type", "PDU Type",    bits(4 * 8 + 3, 5).with_mask(0),
                     Type::Uint8, Show::Decimal, type_names};
constexpr Field segment_length{"clnp.pdu.len", "PDU length", bytes(5, 2)};
constexpr Field checksum{"clnp.checksum", "Checksum", bytes(7, 2), Type::Uint16, Show::Hex};
constexpr const Field* fields[] = {&header_length_field, &version, &lifetime, &type,
                                   &segment_length,      &checksum};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::NetworkLayerId, 0x81}};

constexpr size_t fixed_length = 9, segmentation_length = 6, checksum_offset = 7;
constexpr uint8_t segmentation_permitted = 0x80, error_report = 1;
constexpr std::string_view too_small = "li < size of fixed part of CLNP header and addresses";

constexpr Name flag_names[] = {
    {0x80, "Segmentation permitted"}, {0x40, "More Segments"}, {0x20, "Request Error Report"}};
constexpr Name option_names[] = {{193, "Discard Reason"}, {195, "QoS Maintenance"}, {197, "Security"},
                                 {200, "Source Routing"}, {203, "Route Recording"}, {204, "Padding"},
                                 {205, "Priority"}};
constexpr Name scope_names[] = {{0x00, "Reserved"},
                                {0x40, "Source Address Specific"},
                                {0x80, "Destination Address Specific"},
                                {0xc0, "Globally unique"}};
constexpr Name quality_flag_names[] = {{0x20, "reserved"},        {0x10, "sequencing vs. delay"},
                                       {0x08, "congested"},       {0x04, "delay vs. cost"},
                                       {0x02, "error vs. delay"}, {0x01, "error vs. cost"}};
constexpr Name discard_class_names[] = {{0, "General"},   {8, "Address"},        {9, "Source Routeing"},
                                        {10, "Lifetime"}, {11, "PDU Discarded"}, {12, "Reassembly"}};

/// The names of the reasons in each class, by the lower four bits (ISO 8473-1 table 9).
constexpr Name general_reasons[] = {{0, "Reason not specified"},
                                    {1, "Protocol procedure error"},
                                    {2, "Incorrect checksum"},
                                    {3, "PDU discarded due to congestion"},
                                    {4, "Header syntax error (cannot be parsed)"},
                                    {5, "Segmentation needed, but not permitted"},
                                    {6, "Incomplete PDU received"},
                                    {7, "Duplicate option"}};
constexpr Name address_reasons[] = {{0, "Destination address unreachable"},
                                    {1, "Destination address unknown"}};
constexpr Name source_routing_reasons[] = {{0, "Unspecified source routeing error"},
                                           {1, "Syntax error in source routeing field"},
                                           {2, "Unknown address in source routeing field"},
                                           {3, "Path not acceptable"}};
constexpr Name lifetime_reasons[] = {{0, "Lifetime expired while data unit in transit"},
                                     {1, "Lifetime expired during reassembly"}};
constexpr Name discard_reasons[] = {
    {0, "Unsupported option not specified"},      {1, "Unsupported protocol version"},
    {2, "Unsupported security option"},           {3, "Unsupported source routeing option"},
    {4, "Unsupported recording of route option"}, {5, "unsupported or unavailable QoS"}};
constexpr Name reassembly_reasons[] = {{0, "Reassembly interference"}};

Names reasons_of(uint8_t discard_class) {
  switch (discard_class) {
    case 0: return general_reasons;
    case 8: return address_reasons;
    case 9: return source_routing_reasons;
    case 10: return lifetime_reasons;
    case 11: return discard_reasons;
    case 12: return reassembly_reasons;
    default: return {};
  }
}

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(fixed_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const size_t claimed = header[1];
  if (claimed < fixed_length) return {.trouble = Trouble::Malformed};
  in.skip(claimed - fixed_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

/// The addresses of a source route or a recorded one; false where the option's bytes do not fit it.
bool print_route(Line& line, View value, size_t length, uint8_t option) {
  constexpr uint8_t source_routing = 200;
  if (length < 2) {
    line.put(", bad opt len");
    return false;
  }
  const bool partial = value.u8(0) == 0;
  if (option == source_routing)
    line.put(partial ? "partial source routing" : "complete source routing");
  else
    line.put(partial ? "partial recording of route in progress" : "complete recording of route in progress");
  size_t at = value.u8(1);
  if (at <= 0) {
    line.put("\n\t    Bad route offset");
    return true;
  }
  at -= 1;
  if (at > length) {
    line.put(" (bad route offset)");
    return true;
  }
  while (at < length) {
    const size_t size = value.u8(at);
    ++at;
    if (size == 0 || size > length - at) {
      line.put("\n\t    NSAP address goes past end of option");
      break;
    }
    line.put("\n\t    NSAP address (length ", size, "): ");
    put_nsap(line, value.bytes(at, size));
    at += size;
  }
  return true;
}

/// False where a byte of the option is missing.
bool print_option(Line& line, View value, size_t length, uint8_t option) {
  const auto is_empty = [&] {
    if (length >= 1) return false;
    line.put(", bad opt len");
    return true;
  };
  switch (option) {
    case 200:
    case 203: return print_route(line, value, length, option);
    case 205:
      if (is_empty()) return false;
      line.put("0x", Hex{value.u8(0) & 0x0fu, 1});
      return true;
    case 195: {
      if (is_empty()) return false;
      const uint8_t code = value.u8(0);
      line.put("\n\t    Format Code: ", Named{scope_names, code & 0xc0u, "Reserved"});
      if ((code & 0xc0) == 0xc0)
        line.put("\n\t    QoS Flags [", NamedBits{quality_flag_names, code & 0x3fu}, ']');
      return true;
    }
    case 197:
      if (length < 2) {
        line.put(", bad opt len");
        return false;
      }
      line.put("\n\t    Format Code: ", Named{scope_names, value.u8(0) & 0xc0u, "Reserved"},
               ", Security-Level ", value.u8(1));
      return true;
    case 193: {
      if (is_empty()) return false;
      const uint8_t discard_class = value.u8(0) >> 4, reason = value.u8(0) & 15;
      line.put("\n\t    Class: ", name_or(discard_class_names, discard_class, "Unknown"), " Error (0x",
               Hex{discard_class}, "), ", name_or(reasons_of(discard_class), reason, "Unknown"), " (0x",
               Hex{reason}, ')');
      return true;
    }
    case 204: line.put("padding data"); return true;
    default: show_bytes(line, value, 0, length, "\n\t  "); return true;
  }
}

void print(Line& line, View in) {
  if (!print_clnp(line, in)) show_bytes(line, in, 0, in.length(), "\n\t");
}

}  // namespace

bool print_clnp(Line& line, View in) {
  line.protocol = "clnp";
  const bool link_header = line.options.link_header;
  const Bytes header = in.bytes(0, fixed_length);
  const size_t claimed = header_length_field.read(header);
  if (!link_header) line.put("CLNP");
  if (version.read(header) != 1) {
    line.put("version ", version.read(header), " packet not supported");
    return false;
  }
  if (claimed > in.length()) {
    line.put(" length indicator(", claimed, ") > PDU size (", in.length(), ")!");
    return false;
  }
  if (claimed < fixed_length) {
    line.put(" length indicator ", claimed, " < min PDU size:");
    for (const uint8_t byte : in.all()) line.put(HexUpper{byte, 2});
    return false;
  }
  const auto type_number = static_cast<uint8_t>(type.read(header)),
             flags = static_cast<uint8_t>(header[4] & 0xe0);
  size_t at = fixed_length, left = claimed - fixed_length;
  Bytes addresses[2];  // destination, source
  for (Bytes& address : addresses) {
    if (left < 1) {
      line.put(too_small);
      return false;
    }
    const size_t size = in.u8(at);
    ++at;
    --left;
    if (left < size) {
      line.put(too_small);
      return false;
    }
    address = in.bytes(at, size);
    at += size;
    left -= size;
  }
  const Named type_name{type_names, type_number, "unknown (", ")"};
  if (line.options.verbose < 1) {
    line.put(link_header ? "" : ", ");
    put_nsap(line, addresses[1]);
    line.put(" > ");
    put_nsap(line, addresses[0]);
    line.put(", ", type_name, ", length ", in.length());
    return true;
  }
  line.put(link_header ? "" : ", ", "length ", in.length(), "\n\t", type_name, " PDU, hlen: ", claimed,
           ", v: ", version.read(header), ", lifetime: ", lifetime.read(header) / 2, '.',
           lifetime.read(header) % 2 * 5, "s, Segment PDU length: ", segment_length.read(header),
           ", checksum: 0x", Hex{checksum.read(header), 4});
  put_osi_verdict(line, in, static_cast<uint16_t>(checksum.read(header)), checksum_offset, claimed);
  line.put("\n\tFlags [", NamedBits{flag_names, flags}, "]\n\tsource address (length ", addresses[1].size(),
           "): ");
  put_nsap(line, addresses[1]);
  line.put("\n\tdest   address (length ", addresses[0].size(), "): ");
  put_nsap(line, addresses[0]);
  if ((flags & segmentation_permitted) != 0) {
    if (left < segmentation_length) {
      line.put("li < size of fixed part of CLNP header, addresses, and segment part");
      return false;
    }
    in.need(at, segmentation_length);
    line.put("\n\tData Unit Identifier: 0x", Hex{in.u16(at), 4}, ", Segment Offset: 0x",
             Hex{in.u16(at + 2), 4}, ", PDU Total Length: 0x", Hex{in.u16(at + 4), 4});
    at += segmentation_length;
    left -= segmentation_length;
  }
  while (left >= 2) {
    const uint8_t option = in.u8(at);
    const size_t length = in.u8(at + 1);
    at += 2;
    left -= 2;
    if (length > left) {
      line.put(", opt (", option, ") too long");
      return false;
    }
    in.need(at, length);
    line.put("\n\t  ", name_or(option_names, option, "Unknown"), " Option #", option, ", length ", length,
             ", value: ");
    if (!print_option(line, in.from(at), length, option)) return false;
    if (line.options.verbose > 1) show_bytes(line, in, at, length, "\n\t  ");
    at += length;
    left -= length;
  }
  if (type_number == error_report && claimed < in.length() && in.u8(claimed) == 0x81) {
    line.put("\n\t-----original packet-----\n\t");
    print_clnp(line, in.from(claimed));
    return true;
  }
  if (claimed < in.length()) {
    line.put("\n\t  undecoded non-header data, length ", in.length() - claimed);
    show_bytes(line, in, claimed, in.length() - claimed, "\n\t  ");
  }
  return true;
}

extern constinit const Protocol protocol{.name = "clnp",
                                         .title = "ISO 8473/X.233 CLNP ConnectionLess Network Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::clnp
