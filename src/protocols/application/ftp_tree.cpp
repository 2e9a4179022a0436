// The field tree of FTP's control connection (RFC 959).

#include "packet/stream_states.h"
#include "packet/value_text.h"
#include "protocols/application/ftp_fields.h"
#include "protocols/application/mail_tree.h"

namespace wiretale::ftp {
namespace {

constexpr uint16_t server_port = 21;

/// The current directory of each connection, as the server has told it.
struct Directory {
  std::string current, asked_for;
};
using Directories = StreamStates<Directory>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "(192,0,2,1,4,1)": the address and port of RFC 959 4.1.2.
void put_passive(FieldWriter& out, std::string_view text) {
  size_t at = text.find_first_of("0123456789", text.find('(') == text.npos ? 0 : text.find('('));
  if (at == text.npos) return;
  const size_t begin = at;
  uint32_t numbers[6] = {};
  size_t port_at = at, address_end = at;
  for (unsigned i = 0; i < 6; ++i) {
    if (i == 4) port_at = at;
    if (at >= text.size() || !is_digit(text[at])) return;
    for (unsigned digits = 0; at < text.size() && is_digit(text[at]) && digits < 3; ++digits)
      numbers[i] = numbers[i] * 10 + static_cast<uint32_t>(text[at++] - '0');
    if (numbers[i] > 255) return;
    if (i == 3) address_end = at;
    if (i < 5 && (at >= text.size() || text[at++] != ',')) return;
  }
  const uint8_t address[4] = {static_cast<uint8_t>(numbers[0]), static_cast<uint8_t>(numbers[1]),
                              static_cast<uint8_t>(numbers[2]), static_cast<uint8_t>(numbers[3])};
  out.put_text(field::passive_ip, place_of(out, text) + begin, address_end - begin, Bytes{address});
  out.put(field::passive_port, place_of(out, text) + port_at, at - port_at, numbers[4] * 256 + numbers[5]);
}

/// The directory between quotes in the answer to PWD (RFC 959 Appendix II), or the one that CWD asked for.
void learn_directory(FieldWriter& out, unsigned code, std::string_view text) {
  constexpr unsigned path_name = 257, done = 250;
  constexpr size_t longest = 1024;
  Directory& directory = out.about.kept.get<Directories>().of(out.about);
  const size_t begin = text.find('"'), end = text.rfind('"');
  if (code == path_name && begin != text.npos && end > begin)
    directory.current = text.substr(begin + 1, std::min(end - begin - 1, longest));
  if (code == done && !directory.asked_for.empty()) {
    const bool from_root = directory.asked_for.starts_with('/');
    if (from_root || directory.current.size() > longest)
      directory.current = directory.asked_for;
    else
      directory.current += (directory.current.ends_with('/') ? "" : "/") + directory.asked_for;
  }
  directory.asked_for.clear();
}

void put_response(FieldWriter& out, std::string_view line) {
  if (line.size() < 3 || !is_digit(line[0]) || !is_digit(line[1]) || !is_digit(line[2])) return;
  const auto code = static_cast<unsigned>((line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0'));
  out.put(field::response_code, place_of(out, line), 3, code);
  const std::string_view words = line.substr(std::min<size_t>(4, line.size()));
  if (!words.empty()) put_words(out, field::response_arg, words);
  constexpr unsigned entering_passive = 227;
  if (code == entering_passive) put_passive(out, words);
  learn_directory(out, code, words);
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  out.root().length(layer.size());
  out.protocol_column("FTP");
  const bool request = out.about.destination_port == server_port;
  const TextLine first = text_line(layer, 0);
  Text shown(256);
  append_label_content(shown, layer.first(first.text.size()));
  out.info(request ? "Request: " : "Response: ", shown.view());
  out.put(request ? field::request : field::response, 0, 0, 1).hidden();
  out.put(request ? field::response : field::request, 0, 0, 0).hidden();
  for (size_t at = 0; at < layer.size();) {
    const TextLine line = text_line(layer, at);
    shown.clear();
    append_label_content(shown, layer.subspan(at, line.next - at));
    out.put_words(at, line.next - at, shown.view());
    const Deeper below(out);
    if (at == 0 && request) {
      const WordAndRest words = first_word(line.text);
      put_words(out, field::request_command, words.word);
      if (!words.rest.empty()) put_words(out, field::request_arg, words.rest);
      constexpr size_t longest = 1024;
      if (words.word == "CWD")
        out.about.kept.get<Directories>().of(out.about).asked_for = words.rest.substr(0, longest);
    } else if (at == 0) {
      put_response(out, line.text);
    }
    at = line.next;
  }
  out.shallower();
  out.put_text(field::current_working_directory, 0, 0,
               out.about.kept.get<Directories>().of(out.about).current)
      .generated();
  out.deeper();
}

MessageLength frame(Bytes stream, Dissection&) { return whole_lines(stream); }

}  // namespace wiretale::ftp
