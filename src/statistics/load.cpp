// Load: packets and bytes per interval of time.
#include "statistics/load.h"

#include <algorithm>

#include "statistics/row_order.h"

namespace wiretale {
namespace {

constexpr int64_t millisecond = 1'000'000, second = 1'000 * millisecond, minute = 60 * second,
                  hour = 60 * minute, day = 24 * hour;
/// Each is a multiple of the one before.
constexpr int64_t steps[] = {
    millisecond, 10 * millisecond, 100 * millisecond, second, 10 * second, minute, 10 * minute, hour, day};
constexpr size_t bar_width = 40;

}  // namespace

Load::Load(Duration interval)
    : chosen_(interval.nanoseconds > 0), interval_(chosen_ ? interval.nanoseconds : steps[0]) {}

int64_t Load::next_step(int64_t interval) {
  for (const int64_t step : steps)
    if (step > interval) return step;
  return interval * 10;
}

std::vector<Load::Slot> Load::joined(const std::vector<Slot>& slots, size_t count) {
  std::vector<Slot> wide((slots.size() + count - 1) / count);
  for (size_t i = 0; i < slots.size(); ++i) {
    wide[i / count].packets += slots[i].packets;
    wide[i / count].bytes += slots[i].bytes;
  }
  return wide;
}

void Load::widen() {
  const int64_t wider = chosen_ ? interval_ * 10 : next_step(interval_);
  slots_ = joined(slots_, static_cast<size_t>(wider / interval_));
  interval_ = wider;
}

Load::Slot& Load::slot_at(int64_t time) {
  // Damaged time stamps may be anything that 64 bits hold; 146 years from 1970 are enough.
  constexpr int64_t furthest = INT64_MAX / 2;
  time = std::clamp(time, -furthest, furthest);
  if (!begun_) {
    begun_ = true;
    origin_ = time;
  }
  if (time < origin_) {
    const uint64_t distance = static_cast<uint64_t>(origin_) - static_cast<uint64_t>(time);
    const auto missing = [&] {
      const auto interval = static_cast<uint64_t>(interval_);
      return distance / interval + (distance % interval != 0 ? 1 : 0);
    };
    while (missing() + slots_.size() > most) widen();
    slots_.insert(slots_.begin(), missing(), Slot{});
    origin_ =
        static_cast<int64_t>(static_cast<uint64_t>(origin_) - missing() * static_cast<uint64_t>(interval_));
    return slots_.front();
  }
  const uint64_t distance = static_cast<uint64_t>(time) - static_cast<uint64_t>(origin_);
  while (distance / static_cast<uint64_t>(interval_) >= most) widen();
  const size_t at = distance / static_cast<uint64_t>(interval_);
  if (at >= slots_.size()) slots_.resize(at + 1);
  return slots_[at];
}

void Load::see(std::span<const Packet> packets) {
  for (const Packet& packet : packets) {
    Slot& slot = slot_at(packet.time.nanoseconds);
    ++slot.packets;
    slot.bytes += packet.wire_length;
  }
}

Report Load::report(std::string_view sort_by, size_t top) const {
  Report report{.schema = "wiretale/stats-io/1", .noun = "intervals"};
  report.columns = {{"FROM", "", Unit::Text, Column::TextOnly},
                    {"", "since_first", Unit::Seconds, Column::DataOnly},
                    {"", "interval", Unit::Seconds, Column::DataOnly},
                    {"PKTS", "packets", Unit::Count},
                    {"BYTES", "bytes", Unit::Size},
                    {"BITS/S", "", Unit::Text, Column::TextOnly},
                    {"", "bits_per_second", Unit::Count, Column::DataOnly},
                    {"BYTES IN INTERVAL", "", Unit::Text, Column::TextOnly},
                    {"", "start", Unit::Instant, Column::DataOnly}};
  auto slots = slots_;
  int64_t interval = interval_;
  while (!chosen_ && slots.size() > usual_rows) {
    const int64_t wider = next_step(interval);
    slots = joined(slots, static_cast<size_t>(wider / interval));
    interval = wider;
  }
  uint64_t most_bytes = 1;
  for (const Slot& slot : slots) most_bytes = std::max(most_bytes, slot.bytes);
  auto order = largest_first(slots.size(), top, [&](uint32_t i) {
    return sort_by == "bytes" ? slots[i].bytes : sort_by == "packets" ? slots[i].packets : 0;
  });
  report.total_rows = slots.size();
  report.rows = order.size();
  report.fill_row = [origin = origin_, interval, most_bytes, slots = std::move(slots),
                     order = std::move(order)](size_t row, Row& cells) {
    const Slot& slot = slots[order[row]];
    // As a floating-point number: damaged time stamps may lie further apart than 63 bits.
    const double since = static_cast<double>(order[row]) * static_cast<double>(interval) / 1e9;
    const double rate = static_cast<double>(slot.bytes) * 8e9 / static_cast<double>(interval);
    Text bits(32);
    append_size(bits, static_cast<uint64_t>(rate));
    std::string rate_text(bits.view());
    rate_text.back() = 'b';  // the same with bits: "1.2 Mb"
    const size_t bar = slot.bytes * bar_width / most_bytes;
    cells = {Cell{text_of(Fixed{since, interval < second ? 3 : 0}, " s")},
             Cell{since},
             Cell{static_cast<double>(interval) / 1e9},
             Cell{static_cast<int64_t>(slot.packets)},
             Cell{static_cast<int64_t>(slot.bytes)},
             Cell{std::move(rate_text)},
             Cell{static_cast<int64_t>(rate)},
             Cell{std::string(slot.bytes == 0 ? 0 : std::max<size_t>(bar, 1), '#')},
             Cell{static_cast<double>(origin) / 1e9 + since}};
  };
  return report;
}

LoadPlot Load::plot() const {
  constexpr size_t most_points = 850;  // as wide as the picture
  auto slots = slots_;
  int64_t interval = interval_;
  while (!chosen_ && slots.size() > most_points) {
    const int64_t wider = next_step(interval);
    slots = joined(slots, static_cast<size_t>(wider / interval));
    interval = wider;
  }
  LoadPlot plot{.title = text_of("bits per second, intervals of ", duration_text({interval})),
                .interval = {interval},
                .bits_per_second = {}};
  for (const Slot& slot : slots)
    plot.bits_per_second.push_back(static_cast<double>(slot.bytes) * 8e9 / static_cast<double>(interval));
  return plot;
}

}  // namespace wiretale
