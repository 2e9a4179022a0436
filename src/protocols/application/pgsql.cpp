// PostgreSQL's frontend/backend protocol, version 3.

#include "packet/field_cursor.h"
#include "packet/stream_states.h"
#include "protocols/application/pgsql_fields.h"
#include "protocols/catalog.h"

namespace wiretale::pgsql {
namespace {

constexpr uint16_t server_port = 5432;
constexpr Claim found_on[] = {{On::TcpPort, server_port, Scope::Tree}};

constexpr uint32_t ssl_request = 80877103, gss_request = 80877104, cancel_request = 80877102;
constexpr size_t longest_message = 1 << 26;

constexpr Name frontend_names[] = {{'p', "Password message"},
                                   {'Q', "Simple query"},
                                   {'P', "Parse"},
                                   {'B', "Bind"},
                                   {'E', "Execute"},
                                   {'D', "Describe"},
                                   {'C', "Close"},
                                   {'H', "Flush"},
                                   {'S', "Sync"},
                                   {'F', "Function call"},
                                   {'d', "Copy data"},
                                   {'c', "Copy completion"},
                                   {'f', "Copy failure"},
                                   {'X', "Termination"}};
constexpr Name backend_names[] = {{'R', "Authentication request"},
                                  {'K', "Backend key data"},
                                  {'S', "Parameter status"},
                                  {'1', "Parse completion"},
                                  {'2', "Bind completion"},
                                  {'3', "Close completion"},
                                  {'C', "Command completion"},
                                  {'t', "Parameter description"},
                                  {'T', "Row description"},
                                  {'D', "Data row"},
                                  {'I', "Empty query"},
                                  {'n', "No data"},
                                  {'E', "Error"},
                                  {'N', "Notice"},
                                  {'s', "Portal suspended"},
                                  {'Z', "Ready for query"},
                                  {'A', "Notification"},
                                  {'V', "Function call response"},
                                  {'G', "CopyIn response"},
                                  {'H', "CopyOut response"},
                                  {'W', "CopyBoth response"},
                                  {'d', "Copy data"},
                                  {'c', "Copy completion"},
                                  {'v', "Negotiate protocol version"}};

/// What an authentication request asked for, which tells what the client's answer is.
enum class Asked : uint8_t { Password, SaslFirst, SaslNext };
using Authentications = StreamStates<Asked>;

bool from_client(const Dissection& about) { return about.destination_port == server_port; }

std::string_view string_at(const FieldCursor& in) {
  const Bytes rest = in.peek(in.left());
  const std::string_view text{reinterpret_cast<const char*>(rest.data()), rest.size()};
  const size_t end = text.find('\0');
  if (end == text.npos) in.too_short();
  return text.substr(0, end);
}

/// A string that a zero byte ends; returns how long it was.
size_t put_string(FieldCursor& in, const Field& field) {
  const std::string_view text = string_at(in);
  in.out.put_text(field, in.at, text.size() + 1, text);
  in.skip(text.size() + 1);
  return text.size();
}

/// A line that tells how many things follow, and those below it.
template <class Put>
void put_counted(FieldCursor& in, std::string_view words, Put put) {
  const size_t at = in.at;
  const uint64_t count = in.take(2);
  in.out.put_words(at, 2, words, ": ", count);
  const Deeper below(in.out);
  for (uint64_t i = 0; i < count; ++i) put();
}

void put_format(FieldCursor& in) { in.put(field::format, 2); }

/// A value with its length in front; -1: NULL.
void put_value(FieldCursor& in) {
  const auto length = static_cast<int32_t>(in.number(4));
  in.put(field::val_length, 4, static_cast<uint64_t>(int64_t{length}));
  if (length > 0) in.put(field::val_data, static_cast<size_t>(length));
}

void put_parameters(FieldCursor& in) {
  put_counted(in, "Parameter formats", [&] { put_format(in); });
  put_counted(in, "Parameter values", [&] { put_value(in); });
}

void put_rest(FieldCursor& in, const Field& field) {
  if (in.left() > 0) in.put(field, in.left());
}

void put_password(FieldCursor& in) {
  switch (in.out.about.kept.get<Authentications>().of(in.out.about)) {
    case Asked::Password: (void)put_string(in, field::password); return;
    case Asked::SaslFirst:
      (void)put_string(in, field::auth_sasl_mech);
      {
        const auto length = static_cast<int32_t>(in.number(4));
        in.put(field::auth_sasl_data_length, 4, static_cast<uint64_t>(int64_t{length}));
        if (length > 0) in.put(field::auth_sasl_data, static_cast<size_t>(length));
      }
      return;
    case Asked::SaslNext: put_rest(in, field::auth_sasl_data); return;
  }
}

void put_named(FieldCursor& in) {
  const uint64_t kind = in.take(1);
  (void)put_string(in, kind == 'P' ? field::portal : field::statement);
}

void put_frontend(FieldCursor& in, uint8_t type) {
  switch (type) {
    case 'p': return put_password(in);
    case 'Q': (void)put_string(in, field::query); return;
    case 'P':
      (void)put_string(in, field::statement);
      (void)put_string(in, field::query);
      return put_counted(in, "Parameters", [&] { in.put(field::oid_type, 4); });
    case 'B':
      (void)put_string(in, field::portal);
      (void)put_string(in, field::statement);
      put_parameters(in);
      return put_counted(in, "Result formats", [&] { put_format(in); });
    case 'E': {
      (void)put_string(in, field::portal);
      const uint64_t rows = in.number(4);
      Item line = in.put(field::returns, 4);
      if (rows == 0)
        line.label("Returns: all rows");
      else
        line.label("Returns: ", rows, " rows");
      return;
    }
    case 'D':
    case 'C': return put_named(in);
    case 'F':
      in.put(field::oid, 4);
      put_parameters(in);
      return put_format(in);
    case 'd': return put_rest(in, field::copydata);
    case 'f': (void)put_string(in, field::error); return;
    default: return;
  }
}

void put_authentication(FieldCursor& in) {
  const uint64_t kind = in.number(4);
  in.put(field::authtype, 4);
  Asked& asked = in.out.about.kept.get<Authentications>().of(in.out.about);
  switch (kind) {
    case 4:
    case 5:
      in.put(field::salt, std::min<size_t>(in.left(), kind == 4 ? 2 : 4));
      asked = Asked::Password;
      return;
    case 8: return put_rest(in, field::auth_gssapi_sspi_data);
    case 10:
      while (in.left() > 1) (void)put_string(in, field::auth_sasl_mech);
      asked = Asked::SaslFirst;
      return;
    case 11:
    case 12:
      put_rest(in, field::auth_sasl_data);
      asked = Asked::SaslNext;
      return;
    default: asked = kind == 3 ? Asked::Password : asked;
  }
}

void put_row_description(FieldCursor& in) {
  const uint64_t count = in.number(2);
  in.put(field::field_count, 2);
  const Deeper below(in.out);
  for (uint64_t i = 0; i < count; ++i) {
    (void)put_string(in, field::col_name);
    const Deeper column(in.out);
    in.put(field::oid_table, 4);
    in.put(field::col_index, 2);
    in.put(field::oid_type, 4);
    const auto size = static_cast<int16_t>(in.number(2));
    in.put(field::val_length, 2, static_cast<uint64_t>(int64_t{size}));
    const auto modifier = static_cast<int32_t>(in.number(4));
    in.put(field::col_typemod, 4, static_cast<uint64_t>(int64_t{modifier}));
    put_format(in);
  }
}

void put_error(FieldCursor& in) {
  struct Part {
    char code;
    const Field* field;
  };
  static constexpr Part parts[] = {{'S', &field::severity},
                                   {'V', &field::text},
                                   {'C', &field::code},
                                   {'M', &field::message},
                                   {'D', &field::detail},
                                   {'H', &field::hint},
                                   {'P', &field::position},
                                   {'p', &field::internal_position},
                                   {'q', &field::internal_query},
                                   {'W', &field::where},
                                   {'s', &field::schema_name},
                                   {'t', &field::table_name},
                                   {'c', &field::column_name},
                                   {'d', &field::type_name},
                                   {'n', &field::constraint_name},
                                   {'F', &field::file},
                                   {'L', &field::line},
                                   {'R', &field::routine}};
  while (in.left() > 0) {
    const size_t begin = in.at;
    const auto code = static_cast<char>(in.take(1));
    if (code == '\0') return;
    const std::string_view text = string_at(in);
    const Field* field = &field::text;
    for (const Part& part : parts)
      if (part.code == code) field = part.field;
    in.out.put_text(*field, begin, text.size() + 2, text);
    in.skip(text.size() + 1);
  }
}

void put_backend(FieldCursor& in, uint8_t type) {
  switch (type) {
    case 'R': return put_authentication(in);
    case 'K':
      in.put(field::pid, 4);
      in.put(field::key, 4);
      return;
    case 'S':
      (void)put_string(in, field::parameter_name);
      (void)put_string(in, field::parameter_value);
      return;
    case 't': return put_counted(in, "Parameters", [&] { in.put(field::oid_type, 4); });
    case 'T': return put_row_description(in);
    case 'D': {
      const uint64_t count = in.number(2);
      in.put(field::field_count, 2);
      const Deeper below(in.out);
      for (uint64_t i = 0; i < count; ++i) put_value(in);
      return;
    }
    case 'G':
    case 'H':
    case 'W': {
      in.put(field::format, 1);
      return put_counted(in, "Columns", [&] { put_format(in); });
    }
    case 'd': return put_rest(in, field::copydata);
    case 'C': (void)put_string(in, field::tag); return;
    case 'Z': in.put(field::status, 1); return;
    case 'E':
    case 'N': return put_error(in);
    case 'A':
      in.put(field::pid, 4);
      (void)put_string(in, field::condition);
      if (put_string(in, field::text) == 0) return;
      return;
    case 'V': return put_value(in);
    case 'v':
      in.put(field::version_supported_minor, 4);
      {
        const uint64_t count = in.number(4);
        in.put(field::number_nonsupported_options, 4);
        for (uint64_t i = 0; i < count; ++i) (void)put_string(in, field::nonsupported_option);
      }
      return;
    default: return;
  }
}

/// The messages before the connection's protocol is settled, which have no type.
void put_first(FieldCursor& in, uint32_t code) {
  switch (code) {
    case ssl_request:
    case gss_request: return;
    case cancel_request:
      in.skip(4);
      in.put(field::pid, 4);
      in.put(field::key, 4);
      return;
    default:
      in.put(field::version_major, 2);
      in.put(field::version_minor, 2);
      while (in.left() > 1) {
        (void)put_string(in, field::parameter_name);
        (void)put_string(in, field::parameter_value);
      }
  }
}

bool has_type(Bytes layer) { return layer[0] != 0; }

void tell(FieldWriter& out, bool client, uint8_t type) {
  if (out.about.columns == nullptr) return;
  const bool first = out.about.columns->protocol.view() != "PGSQL";
  if (first) {
    out.protocol_column("PGSQL");
    out.info(client ? ">" : "<");
  }
  if (type == 0) return;
  if (!first) out.more_info('/');
  out.more_info(static_cast<char>(type));
}

void dissect(Bytes layer, FieldWriter& out) {
  out.root().length(layer.size());
  if (layer.empty()) return;
  const bool client = from_client(out.about), typed = has_type(layer);
  if (layer.size() < 5) return tell(out, client, 0);
  tell(out, client, typed ? layer[0] : 0);
  FieldCursor in(out, "PGSQL");
  std::string_view name = "Startup message";
  const uint32_t code = !typed && layer.size() >= 8 ? be32(&layer[4]) : 0;
  if (typed) {
    const Names names = client ? Names(frontend_names) : Names(backend_names);
    name = name_or(names, layer[0], "Unknown");
    const Asked asked = out.about.kept.get<Authentications>().of(out.about);
    if (client && layer[0] == 'p' && asked != Asked::Password)
      name = asked == Asked::SaslFirst ? "SASLInitialResponse message" : "SASLResponse message";
    in.skip(1);
  } else if (code == ssl_request) {
    name = "SSL request";
  } else if (code == gss_request) {
    name = "GSS encrypt request";
  } else if (code == cancel_request) {
    name = "Cancel request";
  }
  out.put_text(field::type, 0, typed ? 1 : 0, name);
  in.put(field::length, 4);
  out.put(field::frontend, 0, 0, client ? 1 : 0).hidden();
  if (!typed)
    put_first(in, code);
  else if (client)
    put_frontend(in, layer[0]);
  else
    put_backend(in, layer[0]);
}

MessageLength frame(Bytes stream, Dissection& about) {
  // The answer to an SSL request is a single letter, which is no message.
  if (!from_client(about) && stream.size() == 1 && (stream[0] == 'N' || stream[0] == 'S')) {
    if (about.columns != nullptr) {
      about.columns->protocol.clear();
      about.columns->protocol.put("PGSQL");
      about.columns->info.shorten(about.columns->info_kept);
      about.columns->info.put('<');
    }
    return MessageLength::unshown();
  }
  const size_t type = has_type(stream) ? 1 : 0;
  if (stream.size() < type + 4) return MessageLength::more();
  const size_t length = be32(&stream[type]);
  if (length < 4 || length > longest_message) return {};
  return MessageLength::known(type + length);
}

}  // namespace

extern constinit const Protocol protocol{.name = "pgsql",
                                         .title = "PostgreSQL",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .frame = frame,
                                         .messages = Messages::Sized};

}  // namespace wiretale::pgsql
