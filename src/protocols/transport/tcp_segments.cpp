// TCP in the field tree: messages that span segments.
#include "protocols/transport/tcp_fields.h"
#include "protocols/transport/tcp_tree.h"

namespace wiretale {

using namespace tcp;

namespace {

void put_part(FieldWriter& out, size_t at, size_t length, std::string_view words) {
  out.put(segment_data, at, length, 0).label(words, length, length == 1 ? " byte)" : " bytes)");
}

}  // namespace

void put_message_part(FieldWriter& out, size_t at, size_t length) {
  put_part(out, at, length, "TCP segment data (");
}

void put_repeated_part(FieldWriter& out, size_t at, size_t length) {
  put_part(out, at, length, "Retransmitted TCP segment data (");
}

void note_pieces(Dissection& about, std::span<const MessagePiece> pieces) {
  for (const MessagePiece& piece : pieces)
    if (piece.frame != about.packet.number) about.foretell(reassembled_in, piece.frame, about.packet.number);
}

void put_reassembled_in(FieldWriter& out) {
  if (const auto frame = out.about.foretold(reassembled_in, out.about.packet.number))
    out.put(reassembled_in, 0, 0, *frame).generated();
}

void put_message_size(FieldWriter& out, size_t at, size_t length) {
  const size_t here = at < out.size() && length <= out.size() - at ? length : 0;
  out.put(message_size, at, here, length).generated();
}

void put_message_pieces(FieldWriter& out, std::span<const MessagePiece> pieces) {
  const size_t total = out.size();
  Item all = out.put(segments, 0, total, 0);
  all.label(pieces.size(), " Reassembled TCP Segments (", total, " bytes):");
  for (const MessagePiece& piece : pieces)
    all.more(&piece == pieces.data() ? " #" : ", #", piece.frame, '(', piece.length, ')');
  all.generated();
  const Deeper below(out);
  for (const MessagePiece& piece : pieces)
    out.put(segment, piece.at, piece.length, piece.frame)
        .label("Frame: ", piece.frame, ", payload: ", piece.at, '-', piece.at + piece.length - 1, " (",
               piece.length, piece.length == 1 ? " byte)" : " bytes)")
        .generated();
  out.put(segment_count, 0, 0, pieces.size()).generated();
  out.put(reassembled_length, 0, 0, total).generated();
  out.put(reassembled_data, 0, total, 0).generated();
}

}  // namespace wiretale
