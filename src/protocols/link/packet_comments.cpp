// The comments of a packet in a pcapng file, as a protocol before the frame.
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/frame.h"

namespace wiretale::packet_comments {
namespace {

constexpr const Field* fields[] = {&frame::comment, &frame::comment_expert};

void dissect(Bytes, FieldWriter& out) {
  if (out.about.frame == nullptr) return;
  for (const std::string_view comment : out.about.frame->comments) {
    out.put_text(frame::comment, 0, 0, comment).label(comment);
    out.expert(frame::comment_expert, ExpertSeverity::Comment, ExpertGroup::Comments, comment);
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "pkt_comment",
                                         .title = "Packet comments",
                                         .fields = fields,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect};

}  // namespace wiretale::packet_comments
