// ICMPv6 (RFC 4443), with its parts neighbor discovery and multicast listeners.
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/network/endpoint.h"
#include "protocols/network/icmpv6_parts.h"
#include "protocols/network/icmpv6_tree.h"
#include "protocols/network/ip_payload.h"
#include "protocols/network/ip_protocol_names.h"

namespace wiretale::icmpv6 {
namespace {

enum MessageType : uint8_t {
  unreachable = 1,
  too_big = 2,
  time_exceeded = 3,
  parameter_problem = 4,
  echo_request = 128,
  echo_reply = 129,
  listener_query = 130,
  listener_report = 131,
  listener_done = 132,
  router_solicitation = 133,
  router_advertisement = 134,
  neighbor_solicitation = 135,
  neighbor_advertisement = 136,
  redirect = 137,
  router_renumbering = 138,
  node_information_query = 139,
  node_information_reply = 140,
  inverse_solicitation = 141,
  inverse_advertisement = 142,
  home_agent_request = 144,
  home_agent_reply = 145,
  prefix_solicitation = 146,
  prefix_advertisement = 147,
  rpl = 155,
  listener_report_v2 = 143
};

constexpr Name type_names_[] = {
    {unreachable, "destination unreachable"},
    {too_big, "packet too big"},
    {time_exceeded, "time exceeded in-transit"},
    {parameter_problem, "parameter problem"},
    {echo_request, "echo request"},
    {echo_reply, "echo reply"},
    {listener_query, "multicast listener query"},
    {listener_report, "multicast listener report"},
    {listener_done, "multicast listener done"},
    {router_solicitation, "router solicitation"},
    {router_advertisement, "router advertisement"},
    {neighbor_solicitation, "neighbor solicitation"},
    {neighbor_advertisement, "neighbor advertisement"},
    {redirect, "redirect"},
    {router_renumbering, "router renumbering"},
    {node_information_query, "who-are-you request"},
    {node_information_reply, "who-are-you reply"},
    {inverse_solicitation, "inverse neighbor solicitation"},
    {inverse_advertisement, "inverse neighbor advertisement"},
    {listener_report_v2, "multicast listener report v2"},
    {home_agent_request, "ha discovery request"},
    {home_agent_reply, "ha discovery reply"},
    {prefix_solicitation, "mobile router solicitation"},
    {prefix_advertisement, "mobile router advertisement"},
    {rpl, "RPL"},
    {200, "mtrace response"},
    {201, "mtrace message"},
};
constexpr Names type_names = type_names_;

constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::icmpv6}};

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(4);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (header[0] < unreachable || header[0] > parameter_problem) return {};
  in.skip(4);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = ids::ipv6};
}

constexpr size_t quoted = 8;  ///< where errors quote the packet that they are about

/// The port that was unreachable, behind the quoted packet's extension headers.
void print_unreachable_port(Line& line, View in) {
  uint8_t next = in.u8(quoted + 6);
  size_t at = quoted + 40;
  while (next == ip_protocol::hop_by_hop || next == ip_protocol::destination ||
         next == ip_protocol::routing || next == ip_protocol::fragment) {
    const size_t size = next == ip_protocol::fragment ? 8 : (in.u8(at + 1) + size_t{1}) * 8;
    next = in.u8(at);
    at += size;
  }
  if (next != ip_protocol::tcp && next != ip_protocol::udp) line.truncated();
  in.need(at, 4);
  line.put(", ", Ipv6Text{in.at_least(quoted + 24, 16)},
           next == ip_protocol::tcp ? " tcp port " : " udp port ");
  put_port(line, in.u16(at + 2));
}

/// False when the rest of the message was dumped and nothing shall follow.
bool print_unreachable(Line& line, View in) {
  in.need(quoted, 40);
  const Ipv6Text source{in.at_least(quoted + 8, 16)}, destination{in.at_least(quoted + 24, 16)};
  switch (in.u8(1)) {
    case 0: line.put(", unreachable route ", destination); return true;
    case 1: line.put(",  unreachable prohibited ", destination); return true;
    case 2: line.put(", beyond scope ", destination, ", source address ", source); return true;
    case 3: line.put(", unreachable address ", destination); return true;
    case 4:
      line.put(", unreachable port");
      print_unreachable_port(line, in);
      return true;
    default:
      line.put(", unknown unreach code (", in.u8(1), ')');
      if (line.options.verbose <= 1) append_hex(line, in.available(0, in.length()), "\n\t");
      return false;
  }
}

void print_time_exceeded(Line& line, View in) {
  in.need(quoted, 40);
  const uint8_t why = in.u8(1);
  if (why == 0)
    line.put(" for ", Ipv6Text{in.at_least(quoted + 24, 16)});
  else if (why == 1)
    line.put(" (reassembly)");
  else
    line.put(", unknown code (", why, ')');
}

void print_parameter_problem(Line& line, View in) {
  constexpr std::string_view reasons[] = {"erroneous", "next header", "option", "incomplete header chain"};
  const uint8_t why = in.u8(1);
  in.need(quoted, 40);
  if (why < std::size(reasons))
    line.put(", ", reasons[why], " - octet ", in.u32(4));
  else
    line.put(", code-#", why);
}

constexpr Name neighbor_flags_[] = {{0x80, "router"}, {0x40, "solicited"}, {0x20, "override"}};
constexpr Names neighbor_flags = neighbor_flags_;

void print_neighbor(Line& line, View in) {
  const uint8_t message = in.u8(0);
  const bool verbose = line.options.verbose > 0;
  size_t options = 8;
  switch (message) {
    case router_advertisement:
      options = 16;
      if (verbose) print_router_advertisement(line, in);
      break;
    case neighbor_solicitation:
    case neighbor_advertisement:
      options = 24;
      line.put(message == neighbor_solicitation ? ", who has " : ", tgt is ", Ipv6Text{in.at_least(8, 16)});
      if (verbose && message == neighbor_advertisement)
        line.put(", Flags [", NamedBits{neighbor_flags, in.u8(4)}, ']');
      break;
    case redirect:
      options = 40;
      line.put(", ", Ipv6Text{in.at_least(24, 16)}, " to ", Ipv6Text{in.at_least(8, 16)});
      break;
    default: break;
  }
  if (verbose) print_neighbor_options(line, in.from(options));
}

/// False when nothing shall follow on the line.
bool print_message(Line& line, View in) {
  const uint8_t message = in.u8(0);
  switch (message) {
    case unreachable: return print_unreachable(line, in);
    case too_big: line.put(", mtu ", in.u32(4)); return true;
    case time_exceeded: print_time_exceeded(line, in); return true;
    case parameter_problem: print_parameter_problem(line, in); return true;
    case echo_request:
    case echo_reply: line.put(", id ", in.u16(4), ", seq ", in.u16(6)); return true;
    case listener_query:
      if (in.length() != 24) {
        print_listener_query(line, in);
        return true;
      }
      [[fallthrough]];
    case listener_report:
    case listener_done:
      line.put("max resp delay: ", in.u16(4), " addr: ", Ipv6Text{in.at_least(8, 16)});
      return true;
    case router_solicitation:
    case router_advertisement:
    case neighbor_solicitation:
    case neighbor_advertisement:
    case redirect: print_neighbor(line, in); return true;
    case listener_report_v2: print_listener_report(line, in); return true;
    case home_agent_request:
    case prefix_solicitation: line.put(", id 0x", Hex{in.u16(4), 4}); return true;
    case home_agent_reply:
      if (line.options.verbose == 0) return true;
      line.put(", id 0x", Hex{in.u16(4), 4});
      for (size_t at = 8; at < in.length(); at += 16) line.put(", ", Ipv6Text{in.at_least(at, 16)});
      return true;
    case prefix_advertisement:
      if (line.options.verbose == 0) return true;
      line.put(", id 0x", Hex{in.u16(4), 4});
      print_neighbor_options(line, in.from(8));
      return true;
    case router_renumbering: print_router_renumbering(line, in); return true;
    case node_information_query: print_node_information_query(line, in); return true;
    case node_information_reply: print_node_information_reply(line, in); return true;
    case rpl: print_rpl(line, in); return true;
    case inverse_solicitation:
    case inverse_advertisement: return true;
    default:
      line.put(", length ", in.length());
      if (line.options.verbose <= 1) append_hex(line, in.available(0, in.length()), "\n\t");
      return false;
  }
}

/// The length stands behind these messages' names with -v, else at the end.
constexpr bool length_first(uint8_t message) {
  return (message >= router_solicitation && message <= redirect) || message == home_agent_reply ||
         message == prefix_advertisement;
}

void print(Line& line, View in) {
  line.protocol = "icmp6";
  const size_t length = in.length();
  if (length == 0) {
    line.put("ICMP6, length 0");
    line.invalid();
    return;
  }
  in.need(0, 4);
  if (line.options.verbose > 0 && !line.network.fragmented && in.has(0, length)) {
    const uint16_t carried = in.u16(2);
    const uint16_t sum = transport_checksum(line.network, ip_protocol::icmpv6, length, in.bytes(0, length));
    if (sum == 0)
      line.put("[icmp6 sum ok] ");
    else
      line.put("[bad icmp6 cksum 0x", Hex{carried, 4}, " -> 0x", Hex{right_checksum(carried, sum), 4}, "!] ");
  }
  const uint8_t message = in.u8(0);
  const std::string_view name = find_name(type_names, message);
  line.put("ICMP6, ");
  if (name.empty())
    line.put("unknown icmp6 type (", message, ')');
  else
    line.put(name);
  if (line.options.verbose > 0 && length_first(message)) line.put(", length ", length);
  if (print_message(line, in) && line.options.verbose == 0) line.put(", length ", length);
}

}  // namespace

extern constinit const Protocol protocol{.name = "icmpv6",
                                         .title = "Internet Control Message Protocol v6",
                                         .fields = icmpv6_field::fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .print = print};

}  // namespace wiretale::icmpv6
