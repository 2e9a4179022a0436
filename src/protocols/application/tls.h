// Reading TLS (RFC 8446, 5246) as far as it is in the clear: records, hello messages, certificates, alerts.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "packet/names.h"

namespace wiretale::tls {

enum ContentType : uint8_t {
  ChangeCipherSpec = 20,
  AlertRecord = 21,
  HandshakeRecord = 22,
  ApplicationData = 23
};
enum HandshakeType : uint8_t {
  ClientHelloMessage = 1,
  ServerHelloMessage = 2,
  CertificateMessage = 11,
  CertificateRequestMessage = 13
};
enum AlertKind : uint8_t {
  CloseNotify = 0,
  HandshakeFailure = 40,
  BadCertificate = 42,
  UnsupportedCertificate = 43,
  CertificateRevoked = 44,
  CertificateExpired = 45,
  CertificateUnknown = 46,
  IllegalParameter = 47,
  UnknownCa = 48,
  AccessDenied = 49,
  ProtocolVersion = 70,
  InsufficientSecurity = 71,
  UserCanceled = 90,
  UnrecognizedName = 112,
  CertificateRequired = 116
};
/// "unknown_ca" ...
extern const Names alert_names;
/// "TLS 1.2" ...
extern const Names version_names;

struct ClientHello {
  uint16_t version = 0;               ///< the highest offered, supported_versions included
  std::string server_name;            ///< SNI; empty when there is none
  std::vector<uint16_t> ciphers;      ///< at most 64
  std::string application_protocols;  ///< ALPN, with commas
};
struct ServerHello {
  uint16_t version = 0;  ///< the chosen one
  uint16_t cipher = 0;
  bool retry = false;  ///< HelloRetryRequest
};

/// Both read a handshake message's body; nothing when it is cut off or malformed.
[[nodiscard]] std::optional<ClientHello> read_client_hello(Bytes body);
[[nodiscard]] std::optional<ServerHello> read_server_hello(Bytes body);
/// The DER certificates of a Certificate message (of TLS 1.2 and before), at most 8, the server's own first.
[[nodiscard]] std::vector<Bytes> read_certificates(Bytes body);

/// Whether bytes begin like a TLS record of a handshake or an alert.
[[nodiscard]] bool looks_like_tls(Bytes bytes);
[[nodiscard]] bool looks_like_client_hello(Bytes bytes);

/// One thing found in a direction of a connection.
struct Item {
  uint8_t type = 0;                    ///< ContentType
  uint8_t handshake = 0;               ///< HandshakeType, when the message is whole and in the clear
  bool encrypted = false;              ///< behind ChangeCipherSpec (TLS 1.2)
  uint8_t alert_level = 0, alert = 0;  ///< of an alert in the clear
  uint32_t length = 0;                 ///< of the record's fragment
  size_t offset = 0;                   ///< of the record in the stream
  Bytes body;                          ///< of the handshake message; valid until the next call
};

/// Goes through one direction of a connection as it grows.
class Reader {
 public:
  /// The next item of the stream whose first bytes are `stream` (all bytes so far), or nothing yet.
  [[nodiscard]] std::optional<Item> next(Bytes stream);
  /// Whether the bytes stopped being TLS.
  [[nodiscard]] bool broken() const { return broken_; }

 private:
  size_t at_ = 0;                 ///< first byte of the record to read
  size_t in_record_ = 0;          ///< how many bytes of its fragment were read as handshake messages
  std::vector<uint8_t> message_;  ///< a handshake message that spans records
  std::vector<uint8_t> current_;  ///< the message last returned
  bool encrypted_ = false, broken_ = false;
};

}  // namespace wiretale::tls
