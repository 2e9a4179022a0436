// ICMP (RFC 792, 950, 1256), its messages as lines and fields.
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/checksum.h"
#include "protocols/network/endpoint.h"
#include "protocols/network/icmp_extensions.h"
#include "protocols/network/icmp_tree.h"
#include "protocols/network/ip_payload.h"
#include "protocols/network/ip_protocol_names.h"

namespace wiretale::icmp {
namespace {

constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::icmp}};

/// Errors quote the packet that they are about.
constexpr bool quotes(uint8_t message) {
  return message == unreachable || message == source_quench || message == redirect ||
         message == time_exceeded || message == parameter_problem;
}
constexpr bool may_have_extensions(uint8_t message) {
  return message == unreachable || message == time_exceeded || message == parameter_problem;
}

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = quotes(header[0]) ? ids::ipv4 : ProtocolId::None};
}

/// Words around the unreachable address.
struct Unreachable {
  std::string_view before, after;
};
constexpr Unreachable unreachable_words[] = {
    {"net ", " unreachable"},
    {"host ", " unreachable"},
    {},  // protocol
    {},  // port
    {},  // fragmentation needed
    {"", " unreachable - source route failed"},
    {"net ", " unreachable - unknown"},
    {"host ", " unreachable - unknown"},
    {"", " unreachable - source host isolated"},
    {"net ", " unreachable - admin prohibited"},
    {"host ", " unreachable - admin prohibited"},
    {"net ", " unreachable - tos prohibited"},
    {"host ", " unreachable - tos prohibited"},
    {"host ", " unreachable - admin prohibited filter"},
    {"host ", " unreachable - host precedence violation"},
    {"host ", " unreachable - precedence cutoff"},
};

// The quoted packet begins behind the header; its destination is at 24.
void print_unreachable(Line& line, View in) {
  constexpr size_t quoted = header_length;
  const Ipv4Text destination{in.at_least(quoted + 16, 4)};
  const uint8_t why = in.u8(1), transport = in.u8(quoted + 9);
  if (why == 2) {
    line.put("ICMP ", destination, " protocol ", transport, " unreachable");
  } else if (why == 3) {
    const uint16_t port = in.u16(quoted + (in.u8(quoted) & 15) * size_t{4} + 2);
    line.put("ICMP ", destination);
    if (transport == ip_protocol::tcp || transport == ip_protocol::udp)
      line.put(transport == ip_protocol::tcp ? " tcp" : " udp");
    else
      line.put(" protocol ", transport);
    line.put(" port ");
    put_port(line, port);
    line.put(" unreachable");
  } else if (why == 4) {
    line.put("ICMP ", destination, " unreachable - need to frag");
    if (in.u16(6) != 0) line.put(" (mtu ", in.u16(6), ')');
  } else if (why < std::size(unreachable_words)) {
    line.put("ICMP ", unreachable_words[why].before, destination, unreachable_words[why].after);
  } else {
    line.put("ICMP ", destination, " unreachable - #", why);
  }
}

void print_redirect(Line& line, View in) {
  constexpr std::string_view what[] = {"redirect ", "redirect ", "redirect-tos ", "redirect-tos "};
  constexpr std::string_view whom[] = {" to net ", " to host ", " to net ", " to host "};
  const uint8_t kind = in.u8(1);
  const Ipv4Text destination{in.at_least(header_length + 16, 4)}, router{in.at_least(4, 4)};
  if (kind < std::size(what))
    line.put("ICMP ", what[kind], destination, whom[kind], router);
  else
    line.put("ICMP redirect-#", kind, ' ', destination, " to ", router);
}

void print_router_advertisement(Line& line, View in) {
  // Nothing is said before all of it is known to be there.
  const uint8_t count = in.u8(4), size = in.u8(5);
  const uint16_t seconds = in.u16(6);
  if (size == 2 && !in.has(header_length, count * size_t{8})) line.truncated();
  line.put("ICMP router advertisement lifetime ");
  if (seconds < 60)
    line.put(seconds);
  else if (seconds < 3600)
    line.put(seconds / 60, ':', Padded{seconds % 60u, 2, '0'});
  else
    line.put(seconds / 3600, ':', Padded{seconds / 60 % 60u, 2, '0'}, ':', Padded{seconds % 60u, 2, '0'});
  line.put(' ', count, ':');
  if (size != 2) {
    line.put(" [size ", size, ']');
    return;
  }
  for (size_t i = 0; i < count; ++i)
    line.put(" {", Ipv4Text{in.at_least(8 + 8 * i, 4)}, ' ', in.u32(12 + 8 * i), '}');
}

/// Milliseconds since midnight, as hours, minutes and seconds.
void put_time_of_day(Line& line, uint32_t milliseconds) {
  const uint32_t all_seconds = milliseconds / 1000;
  line.put(Padded{all_seconds / 3600, 2, '0'}, ':', Padded{all_seconds / 60 % 60, 2, '0'}, ':',
           Padded{all_seconds % 60, 2, '0'}, '.', Padded{milliseconds % 1000, 3, '0'});
}

void print_message(Line& line, View in) {
  const uint8_t message = in.u8(0), why = in.u8(1);
  switch (message) {
    case echo:
    case echo_reply:
      line.put(message == echo ? "ICMP echo request, id " : "ICMP echo reply, id ", in.u16(4), ", seq ",
               in.u16(6));
      return;
    case unreachable: return print_unreachable(line, in);
    case redirect: return print_redirect(line, in);
    case router_advertisement: return print_router_advertisement(line, in);
    case time_exceeded:
      in.need(header_length + 16, 4);
      if (why == 0)
        line.put("ICMP time exceeded in-transit");
      else if (why == 1)
        line.put("ICMP ip reassembly time exceeded");
      else
        line.put("ICMP time exceeded-#", why);
      return;
    case parameter_problem:
      if (why != 0)
        line.put("ICMP parameter problem - code ", why);
      else
        line.put("ICMP parameter problem - octet ", in.u8(4));
      return;
    case mask_reply: line.put("ICMP address mask is 0x", Hex{in.u32(8), 8}); return;
    case timestamp: line.put("ICMP time stamp query id ", in.u16(4), " seq ", in.u16(6)); return;
    case timestamp_reply: {
      const uint32_t originate = in.u32(8), receive = in.u32(12), transmit = in.u32(16);
      line.put("ICMP time stamp reply id ", in.u16(4), " seq ", in.u16(6), ": org ");
      put_time_of_day(line, originate);
      line.put(", recv ");
      put_time_of_day(line, receive);
      line.put(", xmit ");
      put_time_of_day(line, transmit);
      return;
    }
    case source_quench: line.put("ICMP source quench"); return;
    case router_solicitation: line.put("ICMP router solicitation"); return;
    case information_request: line.put("ICMP information request"); return;
    case information_reply: line.put("ICMP information reply"); return;
    case mask_request: line.put("ICMP address mask request"); return;
    default: line.put("ICMP type-#", message); return;
  }
}

void print(Line& line, View in) {
  line.protocol = "icmp";
  in.need(0, 2);
  const bool fragment = line.network.fragmented;
  print_message(line, in);
  const size_t length = in.length();
  line.put(", length ", length);
  if (line.options.verbose == 0) return;
  if (!fragment && in.has(0, length))
    if (const uint16_t sum = Checksum().add(in.bytes(0, length)).value(); sum != 0)
      line.put(" (wrong icmp cksum ", Hex{in.u16(2)}, " (->", Hex{right_checksum(in.u16(2), sum)}, ")!)");
  const uint8_t message = in.u8(0);
  if (!quotes(message)) return;
  line.put("\n\t");
  const View quoted = in.from(header_length);
  (void)line.print(ids::ipv4, quoted.with_length(quoted.u16(2)));
  line.protocol = "icmp";
  if (may_have_extensions(message)) print_icmp_extensions(line, in);
}

}  // namespace

extern constinit const Protocol protocol{.name = "icmp",
                                         .title = "Internet Control Message Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .print = print};

}  // namespace wiretale::icmp
