// Attempts to connect: refused, reset by the client, never completed, ports used again too early.
// (Attempts without any answer are judged together, in crowds.cpp.)
#include "findings/facts.h"

namespace wiretale {

using namespace tcp_flag;

Outcome outcome_of(const Story& story) {
  const Side &client = story.client(), &server = story.server();
  if (!story.saw_syn) return Outcome::Unknown;
  // The client acknowledges what the server sent: only the server's direction is missing.
  const bool client_talks = client.packets > story.syns.count + client.rsts.count;
  if (story.saw_syn_ack || (server.packets == 0 && client_talks)) {
    if (story.handshake.nanoseconds != 0 || client_talks) return Outcome::Connected;
    if (client.rsts.count == 0) return Outcome::Incomplete;
    // A RST further on shows that the capture missed what the client sent in between.
    return client.rst_sequence == story.client_isn + 1 ? Outcome::ClientReset : Outcome::Connected;
  }
  if (story.challenge_ack) return Outcome::Unknown;
  if (server.rsts.count != 0) return Outcome::Refused;
  if (story.icmp_errors != 0) return Outcome::Rejected;
  return server.packets == 0 ? Outcome::Silent : Outcome::Unknown;
}

void judge_connect(const Ended& ended, Cases& cases) {
  const Story& story = ended.story;
  const Side &client = ended.client(), &server = ended.server();
  const Outcome outcome = outcome_of(story);
  if (story.challenge_ack && story.saw_syn && client.rsts.count != 0 && !story.alive_after_rst) {
    auto packets = story.syns.list();
    packets.push_back(story.challenge_packet);
    packets.push_back(client.rsts[0]);
    cases.add(ended.sighting(Kind::port_reuse, packets));
    return;
  }
  if (story.challenge_ack && story.saw_syn && story.syns.count >= 2) {
    auto packets = story.syns.list();
    packets.push_back(story.challenge_packet);
    cases.add(ended.sighting(Kind::port_reuse, packets));
    return;
  }
  if (outcome == Outcome::Refused) {
    auto packets = story.syns.list();
    for (const uint32_t packet : server.rsts.list()) packets.push_back(packet);
    auto sighting = ended.sighting(Kind::syn_refused, packets);
    sighting.longest = server.rst - story.first_syn;
    cases.add(std::move(sighting));
  } else if (outcome == Outcome::ClientReset) {
    auto packets = client.rsts.list();
    packets.insert(packets.begin(), story.syn_acks[0]);
    auto sighting = ended.sighting(Kind::synack_then_client_rst, packets);
    sighting.longest = story.first_syn_ack - story.first_syn;
    // An answer at once that is reset at once is how checks and half-open scans look; a client that gave up
    // had to wait.
    // Seen from the server's side, it is the RST that comes late.
    const bool waited = client.rst - story.first_syn >= milliseconds(150) || story.syns.count > 1;
    sighting.severity = waited ? Severity::Warn : Severity::Info;
    sighting.severity_given = true;
    cases.add(std::move(sighting));
  } else if (story.syn_acks_after_ack >= 2 && server.new_bytes == 0 &&
             server.packets == story.syn_acks.count && client.rsts.count == 0 && server.rsts.count == 0) {
    // From the client's side: its ACKs leave, and the server goes on asking for them.
    auto sighting = ended.sighting(Kind::handshake_incomplete, story.syn_acks.list());
    sighting.longest = story.last_syn_ack - story.first_syn_ack;
    sighting.amount = story.syn_acks.count;
    cases.add(std::move(sighting));
  } else if (story.saw_syn_ack && story.syn_acks.count >= 2 && story.handshake.nanoseconds == 0 &&
             client.rsts.count == 0 && server.rsts.count == 0) {
    // Seen from the client's side, the SYN-ACKs would draw ACKs; here nothing of the client follows.
    auto sighting = ended.sighting(Kind::handshake_incomplete, story.syn_acks.list());
    sighting.longest = story.last_syn_ack - story.first_syn_ack;
    sighting.amount = story.syn_acks.count;
    cases.add(std::move(sighting));
  }
}

}  // namespace wiretale
