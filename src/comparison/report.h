// A comparison as text for people and as JSON for programs.
#pragma once
#include "comparison/comparison.h"
#include "outputs/diagnosis.h"

namespace wiretale {

/// `findings`: of both captures, with what the other point says about each.
void write_comparison_text(const Comparison& comparison, std::span<const Finding> findings,
                           const TextStyle& style, Detail detail, Text& out);
/// The schema "wiretale/compare/1".
void write_comparison_json(const Comparison& comparison, std::span<const Finding> findings, Text& out);

/// "2.000134 s behind (+- 21 us)".
[[nodiscard]] std::string words_of(const ClockOffset& clocks);

}  // namespace wiretale
