// The syntax tree of a display filter: what it says, before anybody asks whether it makes sense.
#pragma once
#include <expected>
#include <vector>

#include "filter/display/token.h"

namespace wiretale::display {

enum class Syntax : unsigned char {
  Everything,  ///< the empty filter
  And,
  Or,
  ExclusiveOr,
  Not,
  Test,      ///< children: 1 operand that is present, or not zero
  Relation,  ///< children: 2 operands; `operation`
  In,        ///< children: the operand, then single operands and Ranges
  Range,     ///< children: from, to
  // operands
  Word,
  FieldName,
  Literal,
  String,
  Character,
  Reference,
  Slice,       ///< children: 1 operand; `ranges`
  Layer,       ///< children: 1 field; `ranges`
  Arithmetic,  ///< children: 2 operands; `operation`
  Negate,      ///< children: 1 operand
  Plus,        ///< children: 1 operand
  Function     ///< `text`: its name; children: the arguments
};

/// Which values of the left side have to fulfil a relation.
enum class Quantifier : unsigned char { None, Any, All };

/// Positions `first` to `last`; negative ones count from the end, -1 being the last.
struct Range {
  long first = 0, last = -1;
};

struct Node {
  Syntax kind = Syntax::Everything;
  Span where = {};
  std::string text = {};
  TokenKind operation = TokenKind::End;
  Quantifier quantifier = Quantifier::None;
  std::vector<Range> ranges = {};
  std::vector<Node> children = {};
};

[[nodiscard]] std::expected<Node, FilterError> parse(std::string_view filter);

}  // namespace wiretale::display
