// A display filter ready to run: conditions over expressions, in flat lists that refer to each other by
// index.
#pragma once
#include <memory>

#include "filter/display/syntax.h"
#include "filter/display/value.h"

namespace wiretale::display {

/// A compiled regular expression (PCRE2), case-insensitive on bytes.
class Pattern {
 public:
  /// Or what is wrong with it, and at which byte.
  struct Mistake {
    std::string what;
    size_t at;
  };
  [[nodiscard]] static std::expected<Pattern, Mistake> compile(std::string_view text);
  [[nodiscard]] bool found_in(Bytes subject) const;

 private:
  struct Parts;
  explicit Pattern(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}
  std::shared_ptr<const Parts> parts_;
};

using Index = uint32_t;

enum class Compute : unsigned char {
  Field,     ///< all values of `fields` in the packet, of the `layers` if there are any
  Constant,  ///< `constant`
  Slice,     ///< `ranges` of each value of `a`
  Negate,
  Add,
  Subtract,
  Multiply,
  Divide,
  Remainder,
  BitwiseAnd,  ///< of each pair of values of `a` and `b`
  Length,
  Count,
  String,
  Upper,
  Lower,
  Largest,
  Smallest,  ///< of all values of `a` and, one after the other, `more`
  Absolute
};

struct Expression {
  Compute kind = Compute::Constant;
  Index a = 0, b = 0;
  std::vector<Index> more = {};
  std::vector<const Field*> fields = {};
  std::vector<Range> ranges = {};  ///< of bytes, or of layers
  Value constant = {};
};

enum class Ask : unsigned char {
  True,
  And,
  Or,
  ExclusiveOr,
  Not,  ///< of `parts`
  Present,
  NotZero,  ///< of `a`
  Compare,  ///< each (or all) of `a` with each of `b` by `operation`
  Contains,
  Matches,  ///< `a` and `pattern`
  In        ///< `a` and the pairs of `elements`
};

struct Condition {
  Ask kind = Ask::True;
  TokenKind operation = TokenKind::End;
  Quantifier quantifier = Quantifier::Any;
  Index a = 0, b = 0;
  std::vector<Index> parts = {};
  std::vector<std::pair<Index, Index>> elements = {};  ///< from, to; the same twice for a single value
  size_t pattern = 0;
};

struct Program {
  std::vector<Condition> conditions;
  std::vector<Expression> expressions;
  std::vector<Pattern> patterns;
  std::deque<std::string> contents;  ///< what the constants' bytes point into
  std::vector<const Field*> fields;  ///< all that it reads, each once
  std::vector<std::string> notes;    ///< what a person may want to know
  Index root = 0;
};

/// Checks that a filter makes sense, and makes it ready to run.
[[nodiscard]] std::expected<Program, FilterError> compile(const Node& filter);

/// Runs programs; keeps its memory from packet to packet.
class Run {
 public:
  [[nodiscard]] bool matches(const Program& program, const FieldTree& tree, const Packet& packet);

 private:
  struct Part {
    size_t first, count;
  };
  [[nodiscard]] bool holds(Index condition);
  [[nodiscard]] bool compare_all(const Condition& condition);
  /// Whether a side without values is one whose every division failed, which holds for all of them.
  [[nodiscard]] bool fails_for_all(const Condition& condition, Index expression);
  [[nodiscard]] bool any_in(const Condition& condition);
  /// Puts the values of an expression on the stack.
  Part evaluate(Index expression);
  Part read_fields(const Expression& expression);
  void slice(const Expression& expression, Part of);
  void combine(const Expression& expression, Part a, Part b);
  void apply(const Expression& expression, Part of);
  void extreme(const Expression& expression, size_t first);
  [[nodiscard]] Value result(const Expression& expression, const Value& value);

  const Program* program_ = nullptr;
  const FieldTree* tree_ = nullptr;
  const Packet* packet_ = nullptr;
  std::vector<Value> values_;  ///< a stack
  Storage storage_;
};

}  // namespace wiretale::display
