// The tables of `stats`.
#pragma once
#include <memory>
#include <optional>
#include <span>

#include "pipeline/pipeline.h"
#include "statistics/load_plot.h"
#include "statistics/report.h"

namespace wiretale {

/// A statistic that is being collected.
class StatsTable {
 public:
  virtual ~StatsTable() = default;
  virtual void join(Pipeline& pipeline) = 0;
  /// How much of so many bytes it takes itself, beside flows; it keeps to that from now on.
  virtual uint64_t take_share(uint64_t) { return 0; }
  /// After the pipeline has finished; reads from this object.
  [[nodiscard]] virtual Report report(std::string_view sort_by, size_t top) const = 0;
  /// As a picture; nothing when the table is none over time.
  [[nodiscard]] virtual std::optional<LoadPlot> plot() const { return std::nullopt; }
};

struct StatsTableEntry {
  std::string_view name;
  std::string_view short_name;  ///< that is understood too
  std::string_view summary;
  std::span<const std::string_view> sort_columns;  ///< the first one is usual
  bool has_interval;                               ///< takes --interval
  std::unique_ptr<StatsTable> (*make)(Duration interval);
};

[[nodiscard]] std::span<const StatsTableEntry> stats_tables();

}  // namespace wiretale
