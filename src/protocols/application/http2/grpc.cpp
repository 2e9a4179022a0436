// gRPC over HTTP/2: each message has a flag whether it is compressed and its length in front.
#include "protocols/application/http2/grpc.h"

#include "protocols/application/http2/connection.h"
#include "protocols/application/http2/grpc_fields.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace grpc {

extern constinit const Protocol protocol{
    .name = "grpc", .title = "GRPC Message", .fields = field::all, .placed = Placed::ByDissect};

namespace {

constexpr size_t header_length = 5;

void put_message(FieldWriter& out, size_t at, size_t length, Bytes message, std::string_view path,
                 bool request) {
  out.path("grpc");
  out.shallower();
  out.shallower();
  const std::string_view side = request ? "Request" : "Response";
  Item line = out.put(own_field(ids::grpc), at, length);
  line.label("GRPC Message: ", path, ", ", side);
  if ((message[0] & 0x80) != 0) line.more(" (Trailer)");
  out.deeper();
  out.put(field::frame_type, at, 1, message[0] >> 7)
      .label(Binary{message[0] / 128u, 1},
             "... .... = Frame Type: ", field::frame_type_labels[message[0] >> 7].text, " (", message[0] >> 7,
             ')');
  out.put(field::compressed_flag, at, 1, message[0] & 1u)
      .label(".... ...", message[0] & 1u,
             " = Compressed Flag: ", field::compressed_flag_labels[message[0] & 1].text, " (",
             message[0] & 1u, ')');
  const size_t size = message.size() - header_length;
  out.put(field::message_length, at, 0, size).label("Message Length: ", size);
  if (size > 0)
    out.put_text(field::message_data, at, 0, message.subspan(header_length))
        .label("Message Data: ", size, " bytes");
  out.deeper();
}

}  // namespace
}  // namespace grpc

namespace http2 {

void put_grpc_messages(FieldWriter& out, size_t at, size_t length, uint32_t stream, bool last) {
  constexpr size_t longest = 4 << 20;
  Connections& connections = out.about.kept.get<Connections>();
  StreamSide& side = connections.sender(out.about).of(stream);
  const bool request = side.status.empty();
  const std::string path = request ? side.path : connections.receiver(out.about).of(stream).path;
  if (side.body.size() + length > longest) side.body.clear();
  side.body.append(reinterpret_cast<const char*>(out.layer().data()) + at, length);
  size_t start = 0;
  bool any = false;
  const Bytes body{reinterpret_cast<const uint8_t*>(side.body.data()), side.body.size()};
  while (body.size() - start >= grpc::header_length) {
    const size_t size = grpc::header_length + be32(&body[start + 1]);
    if (size > body.size() - start) break;
    const size_t here = std::min(size, length);
    grpc::put_message(out, at, here, body.subspan(start, size), path, request);
    start += size;
    any = true;
  }
  if (any) {
    out.protocol_column("GRPC");
    out.more_info(" (GRPC)");
  }
  side.body.erase(0, start);
  if (last) side.body.clear();
}

}  // namespace http2
}  // namespace wiretale
