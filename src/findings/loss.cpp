// Lost and repeated, needlessly repeated, and overtaken segments of transfers that went on.
#include "findings/facts.h"

namespace wiretale {

void judge_loss(const Ended& ended, Cases& cases) {
  const Story& story = ended.story;
  for (unsigned number : {0u, 1u}) {
    const Side &side = story.sides[number], &peer = story.sides[number ^ 1u];
    const Way& way = ended.flow.ways[number == 0 ? ended.flow.client : ended.flow.client ^ 1u];
    if (peer.packets == 0) continue;
    // Repeats at the end that nobody answered are another story.
    const uint32_t repaired = side.lost.count - std::min(side.tail_repeats.count, side.lost.count);
    const bool server_ignored_handshake = story.syn_acks_after_ack != 0;
    // One segment in hundreds that is repaired at once is how TCP works; one in a short exchange is a
    // percentage.
    constexpr uint32_t few = 100;
    const bool one_counts =
        side.longest_repair >= milliseconds(150) || (side.sure_losses != 0 && side.data_packets <= few);
    if ((repaired >= 2 || (repaired == 1 && one_counts)) && side.tail_repeats.count < 3 &&
        !server_ignored_handshake && story.icmp_errors == 0) {
      auto sighting = ended.sighting(Kind::retransmission_loss, side.lost.list());
      sighting.amount = repaired;
      sighting.of = side.data_packets;
      sighting.longest = side.longest_repair;
      sighting.words = number == 0 ? "client to server" : "server to client";
      cases.add(std::move(sighting));
    }
    // The path stalled: a timer ran out although nothing was lost.
    const bool stalled = side.longest_vain >= milliseconds(190) &&
                         side.longest_vain.nanoseconds > 3 * side.round_trip_least.nanoseconds;
    if ((side.spurious.count >= 3 || (side.spurious.count != 0 && stalled)) &&
        side.spurious.count > repaired && !server_ignored_handshake &&
        side.holes_acked < side.spurious.count) {
      auto sighting = ended.sighting(Kind::spurious_retransmission, side.spurious.list());
      sighting.amount = side.spurious.count;
      sighting.of = side.data_packets;
      cases.add(std::move(sighting));
    }
    if (side.reordered.count >= 3 && side.reordered.count * 200 >= side.data_packets && way.packets > 10) {
      auto sighting = ended.sighting(Kind::out_of_order, side.reordered.list());
      sighting.amount = side.reordered.count;
      sighting.of = side.data_packets;
      cases.add(std::move(sighting));
    }
  }
}

}  // namespace wiretale
