// HTTP/2 (RFC 9113): frames over a connection.
#include "protocols/application/http2/http2.h"

#include "packet/field_cursor.h"
#include "protocols/application/http2/body.h"
#include "protocols/application/http2/headers.h"
#include "protocols/application/http2/http2_fields.h"
#include "protocols/catalog.h"

namespace wiretale::http2 {
namespace {

constexpr std::string_view preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
constexpr size_t header_length = 9;

enum Type : uint8_t {
  data,
  headers,
  priority,
  rst_stream,
  settings,
  push_promise,
  ping,
  go_away,
  window_update,
  continuation
};
enum Flag : uint8_t { end_stream = 1, acknowledgment = 1, end_headers = 4, padded = 8, with_priority = 0x20 };

/// One frame, whole.
struct Frame {
  size_t length;
  uint8_t type, flags;
  uint32_t stream;
  size_t begin, end;  ///< of its content, without padding
};

std::string_view type_name(uint8_t type) { return find_name(field::type_labels, type); }

/// A line of some bits of the flags, of which `mask` is shown.
void put_unused(FieldWriter& out, const Field& field, uint8_t flags, uint8_t mask) {
  Item item = out.put(field, 4, 1, flags & mask);
  if (!item.has_label()) return;
  char bits[10];
  size_t at = 0;
  for (unsigned i = 0; i < 8; ++i) {
    if (i == 4) bits[at++] = ' ';
    const unsigned bit = 7 - i;
    bits[at++] = (mask >> bit & 1) == 0 ? '.' : (flags >> bit & 1) != 0 ? '1' : '0';
  }
  item.label(std::string_view(bits, at), " = Unused: 0x", Hex{static_cast<unsigned>(flags & mask), 2});
}

void put_flags(FieldWriter& out, const Frame& frame) {
  struct Known {
    uint8_t bit;
    const Field* field;
    std::string_view name;
  };
  using namespace field;
  static constexpr Known for_data[] = {{padded, &flags_padded, "Padded"},
                                       {end_stream, &flags_end_stream, "End Stream"}};
  static constexpr Known for_headers[] = {{with_priority, &flags_priority, "Priority"},
                                          {padded, &flags_padded, "Padded"},
                                          {end_headers, &flags_eh, "End Headers"},
                                          {end_stream, &flags_end_stream, "End Stream"}};
  static constexpr Known for_settings[] = {{acknowledgment, &flags_ack_settings, "ACK"}};
  static constexpr Known for_promise[] = {{padded, &flags_padded, "Padded"},
                                          {end_headers, &flags_eh, "End Headers"}};
  static constexpr Known for_ping[] = {{acknowledgment, &flags_ack_ping, "ACK"}};
  static constexpr Known for_continuation[] = {{padded, &flags_padded, "Padded"},
                                               {end_headers, &flags_eh, "End Headers"}};
  std::span<const Known> known;
  const Field* unused = &flags_unused;
  uint8_t mask = 0xff;
  switch (frame.type) {
    case data: known = for_data, unused = &flags_unused_data, mask = 0xf6; break;
    case headers: known = for_headers, unused = &flags_unused_headers, mask = 0xd2; break;
    case settings: known = for_settings, unused = &flags_unused_settings, mask = 0xfe; break;
    case push_promise: known = for_promise, unused = &flags_unused_push_promise, mask = 0xf3; break;
    case ping: known = for_ping, unused = &flags_unused_ping, mask = 0xfe; break;
    case continuation: known = for_continuation, unused = &flags_unused_continuation, mask = 0xf3; break;
    default: break;
  }
  Item item = out.put(field::flags, 4, 1);
  for (const Known& each : known)
    if ((frame.flags & each.bit) != 0) item.more(", ", each.name);
  const Deeper below(out);
  put_unused(out, *unused, frame.flags, mask);
  for (const Known& each : known) out.put_in(4, *each.field);
}

/// Takes the length of the padding from the front of the content, and the padding from its end.
void take_padding(FieldWriter& out, Frame& frame) {
  size_t padding = 0;
  if ((frame.flags & padded) != 0 && frame.begin < frame.end) {
    padding = out.layer()[frame.begin];
    out.put(field::padding, frame.begin, 1);
    ++frame.begin;
  }
  out.put(field::pad_length, frame.begin, 0, padding).generated();
  frame.end -= std::min(padding, frame.end - frame.begin);
}

void put_priority(FieldWriter& out, size_t at) {
  out.put_in(at, field::exclusive);
  out.put_in(at, field::stream_dependency);
  out.put(field::headers_weight, at + 4, 1);
  out.put(field::headers_weight_real, at + 4, 0, out.layer()[at + 4] + 1u).generated();
}

void put_settings(FieldWriter& out, const Frame& frame) {
  for (size_t at = frame.begin; at + 6 <= frame.end; at += 6) {
    const unsigned id = be16(&out.layer()[at]);
    const uint32_t value = be32(&out.layer()[at + 2]);
    const std::string_view name = name_or(field::settings_id_labels, id, "Unknown");
    out.put(field::settings, at, 6).label("Settings - ", name, " : ", value);
    const Deeper below(out);
    out.put(field::settings_id, at, 2);
    const Field* field = &field::settings_unknown;
    switch (id) {
      case 1: field = &field::settings_header_table_size; break;
      case 2: field = &field::settings_enable_push; break;
      case 3: field = &field::settings_max_concurrent_streams; break;
      case 4: field = &field::settings_initial_window_size; break;
      case 5: field = &field::settings_max_frame_size; break;
      case 6: field = &field::settings_max_header_list_size; break;
      case 8: field = &field::settings_extended_connect; break;
      default: break;
    }
    out.put(*field, at + 2, 4);
  }
}

/// A part of a header block; its summary is told behind the frame's line.
void put_block(FieldWriter& out, const Frame& frame, const Field& block, uint32_t stream, Item& line) {
  if (frame.begin >= frame.end) return;
  out.put(block, frame.begin, frame.end - frame.begin);
  const HeaderSummary summary =
      put_header_block(out, frame.begin, frame.end - frame.begin, stream, (frame.flags & end_headers) != 0);
  if (summary.first.empty()) return;
  line.more(", ", summary.first);
  out.more_info(": ", summary.first);
}

void put_content(FieldWriter& out, Frame& frame, Item& line) {
  const size_t left = frame.end - frame.begin;
  switch (frame.type) {
    case data:
      take_padding(out, frame);
      put_body(out, frame.begin, frame.end - frame.begin, frame.stream, (frame.flags & end_stream) != 0,
               line);
      return;
    case headers:
      take_padding(out, frame);
      if ((frame.flags & with_priority) != 0 && frame.end - frame.begin >= 5) {
        put_priority(out, frame.begin);
        frame.begin += 5;
      }
      return put_block(out, frame, field::headers, frame.stream, line);
    case priority:
      if (left >= 5) put_priority(out, frame.begin);
      return;
    case rst_stream:
      if (left >= 4) out.put(field::rst_stream_error, frame.begin, 4);
      return;
    case settings: return put_settings(out, frame);
    case push_promise: {
      take_padding(out, frame);
      if (frame.end - frame.begin < 4) return;
      out.put_in(frame.begin, field::push_promise_r);
      out.put_in(frame.begin, field::push_promise_promised_stream_id);
      const uint32_t promised = be32(&out.layer()[frame.begin]) & 0x7fffffffu;
      frame.begin += 4;
      return put_block(out, frame, field::push_promise_header, promised, line);
    }
    case ping:
      if (left >= 8) out.put((frame.flags & acknowledgment) != 0 ? field::pong : field::ping, frame.begin, 8);
      return;
    case go_away:
      if (left < 8) return;
      out.put_in(frame.begin, field::goway_r);
      out.put_in(frame.begin, field::goaway_last_stream_id);
      out.put(field::goaway_error, frame.begin + 4, 4);
      if (left > 8) out.put(field::goaway_addata, frame.begin + 8, left - 8);
      return;
    case window_update:
      if (left < 4) return;
      out.put_in(frame.begin, field::window_update_r);
      out.put_in(frame.begin, field::window_update_window_size_increment);
      return;
    case continuation:
      take_padding(out, frame);
      return put_block(out, frame, field::continuation_header, frame.stream, line);
    default:
      if (left > 0) out.put(field::unknown, frame.begin, left);
  }
}

void tell_frame(FieldWriter& out) {
  if (out.about.columns == nullptr) return;
  if (out.about.columns->protocol.view() == "HTTP2")
    out.more_info(", ");
  else
    out.info("");
  out.protocol_column("HTTP2");
}

void dissect(Bytes layer, FieldWriter& out) {
  out.root().length(layer.size());
  tell_frame(out);
  if (begins_connection(layer)) {
    out.put(field::stream, 0, layer.size()).label("Stream: Magic");
    out.more_info("Magic");
    const Deeper below(out);
    out.put(field::magic, 0, layer.size());
    return;
  }
  if (layer.size() < header_length) throw LayerTooShort{"HTTP2"};
  Frame frame{be24(layer.data()), layer[3],    layer[4], be32(&layer[5]) & 0x7fffffffu,
              header_length,      layer.size()};
  const std::string_view name = type_name(frame.type);
  const std::string_view shown = name.empty() ? "Unknown type" : name;
  Item line = out.put(field::stream, 0, layer.size());
  line.label("Stream: ", shown, ", Stream ID: ", frame.stream, ", Length ", frame.length);
  if (name.empty())
    out.more_info("Unknown type (", frame.type, ")[", frame.stream, ']');
  else
    out.more_info(name, '[', frame.stream, ']');
  const Deeper below(out);
  out.put(field::length, 0, 3);
  out.put(field::type, 3, 1);
  put_flags(out, frame);
  out.put_in(5, field::r);
  out.put_in(5, field::streamid);
  put_content(out, frame, line);
}

MessageLength frame_length(Bytes stream, Dissection&) {
  if (begins_connection(stream))
    return stream.size() < preface.size() ? MessageLength::more() : MessageLength::known(preface.size());
  if (stream.size() < header_length) return MessageLength::more();
  return MessageLength::known(header_length + be24(stream.data()));
}

}  // namespace

bool begins_connection(Bytes stream) {
  const size_t here = std::min(stream.size(), preface.size());
  return here > 3 &&
         preface.substr(0, here) == std::string_view(reinterpret_cast<const char*>(stream.data()), here);
}

extern constinit const Protocol protocol{.name = "http2",
                                         .title = "HyperText Transfer Protocol 2",
                                         .fields = field::all,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .frame = frame_length,
                                         .messages = Messages::Sized};

}  // namespace wiretale::http2
