// Running display filters over the field trees of packets.
#include <algorithm>

#include "filter/display/program.h"
#include "packet/value_text.h"

namespace wiretale::display {
namespace {

bool fulfils(TokenKind operation, const Value& a, const Value& b) {
  const std::partial_ordering order = compare(a, b);
  switch (operation) {
    case TokenKind::Equal:
    case TokenKind::AllEqual: return order == 0;
    case TokenKind::NotEqual:
    case TokenKind::AnyNotEqual: return order != 0;
    case TokenKind::Less: return order < 0;
    case TokenKind::LessEqual: return order <= 0;
    case TokenKind::Greater: return order > 0;
    case TokenKind::GreaterEqual: return order >= 0;
    default: return false;
  }
}

bool has_bytes(const Value& value) { return !value.bytes.empty(); }

/// Where a range lies in `count` things; nothing when a part of it is outside.
struct Found {
  size_t first, last;
};
std::optional<Found> place(Range range, size_t count) {
  const long size = static_cast<long>(count);
  const long first = range.first < 0 ? size + range.first : range.first;
  const long last = range.last < 0 ? size + range.last : range.last;
  if (first < 0 || last < first || last >= size) return {};
  return Found{static_cast<size_t>(first), static_cast<size_t>(last)};
}

}  // namespace

bool Run::matches(const Program& program, const FieldTree& tree, const Packet& packet) {
  program_ = &program;
  tree_ = &tree;
  packet_ = &packet;
  values_.clear();
  storage_.clear();
  return holds(program.root);
}

bool Run::holds(Index index) {
  const Condition& condition = program_->conditions[index];
  const auto holds_part = [this](Index part) { return holds(part); };
  switch (condition.kind) {
    case Ask::True: return true;
    case Ask::And: return std::ranges::all_of(condition.parts, holds_part);
    case Ask::Or: return std::ranges::any_of(condition.parts, holds_part);
    case Ask::ExclusiveOr: return std::ranges::count_if(condition.parts, holds_part) % 2 == 1;
    case Ask::Not: return !holds(condition.parts[0]);
    default: break;
  }
  const size_t before = values_.size();
  const bool answer = condition.kind == Ask::In ? any_in(condition) : compare_all(condition);
  values_.resize(before);
  return answer;
}

bool Run::compare_all(const Condition& condition) {
  const Part a = evaluate(condition.a);
  if (a.count == 0) return fails_for_all(condition, condition.a);
  if (condition.kind == Ask::Present)
    return program_->expressions[condition.a].kind != Compute::Slice ||
           std::any_of(values_.begin() + static_cast<ptrdiff_t>(a.first), values_.end(), has_bytes);
  const auto each = [&](const auto& test) {
    const auto begin = values_.begin() + static_cast<ptrdiff_t>(a.first),
               end = begin + static_cast<ptrdiff_t>(a.count);
    return condition.quantifier == Quantifier::All ? std::all_of(begin, end, test)
                                                   : std::any_of(begin, end, test);
  };
  if (condition.kind == Ask::NotZero) return each(is_set);
  if (condition.kind == Ask::Matches) {
    const Pattern& pattern = program_->patterns[condition.pattern];
    return each([&](const Value& value) {
      return pattern.found_in(value.kind == Kind::Protocol ? value.all : value.bytes);
    });
  }
  const Part b = evaluate(condition.b);
  if (b.count == 0) return fails_for_all(condition, condition.b);
  const std::span<const Value> right(&values_[b.first], b.count);
  return each([&](const Value& left) {
    const auto test = [&](const Value& value) {
      return condition.kind == Ask::Contains ? contains(left, value)
                                             : fulfils(condition.operation, left, value);
    };
    return condition.quantifier == Quantifier::All ? std::ranges::all_of(right, test)
                                                   : std::ranges::any_of(right, test);
  });
}

bool Run::fails_for_all(const Condition& condition, Index index) {
  const Expression& expression = program_->expressions[index];
  if (condition.quantifier != Quantifier::All || condition.kind != Ask::Compare ||
      (expression.kind != Compute::Divide && expression.kind != Compute::Remainder))
    return false;
  return evaluate(expression.a).count != 0 && evaluate(expression.b).count != 0;
}

bool Run::any_in(const Condition& condition) {
  const Part left = evaluate(condition.a);
  if (left.count == 0) return false;
  const auto is_in = [&](const Value& value, std::pair<Index, Index> element) {
    const size_t before = values_.size();
    const Part low = evaluate(element.first);
    bool found = false;
    if (element.first == element.second) {
      for (size_t i = 0; i < low.count && !found; ++i) found = compare(value, values_[low.first + i]) == 0;
    } else {
      const Part high = evaluate(element.second);
      const auto reaches = [&](Part part, TokenKind operation) {
        for (size_t i = 0; i < part.count; ++i)
          if (fulfils(operation, value, values_[part.first + i])) return true;
        return false;
      };
      found = reaches(low, TokenKind::GreaterEqual) && reaches(high, TokenKind::LessEqual);
    }
    values_.resize(before);
    return found;
  };
  const bool all = condition.quantifier == Quantifier::All;
  for (size_t i = 0; i < left.count; ++i) {
    const Value value = values_[left.first + i];  // the stack moves while it grows
    bool found = false;
    for (const auto& element : condition.elements) found = found || is_in(value, element);
    if (found != all) return found;
  }
  return all;
}

Run::Part Run::evaluate(Index index) {
  const Expression& expression = program_->expressions[index];
  const size_t first = values_.size();
  switch (expression.kind) {
    case Compute::Constant: values_.push_back(expression.constant); break;
    case Compute::Field: return read_fields(expression);
    case Compute::Count: {
      const Part counted = evaluate(expression.a);
      values_.resize(first);
      // Nothing to count is no count.
      if (counted.count != 0) {
        values_.push_back(integer_value(static_cast<int64_t>(counted.count)));
        values_.back().width = 4;
      }
      break;
    }
    case Compute::Largest:
    case Compute::Smallest: extreme(expression, first); break;
    default: {
      const Part a = evaluate(expression.a);
      const bool two = expression.kind >= Compute::Add && expression.kind <= Compute::BitwiseAnd;
      if (two) {
        combine(expression, a, evaluate(expression.b));
      } else if (expression.kind == Compute::Slice) {
        slice(expression, a);
      } else {
        apply(expression, a);
      }
    }
  }
  return {first, values_.size() - first};
}

Run::Part Run::read_fields(const Expression& expression) {
  const size_t first = values_.size();
  const auto is_read = [&](const FieldValue& line) {
    return std::ranges::find(expression.fields, line.field) != expression.fields.end();
  };
  if (expression.ranges.empty()) {
    for (const FieldValue& line : tree_->values())
      if (is_read(line)) values_.push_back(value_of(line, *tree_, *packet_));
    return {first, values_.size() - first};
  }
  unsigned innermost = 0;
  for (const FieldValue& line : tree_->values())
    if (is_read(line)) innermost = std::max(innermost, unsigned{line.occurrence});
  for (const FieldValue& line : tree_->values()) {
    if (!is_read(line)) continue;
    const auto in = [&](Range range) {
      const long count = innermost, number = line.occurrence;
      const long low = range.first < 0 ? count + range.first + 1 : range.first;
      const long high = range.last < 0 ? count + range.last + 1 : range.last;
      return number >= low && number <= high;
    };
    if (std::ranges::any_of(expression.ranges, in)) values_.push_back(value_of(line, *tree_, *packet_));
  }
  return {first, values_.size() - first};
}

void Run::slice(const Expression& expression, Part of) {
  size_t kept = of.first;
  for (size_t i = 0; i < of.count; ++i) {
    const Bytes whole = sliceable_bytes(values_[of.first + i], storage_);
    Bytes slice;
    std::string* joined = expression.ranges.size() > 1 ? &storage_.fresh() : nullptr;
    bool inside = true;
    for (const Range& range : expression.ranges) {
      const auto found = place(range, whole.size());
      inside = inside && found;
      if (!found) break;
      slice = whole.subspan(found->first, found->last - found->first + 1);
      if (joined != nullptr) joined->append(text_of_bytes(slice));
    }
    // As in Wireshark, a slice outside of its bytes compares as no bytes, though it is not present.
    if (!inside) slice = {};
    values_[kept++] = bytes_value(inside && joined != nullptr ? bytes_of(*joined) : slice);
  }
  values_.resize(kept);
}

void Run::combine(const Expression& expression, Part a, Part b) {
  const auto one = [&](const Value& left, const Value& right) {
    switch (expression.kind) {
      case Compute::Add: return add(left, right);
      case Compute::Subtract: return subtract(left, right);
      case Compute::Multiply: return multiply(left, right);
      case Compute::Divide: return divide(left, right);
      case Compute::Remainder: return remainder(left, right);
      default: return bitwise_and(left, right, storage_);
    }
  };
  for (size_t i = 0; i < a.count; ++i)
    for (size_t j = 0; j < b.count; ++j) {
      const Value left = values_[a.first + i], right = values_[b.first + j];
      if (const auto value = one(left, right)) values_.push_back(*value);
    }
  values_.erase(values_.begin() + static_cast<ptrdiff_t>(a.first),
                values_.begin() + static_cast<ptrdiff_t>(a.first + a.count + b.count));
}

Value Run::result(const Expression& expression, const Value& value) {
  const auto letters = [&](char first, char last) {
    std::string& text = storage_.fresh();
    text = text_of_bytes(value.bytes);
    for (char& c : text)
      if (c >= first && c <= last) c = static_cast<char>(c ^ 32);
    return Value{.kind = Kind::Text, .bytes = bytes_of(text)};
  };
  switch (expression.kind) {
    case Compute::Length: {
      // Wireshark gives truth values no length.
      const size_t length = value.kind == Kind::Boolean ? 0
                            : value.width != 0          ? value.width
                                                        : value.bytes.size();
      Value number = integer_value(static_cast<int64_t>(length));
      number.width = 4;
      return number;
    }
    case Compute::Upper: return letters('a', 'z');
    case Compute::Lower: return letters('A', 'Z');
    case Compute::Absolute:
      if (value.kind == Kind::Real) {
        Value positive = value;
        positive.number &= ~(uint64_t{1} << 63);
        return positive;
      }
      return static_cast<int64_t>(value.number) < 0 && (value.negative || value.kind == Kind::Span)
                 ? *negated(value)
                 : value;
    case Compute::Negate: return *negated(value);
    default: break;
  }
  return value;
}

void Run::apply(const Expression& expression, Part of) {
  if (expression.kind != Compute::String) {
    for (size_t i = 0; i < of.count; ++i) values_[of.first + i] = result(expression, values_[of.first + i]);
    return;
  }
  // string() shows what the values were read from; numbers in decimal.
  for (size_t i = 0; i < of.count; ++i) {
    Value& value = values_[of.first + i];
    thread_local Text text(64);
    text.clear();
    if (value.kind == Kind::Integer) {
      if (value.negative)
        text.append(static_cast<int64_t>(value.number));
      else
        text.append(value.number);
    } else {
      Field as{.name = {}, .label = {}, .place = varies, .type = Type::ByteArray};
      switch (value.kind) {
        case Kind::Ipv4: as.type = Type::Ipv4; break;
        case Kind::Ipv6: as.type = Type::Ipv6; break;
        case Kind::Real: as.type = Type::Double; break;
        default: as.type = expression.fields.empty() ? Type::ByteArray : expression.fields[0]->value_type();
      }
      FieldValue line{};
      line.field = &as;
      line.number = value.number;
      line.bytes = value.bytes;
      append_value(text, line);
    }
    std::string& words = storage_.fresh();
    words = text.view();
    value = {.kind = Kind::Text, .bytes = bytes_of(words)};
  }
}

void Run::extreme(const Expression& expression, size_t first) {
  evaluate(expression.a);
  for (const Index more : expression.more) evaluate(more);
  if (values_.size() == first) return;
  Value best = values_[first];
  for (size_t i = first + 1; i < values_.size(); ++i) {
    const auto order = compare(values_[i], best);
    if (expression.kind == Compute::Largest ? order > 0 : order < 0) best = values_[i];
  }
  values_.resize(first);
  values_.push_back(best);
}

}  // namespace wiretale::display
