// --mem-limit: how many flows fit into so much memory.
#include "flow/memory_limit.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace wiretale {

std::optional<MemoryLimit> MemoryLimit::parse(std::string_view words) {
  uint64_t number = 0;
  const auto [end, trouble] = std::from_chars(words.data(), words.data() + words.size(), number);
  if (trouble != std::errc{}) return std::nullopt;
  const std::string_view unit = words.substr(static_cast<size_t>(end - words.data()));
  const unsigned shift = unit.empty()                 ? 0
                         : unit == "k" || unit == "K" ? 10
                         : unit == "m" || unit == "M" ? 20
                         : unit == "g" || unit == "G" ? 30
                                                      : 64;
  if (shift == 64 || number > UINT64_MAX >> shift >> 8) return std::nullopt;
  const MemoryLimit limit{number << shift};
  return limit.bytes < least ? std::nullopt : std::optional(limit);
}

std::string MemoryLimit::complaint(std::string_view words) {
  return text_of("--mem-limit takes a size from ", least >> 20, "M on, not ", words);
}

FlowLimits MemoryLimit::flows(uint64_t beside, uint64_t base) const {
  // The index has two to four slots of 8 bytes a flow, and half as many again while it grows.
  constexpr uint64_t index = 48;
  const uint64_t flows = (bytes - base) / (sizeof(Flow) + index + beside);
  return {.most_flows = static_cast<uint32_t>(std::min<uint64_t>(flows, UINT32_MAX / 2))};
}

FlowCounts& FlowCounts::operator+=(const FlowCounts& other) {
  created += other.created;
  closed += other.closed;
  idle += other.idle;
  evicted += other.evicted;
  replaced += other.replaced;
  left += other.left;
  most += other.most;
  return *this;
}

FlowCounts counts_of(const FlowTable& table) {
  return {.created = table.created(),
          .closed = table.ended(FlowEnd::Closed),
          .idle = table.ended(FlowEnd::Idle),
          .evicted = table.ended(FlowEnd::Cap),
          .replaced = table.ended(FlowEnd::Replaced),
          .left = table.ended(FlowEnd::Finished),
          .most = table.most_flows()};
}

std::string FlowCounts::text() const {
  return text_of("at most ", Grouped{most}, " flows were kept at a time; of ", Grouped{created}, " flows ",
                 Grouped{evicted}, " were pushed out by newer ones, ", Grouped{closed}, " had closed, ",
                 Grouped{idle}, " were idle, ", Grouped{replaced},
                 " gave way to a new one between the same ports, ", Grouped{left}, " were there at the end");
}

}  // namespace wiretale
