// Sockets between a virtual machine and its host: LINKTYPE_VSOCK (linux/vsockmon.h, linux/virtio_vsock.h),
// little-endian.
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "packet/tree.h"
#include "protocols/catalog.h"

namespace wiretale::vsock {
namespace {

constexpr Name operations[] = {
    {0, "UNKNOWN"}, {1, "CONNECT"}, {2, "DISCONNECT"}, {3, "CONTROL"}, {4, "PAYLOAD"}};
constexpr Name transports[] = {{0, "UNKNOWN"}, {1, "NO_INFO"}, {2, "VIRTIO"}};
constexpr Name virtio_types[] = {{1, "STREAM"}};
constexpr Name virtio_operations[] = {{0, "INVALID"},       {1, "REQUEST"},       {2, "RESPONSE"},
                                      {3, "RST"},           {4, "SHUTDOWN"},      {5, "RW"},
                                      {6, "CREDIT UPDATE"}, {7, "CREDIT REQUEST"}};

constexpr Field source_cid{"vsock.src_cid", "Source cid", varies, Type::Uint64};
constexpr Field destination_cid{"vsock.dst_cid", "Destination cid", varies, Type::Uint64};
constexpr Field source_port{"vsock.src_port", "Source port", varies, Type::Uint32};
constexpr Field destination_port{"vsock.dst_port", "Destination port", varies, Type::Uint32};
constexpr Field operation{"vsock.op", "Operation", varies, Type::Uint16, Show::Decimal, operations};
constexpr Field transport{"vsock.t", "Transport", varies, Type::Uint16, Show::Decimal, transports};
constexpr const Field* fields[] = {&source_cid,       &destination_cid, &source_port,
                                   &destination_port, &operation,       &transport};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::LinkType, 271}};

constexpr size_t header_length = 32, virtio_length = 44;
constexpr uint16_t virtio_transport = 2, payload_operation = 4;

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  in.skip(le16(&header[28]));
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < header_length) return;
  out.put(source_cid, 0, 8, le64(&layer[0]));
  out.put(destination_cid, 8, 8, le64(&layer[8]));
  out.put(source_port, 16, 4, le32(&layer[16]));
  out.put(destination_port, 20, 4, le32(&layer[20]));
  out.put(operation, 24, 2, le16(&layer[24]));
  out.put(transport, 26, 2, le16(&layer[26]));
}

void print_virtio(Line& line, View in) {
  line.put(" (len ", in.little32(24), ", type ", Named{virtio_types, in.little16(28), "Invalid type (", ")"},
           ", op ", Named{virtio_operations, in.little16(30), "Invalid op (", ")"}, ", flags ",
           Hex{in.little32(32)}, ", buf_alloc ", in.little32(36), ", fwd_cnt ", in.little32(40), ")");
}

void print(Line& line, View in) {
  line.protocol = "vsock";
  in.need(0, header_length);
  const int verbose = line.options.verbose;
  const uint16_t way = in.little16(26), what = in.little16(24);
  const size_t whole = header_length + (way == virtio_transport ? virtio_length : 0);
  const bool complete = in.captured() >= whole;
  line.put(Named{transports, way, "Invalid transport (", ")"});
  if (verbose > 0 && complete) {
    if (way == virtio_transport) print_virtio(line, in.from(header_length));
    line.put("\n\t");
  } else if (verbose == 0) {
    line.put(' ');
  }
  line.put(in.little64(0), '.', in.little32(16), " > ", in.little64(8), '.', in.little32(20), ' ',
           Named{operations, what, " invalid op (", ")"}, ", length ", in.captured());
  if (verbose == 0) return;
  if (!complete) line.truncated();
  if (verbose > 1 && what == payload_operation) {
    const View payload = in.from(whole);
    if (payload.captured() == 0) line.truncated();
    line.put('\n');
    append_hex(line, payload.all(), "\t");
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "vsock",
                                         .title = "Virtio Sockets",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .print = print};

}  // namespace wiretale::vsock
