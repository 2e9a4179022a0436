// Receive windows: closed ones, and ones that are the limit.
#include "findings/facts.h"

namespace wiretale {

void judge_windows(const Ended& ended, Cases& cases) {
  const Story& story = ended.story;
  for (unsigned number : {0u, 1u}) {
    const Side &receiver = story.sides[number], &sender = story.sides[number ^ 1u];
    const Duration open_end =
        receiver.zero_since.nanoseconds != 0 ? ended.flow.last - receiver.zero_since : Duration{};
    const Duration longest = std::max(receiver.zero_longest, open_end);
    // A window that closes for a moment is flow control at work. Behind FIN or RST it means nothing.
    if (receiver.zero_windows.count != 0 && longest >= milliseconds(200) && receiver.rsts.count == 0) {
      auto sighting = ended.sighting(Kind::zero_window, receiver.zero_windows.list());
      sighting.amount = receiver.zero_windows.count;
      sighting.longest = longest;
      sighting.words = number == 0 ? "client" : "server";
      cases.add(std::move(sighting));
    } else if (receiver.zero_windows.count != 0 && longest >= milliseconds(200) && sender.probes.count >= 2) {
      auto sighting = ended.sighting(Kind::zero_window, receiver.zero_windows.list());
      sighting.longest = longest;
      sighting.words = number == 0 ? "client" : "server";
      cases.add(std::move(sighting));
    }
    if (sender.full_windows.count >= 5 && receiver.zero_windows.count == 0 && sender.lost.count < 3) {
      auto sighting = ended.sighting(Kind::window_full, sender.full_windows.list());
      sighting.amount = sender.full_windows.count;
      sighting.words = number == 0 ? "client" : "server";
      cases.add(std::move(sighting));
    }
  }
}

}  // namespace wiretale
