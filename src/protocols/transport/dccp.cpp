// DCCP (RFC 4340): datagrams with congestion control.
#include <array>

#include "packet/line.h"
#include "protocols/network/endpoint.h"
#include "protocols/network/ip_payload.h"
#include "protocols/network/ip_protocol_names.h"

namespace wiretale::dccp {
namespace {

enum PacketType : uint8_t { request = 0, response = 1, data = 2, reset = 7 };

constexpr Name types_[] = {{request, "DCCP-Request"}, {response, "DCCP-Response"}, {data, "DCCP-Data"},
                           {3, "DCCP-Ack"},           {4, "DCCP-DataAck"},         {5, "DCCP-CloseReq"},
                           {6, "DCCP-Close"},         {reset, "DCCP-Reset"},       {8, "DCCP-Sync"},
                           {9, "DCCP-SyncAck"}};
constexpr Names types = types_;

constexpr std::string_view reset_codes[] = {
    "unspecified",      "closed",       "aborted",         "no_connection",
    "packet_error",     "option_error", "mandatory_error", "connection_refused",
    "bad_service_code", "too_busy",     "bad_init_cookie", "aggression_penalty"};

enum OptionType : uint8_t {
  change_local = 32,
  confirm_remote = 35,
  init_cookie = 36,
  packet_count = 37,
  ack_vector_0 = 38,
  ack_vector_1 = 39,
  data_dropped = 40,
  timestamp = 41,
  timestamp_echo = 42,
  elapsed_time = 43,
  data_checksum = 44
};
constexpr unsigned first_with_length = 32, first_of_congestion_control = 128;

constexpr Name options_[] = {{0, "nop"},
                             {1, "mandatory"},
                             {2, "slowreceiver"},
                             {change_local, "change_l"},
                             {33, "confirm_l"},
                             {34, "change_r"},
                             {confirm_remote, "confirm_r"},
                             {init_cookie, "initcookie"},
                             {packet_count, "ndp_count"},
                             {ack_vector_0, "ack_vector0"},
                             {ack_vector_1, "ack_vector1"},
                             {data_dropped, "data_dropped"},
                             {timestamp, "timestamp"},
                             {timestamp_echo, "timestamp_echo"},
                             {elapsed_time, "elapsed_time"},
                             {data_checksum, "data_checksum"}};
constexpr Names option_names = options_;

constexpr std::string_view features[] = {"reserved",           "ccid",           "allow_short_seqno",
                                         "sequence_window",    "ecn_incapable",  "ack_ratio",
                                         "send_ack_vector",    "send_ndp_count", "minimum checksum coverage",
                                         "check data checksum"};

constexpr Field source_port{"dccp.srcport", "Source Port", bytes(0, 2)};
constexpr Field destination_port{"dccp.dstport", "Destination Port", bytes(2, 2)};
constexpr Field data_offset{"dccp.data_offset", "Data Offset", bytes(4, 1)};
constexpr Field ccval{"dccp.ccval", "CCVal", bits(40, 4).with_mask(0)};
constexpr Field coverage{"dccp.cscov", "Checksum Coverage", bits(44, 4).with_mask(0)};
constexpr Field checksum{"dccp.checksum", "Checksum", bytes(6, 2), Type::Uint16, Show::Hex};
constexpr Field type_field{"dccp.type", "Type", bits(67, 4).with_mask(0), Type::Uint8, Show::Decimal, types};
constexpr Field extended{"dccp.x", "Extended Sequence Numbers", bits(71, 1).with_mask(0), Type::Boolean,
                         Show::Flag};
constexpr const Field* fields[] = {&source_port, &destination_port, &data_offset, &ccval,
                                   &coverage,    &checksum,         &type_field,  &extended};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::dccp}};

constexpr size_t short_header = 12, extended_header = 16;

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(short_header);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const size_t length = data_offset.read(header) * 4;
  if (length < short_header) return {.trouble = Trouble::Malformed};
  in.skip(length - short_header);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  context.ports = {be16(&header[0]), be16(&header[2])};
  return {};
}

void put_hex(Line& line, View content) {
  for (const uint8_t byte : content.bytes(0, content.length())) line.put(Hex{byte, 2});
}
void put_numbers(Line& line, View content) {
  for (const uint8_t byte : content.bytes(0, content.length())) line.put(' ', byte);
}

void print_option_content(Line& line, uint8_t type, View content) {
  const size_t size = content.length();
  if (type >= change_local && type <= confirm_remote) {
    if (size == 0 || content.u8(0) >= std::size(features)) return;
    line.put(' ', features[content.u8(0)]);
    put_numbers(line, content.from(1));
    return;
  }
  switch (type) {
    case packet_count: put_numbers(line, content); return;
    case init_cookie:
    case ack_vector_0:
    case ack_vector_1:
    case data_dropped:
      if (size > 0) line.put(" 0x");
      put_hex(line, content);
      return;
    case data_checksum:
      if (size > 0) line.put(' ');
      put_hex(line, content);
      return;
    case timestamp:
      if (size == 4)
        line.put(' ', content.u32(0));
      else
        line.put(" [optlen != 6]");
      return;
    case timestamp_echo:
      if (size != 4 && size != 6 && size != 8) {
        line.put(" [optlen != 6 or 8 or 10]");
        return;
      }
      line.put(' ', content.u32(0));
      if (size > 4) line.put(" (elapsed time ", size == 6 ? uint32_t{content.u16(4)} : content.u32(4), ')');
      return;
    case elapsed_time:
      if (size == 2 || size == 4)
        line.put(' ', size == 2 ? uint32_t{content.u16(0)} : content.u32(0));
      else
        line.put(" [optlen != 4 or 6]");
      return;
    default:
      if (type >= first_of_congestion_control && (size == 2 || size == 4))
        line.put(' ', size == 2 ? uint32_t{content.u16(0)} : content.u32(0));
      return;
  }
}

/// One option; its length, or 0 when nothing can follow it.
size_t print_option(Line& line, View options) {
  const uint8_t type = options.u8(0);
  const size_t size = type < first_with_length ? 1 : options.u8(1);
  const bool too_long = size > options.length();
  if (!too_long) options.need(0, size);
  line.put(Named{option_names, type, type >= first_of_congestion_control ? "CCID option " : "Option "});
  if (type < first_with_length) return 1;
  if (size < 2 || too_long) {
    line.put(size < 2 ? " optlen too short" : " optlen goes past header length");
    return 0;
  }
  print_option_content(line, type, options.part(2, size - 2));
  return size;
}

void print_options(Line& line, View options) {
  line.put(" <");
  try {
    while (options.length() > 0) {
      const size_t size = print_option(line, options);
      if (size == 0) break;
      options = options.from(size);
      if (options.length() > 0) line.put(", ");
    }
  } catch (const Truncated&) {
    line.put(" [|dccp]");
  }
  line.put('>');
}

void print_details(Line& line, View in) {
  const unsigned covered_code = in.u8(5) & 15u;
  line.put(" (CCVal ", in.u8(5) >> 4u, ", CsCov ", covered_code);
  const size_t length = in.length();
  if (in.has(0, length)) {
    // RFC 4340 9.2: 0 covers everything, n covers the header and n - 1 words.
    const size_t covered =
        covered_code == 0 ? length : std::min(length, in.u8(4) * size_t{4} + (covered_code - 1) * size_t{4});
    const uint16_t carried = in.u16(6);
    uint16_t sum = transport_checksum(line.network, ip_protocol::dccp, length, in.bytes(0, covered));
    line.put(", cksum 0x", Hex{carried, 4}, ' ');
    if (sum == 0)
      line.put("(correct)");
    else
      line.put("(incorrect -> 0x", Hex{right_checksum(carried, sum), 4}, ')');
  }
  line.put(')');
}

void print(Line& line, View in) {
  line.protocol = "dccp";
  if (in.length() < short_header) line.truncated();
  in.need(0, short_header);
  const bool is_extended = (in.u8(8) & 1u) != 0;
  const size_t header = is_extended ? extended_header : short_header;
  if (in.length() < header) line.truncated();
  in.need(0, header);
  line.ports = {in.u16(0), in.u16(2)};
  put_address(line, line.network.version, line.network.source);
  line.put('.', line.ports.source, " > ");
  put_address(line, line.network.version, line.network.destination);
  line.put('.', line.ports.destination, ": DCCP");
  if (line.options.verbose > 0) print_details(line, in);
  line.put(' ');
  const uint8_t type = in.u8(8) >> 1u & 15u;
  const bool has_acknowledgment = type != request && type != data;
  const size_t acknowledgment = !has_acknowledgment ? 0 : is_extended ? 8 : 4;
  const bool has_word = type == request || type == response || type == reset;
  const size_t word = header + acknowledgment, end = word + (has_word ? 4 : 0);
  in.need(0, end);
  line.put(Named{types, type, "unknown-type-"});
  if (type == reset)
    line.put(" (code=", in.u8(word) < std::size(reset_codes) ? reset_codes[in.u8(word)] : "invalid", ')');
  else if (has_word)
    line.put(" (service=", in.u32(word), ')');
  if (has_acknowledgment)
    line.put(" (ack=", is_extended ? in.u48(header + 2) : uint64_t{in.u24(header + 1)}, ')');
  line.put(' ');
  if (line.options.verbose < 2) return;
  line.put("seq ", is_extended ? in.u48(10) : uint64_t{in.u24(9)});
  const size_t length = in.u8(4) * size_t{4}, options = find_name(types, type).empty() ? header : end;
  if (length > options) print_options(line, in.from(options).with_length(length - options));
}

}  // namespace

extern constinit const Protocol protocol{.name = "dccp",
                                         .title = "Datagram Congestion Control Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::dccp
