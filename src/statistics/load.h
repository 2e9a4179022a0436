// Load: packets and bytes per interval of time.
#pragma once
#include <vector>

#include "flow/consumer.h"
#include "statistics/load_plot.h"
#include "statistics/report.h"

namespace wiretale {

class Load : public LayerConsumer {
 public:
  static constexpr std::string_view sort_columns[] = {"start", "bytes", "packets"};
  /// More intervals than this are not kept: intervals get ten times as long.
  static constexpr size_t most = 200'000;
  /// About so many intervals are shown where no length was asked for.
  static constexpr size_t usual_rows = 60;

  /// `interval`: 0 means one that suits the capture.
  explicit Load(Duration interval);
  void see(std::span<const Packet> packets) override;
  /// Of every interval from the first packet to the last, those without packets included.
  [[nodiscard]] Report report(std::string_view sort_by, size_t top) const;
  /// The same as a picture.
  [[nodiscard]] LoadPlot plot() const;
  /// Of an interval; longer than what was asked for when there were too many.
  [[nodiscard]] Duration interval() const { return {interval_}; }

 private:
  struct Slot {
    uint64_t packets = 0, bytes = 0;
  };
  Slot& slot_at(int64_t time);
  /// Joins every ten intervals; those of the automatic ladder by its next step.
  void widen();
  [[nodiscard]] static std::vector<Slot> joined(const std::vector<Slot>& slots, size_t count);
  [[nodiscard]] static int64_t next_step(int64_t interval);

  bool chosen_;  ///< by the user
  int64_t interval_;
  int64_t origin_ = 0;  ///< time of the first slot's beginning
  bool begun_ = false;
  std::vector<Slot> slots_;
};

}  // namespace wiretale
