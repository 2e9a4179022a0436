// TCP in the field tree.
#pragma once
#include "packet/tree.h"

namespace wiretale {

/// Writes the lines of a segment's header, of its options and of what its connection tells.
void dissect_tcp(Bytes layer, FieldWriter& out);

/// With two passes: what the first one knew at the stream's end, which the second one shows from its
/// beginning.
void look_ahead(Dissection& about, SegmentFacts& facts);

/// Writes the options between `at` and the end of the header, and appends them to the info column.
void dissect_tcp_options(Bytes header, size_t at, FieldWriter& out);

/// Writes what the connection's other segments tell of this one, and puts it in front of the info column.
void dissect_tcp_analysis(FieldWriter& out);

/// The marks of a segment with which the tree has exactly one line of a field; None where that is not so.
[[nodiscard]] SegmentMark marks_of(const Field& field);

/// Writes that `length` bytes at `at` are a part of a message, or came before.
void put_message_part(FieldWriter& out, size_t at, size_t length);
void put_repeated_part(FieldWriter& out, size_t at, size_t length);

/// Notes for the second pass which frame completes a message of these pieces, and tells it there.
void note_pieces(Dissection& about, std::span<const MessagePiece> pieces);
void put_reassembled_in(FieldWriter& out);

/// Writes how long a message is that begins at `at`.
void put_message_size(FieldWriter& out, size_t at, size_t length);

/// Writes of which segments a message was put together; the writer's bytes are the message.
void put_message_pieces(FieldWriter& out, std::span<const MessagePiece> pieces);

}  // namespace wiretale
