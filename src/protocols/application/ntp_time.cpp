// NTP's time stamps as text.
#include "protocols/application/ntp_time.h"

#include <chrono>

namespace wiretale::ntp {

void put_ntp_time(Line& line, TimeStamp time) {
  line.put(time.seconds, '.', Padded{time.nanoseconds(), 9, '0'});
  if (time.seconds == 0) return;
  constexpr int64_t from_1900_to_1970 = 2'208'988'800;
  const std::chrono::sys_seconds point{std::chrono::seconds(int64_t{time.seconds} - from_1900_to_1970)};
  const auto day = std::chrono::floor<std::chrono::days>(point);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss clock{point - day};
  const auto two = [](int64_t number) { return Padded{static_cast<uint64_t>(number), 2, '0'}; };
  line.put(" (", int{date.year()}, '-', two(unsigned{date.month()}), '-', two(unsigned{date.day()}), 'T',
           two(clock.hours().count()), ':', two(clock.minutes().count()), ':', two(clock.seconds().count()),
           "Z)");
}

}  // namespace wiretale::ntp
