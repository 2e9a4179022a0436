// RIPng (RFC 2080): distance-vector routing for IPv6.
#include <algorithm>

#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::ripng {
namespace {

constexpr Name command_name_table[] = {{1, "Request"}, {2, "Response"}};
constexpr Names command_names = command_name_table;
constexpr uint8_t request = 1, response = 2;
constexpr Field command{"ripng.cmd", "Command", bytes(0, 1), Type::Uint8, Show::Decimal, command_names};
constexpr Field version{"ripng.version", "Version", bytes(1, 1)};
constexpr const Field* fields[] = {&command, &version};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 521}};
constexpr size_t header_length = 4, entry_length = 20;
constexpr uint8_t unreachable = 16;

void print_entry(Line& line, View entry, uint8_t usual_metric) {
  line.put(Ipv6Text{entry.at_least(0, 16)}, '/', entry.u8(18));
  if (entry.u16(16) != 0) line.put(" [", entry.u16(16), ']');
  if (entry.u8(19) != usual_metric) line.put(" (", entry.u8(19), ')');
}

bool is_default(View entry) {
  return std::ranges::all_of(entry.bytes(0, 16), [](uint8_t byte) { return byte == 0; });
}

void print(Line& line, View in) {
  line.protocol = "ripng";
  if (in.captured() < header_length) line.truncated();
  const size_t size = std::min(in.length(), in.captured());
  const uint8_t of_version = in.u8(1), kind = in.u8(0);
  if (of_version != 1) {
    line.put(" [vers ", of_version, ']');
    line.invalid();
    return;
  }
  if (kind != request && kind != response) {
    line.put(" ripng-", kind, " ?? ", in.length());
    line.invalid();
    return;
  }
  const size_t count = in.length() < header_length ? 0 : (in.length() - header_length) / entry_length;
  if (kind == request && count == 1 && in.u8(4 + 19) == unreachable && is_default(in.from(header_length))) {
    line.put(" ripng-req dump");
    return;
  }
  line.put(kind == request ? " ripng-req " : " ripng-resp ", count, ':', line.options.verbose > 1 ? "" : " ");
  uint8_t usual_metric = 0;
  for (size_t at = header_length; at + entry_length <= size; at += entry_length) {
    const View entry = in.from(at);
    // Each metric is compared with the one before it.
    if (line.options.verbose > 1)
      line.put("\n\t");
    else if (at != header_length)
      line.put(' ');
    print_entry(line, entry, kind == request ? entry.u8(19) : usual_metric);
    usual_metric = entry.u8(19);
  }
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "ripng", .title = "RIPng", .fields = fields, .found_on = found_on, .print = print};

}  // namespace wiretale::ripng
