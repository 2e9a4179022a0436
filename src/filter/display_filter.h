// Display filters: Wireshark's language for packets, over their field trees.
//
// A filter goes through five stages: lex (characters to tokens), parse (tokens to a syntax tree), check and
// compile (what is each word, do the types fit; a flat program), run.
#pragma once
#include "fields/header_values.h"
#include "filter/display/comparison.h"
#include "filter/display/error.h"
#include "filter/display/program.h"

namespace wiretale {

class DisplayFilter {
 public:
  explicit DisplayFilter(display::Program program) : program_(std::move(program)), headers_(program_.fields) {
    if (headers_.one_number()) comparison_ = display::only_comparison(program_);
  }

  /// The fields that have to be in the trees.
  [[nodiscard]] std::span<const Field* const> fields() const { return program_.fields; }
  /// What a person may want to know though nothing is wrong: a protocol that is not decoded.
  [[nodiscard]] std::span<const std::string> notes() const { return program_.notes; }
  /// Whether the packet passes. Not to be asked by two threads at once.
  [[nodiscard]] bool matches(const FieldTree& tree, const Packet& packet) {
    return run_.matches(program_, tree, packet);
  }
  /// Whether decide() may have answers: it reads only headers that the layer table knows.
  [[nodiscard]] bool reads_headers_only() const { return headers_.suffice(); }
  /// Whether decide() must be told what TCP segments mean.
  [[nodiscard]] bool needs_segments() const { return headers_.need_segments(); }
  /// The answer without a tree, from the packet's layers (and its segment) alone; nothing when it takes the
  /// tree.
  [[nodiscard]] std::optional<bool> decide(const Packet& packet, const SegmentFacts* segment = nullptr) {
    if (comparison_ && !HeaderValues::is_plain(packet)) return {};
    return decide_plain(packet, segment);
  }
  /// The same for a packet that is known to be plain (HeaderValues::is_plain).
  [[nodiscard]] std::optional<bool> decide_plain(const Packet& packet, const SegmentFacts* segment) {
    if (!headers_.suffice()) return {};
    if (comparison_)
      return headers_.any(packet, segment, [this](uint64_t value) { return comparison_->holds(value); });
    const FieldTree* const values = headers_.read(packet, segment);
    if (values == nullptr) return {};
    return matches(*values, packet);
  }

 private:
  display::Program program_;
  display::Run run_;
  HeaderValues headers_;
  std::optional<display::Comparison> comparison_;  ///< all that the filter asks
};

[[nodiscard]] std::expected<DisplayFilter, FilterError> compile_display_filter(std::string_view text);

}  // namespace wiretale
