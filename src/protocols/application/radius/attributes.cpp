// RADIUS attributes: RFC 2865 to 2869, 3162, 4675, 5176, 5447, 5580.
#include "protocols/application/radius/attributes.h"

#include <array>
#include <chrono>

#include "packet/hex_dump.h"
#include "protocols/application/eap_message.h"
#include "protocols/application/ntp_time.h"

namespace wiretale::radius {
namespace {

constexpr uint8_t framed_ip_address = 8, login_ip_host = 14;
constexpr Name vlan_tags[] = {{0x31, "Tagged"}, {0x32, "Untagged"}};
constexpr Name operator_namespaces[] = {{'0', "TADIG"}, {'1', "REALM"}, {'2', "E212"}, {'3', "ICC"}};
constexpr Name location_codes[] = {{0, "Civic"}, {1, "Geospatial"}};
constexpr Name location_entities[] = {{0, "User"}, {1, "RADIUS"}};
constexpr Name features[] = {{1, "MIP6_INTEGRATED"},
                             {2, "LOCAL_HOME_AGENT_ASSIGNMENT"},
                             {1ull << 40, "PMIP6_SUPPORTED"},
                             {1ull << 41, "IP4_HOA_SUPPORTED"},
                             {1ull << 42, "LOCAL_MAG_ROUTING_SUPPORTED"},
                             {1ull << 43, "ASSIGN_LOCAL_IP"},
                             {1ull << 44, "MIP4_SUPPORTED"},
                             {1ull << 45, "OPTIMIZED_IDLE_MODE_MOBILITY"},
                             {1ull << 46, "GTPv2_SUPPORTED"},
                             {1ull << 47, "IP4_TRANSPORT_SUPPORTED"},
                             {1ull << 48, "IP4_HOA_ONLY_SUPPORTED"},
                             {1ull << 49, "INTER_MAG_ROUTING_SUPPORTED"}};

void put_dotted(Line& line, uint8_t byte) {
  line.put(byte >= 32 && byte <= 126 ? static_cast<char>(byte) : '.');
}
/// Text up to the first zero byte.
void put_text(Line& line, View value, size_t at) {
  for (; at < value.length() && value.u8(at) != 0; ++at) put_dotted(line, value.u8(at));
}
void put_hex(Line& line, Bytes bytes) {
  for (const uint8_t byte : bytes) line.put(Hex{byte, 2});
}
void put_upper_hex(Line& line, Bytes bytes) {
  for (const uint8_t byte : bytes) line.put(HexUpper{byte, 2});
}

bool has_length(Line& line, View value, size_t length) {
  if (value.length() == length) return true;
  line.put("ERROR: length ", value.length(), " != ", length);
  return false;
}
bool has_at_least(Line& line, View value, size_t length) {
  if (value.length() >= length) return true;
  line.put("ERROR: length ", value.length(), " < ", length);
  return false;
}

void put_tag(Line& line, uint8_t tag) {
  if (tag == 0)
    line.put("Tag[Unused] ");
  else
    line.put("Tag[", tag, "] ");
}
void put_vlan_tag(Line& line, uint8_t tag) {
  const std::string_view name = find_name(vlan_tags, tag);
  line.put(name.empty() ? "Unknown tag" : name, " (0x", Hex{tag, 2}, ") ");
}

void print_tagged_text(Line& line, View value, Form form) {
  const uint8_t first = value.u8(0);
  size_t at = 0;
  if (form == TaggedPassword) {
    if (value.length() < 3) line.truncated();
    put_tag(line, first <= 0x1f ? first : uint8_t{0});
    line.put("Salt ", value.u16(1), ' ');
    at = 3;
  } else if (form == VlanName) {
    put_vlan_tag(line, first);
    at = 1;
  } else if (first <= 0x1f) {
    put_tag(line, first);
    at = 1;
  }
  put_text(line, value, at);
}

void print_seconds(Line& line, uint32_t value) {
  const auto two = [](uint32_t number) { return Padded{number, 2, '0'}; };
  if (value < 60)
    line.put(two(value), " secs");
  else if (value < 3600)
    line.put(two(value / 60), ':', two(value % 60), " min");
  else
    line.put(two(value / 3600), ':', two(value % 3600 / 60), ':', two(value % 60), " hours");
}

/// As C's asctime: "Thu Jan  1 00:00:01 1970".
void print_date(Line& line, uint32_t value) {
  constexpr std::string_view days = "SunMonTueWedThuFriSat", months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const std::chrono::sys_seconds point{std::chrono::seconds(value)};
  const auto day = std::chrono::floor<std::chrono::days>(point);
  const std::chrono::year_month_day date{day};
  const auto two = [](uint32_t number) { return Padded{number, 2, '0'}; };
  const uint32_t second = value % 86400;
  line.put(days.substr(std::chrono::weekday{day}.c_encoding() * 3, 3), ' ',
           months.substr((unsigned{date.month()} - 1) * 3, 3), ' ', Padded{unsigned{date.day()}, 2}, ' ',
           two(second / 3600), ':', two(second % 3600 / 60), ':', two(second % 60), ' ', int{date.year()});
}

void print_ipv4_address(Line& line, uint8_t type, View value) {
  if (type == framed_ip_address || type == login_ip_host) {
    if (value.u32(0) == 0xffffffff) {
      line.put("User Selected");
      return;
    }
    if (value.u32(0) == 0xfffffffe) {
      line.put("NAS Select");
      return;
    }
  }
  line.put(Ipv4Text{value.at_least(0, 4)});
}

void print_ipv6_prefix(Line& line, View value) {
  const size_t length = value.length();
  if (length < 2 || length > 18) {
    line.put("ERROR: length ", length, " not in range (2..18)");
    return;
  }
  const uint8_t width = value.u8(1);
  if (width > 128) {
    line.put("ERROR: netmask ", width, " not in range (0..128)");
    return;
  }
  uint8_t address[16] = {};
  if (length > 2) std::memcpy(address, value.at_least(2, length - 2), length - 2);
  line.put(Ipv6Text{address}, '/', width);
  if (width > 8 * (length - 2)) line.put(" (inconsistent prefix length)");
}

void print_vendor_specific(Line& line, View value) {
  if (value.length() < 4) line.truncated();
  const uint32_t vendor = value.u32(0);
  const std::string_view name = find_name(vendors, vendor);
  line.put("Vendor: ", name.empty() ? "Unknown" : name, " (", vendor, ')');
  for (View in = value.from(4); in.length() >= 2;) {
    const uint8_t type = in.u8(0), size = in.u8(1);
    line.put("\n\t    Vendor Attribute: ", type);
    if (size < 2) {
      line.put(", Length: ", size, " (bogus, must be >= 2)");
      return;
    }
    if (size > in.length()) {
      line.put(", Length: ", size, " (bogus, goes past end of vendor-specific attribute)");
      return;
    }
    line.put(", Length: ", size - 2u, ", Value: ");
    for (size_t i = 2; i < size; ++i) put_dotted(line, in.u8(i));
    in = in.from(size);
  }
}

void print_arap_features(Line& line, View value) {
  line.put(value.u8(0) == 0 ? "User cannot change password" : "User can change password");
  line.put(", Min password length: ", value.u8(1), ", created at: ");
  put_upper_hex(line, value.bytes(2, 4));
  line.put(", expires in: ");
  put_upper_hex(line, value.bytes(6, 4));
  line.put(", Current Time: ");
  put_upper_hex(line, value.bytes(10, 4));
}

void print_location_information(Line& line, View value) {
  line.put("index ", value.u16(0), ", code ", Named{location_codes, value.u8(2), "Unknown (", ")"},
           ", entity ", Named{location_entities, value.u8(3), "Unknown (", ")"}, ", sighting time ");
  ntp::put_ntp_time(line, ntp::time_stamp(value, 4));
  line.put(", time to live ");
  ntp::put_ntp_time(line, ntp::time_stamp(value, 12));
  line.put(", method \"");
  put_text(line, value, 20);
  line.put('"');
}

void print_policy_rules(Line& line, View value) {
  const uint16_t flags = value.u16(0);
  line.put("flags [",
           NamedBits{std::array{Name{0x8000, "Retransmission Allowed"}, Name{0x7fff, "MBZ-15"}}, flags});
  line.put("], retention expires ");
  ntp::put_ntp_time(line, ntp::time_stamp(value, 2));
  if (value.length() <= 10) return;
  line.put(", note well \"");
  put_text(line, value, 10);
  line.put('"');
}

void print_error_cause(Line& line, View value) {
  if (value.length() != 4) {
    line.put("Error: length ", value.length(), " != 4");
    return;
  }
  const uint32_t cause = value.u32(0);
  line.put("Error cause ", cause, ": ", Named{error_causes, cause, "Error-Cause ", " not known"});
}

}  // namespace

void print_value(Line& line, const Attribute& attribute, View value) {
  switch (attribute.form) {
    case Unprinted: return;
    case PlainText: return put_text(line, value, 0);
    case TaggedText:
    case TaggedPassword:
    case VlanName: return print_tagged_text(line, value, attribute.form);
    case Number:
      if (has_length(line, value, 4)) line.put(value.u32(0));
      return;
    case NamedNumber:
      if (has_length(line, value, 4)) line.put(Named{attribute.values, value.u32(0)});
      return;
    case TaggedName:
      if (!has_length(line, value, 4)) return;
      put_tag(line, value.u8(0));
      line.put(Named{attribute.values, value.u24(1)});
      return;
    case TaggedNumber:
      if (!has_length(line, value, 4)) return;
      put_tag(line, value.u8(0));
      line.put(value.u24(1));
      return;
    case VlanId:
      if (!has_length(line, value, 4)) return;
      put_vlan_tag(line, value.u8(0));
      line.put(value.u24(1));
      return;
    case Seconds:
      if (has_length(line, value, 4)) print_seconds(line, value.u32(0));
      return;
    case Date:
      if (has_length(line, value, 4)) print_date(line, value.u32(0));
      return;
    case Ipv4Address:
      if (has_length(line, value, 4)) print_ipv4_address(line, attribute.type, value);
      return;
    case Ipv6Address:
      if (has_length(line, value, 16)) line.put(Ipv6Text{value.at_least(0, 16)});
      return;
    case Ipv6Prefix: return print_ipv6_prefix(line, value);
    case ArapPassword:
      if (!has_length(line, value, 16)) return;
      line.put("User_challenge (");
      put_hex(line, value.bytes(0, 8));
      line.put(") User_resp(");
      put_upper_hex(line, value.bytes(8, 8));
      line.put(')');
      return;
    case ArapFeatures:
      if (has_length(line, value, 14)) print_arap_features(line, value);
      return;
    case ArapResponse:
      if (has_length(line, value, 8)) put_upper_hex(line, value.bytes(0, 8));
      return;
    case Eap: return print_eap_message(line, value);
    case ErrorCause: return print_error_cause(line, value);
    case FeatureVector:
      if (has_length(line, value, 8)) line.put('[', NamedBits{features, value.u64(0), ""}, ']');
      return;
    case HomeLinkPrefix:
      if (has_length(line, value, 17)) line.put(Ipv6Text{value.at_least(1, 16)}, '/', value.u8(0));
      return;
    case OperatorName:
      line.put('[', Named{operator_namespaces, value.u8(0), "unknown namespace "}, "] ",
               CaretNotation{value.bytes(1, value.length() - 1)});
      return;
    case LocationInformation:
      if (has_at_least(line, value, 21)) print_location_information(line, value);
      return;
    case LocationData:
      if (!has_at_least(line, value, 3)) return;
      line.put("index ", value.u16(0), ", location");
      append_hex_and_ascii(line, value.bytes(2, value.length() - 2), "\n\t    ");
      return;
    case PolicyRules:
      if (has_at_least(line, value, 10)) print_policy_rules(line, value);
      return;
    case VendorSpecific: return print_vendor_specific(line, value);
  }
}

}  // namespace wiretale::radius
