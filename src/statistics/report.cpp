// Reports as text, JSON and CSV.
#include "statistics/report.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/escapes.h"

namespace wiretale {
namespace {

/// A number of thousandths with one decimal, rounded: 1234 is "1.2".
void append_tenths(Text& out, uint64_t thousandths) {
  const uint64_t tenths = (thousandths + 50) / 100;
  out.put(tenths / 10, '.', tenths % 10);
}

/// A cell's words; nothing when it is none of words.
std::optional<std::string_view> words_of(const Cell& cell) {
  if (const auto* view = std::get_if<std::string_view>(&cell)) return *view;
  if (const auto* words = std::get_if<std::string>(&cell)) return *words;
  return std::nullopt;
}

void append_levels(Text& out, std::string_view digits, Drawn drawn) {
  static constexpr std::string_view ascii[] = {"_", ".", ".", ":", ":", "+", "+", "#", "#"};
  static constexpr std::string_view blocks[] = {"_", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  for (const char digit : digits) {
    const size_t level = std::min<size_t>(static_cast<size_t>(digit - '0'), 8);
    out.put(drawn == Drawn::Blocks ? blocks[level] : ascii[level]);
  }
}

/// How many places words take, of which bytes within a UTF-8 sequence take none.
size_t places_of(std::string_view words) {
  return static_cast<size_t>(std::count_if(
      words.begin(), words.end(), [](char byte) { return (static_cast<uint8_t>(byte) & 0xc0) != 0x80; }));
}

/// A cell as text shows it.
void append_shown(Text& out, const Cell& cell, Unit unit, Drawn drawn) {
  if (const auto words = words_of(cell)) {
    if (unit == Unit::Levels)
      append_levels(out, *words, drawn);
    else
      out.put(*words);
  } else if (const auto* number = std::get_if<int64_t>(&cell)) {
    const auto count = static_cast<uint64_t>(std::max<int64_t>(*number, 0));
    if (unit == Unit::Size)
      append_size(out, count);
    else
      out.put(Grouped{count});
  } else if (const auto* real = std::get_if<double>(&cell)) {
    if (unit == Unit::Seconds)
      append_duration(out, {static_cast<int64_t>(*real * 1e9)});
    else
      out.put(Fixed{*real, 1}, unit == Unit::Percent ? "%" : "");
  } else {
    out.put('-');
  }
}

/// Collects text and hands it on in large pieces.
class Pieces {
 public:
  explicit Pieces(const Sink& sink) : sink_(sink) {}
  ~Pieces() { sink_(text.view()); }
  Pieces(const Pieces&) = delete;
  Pieces& operator=(const Pieces&) = delete;
  void end_row() {
    if (text.size() < 65'536) return;
    sink_(text.view());
    text.clear();
  }
  Text text{1 << 17};

 private:
  const Sink& sink_;
};

void write_plain(const Cell& cell, Text& out) {
  if (const auto* number = std::get_if<int64_t>(&cell))
    out.put(*number);
  else if (const auto* real = std::get_if<double>(&cell))
    out.put(Fixed{*real, 6});
}

}  // namespace

void append_size(Text& out, uint64_t bytes) {
  if (bytes < 1000) {
    out.put(bytes, " B");
    return;
  }
  static constexpr std::string_view units[] = {" kB", " MB", " GB", " TB"};
  size_t unit = 0;
  for (; bytes >= 999'950 && unit + 1 < std::size(units); ++unit) bytes = (bytes + 500) / 1000;
  append_tenths(out, bytes);
  out.put(units[unit]);
}

std::string size_text(double bytes) {
  Text text(32);
  append_size(text, static_cast<uint64_t>(bytes));
  return std::string(text.view());
}

void append_duration(Text& out, Duration duration) {
  if (duration.nanoseconds < 0) out.put('-');
  const auto nanoseconds = static_cast<uint64_t>(std::abs(duration.nanoseconds));
  if (nanoseconds < 1'000'000) {
    out.put(nanoseconds / 1000, " us");
  } else if (nanoseconds < 10'000'000) {
    append_tenths(out, nanoseconds / 1000);
    out.put(" ms");
  } else if (nanoseconds < 999'500'000) {
    out.put((nanoseconds + 500'000) / 1'000'000, " ms");
  } else if (nanoseconds < 99'950'000'000) {
    append_tenths(out, nanoseconds / 1'000'000);
    out.put(" s");
  } else {
    const uint64_t whole = (nanoseconds + 500'000'000) / 1'000'000'000;
    if (whole < 3600)
      out.put(whole / 60, " min ", Padded{whole % 60, 2, '0'}, " s");
    else
      out.put(whole / 3600, " h ", Padded{whole / 60 % 60, 2, '0'}, " min");
  }
}

std::string duration_text(Duration duration) {
  Text text(32);
  append_duration(text, duration);
  return std::string(text.view());
}

std::string count_text(uint64_t count) {
  std::string digits = std::to_string(count);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<size_t>(at), ",");
  return digits;
}

void write_text(const Report& report, const Sink& sink, Drawn drawn) {
  std::vector<size_t> shown_columns;
  for (size_t i = 0; i < report.columns.size(); ++i)
    if (report.columns[i].where != Column::DataOnly) shown_columns.push_back(i);
  std::vector<size_t> widths;
  for (const size_t i : shown_columns) widths.push_back(report.columns[i].title.size());
  Row row;
  // The widths are known only after all rows. The cells of the first rows are kept until then, those of the
  // others are made again.
  constexpr size_t most_rows_kept = 49'152;
  constexpr size_t usual_row = 112;
  Text kept(std::min(report.rows, most_rows_kept) * usual_row + 1024);
  std::vector<uint32_t> kept_ends;
  kept_ends.reserve(std::min(report.rows, most_rows_kept) * shown_columns.size());
  Text cell(256);
  const auto show = [&](size_t c, Text& text) {
    append_shown(text, row[shown_columns[c]], report.columns[shown_columns[c]].unit, drawn);
  };
  for (size_t i = 0; i < report.rows; ++i) {
    report.fill_row(i, row);
    for (size_t c = 0; c < shown_columns.size(); ++c) {
      Text& text = i < most_rows_kept ? kept : cell;
      if (i >= most_rows_kept) cell.clear();
      const size_t start = text.size();
      show(c, text);
      if (i < most_rows_kept) kept_ends.push_back(static_cast<uint32_t>(text.size()));
      widths[c] = std::max(widths[c], places_of(text.view().substr(start)));
    }
  }
  Pieces out(sink);
  const auto put = [&](std::string_view words, size_t c) {
    const Unit unit = report.columns[shown_columns[c]].unit;
    const bool left = unit == Unit::Text || unit == Unit::Levels;
    const size_t padding = widths[c] - std::min(widths[c], places_of(words));
    out.text.put(c == 0 ? " " : "  ");
    if (!left) out.text.fill(padding, ' ');
    out.text.put(words);
    if (left && c + 1 < shown_columns.size()) out.text.fill(padding, ' ');
  };
  for (size_t c = 0; c < shown_columns.size(); ++c) put(report.columns[shown_columns[c]].title, c);
  out.text.put('\n');
  size_t next = 0, start = 0;
  for (size_t i = 0; i < report.rows; ++i) {
    if (i >= most_rows_kept) report.fill_row(i, row);
    for (size_t c = 0; c < shown_columns.size(); ++c) {
      if (i < most_rows_kept) {
        put(kept.view().substr(start, kept_ends[next] - start), c);
        start = kept_ends[next++];
      } else {
        cell.clear();
        show(c, cell);
        put(cell.view(), c);
      }
    }
    out.text.put('\n');
    out.end_row();
  }
  if (report.rows < report.total_rows)
    out.text.put(' ', Grouped{report.rows}, " of ", Grouped{report.total_rows}, ' ', report.noun, " shown\n");
}

void write_json(const Report& report, const Sink& sink) {
  Pieces out(sink);
  out.text.put("{\"schema\":\"", report.schema, "\",\"total\":", report.total_rows, ",\"", report.noun,
               "\":[");
  Row row;
  for (size_t i = 0; i < report.rows; ++i) {
    report.fill_row(i, row);
    out.text.put(i == 0 ? "\n{" : ",\n{");
    bool first = true;
    for (size_t c = 0; c < row.size(); ++c) {
      if (report.columns[c].where == Column::TextOnly) continue;
      if (!first) out.text.put(',');
      first = false;
      append_json_string(out.text, report.columns[c].key);
      out.text.put(':');
      if (const auto words = words_of(row[c]))
        append_json_string(out.text, *words);
      else if (std::holds_alternative<std::monostate>(row[c]))
        out.text.put("null");
      else
        write_plain(row[c], out.text);
    }
    out.text.put('}');
    out.end_row();
  }
  out.text.put("\n]}\n");
}

/// A CSV field (RFC 4180): quoted where it has to be.
static void append_csv(Text& out, std::string_view words) {
  if (words.find_first_of(",\"\r\n") == std::string_view::npos) {
    out.put(words);
    return;
  }
  out.put('"');
  for (const char letter : words)
    out.put(letter == '"' ? std::string_view{"\"\""} : std::string_view{&letter, 1});
  out.put('"');
}

void write_csv(const Report& report, const Sink& sink) {
  Pieces out(sink);
  bool first = true;
  for (const Column& column : report.columns) {
    if (column.where == Column::TextOnly) continue;
    out.text.put(first ? "" : ",", column.key);
    first = false;
  }
  out.text.put('\n');
  Row row;
  for (size_t i = 0; i < report.rows; ++i) {
    report.fill_row(i, row);
    first = true;
    for (size_t c = 0; c < row.size(); ++c) {
      if (report.columns[c].where == Column::TextOnly) continue;
      if (!first) out.text.put(',');
      first = false;
      if (const auto words = words_of(row[c]))
        append_csv(out.text, *words);
      else
        write_plain(row[c], out.text);
    }
    out.text.put('\n');
    out.end_row();
  }
}

}  // namespace wiretale
