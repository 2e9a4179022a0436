// TLS (RFC 8446, 5246): records, hello messages, certificates, alerts.
#include "protocols/application/tls.h"

#include <algorithm>

#include "base/cursor.h"
#include "packet/tree.h"
#include "protocols/application/tls_fields.h"
#include "protocols/application/tls_tree.h"
#include "protocols/application/x509/ocsp_fields.h"
#include "protocols/application/x509/x509_fields.h"
#include "protocols/catalog.h"

namespace wiretale::tls {
namespace {

constexpr Name alerts[] = {{0, "close_notify"},
                           {10, "unexpected_message"},
                           {20, "bad_record_mac"},
                           {22, "record_overflow"},
                           {40, "handshake_failure"},
                           {42, "bad_certificate"},
                           {43, "unsupported_certificate"},
                           {44, "certificate_revoked"},
                           {45, "certificate_expired"},
                           {46, "certificate_unknown"},
                           {47, "illegal_parameter"},
                           {48, "unknown_ca"},
                           {49, "access_denied"},
                           {50, "decode_error"},
                           {51, "decrypt_error"},
                           {70, "protocol_version"},
                           {71, "insufficient_security"},
                           {80, "internal_error"},
                           {86, "inappropriate_fallback"},
                           {90, "user_canceled"},
                           {100, "no_renegotiation"},
                           {109, "missing_extension"},
                           {110, "unsupported_extension"},
                           {112, "unrecognized_name"},
                           {113, "bad_certificate_status_response"},
                           {115, "unknown_psk_identity"},
                           {116, "certificate_required"},
                           {120, "no_application_protocol"}};
constexpr Name versions[] = {
    {0x0300, "SSL 3.0"}, {0x0301, "TLS 1.0"}, {0x0302, "TLS 1.1"}, {0x0303, "TLS 1.2"}, {0x0304, "TLS 1.3"}};
static_assert(names_are_distinct(field::all));

constexpr Claim found_on[] = {
    {On::TcpPort, 443, Scope::Tree},  {On::TcpPort, 465, Scope::Tree}, {On::TcpPort, 563, Scope::Tree},
    {On::TcpPort, 636, Scope::Tree},  {On::TcpPort, 853, Scope::Tree}, {On::TcpPort, 989, Scope::Tree},
    {On::TcpPort, 990, Scope::Tree},  {On::TcpPort, 992, Scope::Tree}, {On::TcpPort, 993, Scope::Tree},
    {On::TcpPort, 994, Scope::Tree},  {On::TcpPort, 995, Scope::Tree}, {On::TcpPort, 5061, Scope::Tree},
    {On::TcpPort, 5671, Scope::Tree}, {On::TcpPort, 8883, Scope::Tree}};

Step decode(Cursor&, Context&) { return {}; }

constexpr size_t record_header = 5, message_header = 4;
// RFC 8446 5.2: 2^14 + 256; RFC 5246 allows 2048 of expansion.
constexpr size_t longest_record = (1 << 14) + 2048;
constexpr size_t longest_message = 64 * 1024;

bool plausible(uint8_t type, uint8_t major, size_t length) {
  return type >= ChangeCipherSpec && type <= 24 && major == 3 && length <= longest_record;
}

bool recognize(Bytes first, Ports) { return looks_like_tls(first); }

void dissect(Bytes layer, FieldWriter& out) { dissect_records(layer, out); }

bool is_grease(uint16_t value) { return (value & 0x0f0f) == 0x0a0a && (value >> 8) == (value & 0xff); }

void read_extension(uint16_t type, Cursor in, ClientHello& hello) {
  if (type == 0) {  // server_name (RFC 6066 3)
    Cursor list = in.sub(in.u16());
    if (list.u8() != 0) return;
    const Bytes name = list.take(list.u16());
    hello.server_name.assign(name.begin(), name.end());
  } else if (type == 16) {  // ALPN (RFC 7301)
    Cursor list = in.sub(in.u16());
    while (list.left() > 0 && hello.application_protocols.size() < 100) {
      const Bytes name = list.take(list.u8());
      if (!list.ok()) return;
      if (!hello.application_protocols.empty()) hello.application_protocols += ',';
      hello.application_protocols.append(name.begin(), name.end());
    }
  } else if (type == 43) {  // supported_versions (RFC 8446 4.2.1)
    Cursor list = in.sub(in.u8());
    while (list.left() >= 2)
      if (const uint16_t version = list.u16(); !is_grease(version))
        hello.version = std::max(hello.version, version);
  }
}

}  // namespace

const Names alert_names = alerts;
const Names version_names = versions;

std::optional<ClientHello> read_client_hello(Bytes body) {
  constexpr size_t most_ciphers = 64;
  Cursor in(body);
  ClientHello hello;
  hello.version = in.u16();
  in.skip(32);
  in.skip(in.u8());
  Cursor ciphers = in.sub(in.u16());
  while (ciphers.left() >= 2) {
    const uint16_t cipher = ciphers.u16();
    if (hello.ciphers.size() < most_ciphers && !is_grease(cipher)) hello.ciphers.push_back(cipher);
  }
  in.skip(in.u8());
  if (!in.ok()) return std::nullopt;
  if (in.left() < 2) return hello;
  Cursor extensions = in.sub(in.u16());
  while (extensions.left() >= 4) {
    const uint16_t type = extensions.u16();
    const Bytes content = extensions.take(extensions.u16());
    if (!extensions.ok()) return std::nullopt;
    read_extension(type, Cursor{content}, hello);
  }
  if (!in.ok()) return std::nullopt;
  return hello;
}

std::optional<ServerHello> read_server_hello(Bytes body) {
  // RFC 8446 4.1.3: this random marks a HelloRetryRequest.
  static constexpr uint8_t retry_random[] = {0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11};
  Cursor in(body);
  ServerHello hello;
  hello.version = in.u16();
  const Bytes random = in.take(32);
  in.skip(in.u8());
  hello.cipher = in.u16();
  in.skip(1);
  if (!in.ok()) return std::nullopt;
  hello.retry = std::equal(std::begin(retry_random), std::end(retry_random), random.begin());
  if (in.left() < 2) return hello;
  Cursor extensions = in.sub(in.u16());
  while (extensions.left() >= 4) {
    const uint16_t type = extensions.u16();
    Cursor content = extensions.sub(extensions.u16());
    if (type == 43 && content.left() == 2) hello.version = content.u16();
  }
  return hello;
}

std::vector<Bytes> read_certificates(Bytes body) {
  constexpr size_t most = 8;
  std::vector<Bytes> all;
  Cursor in(body);
  Cursor list = in.sub(in.u24());
  while (list.left() > 3 && all.size() < most) {
    const Bytes der = list.take(list.u24());
    if (!list.ok()) break;
    all.push_back(der);
  }
  return all;
}

bool looks_like_tls(Bytes bytes) {
  return bytes.size() >= record_header + 1 && (bytes[0] == HandshakeRecord || bytes[0] == AlertRecord) &&
         bytes[1] == 3 && bytes[2] <= 4 && be16(&bytes[3]) != 0 && be16(&bytes[3]) <= longest_record;
}

bool looks_like_client_hello(Bytes bytes) {
  return looks_like_tls(bytes) && bytes[0] == HandshakeRecord && bytes[record_header] == ClientHelloMessage;
}

std::optional<Item> Reader::next(Bytes stream) {
  while (!broken_ && at_ + record_header <= stream.size()) {
    const uint8_t type = stream[at_];
    const size_t length = be16(&stream[at_ + 3]);
    if (!plausible(type, stream[at_ + 1], length)) {
      broken_ = true;
      break;
    }
    const size_t available = std::min(length, stream.size() - at_ - record_header);
    const Bytes fragment = stream.subspan(at_ + record_header, available);
    Item item{.type = type, .encrypted = encrypted_, .length = static_cast<uint32_t>(length), .offset = at_};
    if (type == HandshakeRecord && !encrypted_) {
      // Messages may share a record and may span records.
      while (in_record_ < fragment.size()) {
        if (message_.size() < message_header) {
          message_.push_back(fragment[in_record_++]);
          continue;
        }
        const size_t whole = message_header + be24(&message_[1]);
        if (whole > longest_message) {
          broken_ = true;
          return std::nullopt;
        }
        const size_t take = std::min(whole - message_.size(), fragment.size() - in_record_);
        message_.insert(message_.end(), fragment.begin() + static_cast<std::ptrdiff_t>(in_record_),
                        fragment.begin() + static_cast<std::ptrdiff_t>(in_record_ + take));
        in_record_ += take;
        if (message_.size() == whole) break;
      }
      if (message_.size() >= message_header && message_.size() == message_header + be24(&message_[1])) {
        current_.swap(message_);
        message_.clear();
        item.handshake = current_[0];
        item.body = Bytes{current_}.subspan(message_header);
        return item;
      }
      if (available < length) return std::nullopt;
      at_ += record_header + length;
      in_record_ = 0;
      continue;
    }
    if (available < length) return std::nullopt;
    at_ += record_header + length;
    in_record_ = 0;
    if (type == ChangeCipherSpec) encrypted_ = true;
    if (type == AlertRecord && length == 2) {
      item.encrypted = false;
      item.alert_level = fragment[0];
      item.alert = fragment[1];
    }
    return item;
  }
  return std::nullopt;
}

/// What certificates and their status write is TLS's here.
constexpr auto all_fields = joined_fields(field::all, x509::field::all, ocsp::field::all);
static_assert(names_are_distinct(all_fields));

extern constinit const Protocol protocol{.name = "tls",
                                         .title = "Transport Layer Security",
                                         .fields = all_fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .frame = record_length,
                                         .messages = Messages::Together,
                                         .recognize = recognize};

}  // namespace wiretale::tls
