// The field tree of SMTP (RFC 5321): commands, replies, and the message between DATA and the lone dot.

#include "base/letters.h"
#include "packet/stream_states.h"
#include "packet/value_text.h"
#include "protocols/application/mail_tree.h"
#include "protocols/application/smtp_fields.h"

namespace wiretale::smtp {
namespace {

constexpr uint16_t server_port = 25, submission_port = 587;

struct Session {
  bool asked_for_data = false, in_data = false;
  enum class Login : uint8_t { None, User, Password } login = Login::None;
};
using Sessions = StreamStates<Session>;

bool is_request(const Dissection& about) {
  return about.destination_port == server_port || about.destination_port == submission_port;
}

void put_credential(FieldWriter& out, const Field& field, std::string_view text) {
  put_words(out, field, text);
  out.expert(field::base64_decode, ExpertSeverity::Warning, ExpertGroup::Protocol,
             field::base64_decode.label);
}

void put_command(FieldWriter& out, const TextLine& line, Session& session) {
  out.put(field::command_line, line.at, line.next - line.at);
  const Deeper below(out);
  using enum Session::Login;
  if (session.login != None) {
    put_credential(out, session.login == User ? field::auth_username : field::auth_password, line.text);
    session.login = session.login == User ? Password : None;
    return;
  }
  const WordAndRest words = first_word(line.text);
  put_words(out, field::req_command, words.word);
  if (!words.rest.empty()) put_words(out, field::req_parameter, words.rest);
  if (same_letters(words.word, "DATA")) session.asked_for_data = true;
  if (!same_letters(words.word, "AUTH")) return;
  const WordAndRest way = first_word(words.rest);
  if (same_letters(way.word, "PLAIN") && !way.rest.empty())
    put_credential(out, field::auth_username_password, way.rest);
  if (same_letters(way.word, "LOGIN")) {
    session.login = User;
    if (!way.rest.empty()) {
      put_credential(out, field::auth_username, way.rest);
      session.login = Password;
    }
  }
}

void put_replies(FieldWriter& out, Session& session) {
  const Bytes layer = out.layer();
  const TextLine first = text_line(layer, 0);
  out.put(field::response, 0, first.next);
  const Deeper below(out);
  unsigned code = 0;
  for (size_t at = 0; at < layer.size();) {
    const TextLine line = text_line(layer, at);
    if (at > 0) out.more_info(" | ");
    if (line.text.size() >= 3) {
      const size_t begin = at;
      code = static_cast<unsigned>((line.text[0] - '0') * 100 + (line.text[1] - '0') * 10 +
                                   (line.text[2] - '0'));
      if (begin == 0) out.put(field::response_code, at, 3, code);
      const std::string_view words = line.text.substr(std::min<size_t>(4, line.text.size()));
      out.more_info(at == 0 ? line.text : words);
      if (!words.empty()) put_words(out, field::rsp_parameter, words);
    }
    at = line.next;
  }
  constexpr unsigned start_mail = 354, challenge = 334;
  if (session.asked_for_data && code == start_mail) session.in_data = true;
  if (code != challenge) session.login = Session::Login::None;
  session.asked_for_data = false;
}

/// The message itself; a dot alone on a line ends it (RFC 5321 4.5.2).
void put_data(FieldWriter& out, Session& session) {
  const Bytes layer = out.layer();
  constexpr std::string_view end = ".\r\n";
  const std::string_view all{reinterpret_cast<const char*>(layer.data()), layer.size()};
  const bool ends = all == end || all.ends_with("\r\n.\r\n");
  const size_t length = ends ? layer.size() - end.size() : layer.size();
  out.info("C: DATA fragment, ", layer.size(), " bytes");
  if (length > 0) {
    out.put_words(0, length, "Line-based text data");
    const Deeper below(out);
    Text shown(256);
    for (size_t at = 0; at < length;) {
      const TextLine line = text_line(layer.first(length), at);
      shown.clear();
      append_label_content(shown, layer.subspan(at, line.next - at));
      out.put(field::message, at, line.next - at).label(shown.view());
      at = line.next;
    }
  }
  if (!ends) return;
  out.put(field::eom, length, end.size()).label("C: .");
  session.in_data = false;
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  out.root().length(layer.size());
  out.protocol_column("SMTP");
  const bool request = is_request(out.about);
  Session& session = out.about.kept.get<Sessions>().of(out.about);
  out.info(request ? "C: " : "S: ");
  out.put(request ? field::req : field::rsp, 0, 0, 1).hidden();
  if (!request) return put_replies(out, session);
  if (session.in_data) return put_data(out, session);
  for (size_t at = 0; at < layer.size();) {
    const TextLine line = text_line(layer, at);
    if (at > 0) out.more_info(" | ");
    out.more_info(line.text);
    put_command(out, line, session);
    at = line.next;
  }
}

MessageLength frame(Bytes stream, Dissection&) { return whole_lines(stream); }

}  // namespace wiretale::smtp
