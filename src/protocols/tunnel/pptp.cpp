// PPTP's control connection (RFC 2637): how tunnels of PPP in GRE are set up.
#include <algorithm>

#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::pptp {
namespace {

enum Message : uint16_t {
  start_request = 1,
  start_reply,
  stop_request,
  stop_reply,
  echo_request,
  echo_reply,
  outgoing_request,
  outgoing_reply,
  incoming_request,
  incoming_reply,
  incoming_connected,
  clear_request,
  disconnect_notify,
  error_notify,
  set_link
};
constexpr Name message_name_table[] = {
    {0, "NOT_DEFINED"},         {start_request, "SCCRQ"},   {start_reply, "SCCRP"},
    {stop_request, "StopCCRQ"}, {stop_reply, "StopCCRP"},   {echo_request, "ECHORQ"},
    {echo_reply, "ECHORP"},     {outgoing_request, "OCRQ"}, {outgoing_reply, "OCRP"},
    {incoming_request, "ICRQ"}, {incoming_reply, "ICRP"},   {incoming_connected, "ICCN"},
    {clear_request, "CCRQ"},    {disconnect_notify, "CDN"}, {error_notify, "WEN"},
    {set_link, "SLI"}};
constexpr Names message_names = message_name_table;
constexpr Name kind_name_table[] = {{1, "CTRL-MSG"}, {2, "MGMT-MSG"}};
constexpr Names kind_names = kind_name_table;

constexpr Field length{"pptp.length", "Length", bytes(0, 2)};
constexpr Field kind{"pptp.type", "Message type", bytes(2, 2), Type::Uint16, Show::Decimal, kind_names};
constexpr Field cookie{"pptp.magic_cookie", "Magic Cookie", bytes(4, 4), Type::Uint32, Show::Hex};
constexpr Field message{"pptp.control_message_type",
                        "Control Message Type",
                        bytes(8, 2),
                        Type::Uint16,
                        Show::Decimal,
                        message_names};
constexpr const Field* fields[] = {&length, &kind, &cookie, &message};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::TcpPort, 1723}};

constexpr size_t header_length = 12;
constexpr uint32_t magic_cookie = 0x1a2b3c4d;

constexpr Name start_results[] = {{1, "Successful channel establishment"},
                                  {2, "General error"},
                                  {3, "Command channel already exists"},
                                  {4, "Requester is not authorized to establish a command channel"},
                                  {5, "The protocol version of the requester is not supported"}};
constexpr Name simple_results[] = {{1, "OK"}, {2, "General Error"}};
constexpr Name outgoing_results[] = {{1, "Connected"},    {2, "General Error"}, {3, "No Carrier"},
                                     {4, "Busy"},         {5, "No Dial Tone"},  {6, "Time-out"},
                                     {7, "Do Not Accept"}};
constexpr Name incoming_results[] = {{1, "Connect"}, {2, "General Error"}, {3, "Do Not Accept"}};
constexpr Name disconnect_results[] = {
    {1, "Lost Carrier"}, {2, "General Error"}, {3, "Admin Shutdown"}, {4, "Request"}};
constexpr Name stop_reasons[] = {{1, "None"}, {2, "Stop-Protocol"}, {3, "Stop-Local-Shutdown"}};
constexpr Name errors[] = {{0, "None"},        {1, "Not-Connected"}, {2, "Bad-Format"}, {3, "Bad-Value"},
                           {4, "No-Resource"}, {5, "Bad-Call-ID"},   {6, "PAC-Error"}};
constexpr Name framings[] = {{1, "A"}, {2, "S"}};
constexpr Name bearers[] = {{2, "D"}, {1, "A"}};
constexpr Name framing_types[] = {{1, "A"}, {2, "S"}, {3, "E"}};
constexpr Name bearer_types[] = {{1, "A"}, {2, "D"}, {3, "Any"}};

/// Reads a message's fields one after the other and writes each as " LABEL(value)".
class Walk {
 public:
  Walk(Line& line, View in) : line_(line), in_(in) {}

  /// Two bytes, or one, that are for nothing yet.
  Walk& reserved() { return expect_zero(in_.u16(take(2))); }
  Walk& reserved_byte() { return expect_zero(in_.u8(take(1))); }
  Walk& number16(std::string_view label) {
    const uint16_t value = in_.u16(take(2));
    line_.put(' ', label, '(', value, ')');
    return *this;
  }
  Walk& number32(std::string_view label) {
    const uint32_t value = in_.u32(take(4));
    line_.put(' ', label, '(', value, ')');
    return *this;
  }
  Walk& mask(std::string_view label) {
    const uint32_t value = in_.u32(take(4));
    line_.put(' ', label, "(0x", Hex{value, 8}, ')');
    return *this;
  }
  /// A code, with its meaning at -v.
  Walk& code(std::string_view label, Names names) {
    const uint8_t value = in_.u8(take(1));
    line_.put(' ', label, '(', value);
    if (line_.options.verbose > 0) {
      const std::string_view name = find_name(names, value);
      line_.put(':', name.empty() ? "?" : name);
    }
    line_.put(')');
    return *this;
  }
  Walk& version() {
    const uint16_t value = in_.u16(take(2));
    line_.put(" PROTO_VER(", value >> 8, '.', value & 0xffu, ')');
    return *this;
  }
  /// The beginning of a field of which tcpdump writes the label before it looks for the value.
  Walk& open(std::string_view label) {
    line_.put(' ', label, '(');
    return *this;
  }
  Walk& capabilities(Names names) {
    const uint32_t value = in_.u32(take(4));
    line_.put(NamedBits{names, value, "", ""}, ')');
    return *this;
  }
  Walk& need(size_t count) {
    in_.need(at_, count);
    return *this;
  }
  Walk& type(std::string_view label, Names names) {
    const uint32_t value = in_.u32(take(4));
    const std::string_view name = find_name(names, value);
    line_.put(' ', label, '(', name.empty() ? "?" : name, ')');
    return *this;
  }
  /// A field of fixed size, at most `shown` characters of it up to the first zero.
  Walk& text(std::string_view label, size_t size, size_t shown) {
    line_.put(' ', label, '(');
    const Bytes field = in_.available(at_, shown);
    size_t count = 0;
    while (count < field.size() && field[count] != 0) ++count;
    line_.put(CaretNotation{field.first(count)});
    if (count == field.size() && count < shown) line_.truncated();
    line_.put(')');
    at_ += size;
    return *this;
  }
  Walk& text(std::string_view label, size_t size) { return text(label, size, size); }
  uint16_t last16() const { return in_.u16(at_ - 2); }

 private:
  Walk& expect_zero(unsigned value) {
    if (value != 0) line_.put(" [ERROR: reserved=", value, " must be zero]");
    return *this;
  }
  size_t take(size_t count) {
    in_.need(at_, count);
    const size_t at = at_;
    at_ += count;
    return at;
  }

  Line& line_;
  View in_;
  size_t at_ = 0;
};

constexpr size_t name_size = 64, statistics_size = 128;

void print_start(Walk& walk, bool reply) {
  walk.version();
  if (reply)
    walk.code("RESULT_CODE", start_results).code("ERR_CODE", errors);
  else
    walk.reserved();
  walk.open("FRAME_CAP")
      .capabilities(framings)
      .need(4)
      .open("BEARER_CAP")
      .capabilities(bearers)
      .number16("MAX_CHAN")
      .number16("FIRM_REV")
      .text("HOSTNAME", name_size)
      .text("VENDOR", name_size);
}

void print_message(Line& line, uint16_t what, View in) {
  Walk walk(line, in);
  switch (what) {
    case start_request: return print_start(walk, false);
    case start_reply: return print_start(walk, true);
    case stop_request: walk.code("REASON", stop_reasons).reserved_byte().reserved(); return;
    case stop_reply: walk.code("RESULT_CODE", simple_results).code("ERR_CODE", errors).reserved(); return;
    case echo_request: walk.number32("ID"); return;
    case echo_reply:
      walk.number32("ID").code("RESULT_CODE", simple_results).code("ERR_CODE", errors).reserved();
      return;
    case outgoing_request: {
      walk.number16("CALL_ID").number16("CALL_SER_NUM").number32("MIN_BPS").number32("MAX_BPS");
      walk.type("BEARER_TYPE", bearer_types).type("FRAME_TYPE", framing_types);
      walk.number16("RECV_WIN").number16("PROC_DELAY").number16("PHONE_NO_LEN");
      const size_t digits = std::min<size_t>(walk.last16(), name_size);
      walk.reserved().text("PHONE_NO", name_size, digits).text("SUB_ADDR", name_size);
      return;
    }
    case outgoing_reply:
      walk.number16("CALL_ID").number16("PEER_CALL_ID");
      walk.code("RESULT_CODE", outgoing_results).code("ERR_CODE", errors).number16("CAUSE_CODE");
      walk.number32("CONN_SPEED").number16("RECV_WIN").number16("PROC_DELAY").number32("PHY_CHAN_ID");
      return;
    case incoming_request: {
      walk.number16("CALL_ID").number16("CALL_SER_NUM").type("BEARER_TYPE", bearer_types);
      walk.number32("PHY_CHAN_ID").number16("DIALED_NO_LEN");
      const size_t dialed = std::min<size_t>(walk.last16(), name_size);
      walk.number16("DIALING_NO_LEN");
      const size_t dialing = std::min<size_t>(walk.last16(), name_size);
      walk.text("DIALED_NO", name_size, dialed).text("DIALING_NO", name_size, dialing);
      walk.text("SUB_ADDR", name_size);
      return;
    }
    case incoming_reply:
      walk.number16("CALL_ID").number16("PEER_CALL_ID");
      walk.code("RESULT_CODE", incoming_results).code("ERR_CODE", errors);
      walk.number16("RECV_WIN").number16("PROC_DELAY").reserved();
      return;
    case incoming_connected:
      walk.number16("PEER_CALL_ID").reserved().number32("CONN_SPEED");
      walk.number16("RECV_WIN").number16("PROC_DELAY").type("FRAME_TYPE", framing_types);
      return;
    case clear_request: walk.number16("CALL_ID").reserved(); return;
    case disconnect_notify:
      walk.number16("CALL_ID").code("RESULT_CODE", disconnect_results).code("ERR_CODE", errors);
      walk.number16("CAUSE_CODE").reserved().text("CALL_STATS", statistics_size);
      return;
    case error_notify:
      walk.number16("PEER_CALL_ID").reserved().number32("CRC_ERR").number32("FRAMING_ERR");
      walk.number32("HARDWARE_OVERRUN")
          .number32("BUFFER_OVERRUN")
          .number32("TIMEOUT_ERR")
          .number32("ALIGN_ERR");
      return;
    case set_link: walk.number16("PEER_CALL_ID").reserved().mask("SEND_ACCM").mask("RECV_ACCM"); return;
    default: return;
  }
}

void print(Line& line, View in) {
  line.protocol = "pptp";
  line.put(": pptp");
  const bool verbose = line.options.verbose > 0;
  const uint16_t size = in.u16(0);
  if (verbose) line.put(" Length=", size);
  const uint16_t type = in.u16(2);
  if (verbose) {
    const std::string_view name = find_name(kind_names, type);
    line.put(' ', name.empty() ? "UNKNOWN-MSG-TYPE" : name);
  }
  const uint32_t magic = in.u32(4);
  const bool unexpected = magic != magic_cookie;
  if (unexpected) line.put(" UNEXPECTED Magic-Cookie!!(", Hex{magic, 8}, ')');
  if (verbose || unexpected) line.put(" Magic-Cookie=", Hex{magic, 8});
  const uint16_t what = in.u16(8);
  const std::string_view name = find_name(message_names, what);
  if (name.empty())
    line.put(" UNKNOWN_CTRL_MSGTYPE(", what, ')');
  else
    line.put(" CTRL_MSGTYPE=", name);
  Walk(line, in.from(10)).reserved();
  print_message(line, what, in.from(header_length));
}

Step decode(Cursor& in, Context&) {
  in.take(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

}  // namespace

extern constinit const Protocol protocol{.name = "pptp",
                                         .title = "Point-to-Point Tunnelling Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::pptp
