// The attribute value pairs of L2TP's control messages (RFC 2661 4, RFC 3145).
#include "protocols/tunnel/l2tp_attributes.h"

namespace wiretale::l2tp {
namespace {

enum Attribute : uint16_t {
  message_type = 0,
  result_code = 1,
  protocol_version = 2,
  framing_capabilities = 3,
  bearer_capabilities = 4,
  tie_breaker = 5,
  challenge = 11,
  q931_cause = 12,
  challenge_response = 13,
  bearer_type = 18,
  framing_type = 19,
  proxy_authentication_type = 29,
  proxy_authentication_id = 32,
  call_errors = 34,
  accm = 35,
  sequencing_required = 39,
  ppp_disconnect_cause = 46
};

enum class Form : uint8_t { Special, Text, Octets, Number16, Number32 };
struct Description {
  std::string_view name;
  Form form = Form::Special;
};

constexpr Description descriptions[] = {{"MSGTYPE"},
                                        {"RESULT_CODE"},
                                        {"PROTO_VER"},
                                        {"FRAMING_CAP"},
                                        {"BEARER_CAP"},
                                        {"TIE_BREAKER"},
                                        {"FIRM_VER", Form::Number16},
                                        {"HOST_NAME", Form::Text},
                                        {"VENDOR_NAME", Form::Text},
                                        {"ASSND_TUN_ID", Form::Number16},
                                        {"RECV_WIN_SIZE", Form::Number16},
                                        {"CHALLENGE", Form::Octets},
                                        {"Q931_CC"},
                                        {"CHALLENGE_RESP"},
                                        {"ASSND_SESS_ID", Form::Number16},
                                        {"CALL_SER_NUM", Form::Number32},
                                        {"MINIMUM_BPS", Form::Number32},
                                        {"MAXIMUM_BPS", Form::Number32},
                                        {"BEARER_TYPE"},
                                        {"FRAMING_TYPE"},
                                        {""},
                                        {"CALLED_NUMBER", Form::Text},
                                        {"CALLING_NUMBER", Form::Text},
                                        {"SUB_ADDRESS", Form::Text},
                                        {"TX_CONN_SPEED", Form::Number32},
                                        {"PHY_CHANNEL_ID", Form::Number32},
                                        {"INI_RECV_LCP", Form::Octets},
                                        {"LAST_SENT_LCP", Form::Octets},
                                        {"LAST_RECV_LCP", Form::Octets},
                                        {"PROXY_AUTH_TYPE"},
                                        {"PROXY_AUTH_NAME", Form::Text},
                                        {"PROXY_AUTH_CHAL", Form::Octets},
                                        {"PROXY_AUTH_ID"},
                                        {"PROXY_AUTH_RESP", Form::Octets},
                                        {"CALL_ERRORS"},
                                        {"ACCM"},
                                        {"RANDOM_VECTOR", Form::Octets},
                                        {"PRIVATE_GRP_ID", Form::Text},
                                        {"RX_CONN_SPEED", Form::Number32},
                                        {"SEQ_REQUIRED"}};
constexpr Description disconnect_cause{"PPP_DISCON_CC"};

Description describe(uint16_t attribute) {
  if (attribute == ppp_disconnect_cause) return disconnect_cause;
  return attribute < std::size(descriptions) ? descriptions[attribute] : Description{""};
}

constexpr Name message_names[] = {{1, "SCCRQ"}, {2, "SCCRP"}, {3, "SCCCN"}, {4, "StopCCN"}, {6, "HELLO"},
                                  {7, "OCRQ"},  {8, "OCRP"},  {9, "OCCN"},  {10, "ICRQ"},   {11, "ICRP"},
                                  {12, "ICCN"}, {14, "CDN"},  {15, "WEN"},  {16, "SLI"}};
constexpr Name authentication_names[] = {{0, "Reserved"}, {1, "Textual"}, {2, "CHAP"},
                                         {3, "PAP"},      {4, "No Auth"}, {5, "MS-CHAPv1"}};
constexpr Name direction_names[] = {{0, "global error"}, {1, "at peer"}, {2, "at local"}};
constexpr Name framing_names[] = {{2, "A"}, {1, "S"}};
constexpr Name bearer_names[] = {{2, "A"}, {1, "D"}};
constexpr std::string_view too_short = "AVP too short";

void print_octets(Line& line, View in) {
  for (const uint8_t octet : in.bytes(0, in.length())) line.put(Hex{octet, 2});
}
void print_text(Line& line, View in) { line.put(CaretNotation{in.bytes(0, in.length())}); }

void print_result_code(Line& line, View in) {
  line.put(in.u16(0));
  if (in.length() == 2) return;
  if (in.length() < 4) {
    line.put(' ', too_short);
    return;
  }
  line.put('/', in.u16(2));
  if (in.length() == 4) return;
  line.put(' ');
  print_text(line, in.from(4));
}

void print_q931_cause(Line& line, View in) {
  line.put(in.u16(0), ", ", Hex{in.u8(2), 2});
  if (in.length() == 3) return;
  line.put(' ');
  print_text(line, in.from(3));
}

void print_disconnect_cause(Line& line, View in) {
  constexpr size_t fixed = 5;
  line.put(Hex{in.u16(0), 4}, ", ", Hex{in.u16(2), 4}, ' ', Named{direction_names, in.u8(4), "Direction-#"});
  if (in.length() == fixed) return;
  line.put(' ');
  print_text(line, in.from(fixed));
}

/// Counters or masks of four bytes after two reserved ones.
template <class Print>
void print_numbers(Line& line, View in, std::initializer_list<std::string_view> labels, Print print) {
  size_t at = 2;
  for (const std::string_view label : labels) {
    if (in.length() < at + 4) {
      line.put(too_short);
      return;
    }
    line.put(label, '=');
    print(in.u32(at));
    line.put(' ');
    at += 4;
  }
}

/// The fewest bytes with which a value is printed at all.
size_t shortest(uint16_t attribute) {
  switch (attribute) {
    case message_type:
    case result_code:
    case protocol_version:
    case proxy_authentication_type:
    case call_errors:
    case accm: return 2;
    case q931_cause: return 3;
    case framing_capabilities:
    case bearer_capabilities:
    case bearer_type:
    case framing_type: return 4;
    case ppp_disconnect_cause: return 5;
    case proxy_authentication_id: return 2;
    case tie_breaker: return 8;
    case challenge_response: return 16;
    default: return 0;
  }
}

void print_special(Line& line, uint16_t attribute, View in) {
  if (in.length() < shortest(attribute)) {
    line.put(too_short);
    return;
  }
  switch (attribute) {
    case message_type: line.put(Named{message_names, in.u16(0), "MSGTYPE-#"}); return;
    case result_code: return print_result_code(line, in);
    case protocol_version: line.put(in.u8(0), '.', in.u8(1)); return;
    case framing_capabilities:
    case framing_type: line.put(NamedBits{framing_names, in.u32(0), "", ""}); return;
    case bearer_capabilities:
    case bearer_type: line.put(NamedBits{bearer_names, in.u32(0), "", ""}); return;
    case tie_breaker: line.put(Hex{in.u64(0)}); return;
    case q931_cause: return print_q931_cause(line, in);
    case challenge_response: return print_octets(line, in.limit(16));
    case proxy_authentication_type: line.put(Named{authentication_names, in.u16(0), "AuthType-#"}); return;
    case proxy_authentication_id: line.put(in.u16(0) & 0xffu); return;
    case call_errors:
      return print_numbers(line, in, {"CRCErr", "FrameErr", "HardOver", "BufOver", "Timeout", "AlignErr"},
                           [&](uint32_t count) { line.put(count); });
    case accm:
      return print_numbers(line, in, {"send", "recv"}, [&](uint32_t mask) { line.put(Hex{mask, 8}); });
    case ppp_disconnect_cause: return print_disconnect_cause(line, in);
    default: return;  // "sequencing required" has no value
  }
}

void print_value(Line& line, uint16_t attribute, Form form, View in) {
  switch (form) {
    case Form::Special: return print_special(line, attribute, in);
    case Form::Text: return print_text(line, in);
    case Form::Octets: return print_octets(line, in);
    case Form::Number16:
      if (in.length() < 2)
        line.put(too_short);
      else
        line.put(in.u16(0));
      return;
    case Form::Number32:
      if (in.length() < 4)
        line.put(too_short);
      else
        line.put(in.u32(0));
      return;
  }
}

}  // namespace

void print_attributes(Line& line, View in) {
  constexpr uint16_t mandatory = 0x8000, hidden = 0x4000, length_mask = 0x03ff;
  constexpr size_t header_length = 6;
  while (in.length() > 0) {
    line.put(' ');
    const uint16_t first = in.u16(0);
    const size_t size = first & length_mask;
    if (size < header_length || size > in.length()) line.truncated();
    in.need(0, size);
    if ((first & mandatory) != 0) line.put('*');
    const bool is_hidden = (first & hidden) != 0;
    if (is_hidden) line.put('?');
    const uint16_t vendor = in.u16(2), attribute = in.u16(4);
    const View value = in.part(header_length, size - header_length);
    if (vendor != 0) {
      line.put("VENDOR", Hex{vendor, 4}, ":ATTR", Hex{attribute, 4}, '(');
      print_octets(line, value);
    } else {
      const Description description = describe(attribute);
      if (description.name.empty())
        line.put("AVP-#", attribute);
      else
        line.put(description.name);
      line.put('(');
      if (is_hidden)
        line.put("???");
      else
        print_value(line, attribute, description.form, value);
    }
    line.put(')');
    in = in.from(size);
  }
}

}  // namespace wiretale::l2tp
