// Where things lie in the picture of a load: axes, marks and the height of each column of points.
#pragma once
#include "statistics/load_plot.h"
#include "statistics/report.h"

namespace wiretale {

class PlotFrame {
 public:
  static constexpr int width = 960, height = 400, left = 130, right = 940, top = 40, bottom = 340;
  struct Mark {
    int at;  ///< x of times, y of rates
    std::string words;
  };
  explicit PlotFrame(const LoadPlot& plot);
  [[nodiscard]] const std::vector<Mark>& rates() const { return rates_; }
  [[nodiscard]] const std::vector<Mark>& times() const { return times_; }
  /// The y that the load reaches at a column of points: the most of the intervals that fall on it.
  [[nodiscard]] int top_at(int x) const { return tops_[static_cast<size_t>(x - left)]; }

 private:
  std::vector<Mark> rates_, times_;
  std::vector<int> tops_;
};

}  // namespace wiretale
