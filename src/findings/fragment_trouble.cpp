// Fragments that are missing.
#include "findings/watch.h"
#include "flow/fragments.h"

namespace wiretale {
namespace {

class FragmentWatcher : public Watcher {
 public:
  void see(const Seen& seen, Facts&) override {
    if (has(seen.flow.events, Event::DuplicateFrame)) return;
    FlowPlace place;
    if (!find_flow(seen.packet, place)) return;
    // With a short snap length nothing can be put together; what is not whole in the file tells nothing.
    if (seen.packet.bytes.size() < place.transport + place.wire_length) {
      cut_ = true;
      return;
    }
    if (fragments_.add(seen.packet, place)) ++complete_;
  }

  void finish(Facts& facts) override {
    if (cut_) return;
    for (const IncompleteDatagram& datagram :
         fragments_.take_incomplete(Fragments::Which::Everything, facts.end)) {
      // One that just came may be completed behind the end of the capture, or began in front of it.
      if (facts.end - datagram.last < milliseconds(500) && facts.packets > 10 && datagram.first_seen)
        continue;
      Sighting sighting{.kind = Kind::ip_fragment_loss,
                        .ends = {.client = datagram.source, .server = datagram.destination, .transport = 0},
                        .packets = datagram.packets,
                        .first = datagram.first,
                        .last = datagram.last};
      facts.cases.add(std::move(sighting));
    }
  }

 private:
  Fragments fragments_;
  uint64_t complete_ = 0;
  bool cut_ = false;
};

}  // namespace

std::unique_ptr<Watcher> watch_fragments() { return std::make_unique<FragmentWatcher>(); }

}  // namespace wiretale
