// IPv6 (RFC 8200): the fixed header.
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/network/endpoint.h"
#include "protocols/network/ip_payload.h"
#include "protocols/network/ip_protocol_names.h"
#include "protocols/network/ipv6_extensions.h"
#include "protocols/network/ipv6_tree.h"

namespace wiretale::ipv6 {
namespace {

constexpr Claim found_on[] = {
    {On::EtherType, 0x86dd}, {On::IpProtocol, 41}, {On::LinkType, 229, Scope::Decode}};

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (header[0] >> 4 != 6) return {.trouble = Trouble::Malformed};
  if (const uint16_t payload = be16(&header[4]); payload != 0) in.limit(payload);
  return {.next = context.find(On::IpProtocol, header[6])};
}

void print_header(Line& line, Bytes header) {
  const uint32_t flow = be32(&header[0]);
  line.put('(');
  if ((flow >> 20 & 0xff) != 0) line.put("class 0x", Hex{flow >> 20 & 0xff, 2}, ", ");
  if ((flow & 0xfffff) != 0) line.put("flowlabel 0x", Hex{flow & 0xfffff, 5}, ", ");
  const std::string_view name = find_name(ip_protocol_names, header[6]);
  line.put("hlim ", header[7], ", next-header ", name.empty() ? "unknown" : name, " (", header[6],
           ") payload length: ", be16(&header[4]), ") ");
}

/// Whether ports stand beside the addresses, so that the transport prints both.
constexpr bool has_ports(uint8_t protocol) {
  return protocol == ip_protocol::tcp || protocol == ip_protocol::udp || protocol == ip_protocol::dccp ||
         protocol == ip_protocol::sctp;
}

/// Extension headers and what follows them; `rest` and `left` begin behind the fixed header.
void print_chain(Line& line, View rest, size_t left, uint16_t payload) {
  const uint8_t* const fixed = line.network.header.all().data();
  uint8_t next = fixed[6];
  size_t size = 0;
  bool seen_hop_by_hop = false;
  while (true) {
    if (left < size) line.truncated();
    rest = rest.from(size);
    left -= size;
    ExtensionResult result;
    switch (next) {
      case ip_protocol::hop_by_hop:
        result = print_hop_by_hop(line, rest, payload);
        if (payload == 0 && !seen_hop_by_hop) {
          if (result.jumbo_length == 0) {
            line.put("[No valid Jumbo Payload Hop-by-Hop option found]");
            line.invalid();
            return;
          }
          const size_t there = line.network.header.length() - header_length;
          if (there < result.jumbo_length)
            line.put("truncated-ip6 - ", result.jumbo_length - there, " bytes missing!");
          left = result.jumbo_length;
          rest = rest.limit(left).with_length(left);
        }
        seen_hop_by_hop = true;
        break;
      case ip_protocol::destination: result = print_destination_options(line, rest, payload); break;
      case ip_protocol::routing: result = print_routing(line, rest); break;
      case ip_protocol::fragment:
        result = print_fragment(line, rest, left);
        line.network.fragmented = true;
        if (result.size != 0 && rest.captured() <= result.size) return;
        break;
      case ip_protocol::mobility:
      case ip_protocol::mobility_old: print_mobility(line, rest); return;
      default: print_ip_payload(line, rest.limit(left).with_length(left), next); return;
    }
    if (result.size == 0) return;
    next = rest.u8(0);
    size = result.size;
    line.protocol = "ip6";
  }
}

void print(Line& line, View in) {
  line.protocol = "ip6";
  if (in.length() < header_length) [[unlikely]] {
    line.put("truncated-ip6 ", in.length());
    return;
  }
  in.need(0, header_length);
  if (!line.options.link_header) line.append("IP6 ");
  if (in.u8(0) >> 4 != 6) [[unlikely]] {
    line.put("version error: ", in.u8(0) >> 4, " != 6");
    return;
  }
  const Bytes header = in.bytes(0, header_length);
  const uint16_t payload = be16(&header[4]);
  const size_t claimed = payload + header_length;
  // Without a length, a jumbo payload option may tell it.
  if (payload != 0) {
    if (in.length() < claimed) line.put("truncated-ip6 - ", claimed - in.length(), " bytes missing!");
    in = in.limit(claimed).with_length(claimed);
  }
  if (line.options.verbose > 0) print_header(line, header);
  const uint8_t next = header[6];
  line.network = {NetworkHeader::Six, in, header.data() + 8, header.data() + 24, false, next, next};
  if (!has_ports(next)) put_addresses(line);
  print_chain(line, in.from(header_length), payload, payload);
}

}  // namespace

extern constinit const Protocol protocol{.name = "ipv6",
                                         .title = "Internet Protocol Version 6",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .keeps = Keeps::Nothing,
                                         .print = print};

}  // namespace wiretale::ipv6
