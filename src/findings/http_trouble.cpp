// HTTP: requests without answer, plain requests to TLS ports, and shares of error answers.
#include <map>

#include "findings/facts.h"

namespace wiretale {
namespace {

bool usual_tls_port(uint16_t port) {
  return port == 443 || port == 8443 || port == 9443 || port == 6443 || port == 10443 || port == 4443;
}

}  // namespace

void judge_http(const Ended& ended, Cases& cases) {
  const Story& story = ended.story;
  const Side &client = ended.client(), &server = ended.server();
  // Shares are counted per client and service over all connections; judge_http_shares() decides.
  const auto add_answers = [&](Kind kind, const Evidence& bad, const std::string& words, uint32_t count) {
    if (count == 0) return;
    auto sighting = ended.sighting(kind, bad.list());
    sighting.amount = count;
    sighting.words = words;
    cases.add(std::move(sighting));
  };
  if (story.plain_to_tls_page || story.tls_answer) {
    std::vector<uint32_t> packets{story.plain_request_packet != 0 ? story.plain_request_packet
                                                                  : story.first_request_packet};
    if (story.turn.response_packet != 0) packets.push_back(story.turn.response_packet);
    cases.add(ended.sighting(Kind::plaintext_to_tls, std::move(packets)));
    return;
  }
  add_answers(Kind::http_4xx, story.bad_4xx, story.first_4xx, story.answers_4xx);
  add_answers(Kind::http_5xx, story.bad_5xx, story.first_5xx, story.answers_5xx);
  add_answers(Kind::http_gateway_error, story.bad_gateway, story.first_gateway, story.gateway_errors);
  if (story.requests == 0 || !story.turn.outstanding || client.rsts.count + server.rsts.count != 0) return;
  if (server.packets == 0 || story.request_incomplete) return;
  const bool closed_by_server = server.fin_packet != 0 && server.fin >= story.turn.request_end &&
                                (client.fin_packet == 0 || server.fin <= client.fin);
  const bool acknowledged = !before(server.last_ack, client.next_sequence);
  const bool client_gave_up = client.fin_packet != 0 && client.fin - story.turn.request_end >= seconds(2) &&
                              acknowledged && (server.fin_packet == 0 || server.fin >= client.fin);
  if (!closed_by_server && !client_gave_up) return;
  if (closed_by_server && story.turns == 0 &&
      (usual_tls_port(ended.ends.server_port) || ended.facts.tls_ports.contains(ended.ends.server_port))) {
    cases.add(ended.sighting(Kind::plaintext_to_tls, {story.turn.request_packet, server.fin_packet}));
    return;
  }
  auto sighting =
      ended.sighting(Kind::http_no_response,
                     {story.turn.request_packet, closed_by_server ? server.fin_packet : client.fin_packet});
  sighting.longest = (closed_by_server ? server.fin : client.fin) - story.turn.request_end;
  sighting.words = story.first_target;
  cases.add(std::move(sighting));
}

void judge_http_shares(Facts& facts) {
  for (Case& known : facts.cases.all()) {
    Sighting& sum = known.sum;
    if (sum.kind != Kind::http_4xx && sum.kind != Kind::http_5xx && sum.kind != Kind::http_gateway_error)
      continue;
    const auto all =
        facts.answers.find({sum.ends.client, sum.ends.server, sum.ends.vni, sum.ends.server_port});
    sum.of = all == facts.answers.end() ? sum.amount : all->second;
    const auto share = [&](unsigned percent) { return sum.amount * 100 >= sum.of * percent; };
    if (sum.kind == Kind::http_4xx) known.dropped = known.dropped || sum.amount < 5 || !share(30);
    if (sum.kind == Kind::http_5xx) known.dropped = known.dropped || sum.amount < 3 || !share(10);
  }
}

}  // namespace wiretale
