// The load of a capture as PNG (RFC 2083), drawn point by point.
#include <zlib.h>

#include <algorithm>
#include <array>

#include "statistics/plot_frame.h"

namespace wiretale {
namespace {

/// Letters of 5 by 7 points, a row in the five low bits of each byte.
struct Letter {
  char character;
  std::array<uint8_t, 7> rows;
};
// clang-format off: one letter, one line
constexpr Letter letters[] = {
    {'0', {14, 17, 19, 21, 25, 17, 14}}, {'1', {4, 12, 4, 4, 4, 4, 14}},
    {'2', {14, 17, 1, 2, 4, 8, 31}},     {'3', {31, 2, 4, 2, 1, 17, 14}},
    {'4', {2, 6, 10, 18, 31, 2, 2}},     {'5', {31, 16, 30, 1, 1, 17, 14}},
    {'6', {6, 8, 16, 30, 17, 17, 14}},   {'7', {31, 1, 2, 4, 8, 8, 8}},
    {'8', {14, 17, 17, 14, 17, 17, 14}}, {'9', {14, 17, 17, 15, 1, 2, 12}},
    {'.', {0, 0, 0, 0, 0, 12, 12}},      {'/', {1, 1, 2, 4, 8, 16, 16}},
    {'-', {0, 0, 0, 31, 0, 0, 0}},       {'_', {0, 0, 0, 0, 0, 0, 31}},
    {':', {0, 12, 12, 0, 12, 12, 0}},    {',', {0, 0, 0, 0, 12, 4, 8}},
    {'a', {0, 0, 14, 1, 15, 17, 15}},    {'b', {16, 16, 30, 17, 17, 17, 30}},
    {'c', {0, 0, 14, 16, 16, 17, 14}},   {'d', {1, 1, 15, 17, 17, 17, 15}},
    {'e', {0, 0, 14, 17, 31, 16, 14}},   {'f', {6, 9, 8, 28, 8, 8, 8}},
    {'g', {0, 0, 15, 17, 15, 1, 14}},    {'h', {16, 16, 30, 17, 17, 17, 17}},
    {'i', {4, 0, 12, 4, 4, 4, 14}},      {'j', {2, 0, 6, 2, 2, 18, 12}},
    {'k', {16, 16, 18, 20, 24, 20, 18}}, {'l', {12, 4, 4, 4, 4, 4, 14}},
    {'m', {0, 0, 26, 21, 21, 21, 21}},   {'n', {0, 0, 30, 17, 17, 17, 17}},
    {'o', {0, 0, 14, 17, 17, 17, 14}},   {'p', {0, 0, 30, 17, 30, 16, 16}},
    {'q', {0, 0, 15, 17, 15, 1, 1}},     {'r', {0, 0, 22, 25, 16, 16, 16}},
    {'s', {0, 0, 15, 16, 14, 1, 30}},    {'t', {8, 8, 28, 8, 8, 9, 6}},
    {'u', {0, 0, 17, 17, 17, 19, 13}},   {'v', {0, 0, 17, 17, 17, 10, 4}},
    {'w', {0, 0, 17, 17, 21, 21, 10}},   {'x', {0, 0, 17, 10, 4, 10, 17}},
    {'y', {0, 0, 17, 17, 15, 1, 14}},    {'z', {0, 0, 31, 2, 4, 8, 31}},
    {'B', {30, 17, 17, 30, 17, 17, 30}}, {'G', {14, 17, 16, 23, 17, 17, 15}},
    {'M', {17, 27, 21, 21, 17, 17, 17}}, {'T', {31, 4, 4, 4, 4, 4, 4}},
};
// clang-format on
constexpr int letter_width = 5, letter_height = 7, letter_step = 6;

class Canvas {
 public:
  static constexpr uint8_t white = 255, black = 40, grey = 221, blue = 112;
  Canvas() : points_(static_cast<size_t>(PlotFrame::width) * PlotFrame::height, white) {}

  void point(int x, int y, uint8_t shade) {
    if (x >= 0 && x < PlotFrame::width && y >= 0 && y < PlotFrame::height)
      points_[static_cast<size_t>(y) * PlotFrame::width + static_cast<size_t>(x)] = shade;
  }
  void box(int x, int y, int width, int height, uint8_t shade) {
    for (int row = y; row < y + height; ++row)
      for (int column = x; column < x + width; ++column) point(column, row, shade);
  }
  /// Each point of a letter is `scale` points wide and high. What has no letter is a gap.
  void words(int x, int y, std::string_view words, int scale = 2) {
    for (const char c : words) {
      for (const Letter& letter : letters) {
        if (letter.character != c) continue;
        for (int row = 0; row < letter_height; ++row)
          for (int column = 0; column < letter_width; ++column)
            if ((letter.rows[static_cast<size_t>(row)] >> (letter_width - 1 - column) & 1) != 0)
              box(x + column * scale, y + row * scale, scale, scale, black);
      }
      x += letter_step * scale;
    }
  }
  static int width_of(std::string_view words, int scale = 2) {
    return static_cast<int>(words.size()) * letter_step * scale;
  }
  /// The rows, each behind a filter byte of 0 (RFC 2083 6).
  [[nodiscard]] std::string rows() const {
    std::string all;
    for (size_t row = 0; row < PlotFrame::height; ++row) {
      all += '\0';
      all.append(reinterpret_cast<const char*>(&points_[row * PlotFrame::width]), PlotFrame::width);
    }
    return all;
  }

 private:
  std::vector<uint8_t> points_;
};

void append_number(std::string& out, uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(number >> shift & 255);
}

/// Length, type, content and CRC (RFC 2083 3.2).
void append_chunk(std::string& out, std::string_view type, std::string_view content) {
  append_number(out, static_cast<uint32_t>(content.size()));
  const size_t begin = out.size();
  out += type;
  out += content;
  append_number(out, static_cast<uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(&out[begin]),
                                                 static_cast<uInt>(out.size() - begin))));
}

void draw(const LoadPlot& plot, Canvas& canvas) {
  const PlotFrame frame(plot);
  canvas.words(PlotFrame::left, 12, plot.title);
  for (const PlotFrame::Mark& mark : frame.rates()) {
    canvas.box(PlotFrame::left, mark.at, PlotFrame::right - PlotFrame::left, 1, Canvas::grey);
    canvas.words(std::max(2, PlotFrame::left - 4 - Canvas::width_of(mark.words)), mark.at - letter_height,
                 mark.words);
  }
  for (const PlotFrame::Mark& mark : frame.times())
    canvas.words(mark.at - Canvas::width_of(mark.words) / 2, PlotFrame::bottom + 8, mark.words);
  constexpr std::string_view axis = "time since the first packet";
  canvas.words((PlotFrame::left + PlotFrame::right - Canvas::width_of(axis)) / 2, PlotFrame::height - 22,
               axis);
  for (int x = PlotFrame::left; x < PlotFrame::right; ++x)
    canvas.box(x, frame.top_at(x), 1, PlotFrame::bottom - frame.top_at(x), Canvas::blue);
  canvas.box(PlotFrame::left - 1, PlotFrame::top, 1, PlotFrame::bottom - PlotFrame::top + 1, Canvas::black);
  canvas.box(PlotFrame::left - 1, PlotFrame::bottom, PlotFrame::right - PlotFrame::left + 1, 1,
             Canvas::black);
}

}  // namespace

std::string png_of(const LoadPlot& plot) {
  Canvas canvas;
  draw(plot, canvas);
  const std::string rows = canvas.rows();
  uLongf size = compressBound(static_cast<uLong>(rows.size()));
  std::string packed(size, '\0');
  if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(rows.data()),
                static_cast<uLong>(rows.size()), Z_BEST_COMPRESSION) != Z_OK)
    return {};
  packed.resize(size);
  std::string header;
  append_number(header, PlotFrame::width);
  append_number(header, PlotFrame::height);
  header += std::string_view("\x08\x00\x00\x00\x00", 5);  // 8 bits of grey, no interlacing
  std::string png("\x89PNG\r\n\x1a\n", 8);
  append_chunk(png, "IHDR", header);
  append_chunk(png, "IDAT", packed);
  append_chunk(png, "IEND", {});
  return png;
}

}  // namespace wiretale
