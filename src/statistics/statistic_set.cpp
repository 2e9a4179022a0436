// The statistics of one run of `read`.
#include "statistics/statistic_set.h"

#include "statistics/catalog.h"

namespace wiretale {

std::expected<void, StatisticError> StatisticSet::add(std::string_view argument, StatisticTimes times,
                                                      std::string_view file) {
  auto made = make_statistic(argument, times, file);
  if (!made) return std::unexpected(std::move(made.error()));
  needs_.unite((*made)->needs());
  all_.push_back(std::move(*made));
  return {};
}

void StatisticSet::see(SeenPacket seen) {
  if (!begun_) first_ = seen.packet.time;
  begun_ = true;
  seen.since_first = seen.packet.time - first_;
  for (const auto& statistic : all_) statistic->add(seen);
}

void StatisticSet::annotate(const SeenPacket& seen, Text& info) {
  for (const auto& statistic : all_) statistic->annotate(seen, info);
}

void StatisticSet::report(Text& text) {
  for (size_t i = all_.size(); i-- > 0;) all_[i]->report(text);
}

}  // namespace wiretale
