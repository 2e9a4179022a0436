// CDP: Cisco's discovery protocol, by which devices tell their neighbors who they are.
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::cdp {
namespace {

constexpr Field version{"cdp.version", "Version", bytes(0, 1)};
constexpr Field time_to_live{"cdp.ttl", "TTL", bytes(1, 1)};
constexpr Field checksum{"cdp.checksum", "Checksum", bytes(2, 2), Type::Uint16, Show::Hex};
constexpr const Field* fields[] = {&version, &time_to_live, &checksum};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::CiscoSnap, 0x2000}};

constexpr size_t header_length = 4, tlv_header_length = 4;

enum Tlv : uint16_t {
  device = 1,
  address = 2,
  port = 3,
  capability = 4,
  version_text = 5,
  platform = 6,
  prefixes = 7,
  protocol_hello = 8,
  vtp_domain = 9,
  native_vlan = 10,
  duplex = 11,
  appliance_assignment = 14,
  appliance_request = 15,
  power = 16,
  mtu = 17,
  trust = 18,
  untrusted_class = 19,
  system_name = 20,
  system_object = 21,
  management = 22,
  location = 23
};
constexpr Name tlv_names[] = {{device, "Device-ID"},
                              {address, "Address"},
                              {port, "Port-ID"},
                              {capability, "Capability"},
                              {version_text, "Version String"},
                              {platform, "Platform"},
                              {prefixes, "Prefixes"},
                              {protocol_hello, "Protocol-Hello option"},
                              {vtp_domain, "VTP Management Domain"},
                              {native_vlan, "Native VLAN ID"},
                              {duplex, "Duplex"},
                              {appliance_assignment, "ATA-186 VoIP VLAN assignment"},
                              {appliance_request, "ATA-186 VoIP VLAN request"},
                              {power, "power consumption"},
                              {mtu, "MTU"},
                              {trust, "AVVID trust bitmap"},
                              {untrusted_class, "AVVID untrusted ports CoS"},
                              {system_name, "System Name"},
                              {system_object, "System Object ID (not decoded)"},
                              {management, "Management Addresses"},
                              {location, "Physical Location"}};
constexpr Name capability_names[] = {
    {0x01, "Router"},     {0x02, "Transparent Bridge"}, {0x04, "Source Route Bridge"}, {0x08, "L2 Switch"},
    {0x10, "L3 capable"}, {0x20, "IGMP snooping"},      {0x40, "L1 capable"}};

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

bool has_right_length(uint16_t tlv, size_t length) {
  switch (tlv) {
    case capability:
    case mtu: return length == 4;
    case native_vlan: return length == 2;
    case duplex:
    case trust:
    case untrusted_class: return length == 1;
    case appliance_assignment: return length == 3;
    case appliance_request: return length == 2 || length == 3;
    case power: return length >= 1 && length <= 3;
    case management: return length >= 4;
    case location: return length >= 1;
    default: return true;
  }
}

/// Thrown where the packet contradicts itself; " (invalid)" ends the line.
struct Invalid {};

/// Addresses, each with the network protocol that it belongs to; said in words where they do not fit.
void print_addresses(Line& line, View in, size_t length) {
  constexpr uint8_t network_layer_id_type = 1, ipv4_id = 0xcc;
  constexpr uint8_t ipv6_snap[] = {0xaa, 0xaa, 0x03, 0x00, 0x00, 0x00, 0x86, 0xdd};
  if (length < 4) {
    line.put(" (not enough space for num)");
    throw Invalid{};
  }
  size_t count = in.u32(0);
  in = in.from(4);
  length -= 4;
  for (; count > 0; --count) {
    if (length < 2) {
      line.put(" (not enough space for PT+PL)");
      throw Invalid{};
    }
    const uint8_t kind = in.u8(0);
    const size_t protocol_length = in.u8(1);
    in = in.from(2);
    length -= 2;
    if (length < protocol_length + 2) {
      line.put(" (not enough space for P+AL)");
      throw Invalid{};
    }
    const size_t size = in.u16(protocol_length);
    const Bytes name = in.bytes(0, protocol_length);
    const View value = in.from(protocol_length + 2);
    const size_t left = length - protocol_length - 2;
    if (kind == network_layer_id_type && protocol_length == 1 && name[0] == ipv4_id && size == 4) {
      // As tcpdump, which takes the count of this one as the count of all that are left.
      line.put("IPv4 (", count, ')');
      size_t space = left;
      View at = value;
      if (space < 4) {
        line.put(" (not enough space for P+AL)");
        throw Invalid{};
      }
      line.put(' ', Ipv4Text{at.at_least(0, 4)});
      in = at.from(4);
      length = space - 4;
    } else if (kind == 2 && protocol_length == 8 && std::ranges::equal(name, ipv6_snap) && size == 16) {
      line.put("IPv6 (", count, ')');
      if (left < 16) {
        line.put(" (not enough space for P+AL)");
        throw Invalid{};
      }
      line.put(' ', Ipv6Text{value.at_least(0, 16)});
      in = value.from(16);
      length = left - 16;
    } else {
      line.put("pt=0x", Hex{kind, 2}, ", pl=", protocol_length, ", pb=");
      for (const uint8_t byte : name) line.put(' ', Hex{byte, 2});
      if (left < size) {
        line.put(" (not enough space for A)");
        throw Invalid{};
      }
      line.put(", al=", size, ", a=");
      for (const uint8_t byte : value.bytes(0, size)) line.put(' ', Hex{byte, 2});
      in = value.from(size);
      length = left - size;
    }
    if (count > 1) line.put(' ');
  }
  if (length > 0) line.put(" (", length, " bytes of stray data)");
}

/// Text of which what was captured is shown.
void put_text(Line& line, View value, size_t length) {
  line.put(CaretNotation{value.available(0, length)});
  value.need(0, length);
}

void print_value(Line& line, uint16_t tlv, View value, size_t length) {
  switch (tlv) {
    case device:
    case port:
    case platform:
    case vtp_domain:
    case system_name:
      line.put('\'');
      put_text(line, value, length);
      line.put('\'');
      break;
    case address:
    case management: print_addresses(line, value, length); break;
    case capability: {
      const uint32_t bits = value.u32(0);
      line.put("(0x", Hex{bits, 8}, "): ", NamedBits{capability_names, bits, "none"});
      break;
    }
    case version_text:
      line.put("\n\t  ");
      for (size_t i = 0; i < length; ++i) {
        const uint8_t byte = value.u8(i);
        if (byte == '\n')
          line.put("\n\t  ");
        else
          line.put(CaretNotation{value.bytes(i, 1)});
      }
      break;
    case prefixes:
      if (length % 5 != 0) {
        line.put(" [length ", length, " is not a multiple of 5]");
        throw Invalid{};
      }
      line.put(" IPv4 Prefixes (", length / 5, "):");
      for (size_t at = 0; at < length; at += 5)
        line.put(' ', Ipv4Text{value.at_least(at, 4)}, '/', value.u8(at + 4));
      break;
    case native_vlan: line.put(value.u16(0)); break;
    case duplex: line.put(value.u8(0) != 0 ? "full" : "half"); break;
    case appliance_assignment: line.put("app ", value.u8(0), ", vlan ", value.u16(1)); break;
    case appliance_request:
      if (length == 3)
        line.put("app ", value.u8(0), ", vlan ", value.u16(1));
      else
        line.put("unknown 0x", Hex{value.u16(0), 4});
      break;
    case power: {
      uint32_t milliwatts = 0;
      for (size_t i = 0; i < length; ++i) milliwatts = milliwatts << 8 | value.u8(i);
      line.put(Fixed{milliwatts / 1000.0, 2}, 'W');
      break;
    }
    case mtu: line.put(value.u32(0), " bytes"); break;
    case trust:
    case untrusted_class: line.put("0x", Hex{value.u8(0), 2}); break;
    case location:
      line.put("0x", Hex{value.u8(0), 2});
      if (length > 1) {
        line.put('/');
        put_text(line, value.from(1), length - 1);
      }
      break;
    default: break;
  }
}

void print_tlvs(Line& line, View in) {
  const bool verbose = line.options.verbose > 0;
  size_t left = in.length();
  while (left > 0) {
    if (left < tlv_header_length) {
      line.put(" (remaining packet length ", left, " < ", tlv_header_length, ')');
      throw Invalid{};
    }
    const uint16_t tlv = in.u16(0);
    const size_t claimed = in.u16(2);
    if (claimed > left) {
      line.put(" (TLV length ", claimed, " > ", left, ')');
      throw Invalid{};
    }
    const std::string_view name = name_or(tlv_names, tlv, "unknown field type");
    if (claimed < tlv_header_length) {
      if (verbose)
        line.put("\n\t", name, " (0x", Hex{tlv, 2}, "), TLV length: ", claimed, " byte",
                 claimed == 1 ? "" : "s", " (too short)");
      else
        line.put(", ", name, " (0x", Hex{tlv, 2}, "), TLV length: ", claimed, " byte",
                 claimed == 1 ? "" : "s", " (too short)");
      throw Invalid{};
    }
    const size_t length = claimed - tlv_header_length;
    const View value = in.from(tlv_header_length);
    if (verbose)
      line.put("\n\t", name, " (0x", Hex{tlv, 2}, "), value length: ", length, " byte",
               length == 1 ? "" : "s", ": ");
    const bool is_right = has_right_length(tlv, length);
    if (!is_right) {
      line.put(" (malformed TLV)");
      append_hex(line, value.available(0, length), "\n\t  ");
    } else if (verbose && tlv <= location) {
      print_value(line, tlv, value, length);
    } else if (!verbose && tlv == device) {
      line.put(", Device-ID ");
      print_value(line, tlv, value, length);
    } else {
      append_hex(line, value.available(0, length), "\n\t  ");
    }
    in.need(0, claimed);
    in = in.from(claimed);
    left -= claimed;
  }
}

void print(Line& line, View in) {
  line.protocol = "cdp";
  if (in.length() < header_length) {
    line.put(" (packet length ", in.length(), " < ", header_length, ')');
    line.invalid();
    return;
  }
  line.put("CDPv", in.u8(0));
  line.put(", ttl: ", in.u8(1), 's');
  if (line.options.verbose > 0)
    line.put(", checksum: 0x", Hex{in.u16(2), 4}, " (unverified), length ", in.length());
  try {
    print_tlvs(line, in.from(header_length));
  } catch (const Invalid&) {
    line.invalid();
    return;
  }
  if (line.options.verbose < 1) line.put(", length ", in.length());
}

}  // namespace

extern constinit const Protocol protocol{.name = "cdp",
                                         .title = "Cisco Discovery Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::cdp
