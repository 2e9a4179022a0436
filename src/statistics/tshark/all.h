// The makers of all statistics of `read -z`, for the catalog.
#pragma once
#include "statistics/catalog.h"

namespace wiretale {

[[nodiscard]] MadeStatistic make_conversations(const StatisticArgument& argument);  ///< conv,...
[[nodiscard]] MadeStatistic make_endpoints(const StatisticArgument& argument);      ///< endpoints,...

}  // namespace wiretale
