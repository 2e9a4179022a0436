// Display filters: from the syntax tree to the program. Finds out what each word is, what types the operands
// have and whether they fit together; literals get the type of what they stand beside.
#include <algorithm>

#include "base/text.h"
#include "filter/display/literal.h"
#include "filter/display/program.h"
#include "protocols/field_index.h"

namespace wiretale::display {
namespace {

/// An operand that was understood.
struct Operand {
  Index index = 0;
  Type type = Type::None;
  const Field* field = nullptr;  ///< behind the values, for names and messages
  bool constant = false;
  bool slice = false;
};

template <class Result>
using Or = std::expected<Result, FilterError>;

bool is_literal_kind(Syntax kind) {
  return kind == Syntax::Literal || kind == Syntax::String || kind == Syntax::Character;
}

struct FunctionForm {
  std::string_view name;
  Compute compute;
  size_t fewest, most;  ///< arguments
};
constexpr FunctionForm functions[] = {{"len", Compute::Length, 1, 1},     {"count", Compute::Count, 1, 1},
                                      {"string", Compute::String, 1, 1},  {"upper", Compute::Upper, 1, 1},
                                      {"lower", Compute::Lower, 1, 1},    {"max", Compute::Largest, 1, 100},
                                      {"min", Compute::Smallest, 1, 100}, {"abs", Compute::Absolute, 1, 1}};

bool is_name(std::string_view word) { return !find_fields(word).empty() || is_protocol_not_decoded(word); }

/// Whether values of two types can be compared.
bool fit(const Operand& a, const Operand& b) {
  const Kind first = kind_of(a.type), second = kind_of(b.type);
  if (first == second) return first != Kind::None;
  const auto has_bytes = [](Kind kind) {
    return kind == Kind::Text || kind == Kind::Ipv4 || kind == Kind::Ipv6 || kind == Kind::Protocol;
  };
  return (a.slice && has_bytes(second)) || (b.slice && has_bytes(first));
}

bool can_compute(Compute operation, Kind kind) {
  if (kind == Kind::Integer) return true;
  if (operation == Compute::BitwiseAnd)
    return kind == Kind::Bytes || kind == Kind::Ipv4 || kind == Kind::Ipv6;
  if (kind == Kind::Real) return true;
  return kind == Kind::Span && (operation == Compute::Add || operation == Compute::Subtract);
}

class Checker {
 public:
  Or<Program> run(const Node& filter) {
    auto root = condition(filter);
    if (!root) return std::unexpected(std::move(root.error()));
    program_.root = *root;
    return std::move(program_);
  }

 private:
  static std::unexpected<FilterError> wrong(Span where, std::string what, std::string hint = {}) {
    return std::unexpected(FilterError{std::move(what), where, std::move(hint)});
  }

  Index add(Condition condition) {
    program_.conditions.push_back(std::move(condition));
    return static_cast<Index>(program_.conditions.size() - 1);
  }
  Index add(Expression expression) {
    program_.expressions.push_back(std::move(expression));
    return static_cast<Index>(program_.expressions.size() - 1);
  }

  // --- conditions ---

  Or<Index> condition(const Node& node) {
    switch (node.kind) {
      case Syntax::And: return joined(node, Ask::And);
      case Syntax::Or: return joined(node, Ask::Or);
      case Syntax::ExclusiveOr: return joined(node, Ask::ExclusiveOr);
      case Syntax::Not: return joined(node, Ask::Not);
      case Syntax::Test: return test(node.children[0]);
      case Syntax::Relation: return relation(node);
      case Syntax::In: return membership(node);
      default: return add(Condition{});
    }
  }

  Or<Index> joined(const Node& node, Ask kind) {
    Condition all{.kind = kind};
    for (const Node& child : node.children) {
      auto part = condition(child);
      if (!part) return part;
      all.parts.push_back(*part);
    }
    return add(std::move(all));
  }

  Or<Index> test(const Node& node) {
    if (is_literal_kind(node.kind))
      return wrong(node.where, "a value alone is not a question", "compare it with a field");
    if (node.kind == Syntax::Function)
      return wrong(node.where, text_of("whether ", node.text, "() is present cannot be asked"),
                   "compare its value");
    if (node.kind == Syntax::Reference)
      return wrong(node.where, "a reference alone is not a question", "compare it with a field");
    auto asked = operand(node, {});
    if (!asked) return std::unexpected(std::move(asked.error()));
    if (asked->constant)
      return wrong(node.where, "constants alone are not a question", "compare a field with them");
    const bool computed = node.kind == Syntax::Arithmetic || node.kind == Syntax::Negate;
    return add(Condition{.kind = computed ? Ask::NotZero : Ask::Present, .a = asked->index});
  }

  /// The left side of a relation, which has to tell the type.
  Or<Operand> left_side(const Node& node) {
    if (is_literal_kind(node.kind))
      return wrong(node.where, "the left side has to be a field or a function",
                   "turn the comparison around: the value stands on the right");
    auto left = operand(node, {});
    if (left && left->constant)
      return wrong(node.where, "the left side is a constant", "a field or a function has to be in it");
    return left;
  }

  static Quantifier quantifier_of(const Node& node) {
    if (node.quantifier != Quantifier::None) return node.quantifier;
    return node.operation == TokenKind::NotEqual || node.operation == TokenKind::AllEqual ? Quantifier::All
                                                                                          : Quantifier::Any;
  }

  Or<Index> relation(const Node& node) {
    const Node &left_node = node.children[0], &right_node = node.children[1];
    if (node.operation == TokenKind::Matches) return matching(node);
    auto left = left_side(left_node);
    if (!left) return std::unexpected(std::move(left.error()));
    Wanted wanted{left->type, left->field};
    const Kind kind = kind_of(left->type);
    if (node.operation == TokenKind::Contains) {
      if (kind != Kind::Text && kind != Kind::Bytes && kind != Kind::Protocol)
        return wrong(left_node.where,
                     text_of("contains needs a text, bytes or a protocol, not ", words_for(left->type)),
                     "compare numbers and addresses with ==, < or a prefix (10.0.0.0/8)");
      if (kind == Kind::Bytes && !(left->type == Type::Ether && right_node.kind == Syntax::String))
        wanted.type = Type::ByteArray;
    }
    auto right = operand(right_node, wanted);
    if (!right) return std::unexpected(std::move(right.error()));
    if (!right->constant && !fit(*left, *right)) return do_not_fit(*left, *right, right_node);
    return add(Condition{.kind = node.operation == TokenKind::Contains ? Ask::Contains : Ask::Compare,
                         .operation = node.operation,
                         .quantifier = quantifier_of(node),
                         .a = as_bytes(*left, *right),
                         .b = as_bytes(*right, *left)});
  }

  static std::unexpected<FilterError> do_not_fit(const Operand& left, const Operand& right,
                                                 const Node& node) {
    const auto words = [](const Operand& operand) {
      return operand.field != nullptr ? text_of(operand.field->name, " (", words_for(operand.type), ')')
                                      : words_for(operand.type);
    };
    std::string hint;
    if (node.kind == Syntax::Word && kind_of(right.type) == Kind::Protocol)
      hint = text_of("\"", node.text, "\" is a protocol here; for the text write it in double quotes");
    return wrong(node.where, text_of(words(left), " cannot be compared with ", words(right)),
                 std::move(hint));
  }

  /// An operand, as bytes when it is compared with a slice.
  Index as_bytes(const Operand& operand, const Operand& other) {
    if (!other.slice || operand.slice || operand.constant || kind_of(operand.type) == Kind::Bytes)
      return operand.index;
    return add(Expression{.kind = Compute::Slice, .a = operand.index, .ranges = {Range{}}});
  }

  Or<Index> matching(const Node& node) {
    const Node &left_node = node.children[0], &right_node = node.children[1];
    if (right_node.kind != Syntax::String)
      return wrong(right_node.where, "matches needs a regular expression in double quotes",
                   "write \"...\", or r\"...\" to keep backslashes");
    auto left = left_side(left_node);
    if (!left) return std::unexpected(std::move(left.error()));
    const Kind kind = kind_of(left->type);
    if (kind != Kind::Text && kind != Kind::Bytes && kind != Kind::Protocol)
      return wrong(left_node.where,
                   text_of("matches needs a text, bytes or a protocol, not ", words_for(left->type)),
                   "string(...) makes a text of a number or an address");
    auto pattern = Pattern::compile(right_node.text);
    if (!pattern)
      return wrong(right_node.where, text_of("the regular expression is wrong at character ",
                                             pattern.error().at + 1, ": ", pattern.error().what));
    program_.patterns.push_back(std::move(*pattern));
    return add(Condition{.kind = Ask::Matches,
                         .quantifier = quantifier_of(node),
                         .a = left->index,
                         .pattern = program_.patterns.size() - 1});
  }

  Or<Index> membership(const Node& node) {
    auto left = left_side(node.children[0]);
    if (!left) return std::unexpected(std::move(left.error()));
    Condition in{.kind = Ask::In, .quantifier = quantifier_of(node), .a = left->index};
    const auto element = [&](const Node& part) -> Or<Index> {
      auto value = operand(part, {left->type, left->field});
      if (!value) return std::unexpected(std::move(value.error()));
      if (!value->constant && !fit(*left, *value)) return do_not_fit(*left, *value, part);
      return as_bytes(*value, *left);
    };
    for (size_t i = 1; i < node.children.size(); ++i) {
      const Node& child = node.children[i];
      const bool range = child.kind == Syntax::Range;
      auto low = element(range ? child.children[0] : child);
      if (!low) return low;
      auto high = range ? element(child.children[1]) : low;
      if (!high) return high;
      in.elements.emplace_back(*low, *high);
    }
    return add(std::move(in));
  }

  // --- operands ---

  /// `wanted`: what the operand stands beside, which gives literals their type; Type::None on the left side.
  Or<Operand> operand(const Node& node, Wanted wanted, int sign = 1) {
    switch (node.kind) {
      case Syntax::FieldName: return named_field(node);
      case Syntax::Word:
        return wanted.type == Type::None || is_name(node.text) ? named_field(node)
                                                               : literal(node, wanted, sign);
      case Syntax::Literal:
      case Syntax::String:
      case Syntax::Character:
        if (wanted.type == Type::None)
          return wrong(node.where, "a value stands here where a field or a function has to tell the type");
        return literal(node, wanted, sign);
      case Syntax::Reference: return reference(node);
      case Syntax::Slice: return slice(node, wanted);
      case Syntax::Layer: return layer(node);
      case Syntax::Arithmetic: return arithmetic(node, wanted);
      case Syntax::Plus: return operand(node.children[0], wanted, sign);
      case Syntax::Negate: return negation(node, wanted, sign);
      case Syntax::Function: return function(node, wanted);
      default: return wrong(node.where, "a field or a value has to stand here");
    }
  }

  Or<Operand> literal(const Node& node, Wanted wanted, int sign) {
    auto read = read_literal(node, wanted, sign);
    if (!read) return std::unexpected(std::move(read.error()));
    Value value = read->value;
    value.width = value.width != 0 ? value.width : static_cast<uint8_t>(width_of(wanted.type));
    if (value.kind == Kind::Text || value.kind == Kind::Bytes || value.kind == Kind::Ipv6) {
      value.bytes = bytes_of(program_.contents.emplace_back(std::move(read->content)));
      if (value.kind == Kind::Bytes) value.width = 0;
    }
    if (value.kind == Kind::Bytes && kind_of(wanted.type) == Kind::Protocol) value.kind = Kind::Protocol;
    if (value.kind == Kind::Protocol) value.all = value.bytes;
    return Operand{.index = add(Expression{.kind = Compute::Constant, .constant = value}),
                   .type = wanted.type,
                   .field = wanted.field,
                   .constant = true};
  }

  Or<Operand> named_field(const Node& node) {
    const auto found = find_fields(node.text);
    std::optional<Type> not_decoded;
    if (found.empty()) {
      not_decoded =
          is_protocol_not_decoded(node.text) ? Type::Protocol : type_of_field_not_decoded(node.text);
      if (!not_decoded) return unknown_field(node);
    }
    Expression read{.kind = Compute::Field, .fields = {found.begin(), found.end()}};
    for (const Field* field : found)
      if (std::ranges::find(program_.fields, field) == program_.fields.end())
        program_.fields.push_back(field);
    if (found.empty())
      program_.notes.push_back(text_of(node.text, " is not decoded here, so it is in no packet"));
    const Index index = add(std::move(read));
    if (not_decoded) return Operand{.index = index, .type = *not_decoded};
    return Operand{.index = index, .type = found[0]->value_type(), .field = found[0]};
  }

  static std::unexpected<FilterError> unknown_field(const Node& node) {
    const std::string_view protocol = protocol_not_decoded_of(node.text);
    if (!protocol.empty())
      return wrong(node.where, text_of('"', node.text, "\" is no field here: ", protocol, " is not decoded"),
                   text_of('"', protocol, "\" alone is taken, and is in no packet"));
    const std::string_view near = nearest_field_name(node.text);
    return wrong(node.where, text_of('"', node.text, "\" is neither a field nor a protocol"),
                 near.empty() ? text_of("wiretale fields ", node.text, " looks for names")
                              : text_of("did you mean ", near, "?"));
  }

  /// A value of the packet selected in a window; there is none here, so it has no values.
  Or<Operand> reference(const Node& node) {
    const auto found = find_fields(node.text);
    if (found.empty())
      return wrong(node.where, text_of('"', node.text, "\" is neither a field nor a macro"),
                   "a reference is ${field.name}");
    program_.notes.push_back(text_of("${", node.text, "} has no value: no packet is selected"));
    return Operand{
        .index = add(Expression{.kind = Compute::Field}), .type = found[0]->value_type(), .field = found[0]};
  }

  Or<Operand> slice(const Node& node, Wanted wanted) {
    if (is_literal_kind(node.children[0].kind))
      return wrong(node.children[0].where, "slices are taken from fields and functions, not from values");
    (void)wanted;
    auto whole = operand(node.children[0], {});
    if (!whole) return whole;
    const Kind kind = kind_of(whole->type);
    if (kind != Kind::Text && kind != Kind::Bytes && kind != Kind::Protocol && kind != Kind::Ipv4 &&
        kind != Kind::Ipv6)
      return wrong(node.children[0].where,
                   text_of(words_for(whole->type), " has no bytes to take a slice of"),
                   "use & to look at some bits of a number");
    return Operand{.index = add(Expression{.kind = Compute::Slice, .a = whole->index, .ranges = node.ranges}),
                   .type = Type::ByteArray,
                   .slice = true};
  }

  Or<Operand> layer(const Node& node) {
    if (node.children[0].kind != Syntax::Word && node.children[0].kind != Syntax::FieldName)
      return wrong(node.where, "only a field or a protocol has layers", "for instance ip.src#1");
    auto field = named_field(node.children[0]);
    if (field) program_.expressions[field->index].ranges = node.ranges;
    return field;
  }

  Or<Operand> negation(const Node& node, Wanted wanted, int sign) {
    const Node& inner = node.children[0];
    const bool maybe_literal = inner.kind == Syntax::Literal || inner.kind == Syntax::Character ||
                               (inner.kind == Syntax::Word && !is_name(inner.text));
    if (maybe_literal) return operand(inner, wanted, -sign);
    auto value = operand(inner, wanted);
    if (!value) return value;
    if (!can_compute(Compute::Add, kind_of(value->type)))
      return wrong(inner.where, text_of(words_for(value->type), " has no negative values"));
    value->index = add(Expression{.kind = Compute::Negate, .a = value->index});
    return value;
  }

  static Compute compute_of(TokenKind operation) {
    switch (operation) {
      case TokenKind::Plus: return Compute::Add;
      case TokenKind::Minus: return Compute::Subtract;
      case TokenKind::Times: return Compute::Multiply;
      case TokenKind::Divide: return Compute::Divide;
      case TokenKind::Modulo: return Compute::Remainder;
      default: return Compute::BitwiseAnd;
    }
  }

  Or<Operand> arithmetic(const Node& node, Wanted wanted) {
    const Compute compute = compute_of(node.operation);
    if (wanted.type == Type::None && starts_with_constant(node.children[0]))
      return wrong(node.children[0].where, "a calculation on the left side cannot begin with a constant",
                   "put the field first");
    auto left = operand(node.children[0], wanted);
    if (!left) return left;
    if (!can_compute(compute, kind_of(left->type)))
      return wrong(node.children[0].where,
                   text_of("there is no such calculation with ", words_for(left->type)));
    auto right = operand(node.children[1], {left->type, nullptr});
    if (!right) return right;
    if (!fit(*left, *right)) return do_not_fit(*left, *right, node.children[1]);
    return Operand{.index = add(Expression{.kind = compute, .a = left->index, .b = right->index}),
                   .type = left->type,
                   .constant = left->constant && right->constant,
                   .slice = left->slice};
  }

  static bool starts_with_constant(const Node& node) {
    if (node.kind == Syntax::Word)
      return !is_name(node.text) && node.text.find_first_not_of("0123456789") == std::string::npos;
    return is_literal_kind(node.kind);
  }

  Or<Operand> function(const Node& node, Wanted wanted) {
    const auto form = std::ranges::find(functions, std::string_view{node.text}, &FunctionForm::name);
    if (form == std::end(functions))
      return wrong({node.where.first, node.text.size()}, text_of("there is no function ", node.text, "()"),
                   "there are len, count, string, upper, lower, max, min and abs");
    if (node.children.size() < form->fewest || node.children.size() > form->most)
      return wrong(node.where, text_of(node.text, "() takes ", form->most == 1 ? "one argument" : "arguments",
                                       ", not ", node.children.size()));
    if (form->compute == Compute::Largest || form->compute == Compute::Smallest)
      return extreme(node, form->compute, wanted);
    if (form->compute == Compute::Absolute) return absolute(node, wanted);
    return field_function(node, *form);
  }

  Or<Operand> field_function(const Node& node, const FunctionForm& form) {
    const Node& argument = node.children[0];
    const bool is_field = argument.kind == Syntax::Word || argument.kind == Syntax::FieldName ||
                          argument.kind == Syntax::Layer || argument.kind == Syntax::Reference;
    if (!is_field) return wrong(argument.where, text_of(form.name, "() takes a field"));
    auto field = operand(argument, {});
    if (!field) return field;
    const Kind kind = kind_of(field->type);
    const bool letters = form.compute == Compute::Upper || form.compute == Compute::Lower;
    if (letters && kind != Kind::Text)
      return wrong(argument.where, text_of(form.name, "() takes a text, not ", words_for(field->type)));
    const bool has_words = kind == Kind::Integer || kind == Kind::Real || kind == Kind::Ipv4 ||
                           kind == Kind::Ipv6 || (kind == Kind::Bytes && field->type != Type::ByteArray);
    if (form.compute == Compute::String && !has_words)
      return wrong(argument.where,
                   text_of("string() takes a number or an address, not ", words_for(field->type)));
    const Type type = letters || form.compute == Compute::String ? Type::String : Type::Uint32;
    Expression call{.kind = form.compute, .a = field->index};
    if (field->field != nullptr) call.fields = {field->field};
    return Operand{.index = add(std::move(call)), .type = type};
  }

  Or<Operand> absolute(const Node& node, Wanted wanted) {
    auto value = operand(node.children[0], wanted);
    if (!value) return value;
    if (!can_compute(Compute::Add, kind_of(value->type)))
      return wrong(node.children[0].where, text_of("abs() takes a number, not ", words_for(value->type)));
    value->index = add(Expression{.kind = Compute::Absolute, .a = value->index});
    return value;
  }

  Or<Operand> extreme(const Node& node, Compute compute, Wanted wanted) {
    Expression call{.kind = compute};
    Operand all{.constant = true};
    for (size_t i = 0; i < node.children.size(); ++i) {
      auto value = operand(node.children[i], i == 0 ? wanted : Wanted{all.type, all.field});
      if (!value) return value;
      if (i == 0) {
        const bool constant = value->constant;
        all = *value;
        all.constant = constant;
        call.a = value->index;
        continue;
      }
      if (value->type != all.type)
        return wrong(node.children[i].where, text_of("all arguments of ", node.text,
                                                     "() have to be of one type: ", words_for(all.type),
                                                     " and ", words_for(value->type)));
      all.constant = all.constant && value->constant;
      call.more.push_back(value->index);
    }
    all.index = add(std::move(call));
    return all;
  }

  Program program_;
};

}  // namespace

std::expected<Program, FilterError> compile(const Node& filter) { return Checker().run(filter); }

}  // namespace wiretale::display
