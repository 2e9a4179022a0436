// IPComp, the IP Payload Compression Protocol (RFC 3173).
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/network/ip_protocol_names.h"

namespace wiretale::ip_compression {
namespace {

constexpr Field next_header{"ipcomp.next_header", "Next Header", bytes(0, 1),
                            Type::Uint8,          Show::Decimal, ip_protocol_names};
constexpr Field flags{"ipcomp.flags", "IPComp Flags", bytes(1, 1), Type::Uint8, Show::Hex};
constexpr Field parameter_index{"ipcomp.cpi", "IPComp CPI", bytes(2, 2), Type::Uint16, Show::Hex};
constexpr const Field* fields[] = {&next_header, &flags, &parameter_index};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::IpProtocol, 108}};

constexpr size_t header_length = 4;

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void print(Line& line, View in) {
  line.protocol = "ipcomp";
  const Bytes header = in.bytes(0, header_length);
  line.put("IPComp(cpi=0x", Hex{parameter_index.read(header), 4}, ')');
}

}  // namespace

extern constinit const Protocol protocol{.name = "ipcomp",
                                         .title = "IP Payload Compression",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::ip_compression
