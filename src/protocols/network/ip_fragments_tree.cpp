// Fragments of IP datagrams in the field tree.
#include "protocols/network/ip_fragments_tree.h"

namespace wiretale {

using namespace ip_fragment;

void note_fragments(Dissection& about, IpVersion version, std::span<const MessagePiece> pieces) {
  const Field& field = version == IpVersion::Four ? in_4 : in_6;
  for (const MessagePiece& piece : pieces)
    if (piece.frame != about.packet.number) about.foretell(field, piece.frame, about.packet.number);
}

void put_reassembled_in(FieldWriter& out, IpVersion version) {
  const Field& field = version == IpVersion::Four ? in_4 : in_6;
  const auto frame = out.about.foretold(field, out.about.packet.number);
  if (!frame) return;
  out.put(field, 0, 0, *frame).generated();
  if (version == IpVersion::Four) out.more_info(" [Reassembled in #", *frame, ']');
}

void put_fragments(FieldWriter& out, IpVersion version, std::span<const MessagePiece> pieces) {
  const bool four = version == IpVersion::Four;
  const size_t total = out.size();
  Item all = out.put(four ? fragments_4 : fragments_6, 0, total, 0);
  all.label(pieces.size(), four ? " IPv4" : " IPv6", " Fragments (", total, " bytes):");
  for (const MessagePiece& piece : pieces)
    all.more(&piece == pieces.data() ? " #" : ", #", piece.frame, '(', piece.length, ')');
  all.generated();
  const Deeper below(out);
  for (const MessagePiece& piece : pieces)
    out.put(four ? fragment_4 : fragment_6, piece.at, piece.length, piece.frame)
        .label("Frame: ", piece.frame, ", payload: ", piece.at, '-', piece.at + piece.length - 1, " (",
               piece.length, piece.length == 1 ? " byte)" : " bytes)")
        .generated();
  out.put(four ? count_4 : count_6, 0, 0, pieces.size()).generated();
  out.put(four ? length_4 : length_6, 0, 0, total).generated();
  out.put(four ? data_4 : data_6, 0, total, 0).generated();
}

}  // namespace wiretale
