// Reading application facts: HTTP by the beginnings of segments, TLS by the beginnings of both streams.
#include "findings/application.h"

#include <algorithm>

#include "protocols/application/certificate.h"
#include "protocols/application/http.h"

namespace wiretale {
namespace {

std::string escaped(std::string_view words, size_t most = 60) {
  return text_of(Escaped{{reinterpret_cast<const uint8_t*>(words.data()), std::min(words.size(), most)}});
}

/// `cut`: a snap length took the end of the segment away; what it held is then taken for whole.
void add_http_request(Story& story, const Packet& packet, const http::Head& head, size_t body_here,
                      bool cut) {
  ++story.requests;
  if (story.first_request_packet == 0) story.first_request_packet = packet.number;
  if (story.first_target.empty()) story.first_target = escaped(head.target);
  story.head_request = head.method == "HEAD";
  story.tunnel_asked = head.method == "CONNECT";
  story.request_incomplete =
      !(head.complete || cut) || (head.content_length && *head.content_length > body_here);
}

void add_http_response(Story& story, const Packet& packet, const http::Head& head, Bytes payload,
                       uint32_t length) {
  constexpr unsigned switching_protocols = 101;
  if (head.status == switching_protocols || (story.tunnel_asked && head.status / 100 == 2)) {
    story.speech = Speech::Other;  // what follows takes no turns that we know
    story.turn.outstanding = false;
  }
  if (head.status < 200) return;
  ++story.answers;
  if (story.first_status == 0) story.first_status = head.status;
  const auto line = [&] { return text_of(head.status, ' ', std::string_view{escaped(head.reason, 40)}); };
  if (head.status == 502 || head.status == 503 || head.status == 504) {
    ++story.gateway_errors;
    story.bad_gateway.add(packet.number);
    if (story.first_gateway.empty()) story.first_gateway = line();
  } else if (head.status >= 500 && head.status < 600) {
    ++story.answers_5xx;
    story.bad_5xx.add(packet.number);
    if (story.first_5xx.empty()) story.first_5xx = line();
  } else if (head.status >= 400 && head.status < 500) {
    ++story.answers_4xx;
    story.bad_4xx.add(packet.number);
    if (story.first_4xx.empty()) story.first_4xx = line();
  }
  const bool empty = story.head_request || head.status == 204 || head.status == 304;
  const auto body_here = static_cast<int64_t>(length) - static_cast<int64_t>(head.length);
  story.chunked = head.chunked;
  story.body_known = head.content_length.has_value() && head.complete && !head.chunked;
  story.body_left = story.body_known ? static_cast<int64_t>(*head.content_length) - body_here : 0;
  story.in_body = !empty && ((story.body_known && story.body_left > 0) || head.chunked);
  if (head.status == 400 && payload.size() > head.length) {
    // nginx, Apache and Go say so in the page.
    const std::string_view page{reinterpret_cast<const char*>(payload.data()), payload.size()};
    if (page.find("HTTPS") != page.npos || page.find("SSL") != page.npos ||
        page.find("plain HTTP") != page.npos)
      story.plain_to_tls_page = true;
  }
}

bool ends_chunks(Bytes payload) {
  static constexpr std::string_view end = "0\r\n\r\n";
  return payload.size() >= end.size() && std::equal(end.begin(), end.end(), payload.end() - end.size());
}

void add_http(Story& story, const Packet& packet, const FlowPacket& segment) {
  if (segment.from_client()) {
    if (const auto head = http::read_head(segment.payload); head && !head->response) {
      if (story.speech == Speech::Unknown) story.speech = Speech::Http;
      add_http_request(story, packet, *head,
                       segment.payload_length - std::min<size_t>(head->length, segment.payload_length),
                       segment.payload.size() < segment.payload_length);
    } else {
      story.request_incomplete = false;
    }
    return;
  }
  if (http::looks_like_response(segment.payload)) {
    if (story.speech == Speech::Unknown) story.speech = Speech::Http;
    if (const auto head = http::read_head(segment.payload))
      add_http_response(story, packet, *head, segment.payload, segment.payload_length);
  } else if (story.in_body && !has(segment.events, Event::Retransmission | Event::Spurious)) {
    story.body_left -= segment.payload_length;
    if (story.body_known && story.body_left <= 0) story.in_body = false;
  }
  if (story.chunked && story.in_body && ends_chunks(segment.payload)) story.in_body = false;
}

void add_certificate(Story& story, Bytes body, uint32_t packet) {
  TlsFacts& tls = story.tls;
  tls.certificate_packet = packet;
  const auto all = tls::read_certificates(body);
  if (all.empty()) return;
  const auto certificate = certificate::read(all.front());
  if (!certificate) return;
  tls.certificate_read = true;
  tls.certificate_name = escaped(certificate->subject);
  tls.issuer = escaped(certificate->issuer);
  tls.not_before = certificate->not_before;
  tls.not_after = certificate->not_after;
  tls.self_issued = certificate->self_issued;
  for (const std::string& name : certificate->names) {
    if (tls.alternative_names.size() > 100) break;
    tls.alternative_names += (tls.alternative_names.empty() ? "" : ", ") + escaped(name);
  }
  tls.covers_name = tls.server_name.empty() || certificate->covers(tls.server_name);
}

void add_handshake_message(Story& story, unsigned side, const tls::Item& item, const Packet& packet) {
  TlsFacts& tls = story.tls;
  const auto mark = [&](MarkKind kind) {
    story.mark({packet.time, packet.number, static_cast<uint32_t>(item.body.size()), kind, side == 0});
  };
  if (item.handshake == tls::ClientHelloMessage && side == 0 && !tls.client_hello) {
    tls.client_hello = true;
    tls.client_hello_packet = packet.number;
    tls.client_hello_time = packet.time;
    if (const auto hello = tls::read_client_hello(item.body)) {
      tls.server_name = hello->server_name;
      tls.offered_version = hello->version;
    }
    mark(MarkKind::ClientHello);
  } else if (item.handshake == tls::ServerHelloMessage && side == 1) {
    tls.server_hello = true;
    tls.server_hello_packet = packet.number;
    if (const auto hello = tls::read_server_hello(item.body)) tls.version = hello->version;
    mark(MarkKind::ServerHello);
  } else if (item.handshake == tls::CertificateMessage) {
    if (side == 1) {
      add_certificate(story, item.body, packet.number);
      mark(MarkKind::Certificate);
    } else if (item.body.size() <= 3) {
      tls.empty_client_certificate = true;
    } else {
      tls.client_certificate = true;
    }
  } else if (item.handshake == tls::CertificateRequestMessage && side == 1) {
    tls.certificate_request = true;
  }
}

void add_tls_item(Story& story, unsigned side, const tls::Item& item, const Packet& packet) {
  TlsFacts& tls = story.tls;
  if (item.handshake != 0) {
    add_handshake_message(story, side, item, packet);
  } else if (item.type == tls::AlertRecord && item.length == 2) {
    TlsFacts::Alert& alert = tls.alerts[side];
    const bool fatal = item.alert_level == 2 || item.alert != tls::CloseNotify;
    if (alert.packet == 0 && fatal && item.alert != tls::UserCanceled) {
      alert = {item.alert, item.alert_level, packet.number, true};
      story.mark({packet.time, packet.number, item.alert, MarkKind::Alert, side == 0});
    }
  } else if (item.type == tls::AlertRecord) {
    ++tls.encrypted_alerts[side];
    if (side == 0) tls.client_encrypted.add(packet.number);
  } else if (item.type == tls::ApplicationData) {
    ++tls.encrypted_records[side];
    tls.encrypted_bytes[side] += item.length;
    tls.last_encrypted_length[side] = item.length;
    if (side == 0) {
      tls.client_encrypted.add(packet.number);
      tls.note_client_record(item.length);
    }
  }
}

void add_tls(Story& story, const Packet& packet, const FlowPacket& segment) {
  const unsigned side = segment.from_client() ? 0 : 1;
  if (story.tls.read_enough) return;
  if (!story.reading) story.reading = std::make_unique<TlsReading>();
  Stream& stream = story.reading->streams[side];
  if (!stream.begun()) {
    const bool known = side == 0 && story.saw_syn && story.sides[0].data_packets == 0;
    stream.begin(known ? story.client_isn + 1 : segment.sequence);
  }
  if (!stream.add(segment.sequence, segment.payload, packet.number)) return;
  // An endless TLS connection needs no more than its beginning.
  constexpr size_t most_items = 4096;
  for (size_t i = 0; i < most_items; ++i) {
    const auto item = story.reading->readers[side].next(stream.ready());
    if (!item) break;
    add_tls_item(story, side, *item, packet);
  }
  if (stream.full()) stream.close();
  // The client asked and got more than an alert for it: the handshake went well, and what follows is
  // encrypted.
  TlsFacts& tls = story.tls;
  if (tls.client_data_records == 0) tls.server_bytes_before = story.sides[1].new_bytes;
  constexpr uint64_t more_than_alert = 200;
  if (tls.client_data_records != 0 && story.sides[1].new_bytes > tls.server_bytes_before + more_than_alert) {
    story.tls.read_enough = true;
    story.reading.reset();
  }
}

bool printable(Bytes bytes) {
  const size_t looked = std::min<size_t>(bytes.size(), 16);
  return looked >= 4 &&
         std::all_of(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(looked), [](uint8_t b) {
           return (b >= 0x20 && b < 0x7f) || b == '\r' || b == '\n' || b == '\t';
         });
}

}  // namespace

void add_application(Story& story, const Packet& packet, const FlowPacket& segment) {
  if (segment.payload.empty()) return;
  const bool client = segment.from_client(), first_data = story.sides[client ? 0 : 1].data_packets == 0;
  if (story.speech == Speech::Unknown && client && tls::looks_like_client_hello(segment.payload)) {
    story.speech = Speech::Tls;
  } else if (story.speech == Speech::Unknown && client && first_data &&
             http::looks_like_request(segment.payload)) {
    story.plain_request = true;
    story.plain_request_packet = packet.number;
  }
  if (!client && first_data) {
    if (story.sides[0].data_packets == 0 && story.saw_syn && printable(segment.payload))
      story.greeting_packet = packet.number;
    if (story.speech == Speech::Tls && printable(segment.payload) && !tls::looks_like_tls(segment.payload))
      story.plain_text_answer = true;
    if (story.plain_request && tls::looks_like_tls(segment.payload)) story.tls_answer = true;
  }
  if (client && first_data) {
    story.client_text = printable(segment.payload);
    // The server greeted in plain text and the client begins with TLS all the same. (Behind STARTTLS it has
    // spoken before.)
    if (story.greeting_packet != 0 && story.speech == Speech::Tls) story.plain_text_answer = true;
  }
  constexpr std::string_view http2_preface = "PRI * HTTP/2.0";
  if (story.speech == Speech::Unknown && client && segment.payload.size() >= http2_preface.size() &&
      std::equal(http2_preface.begin(), http2_preface.end(), segment.payload.begin()))
    story.speech = Speech::Other;  // many conversations at once on one connection (RFC 9113 3.4)
  if (story.speech == Speech::Other) return;
  if (story.speech == Speech::Tls) {
    add_tls(story, packet, segment);
  } else {
    add_http(story, packet, segment);
  }
}

}  // namespace wiretale
