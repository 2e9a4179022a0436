// A report: the typed table that every statistic ends in, shown as text, JSON or CSV.
#pragma once
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "base/text.h"
#include "base/time.h"

namespace wiretale {

/// What a column holds, which decides how text shows it; JSON and CSV have plain numbers (times in seconds).
/// Levels are digits from 0 to 8 one behind the other, which text draws.
enum class Unit : uint8_t { Text, Count, Size, Seconds, Instant, Percent, Levels };

struct Column {
  std::string_view title;  ///< "PKTS"
  std::string_view key;    ///< in JSON and CSV: "packets"
  Unit unit = Unit::Text;
  enum Where : uint8_t { Everywhere, DataOnly, TextOnly } where = Everywhere;
};

/// Words that live until the next row is filled need no string of their own.
using Cell = std::variant<std::monostate, std::string, int64_t, double, std::string_view>;
[[nodiscard]] inline Cell count_cell(uint64_t count) { return static_cast<int64_t>(count); }

/// One row at a time, so that a table of millions of rows needs no memory for them.
using Row = std::vector<Cell>;

struct Report {
  std::string schema;  ///< "wiretale/stats-conversations/1"
  std::string noun;    ///< what the rows are, plural
  std::vector<Column> columns;
  size_t rows = 0;          ///< shown
  uint64_t total_rows = 0;  ///< with those that are left out
  std::function<void(size_t, Row&)>
      fill_row;  ///< fills the cells of row 0 <= i < rows; text asks for some twice
};

/// Takes finished text, some ten kilobytes at a time.
using Sink = std::function<void(std::string_view)>;

/// What levels are drawn with: block characters where the terminal has them.
enum class Drawn : bool { Ascii, Blocks };
void write_text(const Report& report, const Sink& sink, Drawn drawn = Drawn::Ascii);
void write_json(const Report& report, const Sink& sink);
void write_csv(const Report& report, const Sink& sink);

/// For people: "1.1 MB", "812 ms", "31.4 s", "2 min 05 s"; numbers with thousands apart: "48,211".
void append_size(Text& out, uint64_t bytes);
void append_duration(Text& out, Duration duration);
[[nodiscard]] std::string size_text(double bytes);
[[nodiscard]] std::string duration_text(Duration duration);
[[nodiscard]] std::string count_text(uint64_t count);

}  // namespace wiretale
