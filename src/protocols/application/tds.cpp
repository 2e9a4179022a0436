// TDS, the protocol of Microsoft SQL Server and Sybase (MS-TDS): packet headers and the messages before
// login.
#include <algorithm>

#include "packet/field_cursor.h"
#include "packet/flag_lines.h"
#include "protocols/application/tds_fields.h"
#include "protocols/catalog.h"

namespace wiretale::tds {
namespace {

constexpr std::string_view tree_name = "TDS";
constexpr Claim found_on[] = {{On::TcpPort, 1433, Scope::Decode}, {On::TcpPort, 2433, Scope::Decode}};
constexpr size_t header_length = 8;
constexpr uint8_t response = 4, before_login = 18;
enum Option : uint8_t {
  version,
  encryption,
  instance,
  thread,
  multiple_results,
  trace,
  federated_login,
  nonce,
  terminator = 255
};

/// Whether a response is one to a message before login: a table of options whose values lie behind it.
bool answers_before_login(Bytes body) {
  constexpr size_t entry = 5;
  if (body.size() < entry || body[0] != version) return false;
  size_t at = 0;
  for (; at < body.size() && body[at] != terminator; at += entry) {
    if (at + entry > body.size() || body[at] > nonce) return false;
    if (be16(&body[at + 1]) + size_t{be16(&body[at + 3])} > body.size()) return false;
  }
  return at < body.size();
}

void put_value(FieldCursor& in, unsigned option) {
  const size_t length = in.left();
  switch (option) {
    case version: {
      const Bytes all = in.peek(4);
      in.put(field::prelogin_option_version, 4).label("Version: ", all[0], '.', all[1], '.', be16(&all[2]));
      in.put(field::prelogin_option_subbuild, 2);
      return;
    }
    case encryption: in.put(field::prelogin_option_encryption, length); return;
    case instance: {
      const Bytes all = in.peek(length);
      const auto end = std::find(all.begin(), all.end(), 0);
      in.out.put_text(field::prelogin_option_instopt, in.at, length,
                      all.first(static_cast<size_t>(end - all.begin())));
      return;
    }
    case thread:
      if (length > 0) in.put(field::prelogin_option_threadid, length);
      return;
    case multiple_results: in.put(field::prelogin_option_mars, length); return;
    case trace: in.put(field::prelogin_option_traceid, length); return;
    case federated_login: in.put(field::prelogin_option_fedauthrequired, length); return;
    case nonce: in.put(field::prelogin_option_nonceopt, length); return;
    default: return;
  }
}

/// A table of options, whose values lie behind it.
void put_before_login(FieldCursor& in) {
  FieldWriter& out = in.out;
  const size_t start = in.at;
  out.put(field::prelogin, start, in.left());
  const Deeper below(out);
  while (in.left() > 0) {
    const auto option = static_cast<unsigned>(in.number(1));
    const bool last = option == terminator;
    if (!last) (void)in.peek(5);
    out.put_words(in.at, last ? 1 : std::min<size_t>(5, in.left()),
                  "Option: ", name_or(field::prelogin_option_token_labels, option, "Unknown"));
    const Deeper each(out);
    in.put(field::prelogin_option_token, 1);
    if (last) return;
    const auto offset = static_cast<size_t>(in.number(2));
    in.put(field::prelogin_option_offset, 2);
    const auto length = static_cast<size_t>(in.number(2));
    in.put(field::prelogin_option_length, 2);
    const size_t least = option == version ? 6 : length;
    FieldCursor value(out, tree_name, start + offset, start + offset + least);
    put_value(value, option);
  }
}

void dissect(Bytes layer, FieldWriter& out) {
  static constexpr const Field* flags[] = {&field::status_eom, &field::status_ignore,
                                           &field::status_event_notif, &field::status_reset_conn,
                                           &field::status_reset_conn_skip_tran};
  out.protocol_column("TDS");
  out.root().length(layer.size());
  FieldCursor in(out, tree_name);
  const auto type = static_cast<unsigned>(in.number(1));
  out.info(name_or(field::type_labels, type, "Unknown Packet Type: "));
  if (find_name(field::type_labels, type).empty()) out.more_info(type);
  in.put(field::type, 1);
  (void)in.peek(1);
  put_flags(out, in.at, 1, field::status, flags);
  in.skip(1);
  in.put(field::length, 2);
  in.put(field::channel, 2);
  in.put(field::packet_number, 1);
  in.put(field::window, 1);
  const bool told =
      type == before_login || (type == response && answers_before_login(layer.subspan(in.at, in.left())));
  if (told && in.left() > 0) put_before_login(in);
}

MessageLength frame(Bytes stream, Dissection&) {
  if (find_name(field::type_labels, stream[0]).empty()) return {};
  if (stream.size() < header_length) return MessageLength::more();
  const size_t length = be16(&stream[2]);
  return length < header_length ? MessageLength{} : MessageLength::known(length);
}

}  // namespace

extern constinit const Protocol protocol{.name = "tds",
                                         .title = "Tabular Data Stream",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .keeps = Keeps::Nothing,
                                         .frame = frame,
                                         .messages = Messages::Sized};

}  // namespace wiretale::tds
