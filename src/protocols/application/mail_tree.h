// The field trees of the text protocols around files and mail: FTP, SMTP, POP and IMAP.
#pragma once
#include "packet/protocol.h"
#include "packet/tree.h"

namespace wiretale {

namespace ftp {
void dissect(Bytes layer, FieldWriter& out);
[[nodiscard]] MessageLength frame(Bytes stream, Dissection& about);
}  // namespace ftp
namespace smtp {
void dissect(Bytes layer, FieldWriter& out);
[[nodiscard]] MessageLength frame(Bytes stream, Dissection& about);
}  // namespace smtp
namespace pop {
void dissect(Bytes layer, FieldWriter& out);
[[nodiscard]] MessageLength frame(Bytes stream, Dissection& about);
}  // namespace pop
namespace imap {
void dissect(Bytes layer, FieldWriter& out);
[[nodiscard]] MessageLength frame(Bytes stream, Dissection& about);
}  // namespace imap

/// A line of text without its end, where it begins, and where the next one does.
struct TextLine {
  std::string_view text;
  size_t at, next;
};
[[nodiscard]] TextLine text_line(Bytes bytes, size_t at);
/// The word at the front, and what is behind the blank after it.
struct WordAndRest {
  std::string_view word, rest;
};
[[nodiscard]] WordAndRest first_word(std::string_view text);
/// Where words of the layer begin, and a field that is those words.
[[nodiscard]] inline size_t place_of(const FieldWriter& out, std::string_view text) {
  return static_cast<size_t>(text.data() - reinterpret_cast<const char*>(out.layer().data()));
}
inline Item put_words(FieldWriter& out, const Field& field, std::string_view text) {
  return out.put(field, place_of(out, text), text.size());
}
/// Everything up to the last line end; a line without one waits for the next segment.
[[nodiscard]] MessageLength whole_lines(Bytes stream);

}  // namespace wiretale
