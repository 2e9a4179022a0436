// LSP ping (RFC 4379): do labelled packets arrive where they should, and which way do they take?
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/application/ntp_time.h"
#include "protocols/catalog.h"
#include "protocols/network/l2vpn_encapsulation_names.h"

namespace wiretale::lsp_ping {
namespace {

constexpr Name message_name_table[] = {{1, "MPLS Echo Request"}, {2, "MPLS Echo Reply"}};
constexpr Names message_names = message_name_table;
constexpr Name reply_mode_table[] = {{1, "Do not reply"},
                                     {2, "Reply via an IPv4/IPv6 UDP packet"},
                                     {3, "Reply via an IPv4/IPv6 UDP packet with Router Alert"},
                                     {4, "Reply via application level control channel"}};
constexpr Names reply_modes = reply_mode_table;
constexpr Name return_code_table[] = {{0, "No return code or return code contained in the Error Code TLV"},
                                      {1, "Malformed echo request"},
                                      {2, "One or more of the TLVs was not understood"},
                                      {3, "Replying router is an egress for the FEC at stack depth"},
                                      {4, "No mapping for the FEC at stack depth"},
                                      {8, "Label switched at stack depth"},
                                      {9, "Label switched but no MPLS forwarding at stack depth"},
                                      {10, "Mapping for this FEC is not the given label at stack depth"},
                                      {11, "No label entry at stack depth"}};
constexpr Names return_codes = return_code_table;

constexpr Field version{"mpls_echo.version", "Version", bytes(0, 2)};
constexpr Field flags{"mpls_echo.flags", "Global Flags", bytes(2, 2), Type::Uint16, Show::Hex};
constexpr Field type{"mpls_echo.msg_type", "Message Type", bytes(4, 1),
                     Type::Uint8,          Show::Decimal,  message_names};
constexpr Field reply_mode{"mpls_echo.reply_mode", "Reply Mode", bytes(5, 1), Type::Uint8,
                           Show::Decimal,          reply_modes};
constexpr Field return_code{"mpls_echo.return_code", "Return Code", bytes(6, 1), Type::Uint8,
                            Show::Decimal,           return_codes};
constexpr Field return_subcode{"mpls_echo.return_subcode", "Return Subcode", bytes(7, 1)};
constexpr Field sender{"mpls_echo.sender_handle", "Sender's Handle", bytes(8, 4), Type::Uint32, Show::Hex};
constexpr Field sequence{"mpls_echo.sequence", "Sequence Number", bytes(12, 4)};
constexpr const Field* fields[] = {&version,     &flags,          &type,   &reply_mode,
                                   &return_code, &return_subcode, &sender, &sequence};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 3503}};

constexpr size_t header_length = 32, tlv_header_length = 4;
enum Tlv : uint16_t { target_stack = 1, downstream_mapping = 2, vendor = 5, bfd_discriminator = 15 };
constexpr Name tlv_names[] = {{target_stack, "Target FEC Stack"},
                              {downstream_mapping, "Downstream Mapping"},
                              {3, "Pad"},
                              {vendor, "Vendor Enterprise Code"},
                              {7, "Interface Label Stack"},
                              {9, "Error Code"},
                              {10, "Reply TOS Byte"},
                              {bfd_discriminator, "BFD Discriminator"}};
constexpr Name target_names[] = {{1, "LDP IPv4 prefix"},
                                 {2, "LDP IPv6 prefix"},
                                 {3, "RSVP IPv4 Session Query"},
                                 {4, "RSVP IPv6 Session Query"},
                                 {5, "Reserved"},
                                 {6, "VPN IPv4 prefix"},
                                 {7, "VPN IPv6 prefix"},
                                 {8, "L2 VPN endpoint"},
                                 {9, "FEC 128 pseudowire (old)"},
                                 {10, "FEC 128 pseudowire"},
                                 {12, "BGP labeled IPv4 prefix"},
                                 {13, "BGP labeled IPv6 prefix"}};
constexpr Name address_type_names[] = {{1, "IPv4"}, {2, "Unnumbered IPv4"}, {3, "IPv6"}, {4, "IPv6"}};

/// What tcpdump says of each return code, with the stack depth in its sentence.
void put_return_code(Line& line, uint8_t code, uint8_t depth) {
  const auto sentence = [&](std::string_view before, std::string_view after = {}) {
    line.put(before, depth, after);
  };
  switch (code) {
    case 0: line.put("No return code or return code contained in the Error Code TLV"); break;
    case 1: line.put("Malformed echo request received"); break;
    case 2: line.put("One or more of the TLVs was not understood"); break;
    case 3: sentence("Replying router is an egress for the FEC at stack depth "); break;
    case 4: sentence("Replying router has no mapping for the FEC at stack depth "); break;
    case 5:
    case 6:
    case 7: line.put("Reserved"); break;
    case 8: sentence("Label switched at stack-depth "); break;
    case 9: sentence("Label switched but no MPLS forwarding at stack-depth "); break;
    case 10: sentence("Mapping for this FEC is not the given label at stack depth "); break;
    case 11: sentence("No label entry at stack-depth "); break;
    case 12: sentence("Protocol not associated with interface at FEC stack depth "); break;
    case 13: line.put("Premature termination of ping due to label stack shrinking to a single label"); break;
    default: line.put("unknown"); break;
  }
  line.put(" (", code, ')');
}

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.trouble = version.read(header) == 1 ? Trouble::None : Trouble::Malformed};
}

/// The length that each kind of target must have, or 0.
size_t target_length(uint16_t target) {
  switch (target) {
    case 1:
    case 12: return 5;
    case 2:
    case 13: return 17;
    case 3: return 20;
    case 4: return 56;
    case 6: return 13;
    case 7: return 25;
    case 8:
    case 10: return 14;
    case 9: return 10;
    default: return 0;
  }
}

/// A route distinguisher as RFC 4364 4.2 types it.
void put_route_distinguisher(Line& line, View in) {
  switch (in.u16(0)) {
    case 0: line.put(in.u16(2), ':', in.u32(4), " (= ", Ipv4Text{in.at_least(4, 4)}, ')'); break;
    case 1: line.put(Ipv4Text{in.at_least(2, 4)}, ':', in.u16(6)); break;
    case 2: line.put(in.u16(2), '.', in.u16(4), ':', in.u16(6), " (", in.u32(2), ':', in.u16(6), ')'); break;
    default: line.put("unknown RD format"); break;
  }
}

/// False where the target is not known.
bool print_target(Line& line, uint16_t target, View in) {
  constexpr std::string_view row = "\n\t      ";
  switch (target) {
    case 1:
    case 12: line.put(row, Ipv4Text{in.at_least(0, 4)}, '/', in.u8(4)); return true;
    case 2:
    case 13: line.put(row, Ipv6Text{in.at_least(0, 16)}, '/', in.u8(16)); return true;
    case 3:
      line.put(row, "tunnel end-point ", Ipv4Text{in.at_least(0, 4)}, ", tunnel sender ",
               Ipv4Text{in.at_least(12, 4)}, ", lsp-id 0x", Hex{in.u16(18), 4}, row, "tunnel-id 0x",
               Hex{in.u16(6), 4}, ", extended tunnel-id ", Ipv4Text{in.at_least(8, 4)});
      return true;
    case 4:
      line.put(row, "tunnel end-point ", Ipv6Text{in.at_least(0, 16)}, ", tunnel sender ",
               Ipv6Text{in.at_least(36, 16)}, ", lsp-id 0x", Hex{in.u16(54), 4}, row, "tunnel-id 0x",
               Hex{in.u16(18), 4}, ", extended tunnel-id ", Ipv6Text{in.at_least(20, 16)});
      return true;
    case 6:
      line.put(row, "RD: ");
      put_route_distinguisher(line, in);
      line.put(", ", Ipv4Text{in.at_least(8, 4)}, '/', in.u8(12));
      return true;
    case 7:
      line.put(row, "RD: ");
      put_route_distinguisher(line, in);
      line.put(", ", Ipv6Text{in.at_least(8, 16)}, '/', in.u8(24));
      return true;
    case 8:
      line.put(row, "RD: ");
      put_route_distinguisher(line, in);
      line.put(", Sender VE ID: ", in.u16(8), ", Receiver VE ID: ", in.u16(10));
      return true;
    case 9:
      line.put(row, "Remote PE: ", Ipv4Text{in.at_least(0, 4)}, row, "PW ID: 0x", Hex{in.u32(4), 8},
               ", PW Type: ", name_or(l2vpn_encapsulations, in.u16(8), "unknown"), " (", in.u16(8), ')');
      return true;
    case 10:
      line.put(row, "Sender PE: ", Ipv4Text{in.at_least(0, 4)}, ", Remote PE: ", Ipv4Text{in.at_least(4, 4)},
               row, "PW ID: 0x", Hex{in.u32(8), 8},
               ", PW Type: ", name_or(l2vpn_encapsulations, in.u16(12), "unknown"), " (", in.u16(12), ')');
      return true;
    default: return false;
  }
}

void print_targets(Line& line, View in, size_t left) {
  while (left != 0) {
    if (left < tlv_header_length) {
      line.put("\n\t      TLV is too short");
      return;
    }
    const uint16_t target = in.u16(0);
    const size_t length = in.u16(2);
    const View value = in.from(tlv_header_length);
    if (left < length + tlv_header_length) {
      line.put("\n\t      TLV is too short");
      return;
    }
    line.put("\n\t    ", name_or(target_names, target, "Unknown"), " subTLV (", target,
             "), length: ", length);
    value.need(0, length);
    bool is_known = true;
    if (target_length(target) != 0 && length != target_length(target))
      line.put("\n\t      invalid subTLV length, should be ", target_length(target)), is_known = false;
    else
      is_known = print_target(line, target, value);
    if (line.options.verbose > 1 || !is_known) append_hex(line, value.available(0, length), "\n\t      ");
    const size_t padded = (length + 3) & ~size_t{3};
    // tcpdump counts the header but does not step over it.
    in = in.from(padded);
    if (left < tlv_header_length + padded) {
      line.put("\n\t\t packet is too short");
      return;
    }
    left -= tlv_header_length + padded;
  }
}

/// False where the TLV is too short; the hexadecimal form follows in any case.
void print_mapping(Line& line, View in, size_t length) {
  constexpr std::string_view row = "\n\t    ";
  if (length < 4) {
    line.put("\n\t      TLV is too short");
    return;
  }
  const uint8_t kind = in.u8(2);
  line.put(row, "MTU: ", in.u16(0), ", Address-Type: ", name_or(address_type_names, kind, "unknown"), " (",
           kind, ')');
  const bool is_ipv6 = kind == 3 || kind == 4, is_numbered = kind == 1 || kind == 3;
  if (kind < 1 || kind > 4) return;
  const size_t size = is_ipv6 ? 16 : 4, interface_size = is_numbered ? size : 4;
  if (length < 4 + size + interface_size) {
    line.put("\n\t      TLV is too short");
    return;
  }
  line.put(row, "Downstream IP: ");
  if (is_ipv6)
    line.put(Ipv6Text{in.at_least(4, 16)});
  else
    line.put(Ipv4Text{in.at_least(4, 4)});
  if (!is_numbered)
    line.put(row, "Downstream Interface Index: 0x", Hex{in.u32(4 + size), 8});
  else if (is_ipv6)
    line.put(row, "Downstream Interface IP: ", Ipv6Text{in.at_least(20, 16)});
  else
    line.put(row, "Downstream Interface IP: ", Ipv4Text{in.at_least(8, 4)});
  if (length < 4 + size + interface_size + 4) line.put("\n\t      TLV is too short");
}

void print_tlvs(Line& line, View in, size_t left) {
  while (left > 0) {
    if (left < tlv_header_length) {
      line.put("\n\t\t packet is too short");
      return;
    }
    const uint16_t tlv = in.u16(0);
    const size_t length = in.u16(2);
    const View value = in.from(tlv_header_length);
    if (length != 0 || tlv != 0)
      line.put("\n\t  ", name_or(tlv_names, tlv, "Unknown"), " TLV (", tlv, "), length: ", length);
    if (left < tlv_header_length + length) {
      line.put("\n\t\t packet is too short");
      return;
    }
    value.need(0, length);
    bool shows_bytes = false;
    switch (tlv) {
      case target_stack: print_targets(line, value, length); break;
      case downstream_mapping:
        print_mapping(line, value, length);
        shows_bytes = true;
        break;
      case bfd_discriminator:
        if (length == 0) break;
        if (length < 4) {
          line.put("\n\t      TLV is too short");
          shows_bytes = true;
        } else {
          line.put("\n\t    BFD Discriminator 0x", Hex{value.u32(0), 8});
        }
        break;
      case vendor:
        if (length < 4) {
          line.put("\n\t      TLV is too short");
          shows_bytes = true;
        } else {
          line.put("\n\t    Vendor: Unknown (0x", Hex{value.u32(0), 4}, ')');
        }
        break;
      default: shows_bytes = line.options.verbose <= 1; break;
    }
    if (line.options.verbose > 1 || shows_bytes) append_hex(line, value.available(0, length), "\n\t    ");
    const size_t padded = (length + 3) & ~size_t{3};
    if (left < tlv_header_length + padded) {
      line.put("\n\t\t packet is too short");
      return;
    }
    in = value.from(padded);
    left -= tlv_header_length + padded;
  }
}

void print(Line& line, View in) {
  line.protocol = "lspping";
  const size_t length = in.length();
  if (length < header_length) {
    line.put(" packet is too short");
    return;
  }
  const Bytes header = in.bytes(0, header_length);
  if (version.read(header) != 1) {
    line.put("LSP-PING version ", version.read(header), " packet not supported");
    return;
  }
  const Named message{message_names, type.read(header), "unknown (", ")"};
  if (line.options.verbose < 1) {
    line.put("LSP-PINGv1, ", message, ", seq ", sequence.read(header), ", length: ", length);
    return;
  }
  line.put("\n\tLSP-PINGv1, msg-type: ", name_or(message_names, type.read(header), "unknown"), " (",
           type.read(header), "), length: ", length,
           "\n\t  reply-mode: ", name_or(reply_modes, reply_mode.read(header), "unknown"), " (",
           reply_mode.read(header), ')');
  line.put("\n\t  Return Code: ");
  put_return_code(line, header[6], header[7]);
  line.put("\n\t  Return Subcode: (", header[7], ")\n\t  Sender Handle: 0x", Hex{sender.read(header), 8},
           ", Sequence: ", sequence.read(header), "\n\t  Sender Timestamp: ");
  const auto put_time = [&](size_t at) {
    if (in.u32(at) == 0 && in.u32(at + 4) == 0)
      line.put("no timestamp");
    else
      ntp::put_ntp_time(line, ntp::time_stamp(in, at));
  };
  put_time(16);
  line.put(" Receiver Timestamp: ");
  put_time(24);
  print_tlvs(line, in.from(header_length), length - header_length);
}

}  // namespace

extern constinit const Protocol protocol{.name = "mpls-echo",
                                         .title = "Multiprotocol Label Switching Echo",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::lsp_ping
