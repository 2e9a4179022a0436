// DECnet Phase IV: routing headers and control messages, and the end-to-end messages of NSP.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::decnet {
namespace {

constexpr Claim found_on[] = {{On::EtherType, 0x6003}};

/// "area.node", in little-endian order.
void put_address(Line& line, uint16_t address) { line.put(address >> 10, '.', address & 0x3ffu); }

enum RoutingFlag : uint8_t {
  control_message = 0x01,
  format_mask = 0x07,
  short_format = 0x02,
  long_format = 0x06,
  return_to_sender_request = 0x08,
  returned = 0x10,
  intra_ethernet = 0x20,
  future_version = 0x40,
  padding = 0x80
};

constexpr Name node_type_names[] = {{1, "l2rout "}, {2, "l1rout "}, {3, "endnode "}};

/// What kind of node, and what it asks for.
void print_node_type(Line& line, uint8_t information, bool multicast) {
  line.put(name_or(node_type_names, information & 3u, "reserved-ntype? "));
  if ((information & 0x04) != 0) line.put("verif ");
  if (multicast && (information & 0x20) != 0) line.put("nomcast ");
  if (multicast ? (information & 0x40) != 0 : (information & 0x08) != 0) line.put("blo ");
}

/// Ranges of destinations with the cost and the hops to each; the checksum behind the last is left out.
void print_routes(Line& line, View in, std::string_view what) {
  constexpr size_t header = 4, segment = 4, checksum = 2;
  const uint16_t source = in.little16(1);
  line.put("src ");
  put_address(line, source);
  line.put(' ');
  size_t left = in.length() - header;
  in = in.from(header);
  while (left > checksum) {
    if (left < segment + checksum) return;
    const uint16_t count = in.little16(0), start = in.little16(2);
    constexpr uint16_t most = 1024;  // nodes of an area
    if (count > most) return;
    in = in.from(segment);
    left -= segment;
    const uint16_t cost = in.little16(0);
    line.put('{', what, ' ', start, '-', static_cast<int>(start) + count, " cost ", cost & 0x3ffu, " hops ",
             cost >> 10 & 0x1fu, "} ");
    in = in.from(2);
    left -= 2;
  }
}

/// A hello's node: its address is the last two bytes of "aa-00-04-00-xx-xx".
void put_hello_source(Line& line, View in, size_t at) {
  line.put("src ");
  put_address(line, in.little16(at + 4));
}

/// False when nobody knows the message.
bool print_control(Line& line, View in, uint8_t flags) {
  enum Kind : uint8_t {
    initialization = 0,
    verification = 2,
    test = 4,
    level_1_routing = 6,
    level_2_routing = 8,
    router_hello = 10,
    end_node_hello = 12
  };
  const auto too_short = [&](size_t least) {
    if (in.length() >= least) return in.need(0, least), false;
    line.invalid();
    return true;
  };
  switch (flags & 0x0e) {
    case initialization:
      line.put("init ");
      if (too_short(12)) return true;
      print_node_type(line, in.u8(3), false);
      line.put("src ");
      put_address(line, in.little16(1));
      line.put("blksize ", in.little16(4), " vers ", in.u8(6), " eco ", in.u8(7), " ueco ", in.u8(8),
               " hello ", in.little16(9));
      return true;
    case verification:
      line.put("verification ");
      if (too_short(4)) return true;
      line.put("src ");
      put_address(line, in.little16(1));
      line.put(" fcnval ", Octal{in.u8(3)});
      return true;
    case test:
      line.put("test ");
      if (too_short(4)) return true;
      line.put("src ");
      put_address(line, in.little16(1));
      line.put(" data ", Octal{in.u8(3)});
      return true;
    case level_1_routing:
      line.put("lev-1-routing ");
      if (too_short(4)) return true;
      print_routes(line, in, "ids");
      return true;
    case level_2_routing:
      line.put("lev-2-routing ");
      if (too_short(4)) return true;
      print_routes(line, in, "areas");
      return true;
    case router_hello:
      line.put("router-hello ");
      if (too_short(19)) return true;
      print_node_type(line, in.u8(10), true);
      line.put("vers ", in.u8(1), " eco ", in.u8(2), " ueco ", in.u8(3), ' ');
      put_hello_source(line, in, 4);
      line.put(" blksize ", in.little16(11), " pri ", in.u8(13), " hello ", in.little16(15));
      return true;
    case end_node_hello:
      line.put("endnode-hello ");
      if (too_short(32)) return true;
      print_node_type(line, in.u8(10), true);
      line.put("vers ", in.u8(1), " eco ", in.u8(2), " ueco ", in.u8(3), ' ');
      put_hello_source(line, in, 4);
      line.put(" blksize ", in.little16(11), " rtr ");
      put_address(line, in.little16(26));
      line.put(" hello ", in.little16(28), " data ", Octal{in.u8(31)});
      return true;
    default: return false;
  }
}

// NSP's message types.
enum MessageType : uint8_t { type_mask = 0x0c, data = 0x00, acknowledgment = 0x04, control = 0x08 };

/// Up to two acknowledgments: of this channel and of the other one. Where the segment number then lies, or 0
/// when the message ends before, which is said only where one must follow.
size_t print_acknowledgments(Line& line, View in, std::string_view other) {
  constexpr uint16_t present = 0x8000, of_other_channel = 0x2000, negative = 0x1000, other_negative = 0xb000,
                     number_mask = 0x0fff;
  size_t at = 5;
  for (const std::string_view name : {std::string_view(""), other}) {
    if (in.length() < at + 2) return 0;
    const uint16_t word = in.little16(at);
    if ((word & (name.empty() ? present : present | of_other_channel)) == 0) break;
    const uint16_t refusal = name.empty() ? negative : other_negative;
    const std::string_view kind = (word & refusal) == refusal ? "nak" : "ack";
    if (name == "o")
      line.put('o', kind, ' ');
    else
      line.put(kind, name, ' ');
    line.put(word & number_mask, ' ');
    at += 2;
  }
  return in.length() < at + 2 ? 0 : at;
}

void print_segment(Line& line, View in, size_t at) { line.put("seg ", in.little16(at) & 0x0fffu, ' '); }

void put_ports(Line& line, View in, std::string_view separator) {
  line.put(in.little16(3), separator, in.little16(1));
}

void print_data(Line& line, View in, uint8_t flags) {
  constexpr uint8_t subtype_mask = 0x70, link_service = 0x10, interrupt = 0x30;
  const uint8_t subtype = flags & subtype_mask;
  const bool special = (flags & 0x10) != 0;
  if (special && subtype != link_service && subtype != interrupt) {
    line.put("reserved-subtype? ", Hex{flags}, ' ');
    return put_ports(line, in, " > ");
  }
  if (subtype != interrupt) {
    line.put(special ? "link-service " : "data ");
    put_ports(line, in, ">");
    line.put(' ');
  } else {
    line.put("intr ");
  }
  constexpr size_t link_service_length = 13;
  if (subtype == link_service && in.length() < link_service_length) return line.invalid();
  const size_t at = print_acknowledgments(line, in, special ? "dat" : "o");
  if (at == 0) return line.invalid();
  print_segment(line, in, at);
  if (subtype != link_service) return;
  constexpr uint8_t kind_mask = 0x0c, change_mask = 0x03, of_interrupts = 0x04;
  const uint8_t service = in.u8(11), value = in.u8(12);
  if ((service & kind_mask) == 0) {
    line.put("dat ");
    line.put("seg count ", value, ' ');
    if ((service & change_mask) == 1)
      line.put("donotsend-data ");
    else if ((service & change_mask) == 2)
      line.put("send-data ");
    else if ((service & change_mask) == 3)
      line.put("reserved-fcmod? ", Hex{service});
  } else if ((service & kind_mask) == of_interrupts) {
    line.put("intr ");
    line.put("req count ", value, ' ');
  } else {
    line.put("reserved-fcval-int? ", Hex{service});
  }
}

void print_acknowledgment(Line& line, View in, uint8_t flags) {
  constexpr uint8_t data_acknowledgment = 0x00, link_service = 0x10, connection = 0x20;
  const uint8_t subtype = flags & 0x70;
  if (subtype == connection) {
    line.put("conn-ack ", in.little16(1));
    return;
  }
  if (subtype != data_acknowledgment && subtype != link_service) {
    line.put("reserved-acktype? ", Hex{flags}, ' ');
    return put_ports(line, in, " > ");
  }
  line.put(subtype == link_service ? "ils-ack " : "data-ack ");
  put_ports(line, in, ">");
  line.put(' ');
  constexpr size_t with_acknowledgments = 9;
  if (in.length() < with_acknowledgments) return line.invalid();
  in.need(0, with_acknowledgments);
  (void)print_acknowledgments(line, in, subtype == link_service ? "dat" : "o");
}

constexpr Name reason_names[] = {{0, "object rejected connect"},
                                 {1, "insufficient resources"},
                                 {2, "unrecognized node name"},
                                 {3, "node is shutting down"},
                                 {4, "unrecognized object"},
                                 {5, "invalid object name format"},
                                 {6, "object too busy"},
                                 {7, "protocol error discovered"},
                                 {8, "third party abort"},
                                 {9, "user abort"},
                                 {10, "invalid node name format"},
                                 {11, "local node shutting down"},
                                 {32, "insufficient local resources"},
                                 {33, "insufficient remote user resources"},
                                 {34, "invalid access control information"},
                                 {36, "bad ACCOUNT information"},
                                 {38, "no response from object"},
                                 {39, "node unreachable"},
                                 {41, "no link terminate"},
                                 {42, "disconnect complete"},
                                 {43, "bad image data in connect"}};

void print_link_control(Line& line, View in, uint8_t flags) {
  enum Subtype : uint8_t {
    initiate = 0x10,
    confirm = 0x20,
    disconnect = 0x30,
    disconnected = 0x40,
    again = 0x60
  };
  constexpr Name names[] = {{initiate, "conn-initiate "},
                            {confirm, "conn-confirm "},
                            {disconnect, "disconn-initiate "},
                            {disconnected, "disconn-confirm "},
                            {again, "retrans-conn-initiate "}};
  const uint8_t subtype = flags & 0x70;
  const std::string_view name = find_name(names, subtype);
  if (name.empty()) {
    line.put("reserved-ctltype? ", Hex{flags}, ' ');
    return put_ports(line, in, " > ");
  }
  line.put(name);
  put_ports(line, in, ">");
  line.put(' ');
  if (subtype == disconnect || subtype == disconnected) {
    if (subtype == disconnect && in.length() < 8) return line.invalid();
    if (subtype == disconnect) in.need(0, 8);
    line.put(Named{reason_names, in.little16(5), "reason-"}, ' ');
    if (subtype == disconnect && in.u8(7) != 0) line.put("optlen ", in.u8(7), ' ');
    return;
  }
  if (in.length() < (subtype == confirm ? 10u : 9u)) return line.invalid();
  constexpr std::string_view versions[] = {"3.2", "3.1", "4.0", "4.1"};
  switch (in.u8(5) & 0x0c) {
    case 0x04: line.put("seg "); break;
    case 0x08: line.put("msg "); break;
    default: break;
  }
  line.put("ver ", versions[in.u8(6) & 3], " segsize ", in.little16(7), ' ');
  if (subtype == confirm && in.u8(9) != 0) line.put("optlen ", in.u8(9), ' ');
}

void print_message(Line& line, View in) {
  constexpr size_t least = 5;
  if (in.length() < least) {
    line.put(" (nsplen ", in.length(), " < ", least, ')');
    return line.invalid();
  }
  in.need(0, least);
  const uint8_t flags = in.u8(0);
  switch (flags & type_mask) {
    case data: return print_data(line, in, flags);
    case acknowledgment: return print_acknowledgment(line, in, flags);
    case control: return print_link_control(line, in, flags);
    default: line.put("reserved-type? ", Hex{flags}, ' '); return put_ports(line, in, " > ");
  }
}

void print(Line& line, View in) {
  line.protocol = "decnet";
  constexpr size_t shortest = 8, short_header = 6, long_header = 21;
  const View whole = in;
  const size_t claimed = in.little16(0);
  in = in.from(2);
  if (in.length() < short_header || claimed < short_header) {
    line.put(" (pktlen ", claimed, " < ", short_header, ')');
    return line.invalid();
  }
  if (claimed > whole.length()) {
    line.put(" (pktlen ", claimed, " > ", whole.length(), ')');
    return line.invalid();
  }
  in = in.with_length(claimed);
  uint8_t flags = in.u8(0);
  size_t padded = 0;
  if ((flags & padding) != 0) {
    const size_t count = flags & 0x7f;
    if (line.options.verbose > 0) line.put("[pad:", count, "] ");
    if (claimed < count + 2) {
      line.put(" (length ", claimed, " < ", count + 2, ')');
      return line.invalid();
    }
    padded = count;
    in = in.from(count);
    flags = in.u8(0);
  }
  if ((flags & future_version) != 0) {
    line.put("future-version-decnet");
    return line.unknown_data(whole.from(padded).limit(claimed - padded));
  }
  if ((flags & control_message) != 0) {
    if (print_control(line, in, flags)) return;
    line.put("unknown control message");
    return line.unknown_data(in.limit(claimed));
  }
  uint16_t source = 0, destination = 0;
  uint8_t hops = 0;
  size_t header = short_header;
  switch (flags & format_mask) {
    case long_format:
      if (in.length() < long_header) {
        line.put(" (length ", in.length(), " < ", long_header, ')');
        return line.invalid();
      }
      in.need(0, long_header);
      destination = in.little16(7);
      source = in.little16(15);
      hops = in.u8(18);
      header = long_header;
      break;
    case short_format:
      whole.need(0, shortest);
      destination = in.little16(1);
      source = in.little16(3);
      hops = static_cast<uint8_t>(in.u8(5) + 1);
      break;
    default:
      line.put("unknown message flags under mask");
      return line.unknown_data(whole.from(padded).limit(claimed - padded));
  }
  put_address(line, source);
  line.put(" > ");
  put_address(line, destination);
  line.put(' ', claimed, ' ');
  if (line.options.verbose > 0) {
    if ((flags & return_to_sender_request) != 0) line.put("RQR ");
    if ((flags & returned) != 0) line.put("RTS ");
    if ((flags & intra_ethernet) != 0) line.put("IE ");
    line.put(hops & 0x3fu, " hops ");
  }
  print_message(line, in.from(header));
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "dec_dna", .title = "DEC DNA Routing Protocol", .found_on = found_on, .print = print};

}  // namespace wiretale::decnet
