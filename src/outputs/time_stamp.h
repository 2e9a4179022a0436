// The time stamp at the beginning of a packet's line, in tcpdump's five forms.
#pragma once
#include <optional>

#include "base/text.h"
#include "base/time.h"

namespace wiretale {

/// tcpdump's -t, -tt ... by the count of t's.
enum class TimeStampForm : uint8_t {
  TimeOfDay,      ///< 12:00:00.370122
  None,           ///< -t
  Seconds,        ///< -tt: since 1970
  SincePrevious,  ///< -ttt
  DateAndTime,    ///< -tttt
  SinceFirst,     ///< -ttttt
};

enum class TimePrecision : uint8_t { Micro, Nano };

/// A moment as tcpdump holds it: the fraction in units of the precision, cut rather than rounded.
struct SplitTime {
  int64_t seconds = 0;
  int32_t fraction = 0;  ///< a damaged file may hold a second or more, or less than none
  auto operator<=>(const SplitTime&) const = default;
};
[[nodiscard]] SplitTime split_time(Time time, TimePrecision precision);

/// Writes time stamps in local time. Asks the system for the zone's offset once per quarter of an hour of
/// packet time, not per packet (zone changes happen at such moments).
class TimeStamps {
 public:
  TimeStamps(TimeStampForm form, TimePrecision precision) : form_(form), precision_(precision) {}

  /// Appends the packet's stamp and a space; nothing for TimeStampForm::None.
  void append(Text& text, SplitTime time);

 private:
  [[nodiscard]] SplitTime between(SplitTime earlier, SplitTime later) const;
  void append_clock(Text& text, int64_t seconds_of_day, int32_t fraction) const;
  void append_local(Text& text, SplitTime time);
  void append_since(Text& text, SplitTime reference, SplitTime time) const;

  TimeStampForm form_;
  TimePrecision precision_;
  std::optional<SplitTime> reference_;
  int64_t quarter_ = INT64_MIN;      ///< for which the next two hold
  int64_t quarter_local_start_ = 0;  ///< seconds of the local day at its begin
  char date_[48] = {};               ///< "2024-06-01 "
};

}  // namespace wiretale
