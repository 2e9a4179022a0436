// The statistics of one run of `read`.
#pragma once
#include <vector>

#include "statistics/statistic.h"

namespace wiretale {

class StatisticSet {
 public:
  [[nodiscard]] std::expected<void, StatisticError> add(std::string_view argument, StatisticTimes times,
                                                        std::string_view file);
  [[nodiscard]] bool empty() const { return all_.empty(); }
  /// What all of them need together.
  [[nodiscard]] const StatisticNeeds& needs() const { return needs_; }
  /// The next packet of the capture; since_first is set here.
  void see(SeenPacket seen);
  /// What statistics put behind the packet's info column; to be asked before see().
  void annotate(const SeenPacket& seen, Text& info);
  /// All reports: the statistic that was asked for last comes first, as with tshark.
  void report(Text& text);

 private:
  std::vector<std::unique_ptr<Statistic>> all_;
  StatisticNeeds needs_;
  Time first_;
  bool begun_ = false;
};

}  // namespace wiretale
