// ESP, the IP Encapsulating Security Payload (RFC 4303), as far as it is readable.
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/network/ip_protocol_names.h"

namespace wiretale::esp {
namespace {

constexpr Field parameters_index{"esp.spi", "ESP SPI", bytes(0, 4), Type::Uint32, Show::HexDecimal};
constexpr Field sequence{"esp.sequence", "ESP Sequence", bytes(4, 4)};
constexpr const Field* fields[] = {&parameters_index, &sequence};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::esp}};

constexpr size_t header_length = 8;

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void print(Line& line, View in) {
  line.protocol = "esp";
  // tcpdump wants the first byte of the payload as well.
  in.need(0, header_length + 1);
  line.put("ESP(spi=0x", Hex{in.u32(0), 8}, ",seq=0x", Hex{in.u32(4)}, "), length ", in.length());
}

}  // namespace

extern constinit const Protocol protocol{.name = "esp",
                                         .title = "Encapsulating Security Payload",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::esp
