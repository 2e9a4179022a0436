// Microsoft Network Load Balancing: the heartbeats between the hosts of a cluster (EtherType 886f).
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::microsoft_nlb {
namespace {

// All numbers are little-endian; the addresses are in network order.
constexpr Field cluster_address{"msnlb.cluster_virtual_ip", "Cluster Virtual IP", bytes(12, 4), Type::Ipv4};
constexpr Field host_address{"msnlb.host_ip", "Host IP", bytes(16, 4), Type::Ipv4};
constexpr const Field* fields[] = {&cluster_address, &host_address};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x886f}};

constexpr size_t header_length = 20, priority_at = 8;

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void print(Line& line, View in) {
  line.protocol = "msnlb";
  line.put("MS NLB heartbeat");
  if (!in.has(0, header_length)) line.truncated();
  const Bytes header = in.bytes(0, header_length);
  line.put(", host priority: ", in.little32(priority_at),
           ", cluster IP: ", Ipv4Text{cluster_address.bytes_in(header).data()},
           ", host IP: ", Ipv4Text{host_address.bytes_in(header).data()});
}

}  // namespace

extern constinit const Protocol protocol{.name = "msnlb",
                                         .title = "MS Network Load Balancing",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::microsoft_nlb
