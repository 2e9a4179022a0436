// The objects of RSVP messages.
#include <charconv>

#include "packet/hex_dump.h"
#include "protocols/link/ethertype_names.h"
#include "protocols/network/address_family_names.h"
#include "protocols/network/gmpls_names.h"
#include "protocols/network/rsvp/rsvp_names.h"
#include "protocols/network/rsvp/rsvp_parts.h"

namespace wiretale::rsvp {
namespace {

void require(size_t length, size_t least) {
  if (length < least) throw TooShort{};
}

double bandwidth(View in, size_t at) { return double{std::bit_cast<float>(in.u32(at)) * 8 / 1000000}; }

Ipv4Text four(View in, size_t at) { return Ipv4Text{in.at_least(at, 4)}; }
Ipv6Text six(View in, size_t at) { return Ipv6Text{in.at_least(at, 16)}; }

bool print_session(Line& line, uint8_t type, View in, size_t length, std::string_view row) {
  switch (type) {
    case ipv4:
      require(length, 8);
      line.put(row, "  IPv4 DestAddress: ", four(in, 0), ", Protocol ID: 0x", Hex{in.u8(4), 2});
      line.put(row, "  Flags: [0x", Hex{in.u8(5), 2}, "], DestPort ", in.u16(6));
      return true;
    case ipv6:
      require(length, 20);
      line.put(row, "  IPv6 DestAddress: ", six(in, 0), ", Protocol ID: 0x", Hex{in.u8(16), 2});
      line.put(row, "  Flags: [0x", Hex{in.u8(17), 2}, "], DestPort ", in.u16(18));
      return true;
    case 14:
      require(length, 26);
      line.put(row, "  IPv6 P2MP LSP ID: 0x", Hex{in.u32(0), 8}, ", Tunnel ID: 0x", Hex{in.u16(6), 4},
               ", Extended Tunnel ID: ", six(in, 8));
      return true;
    case 13:
    case tunnel_ipv4:
    case uni_ipv4:
      require(length, 12);
      line.put(row, type == 13 ? "  IPv4 P2MP LSP ID: " : "  IPv4 Tunnel EndPoint: ", four(in, 0),
               ", Tunnel ID: 0x", Hex{in.u16(6), 4}, ", Extended Tunnel ID: ", four(in, 8));
      return true;
    default: return false;
  }
}

/// FILTER_SPEC and SENDER_TEMPLATE: who sends.
bool print_sender(Line& line, uint8_t object, uint8_t type, View in, size_t length, std::string_view row) {
  switch (type) {
    case ipv4:
      require(length, 8);
      line.put(row, "  Source Address: ", four(in, 0), ", Source Port: ", in.u16(6));
      return true;
    case ipv6:
      require(length, 20);
      line.put(row, "  Source Address: ", six(in, 0), ", Source Port: ", in.u16(18));
      return true;
    case ipv6_flow:
      if (object != filter_spec) return false;
      require(length, 20);
      line.put(row, "  Source Address: ", six(in, 0), ", Flow Label: ", in.u24(17));
      return true;
    case tunnel_ipv4:
      require(length, 8);
      line.put(row,
               object == filter_spec ? "  Source Address: " : "  IPv4 Tunnel Sender Address: ", four(in, 0),
               ", LSP-ID: 0x", Hex{in.u16(6), 4});
      return true;
    case 12:
      require(length, 16);
      line.put(row, "  IPv4 Tunnel Sender Address: ", four(in, 0), ", LSP ID: 0x", Hex{in.u16(6), 4}, row,
               "  Sub-Group Originator ID: ", four(in, 8), ", Sub-Group ID: 0x", Hex{in.u16(14), 4});
      return true;
    case 13:
      require(length, 40);
      line.put(row, "  IPv6 Tunnel Sender Address: ", six(in, 0), ", LSP ID: 0x", Hex{in.u16(18), 4}, row,
               "  Sub-Group Originator ID: ", six(in, 20), ", Sub-Group ID: 0x", Hex{in.u16(38), 4});
      return true;
    default: return false;
  }
}

bool print_error(Line& line, uint8_t type, View in, size_t length, std::string_view row) {
  if (type < 1 || type > 4) return false;
  const size_t size = type == 1 || type == 3 ? 4 : 16;
  require(length, size + 4);
  const uint8_t code = in.u8(size + 1);
  const uint16_t value = in.u16(size + 2);
  line.put(row, "  Error Node Address: ");
  if (size == 4)
    line.put(four(in, 0));
  else
    line.put(six(in, 0));
  line.put(", Flags: [0x", Hex{in.u8(size), 2}, ']', row, "  Error Code: ", name_or(errors, code, "unknown"),
           " (", code, ')');
  if (code == 24 || code == 28)
    line.put(", Error Value: ", name_or(code == 24 ? routing_errors : diffserv_errors, value, "Unknown"),
             " (", value, ')');
  else
    line.put(", Unknown Error Value (", value, ')');
  return true;
}

bool print_label(Line& line, uint8_t type, View in, size_t length, std::string_view row) {
  switch (type) {
    case 1:
      for (size_t at = 0, i = 1; at + 4 <= length; at += 4, ++i) {
        line.put(row, "  Label");
        if (length > 4) line.put(' ', i);
        line.put(": ", in.u32(at));
      }
      return true;
    case 2:
      require(length, 4);
      line.put(row, "  Generalized Label: ", in.u32(0));
      return true;
    case 3:
      require(length, 12);
      line.put(row, "  Waveband ID: ", in.u32(0), row, "  Start Label: ", in.u32(4),
               ", Stop Label: ", in.u32(8));
      return true;
    default: return false;
  }
}

bool print_label_request(Line& line, uint8_t type, View in, size_t length, std::string_view row) {
  constexpr Name lengths[] = {{0, "10 bit"}, {2, "23 bit"}};
  const auto put_protocol = [&] {
    line.put(row, "  L3 Protocol ID: ", NamedHex{ethertype_names, in.u16(2), "Unknown Protocol (0x", ")", 4});
  };
  switch (type) {
    case 1:
      if (length != 4) require(length, 4);
      put_protocol();
      return true;
    case 2:
      require(length, 12);
      put_protocol();
      line.put((in.u8(4) & 0x80) != 0 ? ",no merge capability" : "", row,
               "  Minimum VPI/VCI: ", in.u16(4) & 0xfff, '/', in.u16(6) & 0xfff);
      line.put(row, "  Maximum VPI/VCI: ", in.u16(8) & 0xfff, '/', in.u16(10) & 0xfff);
      return true;
    case 3:
      require(length, 12);
      put_protocol();
      line.put(row, "  Minimum/Maximum DLCI: ", in.u32(4) & 0x7fffff, '/', in.u32(8) & 0x7fffff, ", ",
               name_or(lengths, in.u16(4) >> 7 & 3u, ""), " DLCI");
      return true;
    case 4:
      require(length, 4);
      line.put(row, "  LSP Encoding Type: ", name_or(gmpls_encodings, in.u8(0), "Unknown"), " (", in.u8(0),
               ')');
      line.put(row, "  Switching Type: ", name_or(gmpls_switchings, in.u8(1), "Unknown"), " (", in.u8(1),
               "), Payload ID: Unknown (0x", Hex{in.u16(2), 4}, ')');
      return true;
    default: return false;
  }
}

/// EXPLICIT_ROUTE and RECORD_ROUTE (RFC 3209 4.3, 4.4).
bool print_route(Line& line, uint8_t object, uint8_t type, View in, size_t length, std::string_view row) {
  if (type != 1) return false;
  while (length != 0) {
    in.need(0, 4);
    const uint8_t byte = in.u8(0), kind = byte & 0x7f;
    const size_t size = in.u8(1);
    line.put(row, "  Subobject Type: ", Named{hop_kinds, kind, "Unknown ", ""}, ", length ", size);
    if (size == 0) {
      line.put(row, "  ERROR: zero length ERO subtype");
      break;
    }
    if (kind == 1) {
      if (size != 8) {
        line.put(" ERROR: length != 8");
        throw Invalid{};
      }
      in.need(0, 8);
      if (in.u8(6) != 32) {
        line.put(" ERROR: Prefix length ", in.u8(6), " != 32");
        throw Invalid{};
      }
      const bool is_loose = object == explicit_route && (byte & 0x80) != 0;
      line.put(is_loose ? ", Loose, " : ", Strict, ", four(in, 2), '/', in.u8(6), ", Flags: [",
               NamedBits{hop_flags, in.u8(7)}, ']');
    } else if (kind == 3) {
      if (size < 8) {
        line.put(" ERROR: length < 8");
        throw Invalid{};
      }
      constexpr Name flags[] = {{1, "Global"}};
      in.need(0, 8);
      const uint8_t label_type = in.u8(3);
      line.put(", Flags: [", Named{flags, in.u8(2), "unknown", ""}, "] (0x", Hex{in.u8(2)},
               "), Class-Type: ", name_or(class_types, explicit_route << 8 | label_type, "Unknown"), " (",
               label_type, "), ", in.u32(4));
    }
    if (size > length) break;
    in = in.from(size);
    length -= size;
  }
  return true;
}

/// The integrated services objects (RFC 2210): services with parameters, which count in words.
bool print_services(Line& line, uint8_t type, View in, size_t length, std::string_view row) {
  if (type != 2) return false;
  require(length, 4);
  line.put(row, "  Msg-Version: ", in.u8(0) >> 4, ", length: ", in.u16(2) << 2);
  in = in.from(4);
  length -= 4;
  while (length >= 4) {
    const uint8_t service = in.u8(0);
    const size_t words = size_t{in.u16(2)} * 4;
    line.put(row, "  Service Type: ", name_or(services, service, "unknown"), " (", service, "), break bit ",
             (in.u8(1) & 0x80) != 0 ? "" : "not ", "set, Service length: ", words);
    in = in.from(4);
    length -= 4;
    for (size_t left = words; left >= 4 && length >= 4;) {
      const uint8_t parameter = in.u8(0);
      const size_t size = size_t{in.u16(2)} * 4;
      line.put(row, "    Parameter ID: ", name_or(parameters, parameter, "unknown"), " (", parameter,
               "), length: ", size, ", Flags: [0x", Hex{in.u8(1), 2}, ']');
      const View value = in.from(4);
      switch (parameter) {
        case 4:
          if (size == 4) line.put(row, "\tIS hop count: ", value.u32(0));
          break;
        case 6:
          if (size != 4) break;
          line.put(row, "\tPath b/w estimate: ");
          put_general(line, bandwidth(value, 0));
          line.put(" Mbps");
          break;
        case 8:
          if (size != 4) break;
          line.put(row, "\tMinimum path latency: ");
          if (value.u32(0) == 0xffffffff)
            line.put("don't care");
          else
            line.put(value.u32(0));
          break;
        case 10:
          if (size == 4) line.put(row, "\tComposed MTU: ", value.u32(0), " bytes");
          break;
        case 127:
          if (size != 20) break;
          line.put(row, "\tToken Bucket Rate: ");
          put_general(line, bandwidth(value, 0));
          line.put(" Mbps", row, "\tToken Bucket Size: ");
          put_general(line, std::bit_cast<float>(value.u32(4)));
          line.put(" bytes", row, "\tPeak Data Rate: ");
          put_general(line, bandwidth(value, 8));
          line.put(" Mbps", row, "\tMinimum Policed Unit: ", value.u32(12), " bytes", row,
                   "\tMaximum Packet Size: ", value.u32(16), " bytes");
          break;
        case 130:
          if (size != 8) break;
          line.put(row, "\tRate: ");
          put_general(line, bandwidth(value, 0));
          line.put(" Mbps", row, "\tSlack Term: ", value.u32(4));
          break;
        case 133:
        case 134:
        case 135:
        case 136:
          if (size == 4) line.put(row, "\tValue: ", value.u32(0));
          break;
        default:
          if (line.options.verbose <= 1)
            append_hex(line, value.available(0, std::min(size, length - 4)), "\n\t    ");
          break;
      }
      const size_t step = std::min(size + 4, length);
      in = in.from(step);
      length -= step;
      left -= std::min(left, size + 4);
    }
  }
  return true;
}

bool print_user_network(Line& line, uint8_t type, View in, size_t length, std::string_view row) {
  if (type != 1) return false;
  while (length != 0) {
    require(length, 4);
    in.need(0, 4);
    const size_t size = in.u16(0);
    const uint8_t kind = in.u8(2), family = in.u8(3);
    line.put(row, "  Subobject Type: ", name_or(user_network_kinds, kind, "Unknown"), " (", kind,
             "), AF: ", name_or(address_family_names, family, "Unknown"), " (", family, "), length: ", size);
    if (size < 4 || size > length) throw Invalid{};
    in.need(0, size);
    if (kind == 1 || kind == 2) {
      if (family == 1 && size >= 8)
        line.put(row, "    UNI IPv4 TNA address: ", four(in, 4));
      else if (family == 2 && size >= 20)
        line.put(row, "    UNI IPv6 TNA address: ", six(in, 4));
    }
    in = in.from(size);
    length -= size;
  }
  return true;
}

void print_message_ids(Line& line, View in, size_t length, std::string_view row) {
  require(length, 8);
  line.put(row, "  Flags [0x", Hex{in.u8(0), 2}, "], epoch: ", in.u24(1));
  for (size_t at = 4; at + 4 <= length; at += 4)
    line.put(row, "    Message-ID 0x", Hex{in.u32(at), 8}, " (", in.u32(at), ')');
}

bool print_fast_reroute(Line& line, uint8_t type, View in, size_t length, std::string_view row) {
  if (type != 1 && type != tunnel_ipv4) return false;
  require(length, type == 1 ? 20 : 16);
  line.put(row, "  Setup Priority: ", in.u8(0), ", Holding Priority: ", in.u8(1), ", Hop-limit: ", in.u8(2),
           ", Bandwidth: ");
  put_general(line, bandwidth(in, 4));
  line.put(" Mbps", row);
  if (type == 1)
    line.put("  Include-any: 0x", Hex{in.u32(8), 8}, ", Exclude-any: 0x", Hex{in.u32(12), 8},
             ", Include-all: 0x", Hex{in.u32(16), 8});
  else
    line.put("  Include Colors: 0x", Hex{in.u32(8), 8}, ", Exclude Colors: 0x", Hex{in.u32(12), 8});
  return true;
}

/// RFC 2747 3.
bool print_integrity(Line& line, View in, size_t length, std::string_view row) {
  require(length, 32);
  line.put(row, "  Key-ID 0x", Hex{in.u16(2), 4}, Hex{in.u32(4), 8}, ", Sequence 0x", Hex{in.u32(8), 8},
           Hex{in.u32(12), 8}, ", Flags [", (in.u8(0) & 0x80) != 0 ? "Handshake" : "none", "]");
  line.put(row, "  MD5-sum 0x", Hex{in.u32(16), 8}, Hex{in.u32(20), 8}, Hex{in.u32(24), 8},
           Hex{in.u32(28), 8}, "  (unchecked)");
  return true;
}

}  // namespace

void put_general(Line& line, double value) {
  char text[40];
  const auto [end, error] = std::to_chars(text, text + sizeof text, value, std::chars_format::general, 10);
  line.put(std::string_view{text, static_cast<size_t>(end - text)});
}

bool print_object(Line& line, uint8_t object, uint8_t type, View in, size_t length, std::string_view row) {
  switch (object) {
    case session: return print_session(line, type, in, length, row);
    case confirm:
    case notify_request: {
      if (type != ipv4 && type != ipv6) return false;
      require(length, type == ipv4 ? 4 : 16);
      const std::string_view what = object == confirm ? " Receiver Address: " : " Notify Node Address: ";
      if (type == ipv4)
        line.put(row, "  IPv4", what, four(in, 0));
      else
        line.put(row, "  IPv6", what, six(in, 0));
      return true;
    }
    case label:
    case upstream_label:
    case suggested_label:
    case recovery_label: return print_label(line, type, in, length, row);
    case style:
      if (type != 1) return false;
      require(length, 4);
      line.put(row, "  Reservation Style: ", name_or(styles, in.u24(1), "Unknown"), ", Flags: [0x",
               Hex{in.u8(0), 2}, ']');
      return true;
    case sender_template:
    case filter_spec: return print_sender(line, object, type, in, length, row);
    case label_request: return print_label_request(line, type, in, length, row);
    case explicit_route:
    case record_route: return print_route(line, object, type, in, length, row);
    case hello:
      if (type != 1 && type != 2) return false;
      require(length, 8);
      line.put(row, "  Source Instance: 0x", Hex{in.u32(0), 8}, ", Destination Instance: 0x",
               Hex{in.u32(4), 8});
      return true;
    case restart_capability:
      if (type != 1) return false;
      require(length, 8);
      line.put(row, "  Restart  Time: ", in.u32(0), "ms, Recovery Time: ", in.u32(4), "ms");
      return true;
    case capability:
      if (type != 1) return false;
      require(length, 4);
      if ((in.u32(0) & ~uint32_t{7}) != 0)
        line.put(row, "  [reserved=0x", Hex{in.u32(0) & ~uint32_t{7}, 8}, " must be zero]");
      line.put(row, "  Flags: [", NamedBits{capabilities, in.u32(0)}, ']');
      return true;
    case session_attribute:
      if (type != tunnel_ipv4) return false;
      require(length, 4);
      require(length, size_t{4} + in.u8(3));
      line.put(row, "  Session Name: ");
      for (size_t i = 0; i < in.u8(3); ++i) line.put(CaretNotation{in.bytes(4 + i, 1)});
      line.put(row, "  Setup Priority: ", in.u8(0), ", Holding Priority: ", in.u8(1), ", Flags: [",
               NamedBits{session_flags, in.u8(2)}, "] (0x", Hex{in.u8(2)}, ')');
      return true;
    case user_network: return print_user_network(line, type, in, length, row);
    case hop: {
      if (type < 1 || type > 4) return false;
      const size_t size = type == 1 || type == 3 ? 4 : 16;
      require(length, size + 4);
      line.put(row, "  Previous/Next Interface: ");
      if (size == 4)
        line.put(four(in, 0));
      else
        line.put(six(in, 0));
      line.put(", Logical Interface Handle: 0x", Hex{in.u32(size), 8});
      return type < 3;
    }
    case time_values:
      if (type != 1) return false;
      require(length, 4);
      line.put(row, "  Refresh Period: ", in.u32(0), "ms");
      return true;
    case sender_tspec:
    case adspec:
    case flowspec: return print_services(line, type, in, length, row);
    case error_spec: return print_error(line, type, in, length, row);
    case fast_reroute: return print_fast_reroute(line, type, in, length, row);
    case detour:
      if (type != tunnel_ipv4) return false;
      for (; length >= 8; length -= 8, in = in.from(8))
        line.put(row, "  PLR-ID: ", four(in, 0), ", Avoid-Node-ID: ", four(in, 4));
      return true;
    case class_type:
    case class_type_old:
      if (type != 1) return false;
      require(length, 4);
      line.put(row, "  CT: ", in.u32(0) & 7);
      return true;
    case message_id:
    case message_id_list:
      if (type != 1) return false;
      print_message_ids(line, in, length, row);
      return true;
    case message_id_ack:
      if (type != 1 && type != 2) return false;
      print_message_ids(line, in, length, row);
      return true;
    case integrity: return type == 1 && print_integrity(line, in, length, row);
    case admin_status:
      if (type != 1) return false;
      require(length, 4);
      line.put(row, "  Flags [", NamedBits{admin_flags, in.u32(0)}, ']');
      return true;
    case label_set:
      if (type != 1) return false;
      require(length, 4);
      line.put(row, "  Action: ", name_or(label_actions, in.u8(0), "Unknown"), " (", in.u8(0),
               "), Label type: ", in.u16(2) & 0x3f);
      if (in.u8(0) < 2)
        for (size_t at = 4, i = 1; at + 4 <= length; at += 4, ++i)
          line.put(row, "  Subchannel #", i, ": ", in.u32(at));
      else if (length >= 8)
        line.put(row, "  Start range: ", in.u32(4));
      return true;
    case sub_lsp:
      if (type != ipv4 && type != ipv6) return false;
      require(length, type == ipv4 ? 4 : 16);
      line.put(row, "  Sub-LSP destination address: ");
      if (type == ipv4)
        line.put(four(in, 0));
      else
        line.put(six(in, 0));
      return true;
    default: return false;
  }
}

}  // namespace wiretale::rsvp
