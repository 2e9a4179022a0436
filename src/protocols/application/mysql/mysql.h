// MySQL's client/server protocol: its connections and the parts of its tree.
#pragma once

#include "packet/field_cursor.h"
#include "packet/stream_states.h"

namespace wiretale::mysql {

/// What the server's next packet is.
enum class Expected : uint8_t {
  Greeting,
  Login,
  Response,
  Columns,
  Fields,  ///< descriptions of columns, up to an EOF packet
  Rows,
  PreparedOk,
  Parameters,
  PreparedFields,
  FieldList,
  Message  ///< text alone (statistics)
};

struct Connection {
  Expected expected = Expected::Greeting;
  uint32_t capabilities = 0;  ///< of the client
  uint64_t columns = 0, left = 0, prepared_columns = 0;
  bool binary_rows = false;
};

using Connections = StreamStates<Connection>;

constexpr uint32_t connect_with_database = 8, speaks_41 = 0x200, use_tls = 0x800, secure_connection = 0x8000,
                   plugin_authentication = 0x80000, connection_attributes = 0x100000,
                   session_tracking = 0x800000, deprecate_eof = 0x1000000;

[[nodiscard]] uint64_t little(Bytes bytes);

void put_greeting(FieldCursor& in);
void put_login(FieldCursor& in, Connection& connection);
void put_status(FieldCursor& in);
/// A number with its length in front (protocol::LengthEncodedInteger), shown as Prefix and Length; nothing
/// for NULL.
struct Encoded {
  bool null = false;
  uint64_t value = 0;
  size_t at = 0, size = 0;
};
Encoded put_encoded(FieldCursor& in);
/// A string with its length in front, below a line of the field's label.
void put_encoded_string(FieldCursor& in, const Field& field);
/// The string up to a zero byte, which is passed over.
std::string_view take_string(FieldCursor& in, const Field& field);

}  // namespace wiretale::mysql
