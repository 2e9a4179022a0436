// Recognising filters that are one comparison.
#include "filter/display/comparison.h"

namespace wiretale::display {

std::optional<Comparison> only_comparison(const Program& program) {
  const Condition& asked = program.conditions[program.root];
  if (asked.kind != Ask::Compare && asked.kind != Ask::Present) return {};
  if (asked.quantifier != Quantifier::Any) return {};
  const Expression& left = program.expressions[asked.a];
  if (left.kind != Compute::Field || !left.ranges.empty() || left.fields.size() != 1) return {};
  if (asked.kind == Ask::Present) return Comparison{};
  const Expression& right = program.expressions[asked.b];
  const Type type = left.fields[0]->value_type();
  const Kind kind = kind_of(type);
  if (right.kind != Compute::Constant || right.constant.kind != kind || right.constant.negative) return {};
  const bool one_bit = kind == Kind::Boolean && left.fields[0]->place.width == 1;
  if ((kind != Kind::Integer && !one_bit) || is_signed(type)) return {};
  switch (asked.operation) {
    case TokenKind::Equal:
    case TokenKind::Less:
    case TokenKind::LessEqual:
    case TokenKind::Greater:
    case TokenKind::GreaterEqual: break;
    default: return {};
  }
  return Comparison{asked.operation, one_bit ? uint64_t{right.constant.number != 0} : right.constant.number};
}

}  // namespace wiretale::display
