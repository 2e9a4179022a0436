// AH, the IP Authentication Header (RFC 4302).
#include "protocols/network/authentication_header.h"

#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/network/ip_protocol_labels.h"
#include "protocols/network/ip_protocol_names.h"

namespace wiretale {
namespace authentication_header {
namespace {

constexpr Field next_header{"ah.next_header", "Next header", bytes(0, 1),
                            Type::Uint8,      Show::Decimal, ip_protocol_labels};
constexpr Field length{"ah.length", "Length", bytes(1, 1)};
constexpr Field reserved{"ah.reserved", "Reserved", bytes(2, 2), Type::ByteArray};
constexpr Field parameters_index{"ah.spi", "AH SPI", bytes(4, 4), Type::Uint32, Show::Hex};
constexpr Field sequence{"ah.sequence", "AH Sequence", bytes(8, 4)};
constexpr Field check_value{"ah.icv", "AH ICV", varies, Type::ByteArray};
constexpr const Field* fields[] = {&next_header,      &length,   &reserved,
                                   &parameters_index, &sequence, &check_value};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::authentication}};

constexpr size_t fixed_length = 12;

// The length counts 4-byte words, minus 2.
size_t header_length(Bytes fixed) { return (fixed[1] + 2u) * 4u; }

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(fixed_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (header_length(header) < fixed_length) return {.trouble = Trouble::Malformed};
  in.skip(header_length(header) - fixed_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = context.find(On::IpProtocol, next_header.read(header))};
}

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < fixed_length) return;
  const size_t size = header_length(layer);
  out.protocol_column("AH");
  out.info("AH (SPI=0x", Hex{be32(&layer[4]), 8}, ')');
  out.put(next_header);
  out.put(length).label("Length: ", layer[1], " (", size, " bytes)");
  out.put(reserved);
  out.put(parameters_index);
  out.put(sequence);
  if (size > fixed_length) out.put(check_value, fixed_length, size - fixed_length);
}

}  // namespace

extern constinit const Protocol protocol{.name = "ah",
                                         .title = "Authentication Header",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data};

}  // namespace authentication_header

size_t print_authentication_header(Line& line, View in) {
  line.protocol = "ah";
  const bool verbose = line.options.verbose > 0;
  const uint8_t words = in.u8(1);
  const size_t whole = (words + size_t{2}) * 4;
  line.put("AH(");
  if (verbose) line.put("length=", words, '(', whole, "-bytes),");
  const uint16_t must_be_zero = in.u16(2);
  if (must_be_zero != 0) line.put("reserved=0x", Hex{must_be_zero}, "[MustBeZero],");
  line.put("spi=0x", Hex{in.u32(4), 8}, ",seq=0x", Hex{in.u32(8)}, ",icv=0x");
  for (size_t at = authentication_header::fixed_length; at < whole; ++at) line.put(Hex{in.u8(at), 2});
  line.put("): ");
  return whole;
}

}  // namespace wiretale
