// --mem-limit: how many flows fit into so much memory.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "flow/flow_table.h"

namespace wiretale {

/// Bytes that a run may take; flow tables get what is left beside the rest.
struct MemoryLimit {
  /// What a run takes before the first flow, threads and their batches included.
  static constexpr uint64_t usual_base = 32 << 20;
  static constexpr uint64_t least = 96 << 20;

  uint64_t bytes = 0;

  /// "256M", "1G", "70000k" (of 1024), "300000000"; nothing for other words and for less than the least.
  [[nodiscard]] static std::optional<MemoryLimit> parse(std::string_view words);
  [[nodiscard]] static std::string complaint(std::string_view words);
  /// For consumers that keep `beside` bytes for each live flow.
  [[nodiscard]] FlowLimits flows(uint64_t beside, uint64_t base = usual_base) const;
};

/// How flows have left a table, for the note at the end.
struct FlowCounts {
  uint64_t created = 0, closed = 0, idle = 0, evicted = 0, replaced = 0, left = 0;
  uint32_t most = 0;  ///< live at a time

  FlowCounts& operator+=(const FlowCounts& other);
  /// "at most 500,000 flows were kept at a time; of 10,061,234 ..."
  [[nodiscard]] std::string text() const;
};
[[nodiscard]] FlowCounts counts_of(const FlowTable& table);

}  // namespace wiretale
