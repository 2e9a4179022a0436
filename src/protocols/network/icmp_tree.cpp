// ICMP in the field tree (RFC 792, 950, 1256, 4884, 8335).
#include "protocols/network/icmp_tree.h"

#include <bit>

#include "protocols/catalog.h"
#include "protocols/checksum_tree.h"
#include "protocols/network/echo_exchanges.h"
#include "protocols/network/icmp_labels.h"

namespace wiretale::icmp {
namespace {

/// "Type: 3 (Destination unreachable)", and the column's words.
std::string_view type_words(Bytes layer) {
  const uint8_t code_number = layer[1];
  if (layer[0] == router_advertisement && (code_number == 0 || code_number == 16))
    return "Mobile IP Advertisement";
  return name_or(type_labels_, layer[0], "Reserved");
}

bool has_identifier(uint8_t message) {
  return message == echo || message == echo_reply || (message >= timestamp && message <= mask_reply);
}

void write_info(Bytes layer, FieldWriter& out) {
  if (!out.wants_columns()) return;
  out.protocol_column("ICMP");
  const Names codes = code_labels(layer[0]);
  const std::string_view words = type_words(layer);
  if (!codes.empty()) {
    out.info(Left{words, 20}, " (");
    const std::string_view code_words = find_name(codes, layer[1]);
    if (code_words.empty())
      out.more_info("Unknown code: ", layer[1], ')');
    else
      out.more_info(code_words, ')');
  } else {
    out.info(Left{words, 20});
  }
  if (has_identifier(layer[0]) && layer.size() >= header_length) {
    const Layer* ip = nullptr;
    for (const Layer& each : out.about.packet.layers) {
      if (&each == out.about.layer) break;
      if (each.protocol == ids::ipv4) ip = &each;
    }
    out.more_info(" id=0x", Hex{be16(&layer[4]), 4}, ", seq=", be16(&layer[6]), '/', le16(&layer[6]));
    if (ip != nullptr) out.more_info(", ttl=", out.about.packet.bytes[ip->offset + 8]);
  }
}

constexpr ChecksumFields checksum_fields{checksum, checksum_status, bad_checksum};

void write_checksum(Bytes layer, FieldWriter& out) {
  ChecksumResult result;
  if (out.about.quoted)
    result.remark = " [in ICMP error packet]";
  else if (!cut_by_capture(out.about))
    result = {true, Checksum().add(layer).value(), {}};
  put_checksum(out, checksum_fields, 2, result);
}

void write_identifier(Bytes layer, FieldWriter& out) {
  out.put(identifier, 4, 2);
  out.put(identifier_little, 4, 2, le16(&layer[4]));
  out.put(sequence, 6, 2);
  out.put(sequence_little, 6, 2, le16(&layer[6]));
}

/// Notes a request, or tells which one a reply answers.
void match_echo(Bytes layer, FieldWriter& out) {
  Dissection& about = out.about;
  if (about.quoted || about.source.empty()) return;
  const bool request = layer[0] == echo;
  EchoExchanges::Key key = request ? EchoExchanges::key(about.source, about.destination)
                                   : EchoExchanges::key(about.destination, about.source);
  key.identifier = be16(&layer[4]);
  key.sequence = be16(&layer[6]);
  key.checksum = request ? be16(&layer[2]) : EchoExchanges::of_request(be16(&layer[2]), 0xf7ff);
  static constexpr EchoFields fields{response_in,      response_to,        response_time,
                                     no_response,      response_not_found, "No response seen to ICMP request",
                                     "Response time: "};
  wiretale::match_echo(key, request, fields, out);
}

/// The sender's clock, which ping writes in front of its data; how many bytes it takes.
size_t write_data_time(Bytes layer, FieldWriter& out) {
  constexpr size_t size = 8;
  constexpr int64_t second = 1'000'000'000, day = 86'400;
  if (layer.size() < header_length + size) return 0;
  const uint8_t* const at = &layer[header_length];
  const int64_t now = out.about.packet.time.nanoseconds;
  for (const auto& [seconds, micro] :
       {std::pair{be32(at), be32(at + 4)}, std::pair{le32(at), le32(at + 4)}}) {
    if (micro >= 1'000'000) continue;
    const int64_t sent = seconds * second + micro * int64_t{1000};
    if (now - sent > day * second || sent - now > day * second) continue;
    out.put(data_time, header_length, size, static_cast<uint64_t>(sent));
    out.put(data_time_relative, header_length, size, static_cast<uint64_t>(now - sent)).generated();
    return size;
  }
  return 0;
}

void write_data(size_t at, FieldWriter& out) {
  if (at < out.size()) out.inside(ids::data, at, out.size() - at);
}

/// The rest of an error's header where RFC 4884 may tell the length of the quoted datagram in 32-bit words.
void write_length(Bytes layer, size_t unused_from, FieldWriter& out) {
  if (layer[5] == 0) {
    out.put(unused, unused_from, header_length - unused_from);
    return;
  }
  if (unused_from < 5) out.put(unused, unused_from, 5 - unused_from);
  out.put(original_length, 5, 1);
  out.put(original_datagram, 5, 1, layer[5] * 4u).generated();
  out.put(unused, 6, 2);
}

void write_quoted(Bytes layer, FieldWriter& out, bool may_be_extended) {
  constexpr size_t usual_quote = 128;
  size_t length = layer.size() - header_length;
  size_t extended_at = 0;
  if (may_be_extended) {
    const size_t told = layer[5] * size_t{4};
    const size_t quote = told != 0 ? told : usual_quote;
    if (length > quote) {
      extended_at = header_length + quote;
      length = quote;
    }
  }
  if (length != 0) out.inside(ids::ipv4, header_length, length);
  if (extended_at != 0) dissect_extensions(layer, extended_at, out);
}

void write_clock(FieldWriter& out, const Field& field, size_t at, Bytes layer) {
  if (at + 4 > layer.size()) return;
  const uint32_t milliseconds = be32(&layer[at]);
  const uint32_t seconds = milliseconds / 1000, minutes = seconds / 60, hours = minutes / 60,
                 days = hours / 24;
  Item item = out.put(field, at, 4);
  if (!item.has_label()) return;
  item.more(" (");
  const auto part = [&](uint32_t count, std::string_view one) {
    if (count != 0) item.more(count, ' ', one, count == 1 ? ", " : "s, ");
  };
  part(days, "day");
  part(hours % 24, "hour");
  part(minutes % 60, "minute");
  item.more(seconds % 60, '.', Padded{milliseconds % 1000, 3, '0'}, " seconds after midnight UTC)");
}

void write_advertisement(Bytes layer, FieldWriter& out) {
  out.put(address_count, 4, 1);
  out.put(address_size, 5, 1);
  const unsigned seconds = be16(&layer[6]);
  Item item = out.put(lifetime, 6, 2);
  if (item.has_label()) {
    item.more(" (");
    if (seconds >= 3600) item.more(seconds / 3600, seconds / 3600 == 1 ? " hour" : " hours");
    if (seconds >= 3600 && seconds % 3600 != 0) item.more(", ");
    if (seconds % 3600 >= 60) item.more(seconds / 60 % 60, seconds / 60 % 60 == 1 ? " minute" : " minutes");
    if (seconds % 60 != 0 && seconds >= 60) item.more(", ");
    if (seconds % 60 != 0 || seconds == 0)
      item.more(seconds % 60, seconds % 60 == 1 ? " second" : " seconds");
    item.more(")");
  }
  const size_t size = layer[5] * size_t{4};
  if (size < 8) return;
  for (size_t i = 0, at = 8; i < layer[4] && at + 8 <= layer.size(); ++i, at += size) {
    out.put(router_address, at, 4);
    out.put(preference, at + 4, 4, static_cast<uint64_t>(static_cast<int32_t>(be32(&layer[at + 4]))));
  }
}

void write_extended_echo(Bytes layer, FieldWriter& out) {
  out.put(identifier, 4, 2);
  out.put(identifier_little, 4, 2, le16(&layer[4]));
  out.put(extended_sequence, 6, 1);
  if (layer[0] == extended_echo) {
    out.put(extended_request_reserved);
    out.put(extended_local);
    if (layer.size() > header_length) dissect_extensions(layer, header_length, out);
    return;
  }
  for (const Field* field :
       {&extended_state, &extended_reply_reserved, &extended_active, &extended_ipv4, &extended_ipv6})
    out.put(*field);
}

void write_mpls(Bytes layer, size_t at, size_t end, FieldWriter& out) {
  for (; at + 4 <= end; at += 4) {
    const uint32_t entry = be32(&layer[at]);
    out.put_words(at, 4, "Label: ", entry >> 12, ", Exp: ", entry >> 9 & 7, ", S: ", entry >> 8 & 1,
                  ", TTL: ", entry & 255);
    const Deeper below(out);
    for (const Field* field : {&mpls_label, &mpls_experimental, &mpls_bottom, &mpls_ttl})
      out.put_in(at, *field);
  }
}

void write_interface(Bytes layer, size_t at, size_t end, FieldWriter& out) {
  const uint8_t what = layer[at + 3];
  for (const Field* field : {&interface_role, &interface_reserved, &interface_index_flag,
                             &interface_address_flag, &interface_name_flag, &interface_mtu_flag})
    out.put_in(at + 3, *field);
  size_t next = at + 4;
  if ((what & 8) != 0 && next + 4 <= end) {
    out.put(interface_index, next, 4);
    next += 4;
  }
  if ((what & 4) != 0 && next + 8 <= end) {
    const uint16_t family = be16(&layer[next]);
    out.put(interface_family, next, 2);
    const size_t size = family == 2 ? 16 : 4;
    if (next + 4 + size > end) return;
    out.put(family == 2 ? interface_ipv6 : interface_ipv4, next + 4, size);
    next += 4 + size;
  }
  if ((what & 2) != 0 && next < end) {
    const size_t size = layer[next];
    out.put(interface_name_length, next, 1);
    if (size >= 1 && next + size <= end) {
      out.put(interface_name, next + 1, size - 1);
      next += size;
    }
  }
  if ((what & 1) != 0 && next + 4 <= end) out.put(interface_mtu, next, 4);
}

constexpr ChecksumFields extension_checksum_fields{extension_checksum, extension_status, bad_checksum};

}  // namespace

void dissect_extensions(Bytes layer, size_t at, FieldWriter& out) {
  constexpr size_t object_header = 4;
  constexpr uint8_t mpls_class = 1, interface_class = 2;
  if (layer.size() - at < 4) return;
  const unsigned version = layer[at] >> 4;
  out.put(extensions, at, layer.size() - at)
      .label("ICMP Multi-Part Extensions", version == 2 ? "" : " (unsupported version)");
  const Deeper below(out);
  out.put(extension_version, at, 1, version);
  out.put(extension_reserved, at, 2, be16(&layer[at]) & 0xfffu)
      .label(".... ", Binary{layer[at] & 15u, 4}, ' ', Binary{static_cast<uint64_t>(layer[at + 1] >> 4), 4},
             ' ', Binary{layer[at + 1] & 15u, 4}, " = Reserved: 0x", Hex{be16(&layer[at]) & 0xfffu, 3});
  put_checksum(out, extension_checksum_fields, at + 2, {true, Checksum().add(layer.subspan(at)).value(), {}});
  if (version != 2) return;
  for (size_t next = at + 4; next + object_header <= layer.size();) {
    const size_t size = be16(&layer[next]), end = std::min(layer.size(), next + size);
    const uint8_t kind = layer[next + 2], type_of_kind = layer[next + 3];
    const bool mpls = kind == mpls_class && type_of_kind == 1;
    if (kind == mpls_class)
      out.put_words(next, end - next, "MPLS Stack Entry");
    else if (kind == interface_class)
      out.put_words(next, end - next, "Interface Information Object");
    else
      out.put_words(next, end - next, "Unknown object (", kind, '/', type_of_kind, ')');
    const Deeper inside(out);
    out.put(object_length, next, 2);
    out.put(object_class, next + 2, 1);
    if (kind != interface_class) out.put(object_type, next + 3, 1);
    if (size < object_header || next + size > layer.size()) return;
    if (mpls)
      write_mpls(layer, next + object_header, end, out);
    else if (kind == interface_class)
      write_interface(layer, next, end, out);
    else if (size > object_header)
      out.put(object_data, next + object_header, size - object_header);
    next += size;
  }
}

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < 4) return;
  const uint8_t message = layer[0];
  write_info(layer, out);
  out.root().length(layer.size());
  out.put(type).label("Type: ", message, " (", type_words(layer), ')');
  Item code_line = out.put(code);
  if (const Names codes = code_labels(message); !codes.empty()) {
    if (const std::string_view words = find_name(codes, layer[1]); words.empty())
      code_line.more(" (Unknown code: ", layer[1], ')');
    else
      code_line.more(" (", words, ')');
  }
  write_checksum(layer, out);
  if (layer.size() < header_length) return;
  switch (message) {
    case echo:
    case echo_reply:
      write_identifier(layer, out);
      match_echo(layer, out);
      write_data(header_length + write_data_time(layer, out), out);
      return;
    case timestamp:
    case timestamp_reply:
      write_identifier(layer, out);
      write_clock(out, originate_time, 8, layer);
      write_clock(out, receive_time, 12, layer);
      write_clock(out, transmit_time, 16, layer);
      return;
    case information_request:
    case information_reply: return write_identifier(layer, out);
    case mask_request:
    case mask_reply:
      write_identifier(layer, out);
      out.put(address_mask, 8, 4);
      return;
    case unreachable:
      if (layer[1] == 4) {
        out.put(unused, 4, 2);
        out.put(next_mtu, 6, 2);
      } else {
        write_length(layer, 4, out);
      }
      return write_quoted(layer, out, layer[1] != 4);
    case time_exceeded: write_length(layer, 4, out); return write_quoted(layer, out, true);
    case parameter_problem:
      out.put(pointer, 4, 1);
      write_length(layer, 5, out);
      return write_quoted(layer, out, true);
    case redirect: out.put(gateway, 4, 4); return write_quoted(layer, out, false);
    case source_quench: return write_quoted(layer, out, false);
    case router_advertisement: return write_advertisement(layer, out);
    case extended_echo:
    case extended_echo_reply: return write_extended_echo(layer, out);
    default: return;
  }
}

}  // namespace wiretale::icmp
