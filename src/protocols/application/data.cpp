// Data: payload that no protocol claims.
#include "protocols/application/data.h"

#include "packet/tree.h"
#include "protocols/catalog.h"

namespace wiretale::data {
namespace {

constexpr Field content{"data.data", "Data", varies, Type::ByteArray};
constexpr Field text{"data.text", "Text", varies, Type::String};
constexpr Field length{"data.len", "Length", varies, Type::Uint32};
constexpr const Field* fields[] = {&content, &text, &length};
static_assert(fields_are_distinct(fields));

void dissect(Bytes layer, FieldWriter& out) {
  out.root().length(layer.size()).label("Data (", layer.size(), layer.size() == 1 ? " byte)" : " bytes)");
  out.put(content, 0, layer.size());
  out.put(length, 0, 0, layer.size()).generated();
}

}  // namespace

void put_beside(FieldWriter& out, size_t at, size_t size, Bytes bytes) {
  out.path("data");
  out.shallower();
  out.put_text(own_field(ids::data), at, size, bytes)
      .label("Data (", bytes.size(), bytes.size() == 1 ? " byte)" : " bytes)");
  out.deeper();
  out.put_text(content, at, size, bytes);
  out.put(length, at, 0, bytes.size()).generated();
}

void put_beside(FieldWriter& out, size_t at, size_t size) {
  put_beside(out, at, size, out.layer().subspan(at, size));
}

extern constinit const Protocol protocol{.name = "data",
                                         .title = "Data",
                                         .fields = fields,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .keeps = Keeps::Nothing};

}  // namespace wiretale::data
