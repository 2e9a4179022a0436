// io,stat: frames, bytes or values of fields by interval of time.
#include <algorithm>
#include <cmath>

#include "statistics/tshark/all.h"
#include "statistics/tshark/io_column.h"

namespace wiretale {
namespace {

unsigned digits_of_seconds(uint64_t seconds) {
  unsigned digits = 1;
  for (; seconds >= 10 && digits < 5; seconds /= 10) ++digits;
  return digits;
}

/// Times of the table: how they are rounded and how much room they take.
struct TimeForm {
  uint64_t interval, duration;  ///< microseconds
  unsigned decimals;
  unsigned digits;        ///< of the seconds before rounding, which numbers are aligned to
  unsigned round_digits;  ///< after rounding, which the columns are as wide as
  bool one_interval;

  void append(Text& text, uint64_t time, unsigned width) const {
    text.put(Padded{time / 1'000'000, width});
    if (decimals == 0) return;
    uint64_t unit = 1'000'000;
    for (unsigned i = 0; i < decimals; ++i) unit /= 10;
    text.put('.', Padded{time % 1'000'000 / unit, decimals, '0'});
  }
};

TimeForm time_form(uint64_t interval, uint64_t duration) {
  TimeForm form{};
  form.duration = duration;
  form.one_interval = interval == 0 || interval >= duration;
  form.interval = form.one_interval ? duration : interval;
  form.digits = digits_of_seconds(duration / 1'000'000);
  if (form.one_interval) {
    form.decimals = form.digits >= 2 ? 1 : 3;
  } else {
    form.decimals = 6;
    for (uint64_t unit = 10; unit < 10'000'000 && form.interval % unit == 0; unit *= 10) --form.decimals;
  }
  uint64_t unit = 1'000'000;
  for (unsigned i = 0; i < form.decimals; ++i) unit /= 10;
  uint64_t rounded = duration;
  if (duration % unit > unit / 2) rounded = (duration + unit / 2) / unit * unit;
  form.round_digits = digits_of_seconds(rounded / 1'000'000);
  if (form.decimals > 0) {
    form.duration = rounded;
    if (form.one_interval) form.interval = rounded;
  }
  return form;
}

class IoStatistic final : public Statistic {
 public:
  IoStatistic(uint64_t interval, std::vector<IoColumn> columns)
      : interval_(interval), columns_(std::move(columns)) {
    for (IoColumn& column : columns_)
      if (!column.fields().empty() &&
          std::none_of(columns_.begin(), columns_.end(),
                       [&](const IoColumn& each) { return each.filter_reads(column.fields()); }))
        column.count_nothing();
  }

  StatisticNeeds needs() const override {
    StatisticNeeds needs;
    for (const IoColumn& column : columns_) column.add_needs(needs);
    return needs;
  }

  void add(const SeenPacket& seen) override {
    const auto into =
        static_cast<uint64_t>(std::max<int64_t>((seen.since_first.nanoseconds + 500) / 1000, 0));
    duration_ = into;
    const size_t index = interval_ == 0 ? 0 : into / interval_;
    if (index >= most_intervals) return;
    for (IoColumn& column : columns_) column.add(seen, index, interval_);
  }

  void report(Text& text) override;

 private:
  /// More would fill the memory before the screen.
  static constexpr size_t most_intervals = 4'000'000;

  void append_line(Text& text, size_t from, std::string_view end = "|") const {
    const size_t used = text.size() - from;
    text.fill(used + end.size() < border_ ? border_ - used - end.size() : 0, ' ');
    text.put(end, '\n');
  }
  void append_head(Text& text, const TimeForm& form) const;
  void append_columns(Text& text) const;
  void append_titles(Text& text, const TimeForm& form, size_t time_width) const;
  void append_rows(Text& text, const TimeForm& form) const;
  void end_row(Text& text, size_t from) const {
    if (table_ < border_)
      append_line(text, from);
    else
      text.put('\n');
  }

  uint64_t interval_;
  std::vector<IoColumn> columns_;
  uint64_t duration_ = 0;
  size_t border_ = 0, table_ = 0;
  static constexpr size_t widest_title = 16;  ///< columns that are wider have none
};

void IoStatistic::append_head(Text& text, const TimeForm& form) const {
  const auto blank = [&] {
    const size_t from = text.size();
    text.put('|');
    append_line(text, from);
  };
  size_t from = text.size();
  text.put("| IO Statistics");
  append_line(text, from);
  blank();
  from = text.size();
  text.put("| Duration: ");
  if (form.decimals == 0)
    text.put(form.duration / 1'000'000, '.', Padded{form.duration % 1'000'000, 6});
  else
    form.append(text, form.duration, 1);
  text.put(" secs");
  append_line(text, from);
  from = text.size();
  text.put("| Interval: ");
  form.append(text, form.interval, form.one_interval ? 1 : form.digits);
  text.put(" secs");
  const size_t missing = form.one_interval ? 0 : form.round_digits - form.digits;
  const size_t used = text.size() - from + missing + 1;
  text.fill(used < border_ ? border_ - used : 0, ' ');
  text.put("|\n");
  blank();
}

void IoStatistic::append_columns(Text& text) const {
  const size_t room = std::max<size_t>(border_, 102) - 11;
  for (size_t i = 0; i < columns_.size(); ++i) {
    std::string_view rest = columns_[i].text().empty() ? std::string_view{"Frames and bytes"}
                                                       : std::string_view{columns_[i].text()};
    for (bool first = true; first || !rest.empty(); first = false) {
      const size_t from = text.size();
      if (!first)
        text.put("|        ");
      else
        text.put(i == 0 ? "| Col" : "|    ", Padded{i + 1, 2}, ": ");
      const std::string_view part = rest.substr(0, room);
      text.put(part);
      rest.remove_prefix(part.size());
      append_line(text, from, " |");
    }
  }
  text.put('|');
  text.fill(border_ - 2, '-');
  text.put("|\n");
}

void IoStatistic::append_titles(Text& text, const TimeForm&, size_t time_width) const {
  size_t from = text.size();
  text.put('|');
  text.fill(time_width + 2, ' ');
  text.put('|');
  for (size_t i = 0; i < columns_.size(); ++i) {
    const IoColumn& column = columns_[i];
    const size_t start = text.size();
    text.put(i + 1);
    size_t width = column.width() + 2;
    if (column.what() == IoColumn::What::FramesAndBytes) width += column.bytes_width() + 3;
    text.fill(width - std::min(width, text.size() - start), ' ');
    text.put('|');
  }
  end_row(text, from);
  from = text.size();
  text.put("| Interval");
  text.fill(time_width - 8, ' ');
  text.put(" |");
  const auto title = [&](std::string_view words, size_t width) {
    if (width > widest_title) return;
    const size_t gap = width - words.size();
    text.fill(1 + (gap + 1) / 2, ' ');
    text.put(words);
    text.fill(1 + gap / 2, ' ');
    text.put('|');
  };
  for (const IoColumn& column : columns_) {
    title(column.title(), column.width());
    if (column.what() == IoColumn::What::FramesAndBytes) title("Bytes", column.bytes_width());
  }
  end_row(text, from);
  from = text.size();
  text.put('|');
  text.fill(table_ - 2, '-');
  text.put('|');
  end_row(text, from);
}

void IoStatistic::append_rows(Text& text, const TimeForm& form) const {
  if (form.duration == 0) return;
  const uint64_t step = std::max<uint64_t>(form.interval, 1);
  size_t index = 0;
  for (uint64_t start = 0; start < form.duration && index < most_intervals; start += step, ++index) {
    const uint64_t end = std::min(start + step, form.duration);
    const bool last = start + step >= form.duration;
    text.put("| ");
    if (form.decimals > 0) {
      form.append(text, start, form.digits);
      text.put(" <> ");
      form.append(text, end, form.digits);
      text.put(" |");
    } else {
      if (form.round_digits == 1) text.put(' ');
      form.append(text, start, form.digits);
      text.put(" <> ");
      if (!last) {
        form.append(text, end, form.digits);
        text.put(form.round_digits == 1 ? "  |" : " |");
      } else if (form.round_digits <= 2) {
        text.put("Dur|");
      } else {
        text.put(Left{"Dur", form.round_digits}, " |");
      }
    }
    for (const IoColumn& column : columns_) {
      text.put(' ');
      // tshark takes a last interval that is cut for a whole one where times are whole seconds.
      column.append_value(text, index, form.decimals > 0 ? end - start : step, column.width());
      text.put(" |");
      if (column.what() != IoColumn::What::FramesAndBytes) continue;
      text.put(' ');
      column.append_bytes(text, index, column.bytes_width());
      text.put(" |");
    }
    // Rows whose times are narrower than the column are as much shorter.
    if (table_ < border_) {
      text.fill(border_ - table_ - 1, ' ');
      text.put('|');
    }
    text.put('\n');
  }
}

void IoStatistic::report(Text& text) {
  const TimeForm form = time_form(interval_, duration_);
  const size_t time_width =
      std::max<size_t>(2 * (form.round_digits + (form.decimals > 0 ? 1 + form.decimals : 0)) + 4, 8);
  border_ = form.one_interval    ? 32 + std::max(form.digits, form.decimals)
            : form.decimals == 0 ? 25 + form.digits
                                 : 26 + form.digits + form.decimals;
  for (const IoColumn& column : columns_)
    border_ = std::max(border_, std::min<size_t>(column.text().size() + 11, 102));
  table_ = time_width + 4;
  for (const IoColumn& column : columns_) {
    table_ += column.width() + 3;
    if (column.what() == IoColumn::What::FramesAndBytes) table_ += column.bytes_width() + 3;
  }
  border_ = std::max(border_, table_);
  // There is no room for a frame of one character.
  if (border_ == table_ + 1) ++border_;
  text.put('\n');
  text.fill(border_, '=');
  text.put('\n');
  append_head(text, form);
  append_columns(text);
  append_titles(text, form, time_width);
  append_rows(text, form);
  text.fill(border_, '=');
  text.put('\n');
}

}  // namespace

MadeStatistic make_io_statistic(const StatisticArgument& argument) {
  constexpr double longest = 10'000'000;  // seconds
  const size_t comma = argument.rest.find(',');
  const std::string number(argument.rest.substr(0, comma));
  char* end = nullptr;
  const double seconds = std::strtod(number.c_str(), &end);
  if (end == number.c_str() || !std::isfinite(seconds))
    return std::unexpected(
        StatisticError{"io,stat wants an interval in seconds: io,stat,1 or io,stat,0.5,tcp"});
  const uint64_t interval = seconds <= 0 ? 0 : static_cast<uint64_t>(std::min(seconds, longest) * 1e6 + 0.5);
  std::vector<IoColumn> columns;
  std::string_view rest =
      comma == std::string_view::npos ? std::string_view{} : argument.rest.substr(comma + 1);
  for (bool more = true; more;) {
    const size_t next = rest.find(',');
    auto column = IoColumn::make(rest.substr(0, next));
    if (!column) return std::unexpected(std::move(column.error()));
    columns.push_back(std::move(*column));
    more = next != std::string_view::npos;
    if (more) rest.remove_prefix(next + 1);
  }
  return std::make_unique<IoStatistic>(interval, std::move(columns));
}

}  // namespace wiretale
