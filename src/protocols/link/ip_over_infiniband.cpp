// IP over InfiniBand (RFC 4391) with a pseudo-header that holds the destination: LINKTYPE_IPOIB.
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/link/ethernet.h"
#include "protocols/link/ethertype_names.h"

namespace wiretale::ip_over_infiniband {
namespace {

constexpr Field destination{"infiniband.grh.dgid", "Destination GID", bytes(24, 16), Type::Ipv6};
constexpr Field type{"ipoib.type", "Type", bytes(40, 2), Type::Uint16, Show::Hex, ethertype_names};
constexpr const Field* fields[] = {&destination, &type};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::LinkType, 242}};

constexpr size_t header_length = 44;

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = context.find(On::EtherType, type.read(header))};
}

void print(Line& line, View in) {
  line.protocol = "ipoib";
  if (in.length() < header_length) line.truncated();
  const auto ether_type = static_cast<uint16_t>(type.read(in.bytes(0, header_length)));
  const auto print_header = [&] {
    line.put(", ");
    ethernet::print_type(line, ether_type, in.length());
  };
  if (line.options.link_header) {
    line.put("IPOIB");
    print_header();
  }
  const View payload = in.from(header_length);
  line.link_header_length = header_length;
  if (line.child(On::EtherType, ether_type, payload)) return;
  if (!line.options.link_header) print_header();
  line.unknown_data(payload);
}

}  // namespace

extern constinit const Protocol protocol{.name = "ipoib",
                                         .title = "IP over InfiniBand",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::ip_over_infiniband
