// Artefacts of the capture itself: one direction only, packets it lost, packets it saw twice.
#include "findings/facts.h"

namespace wiretale {

void judge_capture(const Ended& ended, Cases& cases) {
  const Story& story = ended.story;
  for (unsigned number : {0u, 1u}) {
    const Side &side = story.sides[number], &peer = story.sides[number ^ 1u];
    // ACKs advance over data of a side that is not in the file at all.
    if (peer.packets == 0 && side.packets >= 2 && side.acked_anything && side.rsts.count == 0) {
      const uint32_t advanced = side.last_ack - side.first_ack;
      if (advanced >= 2 && advanced < 0x40000000) {
        Sighting sighting = ended.sighting(Kind::asymmetric_capture, {});
        for (const Mark& mark : story.ladder()) sighting.packets.push_back(mark.packet);
        sighting.packets.push_back(side.last_packet);
        sighting.words = number == 0 ? "client" : "server";
        cases.add(std::move(sighting));
      }
    }
    // Bytes that were acknowledged and are nowhere. (A repeat that comes later was only captured out of
    // order.)
    const uint32_t found_later = side.spurious.count;
    if (peer.packets != 0 && side.packets >= 4 && side.holes_acked >= found_later + 2) {
      Sighting sighting = ended.sighting(Kind::capture_drops, side.hole_packets.list());
      sighting.amount = side.holes_acked;
      cases.add(std::move(sighting));
    }
  }
}

namespace {

/// What a missing direction looks like.
bool is_silence(Kind kind) {
  switch (kind) {
    case Kind::syn_timeout:
    case Kind::selective_drop:
    case Kind::conntrack_exhaustion:
    case Kind::listen_overflow:
    case Kind::handshake_incomplete:
    case Kind::data_unacked:
    case Kind::keepalive_timeout:
    case Kind::tls_no_serverhello:
    case Kind::http_no_response:
    case Kind::dns_timeout:
    case Kind::udp_no_response:
    case Kind::icmp_echo_loss:
    case Kind::quic_blocked: return true;
    default: return false;
  }
}

/// Where one direction between two hosts is not in the file, nothing can be said about answers.
void drop_silence_of_missing_directions(Facts& facts) {
  std::set<std::pair<Address, Address>> missing;  // sender, receiver
  for (const Case& known : facts.cases.all()) {
    if (known.sum.kind != Kind::asymmetric_capture) continue;
    const bool only_client = known.words.empty() || known.words.front() == "client";
    const Ends& ends = known.sum.ends;
    missing.insert(only_client ? std::pair{ends.server, ends.client} : std::pair{ends.client, ends.server});
  }
  if (missing.empty()) return;
  for (Case& known : facts.cases.all())
    if (is_silence(known.sum.kind) && missing.contains({known.sum.ends.server, known.sum.ends.client}))
      known.dropped = true;
}

}  // namespace

void judge_capture_as_a_whole(Facts& facts) {
  drop_silence_of_missing_directions(facts);
  // Where packets run in a circle or everything was seen twice, that explains the rest.
  bool loop = false, twice = false, drops = false;
  for (const Case& known : facts.cases.all()) {
    loop = loop || known.sum.kind == Kind::routing_loop;
    twice = twice || known.sum.kind == Kind::duplicate_capture;
    drops = drops || known.sum.kind == Kind::capture_drops;
  }
  for (Case& known : facts.cases.all()) {
    const Kind kind = known.sum.kind;
    if (loop && (kind == Kind::duplicate_capture || kind == Kind::duplicate_packets ||
                 kind == Kind::icmp_host_unreachable))
      known.dropped = true;
    if (twice && (kind == Kind::out_of_order || kind == Kind::spurious_retransmission ||
                  kind == Kind::duplicate_packets))
      known.dropped = true;
    if (drops && (kind == Kind::out_of_order || kind == Kind::retransmission_loss ||
                  kind == Kind::spurious_retransmission)) {
      for (const Case& other : facts.cases.all())
        if (other.sum.kind == Kind::capture_drops && other.sum.ends.client == known.sum.ends.client &&
            other.sum.ends.server == known.sum.ends.server)
          known.dropped = true;
    }
  }
}

}  // namespace wiretale
