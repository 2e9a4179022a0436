// The lines that end a packet's tree where a layer holds less than it claims.
#include "packet/tree.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace malformed {
namespace {
constexpr Field expert{"_ws.malformed.expert", "Malformed Packet (Exception occurred)", varies, Type::None};
constexpr const Field* fields[] = {&expert};

void dissect(Bytes, FieldWriter& out) {
  out.more_info("[Malformed Packet]");
  out.shallower();
  out.expert(expert, ExpertSeverity::Error, ExpertGroup::Malformed, "Malformed Packet (Exception occurred)");
  out.deeper();
}
}  // namespace

extern constinit const Protocol protocol{.name = "_ws.malformed",
                                         .title = "Malformed Packet",
                                         .fields = fields,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect};
}  // namespace malformed

namespace cut_short {
namespace {
void dissect(Bytes, FieldWriter& out) { out.more_info("[Packet size limited during capture]"); }
}  // namespace

extern constinit const Protocol protocol{.name = "_ws.short",
                                         .title = "Packet size limited during capture",
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect};
}  // namespace cut_short
}  // namespace wiretale
