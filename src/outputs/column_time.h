// The time column of packet lists: tshark's forms of -t and -u.
#pragma once
#include "base/text.h"
#include "base/time.h"

namespace wiretale {

enum class ColumnTime : uint8_t {
  SinceFirst,      ///< r
  SincePrevious,   ///< d
  SinceDisplayed,  ///< dd
  Epoch,           ///< e
  TimeOfDay,       ///< a, u
  Date,            ///< ad, ud
  DayOfYear,       ///< adoy, udoy
};
enum class TimeZone : uint8_t { Local, Utc };
/// -u: 358.085200 or 5m 58.085200s.
enum class SecondsForm : uint8_t { Plain, HoursMinutes };

struct ColumnTimeFormat {
  ColumnTime form = ColumnTime::SinceFirst;
  TimeZone zone = TimeZone::Local;
};

/// A span with so many decimals; it is cut, not rounded.
void append_span(Text& text, Duration span, unsigned decimals, SecondsForm form);
/// A moment in one of the absolute forms.
void append_moment(Text& text, Time time, unsigned decimals, ColumnTimeFormat format);
/// The decimals that a clock of so many units per second needs.
[[nodiscard]] unsigned decimals_of(uint64_t units_per_second);

}  // namespace wiretale
