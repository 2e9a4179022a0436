// Points in time and spans of time, in whole nanoseconds.
#pragma once
#include <compare>
#include <cstdint>

namespace wiretale {

/// A span of time; negative when a capture's clock went back.
struct Duration {
  std::int64_t nanoseconds = 0;
  auto operator<=>(const Duration&) const = default;
  [[nodiscard]] constexpr double seconds() const { return static_cast<double>(nanoseconds) / 1e9; }
};
[[nodiscard]] constexpr Duration nanoseconds(std::int64_t n) { return {n}; }
[[nodiscard]] constexpr Duration microseconds(std::int64_t n) { return {n * 1'000}; }
[[nodiscard]] constexpr Duration milliseconds(std::int64_t n) { return {n * 1'000'000}; }
[[nodiscard]] constexpr Duration seconds(std::int64_t n) { return {n * 1'000'000'000}; }

/// Nanoseconds since 1970-01-01 00:00:00 UTC.
struct Time {
  std::int64_t nanoseconds = 0;
  auto operator<=>(const Time&) const = default;
};
[[nodiscard]] constexpr Duration operator-(Time a, Time b) { return {a.nanoseconds - b.nanoseconds}; }
[[nodiscard]] constexpr Time operator+(Time a, Duration d) { return {a.nanoseconds + d.nanoseconds}; }
[[nodiscard]] constexpr Duration operator+(Duration a, Duration b) { return {a.nanoseconds + b.nanoseconds}; }
[[nodiscard]] constexpr Duration operator-(Duration a, Duration b) { return {a.nanoseconds - b.nanoseconds}; }

}  // namespace wiretale
