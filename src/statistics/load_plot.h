// The load of a capture as a picture: bits per second over time, as SVG or PNG.
#pragma once
#include <string>
#include <vector>

#include "base/time.h"

namespace wiretale {

struct LoadPlot {
  std::string title;
  Duration interval;                    ///< of each value
  std::vector<double> bits_per_second;  ///< of every interval from the first packet on
};

[[nodiscard]] std::string svg_of(const LoadPlot& plot);
/// Greyscale, 8 bits; empty when it cannot be compressed.
[[nodiscard]] std::string png_of(const LoadPlot& plot);

}  // namespace wiretale
