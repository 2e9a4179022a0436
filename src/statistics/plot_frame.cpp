// Where things lie in the picture of a load.
#include "statistics/plot_frame.h"

#include <algorithm>
#include <cmath>

namespace wiretale {
namespace {

/// The next of 1, 2, 5, 10, 20, ... that is not below a number.
double round_step(double number) {
  const double power = std::pow(10, std::floor(std::log10(std::max(number, 1e-9))));
  for (const double factor : {1.0, 2.0, 5.0})
    if (power * factor >= number * 0.999999) return power * factor;
  return power * 10;
}

/// Steps of time that people count in.
double time_step(double seconds) {
  for (const double step : {60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0, 7200.0, 21'600.0, 43'200.0, 86'400.0})
    if (seconds > 30 && step >= seconds) return step;
  return seconds <= 30 ? std::min(round_step(seconds), 30.0) : std::ceil(seconds / 86'400) * 86'400;
}

std::string rate_words(double bits_per_second) {
  Text text(32);
  append_size(text, static_cast<uint64_t>(bits_per_second));
  std::string words(text.view());
  words.back() = 'b';
  return words + "/s";
}

std::string time_words(double seconds, double step) {
  if (step < 1) return text_of(Fixed{seconds, step < 0.01 ? 3 : 2}, " s");
  if (step < 60) return text_of(static_cast<uint64_t>(seconds + 0.5), " s");
  const auto whole = static_cast<uint64_t>(seconds + 0.5);
  if (step < 3600) return text_of(whole / 60, " min");
  return text_of(whole / 3600, " h");
}

}  // namespace

PlotFrame::PlotFrame(const LoadPlot& plot) : tops_(static_cast<size_t>(right - left), bottom) {
  constexpr double most_rates = 5, most_times = 8;
  const std::vector<double>& values = plot.bits_per_second;
  double most = 1;
  for (const double value : values) most = std::max(most, value);
  const double step = round_step(most / most_rates), ceiling = std::ceil(most / step) * step;
  const auto y_of = [&](double value) {
    return bottom - static_cast<int>(value / ceiling * (bottom - top) + 0.5);
  };
  for (double rate = 0; rate <= ceiling * 1.000001; rate += step)
    rates_.push_back({y_of(rate), rate_words(rate)});
  const double seconds = std::max(plot.interval.seconds() * static_cast<double>(values.size()), 1e-9);
  const double every = time_step(seconds / most_times);
  for (double time = 0; time <= seconds * 1.000001 && times_.size() < 64; time += every)
    times_.push_back({left + static_cast<int>(time / seconds * (right - left)), time_words(time, every)});
  for (size_t column = 0; column < tops_.size() && !values.empty(); ++column) {
    const size_t from = column * values.size() / tops_.size();
    const size_t to = std::max(from + 1, (column + 1) * values.size() / tops_.size());
    double value = 0;
    for (size_t i = from; i < to && i < values.size(); ++i) value = std::max(value, values[i]);
    tops_[column] = value > 0 ? std::min(y_of(value), bottom - 1) : bottom;
  }
}

}  // namespace wiretale
