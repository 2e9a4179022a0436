// MySQL's client/server protocol: packets with their length and number in front.
#include "protocols/application/mysql/mysql.h"

#include "protocols/application/mysql/mysql_fields.h"
#include "protocols/catalog.h"

namespace wiretale::mysql {
namespace {

constexpr uint16_t server_port = 3306;
constexpr Claim found_on[] = {{On::TcpPort, server_port, Scope::Tree}};
constexpr size_t header_length = 4;

enum Command : uint8_t {
  quit = 1,
  use_database = 2,
  query = 3,
  show_fields = 4,
  create_database = 5,
  drop_database = 6,
  statistics = 9,
  process_list = 10,
  prepare = 22,
  execute = 23,
  send_blob = 24,
  close_statement = 25,
  reset_statement = 26,
  fetch = 28
};
enum ResponseCode : uint8_t { ok = 0, load_local = 0xfb, end = 0xfe, error = 0xff };

bool from_server(const Dissection& about) { return about.source_port == server_port; }

void put_ok(FieldCursor& in, const Connection& connection) {
  const auto put = [&](const Field& field) {
    const Encoded number = put_encoded(in);
    if (&field != &field::insert_id || number.value != 0)
      in.out.put(field, number.at, number.size, number.value);
  };
  in.put(field::response_code, 1);
  in.out.more_info(" OK ");
  put(field::affected_rows);
  put(field::insert_id);
  if (in.left() >= 2) put_status(in);
  if (in.left() >= 2) in.put(field::warnings, 2, little(in.peek(2)));
  if (in.left() == 0) return;
  if ((connection.capabilities & session_tracking) != 0) {
    const Encoded size = put_encoded(in);
    if (size.value > 0)
      in.put(field::message, static_cast<size_t>(std::min<uint64_t>(size.value, in.left())));
    if (in.left() > 0) in.put(field::payload, in.left());
  } else {
    in.put(field::message, in.left());
  }
}

void put_error(FieldCursor& in) {
  in.put(field::response_code, 1);
  const uint64_t code = little(in.peek(2));
  in.put(field::error_code, 2, code);
  in.out.more_info(" Error ", code, ' ');
  if (in.left() >= 6 && in.number(1) == '#') {
    in.skip(1);
    in.put(field::sqlstate, 5);
  }
  if (in.left() > 0) in.put(field::error_message, in.left());
}

void put_end(FieldCursor& in) {
  in.put(field::response_code, 1);
  in.out.put(field::eof, in.at - 1, 1);
  if (in.left() >= 2) in.put(field::warnings, 2, little(in.peek(2)));
  if (in.left() >= 2) put_status(in);
}

void put_column(FieldCursor& in) {
  for (const Field* field : {&field::field_catalog, &field::field_db, &field::field_table,
                             &field::field_org_table, &field::field_name, &field::field_org_name})
    put_encoded_string(in, *field);
  in.skip(1);
  in.put(field::field_charsetnr, 2, little(in.peek(2)));
  in.put(field::field_length, 4, little(in.peek(4)));
  in.put(field::field_type, 1);
  const uint64_t flags = little(in.peek(2));
  in.put(field::field_flags, 2, flags);
  {
    const Deeper below(in.out);
    for (const Field* bit :
         {&field::field_flags_not_null, &field::field_flags_primary_key, &field::field_flags_unique_key,
          &field::field_flags_multiple_key, &field::field_flags_blob, &field::field_flags_unsigned,
          &field::field_flags_zero_fill, &field::field_flags_enum, &field::field_flags_auto_increment,
          &field::field_flags_timestamp, &field::field_flags_set})
      in.out.put(*bit, in.at - 2, 2, flags >> (15u - bit->place.bit) & 1);
  }
  in.put(field::field_decimals, 1);
  constexpr size_t filler = 2;
  if (in.left() >= filler) in.skip(filler);
  if (in.left() > 0) put_encoded_string(in, field::field_default);
}

/// Behind descriptions of columns.
void after_fields(Connection& connection) { connection.expected = Expected::Rows; }

void put_prepared(FieldCursor& in, Connection& connection) {
  in.put(field::response_code, 1);
  in.put(field::stmt_id, 4, little(in.peek(4)));
  connection.prepared_columns = little(in.peek(2));
  in.put(field::num_fields, 2, connection.prepared_columns);
  connection.left = little(in.peek(2));
  in.put(field::num_params, 2, connection.left);
  if (in.left() >= 3) {
    in.skip(1);
    in.put(field::warnings, 2, little(in.peek(2)));
  }
  connection.expected = connection.left > 0               ? Expected::Parameters
                        : connection.prepared_columns > 0 ? Expected::PreparedFields
                                                          : Expected::Response;
}

/// The line's words behind "MySQL Protocol".
void name(FieldCursor& in, std::string_view words) { in.out.root().more(" - ", words); }

void put_response(FieldCursor& in, Connection& connection) {
  const uint64_t code = in.number(1);
  FieldWriter& out = in.out;
  const Expected expected = connection.expected;
  const bool ends = code == end && in.left() < 9;
  if (code == error) {
    out.more_info("Response ");
    name(in, "response ERROR");
    put_error(in);
    connection.expected = Expected::Response;
    return;
  }
  if (ends) {
    if (expected == Expected::Login) {
      out.more_info("Auth Switch Request ");
      name(in, "authentication switch request");
      in.put(field::response_code, 1);
      if (in.left() > 0) (void)take_string(in, field::auth_plugin);
      return;
    }
    const bool middle = expected == Expected::Fields || expected == Expected::Parameters;
    if (!middle) out.more_info("Response ");
    name(in, middle ? "intermediate EOF" : "response EOF");
    put_end(in);
    if (expected == Expected::Fields) return after_fields(connection);
    if (expected == Expected::Parameters && connection.prepared_columns > 0) {
      connection.expected = Expected::PreparedFields;
      return;
    }
    connection.expected = Expected::Response;
    return;
  }
  switch (expected) {
    case Expected::Greeting: {
      connection.expected = Expected::Login;
      return put_greeting(in);
    }
    case Expected::Fields:
      name(in, "field packet");
      put_column(in);
      if (connection.left > 0 && --connection.left == 0 && (connection.capabilities & deprecate_eof) != 0)
        after_fields(connection);
      return;
    case Expected::Rows:
      name(in, "row packet");
      if (connection.binary_rows) {
        in.put(field::payload, in.left());
        return;
      }
      while (in.left() > 0) put_encoded_string(in, field::row_text);
      return;
    case Expected::Parameters: name(in, "parameters in response to PREPARE"); return put_column(in);
    case Expected::PreparedFields: name(in, "fields in response to PREPARE"); return put_column(in);
    case Expected::FieldList: name(in, "show fields"); return put_column(in);
    case Expected::Message:
      out.more_info("Response ");
      in.put(field::message, in.left());
      connection.expected = Expected::Response;
      return;
    default: break;
  }
  out.more_info("Response ");
  if (code == ok) {
    if (expected == Expected::PreparedOk && in.left() > 4) {
      name(in, "response to PREPARE");
      return put_prepared(in, connection);
    }
    name(in, "response OK");
    put_ok(in, connection);
    connection.expected = Expected::Response;
    return;
  }
  if (expected == Expected::Login) {
    in.put(field::payload, in.left());
    return;
  }
  if (code == load_local) {
    name(in, "response LOCAL INFILE");
    in.put(field::payload, in.left());
    return;
  }
  name(in, "column count");
  out.more_info("TABULAR ");
  const Encoded count = put_encoded(in);
  out.put(field::num_fields, count.at, count.size, count.value);
  if (in.left() > 0) {
    const Encoded extra = put_encoded(in);
    out.put(field::extra, extra.at, extra.size, extra.value);
  }
  connection.columns = connection.left = count.value;
  connection.expected = Expected::Fields;
}

void put_request(FieldCursor& in, Connection& connection) {
  FieldWriter& out = in.out;
  if (connection.expected == Expected::Login || connection.expected == Expected::Greeting) {
    if (out.layer()[3] == 1) return put_login(in, connection);
    if (connection.expected == Expected::Login) {
      out.info("Authentication Response");
      if (in.left() > 0) in.put(field::payload, in.left());
      return;
    }
  }
  const auto command = static_cast<uint8_t>(in.number(1));
  const std::string_view words = name_or(command_labels, command, "Unknown");
  out.info("Request ", words);
  out.put(field::request, in.at, in.left()).label("Request Command ", words);
  const Deeper below(out);
  in.put(field::command, 1);
  connection.binary_rows = command == execute || command == fetch;
  connection.expected = Expected::Response;
  switch (command) {
    case query:
      if (in.left() > 0) in.put(field::query, in.left());
      return;
    case prepare:
      if (in.left() > 0) in.put(field::query, in.left());
      connection.expected = Expected::PreparedOk;
      return;
    case use_database:
    case create_database:
    case drop_database:
      if (in.left() > 0) in.put(field::schema, in.left());
      return;
    case show_fields:
      connection.expected = Expected::FieldList;
      if (in.left() > 0) (void)take_string(in, field::table_name);
      return;
    case statistics: connection.expected = Expected::Message; return;
    case close_statement:
    case reset_statement:
    case send_blob:
    case execute:
    case fetch:
      in.put(field::stmt_id, 4, little(in.peek(4)));
      if (command == fetch && in.left() >= 4) in.put(field::num_rows, 4, little(in.peek(4)));
      break;
    default: break;
  }
  if (in.left() > 0) in.put(field::payload, in.left());
}

void dissect(Bytes layer, FieldWriter& out) {
  out.root().length(layer.size());
  if (layer.size() < header_length) throw LayerTooShort{"MySQL"};
  Connection& connection = out.about.kept.get<Connections>().of(out.about);
  if (out.about.columns != nullptr && out.about.columns->protocol.view() != "MySQL") {
    out.protocol_column("MySQL");
    out.info("");
  }
  out.put(field::packet_length, 0, 3, little(layer.first(3)));
  out.put(field::packet_number, 3, 1);
  FieldCursor in(out, "MySQL", header_length);
  if (in.left() == 0) return;
  if (from_server(out.about))
    put_response(in, connection);
  else
    put_request(in, connection);
}

MessageLength frame(Bytes stream, Dissection&) {
  if (stream.size() < header_length) return MessageLength::more();
  return MessageLength::known(header_length + static_cast<size_t>(little(stream.first(3))));
}

}  // namespace

Encoded put_encoded(FieldCursor& in) {
  const size_t begin = in.at;
  const uint64_t prefix = in.take(1);
  Encoded number{false, prefix, begin, 1};
  const size_t more = prefix == 0xfc ? 2 : prefix == 0xfd ? 3 : prefix == 0xfe ? 8 : 0;
  if (more > 0) {
    number.at = in.at;
    number.size = more;
    number.value = little(in.take_bytes(more));
  }
  number.null = prefix == 0xfb;
  if (number.null) {
    number.value = 0;
    in.out.put_words(begin, 1, "Prefix: ", prefix, "(NULL)");
    return number;
  }
  in.out.put_words(begin, 1, "Prefix: ", prefix);
  in.out.put_words(number.at, number.size, "Length: ", number.value);
  return number;
}

void put_encoded_string(FieldCursor& in, const Field& field) {
  in.out.put_words(in.at, 0, field.label);
  const Deeper below(in.out);
  const Encoded size = put_encoded(in);
  if (size.null) {
    in.out.put_text(field, in.at, 0, std::string_view("NULL"));
    return;
  }
  if (size.value > in.left()) in.too_short();
  in.put(field, static_cast<size_t>(size.value));
}

extern constinit const Protocol protocol{.name = "mysql",
                                         .title = "MySQL Protocol",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .frame = frame,
                                         .messages = Messages::Sized};

}  // namespace wiretale::mysql
