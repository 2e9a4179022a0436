// From the marks of a finding to the steps of a ladder.
#include "outputs/ladder.h"

#include "protocols/application/tls.h"

namespace wiretale {
namespace {

std::string answer_label(uint32_t code) {
  static constexpr Name names[] = {
      {1, "format error"}, {2, "SERVFAIL"}, {3, "no such name"}, {4, "not implemented"}, {5, "REFUSED"}};
  if (code == 0) return "answer";
  for (const Name& name : names)
    if (name.value == code) return text_of("answer: ", name.text);
  return text_of("answer, rcode ", code);
}

std::string icmp_label(uint32_t value) { return text_of("ICMP error ", value >> 8, '/', value & 255); }

std::string label_of(const Mark& mark, bool again) {
  switch (mark.kind) {
    case MarkKind::Syn: return again ? "SYN again" : "SYN";
    case MarkKind::SynAck: return again ? "SYN-ACK again" : "SYN-ACK";
    case MarkKind::Handshake: return "ACK, connected";
    case MarkKind::Request: return text_of("request, ", mark.value, " B");
    case MarkKind::Response: return text_of("answer, ", mark.value, " B");
    case MarkKind::Data: return text_of("data, ", mark.value, " B");
    case MarkKind::Again: return text_of("again, ", mark.value, " B");
    case MarkKind::Fin: return "FIN";
    case MarkKind::Rst: return "RST";
    case MarkKind::ZeroWindow: return "window 0";
    case MarkKind::WindowOpen: return "window opens";
    case MarkKind::Probe: return "probe";
    case MarkKind::ClientHello: return "ClientHello";
    case MarkKind::ServerHello: return "ServerHello";
    case MarkKind::Certificate: return "Certificate";
    case MarkKind::Alert: return text_of("alert ", find_name(tls::alert_names, mark.value));
    case MarkKind::Icmp: return icmp_label(mark.value);
    case MarkKind::Ack: return "ACK, no SYN";
    case MarkKind::Query: return again ? "query again" : "query";
    case MarkKind::Answer: return answer_label(mark.value);
  }
  return "";
}

/// Kinds whose packets of the client get no answer at all.
bool unanswered(Kind kind) {
  return kind == Kind::syn_timeout || kind == Kind::dns_timeout || kind == Kind::selective_drop ||
         kind == Kind::udp_no_response || kind == Kind::quic_blocked;
}

}  // namespace

Ladder ladder_of(const Finding& finding, size_t most) {
  if (finding.ladder.empty() || !finding.ends.has_client || !finding.ends.has_server) return {};
  Ladder ladder{to_string(finding.ends.client, finding.ends.client_port),
                to_string(finding.ends.server, finding.ends.server_port),
                {}};
  const std::vector<Mark>& marks = finding.ladder;
  const Time start = marks.front().time;
  uint32_t seen = 0;
  for (size_t i = 0; i < marks.size(); ++i) {
    const Mark& mark = marks[i];
    const uint32_t bit = 1u << static_cast<unsigned>(mark.kind);
    const bool again = (seen & bit) != 0;
    seen |= bit;
    if (marks.size() > most && i >= most / 2 && i + (most - most / 2 - 1) < marks.size()) {
      if (i == most / 2) ladder.steps.push_back({.label = "", .at = {}, .left_out = true});
      continue;
    }
    const bool timed = mark.time.nanoseconds != 0 && start.nanoseconds != 0;
    ladder.steps.push_back({.label = label_of(mark, again),
                            .at = timed ? mark.time - start : Duration{},
                            .packet = mark.packet,
                            .timed = timed,
                            .from_client = mark.from_client,
                            .arrives = !(mark.from_client && unanswered(finding.kind))});
  }
  return ladder;
}

}  // namespace wiretale
