// RSTs and what they mean: idle timers, lost state, middleboxes, crashes. A RST behind a complete exchange is
// a way of closing and no finding.
#include <algorithm>
#include <cstdlib>

#include "findings/facts.h"

namespace wiretale {
namespace {

using namespace tcp_flag;

/// Whether the RST's TTL differs from all that its alleged sender sent, by more than a route change does.
bool foreign_time_to_live(const Side& side, const Way& way) {
  constexpr int wobble = 1;
  return way.time_to_live != 0 && side.rst_time_to_live != 0 &&
         std::abs(int{side.rst_time_to_live} - int{way.time_to_live}) > wobble;
}

std::vector<uint32_t> with_request(const Ended& ended, const Side& side) {
  auto packets = side.rsts.list();
  if (ended.story.turn.outstanding) packets.insert(packets.begin(), ended.story.turn.request_packet);
  return packets;
}

}  // namespace

void judge_resets(const Ended& ended, Cases& cases) {
  const Story& story = ended.story;
  const Side &client = ended.client(), &server = ended.server();
  if (client.rsts.count + server.rsts.count == 0) return;
  const Outcome outcome = outcome_of(story);
  if (outcome == Outcome::Refused || outcome == Outcome::ClientReset || story.challenge_ack) return;
  const bool by_server = server.rsts.count != 0 && (client.rsts.count == 0 || server.rst <= client.rst);
  const Side &side = by_server ? server : client, &other = by_server ? client : server;
  const Way& way = ended.flow.ways[by_server ? ended.flow.client ^ 1u : ended.flow.client];
  const bool foreign = foreign_time_to_live(side, way);
  const auto add = [&](Kind kind, Confidence confidence = Confidence::High) {
    auto sighting = ended.sighting(kind, with_request(ended, side));
    sighting.longest = story.idle_before_rst;
    sighting.confidence = confidence;
    sighting.words = by_server ? "server" : "client";
    if (kind == Kind::rst_injected)
      sighting.why = text_of("TTL ", side.rst_time_to_live, " of the RST, ", way.time_to_live, " of the ",
                             by_server ? "server" : "client", "'s other packets");
    cases.add(std::move(sighting));
  };

  // The connection went on: nobody took the RST.
  if (story.data_after_rst >= 2 && story.alive_after_rst && other.last > side.rst + milliseconds(20)) {
    add(foreign && !side.rst_outside ? Kind::rst_injected : Kind::rst_out_of_window);
    return;
  }
  if (story.idle_before_rst.nanoseconds != 0 && (story.turn.outstanding || story.probe_before_rst)) {
    // A host without the connection answers with a bare RST; what still knows it adds an ACK (RFC
    // 9293 3.10.7.1).
    const bool stateless = (side.rst_flags & ack) == 0;
    const bool closed_before = side.fin_packet != 0;
    add(stateless && !foreign && !closed_before && by_server ? Kind::half_open : Kind::rst_idle_timeout);
    return;
  }
  const bool tls_judged =
      story.speech == Speech::Tls && (story.tls.alerts[0].packet != 0 || story.tls.alerts[1].packet != 0);
  if (foreign && !tls_judged && side.fin_packet == 0) {
    add(Kind::rst_injected);
    return;
  }
  if (!story.established()) return;
  if (by_server && server.new_bytes == 0 && server.fin_packet == 0 && client.fin_packet == 0 &&
      story.saw_syn) {
    const bool request_seen = client.new_bytes != 0 && before(story.client_isn + 1, side.rst_ack);
    const Duration after = server.rst - story.handshake;
    const bool at_once = story.handshake.nanoseconds != 0 && after < milliseconds(3);
    if (client.new_bytes == 0 || !request_seen ||
        (at_once && story.speech != Speech::Tls && side.rst_ack == story.client_isn + 1)) {
      if (story.speech != Speech::Tls) add(Kind::rst_after_handshake);
      return;
    }
  }
  // TLS has its own words for the beginning of a connection.
  if (story.speech == Speech::Tls && (!story.tls.server_hello || tls_judged)) return;
  // Behind an upgrade nobody knows who owes an answer.
  const bool sender_asked = by_server && story.speech != Speech::Other && story.turn.outstanding;
  const bool cut = story.answer_incomplete();
  if (story.speech == Speech::Tls && story.tls.encrypted_records[0] == 0) return;
  if (sender_asked && side.fin_packet == 0)
    add(Kind::rst_mid_connection);
  else if (cut)
    add(Kind::rst_mid_connection);
  else if (!by_server && story.turn.outstanding && story.speech != Speech::Tls && client.fin_packet == 0 &&
           story.turns == 0 && story.requests != 0 &&
           client.rst - story.turn.request_end >= milliseconds(500))
    add(Kind::rst_mid_connection, Confidence::Medium);
}

}  // namespace wiretale
