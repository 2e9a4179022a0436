// The field tree of POP3 (RFC 1939).
#include "packet/value_text.h"
#include "protocols/application/mail_tree.h"
#include "protocols/application/pop_fields.h"

namespace wiretale::pop {

void dissect(Bytes layer, FieldWriter& out) {
  constexpr uint16_t server_port = 110;
  out.root().length(layer.size());
  out.protocol_column("POP");
  const bool request = out.about.destination_port == server_port;
  const TextLine first = text_line(layer, 0);
  out.info(request ? "C: " : "S: ", first.text);
  Text shown(256);
  append_label_content(shown, layer.first(first.next));
  out.put(request ? field::request : field::response, 0, first.next).label(shown.view());
  {
    const Deeper below(out);
    const WordAndRest words = first_word(first.text);
    out.put(request ? field::request_command : field::response_indicator, 0, words.word.size());
    if (!words.rest.empty())
      out.put(request ? field::request_parameter : field::response_description,
              first.text.size() - words.rest.size(), words.rest.size());
  }
  for (size_t at = first.next; at < layer.size();) {
    const TextLine line = text_line(layer, at);
    shown.clear();
    append_label_content(shown, layer.subspan(at, line.next - at));
    out.put(request ? field::request_data : field::response_data, at, line.next - at).label(shown.view());
    at = line.next;
  }
}

MessageLength frame(Bytes stream, Dissection&) { return whole_lines(stream); }

}  // namespace wiretale::pop
