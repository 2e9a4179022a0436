// LMP (RFC 4204): the links between two optical nodes, told, verified and watched.
#include <bit>

#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/application/lmp_names.h"
#include "protocols/catalog.h"
#include "protocols/network/gmpls_names.h"

namespace wiretale::lmp {
namespace {

constexpr Field version{"lmp.version", "LMP Version", bits(0, 4).with_mask(0)};
constexpr Field flags{"lmp.hdr.flags", "LMP Header - Flags", bytes(2, 1), Type::Uint8, Show::Hex};
constexpr Field message{"lmp.msg", "Message Type", bytes(3, 1), Type::Uint8, Show::Decimal, messages};
constexpr Field length{"lmp.hdr.length", "LMP Header - Length", bytes(4, 2)};
constexpr const Field* fields[] = {&version, &flags, &message, &length};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 701}};

constexpr size_t header_length = 8, object_header_length = 4, subobject_header_length = 4;

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

std::string_view or_unknown(std::string_view name) { return name.empty() ? "Unknown" : name; }

/// What became of an object's contents.
enum class Contents : uint8_t {
  known,
  unknown,      ///< shown in hexadecimal
  wrong_length  ///< for this class and type
};

double megabits_per_second(View in, size_t at) {
  return double{std::bit_cast<float>(in.u32(at)) * 8 / 1000000};
}

enum class Family : uint8_t { ipv4 = 1, ipv6 = 2, unnumbered = 3 };
constexpr size_t identifier_length(Family family) { return family == Family::ipv6 ? 16 : 4; }

/// An address or a number; behind it in parentheses its first four bytes.
void put_identifier(Line& line, View in, size_t at, Family family) {
  switch (family) {
    case Family::ipv4: line.put(Ipv4Text{in.at_least(at, 4)}); break;
    case Family::ipv6: line.put(Ipv6Text{in.at_least(at, 16)}); break;
    case Family::unnumbered: line.put(in.u32(at)); break;
  }
  line.put(" (0x", Hex{in.u32(at), 8}, ')');
}

/// The ends of a link: `subject` is "Link-ID" or "Interface ID".
void print_ends(Line& line, View in, Family family, std::string_view subject) {
  line.put("\n\t    Local ", subject, ": ");
  put_identifier(line, in, 4, family);
  line.put("\n\t    Remote ", subject, ": ");
  put_identifier(line, in, 4 + identifier_length(family), family);
}

Contents print_link_identifier(Line& line, View in, uint8_t type) {
  const Family family = type <= 2 ? Family::ipv4 : type <= 4 ? Family::ipv6 : Family::unnumbered;
  if (in.length() != identifier_length(family)) return Contents::wrong_length;
  line.put(family == Family::ipv4   ? "\n\t    IPv4 Link ID: "
           : family == Family::ipv6 ? "\n\t    IPv6 Link ID: "
                                    : "\n\t    Link ID: ");
  put_identifier(line, in, 0, family);
  return Contents::known;
}

Contents print_verify_begin(Line& line, View in) {
  if (in.length() != 20) return Contents::wrong_length;
  line.put("\n\t    Flags: ", NamedBits{verify_flags, in.u16(0)});
  line.put("\n\t    Verify Interval: ", in.u16(2));
  line.put("\n\t    Data links: ", in.u32(4));
  line.put("\n\t    Encoding type: ", or_unknown(find_name(gmpls_encodings, in.u8(8))));
  const uint16_t transport = in.u16(10);
  // Meant is 0x8000 (RFC 4204 13.8); tcpdump looks for the bits of the decimal number.
  constexpr unsigned payload_test_bits = 8000;
  line.put("\n\t    Verify Transport Mechanism: ", transport, " (0x", Hex{transport}, ')',
           (transport & payload_test_bits) != 0 ? " (Payload test messages capable)" : "");
  line.put("\n\t    Transmission Rate: ", Fixed{megabits_per_second(in, 12), 3}, " Mbps");
  line.put("\n\t    Wavelength: ", in.u32(16));
  return Contents::known;
}

/// What the data link object tells beyond its ends (RFC 4204 13.12.1). The subobjects' own lengths only lead
/// to the next one: what is read is not held to them.
Contents print_subobjects(Line& line, View object, View beyond) {
  size_t left = object.length();
  View in = beyond;
  while (left > 0) {
    const uint8_t type = in.u8(0);
    const size_t size = in.u8(1);
    line.put("\n\t    Subobject, Type: ", or_unknown(find_name(subobject_table, type)), " (", type,
             "), Length: ", size);
    if (size < subobject_header_length) {
      line.put(" (too short)");
      break;
    }
    if (size % 4 != 0) {
      line.put(" (not a multiple of 4)");
      break;
    }
    if (size > left) {
      line.put(" (goes past the end of the object)");
      break;
    }
    switch (type) {
      case 1:
        line.put("\n\t      Switching Type: ", or_unknown(find_name(gmpls_switchings, in.u8(2))), " (",
                 in.u8(2), ')');
        line.put("\n\t      Encoding Type: ", or_unknown(find_name(gmpls_encodings, in.u8(3))), " (",
                 in.u8(3), ')');
        line.put("\n\t      Min Reservable Bandwidth: ", Fixed{megabits_per_second(in, 4), 3}, " Mbps");
        line.put("\n\t      Max Reservable Bandwidth: ", Fixed{megabits_per_second(in, 8), 3}, " Mbps");
        break;
      case 2: line.put("\n\t      Wavelength: ", in.u32(4)); break;
      default: return Contents::unknown;
    }
    in = in.from(size);
    left -= size;
  }
  return Contents::known;
}

void print_channel_states(Line& line, View in, Family family) {
  const size_t size = identifier_length(family);
  for (; in.length() >= size + 4; in = in.from(size + 4)) {
    line.put("\n\t    Interface ID: ");
    put_identifier(line, in, 0, family);
    const uint32_t state = in.u32(size);
    line.put("\n\t\t    Active: ", state >> 31 != 0 ? "Allocated" : "Non-allocated", " (", state >> 31, ')');
    line.put("\n\t\t    Direction: ", (state >> 30 & 1) != 0 ? "Transmit" : "Receive", " (", state >> 30 & 1,
             ')');
    line.put("\n\t\t    Channel Status: ", or_unknown(find_name(channel_states, state & 0x3fffffff)), " (",
             state & 0x3fffffff, ')');
  }
}

Contents print_service_port(Line& line, View in) {
  if (in.length() != 16) return Contents::wrong_length;
  const uint8_t link_type = in.u8(0), signal = in.u8(1);
  line.put("\n\t Link Type: ", or_unknown(find_name(link_types, link_type)), " (", link_type, ')');
  if (link_type == sdh || link_type == sonet)
    line.put("\n\t Signal Type: ",
             or_unknown(find_name(link_type == sdh ? Names{sdh_signals} : Names{sonet_signals}, signal)),
             " (", signal, ')');
  line.put("\n\t Transparency: ", NamedBits{port_transparency, in.u8(2)});
  line.put("\n\t Contiguous Concatenation Types: ", NamedBits{concatenation, in.u8(3)});
  line.put("\n\t Minimum NCC: ", in.u16(4));
  line.put("\n\t Maximum NCC: ", in.u16(6));
  line.put("\n\t Minimum NVC:", in.u16(8));
  line.put("\n\t Maximum NVC:", in.u16(10));
  line.put("\n\t    Local Interface ID: ");
  put_identifier(line, in, 12, Family::ipv4);
  return Contents::known;
}

Contents print_service_configuration(Line& line, View in, uint8_t type) {
  switch (type) {
    case 1:
      if (in.length() != 4) return Contents::wrong_length;
      line.put("\n\t Flags: ", NamedBits{signalling_protocols, in.u8(0)});
      line.put("\n\t  UNI Version: ", in.u8(1));
      return Contents::known;
    case 2: return print_service_port(line, in);
    case 3:
      if (in.length() != 8) return Contents::wrong_length;
      line.put("\n\t Transparency Flags: ", NamedBits{network_transparency, in.u32(0)});
      line.put("\n\t TCM Monitoring Flags: ", NamedBits{tandem_monitoring, in.u8(7)});
      return Contents::known;
    case 4:
      if (in.length() != 4) return Contents::wrong_length;
      line.put("\n\t Diversity: Flags: ", NamedBits{diversity, in.u8(3)});
      return Contents::known;
    default: return Contents::unknown;
  }
}

/// The classes whose types are families. `in` is the object's contents, `beyond` what follows them too.
Contents print_by_family(Line& line, View in, View beyond, uint8_t object_class, Family family) {
  const size_t ends_length = 4 + 2 * identifier_length(family);
  switch (object_class) {
    case te_link:
      if (in.length() != ends_length) return Contents::wrong_length;
      line.put("\n\t    Flags: [", NamedBits{te_link_flags, in.u8(0)}, ']');
      print_ends(line, in, family, "Link-ID");
      return Contents::known;
    case data_link:
      if (in.length() < ends_length) return Contents::wrong_length;
      line.put("\n\t    Flags: [", NamedBits{data_link_flags, in.u8(0)}, ']');
      print_ends(line, in, family, "Interface ID");
      return print_subobjects(line, in.from(ends_length), beyond.from(ends_length));
    case channel_status: print_channel_states(line, in, family); return Contents::known;
    default:
      for (; in.length() >= identifier_length(family); in = in.from(identifier_length(family))) {
        line.put("\n\t    Interface ID: ");
        put_identifier(line, in, 0, family);
      }
      return Contents::known;
  }
}

Contents print_object(Line& line, View in, View beyond, uint8_t object_class, uint8_t type) {
  if (find_name(class_type_names(object_class), type).empty()) return Contents::unknown;
  const auto number = [&](std::string_view label, bool with_hex) {
    if (in.length() != 4) return Contents::wrong_length;
    line.put("\n\t    ", label, ": ", in.u32(0));
    if (with_hex) line.put(" (0x", Hex{in.u32(0), 8}, ')');
    return Contents::known;
  };
  switch (object_class) {
    case control_channel: return number("Control Channel ID", true);
    case node:
      if (in.length() != 4) return Contents::wrong_length;
      line.put("\n\t    Node ID: ");
      put_identifier(line, in, 0, Family::ipv4);
      return Contents::known;
    case link:
    case interface: return print_link_identifier(line, in, type);
    case message_identifier: return number(type == 1 ? "Message ID" : "Message ID Ack", true);
    case configuration:
    case verify_begin_ack: {
      if (in.length() != 4) return Contents::wrong_length;
      const bool hellos = object_class == configuration;
      line.put(hellos ? "\n\t    Hello Interval: " : "\n\t    Verify Dead Interval: ", in.u16(0));
      line.put(hellos ? "\n\t    Hello Dead Interval: " : "\n\t    Verify Transport Response: ", in.u16(2));
      return Contents::known;
    }
    case hello:
      if (in.length() != 8) return Contents::wrong_length;
      line.put("\n\t    Tx Seq: ", in.u32(0), ", Rx Seq: ", in.u32(4));
      return Contents::known;
    case verify_begin: return print_verify_begin(line, in);
    case verify_identifier: return number("Verify ID", false);
    case error_code:
      if (in.length() != 4) return Contents::wrong_length;
      line.put("\n\t    Error Code: ",
               NamedBits{type == 1 ? Names{verify_errors} : Names{summary_errors}, in.u32(0)});
      return Contents::known;
    case service_configuration: return print_service_configuration(line, in, type);
    default: return print_by_family(line, in, beyond, object_class, Family{type});
  }
}

void print_objects(Line& line, View in, size_t left) {
  while (left > 0) {
    in.need(0, object_header_length);
    const uint8_t type = in.u8(0) & 0x7f, object_class = in.u8(1);
    const size_t claimed = in.u16(2);
    line.put("\n\t  ", or_unknown(find_name(class_table, object_class)), " Object (", object_class,
             "), Class-Type: ", or_unknown(find_name(class_type_names(object_class), type)), " (", type,
             ") Flags: [", (in.u8(0) & 0x80) != 0 ? "" : "non-", "negotiable], length: ", claimed);
    if (claimed < object_header_length) {
      line.put(" (too short)");
      return;
    }
    if (claimed % 4 != 0) {
      line.put(" (not a multiple of 4)");
      return;
    }
    in.need(0, claimed);
    const View beyond = in.from(object_header_length);
    const View contents = in.part(object_header_length, claimed - object_header_length)
                              .with_length(claimed - object_header_length);
    const Contents outcome = print_object(line, contents, beyond, object_class, type);
    if (outcome == Contents::wrong_length) line.put(" (not correct for object)");
    if (line.options.verbose > 1 || outcome == Contents::unknown)
      append_hex(line, contents.all(), "\n\t    ");
    if (claimed > left) {
      line.put(" [remaining objects length ", left, " < ", claimed, ']');
      line.invalid();
      return;
    }
    in = in.from(claimed);
    left -= claimed;
  }
}

void print(Line& line, View in) {
  line.protocol = "lmp";
  const Bytes start = in.bytes(0, header_length);
  if (const uint64_t of_version = version.read(start); of_version != 1) {
    line.put("LMP version ", of_version, " packet not supported");
    return;
  }
  const uint64_t kind = message.read(start);
  const std::string_view name = find_name(messages, kind);
  if (line.options.verbose == 0) {
    if (name.empty())
      line.put("LMPv1 unknown (", kind, ") Message, length: ", in.length());
    else
      line.put("LMPv1 ", name, " Message, length: ", in.length());
    return;
  }
  uint64_t claimed = length.read(start);
  line.put("\n\tLMPv1, msg-type: ");
  if (name.empty())
    line.put("unknown, type: ", kind);
  else
    line.put(name);
  line.put(", Flags: [", NamedBits{header_flags, flags.read(start)}, "], length: ", claimed);
  if (claimed < header_length) {
    line.put(" (too short)");
    return;
  }
  if (claimed > in.length()) {
    line.put(" (too long)");
    claimed = in.length();
  }
  print_objects(line, in.from(header_length), claimed - header_length);
}

}  // namespace

extern constinit const Protocol protocol{.name = "lmp",
                                         .title = "Link Management Protocol (LMP)",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::lmp
