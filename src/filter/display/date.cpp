// Dates and spans of time in display filters.
#include <strings.h>

#include <charconv>
#include <ctime>

#include "filter/display/literal.h"

namespace wiretale::display {
namespace {

constexpr int64_t second = 1'000'000'000;

/// Reads a text from its beginning.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool done() const { return rest_.empty(); }
  bool take(std::string_view words) {
    if (!rest_.starts_with(words)) return false;
    rest_.remove_prefix(words.size());
    return true;
  }
  bool spaces() {
    const size_t before = rest_.size();
    while (take(" ")) {
    }
    return rest_.size() != before;
  }
  /// A number of `fewest` to `most` digits, or -1.
  int number(size_t fewest, size_t most) {
    size_t count = 0;
    int value = 0;
    while (count < most && count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9')
      value = value * 10 + (rest_[count++] - '0');
    if (count < fewest) return -1;
    rest_.remove_prefix(count);
    return value;
  }
  /// ".123" as nanoseconds, 0 without. More than nine digits are dropped.
  int64_t fraction() {
    if (!take(".")) return 0;
    int64_t value = 0, unit = second;
    size_t count = 0;
    for (; count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9'; ++count)
      value += (unit /= 10) * (rest_[count] - '0');
    rest_.remove_prefix(count);
    return value;
  }
  /// 1 to 12, or 0.
  int month_name() {
    constexpr std::string_view names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (int i = 0; i < 12; ++i) {
      if (rest_.size() < 3 || strncasecmp(rest_.data(), names[i].data(), 3) != 0) continue;
      rest_.remove_prefix(3);
      return i + 1;
    }
    return 0;
  }

 private:
  std::string_view rest_;
};

bool exists(const tm& date) {
  const int year = date.tm_year + 1900;
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.tm_mon < 0 || date.tm_mon > 11) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int days = lengths[date.tm_mon] + (date.tm_mon == 1 && leap ? 1 : 0);
  return date.tm_mday >= 1 && date.tm_mday <= days && date.tm_hour >= 0 && date.tm_hour < 24 &&
         date.tm_min >= 0 && date.tm_min < 60 && date.tm_sec >= 0 && date.tm_sec <= 60;
}

/// hh:mm or hh:mm:ss, with a fraction behind the seconds.
bool read_clock(Reader& in, tm& date, int64_t& fraction, bool seconds_needed) {
  date.tm_hour = in.number(1, 2);
  if (date.tm_hour < 0 || !in.take(":")) return false;
  date.tm_min = in.number(1, 2);
  if (date.tm_min < 0) return false;
  if (!in.take(":")) return !seconds_needed;
  date.tm_sec = in.number(1, 2);
  fraction = in.fraction();
  return date.tm_sec >= 0;
}

/// The zone, if there is one: Z, UTC, +01:00, +0100. The minutes east of Greenwich go to `minutes`.
bool read_zone(Reader& in, std::optional<int>& minutes) {
  if (in.done()) return true;
  if (in.take("Z") || in.take("UTC") || in.take("GMT")) {
    minutes = 0;
    return true;
  }
  const int sign = in.take("+") ? 1 : in.take("-") ? -1 : 0;
  if (sign == 0) return false;
  const int hours = in.number(2, 2);
  const bool colon = in.take(":");
  const int rest = in.done() && !colon ? 0 : in.number(2, 2);
  if (hours < 0 || hours > 23 || rest < 0 || rest > 59) return false;
  minutes = sign * (hours * 60 + rest);
  return true;
}

std::optional<int64_t> point_in_time(tm date, int64_t fraction, std::optional<int> minutes_east) {
  if (!exists(date)) return {};
  date.tm_isdst = -1;
  const time_t seconds = minutes_east ? timegm(&date) - *minutes_east * 60 : mktime(&date);
  int64_t whole = 0;
  // What is too far away for nanoseconds is before or after everything.
  if (__builtin_mul_overflow(static_cast<int64_t>(seconds), second, &whole) ||
      __builtin_add_overflow(whole, fraction, &whole))
    return seconds < 0 ? INT64_MIN : INT64_MAX;
  return whole;
}

/// 2011-07-04, with or without a time behind it.
std::optional<int64_t> read_iso(Reader in) {
  tm date{};
  int64_t fraction = 0;
  std::optional<int> zone;
  in.spaces();
  const int year = in.number(4, 4);
  if (year < 0 || !in.take("-")) return {};
  date.tm_year = year - 1900;
  date.tm_mon = in.number(1, 2) - 1;
  if (!in.take("-")) return {};
  date.tm_mday = in.number(1, 2);
  if (!in.done()) {
    if (!in.take("T") && !in.spaces()) return {};
    if (!in.done() && !read_clock(in, date, fraction, false)) return {};
    if (in.spaces() && in.done()) return {};
    if (!read_zone(in, zone) || !in.done()) return {};
  }
  return point_in_time(date, fraction, zone);
}

/// Nov 12, 1999 08:55:44.123
std::optional<int64_t> read_american(Reader in) {
  tm date{};
  int64_t fraction = 0;
  std::optional<int> zone;
  date.tm_mon = in.month_name() - 1;
  if (date.tm_mon < 0 || !in.spaces()) return {};
  date.tm_mday = in.number(1, 2);
  if (!in.take(",")) return {};
  in.spaces();
  const int year = in.number(4, 4);
  if (year < 0 || !in.spaces()) return {};
  date.tm_year = year - 1900;
  if (!read_clock(in, date, fraction, true)) return {};
  in.spaces();
  if (!read_zone(in, zone) || !in.done()) return {};
  return point_in_time(date, fraction, zone);
}

}  // namespace

std::optional<int64_t> read_date(std::string_view text) {
  if (const auto iso = read_iso(Reader(text))) return iso;
  return read_american(Reader(text));
}

std::optional<int64_t> read_seconds(std::string_view text) {
  int64_t whole = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
  if (error != std::errc{} || text.starts_with('-')) return {};
  Reader rest(text.substr(static_cast<size_t>(end - text.data())));
  const int64_t fraction = rest.fraction();
  if (!rest.done()) return {};
  int64_t nanoseconds = 0;
  if (__builtin_mul_overflow(whole, second, &nanoseconds) ||
      __builtin_add_overflow(nanoseconds, fraction, &nanoseconds))
    return INT64_MAX;
  return nanoseconds;
}

}  // namespace wiretale::display
