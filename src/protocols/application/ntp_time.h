// NTP's time stamps (RFC 5905 section 6), which RADIUS uses too.
#pragma once
#include "packet/line.h"

namespace wiretale::ntp {

/// Seconds since 1900 and their 2^32nd parts.
struct TimeStamp {
  uint32_t seconds, fraction;
  [[nodiscard]] uint32_t nanoseconds() const {
    return static_cast<uint32_t>(uint64_t{fraction} * 1'000'000'000 >> 32);
  }
};

[[nodiscard]] inline TimeStamp time_stamp(View in, size_t at) { return {in.u32(at), in.u32(at + 4)}; }

/// The seconds, and the date in UTC unless they are 0.
void put_ntp_time(Line& line, TimeStamp time);

}  // namespace wiretale::ntp
