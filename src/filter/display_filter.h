// Display filters: Wireshark's language for packets, over their field trees.
//
// A filter goes through five stages: lex (characters to tokens), parse (tokens to a syntax tree), check and
// compile (what is each word, do the types fit; a flat program), run.
#pragma once
#include "filter/display/error.h"
#include "filter/display/program.h"

namespace wiretale {

class DisplayFilter {
 public:
  explicit DisplayFilter(display::Program program) : program_(std::move(program)) {}

  /// The fields that have to be in the trees.
  [[nodiscard]] std::span<const Field* const> fields() const { return program_.fields; }
  /// What a person may want to know though nothing is wrong: a protocol that is not decoded.
  [[nodiscard]] std::span<const std::string> notes() const { return program_.notes; }
  /// Whether the packet passes. Not to be asked by two threads at once.
  [[nodiscard]] bool matches(const FieldTree& tree, const Packet& packet) {
    return run_.matches(program_, tree, packet);
  }

 private:
  display::Program program_;
  display::Run run_;
};

[[nodiscard]] std::expected<DisplayFilter, FilterError> compile_display_filter(std::string_view text);

}  // namespace wiretale
