// Pictures of a load: their frames, SVG and PNG.
#include "statistics/load_plot.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include "base/bytes.h"
#include "statistics/plot_frame.h"

namespace wiretale {
namespace {

const LoadPlot steps{.title = "a < b & c", .interval = seconds(1), .bits_per_second = {0, 1e6, 2e6, 4e6, 0}};

TEST(PlotFrame, ColumnsReachAsHighAsTheirIntervals) {
  const PlotFrame frame(steps);
  EXPECT_EQ(frame.top_at(PlotFrame::left), PlotFrame::bottom);
  const int third = (PlotFrame::right - PlotFrame::left) / 5;
  const int one = PlotFrame::bottom - frame.top_at(PlotFrame::left + third + 2),
            four = PlotFrame::bottom - frame.top_at(PlotFrame::left + 3 * third + 2);
  EXPECT_NEAR(static_cast<double>(four) / one, 4, 0.1);
  EXPECT_GE(frame.top_at(PlotFrame::left + 3 * third + 2), PlotFrame::top);
}

TEST(PlotFrame, LabelsAreRoundNumbers) {
  const PlotFrame frame(steps);
  ASSERT_EQ(frame.rates().size(), 5u);
  EXPECT_EQ(frame.rates()[1].words, "1.0 Mb/s");
  ASSERT_GE(frame.times().size(), 5u);
  EXPECT_EQ(frame.times()[1].words, "1 s");
}

TEST(PlotFrame, OfNothingIsAnEmptyFrame) {
  const PlotFrame frame({.title = {}, .interval = seconds(1), .bits_per_second = {}});
  EXPECT_EQ(frame.top_at(PlotFrame::right - 1), PlotFrame::bottom);
}

TEST(LoadPlot, SvgEscapesItsTitle) {
  const std::string svg = svg_of(steps);
  EXPECT_NE(svg.find("a &lt; b &amp; c</text>"), std::string::npos);
  EXPECT_TRUE(svg.ends_with("</svg>\n"));
}

TEST(LoadPlot, PngUnpacksToItsRows) {
  const std::string png = png_of(steps);
  const auto* const bytes = reinterpret_cast<const uint8_t*>(png.data());
  ASSERT_EQ(png.substr(1, 3), "PNG");
  ASSERT_EQ(be32(bytes + 16), static_cast<uint32_t>(PlotFrame::width));
  const uint32_t packed = be32(bytes + 33);
  ASSERT_EQ(png.substr(37, 4), "IDAT");
  EXPECT_EQ(be32(bytes + 41 + packed), crc32(0, bytes + 37, packed + 4));
  std::string rows(static_cast<size_t>(PlotFrame::width + 1) * PlotFrame::height, '\0');
  uLongf size = rows.size();
  ASSERT_EQ(uncompress(reinterpret_cast<Bytef*>(rows.data()), &size, bytes + 41, packed), Z_OK);
  EXPECT_EQ(size, rows.size());
  // The highest column has a point of its shade just above the axis, and there is none before it begins.
  const size_t row = static_cast<size_t>(PlotFrame::bottom - 2) * (PlotFrame::width + 1) + 1;
  const size_t high = PlotFrame::left + (PlotFrame::right - PlotFrame::left) * 7 / 10;
  EXPECT_EQ(static_cast<uint8_t>(rows[row + high]), 112);
  EXPECT_EQ(static_cast<uint8_t>(rows[row + PlotFrame::left + 5]), 255);
}

}  // namespace
}  // namespace wiretale
