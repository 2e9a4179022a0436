// The TLS field tree.
#pragma once
#include <string>

#include "packet/field_cursor.h"
#include "packet/protocol.h"
#include "packet/stream_states.h"

namespace wiretale::tls {

/// What is known of a connection's session from the messages so far.
struct Session {
  uint16_t version = 0;  ///< the chosen one; 0 before the ServerHello
  uint16_t cipher = 0;
  uint16_t server_port = 0;            ///< of the side that answers; 0 before a hello
  bool encrypted[2] = {false, false};  ///< from the client, from the server: behind ChangeCipherSpec
  std::string application;             ///< the protocol that the server chose (ALPN)

  [[nodiscard]] bool is_tls_1_3() const { return version == 0x0304 || (version >> 8) == 0x7f; }
};

/// All connections.
using Sessions = StreamStates<Session>;

void dissect_records(Bytes layer, FieldWriter& out);
[[nodiscard]] MessageLength record_length(Bytes stream, Dissection& about);

/// The body of one handshake message in [in.at, end).
void put_handshake_body(FieldCursor& in, unsigned type, size_t end, Session& session);
/// The extensions of a hello, their length in front of them; their types are appended to `types`, and what
/// JA3 wants of two of them to the others, all with hyphens between.
struct Fingerprint {
  std::string ciphers, extensions, groups, formats;
};
void put_extensions(FieldCursor& in, unsigned message, size_t end, Session& session, Fingerprint& print);
/// A list of signature algorithms with its length in front.
void put_signature_algorithms(FieldCursor& in, size_t end);
void put_signature_algorithm(FieldCursor& in);

}  // namespace wiretale::tls
