// The time column of packet lists.
#include "outputs/column_time.h"

#include <ctime>

namespace wiretale {
namespace {

constexpr uint64_t per_second = 1'000'000'000;

void append_fraction(Text& text, uint64_t nanoseconds, unsigned decimals) {
  if (decimals == 0) return;
  for (unsigned i = decimals; i < 9; ++i) nanoseconds /= 10;
  text.put('.', Padded{nanoseconds, decimals, '0'});
}

}  // namespace

void append_span(Text& text, Duration span, unsigned decimals, SecondsForm form) {
  const bool negative = span.nanoseconds < 0;
  const uint64_t size = negative ? uint64_t{0} - static_cast<uint64_t>(span.nanoseconds)
                                 : static_cast<uint64_t>(span.nanoseconds);
  uint64_t seconds = size / per_second;
  if (negative) text.append(form == SecondsForm::Plain ? "-" : "- ");
  if (form == SecondsForm::Plain) {
    text.append(seconds);
    return append_fraction(text, size % per_second, decimals);
  }
  if (seconds >= 3600) text.put(seconds / 3600, "h ", Padded{seconds / 60 % 60, 2}, "m ");
  if (seconds >= 60 && seconds < 3600) text.put(seconds / 60, "m ");
  text.append(Padded{seconds % 60, 2});
  append_fraction(text, size % per_second, decimals);
  text.append('s');
}

void append_moment(Text& text, Time time, unsigned decimals, ColumnTimeFormat format) {
  const int64_t whole = static_cast<int64_t>(per_second);
  const int64_t fraction = (time.nanoseconds % whole + whole) % whole;
  const time_t seconds = (time.nanoseconds - fraction) / whole;
  if (format.form == ColumnTime::Epoch) {
    text.append(static_cast<int64_t>(seconds));
    return append_fraction(text, static_cast<uint64_t>(fraction), decimals);
  }
  // The same second comes again and again.
  struct Cache {
    time_t seconds = -1;
    ColumnTimeFormat format;
    char words[64];
    size_t size = 0;
  };
  thread_local Cache cache;
  if (seconds != cache.seconds || format.form != cache.format.form || format.zone != cache.format.zone) {
    tm date{};
    if (format.zone == TimeZone::Utc)
      gmtime_r(&seconds, &date);
    else
      localtime_r(&seconds, &date);
    const char* const pattern = format.form == ColumnTime::Date        ? "%Y-%m-%d %H:%M:%S"
                                : format.form == ColumnTime::DayOfYear ? "%Y/%j %H:%M:%S"
                                                                       : "%H:%M:%S";
    cache.size = std::strftime(cache.words, sizeof cache.words, pattern, &date);
    cache.seconds = seconds;
    cache.format = format;
  }
  text.append(std::string_view{cache.words, cache.size});
  append_fraction(text, static_cast<uint64_t>(fraction), decimals);
}

unsigned decimals_of(uint64_t units_per_second) {
  unsigned decimals = 0;
  for (uint64_t power = 1; power < units_per_second && decimals < 9; power *= 10) ++decimals;
  return decimals;
}

}  // namespace wiretale
