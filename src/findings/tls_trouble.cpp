// TLS handshakes that fail, by what is in the clear: alerts, certificates, and who ended the connection when.
#include <algorithm>

#include "findings/facts.h"

namespace wiretale {
namespace {

using tls::AlertKind;

constexpr uint16_t version_1_3 = 0x0304;

/// What a rejected certificate has wrong, as far as it was read.
Kind fault_of_certificate(const TlsFacts& tls, Time now, Kind otherwise) {
  if (tls.certificate_read && tls.not_after < now) return Kind::tls_cert_expired;
  if (tls.certificate_read && !tls.covers_name) return Kind::tls_hostname_mismatch;
  return otherwise;
}

std::string certificate_words(const TlsFacts& tls) {
  if (!tls.certificate_read) return tls.server_name;
  return text_of("certificate of ", std::string_view{tls.certificate_name}, ", issued by ",
                 std::string_view{tls.issuer}, tls.alternative_names.empty() ? "" : ", for ",
                 std::string_view{tls.alternative_names}, tls.server_name.empty() ? "" : "; asked for ",
                 std::string_view{text_of(Escaped{
                     {reinterpret_cast<const uint8_t*>(tls.server_name.data()), tls.server_name.size()}})});
}

/// The kind that an alert in the clear stands for, or Kind::count.
Kind kind_of_alert(const Story& story, const TlsFacts::Alert& alert, bool from_client, Time now) {
  const TlsFacts& tls = story.tls;
  const bool early = !tls.server_hello;
  const bool client_certificate_asked =
      tls.certificate_request || tls.empty_client_certificate || tls.client_certificate;
  if (!from_client && client_certificate_asked && tls.server_hello) {
    switch (alert.kind) {
      case tls::HandshakeFailure:
      case tls::BadCertificate:
      case tls::CertificateUnknown:
      case tls::UnknownCa:
      case tls::CertificateExpired:
      case tls::CertificateRevoked:
      case tls::UnsupportedCertificate:
      case tls::AccessDenied:
      case tls::CertificateRequired: return Kind::tls_client_cert_required;
      default: break;
    }
  }
  switch (alert.kind) {
    case tls::UnknownCa: return Kind::tls_unknown_ca;
    case tls::CertificateExpired: return Kind::tls_cert_expired;
    case tls::ProtocolVersion: return Kind::tls_protocol_version;
    case tls::UnrecognizedName: return alert.level == 2 || early ? Kind::tls_unrecognized_name : Kind::count;
    case tls::CertificateRequired: return Kind::tls_client_cert_required;
    case tls::HandshakeFailure:
    case tls::InsufficientSecurity: return !from_client && early ? Kind::tls_no_shared_cipher : Kind::count;
    case tls::BadCertificate:
    case tls::CertificateUnknown: {
      if (!from_client) return Kind::count;
      const Kind kind = fault_of_certificate(tls, now, Kind::tls_client_abort);
      return kind == Kind::tls_client_abort && tls.self_issued ? Kind::tls_unknown_ca : kind;
    }
    default: return Kind::count;
  }
}

bool ended_by(const Side& side, const Side& other) {
  const Time end = side.fin_packet != 0 ? side.fin : side.rst;
  const Time other_end = other.fin_packet != 0 ? other.fin : other.rst;
  return end.nanoseconds != 0 && (other_end.nanoseconds == 0 || end <= other_end);
}

/// The client ended it: with its FIN or RST, or with the last record, an alert, to which a server may close
/// faster than the client itself.
bool client_left(const Ended& ended) {
  const auto& records = ended.story.tls.client_encrypted.list();
  const bool spoke_last =
      std::find(records.begin(), records.end(), ended.story.last_data_packet) != records.end();
  return ended_by(ended.client(), ended.server()) || (spoke_last && ended.client().fin_packet != 0);
}

/// The client saw the certificate and left without a word of its own.
void judge_client_end(const Ended& ended, Cases& cases) {
  const Story& story = ended.story;
  const TlsFacts& tls = story.tls;
  const Side& client = ended.client();
  if (!tls.server_hello || !client_left(ended) || client.lost.count >= 3) return;
  const uint32_t end_packet = client.fin_packet != 0 ? client.fin_packet : client.rsts[0];
  if (tls.version < version_1_3 && tls.version != 0) {
    if (tls.encrypted_records[0] != 0 || !tls.certificate_read) return;
    const Kind kind = fault_of_certificate(tls, ended.flow.last, Kind::count);
    if (kind == Kind::count) return;
    auto sighting = ended.sighting(kind, {tls.certificate_packet, end_packet});
    sighting.words = certificate_words(tls);
    sighting.confidence = Confidence::Medium;
    for (const uint32_t packet : tls.client_encrypted.list()) sighting.packets.push_back(packet);
    cases.add(std::move(sighting));
    return;
  }
  // TLS 1.3: the server's flight is there, and of the client nothing that could be a request.
  const bool server_flight = tls.encrypted_records[1] != 0;
  if (!server_flight || tls.client_data_records != 0 || story.reading == nullptr ||
      story.reading->streams[0].gap())
    return;
  auto sighting = ended.sighting(Kind::tls_client_abort, tls.client_encrypted.list());
  sighting.packets.push_back(end_packet);
  for (const uint32_t packet : client.rsts.list()) sighting.packets.push_back(packet);
  sighting.words = certificate_words(tls);
  sighting.confidence = Confidence::Medium;
  cases.add(std::move(sighting));
}

/// TLS 1.3: a Certificate message of the size of an empty one, and the server's answer is an alert and the
/// end.
bool judge_empty_certificate(const Ended& ended, Cases& cases) {
  const TlsFacts& tls = ended.story.tls;
  constexpr uint32_t alert_record = 19;
  const bool alert_sized = tls.last_encrypted_length[1] == alert_record;
  if (!tls.client_empty_certificate_sized || !alert_sized || !ended_by(ended.server(), ended.client()))
    return false;
  auto packets = tls.client_encrypted.list();
  packets.push_back(ended.server().last_packet);
  if (ended.server().fin_packet != 0) packets.push_back(ended.server().fin_packet);
  for (const uint32_t packet : ended.server().rsts.list()) packets.push_back(packet);
  packets.push_back(ended.story.last_data_packet);
  auto sighting = ended.sighting(Kind::tls_client_cert_required, std::move(packets));
  sighting.confidence = Confidence::Medium;
  cases.add(std::move(sighting));
  return true;
}

}  // namespace

void judge_tls(const Ended& ended, Cases& cases) {
  const Story& story = ended.story;
  const TlsFacts& tls = story.tls;
  const Side &client = ended.client(), &server = ended.server();
  if (story.speech != Speech::Tls) return;
  for (const unsigned side : {0u, 1u}) {
    const TlsFacts::Alert& alert = tls.alerts[side];
    if (alert.packet == 0) continue;
    const Kind kind = kind_of_alert(story, alert, side == 0, ended.flow.last);
    if (kind == Kind::count) continue;
    std::vector<uint32_t> packets{alert.packet};
    if (tls.client_hello_packet != 0) packets.push_back(tls.client_hello_packet);
    auto sighting = ended.sighting(kind, std::move(packets));
    sighting.words = certificate_words(tls);
    sighting.why = text_of(side == 0 ? "the client" : "the server", " sent alert ", alert.kind, " (",
                           find_name(tls::alert_names, alert.kind), ")");
    cases.add(std::move(sighting));
    return;
  }
  if (story.plain_text_answer) {
    auto sighting = ended.sighting(
        Kind::tls_to_plaintext, {tls.client_hello_packet, story.turn.response_packet, story.greeting_packet});
    cases.add(std::move(sighting));
    return;
  }
  if (!tls.client_hello && !story.tls.server_hello && client.data_packets == 0) return;
  if (!tls.server_hello && server.new_bytes == 0 && client.data_packets != 0) {
    const uint32_t hello = tls.client_hello_packet != 0 ? tls.client_hello_packet : story.turn.request_packet;
    if (server.packets == 0) return;  // one direction only
    if (server.rsts.count != 0) {
      auto packets = server.rsts.list();
      packets.insert(packets.begin(), hello);
      auto sighting = ended.sighting(Kind::tls_clienthello_rst, std::move(packets));
      sighting.words =
          tls.server_name.empty()
              ? ""
              : text_of("server name ", Escaped{{reinterpret_cast<const uint8_t*>(tls.server_name.data()),
                                                 tls.server_name.size()}});
      cases.add(std::move(sighting));
      return;
    }
    const Duration waited =
        std::max(ended.flow.last, ended.until_end.nanoseconds > 0 ? ended.facts.end : ended.flow.last) -
        client.first_data;
    if (waited >= seconds(2) || server.fin_packet != 0) {
      auto sighting = ended.sighting(Kind::tls_no_serverhello, {hello});
      sighting.longest = waited;
      sighting.why = server.last_ack != 0 && !before(server.last_ack, client.next_sequence)
                         ? "the ClientHello was acknowledged"
                         : "the ClientHello was not acknowledged";
      cases.add(std::move(sighting));
    }
    return;
  }
  if (judge_empty_certificate(ended, cases)) return;
  judge_client_end(ended, cases);
}

}  // namespace wiretale
