// Display filters: from tokens to the syntax tree. From loose to tight: or; xor; and; not; comparisons, which
// may be chained (a == b == c); &; + -; * / %; a sign.
#include <charconv>

#include "base/letters.h"
#include "base/text.h"
#include "filter/display/syntax.h"

namespace wiretale::display {
namespace {

using Parsed = std::expected<Node, FilterError>;

constexpr unsigned deepest = 200;

bool is_comparison(TokenKind kind) { return kind >= TokenKind::Equal && kind <= TokenKind::GreaterEqual; }

/// "0", "-2", "0x10" of a range; what is left of the text stays.
std::expected<long, std::string_view> position(std::string_view& text) {
  const std::string_view whole = text;
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  int base = 10;
  if (text.starts_with("0x") || text.starts_with("0X")) {
    text.remove_prefix(2);
    base = 16;
  }
  long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc{} || value > INT32_MAX) return std::unexpected(whole);
  text.remove_prefix(static_cast<size_t>(end - text.data()));
  return negative ? -value : value;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// One of "i:length", "i:", ":length", "i-j", "i".
std::expected<Range, std::string> one_range(std::string_view text) {
  std::string_view rest = trimmed(text);
  const auto wrong = [&](std::string_view why) {
    return std::unexpected(text_of("the range \"", trimmed(text), "\" ", why));
  };
  if (rest.empty()) return wrong("is empty");
  Range range;
  if (!rest.starts_with(':')) {
    const auto first = position(rest);
    if (!first) return wrong("is not made of numbers");
    range.first = range.last = *first;
    rest = trimmed(rest);
    if (rest.empty()) return range;
    if (rest.starts_with('-')) {
      rest = trimmed(rest.substr(1));
      const auto last = position(rest);
      if (!last || !trimmed(rest).empty()) return wrong("is not made of numbers");
      range.last = *last;
      if ((range.first < 0) != (range.last < 0)) return wrong("has ends with different signs");
      if (range.first > range.last) return wrong("runs backwards");
      return range;
    }
  }
  if (!rest.starts_with(':')) return wrong("is not made of numbers");
  rest = trimmed(rest.substr(1));
  range.last = -1;
  if (rest.empty()) return range;
  const auto length = position(rest);
  if (!length || !trimmed(rest).empty()) return wrong("is not made of numbers");
  if (*length <= 0) return wrong("has no length");
  range.last = range.first + *length - 1;
  // From the end, at most up to the end.
  if (range.first < 0 && range.last >= 0) range.last = -1;
  return range;
}

class Parser {
 public:
  explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  Parsed run() {
    if (at(TokenKind::End)) return Node{};
    Parsed all = either();
    if (all && !at(TokenKind::End)) return unexpected();
    return all;
  }

 private:
  [[nodiscard]] const Token& token() const { return tokens_[next_]; }
  [[nodiscard]] bool at(TokenKind kind) const { return token().kind == kind; }
  bool take(TokenKind kind) {
    if (!at(kind)) return false;
    ++next_;
    return true;
  }

  [[nodiscard]] std::unexpected<FilterError> unexpected(std::string hint = {}) const {
    if (at(TokenKind::End)) {
      if (hint.empty()) hint = "a field, a value or a comparison has to follow";
      return std::unexpected(FilterError{"the filter ends too early", token().where, std::move(hint)});
    }
    if (hint.empty() && next_ > 0 && at(TokenKind::Word)) {
      for (const std::string_view word : {"and", "or", "not", "in", "eq", "ne", "contains", "matches"})
        if (same_letters(word, token().text)) hint = text_of("write ", word, " in lower case");
      if (hint.empty())
        hint = "expected a comparison, and, or, or the end; texts with spaces stand in \"...\"";
    }
    return std::unexpected(FilterError{"this was not expected here", token().where, std::move(hint)});
  }

  /// Counts how deep the filter is nested, which bounds the recursion.
  struct Depth {
    explicit Depth(Parser& parser) : parser_(parser) { ++parser_.depth_; }
    ~Depth() { --parser_.depth_; }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;
    Parser& parser_;
  };
  [[nodiscard]] bool too_deep() const { return depth_ > deepest; }
  [[nodiscard]] std::unexpected<FilterError> nested_too_deep() const {
    return std::unexpected(
        FilterError{"the filter is nested too deep", token().where, text_of("at most ", deepest, " levels")});
  }

  /// Reads operands with operators of one rank between them into one flat node.
  Parsed joined(Syntax kind, TokenKind sign, Parsed (Parser::*part)()) {
    Parsed first = (this->*part)();
    if (!first || !at(sign)) return first;
    Node all{.kind = kind, .where = first->where};
    all.children.push_back(std::move(*first));
    while (take(sign)) {
      Parsed next = (this->*part)();
      if (!next) return next;
      all.where = all.where.to(next->where);
      all.children.push_back(std::move(*next));
    }
    return all;
  }
  Parsed either() { return joined(Syntax::Or, TokenKind::Or, &Parser::one_of_both); }
  Parsed one_of_both() { return joined(Syntax::ExclusiveOr, TokenKind::ExclusiveOr, &Parser::both); }
  Parsed both() { return joined(Syntax::And, TokenKind::And, &Parser::negation); }

  Parsed negation() {
    const Depth depth(*this);
    if (too_deep()) return nested_too_deep();
    if (at(TokenKind::Not)) {
      const Span start = token().where;
      ++next_;
      Parsed inner = negation();
      if (!inner) return inner;
      Node node{.kind = Syntax::Not, .where = start.to(inner->where)};
      node.children.push_back(std::move(*inner));
      return node;
    }
    if (at(TokenKind::OpenParenthesis)) {
      const Span start = token().where;
      ++next_;
      Parsed inner = either();
      if (!inner) return inner;
      if (!at(TokenKind::CloseParenthesis)) {
        if (at(TokenKind::End))
          return std::unexpected(FilterError{"this parenthesis is not closed", start, "close it with )"});
        return unexpected();
      }
      inner->where = start.to(token().where);
      ++next_;
      if (at(TokenKind::Plus) || at(TokenKind::Minus) || at(TokenKind::Times) || at(TokenKind::Divide) ||
          is_comparison(token().kind))
        return unexpected("parentheses are for conditions; group values with { and }");
      return inner;
    }
    return relation();
  }

  Parsed relation() {
    Quantifier quantifier = Quantifier::None;
    const Span start = token().where;
    if (take(TokenKind::Any))
      quantifier = Quantifier::Any;
    else if (take(TokenKind::All))
      quantifier = Quantifier::All;
    Parsed left = operand();
    if (!left) return left;
    if (is_comparison(token().kind)) return comparisons(std::move(*left), quantifier, start);
    if (at(TokenKind::Contains) || at(TokenKind::Matches)) {
      const TokenKind operation = token().kind;
      ++next_;
      Parsed right = operand();
      if (!right) return right;
      return related(std::move(*left), operation, std::move(*right), quantifier, start);
    }
    if (at(TokenKind::In) || (at(TokenKind::Not) && tokens_[next_ + 1].kind == TokenKind::In))
      return membership(std::move(*left), quantifier, start);
    if (quantifier != Quantifier::None) return unexpected("any and all need a comparison");
    Node test{.kind = Syntax::Test, .where = left->where};
    test.children.push_back(std::move(*left));
    return test;
  }

  static Node related(Node left, TokenKind operation, Node right, Quantifier quantifier, Span start) {
    Node node{.kind = Syntax::Relation,
              .where = start.to(right.where),
              .operation = operation,
              .quantifier = quantifier};
    node.children.push_back(std::move(left));
    node.children.push_back(std::move(right));
    return node;
  }

  /// a == b, or a == b < c, which means a == b and b < c.
  Parsed comparisons(Node left, Quantifier quantifier, Span start) {
    Node all{.kind = Syntax::And};
    while (is_comparison(token().kind)) {
      const TokenKind operation = token().kind;
      ++next_;
      Parsed right = operand();
      if (!right) return right;
      Node next_left = is_comparison(token().kind) ? *right : Node{};
      all.children.push_back(related(std::move(left), operation, std::move(*right), quantifier, start));
      left = std::move(next_left);
    }
    if (all.children.size() == 1) return std::move(all.children.front());
    all.where = all.children.front().where.to(all.children.back().where);
    return all;
  }

  Parsed membership(Node left, Quantifier quantifier, Span start) {
    const bool negated = take(TokenKind::Not);
    ++next_;
    if (!take(TokenKind::OpenBrace)) return unexpected("a set stands in braces: {80, 443, 8000..8100}");
    Node node{.kind = Syntax::In, .where = start, .quantifier = quantifier};
    node.children.push_back(std::move(left));
    do {
      Parsed element = operand();
      if (!element) return element;
      if (take(TokenKind::DotDot)) {
        Parsed last = operand();
        if (!last) return last;
        Node range{.kind = Syntax::Range, .where = element->where.to(last->where)};
        range.children.push_back(std::move(*element));
        range.children.push_back(std::move(*last));
        *element = std::move(range);
      }
      node.children.push_back(std::move(*element));
    } while (take(TokenKind::Comma));
    if (!at(TokenKind::CloseBrace))
      return unexpected("the elements of a set stand between commas; } ends it");
    node.where = start.to(token().where);
    ++next_;
    if (!negated) return node;
    Node inverse{.kind = Syntax::Not, .where = node.where};
    inverse.children.push_back(std::move(node));
    return inverse;
  }

  /// Operators that associate to the left.
  template <class IsSign>
  Parsed arithmetic(IsSign is_sign, Parsed (Parser::*part)()) {
    Parsed left = (this->*part)();
    // Each operator makes the tree deeper by one.
    for (unsigned count = 0; left && is_sign(token().kind); ++count) {
      if (count > deepest) return nested_too_deep();
      const TokenKind operation = token().kind;
      ++next_;
      Parsed right = (this->*part)();
      if (!right) return right;
      Node node{.kind = Syntax::Arithmetic, .where = left->where.to(right->where), .operation = operation};
      node.children.push_back(std::move(*left));
      node.children.push_back(std::move(*right));
      *left = std::move(node);
    }
    return left;
  }
  Parsed operand() {
    const Depth depth(*this);
    if (too_deep()) return nested_too_deep();
    return arithmetic([](TokenKind kind) { return kind == TokenKind::BitAnd; }, &Parser::sum);
  }
  Parsed sum() {
    return arithmetic([](TokenKind kind) { return kind == TokenKind::Plus || kind == TokenKind::Minus; },
                      &Parser::product);
  }
  Parsed product() {
    return arithmetic([](TokenKind kind) { return kind >= TokenKind::Times && kind <= TokenKind::Modulo; },
                      &Parser::with_sign);
  }
  Parsed with_sign() {
    const Depth depth(*this);
    if (too_deep()) return nested_too_deep();
    if (!at(TokenKind::Minus) && !at(TokenKind::Plus)) return atom();
    const Token sign = token();
    ++next_;
    Parsed inner = with_sign();
    if (!inner) return inner;
    Node node{.kind = sign.kind == TokenKind::Minus ? Syntax::Negate : Syntax::Plus,
              .where = sign.where.to(inner->where)};
    node.children.push_back(std::move(*inner));
    return node;
  }

  Parsed atom() {
    const Token first = token();
    Parsed node = Node{.where = first.where, .text = first.text};
    switch (first.kind) {
      case TokenKind::Word:
        if (tokens_[next_ + 1].kind == TokenKind::OpenParenthesis) {
          node = function();
          break;
        }
        node->kind = Syntax::Word;
        ++next_;
        break;
      case TokenKind::FieldName: node->kind = Syntax::FieldName, ++next_; break;
      case TokenKind::Literal: node->kind = Syntax::Literal, ++next_; break;
      case TokenKind::String: node->kind = Syntax::String, ++next_; break;
      case TokenKind::Character: node->kind = Syntax::Character, ++next_; break;
      case TokenKind::Reference: node->kind = Syntax::Reference, ++next_; break;
      case TokenKind::OpenBrace:
        ++next_;
        node = operand();
        if (node && !take(TokenKind::CloseBrace)) return unexpected("} closes the group");
        break;
      default: return unexpected();
    }
    while (node && (at(TokenKind::Brackets) || at(TokenKind::Layer))) node = ranged(std::move(*node));
    return node;
  }

  Parsed function() {
    Node node{.kind = Syntax::Function, .where = token().where, .text = token().text};
    next_ += 2;
    if (!at(TokenKind::CloseParenthesis)) {
      do {
        Parsed argument = operand();
        if (!argument) return argument;
        node.children.push_back(std::move(*argument));
      } while (take(TokenKind::Comma));
    }
    if (!at(TokenKind::CloseParenthesis)) return unexpected("arguments stand between commas; ) ends them");
    node.where = node.where.to(token().where);
    ++next_;
    return node;
  }

  /// A slice or layers of what came before.
  Parsed ranged(Node inner) {
    const Token brackets = token();
    ++next_;
    Node node{.kind = brackets.kind == TokenKind::Layer ? Syntax::Layer : Syntax::Slice,
              .where = inner.where.to(brackets.where)};
    std::string_view rest = brackets.text;
    for (;;) {
      const size_t comma = rest.find(',');
      auto range = one_range(rest.substr(0, comma));
      if (!range)
        return std::unexpected(
            FilterError{std::move(range.error()), brackets.where,
                        "there are [i:length], [i-j], [i], [:length], [i:] and lists of them"});
      node.ranges.push_back(*range);
      if (comma == std::string_view::npos) break;
      rest.remove_prefix(comma + 1);
    }
    node.children.push_back(std::move(inner));
    return node;
  }

  std::vector<Token> tokens_;
  size_t next_ = 0;
  unsigned depth_ = 0;
};

}  // namespace

std::expected<Node, FilterError> parse(std::string_view filter) {
  auto tokens = lex(filter);
  if (!tokens) return std::unexpected(std::move(tokens.error()));
  return Parser(std::move(*tokens)).run();
}

}  // namespace wiretale::display
