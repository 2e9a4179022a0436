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
  /// Whether all of them can be made by several threads: with a SharedStatistics, in place of see().
  [[nodiscard]] bool can_be_shared() const;
  /// All reports: the statistic that was asked for last comes first, as with tshark.
  void report(Text& text);

 private:
  friend class SharedStatistics;
  std::vector<std::unique_ptr<Statistic>> all_;
  StatisticNeeds needs_;
  Time first_;
  bool begun_ = false;
};

/// The statistics of one run as work that threads share.
class SharedStatistics : public ShardedWork {
 public:
  explicit SharedStatistics(StatisticSet& set);
  void set_lanes(unsigned lanes) override;
  void read(SharedBatch& batch) override;
  void bring_into_order(SharedBatch& batch) override;
  void take(SharedBatch& batch, unsigned shard) override;
  void settle(SharedBatch& batch) override;

 private:
  std::vector<ShardedWork*> all_;
};

}  // namespace wiretale
