// Lines of text protocols.
#include "protocols/application/mail_tree.h"

namespace wiretale {

TextLine text_line(Bytes bytes, size_t at) {
  const std::string_view all{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  const size_t end = all.find('\n', at);
  TextLine line{all.substr(at, end == all.npos ? all.npos : end - at), at,
                end == all.npos ? all.size() : end + 1};
  if (line.text.ends_with('\r')) line.text.remove_suffix(1);
  return line;
}

WordAndRest first_word(std::string_view text) {
  const size_t blank = text.find(' ');
  if (blank == text.npos) return {text, {}};
  std::string_view rest = text.substr(blank);
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  return {text.substr(0, blank), rest};
}

MessageLength whole_lines(Bytes stream) {
  constexpr size_t longest_line = 8192;
  for (size_t end = stream.size(); end > 0; --end)
    if (stream[end - 1] == '\n') return MessageLength::known(end);
  return stream.size() < longest_line ? MessageLength::more() : MessageLength::known(stream.size());
}

}  // namespace wiretale
