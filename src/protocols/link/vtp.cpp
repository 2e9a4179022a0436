// VTP: Cisco's VLAN trunking protocol, by which switches share their list of VLANs.
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::vtp {
namespace {

enum Message : uint8_t { summary = 1, subset = 2, request = 3, join = 4 };
constexpr Name message_name_table[] = {{summary, "Summary advertisement"},
                                       {subset, "Subset advertisement"},
                                       {request, "Advertisement request"},
                                       {join, "Join message"}};
constexpr Names message_names = message_name_table;
/// What the third byte says in each message.
constexpr Name third_byte_names[] = {
    {summary, "Followers"}, {subset, "Seq number"}, {request, "Rsvd"}, {join, "Rsvd"}};

constexpr Field version{"vtp.version", "Version", bytes(0, 1), Type::Uint8, Show::Hex};
constexpr Field code{"vtp.code", "Code", bytes(1, 1), Type::Uint8, Show::Hex, message_names};
constexpr Field domain_length{"vtp.md_len", "Management Domain Length", bytes(3, 1)};
constexpr Field domain{"vtp.md", "Management Domain", bytes(4, 32), Type::String};
constexpr const Field* fields[] = {&version, &code, &domain_length, &domain};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::CiscoSnap, 0x2003}};

constexpr size_t header_length = 36, domain_capacity = 32, vlan_fixed_length = 12;
constexpr Name status_names[] = {{0, "Operational"}, {1, "Suspended"}};
constexpr Name type_names[] = {{1, "Ethernet"}, {2, "FDDI"}, {3, "TrCRF"}, {4, "FDDI-net"}, {5, "TrBRF"}};
constexpr Name tlv_names[] = {{1, "Source-Routing Ring Number TLV"},
                              {2, "Source-Routing Bridge Number TLV"},
                              {3, "STP type TLV"},
                              {4, "Parent VLAN TLV"},
                              {5, "Translationally bridged VLANs TLV"},
                              {6, "Pruning TLV"},
                              {7, "Bridge Type TLV"},
                              {8, "Max ARP Hop Count TLV"},
                              {9, "Max STE Hop Count TLV"},
                              {10, "Backup CRF Mode TLV"}};
constexpr Name spanning_tree_names[] = {{1, "SRT"}, {2, "SRB"}, {3, "Auto"}};

struct Invalid {};

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void print_summary(Line& line, View in, size_t left) {
  if (left < 8) throw Invalid{};
  line.put("\n\t  Config Rev ", Hex{in.u32(0)});
  line.put(", Updater ", Ipv4Text{in.at_least(4, 4)});
  if (left < 20) throw Invalid{};
  line.put(", Timestamp 0x", Hex{in.u32(8), 8}, " 0x", Hex{in.u32(12), 8}, " 0x", Hex{in.u32(16), 8});
  if (left < 36) throw Invalid{};
  line.put(", MD5 digest: ", Hex{in.u32(20), 8}, Hex{in.u32(24), 8}, Hex{in.u32(28), 8}, Hex{in.u32(32), 8});
}

void print_vlan_tlv(Line& line, View in, uint8_t tlv) {
  const uint16_t value = in.u16(2);
  switch (tlv) {
    case 3: line.put(", ", name_or(spanning_tree_names, value, "Unknown"), " (", value, ')'); break;
    case 6: line.put(", ", value == 1 ? "Enabled" : "Disabled", " (", value, ')'); break;
    case 7: line.put(", ", value == 1 ? "SRB" : "SRT", " (", value, ')'); break;
    case 9: line.put(", ", value); break;
    case 10: line.put(", ", value == 1 ? "Backup" : "Not backup", " (", value, ')'); break;
    default: append_hex(line, in.available(0, 4), "\n\t\t  "); break;
  }
}

/// One VLAN of `size` bytes.
void print_vlan(Line& line, View in, size_t size) {
  in.need(0, size);
  const size_t name_length = in.u8(3), padded = (name_length + 3) & ~size_t{3};
  line.put("\n\tVLAN info status ", name_or(status_names, in.u8(1), "Unknown"), ", type ",
           name_or(type_names, in.u8(2), "Unknown"), ", VLAN-id ", in.u16(4), ", MTU ", in.u16(6),
           ", SAID 0x", Hex{in.u32(8), 8}, ", Name ");
  size_t left = size - vlan_fixed_length;
  if (left < padded) throw Invalid{};
  line.put(CaretNotation{in.bytes(vlan_fixed_length, name_length)});
  in = in.from(vlan_fixed_length + padded);
  left -= padded;
  while (left > 0) {
    if (left < 2) throw Invalid{};
    const uint8_t tlv = in.u8(0);
    const size_t words = in.u8(1);
    line.put("\n\t\t", name_or(tlv_names, tlv, "Unknown"), " (0x", Hex{tlv, 4}, ") TLV");
    if (left < words * 2 + 2) {
      line.put(" (TLV goes past the end of the packet)");
      throw Invalid{};
    }
    in.need(0, words * 2 + 2);
    if (words != 1) {
      line.put(" (invalid TLV length ", words, " != 1)");
      throw Invalid{};
    }
    print_vlan_tlv(line, in, tlv);
    in = in.from(words * 2 + 2);
    left -= words * 2 + 2;
  }
}

void print_subset(Line& line, View in, size_t left) {
  if (left < 4) throw Invalid{};
  line.put(", Config Rev ", Hex{in.u32(0)});
  in = in.from(4);
  left -= 4;
  while (left > 0) {
    const size_t size = in.u8(0);
    if (size == 0) return;
    if (size > left || size < vlan_fixed_length) throw Invalid{};
    print_vlan(line, in, size);
    in = in.from(size);
    left -= size;
  }
}

void print(Line& line, View in) {
  line.protocol = "vtp";
  if (in.length() < header_length) {
    line.invalid();
    return;
  }
  in.need(0, header_length);
  const uint8_t message = in.u8(1);
  line.put("VTPv", in.u8(0), ", Message ", name_or(message_names, message, "Unknown message type"), " (0x",
           Hex{message, 2}, "), length ", in.length());
  if (line.options.verbose < 1) return;
  line.put("\n\tDomain name: ");
  const size_t name_length = in.u8(3);
  try {
    if (name_length < 1 || name_length > domain_capacity) {
      line.put(" [invalid MgmtD Len ", name_length, ']');
      throw Invalid{};
    }
    Bytes name = in.bytes(4, domain_capacity);
    size_t end = 0;
    while (end < name.size() && name[end] != 0) ++end;
    line.put(CaretNotation{name.first(end)});
    line.put(", ", name_or(third_byte_names, message, "Unknown"), ": ", in.u8(2));
    const View body = in.from(header_length);
    const size_t left = in.length() - header_length;
    switch (message) {
      case summary: print_summary(line, body, left); break;
      case subset: print_subset(line, body, left); break;
      case request:
        if (left < 4) throw Invalid{};
        line.put("\n\tStart value: ", body.u32(0));
        break;
      default: break;
    }
  } catch (const Invalid&) {
    line.invalid();
    in.need(0, in.length());
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "vtp",
                                         .title = "VLAN Trunking Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::vtp
