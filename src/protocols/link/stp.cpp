// The spanning tree protocols (IEEE 802.1D, 802.1w, 802.1s, 802.1aq) on LLC, and Cisco's PVST on SNAP.
#include <algorithm>

#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/link/stp_tree.h"

namespace wiretale::stp {
namespace {

enum Version : uint8_t { original = 0, rapid = 2, multiple = 3, shortest_path = 4 };
enum Kind : uint8_t { configuration = 0x00, rapid_configuration = 0x02, topology_change = 0x80 };

constexpr Name version_name_table[] = {
    {original, "802.1d"}, {rapid, "802.1w"}, {multiple, "802.1s"}, {shortest_path, "802.1aq"}};
constexpr Names version_names = version_name_table;
constexpr Name kind_name_table[] = {
    {configuration, "Config"}, {rapid_configuration, "Rapid STP"}, {topology_change, "Topology Change"}};
constexpr Names kind_names = kind_name_table;
constexpr Name flag_name_table[] = {{0x01, "Topology change"}, {0x02, "Proposal"},
                                    {0x10, "Learn"},           {0x20, "Forward"},
                                    {0x40, "Agreement"},       {0x80, "Topology change ACK"}};
constexpr Names flag_names = flag_name_table;
constexpr Name role_name_table[] = {{0, "Unknown"}, {1, "Alternate"}, {2, "Root"}, {3, "Designated"}};
constexpr Names role_names = role_name_table;

constexpr Claim found_on[] = {{On::LlcSap, 0x42}, {On::CiscoSnap, 0x010b}};

// Lengths of whole BPDUs, and places in them.
constexpr size_t shortest = 4, configuration_length = 35, rapid_length = 36, multiple_length = 102;
constexpr size_t instances_at = 102, instance_length = 16;
/// What version3Length counts before the instances, and where it begins to count.
constexpr size_t multiple_fixed = 64, multiple_counted_from = 38;
/// The least version4Length: auxiliary configuration identifier and agreement.
constexpr size_t shortest_path_length = 85;

Step decode(Cursor& in, Context&) {
  const Bytes fixed = in.take(4);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (protocol_id.read(fixed) != 0) return {.trouble = Trouble::Malformed};
  if (kind.read(fixed) == topology_change) return {};
  in.skip((kind.read(fixed) == rapid_configuration ? rapid_length : configuration_length) - 4);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

/// A bridge identifier behind its label: priority and MAC address.
void print_bridge(Line& line, std::string_view label, View in, size_t at) {
  const uint8_t* id = in.at_least(at, 8);
  line.put(label, Hex{be16(id), 4}, '.', MacText{id + 2});
}

/// Times are in 1/256 seconds.
void print_timers(Line& line, View in) {
  const auto seconds = [&](size_t at) { return Fixed{in.u16(at) / 256.0, 2}; };
  line.put("\n\tmessage-age ", seconds(27), "s, max-age ", seconds(29), "s, hello-time ", seconds(31),
           "s, forwarding-delay ", seconds(33), 's');
}

void print_role(Line& line, uint8_t flag_byte) {
  line.put("port-role ", find_name(role_names, (flag_byte >> 2) & 3u));
}

void print_single(Line& line, View in) {
  line.put(", Flags [", NamedBits{flag_names, in.u8(4)}, ']');
  in.need(25, 2);
  print_bridge(line, ", bridge-id ", in, 17);
  line.put('.', Hex{in.u16(25), 4}, ", length ", in.length());
  if (line.options.verbose == 0) return;
  in.need(33, 2);
  print_timers(line, in);
  print_bridge(line, "\n\troot-id ", in, 5);
  line.put(", root-pathcost ", in.u32(13));
  if (in.u8(2) != rapid) return;
  line.put(", ");
  print_role(line, in.u8(4));
}

/// A name of 32 characters, padded with zeros; what was captured of it is shown.
void print_name(Line& line, View in, size_t at) {
  constexpr size_t most = 32;
  const Bytes name = in.available(at, most);
  const size_t length = static_cast<size_t>(std::ranges::find(name, uint8_t{0}) - name.begin());
  line.put(CaretNotation{name.first(length)});
  if (length == name.size()) in.need(at, most);
}

void print_hex(Line& line, View in, size_t at, size_t count) {
  for (const uint8_t byte : in.bytes(at, count)) line.put(Hex{byte, 2});
}

void print_instance(Line& line, View in) {
  line.put("\n\tMSTI ", in.u16(1) & 0xfffu, ", Flags [", NamedBits{flag_names, in.u8(0)}, "], ");
  print_role(line, in.u8(0));
  in.need(9, 4);
  print_bridge(line, "\n\t\tMSTI regional-root-id ", in, 1);
  line.put(", pathcost ", in.u32(9));
  line.put("\n\t\tMSTI bridge-prio ", in.u8(13) >> 4, ", port-prio ", in.u8(14) >> 4, ", hops ", in.u8(15));
}

void print_shortest_path(Line& line, View in) {
  const uint16_t length = in.u16(0);
  if (length < shortest_path_length || length > in.length() - 2) return line.invalid();
  if (line.options.verbose == 0) return;
  line.put("\n\tv4len ", length, ", AUXMCID Name ");
  print_name(line, in, 3);
  in.need(35, 18);
  line.put(", Rev ", in.u16(35), ",\n\t\tdigest ");
  print_hex(line, in, 37, 16);
  const unsigned state = in.u8(53);
  line.put("\n\tAgreement num ", state >> 6, ", Discarded Agreement num ", (state >> 4) & 3u,
           ", Agreement valid-flag ", (state >> 3) & 1u, ",\n\tRestricted role-flag: ", (state >> 2) & 1u);
  line.put(", Format id ", in.u8(55) >> 4, " cap ", in.u8(55), ", Convention id ", in.u8(56) >> 4, " cap ",
           in.u8(56), ",\n\tEdge count ", in.u16(57), ", Agreement digest ");
  print_hex(line, in, 67, 20);
}

void print_multiple(Line& line, View in) {
  const uint8_t flag_byte = in.u8(4);
  const size_t length_3 = in.u16(36);
  line.put(", CIST Flags [", NamedBits{flag_names, flag_byte}, "], length ", in.length());
  if (line.options.verbose > 0) {
    line.put("\n\t");
    print_role(line, flag_byte);
    print_bridge(line, ", CIST root-id ", in, 5);
    line.put(", CIST ext-pathcost ", in.u32(13));
    print_bridge(line, "\n\tCIST regional-root-id ", in, 17);
    line.put(", CIST port-id ", Hex{in.u16(25), 4}, ',');
    in.need(33, 2);
    print_timers(line, in);
    line.put("\n\tv3len ", length_3, ", MCID Name ");
    print_name(line, in, 39);
    in.need(71, 18);
    line.put(", rev ", in.u16(71), ",\n\t\tdigest ");
    print_hex(line, in, 73, 16);
    line.put(", CIST int-root-pathcost ", in.u32(89), ',');
    print_bridge(line, "\n\tCIST bridge-id ", in, 93);
    line.put(", CIST remaining-hops ", in.u8(101));
    for (size_t at = instances_at;
         length_3 >= multiple_fixed && at + instance_length <= instances_at + length_3 - multiple_fixed;
         at += instance_length)
      print_instance(line, in.from(at));
  }
  if (in.u8(2) == shortest_path) print_shortest_path(line, in.from(multiple_counted_from + length_3));
}

void print(Line& line, View in) {
  line.protocol = "stp";
  if (in.length() < shortest) return line.invalid();
  if (in.u16(0) != 0) {
    line.put("unknown STP version, length ", in.length());
    return;
  }
  const uint8_t number = in.u8(2);
  const std::string_view version_name = find_name(version_names, number);
  line.put("STP ");
  if (version_name.empty()) {
    line.put("Unknown STP protocol (0x", Hex{number, 2}, ')');
    return;
  }
  line.put(version_name);
  const uint8_t type = in.u8(3);
  line.put(", ", NamedHex{kind_names, type, "Unknown BPDU Type (0x", ")", 2});
  if (type == configuration) {
    if (in.length() < configuration_length) return line.invalid();
    print_single(line, in);
  } else if (type == rapid_configuration && number == rapid) {
    if (in.length() < rapid_length) return line.invalid();
    print_single(line, in);
  } else if (type == rapid_configuration && number >= multiple) {
    if (in.length() < multiple_length) return line.invalid();
    // The length of version 1's part, which is empty, and of version 3's.
    if (in.u8(35) != 0 || in.length() < multiple_counted_from + in.u16(36)) return line.invalid();
    print_multiple(line, in);
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "stp",
                                         .title = "Spanning Tree Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .print = print};

}  // namespace wiretale::stp
