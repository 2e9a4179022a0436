// Bodies that HTTP/2 carries in DATA frames, put together when the stream ends.
#include "protocols/application/http2/body.h"

#include "protocols/application/http2/connection.h"
#include "protocols/application/http2/grpc.h"
#include "protocols/application/http2/http2_fields.h"
#include "protocols/application/http_content.h"

namespace wiretale::http2 {
namespace {

constexpr size_t longest_body = 4 << 20, most_parts = 4096;

void put_parts(FieldWriter& out, const StreamSide& side) {
  Item line = out.put(field::body_fragments, 0, 0);
  line.label(side.parts.size(), " Body fragments (", side.body.size(), " bytes): ").generated();
  bool first = true;
  for (const StreamSide::Part& part : side.parts) {
    line.more(first ? "#" : ", #", part.frame, '(', part.length, ')');
    first = false;
  }
  const Deeper below(out);
  for (const StreamSide::Part& part : side.parts)
    out.put(field::body_fragment, 0, 0, part.frame)
        .label("Frame: ", part.frame, ", payload: ", part.at, '-', part.at + part.length - 1, " (",
               part.length, " bytes)")
        .generated();
  out.put(field::body_fragment_count, 0, 0, side.parts.size()).generated();
  out.put(field::body_reassembled_length, 0, 0, side.body.size()).generated();
  out.put_text(field::body_reassembled_data, 0, 0, side.body).generated();
}

std::string_view media_type(std::string_view content_type) {
  return content_type.substr(0, content_type.find(';'));
}

}  // namespace

void put_body(FieldWriter& out, size_t at, size_t length, uint32_t stream, bool last, Item& line) {
  StreamSide& side = out.about.kept.get<Connections>().sender(out.about).of(stream);
  const std::string_view piece{reinterpret_cast<const char*>(out.layer().data()) + at, length};
  const bool is_grpc = media_type(side.content_type).starts_with("application/grpc");
  if (is_grpc) {
    out.put(field::data_data, at, length);
    return put_grpc_messages(out, at, length, stream, last);
  }
  if (!last) {
    line.more(" (partial entity body)");
    if (length > 0) out.put(field::data_data, at, length);
  }
  if (length > 0 && side.body.size() + length <= longest_body && side.parts.size() < most_parts) {
    side.parts.push_back({out.about.packet.number, side.body.size(), length});
    side.body += piece;
  }
  if (!last) return;
  if (side.parts.size() > 1) put_parts(out, side);
  if (length > 0 || !side.body.empty()) {
    const Bytes body{reinterpret_cast<const uint8_t*>(side.body.data()), side.body.size()};
    out.put_text(field::data_data, at, length, body);
    if (side.content_encoding.empty()) {
      out.shallower();
      http::put_content(out, at, length, body, media_type(side.content_type));
      out.deeper();
    }
  }
  side.body.clear();
  side.parts.clear();
}

}  // namespace wiretale::http2
