// IEEE 802.2 LLC with SNAP: what follows when a frame says its length instead of a type.
#include "protocols/link/llc.h"

#include "protocols/catalog.h"
#include "protocols/link/ethernet.h"
#include "protocols/link/ethertype_names.h"
#include "protocols/link/llc_names.h"
#include "protocols/link/llc_tree.h"

namespace wiretale::llc {
namespace {

constexpr uint8_t snap_sap = 0xaa, ipx_sap = 0xe0, global_sap = 0xff;
constexpr uint8_t unnumbered_information = 0x03;
constexpr size_t snap_length = 5;

enum Organization : uint32_t {
  encapsulated_ethernet = 0x000000,
  cisco = 0x00000c,
  cisco_bridged = 0x0000f8,
  rfc_2684 = 0x0080c2,
  appletalk = 0x080007
};
/// Those whose protocol ids are EtherTypes.
constexpr bool uses_ethertypes(uint32_t oui) {
  return oui == encapsulated_ethernet || oui == cisco_bridged || oui == appletalk;
}

// RFC 2684: bridged frames, with or without the sender's FCS.
constexpr uint16_t bridged_ethernet_fcs = 0x0001, bridged_ethernet = 0x0007, bridged_bpdu = 0x000e;

constexpr uint16_t stp_sap = 0x42;

/// The protocol behind a SNAP header.
template <class Finder>
ProtocolId find_snap(const Finder& finder, uint32_t oui, uint16_t pid) {
  if (uses_ethertypes(oui)) return finder.find(On::EtherType, pid);
  if (oui == cisco) return finder.find(On::CiscoSnap, pid);
  if (oui == rfc_2684 && (pid == bridged_ethernet || pid == bridged_ethernet_fcs)) return ids::ethernet;
  if (oui == rfc_2684 && pid == bridged_bpdu) return finder.find(On::LlcSap, stp_sap);
  return ProtocolId::None;
}

Step decode(Cursor& in, Context& context) {
  const Bytes saps = in.take(2);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  // Novell's "raw 802.3": the IPX header, whose checksum is always ffff, in place of an LLC header.
  if (saps[0] == global_sap && saps[1] == global_sap) return {};
  const uint8_t control_byte = in.u8();
  if ((control_byte & 3) != 3) in.skip(1);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (control_byte != unnumbered_information || (saps[0] | 1) != (saps[1] | 1)) return {};
  const uint8_t sap = saps[0] & 0xfe;
  if (sap != snap_sap) return {.next = context.find(On::LlcSap, sap)};
  const Bytes snap = in.take(snap_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = find_snap(context, be24(snap.data()), be16(snap.data() + 3))};
}

/// "Command", "Response", "Poll" or "Final".
std::string_view flag_name(bool is_response, bool poll_or_final) {
  if (is_response) return poll_or_final ? "Final" : "Response";
  return poll_or_final ? "Poll" : "Command";
}

/// Who speaks to whom, where the link header was not shown.
void print_parties(Line& line, uint8_t dsap, uint8_t ssap) {
  const NamedHex to{sap_names, dsap, "Unknown DSAP 0x", "", 2};
  const NamedHex from{sap_names, ssap, "Unknown SSAP 0x", "", 2};
  if (line.link.source == nullptr) {
    if (ssap == dsap)
      line.put(to, ' ');
    else
      line.put(from, " > ", to, ' ');
  } else if (ssap == dsap) {
    line.put(MacText{line.link.source}, " > ", MacText{line.link.destination}, ' ', to, ' ');
  } else {
    line.put(MacText{line.link.source}, ' ', from, " > ", MacText{line.link.destination}, ' ', to, ' ');
  }
}

void print_link_header(Line& line, uint8_t dsap_byte, uint8_t ssap_byte, uint16_t control_number,
                       bool unnumbered) {
  const uint8_t dsap = dsap_byte & 0xfe, ssap = ssap_byte & 0xfe;
  const auto name = [](uint8_t sap) {
    const std::string_view found = find_name(sap_names, sap);
    return found.empty() ? std::string_view("Unknown") : found;
  };
  line.put("LLC, dsap ", name(dsap), " (0x", Hex{dsap, 2}, ") ",
           (dsap_byte & 1) != 0 ? "Group" : "Individual", ", ssap ", name(ssap), " (0x", Hex{ssap, 2}, ") ",
           (ssap_byte & 1) != 0 ? "Response" : "Command", ", ctrl 0x",
           Hex{control_number, unnumbered ? 2u : 4u}, ": ");
}

std::string_view supervisory_name(uint16_t control_number) {
  const std::string_view name = find_name(supervisory_names, (control_number >> 2) & 3u);
  return name.empty() ? "?" : name;
}

void print_snap_header(Line& line, uint32_t oui, uint16_t pid, size_t length) {
  const auto known = [](std::string_view name) { return name.empty() ? std::string_view("Unknown") : name; };
  const Names pid_names = uses_ethertypes(oui) ? ethertype_names
                          : oui == cisco       ? cisco_pid_names
                          : oui == rfc_2684    ? bridged_pid_names
                                               : Names{};
  // tcpdump leaves Ethernet's own organization out of its summary.
  if (oui != encapsulated_ethernet || line.options.link_header)
    line.put("oui ", known(find_name(organization_names, oui)), " (0x", Hex{oui, 6}, "), ");
  line.put(oui == encapsulated_ethernet ? "ethertype " : "pid ", known(find_name(pid_names, pid)), " (0x",
           Hex{pid, 4}, "), length ", length, ": ");
}

void print(Line& line, View in) {
  if (!print_llc(line, in).known) line.unknown_data(in);
}

}  // namespace

bool print_snap(Line& line, View in) {
  if (in.captured() < snap_length || in.length() < snap_length) {
    line.put(" [|snap]");
    return true;
  }
  const uint32_t oui = in.u24(0);
  const uint16_t pid = in.u16(3);
  const View payload = in.from(snap_length);
  if (line.options.link_header) print_snap_header(line, oui, pid, payload.length());
  if (line.print(find_snap(line, oui, pid), payload)) return true;
  if (!line.options.link_header) {
    if (line.link.source == nullptr)
      line.put("SNAP, ");
    else
      line.put(MacText{line.link.source}, " > ", MacText{line.link.destination}, " SNAP, ");
    print_snap_header(line, oui, pid, payload.length());
  }
  return false;
}

Printed print_llc(Line& line, View in) {
  line.protocol = "llc";
  const auto too_short = [&](size_t count) { return in.captured() < count || in.length() < count; };
  if (too_short(3)) {
    line.put(" [|llc]");
    line.dump(in);
    return {true, in.captured()};
  }
  const uint8_t dsap_byte = in.u8(0), ssap_byte = in.u8(1);
  const bool unnumbered = (in.u8(2) & 3) == 3;
  const size_t header = unnumbered ? 3 : 4;
  if (too_short(header)) {
    line.put(" [|llc]");
    line.dump(in);
    return {true, in.captured()};
  }
  const uint16_t control_number = unnumbered ? in.u8(2) : in.little16(2);
  const View payload = in.from(header);
  const bool verbose_link = line.options.link_header;

  if (dsap_byte == global_sap && ssap_byte == global_sap) {
    if (verbose_link) line.put("IPX 802.3: ");
    return {line.child(On::LlcSap, ipx_sap, in)};
  }
  const uint8_t dsap = dsap_byte & 0xfe, ssap = ssap_byte & 0xfe;
  if (verbose_link) print_link_header(line, dsap_byte, ssap_byte, control_number, unnumbered);
  if (dsap == ssap && control_number == unnumbered_information) {
    if (dsap == snap_sap) return {print_snap(line, payload), header + snap_length};
    if (dsap == ipx_sap && verbose_link) line.put("IPX 802.2: ");
    if (line.child(On::LlcSap, dsap, payload)) return {true, header};
  }
  if (!verbose_link) print_parties(line, dsap, ssap);

  const bool is_response = (ssap_byte & 1) != 0;
  if (unnumbered) {
    constexpr uint8_t poll_final = 0x10, exchange_identification = 0xaf;
    const uint8_t command = static_cast<uint8_t>(control_number) & static_cast<uint8_t>(~poll_final);
    line.put("Unnumbered, ", NamedHex{command_names, command, "", "", 2}, ", Flags [",
             flag_name(is_response, (control_number & poll_final) != 0), "], length ", in.length());
    if (command == exchange_identification && payload.captured() == 0 && payload.length() > 0) {
      line.put(" [|llc]");
      return {true, header};
    }
    if (command == exchange_identification && payload.captured() > 0 && payload.u8(0) == 0x81) {
      if (!payload.has(0, 3)) {
        line.put(" [|llc]");
        line.dump(payload);
      } else {
        line.put(": ", Hex{payload.u8(1), 2}, ' ', Hex{payload.u8(2), 2});
      }
      return {true, header};
    }
    return {false, header};
  }
  const bool supervisory = (control_number & 3) == 1;
  if (supervisory)
    line.put("Supervisory, ", supervisory_name(control_number));
  else
    line.put("Information, send seq ", (control_number >> 1) & 0x7fu);
  line.put(", rcv seq ", control_number >> 9, ", Flags [",
           flag_name(is_response, (control_number & 0x100) != 0), "], length ", in.length());
  return {supervisory, header};
}

extern constinit const Protocol protocol{.name = "llc",
                                         .title = "Logical-Link Control",
                                         .fields = fields,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .print = print};

}  // namespace wiretale::llc
