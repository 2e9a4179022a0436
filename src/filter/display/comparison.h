// Filters that ask one thing of one number: "tcp.flags.reset == 1", "udp.port == 53", "tcp.analysis.flags".
#pragma once
#include <optional>

#include "filter/display/program.h"

namespace wiretale::display {

/// What any value of the field has to be.
struct Comparison {
  TokenKind operation = TokenKind::End;  ///< End: there has to be one
  uint64_t number = 0;

  [[nodiscard]] bool holds(uint64_t value) const {
    switch (operation) {
      case TokenKind::End: return true;
      case TokenKind::Equal: return value == number;
      case TokenKind::Less: return value < number;
      case TokenKind::LessEqual: return value <= number;
      case TokenKind::Greater: return value > number;
      case TokenKind::GreaterEqual: return value >= number;
      default: return false;
    }
  }
};

/// The comparison that a program is, if it is one of an unsigned number or a truth value.
[[nodiscard]] std::optional<Comparison> only_comparison(const Program& program);

}  // namespace wiretale::display
