// Time stamps in all forms of tcpdump -t, cached by the second.
#include "outputs/time_stamp.h"

#include <ctime>

namespace wiretale {
namespace {

constexpr int64_t seconds_per_day = 86'400;
constexpr int64_t quarter_of_an_hour = 900;

int64_t floor_divided(int64_t value, int64_t by) { return value / by - (value % by < 0 ? 1 : 0); }

/// tcpdump holds seconds in 32 bits with a sign and shows no time that is negative then.
bool is_unshowable(int64_t seconds) { return static_cast<int32_t>(seconds) < 0; }
constexpr std::string_view unshowable = "[Error converting time]";

}  // namespace

SplitTime split_time(Time time, TimePrecision precision) {
  const int64_t seconds = floor_divided(time.nanoseconds, 1'000'000'000);
  const auto nanoseconds = static_cast<int32_t>(time.nanoseconds - seconds * 1'000'000'000);
  return {seconds, precision == TimePrecision::Nano ? nanoseconds : nanoseconds / 1000};
}

SplitTime TimeStamps::between(SplitTime earlier, SplitTime later) const {
  const int32_t whole = precision_ == TimePrecision::Nano ? 1'000'000'000 : 1'000'000;
  if (later.fraction >= earlier.fraction)
    return {later.seconds - earlier.seconds, later.fraction - earlier.fraction};
  return {later.seconds - earlier.seconds - 1, later.fraction + whole - earlier.fraction};
}

void TimeStamps::append_clock(Text& text, int64_t seconds_of_day, int32_t fraction) const {
  const auto clock = static_cast<uint64_t>(seconds_of_day);
  text.put(Padded{clock / 3600, 2, '0'}, ':', Padded{clock / 60 % 60, 2, '0'}, ':',
           Padded{clock % 60, 2, '0'}, '.',
           Padded{static_cast<uint32_t>(fraction), precision_ == TimePrecision::Nano ? 9u : 6u, '0'});
}

void TimeStamps::append_local(Text& text, SplitTime time) {
  if (is_unshowable(time.seconds)) return text.append(unshowable);
  const int64_t quarter = floor_divided(time.seconds, quarter_of_an_hour);
  if (quarter != quarter_) {
    const std::time_t start = quarter * quarter_of_an_hour;
    std::tm local{};
    if (localtime_r(&start, &local) == nullptr) return text.append(unshowable);
    quarter_ = quarter;
    quarter_local_start_ = local.tm_hour * 3600 + local.tm_min * 60 + local.tm_sec;
    date_[std::strftime(date_, sizeof date_, "%Y-%m-%d ", &local)] = '\0';
  }
  const int64_t clock = quarter_local_start_ + (time.seconds - quarter * quarter_of_an_hour);
  if (clock >= seconds_per_day) {  // a zone whose offset is no multiple of 15 minutes
    quarter_ = INT64_MIN;
    const std::time_t moment = time.seconds;
    std::tm local{};
    if (localtime_r(&moment, &local) == nullptr) return text.append(unshowable);
    char date[sizeof date_];
    text.append(std::string_view{date, form_ == TimeStampForm::DateAndTime
                                           ? std::strftime(date, sizeof date, "%Y-%m-%d ", &local)
                                           : 0});
    return append_clock(text, local.tm_hour * 3600 + local.tm_min * 60 + local.tm_sec, time.fraction);
  }
  if (form_ == TimeStampForm::DateAndTime) text.append(std::string_view{date_});
  append_clock(text, clock, time.fraction);
}

void TimeStamps::append_since(Text& text, SplitTime reference, SplitTime time) const {
  const bool backwards = time < reference;
  const SplitTime since = backwards ? between(time, reference) : between(reference, time);
  text.append(backwards ? '-' : ' ');
  if (is_unshowable(since.seconds)) return text.append(unshowable);
  append_clock(text, since.seconds % seconds_per_day, since.fraction);
}

void TimeStamps::append(Text& text, SplitTime now) {
  switch (form_) {
    case TimeStampForm::None: return;
    case TimeStampForm::Seconds:
      if (is_unshowable(now.seconds))
        text.append(unshowable);
      else
        text.put(
            static_cast<uint32_t>(now.seconds), '.',
            Padded{static_cast<uint32_t>(now.fraction), precision_ == TimePrecision::Nano ? 9u : 6u, '0'});
      break;
    case TimeStampForm::SincePrevious:
    case TimeStampForm::SinceFirst:
      append_since(text, reference_.value_or(now), now);
      if (!reference_ || form_ == TimeStampForm::SincePrevious) reference_ = now;
      break;
    case TimeStampForm::TimeOfDay:
    case TimeStampForm::DateAndTime: append_local(text, now); break;
  }
  text.append(' ');
}

}  // namespace wiretale
