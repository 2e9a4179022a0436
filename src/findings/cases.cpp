// Collecting equal findings as one.
#include "findings/cases.h"

#include <algorithm>

namespace wiretale {

void Cases::add(Sighting sighting) {
  ++sightings_;
  std::string key;
  key += static_cast<char>(sighting.kind);
  key.append(reinterpret_cast<const char*>(sighting.ends.client.bytes.data()), 16);
  key.append(reinterpret_cast<const char*>(sighting.ends.server.bytes.data()), 16);
  key += text_of(sighting.ends.server_port, ',', sighting.ends.transport, ',', sighting.ends.vni);
  const auto found = index_.find(key);
  if (found == index_.end()) {
    if (all_.size() >= most_cases) {
      ++left_out_;
      return;
    }
    index_.emplace(std::move(key), all_.size());
    Case fresh{.sum = std::move(sighting), .sightings = 1};
    if (!fresh.sum.words.empty()) fresh.words.push_back(fresh.sum.words);
    if (fresh.sum.packets.size() > most_packets) fresh.sum.packets.resize(most_packets);
    all_.push_back(std::move(fresh));
    return;
  }
  Case& known = all_[found->second];
  Sighting& sum = known.sum;
  ++known.sightings;
  sum.amount += sighting.amount;
  sum.of += sighting.of;
  if (sum.packets.empty() && !sighting.packets.empty()) {
    sum.ladder = std::move(sighting.ladder);
    sum.ends.client_port = sighting.ends.client_port;
  }
  if (!sighting.packets.empty() && sum.ends.client_port != sighting.ends.client_port)
    sum.ends.client_port = 0;
  for (const uint32_t packet : sighting.packets)
    if (sum.packets.size() < most_packets) sum.packets.push_back(packet);
  sum.first = std::min(sum.first, sighting.first);
  sum.last = std::max(sum.last, sighting.last);
  if (sighting.longest > sum.longest) {
    sum.longest = sighting.longest;
    sum.times = sighting.times;
  }
  if (sighting.severity_given && sighting.severity > sum.severity) sum.severity = sighting.severity;
  if (!sighting.words.empty() && known.words.size() < most_words &&
      std::find(known.words.begin(), known.words.end(), sighting.words) == known.words.end())
    known.words.push_back(sighting.words);
}

}  // namespace wiretale
