// The list of all statistics of `read -z`.
#pragma once
#include <span>

#include "statistics/statistic.h"

namespace wiretale {

struct StatisticEntry {
  std::string_view name;  ///< "conv,tcp"
  MadeStatistic (*make)(const StatisticArgument&);
};

/// In alphabetic order.
[[nodiscard]] std::span<const StatisticEntry> statistic_catalog();

/// The statistic of a whole -z argument ("conv,tcp,ip.addr==10.0.0.1"): the one with the longest name that
/// the argument begins with.
[[nodiscard]] MadeStatistic make_statistic(std::string_view argument, StatisticTimes times,
                                           std::string_view file);

/// The names, one a line, as `-z help` shows them.
void append_statistic_names(Text& text);

}  // namespace wiretale
