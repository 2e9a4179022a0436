// A peer that fell silent: unanswered keepalives, data repeated in vain, large packets that vanish.
#include "findings/facts.h"

namespace wiretale {
namespace {

// A segment from here on may be too large for a path that small ones pass (RFC 8200: 1280 always pass).
constexpr uint32_t large = 1000;
constexpr uint32_t enough_repeats = 3;

/// `side` sent what nobody acknowledged. Returns whether something was said.
bool judge_tail(const Ended& ended, unsigned number, Cases& cases) {
  const Story& story = ended.story;
  const Side &side = story.sides[number], &peer = story.sides[number ^ 1u];
  if (side.tail_repeats.count < enough_repeats || peer.rsts.count != 0) return false;
  if (!story.established() && story.syn_acks.count != 0 && story.handshake.nanoseconds == 0) return false;
  const bool heard = peer.packets != 0;
  if (!heard || peer.zero_since.nanoseconds != 0) return false;
  const Time stuck_since = side.tail_since;
  const bool silent = peer.last <= stuck_since + milliseconds(500);
  // What got through so far was clearly smaller than what is stuck.
  const bool only_small_passed =
      side.tail_size >= large && side.biggest_acked < side.tail_size && side.biggest_acked < large;
  auto packets = side.tail_repeats.list();
  if (only_small_passed) {
    if (story.icmp_errors != 0) return false;
    auto sighting = ended.sighting(Kind::mtu_blackhole, packets);
    sighting.amount = side.tail_repeats.count;
    sighting.longest = side.last - stuck_since;
    sighting.words = text_of(side.tail_size, " bytes");
    sighting.why =
        text_of("segments of ", side.tail_size, " bytes were sent ", side.tail_repeats.count + 1,
                " times and never acknowledged; the largest that was acknowledged has ", side.biggest_acked);
    cases.add(std::move(sighting));
    return true;
  }
  if (!silent) return false;
  auto sighting = ended.sighting(Kind::data_unacked, packets);
  sighting.amount = side.tail_repeats.count;
  sighting.longest = side.last - stuck_since;
  sighting.words = number == 0 ? "client" : "server";
  cases.add(std::move(sighting));
  return true;
}

}  // namespace

void judge_silence(const Ended& ended, Cases& cases) {
  const Story& story = ended.story;
  for (unsigned number : {0u, 1u}) {
    if (judge_tail(ended, number, cases)) return;
    const Side &side = story.sides[number], &peer = story.sides[number ^ 1u];
    if (side.unanswered_probes >= 3 && peer.zero_since.nanoseconds == 0 && peer.rsts.count == 0 &&
        side.last - side.first_unanswered_probe >= seconds(1)) {
      auto sighting = ended.sighting(Kind::keepalive_timeout, side.probes.list());
      for (const uint32_t packet : side.rsts.list()) sighting.packets.push_back(packet);
      sighting.amount = side.unanswered_probes;
      sighting.longest = side.last - side.first_unanswered_probe;
      sighting.words = number == 0 ? "server" : "client";
      cases.add(std::move(sighting));
      return;
    }
  }
}

}  // namespace wiretale
