// The field tree of IMAP (RFC 9051): lines with tags, and answers to them.
#include <unordered_map>

#include "base/letters.h"
#include "packet/value_text.h"
#include "protocols/application/imap_fields.h"
#include "protocols/application/mail_tree.h"

namespace wiretale::imap {
namespace {

constexpr uint16_t server_port = 143;

/// Commands that have no answer yet, by connection and tag.
class Commands final : public KeptState {
 public:
  struct Command {
    uint32_t frame;
    Time time;
  };
  void add(const Dissection& about, std::string_view tag) {
    constexpr size_t most = 1 << 16;
    if (commands_.size() >= most) commands_.clear();
    commands_[key(about, tag)] = {about.packet.number, about.packet.time};
  }
  const Command* find(const Dissection& about, std::string_view tag) const {
    const auto found = commands_.find(key(about, tag));
    return found == commands_.end() ? nullptr : &found->second;
  }

 private:
  static std::string key(const Dissection& about, std::string_view tag) {
    constexpr size_t longest = 64;
    return text_of(about.segment != nullptr ? about.segment->stream.index : UINT32_MAX, ' ',
                   tag.substr(0, longest));
  }
  std::unordered_map<std::string, Command> commands_;
};

void put_request(FieldWriter& out, const TextLine& line) {
  const WordAndRest tag = first_word(line.text);
  put_words(out, field::request, line.text);
  put_words(out, field::request_tag, tag.word);
  put_words(out, field::tag, tag.word).hidden();
  if (tag.rest.empty()) return;
  WordAndRest command = first_word(tag.rest);
  const bool by_uid = lower_case(command.word) == "uid";
  if (by_uid && !command.rest.empty()) {
    out.put(field::request_command_uid, place_of(out, command.word), command.word.size(), 1).hidden();
    command = first_word(command.rest);
  }
  put_words(out, field::request_command, command.word);
  put_words(out, field::command, command.word).hidden();
  out.about.kept.get<Commands>().add(out.about, tag.word);
  const std::string name = lower_case(command.word);
  if (name == "login" && !command.rest.empty()) {
    const WordAndRest user = first_word(command.rest);
    put_words(out, field::request_username, user.word);
    std::string_view password = user.rest;
    if (password.size() >= 2 && password.starts_with('"') && password.ends_with('"'))
      password = password.substr(1, password.size() - 2);
    if (!password.empty()) put_words(out, field::request_password, password);
  }
  for (const std::string_view with_folder :
       {"select", "examine", "create", "delete", "rename", "subscribe", "unsubscribe", "status", "append"})
    if (name == with_folder && !command.rest.empty())
      put_words(out, field::request_folder, first_word(command.rest).word);
}

void put_response(FieldWriter& out, const TextLine& line) {
  const WordAndRest tag = first_word(line.text);
  if (tag.word == "*" || tag.word == "+" || tag.word.empty()) return;
  const Commands::Command* command = out.about.kept.get<Commands>().find(out.about, tag.word);
  const WordAndRest status = first_word(tag.rest);
  if (command == nullptr && status.word != "OK" && status.word != "NO" && status.word != "BAD") return;
  put_words(out, field::response, line.text);
  put_words(out, field::response_tag, tag.word);
  put_words(out, field::tag, tag.word).hidden();
  if (status.word.empty()) return;
  put_words(out, field::response_status, status.word);
  if (!status.rest.empty()) {
    const std::string_view name = first_word(status.rest).word;
    put_words(out, field::response_command, name);
    put_words(out, field::command, name).hidden();
  }
  if (command == nullptr) return;
  out.put(field::response_to, place_of(out, line.text), 0, command->frame).generated();
  out.put(field::time, place_of(out, line.text), 0,
          static_cast<uint64_t>((out.about.packet.time - command->time).nanoseconds))
      .generated();
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  out.root().length(layer.size());
  out.protocol_column("IMAP");
  const bool request = out.about.destination_port == server_port;
  std::string_view told = text_line(layer, 0).text;
  for (size_t at = 0; at < layer.size();) {
    const TextLine line = text_line(layer, at);
    if (!request && !line.text.starts_with('*') && !line.text.empty()) told = line.text;
    at = line.next;
  }
  out.info(request ? "Request: " : "Response: ", told);
  out.put(field::isrequest, 0, 0, request ? 1 : 0).hidden();
  for (size_t at = 0; at < layer.size();) {
    const TextLine line = text_line(layer, at);
    out.put(field::line, at, line.next - at);
    const Deeper below(out);
    if (request)
      put_request(out, line);
    else
      put_response(out, line);
    at = line.next;
  }
}

MessageLength frame(Bytes stream, Dissection&) { return whole_lines(stream); }

}  // namespace wiretale::imap
