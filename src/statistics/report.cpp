// Reports as text, JSON and CSV.
#include "statistics/report.h"

#include <algorithm>
#include <cmath>

namespace wiretale {
namespace {

/// The length of the valid UTF-8 sequence at the front, or 0.
size_t utf8_length(std::string_view words) {
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(words[i]); };
  const uint8_t first = byte(0);
  if (first < 0x80) return 1;
  const size_t length = first >= 0xf0 && first < 0xf5   ? 4
                        : first >= 0xe0 && first < 0xf0 ? 3
                        : first >= 0xc2 && first < 0xe0 ? 2
                                                        : 0;
  if (length == 0 || words.size() < length) return 0;
  for (size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xc0) != 0x80) return 0;
  if ((first == 0xe0 && byte(1) < 0xa0) || (first == 0xed && byte(1) > 0x9f) ||
      (first == 0xf0 && byte(1) < 0x90) || (first == 0xf4 && byte(1) > 0x8f))
    return 0;
  return length;
}

std::string shown(const Cell& cell, Unit unit) {
  if (const auto* words = std::get_if<std::string>(&cell)) return *words;
  if (const auto* number = std::get_if<int64_t>(&cell))
    return unit == Unit::Size ? size_text(static_cast<double>(*number))
                              : count_text(static_cast<uint64_t>(std::max<int64_t>(*number, 0)));
  if (const auto* number = std::get_if<double>(&cell)) {
    if (unit == Unit::Seconds) return duration_text({static_cast<int64_t>(*number * 1e9)});
    return text_of(Fixed{*number, 1}, unit == Unit::Percent ? "%" : "");
  }
  return "-";
}

void write_plain(const Cell& cell, Text& out) {
  if (const auto* number = std::get_if<int64_t>(&cell))
    out.put(*number);
  else if (const auto* real = std::get_if<double>(&cell))
    out.put(Fixed{*real, 6});
}

}  // namespace

std::string size_text(double bytes) {
  if (bytes < 1000) return text_of(static_cast<uint64_t>(bytes), " B");
  static constexpr std::string_view units[] = {"kB", "MB", "GB", "TB"};
  size_t unit = 0;
  for (bytes /= 1000; bytes >= 999.95 && unit + 1 < std::size(units); ++unit) bytes /= 1000;
  return text_of(Fixed{bytes, 1}, ' ', units[unit]);
}

std::string duration_text(Duration duration) {
  const double seconds = std::abs(duration.seconds());
  const std::string_view sign = duration.nanoseconds < 0 ? "-" : "";
  if (seconds < 1e-3) return text_of(sign, static_cast<uint64_t>(seconds * 1e6), " us");
  if (seconds < 0.01) return text_of(sign, Fixed{seconds * 1e3, 1}, " ms");
  if (seconds < 0.9995) return text_of(sign, static_cast<uint64_t>(seconds * 1e3 + 0.5), " ms");
  if (seconds < 99.95) return text_of(sign, Fixed{seconds, 1}, " s");
  const auto whole = static_cast<uint64_t>(seconds + 0.5);
  if (whole < 3600) return text_of(sign, whole / 60, " min ", Padded{whole % 60, 2, '0'}, " s");
  return text_of(sign, whole / 3600, " h ", Padded{whole / 60 % 60, 2, '0'}, " min");
}

std::string count_text(uint64_t count) {
  std::string digits = std::to_string(count);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<size_t>(at), ",");
  return digits;
}

void append_json(Text& out, std::string_view words) {
  out.put('"');
  while (!words.empty()) {
    const auto byte = static_cast<uint8_t>(words[0]);
    const size_t length = utf8_length(words);
    if (length == 0) {
      out.put("\\ufffd");
      words.remove_prefix(1);
      continue;
    }
    if (byte == '"' || byte == '\\')
      out.put('\\', words[0]);
    else if (byte < 0x20 || byte == 0x7f)
      out.put("\\u", Hex{byte, 4});
    else
      out.put(words.substr(0, length));
    words.remove_prefix(length);
  }
  out.put('"');
}

void write_text(const Report& report, Text& out) {
  std::vector<size_t> shown_columns;
  for (size_t i = 0; i < report.columns.size(); ++i)
    if (report.columns[i].where != Column::DataOnly) shown_columns.push_back(i);
  std::vector<std::vector<std::string>> cells;
  std::vector<size_t> widths;
  for (const size_t i : shown_columns) widths.push_back(report.columns[i].title.size());
  for (const auto& row : report.rows) {
    auto& line = cells.emplace_back();
    for (size_t c = 0; c < shown_columns.size(); ++c) {
      line.push_back(shown(row[shown_columns[c]], report.columns[shown_columns[c]].unit));
      widths[c] = std::max(widths[c], line.back().size());
    }
  }
  const auto put = [&](std::string_view words, size_t c) {
    const bool left = report.columns[shown_columns[c]].unit == Unit::Text;
    const size_t padding = widths[c] - std::min(widths[c], words.size());
    out.put(c == 0 ? " " : "  ");
    if (!left) out.fill(padding, ' ');
    out.put(words);
    if (left && c + 1 < shown_columns.size()) out.fill(padding, ' ');
  };
  for (size_t c = 0; c < shown_columns.size(); ++c) put(report.columns[shown_columns[c]].title, c);
  out.put('\n');
  for (const auto& line : cells) {
    for (size_t c = 0; c < line.size(); ++c) put(line[c], c);
    out.put('\n');
  }
  if (report.rows.size() < report.total_rows)
    out.put(' ', count_text(report.rows.size()), " of ", count_text(report.total_rows), ' ', report.noun,
            " shown\n");
}

void write_json(const Report& report, Text& out) {
  out.put("{\"schema\":\"", report.schema, "\",\"total\":", report.total_rows, ",\"", report.noun, "\":[");
  bool first_row = true;
  for (const auto& row : report.rows) {
    out.put(first_row ? "\n{" : ",\n{");
    first_row = false;
    bool first = true;
    for (size_t c = 0; c < row.size(); ++c) {
      if (report.columns[c].where == Column::TextOnly) continue;
      if (!first) out.put(',');
      first = false;
      append_json(out, report.columns[c].key);
      out.put(':');
      if (const auto* words = std::get_if<std::string>(&row[c]))
        append_json(out, *words);
      else if (std::holds_alternative<std::monostate>(row[c]))
        out.put("null");
      else
        write_plain(row[c], out);
    }
    out.put('}');
  }
  out.put("\n]}\n");
}

void write_csv(const Report& report, Text& out) {
  bool first = true;
  for (const Column& column : report.columns) {
    if (column.where == Column::TextOnly) continue;
    out.put(first ? "" : ",", column.key);
    first = false;
  }
  out.put('\n');
  for (const auto& row : report.rows) {
    first = true;
    for (size_t c = 0; c < row.size(); ++c) {
      if (report.columns[c].where == Column::TextOnly) continue;
      if (!first) out.put(',');
      first = false;
      const auto* words = std::get_if<std::string>(&row[c]);
      if (words == nullptr) {
        write_plain(row[c], out);
      } else if (words->find_first_of(",\"\n") == std::string::npos) {
        out.put(std::string_view{*words});
      } else {
        out.put('"');
        for (const char letter : *words)
          out.put(letter == '"' ? std::string_view{"\"\""} : std::string_view{&letter, 1});
        out.put('"');
      }
    }
    out.put('\n');
  }
}

}  // namespace wiretale
