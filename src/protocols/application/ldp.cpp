// LDP (RFC 5036): how routers tell each other the labels that they want on packets.
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/network/address_family_names.h"
#include "protocols/network/l2vpn_encapsulation_names.h"

namespace wiretale::ldp {
namespace {

constexpr Field version{"ldp.hdr.version", "Version", bytes(0, 2)};
constexpr Field pdu_length{"ldp.hdr.pdu_len", "PDU Length", bytes(2, 2)};
constexpr Field router_id{"ldp.hdr.ldpid.lsr", "LSR ID", bytes(4, 4), Type::Ipv4};
constexpr Field label_space{"ldp.hdr.ldpid.lsid", "Label Space ID", bytes(8, 2)};
constexpr const Field* fields[] = {&version, &pdu_length, &router_id, &label_space};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 646}, {On::TcpPort, 646}};

constexpr size_t header_length = 10, message_header_length = 8, tlv_header_length = 4;
constexpr uint16_t unknown_bit = 0x8000, forward_bit = 0x4000;

enum Tlv : uint16_t {
  forwarding_class = 0x0100,
  address_list = 0x0101,
  generic_label = 0x0200,
  status = 0x0300,
  hello_parameters = 0x0400,
  ipv4_transport = 0x0401,
  configuration_sequence = 0x0402,
  ipv6_transport = 0x0403,
  session_parameters = 0x0500,
  fault_tolerance = 0x0503,
  mtu = 0x0601
};
constexpr Name message_names[] = {{0x0001, "Notification"},
                                  {0x0100, "Hello"},
                                  {0x0200, "Initialization"},
                                  {0x0201, "Keepalive"},
                                  {0x0300, "Address"},
                                  {0x0301, "Address Withdraw"},
                                  {0x0400, "Label Mapping"},
                                  {0x0401, "Label Request"},
                                  {0x0402, "Label Withdraw"},
                                  {0x0403, "Label Release"},
                                  {0x0404, "Label Abort Request"}};
constexpr Name tlv_names[] = {{forwarding_class, "FEC"},
                              {address_list, "Address List"},
                              {0x0103, "Hop Count"},
                              {0x0104, "Path Vector"},
                              {generic_label, "Generic Label"},
                              {0x0201, "ATM Label"},
                              {0x0202, "Frame-Relay Label"},
                              {status, "Status"},
                              {0x0301, "Extended Status"},
                              {0x0302, "Returned PDU"},
                              {0x0303, "Returned Message"},
                              {hello_parameters, "Common Hello Parameters"},
                              {ipv4_transport, "IPv4 Transport Address"},
                              {configuration_sequence, "Configuration Sequence Number"},
                              {ipv6_transport, "IPv6 Transport Address"},
                              {session_parameters, "Common Session Parameters"},
                              {0x0501, "ATM Session Parameters"},
                              {0x0502, "Frame-Relay Session Parameters"},
                              {fault_tolerance, "Fault-Tolerant Session Parameters"},
                              {0x0600, "Label Request Message ID"},
                              {mtu, "MTU"}};
constexpr Name class_names[] = {{1, "Wildcard"}, {2, "Prefix"}, {3, "Host address"}, {128, "Martini VC"}};
/// RFC 4447 5.2, before L2VPN numbered them anew.
constexpr Name interface_parameter_names[] = {{1, "MTU"},         {2, "Number of Concatenated ATM cells"},
                                              {3, "Description"}, {4, "Circuit Emulation Payload Bytes"},
                                              {5, "CEM options"}, {6, "VLAN"},
                                              {12, "VCCV"}};
constexpr Name vccv_channel_names[] = {
    {1, "PWE3 control word"}, {2, "MPLS Router Alert Label"}, {4, "MPLS inner label TTL = 1"}};
constexpr Name vccv_verification_names[] = {{1, "ICMP Ping"}, {2, "LSP Ping"}, {4, "BFD"}};

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.trouble = version.read(header) == 1 ? Trouble::None : Trouble::Malformed};
}

/// Thrown at a TLV shorter than what it must hold: the mark " (invalid)" ends the message's TLVs.
struct Invalid {};

void require(Line& line, size_t length, size_t least) {
  if (length >= least) return;
  line.put(" [tlv length ", length, " < ", least, ']');
  throw Invalid{};
}

void print_address_list(Line& line, View in, size_t length) {
  require(line, length, 2);
  const uint16_t family = in.u16(0);
  line.put("\n\t      Address Family: ", name_or(address_family_names, family, "Unknown"), ", addresses");
  const size_t size = family == address_family::ipv4 ? 4 : family == address_family::ipv6 ? 16 : 0;
  if (size == 0) return;
  for (size_t at = 2; length - at >= size; at += size) {
    if (size == 4)
      line.put(' ', Ipv4Text{in.at_least(at, 4)});
    else
      line.put(' ', Ipv6Text{in.at_least(at, 16)});
  }
}

/// RFC 4447 5.1: a pseudowire and the parameters of its interface.
void print_pseudowire(Line& line, View in, size_t length) {
  constexpr uint16_t control_word = 0x8000;
  require(line, length, 7);
  const uint16_t kind = in.u16(0);
  const size_t info_length = in.u8(2);
  line.put(": ", name_or(l2vpn_encapsulations, kind & 0x7fffu, "Unknown"), ", ",
           (kind & control_word) != 0 ? "" : "no ", "control word, group-ID ", in.u32(3));
  if (info_length == 0) {
    line.put(", VC-info-length: 0");
    return;
  }
  in = in.from(7);
  length -= 7;
  require(line, length, 4);
  line.put(", VC-ID ", in.u32(0), ", VC-info-length: ", info_length);
  in = in.from(4);
  length -= 4;
  size_t left = info_length < 4 ? 0 : info_length - 4;
  require(line, length, left);
  while (left > 0) {
    if (left < 2) {
      line.put(" [parameter length ", left, " < 2]");
      throw Invalid{};
    }
    const uint8_t parameter = in.u8(0);
    const size_t size = in.u8(1);
    line.put("\n\t\tInterface Parameter: ", name_or(interface_parameter_names, parameter, "Unknown"), " (0x",
             Hex{parameter, 2}, "), len ", size);
    if (size < 2 || size > left) throw Invalid{};
    switch (parameter) {
      case 1: line.put(": ", in.u16(2)); break;
      case 3:
        line.put(": ");
        for (size_t i = 2; i < size; ++i) line.put(CaretNotation{in.bytes(i, 1)});
        break;
      case 12:
        line.put("\n\t\t  Control Channels (0x", Hex{in.u8(2), 2}, ") = [",
                 NamedBits{vccv_channel_names, in.u8(2)}, "]\n\t\t  CV Types (0x", Hex{in.u8(3), 2}, ") = [",
                 NamedBits{vccv_verification_names, in.u8(3)}, ']');
        break;
      default: break;
    }
    in = in.from(size);
    left -= size;
  }
}

void print_forwarding_class(Line& line, View in, size_t length) {
  require(line, length, 1);
  const uint8_t kind = in.u8(0);
  line.put("\n\t      ", name_or(class_names, kind, "Unknown"), " FEC (0x", Hex{kind, 2}, ')');
  in = in.from(1);
  --length;
  if (kind == 2) {
    require(line, length, 2);
    const uint16_t family = in.u16(0);
    in = in.from(2);
    length -= 2;
    if (family != address_family::ipv4 && family != address_family::ipv6) {
      line.put(": Address family ", family, " prefix");
      return;
    }
    const bool is_ipv4 = family == address_family::ipv4;
    require(line, length, 1);
    const unsigned bits = in.u8(0);
    const size_t size = (bits + 7) / 8;
    uint8_t address[16] = {};
    const std::string_view name = is_ipv4 ? ": IPv4 prefix " : ": IPv6 prefix ";
    if (bits > (is_ipv4 ? 32 : 128)) {
      line.put(name, "(invalid length)");
      return;
    }
    if (length - 1 < size) {
      line.put(name, "(invalid length)");
      throw Invalid{};
    }
    std::copy_n(in.at_least(1, size), size, address);
    line.put(name);
    if (is_ipv4)
      line.put(Ipv4Text{address});
    else
      line.put(Ipv6Text{address});
    line.put('/', bits);
  } else if (kind == 128) {
    print_pseudowire(line, in, length);
  }
}

/// What a TLV says; false where it is not known.
bool print_value(Line& line, uint16_t type, View in, size_t length) {
  switch (type) {
    case hello_parameters: {
      require(line, length, 4);
      const uint16_t flags = in.u16(2);
      line.put("\n\t      Hold Time: ", in.u16(0), "s, Flags: [", (flags & 0x8000) != 0 ? "Targeted" : "Link",
               " Hello");
      line.put((flags & 0x4000) != 0 ? ", Request for targeted Hellos" : "", ']');
      return true;
    }
    case ipv4_transport:
      require(line, length, 4);
      line.put("\n\t      IPv4 Transport Address: ", Ipv4Text{in.at_least(0, 4)});
      return true;
    case ipv6_transport:
      require(line, length, 16);
      line.put("\n\t      IPv6 Transport Address: ", Ipv6Text{in.at_least(0, 16)});
      return true;
    case configuration_sequence:
      require(line, length, 4);
      line.put("\n\t      Sequence Number: ", in.u32(0));
      return true;
    case address_list: print_address_list(line, in, length); return true;
    case session_parameters:
      require(line, length, 8);
      line.put("\n\t      Version: ", in.u16(0), ", Keepalive: ", in.u16(2), "s, Flags: [Downstream ",
               (in.u8(6) & 0x80) != 0 ? "On Demand" : "Unsolicited", ", Loop Detection ",
               (in.u8(6) & 0x40) != 0 ? "Enabled" : "Disabled", ']');
      return true;
    case forwarding_class: print_forwarding_class(line, in, length); return true;
    case generic_label:
      require(line, length, 4);
      line.put("\n\t      Label: ", in.u32(0) & 0xfffff);
      return true;
    case status: {
      require(line, length, 8);
      const uint32_t code = in.u32(0);
      const uint32_t message = in.u32(4);
      line.put("\n\t      Status: 0x", Hex{code & 0x3fffffff, 2}, ", Flags: [",
               (code & 0x80000000) != 0 ? "Fatal error" : "Advisory Notification", " and ",
               (code & 0x40000000) != 0 ? "do" : "don't", " forward]");
      if (message != 0) line.put(", causing Message ID: 0x", Hex{message, 8});
      return true;
    }
    case fault_tolerance: {
      require(line, length, 12);
      const uint16_t flags = in.u16(0);
      line.put("\n\t      Flags: [", (flags & 0x8000) != 0 ? "" : "No ", "Reconnect, ",
               (flags & 0x8) != 0 ? "" : "Don't ", "Save, ", (flags & 0x4) != 0 ? "" : "No ", "All-Label, ",
               (flags & 0x2) != 0 ? "Sequence Numbered Label" : "Sequence all Labels", ", ",
               (flags & 0x1) != 0 ? "" : "Don't ", "Re-Learn State]");
      if (in.u32(4) != 0) line.put(", Reconnect Timeout: ", in.u32(4), "ms");
      if (in.u32(8) != 0) line.put(", Recovery Time: ", in.u32(8), "ms");
      return true;
    }
    case mtu:
      require(line, length, 2);
      line.put("\n\t      MTU: ", in.u16(0));
      return true;
    default: return false;
  }
}

/// One TLV; returns its length, or 0 where what follows is none.
size_t print_tlv(Line& line, View in, size_t left) {
  if (left < tlv_header_length) return 0;
  const uint16_t word = in.u16(0);
  const size_t length = in.u16(2);
  if (length > left - tlv_header_length) {
    line.put("\n\t\t TLV contents go past end of message");
    return 0;
  }
  const uint16_t type = word & 0x3fff;
  line.put("\n\t    ", name_or(tlv_names, type, "Unknown"), " TLV (0x", Hex{type, 4}, "), length: ", length,
           ", Flags: [", (word & unknown_bit) != 0 ? "continue processing" : "ignore", " and ",
           (word & forward_bit) != 0 ? "do" : "don't", " forward if unknown]");
  const View value = in.from(tlv_header_length);
  try {
    if (!print_value(line, type, value, length) && line.options.verbose <= 1)
      append_hex(line, value.available(0, length), "\n\t      ");
  } catch (const Invalid&) {
    line.invalid();
  }
  return tlv_header_length + length;
}

/// The messages of a PDU, of which `left` bytes remain.
void print_messages(Line& line, View in, size_t left) {
  while (left > 0) {
    in.need(0, message_header_length);
    const uint16_t word = in.u16(0), type = word & 0x7fff;
    const size_t length = in.u16(2);
    const std::string_view name = name_or(message_names, type, "Unknown");
    line.put("\n\t  ", name, " Message (0x", Hex{type, 4}, "), length: ", length);
    if (length < message_header_length - 4) {
      line.put(" (too short, < 4)");
      throw Invalid{};
    }
    line.put(", Message ID: 0x", Hex{in.u32(4), 8}, ", Flags: [",
             (word & unknown_bit) != 0 ? "continue processing" : "ignore", " if unknown]");
    const size_t content = length - 4;
    in.need(0, length);  // tcpdump leaves out the four bytes of type and length here
    const View tlvs = in.from(message_header_length);
    const bool is_known = !find_name(message_names, type).empty();
    if (is_known && type != 0x0404) {
      View rest = tlvs;
      for (size_t remaining = content; remaining != 0;) {
        const size_t claimed = print_tlv(line, rest, remaining);
        if (claimed == 0) break;
        remaining -= claimed;
        rest = rest.from(claimed);
      }
    }
    if (!is_known || line.options.verbose > 1) append_hex(line, tlvs.available(0, length), "\n\t  ");
    in = in.from(message_header_length + content);
    left -= message_header_length + content;  // past the end, tcpdump reads on to the end of the packet
  }
}

void print(Line& line, View in) {
  line.protocol = "ldp";
  size_t left = in.length();
  while (left > header_length + message_header_length) {
    const Bytes header = in.bytes(0, header_length);
    const bool verbose = line.options.verbose > 0;
    if (version.read(header) != 1) {
      line.put(verbose ? "\n\t" : "", "LDP version ", version.read(header), " packet not supported");
      return;
    }
    const size_t claimed = pdu_length.read(header);
    if (claimed < header_length - 4) {
      line.put(verbose ? "\n\t" : "", "LDP, pdu-length: ", claimed, " (too short, < ", header_length - 4,
               ')');
      return;
    }
    line.put(verbose ? "\n\t" : "", "LDP, Label-Space-ID: ", Ipv4Text{header.data() + 4}, ':',
             label_space.read(header), ", pdu-length: ", claimed);
    if (verbose) try {
        print_messages(line, in.from(header_length), claimed - (header_length - 4));
      } catch (const Invalid&) {
        return;
      }
    if (claimed + 4 > left) return;
    in = in.from(claimed + 4);
    left -= claimed + 4;
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "ldp",
                                         .title = "Label Distribution Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::ldp
