// A report: the typed table that every statistic ends in, shown as text, JSON or CSV.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/text.h"
#include "base/time.h"

namespace wiretale {

/// What a column holds, which decides how text shows it; JSON and CSV have plain numbers (times in seconds).
enum class Unit : uint8_t { Text, Count, Size, Seconds, Instant, Percent };

struct Column {
  std::string_view title;  ///< "PKTS"
  std::string_view key;    ///< in JSON and CSV: "packets"
  Unit unit = Unit::Text;
  enum Where : uint8_t { Everywhere, DataOnly, TextOnly } where = Everywhere;
};

using Cell = std::variant<std::monostate, std::string, int64_t, double>;

struct Report {
  std::string schema;  ///< "wiretale/stats-conversations/1"
  std::string noun;    ///< what the rows are, plural
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  uint64_t total_rows = 0;  ///< with those that `rows` leaves out
};

void write_text(const Report& report, Text& out);
void write_json(const Report& report, Text& out);
void write_csv(const Report& report, Text& out);

/// Appends the words as a JSON string with its quotes; bytes that are not UTF-8 become U+FFFD.
void append_json(Text& out, std::string_view words);

/// For people: "1.1 MB", "812 ms", "31.4 s", "2 min 05 s"; numbers with thousands apart: "48,211".
[[nodiscard]] std::string size_text(double bytes);
[[nodiscard]] std::string duration_text(Duration duration);
[[nodiscard]] std::string count_text(uint64_t count);

}  // namespace wiretale
