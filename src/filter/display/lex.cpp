// Display filters: from text to tokens.
#include <array>
#include <optional>

#include "base/text.h"
#include "filter/display/token.h"

namespace wiretale {

std::string FilterError::text(std::string_view filter) const {
  std::string all = what + '\n';
  // Control characters would move the marks away from what they mark.
  const auto shown = [](std::string_view part) {
    std::string out(part);
    for (char& c : out)
      if (static_cast<unsigned char>(c) < ' ') c = ' ';
    return out;
  };
  const auto columns = [](std::string_view part) {
    size_t count = 0;
    for (const char c : part) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    return count;
  };
  const size_t first = std::min(where.first, filter.size());
  const std::string_view marked = filter.substr(first, where.length);
  all += "  " + shown(filter) + "\n  ";
  all.append(columns(filter.substr(0, first)), ' ').append(1, '^');
  if (const size_t width = columns(marked); width > 1) all.append(width - 1, '~');
  all += '\n';
  if (!hint.empty()) all += hint + '\n';
  return all;
}

namespace display {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool starts_word(char c) { return is_digit(c) || is_letter(c) || c == '_'; }
bool is_in_word(char c) { return starts_word(c) || c == '.' || c == '-'; }
unsigned hex_value(char c) {
  if (is_digit(c)) return static_cast<unsigned>(c - '0');
  return static_cast<unsigned>((c | 32) - 'a') + 10;
}

struct Keyword {
  std::string_view text;
  TokenKind kind;
};
constexpr Keyword keywords[] = {{"and", TokenKind::And},
                                {"or", TokenKind::Or},
                                {"xor", TokenKind::ExclusiveOr},
                                {"not", TokenKind::Not},
                                {"any", TokenKind::Any},
                                {"all", TokenKind::All},
                                {"in", TokenKind::In},
                                {"eq", TokenKind::Equal},
                                {"any_eq", TokenKind::Equal},
                                {"all_eq", TokenKind::AllEqual},
                                {"ne", TokenKind::NotEqual},
                                {"all_ne", TokenKind::NotEqual},
                                {"any_ne", TokenKind::AnyNotEqual},
                                {"lt", TokenKind::Less},
                                {"le", TokenKind::LessEqual},
                                {"gt", TokenKind::Greater},
                                {"ge", TokenKind::GreaterEqual},
                                {"contains", TokenKind::Contains},
                                {"matches", TokenKind::Matches},
                                {"bitwise_and", TokenKind::BitAnd}};
/// Longer ones first.
constexpr Keyword signs[] = {{"===", TokenKind::AllEqual},
                             {"!==", TokenKind::AnyNotEqual},
                             {"==", TokenKind::Equal},
                             {"!=", TokenKind::NotEqual},
                             {"~=", TokenKind::AnyNotEqual},
                             {"<=", TokenKind::LessEqual},
                             {">=", TokenKind::GreaterEqual},
                             {"&&", TokenKind::And},
                             {"||", TokenKind::Or},
                             {"^^", TokenKind::ExclusiveOr},
                             {"..", TokenKind::DotDot},
                             {"!", TokenKind::Not},
                             {"~", TokenKind::Matches},
                             {"<", TokenKind::Less},
                             {">", TokenKind::Greater},
                             {"&", TokenKind::BitAnd},
                             {"+", TokenKind::Plus},
                             {"-", TokenKind::Minus},
                             {"*", TokenKind::Times},
                             {"/", TokenKind::Divide},
                             {"%", TokenKind::Modulo},
                             {"(", TokenKind::OpenParenthesis},
                             {")", TokenKind::CloseParenthesis},
                             {"{", TokenKind::OpenBrace},
                             {"}", TokenKind::CloseBrace},
                             {",", TokenKind::Comma}};

class Lexer {
 public:
  explicit Lexer(std::string_view filter) : filter_(filter) {}

  std::expected<std::vector<Token>, FilterError> run() {
    for (;;) {
      while (at_ < filter_.size() && is_space(filter_[at_])) ++at_;
      if (at_ == filter_.size()) break;
      if (auto error = next()) return std::unexpected(std::move(*error));
    }
    tokens_.push_back({TokenKind::End, {at_, 0}});
    return std::move(tokens_);
  }

 private:
  using Failure = std::optional<FilterError>;

  static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
  [[nodiscard]] char peek(size_t ahead = 0) const {
    return at_ + ahead < filter_.size() ? filter_[at_ + ahead] : '\0';
  }
  [[nodiscard]] std::string_view rest() const { return filter_.substr(at_); }

  void add(TokenKind kind, size_t length, std::string text) {
    tokens_.push_back({kind, {at_, length}, std::move(text)});
    at_ += length;
  }

  Failure next() {
    const char c = peek();
    if (c == '"') return string(1, Escapes::Resolved);
    if ((c == 'r' || c == 'R') && peek(1) == '"') return string(2, Escapes::Kept);
    if (c == '\'') return character();
    if (c == '$') return reference();
    if (c == '[') return brackets(TokenKind::Brackets, 0);
    if (c == '#') return layer();
    if (const size_t length = colon_literal(); length != 0) {
      add(TokenKind::Literal, length,
          std::string(rest().substr(c == ':' && !double_colon() ? 1 : 0,
                                    length - (c == ':' && !double_colon() ? 1 : 0))));
      return {};
    }
    if (starts_word(c)) return word(), Failure{};
    if (c == '.' && starts_word(peek(1))) {
      const size_t length = 1 + word_length(1);
      add(TokenKind::FieldName, length, std::string(rest().substr(1, length - 1)));
      return {};
    }
    if (c == ':' && starts_word(peek(1))) {
      const size_t length = 1 + word_length(1);
      add(TokenKind::Literal, length, std::string(rest().substr(1, length - 1)));
      return {};
    }
    for (const Keyword& sign : signs)
      if (rest().starts_with(sign.text)) {
        add(sign.kind, sign.text.size(), std::string(sign.text));
        return {};
      }
    return unknown_sign();
  }

  Failure unknown_sign() const {
    const char c = peek();
    size_t length = 1;  // a whole character of UTF-8
    while ((static_cast<unsigned char>(peek(length)) & 0xc0) == 0x80) ++length;
    std::string hint;
    if (c == '=') hint = "to compare, write ==";
    if (c == '|') hint = "for \"or\", write || or or";
    if (c == '^') hint = "for \"one or the other\", write ^^ or xor";
    return FilterError{
        text_of('"', rest().substr(0, length), "\" means nothing in a display filter"), {at_, length}, hint};
  }

  [[nodiscard]] bool double_colon() const { return peek() == ':' && peek(1) == ':'; }

  /// How many characters at `from` belong to a word; it ends before ".." and takes the prefix length of an
  /// IPv4 address along.
  [[nodiscard]] size_t word_length(size_t from) const {
    size_t length = 0, dots = 0;
    bool numeric = true;
    for (; is_in_word(peek(from + length)); ++length) {
      const char c = peek(from + length);
      if (c == '.' && peek(from + length + 1) == '.') break;
      dots += c == '.';
      numeric = numeric && (is_digit(c) || c == '.');
    }
    if (numeric && dots == 3 && peek(from + length) == '/' && is_digit(peek(from + length + 1))) {
      ++length;
      while (is_digit(peek(from + length))) ++length;
    }
    return length;
  }

  /// The length of bytes or an IPv6 address with colons: "00:01", ":00:01", "::1", "fe80::/10", "::1.2.3.4";
  /// 0 when there is none.
  [[nodiscard]] size_t colon_literal() const {
    size_t length = 0, colons = 0;
    for (;; ++length) {
      const char c = peek(length);
      if (c == ':')
        ++colons;
      else if (c == '.' ? peek(length + 1) == '.' || colons == 0 : !is_hex(c))
        break;
    }
    const char after = peek(length);
    // ":tcp" and "a:b-c" are for the word's rules.
    if (colons == 0 || length < 2) return 0;
    if (peek() == ':' && colons == 1 && (starts_word(after) || after == '-')) return 0;
    if (after == '/' && is_digit(peek(length + 1)))
      for (++length; is_digit(peek(length));) ++length;
    return length;
  }

  void word() {
    const size_t length = word_length(0);
    const std::string_view text = rest().substr(0, length);
    TokenKind kind = TokenKind::Word;
    for (const Keyword& keyword : keywords)
      if (keyword.text == text) kind = keyword.kind;
    add(kind, length, std::string(text));
  }

  enum class Escapes : bool { Resolved, Kept };
  Failure string(size_t start, Escapes escapes) {
    std::string text;
    for (size_t i = start;;) {
      if (at_ + i >= filter_.size())
        return FilterError{"the string has no end", {at_, filter_.size() - at_}, "close it with \""};
      const char c = peek(i);
      if (c == '"') {
        add(TokenKind::String, i + 1, std::move(text));
        return {};
      }
      if (c != '\\') {
        text += c;
        ++i;
      } else if (escapes == Escapes::Kept) {
        text += c;
        if (at_ + ++i < filter_.size()) text += peek(i++);  // also of \", which does not end it
      } else if (auto wrong = escape(i, text)) {
        wrong->hint += "; for a regular expression write r\"...\" or a double backslash";
        return wrong;
      }
    }
  }

  /// Reads "\n" and the like at `i`, moves behind it and appends what it stands for.
  Failure escape(size_t& i, std::string& text) const {
    struct Simple {
      char letter, meaning;
    };
    constexpr Simple simple[] = {{'a', '\a'}, {'b', '\b'}, {'f', '\f'},  {'n', '\n'},  {'r', '\r'},
                                 {'t', '\t'}, {'v', '\v'}, {'\\', '\\'}, {'\'', '\''}, {'"', '"'}};
    const size_t start = i++;
    const char c = peek(i);
    for (const Simple& each : simple)
      if (each.letter == c) {
        text += each.meaning;
        ++i;
        return {};
      }
    unsigned value = 0;
    size_t digits = 0;
    if (c == 'x') {
      ++i;
      for (; digits < 2 && is_hex(peek(i)); ++digits) value = value * 16 + hex_value(peek(i++));
    } else {
      for (; digits < 3 && peek(i) >= '0' && peek(i) <= '7'; ++digits)
        value = value * 8 + static_cast<unsigned>(peek(i++) - '0');
    }
    if (digits == 0 || value > 255) {
      const size_t length = std::max<size_t>(2, i - start);
      return FilterError{text_of('"', filter_.substr(at_ + start, length), "\" is not an escape sequence"),
                         {at_ + start, length},
                         "there are \\n \\r \\t \\a \\b \\f \\v \\\\ \\' \\\" \\xHH and \\OOO"};
    }
    text += static_cast<char>(value);
    return {};
  }

  Failure character() {
    std::string text;
    size_t i = 1;
    if (peek(1) == '\\') {
      if (auto wrong = escape(i, text)) return wrong;
    } else if (peek(1) != '\0' && peek(1) != '\'') {
      text = peek(i++);
    }
    if (text.size() != 1 || peek(i) != '\'')
      return FilterError{"a character has to stand alone between single quotes",
                         {at_, std::min(filter_.size() - at_, i + 1)},
                         "for a text use double quotes"};
    add(TokenKind::Character, i + 1, std::move(text));
    return {};
  }

  Failure reference() {
    const size_t end = rest().find('}');
    if (peek(1) != '{' || end == std::string_view::npos)
      return FilterError{"\"$\" has to begin a reference", {at_, 1}, "write ${name}"};
    add(TokenKind::Reference, end + 1, std::string(rest().substr(2, end - 2)));
    return {};
  }

  Failure brackets(TokenKind kind, size_t start) {
    const size_t end = rest().find(']');
    if (end == std::string_view::npos)
      return FilterError{"\"[\" is not closed", {at_ + start, 1}, "close it with ]"};
    add(kind, end + 1, std::string(rest().substr(start + 1, end - start - 1)));
    return {};
  }

  Failure layer() {
    if (peek(1) == '[') return brackets(TokenKind::Layer, 1);
    size_t length = 1;
    while (is_digit(peek(length))) ++length;
    if (length == 1)
      return FilterError{"\"#\" needs the number of a layer right behind it",
                         {at_, 1},
                         "for instance ip.src#1 or ip.src#[-1]"};
    add(TokenKind::Layer, length, std::string(rest().substr(1, length - 1)));
    return {};
  }

  std::string_view filter_;
  size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::expected<std::vector<Token>, FilterError> lex(std::string_view filter) { return Lexer(filter).run(); }

}  // namespace display
}  // namespace wiretale
