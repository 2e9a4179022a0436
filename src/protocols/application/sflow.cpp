// sFlow version 5 (https://sflow.org/sflow_version_5.txt): sampled packets and counters of switches.
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::sflow {
namespace {

constexpr Field version{"sflow_245.version", "Datagram version", bytes(0, 4)};
constexpr Field agent_type{"sflow_245.agenttype", "Agent address type", bytes(4, 4)};
constexpr const Field* fields[] = {&version, &agent_type};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 6343}};

enum Sample : uint32_t { FlowSample = 1, CounterSample, ExpandedFlowSample, ExpandedCounterSample };
constexpr Name sample_names[] = {{FlowSample, "flow sample"},
                                 {CounterSample, "counter sample"},
                                 {ExpandedFlowSample, "expanded flow sample"},
                                 {ExpandedCounterSample, "expanded counter sample"}};

constexpr uint32_t raw_packet = 1, ethernet_frame = 2, extended_switch = 1001;
constexpr Name flow_names[] = {{raw_packet, "Raw packet"},
                               {ethernet_frame, "Ethernet frame"},
                               {3, "IPv4 Data"},
                               {4, "IPv6 Data"},
                               {extended_switch, "Extended Switch data"},
                               {1002, "Extended Router data"},
                               {1003, "Extended Gateway data"},
                               {1004, "Extended User data"},
                               {1005, "Extended URL data"},
                               {1006, "Extended MPLS data"},
                               {1007, "Extended NAT data"},
                               {1008, "Extended MPLS tunnel"},
                               {1009, "Extended MPLS VC"},
                               {1010, "Extended MPLS FEC"},
                               {1011, "Extended MPLS LVP FEC"},
                               {1012, "Extended VLAN Tunnel"}};
constexpr Name raw_protocols[] = {{1, "Ethernet"},    {2, "Token bus"}, {3, "Token ring"}, {4, "FDDI"},
                                  {5, "Frame Relay"}, {6, "X.25"},      {7, "PPP"},        {8, "SMDS"},
                                  {9, "AAL5"},        {11, "IPv4"},     {12, "IPv6"},      {13, "MPLS"}};

enum Counters : uint32_t { Generic = 1, Ethernet, TokenRing, BaseVg, Vlan, Processor = 1001 };
constexpr Name counter_names[] = {
    {Generic, "Generic counter"},   {Ethernet, "Ethernet counter"}, {TokenRing, "Token ring counter"},
    {BaseVg, "100 BaseVG counter"}, {Vlan, "Vlan counter"},         {Processor, "Processor counter"}};
constexpr Name direction_names[] = {
    {0, "unknown"}, {1, "full-duplex"}, {2, "half-duplex"}, {3, "in"}, {4, "out"}};

void put_unknown(Line& line, View in, size_t length, std::string_view line_start) {
  append_hex(line, in.available(0, length), line_start);
  if (!in.has(0, length)) line.truncated();
}

/// A record's data; false when it is too short for its format.
bool print_generic(Line& line, View in) {
  constexpr size_t size = 88;
  if (in.length() < size) return false;
  in.need(0, size);
  const auto at = [&](unsigned offset) { return in.u32(offset); };
  const auto state = [&](unsigned bit) { return (at(20) >> bit & 1) != 0 ? "up" : "down"; };
  line.put("\n\t      ifindex ", at(0), ", iftype ", at(4), ", ifspeed ", in.u64(8), ", ifdirection ", at(16),
           " (", name_or(direction_names, at(16), "Unknown"), ")\n\t      ifstatus ", at(20),
           ", adminstatus: ", state(0), ", operstatus: ", state(1));
  line.put("\n\t      In octets ", in.u64(24), ", unicast pkts ", at(32), ", multicast pkts ", at(36),
           ", broadcast pkts ", at(40), ", discards ", at(44), "\n\t      In errors ", at(48),
           ", unknown protos ", at(52), "\n\t      Out octets ", in.u64(56), ", unicast pkts ", at(64),
           ", multicast pkts ", at(68), ", broadcast pkts ", at(72), ", discards ", at(76),
           "\n\t      Out errors ", at(80), ", promisc mode ", at(84));
  return true;
}

bool print_ethernet(Line& line, View in) {
  constexpr size_t size = 52;
  if (in.length() < size) return false;
  in.need(0, size);
  const auto at = [&](unsigned word) { return in.u32(4 * word); };
  line.put("\n\t      align errors ", at(0), ", fcs errors ", at(1), ", single collision ", at(2),
           ", multiple collision ", at(3), ", test error ", at(4), "\n\t      deferred ", at(5),
           ", late collision ", at(6), ", excessive collision ", at(7), ", mac trans error ", at(8),
           "\n\t      carrier error ", at(9), ", frames too long ", at(10), ", mac receive errors ", at(11),
           ", symbol errors ", at(12));
  return true;
}

bool print_base_vg(Line& line, View in) {
  constexpr size_t size = 80;
  if (in.length() < size) return false;
  in.need(0, size);
  line.put("\n\t      in high prio frames ", in.u32(0), ", in high prio octets ", in.u64(4),
           "\n\t      in norm prio frames ", in.u32(12), ", in norm prio octets ", in.u64(16),
           "\n\t      in ipm errors ", in.u32(24), ", oversized ", in.u32(28), ", in data errors ",
           in.u32(32), ", null addressed frames ", in.u32(36), "\n\t      out high prio frames ", in.u32(40),
           ", out high prio octets ", in.u64(44), ", trans into frames ", in.u32(52),
           "\n\t      in hc high prio octets ", in.u64(56), ", in hc norm prio octets ", in.u64(64),
           ", out hc high prio octets ", in.u64(72));
  return true;
}

bool print_vlan(Line& line, View in) {
  constexpr size_t size = 28;
  if (in.length() < size) return false;
  in.need(0, size);
  line.put("\n\t      vlan_id ", in.u32(0), ", octets ", in.u64(4), ", unicast_pkt ", in.u32(12),
           ", multicast_pkt ", in.u32(16), ", broadcast_pkt ", in.u32(20), ", discards ", in.u32(24));
  return true;
}

bool print_processor(Line& line, View in) {
  constexpr size_t size = 28;
  if (in.length() < size) return false;
  in.need(0, size);
  line.put("\n\t      5sec ", in.u32(0), ", 1min ", in.u32(4), ", 5min ", in.u32(8), ", total_mem ",
           in.u64(12), ", total_mem ", in.u64(20));
  return true;
}

bool print_counters(Line& line, View in, uint32_t format) {
  switch (format) {
    case Generic: return print_generic(line, in);
    case Ethernet: return print_ethernet(line, in);
    case TokenRing: return true;
    case BaseVg: return print_base_vg(line, in);
    case Vlan: return print_vlan(line, in);
    case Processor: return print_processor(line, in);
    default:
      if (line.options.verbose <= 1) put_unknown(line, in, in.length(), "\n\t\t");
      return true;
  }
}

bool print_raw_packet(Line& line, View in) {
  constexpr size_t fixed = 16;
  if (in.length() < fixed) return false;
  in.need(0, fixed);
  const uint32_t protocol = in.u32(0), header_size = in.u32(12);
  line.put("\n\t      protocol ", name_or(raw_protocols, protocol, "Unknown"), " (", protocol, "), length ",
           in.u32(4), ", stripped bytes ", in.u32(8), ", header_size ", header_size);
  return header_size <= in.length() - fixed;
}

bool print_flow(Line& line, View in, uint32_t format) {
  switch (format) {
    case raw_packet: return print_raw_packet(line, in);
    case ethernet_frame:
      if (in.length() < 20) return false;
      in.need(0, 20);
      line.put("\n\t      frame len ", in.u32(0), ", type ", in.u32(20));
      return true;
    case extended_switch:
      if (in.length() < 16) return false;
      in.need(0, 16);
      line.put("\n\t      src vlan ", in.u32(0), ", src pri ", in.u32(4), ", dst vlan ", in.u32(8),
               ", dst pri ", in.u32(12));
      return true;
    default:
      if (find_name(flow_names, format).empty() && line.options.verbose <= 1)
        put_unknown(line, in, in.length(), "\n\t\t");
      return true;
  }
}

/// The records of a sample: counters or flows. False when one is too long.
bool print_records(Line& line, View in, uint32_t count, bool counters) {
  constexpr size_t header = 8;
  View rest = in;
  for (; count > 0 && rest.length() > 0; --count) {
    if (rest.length() < header) return false;
    rest.need(0, header);
    const uint32_t number = rest.u32(0), size = rest.u32(4);
    // In the standard the enterprise is the upper 20 bits; tcpdump reads fewer of a counter record's.
    const uint32_t enterprise = counters ? number >> 20 : number >> 12, format = number & 0xfff;
    rest = rest.from(header);
    line.put("\n\t    enterprise ", enterprise, counters ? ", " : " ",
             enterprise == 0 ? name_or(counters ? Names(counter_names) : Names(flow_names), format, "Unknown")
                             : "Unknown",
             " (", format, ") length ", size);
    if (size > rest.length()) return false;
    const View data = View(rest.all().data(), std::min<size_t>(size, rest.captured()), size);
    if (enterprise == 0) {
      if (!(counters ? print_counters(line, data, format) : print_flow(line, data, format))) return false;
    }
    rest = rest.from(size);
  }
  return count == 0;
}

bool print_sample(Line& line, View in, uint32_t format) {
  const bool expanded = format == ExpandedFlowSample || format == ExpandedCounterSample;
  const bool counters = format == CounterSample || format == ExpandedCounterSample;
  const size_t fixed = counters ? (expanded ? 16 : 12) : (expanded ? 44 : 32);
  if (in.length() < fixed) return false;
  in.need(0, fixed);
  line.put(" seqnum ", in.u32(0));
  if (expanded)
    line.put(", type ", in.u32(4), ", idx ", in.u32(8));
  else
    line.put(", type ", in.u32(4) >> 24, ", idx ", in.u32(4) & 0xffffff);
  if (!counters) {
    const size_t at = expanded ? 12 : 8;
    line.put(", rate ", in.u32(at), ", pool ", in.u32(at + 4), ", drops ", in.u32(at + 8));
    if (!expanded) line.put(", input ", in.u32(20), " output ", in.u32(24));
    line.put(expanded ? "," : "");
  } else {
    line.put(',');
  }
  const uint32_t count = in.u32(fixed - 4);
  line.put(" records ", count);
  const View records = in.from(fixed);
  if (records.length() == 0) return count == 0;
  return print_records(line, records, count, counters);
}

void print_samples(Line& line, View in, uint32_t count) {
  constexpr size_t header = 8;
  View rest = in;
  for (; count > 0 && rest.length() > 0; --count) {
    rest.need(0, header);
    const uint32_t number = rest.u32(0), size = rest.u32(4);
    const uint32_t format = number & 0xfff;
    if (rest.length() < header) return;
    rest = rest.from(header);
    line.put("\n\t", name_or(sample_names, format, "Unknown"), " (", format, "), length ", size, ',');
    if (size == 0) return;
    rest.need(0, std::min<size_t>(size, rest.length()));
    if (size > rest.length()) return line.invalid();
    if (format >= FlowSample && format <= ExpandedCounterSample) {
      if (!print_sample(line, rest, format)) return line.invalid();
    } else if (line.options.verbose <= 1) {
      put_unknown(line, rest, size, "\n\t    ");
    }
    rest = rest.from(size);
  }
}

void print(Line& line, View in) {
  constexpr size_t header_four = 28, header_six = 40;
  constexpr uint32_t supported = 5, four = 1, six = 2;
  line.protocol = "sflow";
  in.need(0, 8);
  const uint32_t found = in.u32(0), family = in.u32(4);
  const size_t header = family == four ? header_four : header_six;
  if ((family == four || family == six) && in.length() < header) {
    line.put("sFlowv", found, " [length ", in.length(), " < ", header_four, ']');
    return line.invalid();
  }
  in.need(0, line.options.verbose != 0 && family != four ? header_six : header_four);
  if (found != supported) {
    line.put("sFlow version ", found, " packet not supported");
    return;
  }
  line.put("sFlowv5, ");
  if (family == four)
    line.put("IPv4 agent ", Ipv4Text{in.at_least(8, 4)});
  else
    line.put("IPv6 agent ", Ipv6Text{in.at_least(8, 16)});
  const size_t at = header - 16;
  line.put(", agent-id ", in.u32(at));
  if (line.options.verbose != 0)
    line.put(", seqnum ", in.u32(at + 4), ", uptime ", in.u32(at + 8), ", samples ", in.u32(at + 12));
  line.put(", length ", in.length());
  if (line.options.verbose != 0) print_samples(line, in.from(header), in.u32(at + 12));
}

Step decode(Cursor& in, Context&) {
  in.skip(8);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

}  // namespace

extern constinit const Protocol protocol{.name = "sflow",
                                         .title = "InMon sFlow",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::sflow
