// The load of a capture as a picture: what both forms show, and SVG.
#include "statistics/load_plot.h"

#include "statistics/plot_frame.h"

namespace wiretale {
namespace {

void append_escaped(Text& out, std::string_view words) {
  for (const char c : words) switch (c) {
      case '<': out.put("&lt;"); break;
      case '>': out.put("&gt;"); break;
      case '&': out.put("&amp;"); break;
      case '"': out.put("&quot;"); break;
      default: out.put(c);
    }
}

}  // namespace

std::string svg_of(const LoadPlot& plot) {
  const PlotFrame frame(plot);
  Text svg(1 << 14);
  svg.put("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"", PlotFrame::width, "\" height=\"",
          PlotFrame::height, "\" viewBox=\"0 0 ", PlotFrame::width, ' ', PlotFrame::height,
          "\" font-family=\"sans-serif\" font-size=\"14\" role=\"img\">\n<title>");
  append_escaped(svg, plot.title);
  svg.put("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n<text x=\"", PlotFrame::left,
          "\" y=\"24\" font-weight=\"bold\">");
  append_escaped(svg, plot.title);
  svg.put("</text>\n<g stroke=\"#dddddd\">\n");
  for (const PlotFrame::Mark& mark : frame.rates())
    svg.put("<line x1=\"", PlotFrame::left, "\" y1=\"", mark.at, "\" x2=\"", PlotFrame::right, "\" y2=\"",
            mark.at, "\"/>\n");
  svg.put("</g>\n<g fill=\"#333333\" text-anchor=\"end\">\n");
  for (const PlotFrame::Mark& mark : frame.rates())
    svg.put("<text x=\"", PlotFrame::left - 8, "\" y=\"", mark.at + 5, "\">", std::string_view{mark.words},
            "</text>\n");
  svg.put("</g>\n<g fill=\"#333333\" text-anchor=\"middle\">\n");
  for (const PlotFrame::Mark& mark : frame.times())
    svg.put("<text x=\"", mark.at, "\" y=\"", PlotFrame::bottom + 22, "\">", std::string_view{mark.words},
            "</text>\n");
  svg.put("<text x=\"", (PlotFrame::left + PlotFrame::right) / 2, "\" y=\"", PlotFrame::height - 10,
          "\">time since the first packet</text>\n</g>\n<path fill=\"#4477aa\" d=\"");
  for (int x = PlotFrame::left; x < PlotFrame::right; ++x) {
    const int top = frame.top_at(x);
    if (top < PlotFrame::bottom)
      svg.put('M', x, ' ', PlotFrame::bottom, 'V', top, "h1V", PlotFrame::bottom, 'z');
  }
  svg.put("\"/>\n<path fill=\"none\" stroke=\"#333333\" d=\"M", PlotFrame::left, ' ', PlotFrame::top, 'V',
          PlotFrame::bottom, 'H', PlotFrame::right, "\"/>\n</svg>\n");
  return std::string(svg.view());
}

}  // namespace wiretale
