// The lines that end a packet's tree where a layer holds less than it claims.
#include "protocols/application/malformed.h"

#include "protocols/catalog.h"

namespace wiretale {
namespace malformed {
namespace {
constexpr Field expert{"_ws.malformed.expert", "Malformed Packet (Exception occurred)", varies, Type::None};
constexpr Field reassembly{"_ws.malformed.reassembly", "Reassembly error", varies, Type::None};
constexpr const Field* fields[] = {&expert, &reassembly};

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

void put_reassembly_error(FieldWriter& out, std::string_view protocol, std::string_view what) {
  out.begin(own_field(ids::malformed), 0).label("[Reassembly error, protocol ", protocol, ": ", what, ']');
  out.shallower();
  out.expert(malformed::reassembly, ExpertSeverity::Error, ExpertGroup::Malformed, what);
  out.deeper();
  out.more_info("[Reassembly error, protocol ", protocol, ": ", what, ']');
}

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
