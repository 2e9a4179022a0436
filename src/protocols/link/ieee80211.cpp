// IEEE 802.11 frames: management, control and data.
#include "protocols/link/ieee80211.h"

#include <algorithm>
#include <array>

#include "protocols/catalog.h"
#include "protocols/link/ieee80211_names.h"
#include "protocols/link/llc.h"

namespace wiretale::ieee80211 {
namespace {

enum Kind : uint8_t { ManagementFrame, ControlFrame, DataFrame };
enum Flag : uint8_t {
  ToDistribution = 0x01,
  FromDistribution = 0x02,
  MoreFragments = 0x04,
  Retry = 0x08,
  PowerManagement = 0x10,
  MoreData = 0x20,
  Protected = 0x40,
  Ordered = 0x80
};
enum Subtype : uint8_t {
  AssociationRequest = 0,
  AssociationResponse = 1,
  ReassociationRequest = 2,
  ReassociationResponse = 3,
  ProbeRequest = 4,
  ProbeResponse = 5,
  Beacon = 8,
  Atim = 9,
  Disassociation = 10,
  Authentication = 11,
  Deauthentication = 12,
  Action = 13,
  // of control frames
  ControlWrapper = 7,
  BlockAckRequest = 8,
  BlockAck = 9,
  PowerSavePoll = 10,
  RequestToSend = 11,
  ClearToSend = 12,
  Acknowledgment = 13,
  ContentionFreeEnd = 14,
  ContentionFreeEndAck = 15
};
constexpr Name control_names[] = {{ControlWrapper, "Control Wrapper"},
                                  {BlockAckRequest, "BAR"},
                                  {BlockAck, "BA"},
                                  {PowerSavePoll, "Power Save-Poll"},
                                  {RequestToSend, "Request-To-Send"},
                                  {ClearToSend, "Clear-To-Send"},
                                  {Acknowledgment, "Acknowledgment"},
                                  {ContentionFreeEnd, "CF-End"},
                                  {ContentionFreeEndAck, "CF-End+CF-Ack"}};

constexpr Field subtype_field{"wlan.fc.subtype", "Subtype", bits(0, 4)};
constexpr Field type_field{"wlan.fc.type", "Type", bits(4, 2)};
constexpr Field version_field{"wlan.fc.version", "Version", bits(6, 2)};
constexpr Field flags_field{"wlan.flags", "Flags", bytes(1, 1), Type::Uint8, Show::Hex};
constexpr Field receiver{"wlan.ra", "Receiver address", bytes(4, 6), Type::Ether};
constexpr const Field* fields[] = {&subtype_field, &type_field, &version_field, &flags_field, &receiver};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::LinkType, 105}};

struct Control {
  uint8_t type, subtype, flags;
  [[nodiscard]] bool has(Flag flag) const { return (flags & flag) != 0; }
  [[nodiscard]] bool null_data() const { return type == DataFrame && (subtype & 4) != 0; }
  [[nodiscard]] bool quality() const { return type == DataFrame && (subtype & 8) != 0; }
  [[nodiscard]] bool four_addresses() const { return has(ToDistribution) && has(FromDistribution); }
};

/// 0 where the frame is of a kind unknown.
size_t header_size(const Control& control) {
  switch (control.type) {
    case ManagementFrame: return 24;
    case ControlFrame:
      switch (control.subtype) {
        case ControlWrapper: return 12;
        case BlockAckRequest: return 20;
        case PowerSavePoll:
        case RequestToSend:
        case ContentionFreeEnd:
        case ContentionFreeEndAck: return 16;
        case BlockAck:
        case ClearToSend:
        case Acknowledgment: return 10;
        default: return 2;
      }
    case DataFrame: return (control.four_addresses() ? 30u : 24u) + (control.quality() ? 2 : 0);
    default: return 2;
  }
}

MacText address(View in, unsigned number) {
  constexpr std::array<size_t, 5> at{0, 4, 10, 16, 24};
  return MacText{in.at_least(at[number], 6)};
}

void print_header(Line& line, View in, const Control& control) {
  if (header_size(control) == 2) return;
  if (line.options.verbose > 0) {
    if (control.has(MoreData)) line.put("More Data ");
    if (control.has(MoreFragments)) line.put("More Fragments ");
    if (control.has(PowerManagement)) line.put("Pwr Mgmt ");
    if (control.has(Retry)) line.put("Retry ");
    if (control.has(Ordered)) line.put("Strictly Ordered ");
    if (control.has(Protected)) line.put("Protected ");
    const bool poll = control.type == ControlFrame && control.subtype == PowerSavePoll;
    if (!poll && control.type <= DataFrame && header_size(control) > 2) line.put(in.little16(2), "us ");
  }
  switch (control.type) {
    case ManagementFrame:
      line.put("BSSID:", address(in, 3), " DA:", address(in, 1), " SA:", address(in, 2), ' ');
      break;
    case ControlFrame:
      switch (control.subtype) {
        case BlockAckRequest:
          line.put(" RA:", address(in, 1), " TA:", address(in, 2), " CTL(", Hex{in.little16(16)}, ") SEQ(",
                   in.little16(18), ") ");
          break;
        case BlockAck:
        case ClearToSend:
        case Acknowledgment: line.put("RA:", address(in, 1), ' '); break;
        case PowerSavePoll: line.put("BSSID:", address(in, 1), " TA:", address(in, 2), ' '); break;
        case RequestToSend: line.put("RA:", address(in, 1), " TA:", address(in, 2), ' '); break;
        case ContentionFreeEnd:
        case ContentionFreeEndAck: line.put("RA:", address(in, 1), " BSSID:", address(in, 2), ' '); break;
        default: break;
      }
      break;
    case DataFrame: {
      constexpr std::string_view polls[] = {"", "Ack", "Poll", "Ack/Poll"};
      if ((control.subtype & 11) != 0)
        line.put("CF ", polls[control.subtype & 3], control.quality() ? "+QoS" : "", ' ');
      if (control.four_addresses())
        line.put("RA:", address(in, 1), " TA:", address(in, 2), " DA:", address(in, 3),
                 " SA:", address(in, 4));
      else if (control.has(ToDistribution))
        line.put("BSSID:", address(in, 1), " SA:", address(in, 2), " DA:", address(in, 3));
      else if (control.has(FromDistribution))
        line.put("DA:", address(in, 1), " BSSID:", address(in, 2), " SA:", address(in, 3));
      else
        line.put("DA:", address(in, 1), " SA:", address(in, 2), " BSSID:", address(in, 3));
      line.put(' ');
      break;
    }
    default: break;
  }
}

/// The first SSID, rates, challenge and channel among a body's elements.
struct Elements {
  bool complete = true;  ///< none was cut short
  bool has_ssid = false, has_challenge = false;
  Bytes ssid, challenge, rates;
  int channel = -1;
};

Elements read_elements(View in, size_t at) {
  enum Id : uint8_t { Ssid, Rates, DirectSequence = 3, ContentionFree, TrafficMap, Challenge = 16 };
  constexpr size_t longest_ssid = 32, longest_rates = 16, longest_challenge = 253;
  Elements found;
  const size_t end = in.length();
  const auto fail = [&] {
    found.complete = false;
    return found;
  };
  while (at < end) {
    if (!in.has(at, 2) || end - at < 2) return fail();
    const uint8_t id = in.u8(at);
    const size_t size = in.u8(at + 1);
    if (!in.has(at + 2, size) || size > end - at - 2) return fail();
    const Bytes value = in.bytes(at + 2, size);
    switch (id) {
      case Ssid:
        if (size > longest_ssid) return fail();
        if (!found.has_ssid) found.ssid = value;
        found.has_ssid = true;
        break;
      case Rates:
        if (size > longest_rates) return fail();
        if (found.rates.empty()) found.rates = value;
        break;
      case DirectSequence:
        if (size >= 1 && found.channel < 0) found.channel = value[0];
        break;
      case Challenge:
        if (size > longest_challenge) return fail();
        if (!found.has_challenge) found.challenge = value;
        found.has_challenge = true;
        break;
      default: break;
    }
    at += 2 + size;
  }
  return found;
}

void put_ssid(Line& line, const Elements& elements) {
  if (!elements.has_ssid) return;
  const auto end = std::find(elements.ssid.begin(), elements.ssid.end(), 0);
  line.put(" (", CaretNotation{elements.ssid.first(static_cast<size_t>(end - elements.ssid.begin()))}, ')');
}

void put_rates(Line& line, const Elements& elements) {
  if (elements.rates.empty()) return;
  line.put(" [");
  for (size_t i = 0; i < elements.rates.size(); ++i) {
    const uint8_t rate = elements.rates[i];
    line.put(i == 0 ? "" : " ", Fixed{.5 * (rate & 0x7f), 1}, (rate & 0x80) != 0 ? "*" : "");
  }
  line.put(" Mbit]");
}

void put_channel_and_privacy(Line& line, const Elements& elements, uint16_t capability) {
  constexpr uint16_t privacy = 0x0010;
  if (elements.channel >= 0) line.put(" CH: ", elements.channel);
  if ((capability & privacy) != 0) line.put(", PRIVACY");
}

std::string_view status_text(uint16_t code) {
  return code >= status_codes ? "n/a" : name_or(status_names, code, "Reserved");
}
std::string_view reason_text(uint16_t code) { return name_or(reason_names, code, "Reserved"); }

constexpr Name category_names[] = {{0, "Spectrum Management "},
                                   {1, "QoS "},
                                   {2, "DLS "},
                                   {3, "BA "},
                                   {13, "MeshAction "},
                                   {14, "MultiohopAction "},
                                   {15, "SelfprotectAction "},
                                   {127, "Vendor "}};
constexpr Name block_actions[] = {{0, "ADDBA Request"}, {1, "ADDBA Response"}, {2, "DELBA"}};
constexpr Name mesh_actions[] = {{0, "MeshLink"},
                                 {1, "HWMP"},
                                 {2, "Gate Announcement"},
                                 {3, "Congestion Control"},
                                 {4, "MCCA Setup Request"},
                                 {5, "MCCA Setup Reply"},
                                 {6, "MCCA Advertisement Request"},
                                 {7, "MCCA Advertisement"},
                                 {8, "MCCA Teardown"},
                                 {9, "TBTT Adjustment Request"},
                                 {10, "TBTT Adjustment Response"}};
constexpr Name multihop_actions[] = {{0, "Proxy Update"}, {1, "Proxy Update Confirmation"}};
constexpr Name self_protected_actions[] = {{1, "Peering Open"},
                                           {2, "Peering Confirm"},
                                           {3, "Peering Close"},
                                           {4, "Group Key Inform"},
                                           {5, "Group Key Acknowledge"}};

/// Each prints a body; false when it ends too early.
bool print_association_response(Line& line, View in) {
  if (!in.has(0, 6) || in.length() < 6) return false;
  const uint16_t capability = in.little16(0), status = in.little16(2), id = in.little16(4) & 0x3fff;
  const Elements elements = read_elements(in, 6);
  line.put(" AID(", Hex{id}, ") :", (capability & 0x10) != 0 ? " PRIVACY " : "", ": ", status_text(status));
  return elements.complete;
}

bool print_beacon(Line& line, View in, bool is_beacon) {
  constexpr size_t fixed = 12;
  if (!in.has(0, fixed) || in.length() < fixed) return false;
  const uint16_t capability = in.little16(10);
  const Elements elements = read_elements(in, fixed);
  put_ssid(line, elements);
  put_rates(line, elements);
  if (is_beacon) line.put((capability & 1) != 0 ? " ESS" : " IBSS");
  put_channel_and_privacy(line, elements, capability);
  return elements.complete;
}

bool print_request(Line& line, View in, size_t fixed, bool with_access_point) {
  if (!in.has(0, fixed) || in.length() < fixed) return false;
  const Elements elements = read_elements(in, fixed);
  put_ssid(line, elements);
  if (with_access_point)
    line.put(" AP : ", MacText{in.at_least(4, 6)});
  else
    put_rates(line, elements);
  return elements.complete;
}

bool print_authentication(Line& line, View in) {
  constexpr size_t fixed = 6;
  constexpr Name algorithms[] = {{0, "Open System"}, {1, "Shared Key"}, {2, "EAP"}};
  constexpr uint16_t shared_key = 1;
  if (!in.has(0, fixed) || in.length() < fixed) return false;
  const uint16_t algorithm = in.little16(0), step = in.little16(2), status = in.little16(4);
  const Elements elements = read_elements(in, fixed);
  line.put(" (", name_or(algorithms, algorithm, "Reserved"), ")-", Hex{step});
  const bool challenged = algorithm == shared_key && elements.has_challenge && (step == 2 || step == 3);
  line.put(challenged ? " [Challenge Text] " : ": ",
           step % 2 == 1 ? status_text(status) : std::string_view(""));
  return elements.complete;
}

bool print_action(Line& line, View in, MacText source) {
  if (!in.has(0, 2) || in.length() < 2) return false;
  if (line.options.link_header)
    line.put(": ");
  else
    line.put(" (", source, "): ");
  const uint8_t category = in.u8(0), action = in.u8(1);
  const std::string_view name = find_name(category_names, category);
  if (name.empty())
    line.put("Reserved(", category, ") ");
  else
    line.put(name);
  const Names actions = category == 3    ? Names(block_actions)
                        : category == 13 ? Names(mesh_actions)
                        : category == 14 ? Names(multihop_actions)
                        : category == 15 ? Names(self_protected_actions)
                                         : Names{};
  line.put(Named{actions, action, "Act#"});
  return true;
}

bool print_protected(Line& line, View in) {
  if (!in.has(0, 4)) return false;
  const uint32_t iv = in.little32(0);
  const uint32_t number = iv & 0xffffff;
  line.put(" IV:", Hex{number, 3, ' '}, " Pad ", Hex{iv >> 24 & 0x3f}, " KeyID ", Hex{iv >> 30});
  return true;
}

constexpr Name management_names[] = {{AssociationRequest, "Assoc Request"},
                                     {AssociationResponse, "Assoc Response"},
                                     {ReassociationRequest, "ReAssoc Request"},
                                     {ReassociationResponse, "ReAssoc Response"},
                                     {ProbeRequest, "Probe Request"},
                                     {ProbeResponse, "Probe Response"},
                                     {Beacon, "Beacon"},
                                     {Atim, "ATIM"},
                                     {Disassociation, "Disassociation"},
                                     {Authentication, "Authentication"},
                                     {Deauthentication, "DeAuthentication"},
                                     {Action, "Action"}};

bool print_management(Line& line, const Control& control, View in, MacText source) {
  line.put(find_name(management_names, control.subtype));
  if (control.has(Protected)) return print_protected(line, in);
  switch (control.subtype) {
    case AssociationRequest: return print_request(line, in, 4, false);
    case AssociationResponse: return print_association_response(line, in);
    case ReassociationRequest: return print_request(line, in, 10, true);
    case ReassociationResponse: return print_association_response(line, in);
    case ProbeRequest: return print_request(line, in, 0, false);
    case ProbeResponse: return print_beacon(line, in, false);
    case Beacon: return print_beacon(line, in, true);
    case Atim: return true;
    case Disassociation:
      if (!in.has(0, 2) || in.length() < 2) return false;
      line.put(": ", reason_text(in.little16(0)));
      return true;
    case Authentication: return print_authentication(line, in);
    case Deauthentication:
      if (!in.has(0, 2) || in.length() < 2) return false;
      if (line.options.link_header)
        line.put(": ", reason_text(in.little16(0)));
      else
        line.put(" (", source, "): ", reason_text(in.little16(0)));
      return true;
    case Action: return print_action(line, in, source);
    default: line.put("Unhandled Management subtype(", Hex{control.subtype}, ')'); return true;
  }
}

void print_control(Line& line, const Control& control, View in) {
  const std::string_view name = find_name(control_names, control.subtype);
  if (name.empty()) {
    line.put("unknown 802.11 ctrl frame subtype (", control.subtype, ')');
    return;
  }
  line.put(name);
  if (control.subtype == PowerSavePoll) {
    line.put(" AID(", Hex{in.little16(2)}, ')');
    return;
  }
  if (line.options.link_header) return;
  switch (control.subtype) {
    case BlockAckRequest:
      line.put(" RA:", address(in, 1), " TA:", address(in, 2), " CTL(", Hex{in.little16(16)}, ") SEQ(",
               in.little16(18), ") ");
      break;
    case RequestToSend: line.put(" TA:", address(in, 2), ' '); break;
    case BlockAck:
    case ClearToSend:
    case Acknowledgment:
    case ContentionFreeEnd:
    case ContentionFreeEndAck: line.put(" RA:", address(in, 1), ' '); break;
    default: break;
  }
}

/// The receiving and the sending station of a data frame, by number of address.
LinkAddresses data_addresses(const Control& control, View in) {
  const auto at = [&](unsigned number) { return address(in, number).bytes; };
  if (control.four_addresses()) return {.source = at(4), .destination = at(3)};
  if (control.has(ToDistribution)) return {.source = at(2), .destination = at(3)};
  if (control.has(FromDistribution)) return {.source = at(3), .destination = at(1)};
  return {.source = at(2), .destination = at(1)};
}

void print(Line& line, View in) { line.link_header_length += print_frame(line, in, {}); }

Step decode(Cursor& in, Context&) {
  const Bytes start = in.take(2);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const Control control{static_cast<uint8_t>(start[0] >> 2 & 3), static_cast<uint8_t>(start[0] >> 4),
                        start[1]};
  in.skip(header_size(control) - 2);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const bool readable = control.type == DataFrame && !control.null_data() && !control.has(Protected);
  return {.next = readable ? ids::llc : ProtocolId::None};
}

}  // namespace

size_t print_frame(Line& line, View in, Trailer trailer) {
  line.protocol = "802.11";
  // The FCS is left out where it is there.
  const size_t length = in.length() >= trailer.check_size ? in.length() - trailer.check_size : in.length();
  in = in.with_length(length).limit(length);
  if (!in.has(0, 2)) line.truncated();
  const Control control{static_cast<uint8_t>(in.u8(0) >> 2 & 3), static_cast<uint8_t>(in.u8(0) >> 4),
                        in.u8(1)};
  size_t header = header_size(control);
  if (trailer.padded == Padding::ToFour) header = (header + 3) / 4 * 4;
  if (!in.has(0, header)) line.truncated();
  if (line.options.link_header) print_header(line, in, control);
  const View body = in.from(header);
  switch (control.type) {
    case ManagementFrame:
      if (!print_management(line, control, body, address(in, 2))) line.truncated();
      break;
    case ControlFrame: print_control(line, control, in); break;
    case DataFrame: {
      if (control.null_data()) return header;
      if (control.has(Protected)) {
        line.put("Data");
        if (!print_protected(line, body)) line.truncated();
        break;
      }
      line.link = data_addresses(control, in);
      const llc::Printed printed = llc::print_llc(line, body);
      if (!printed.known) line.unknown_data(body);
      header += printed.header_length;
      break;
    }
    default: line.put("unknown 802.11 frame type (", control.type, ')'); break;
  }
  return header;
}

extern constinit const Protocol protocol{.name = "wlan",
                                         .title = "IEEE 802.11 wireless LAN",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::ieee80211
